// SPDX-License-Identifier: GPL-3.0-or-later
// FigureView: a figure in the window; F2 shows its numbers instead.
#pragma once

#include "core/report/figure_style.h"
#include "core/study/figure.h"
#include "core/text/language.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <utility>

class QChartView;
class QLabel;
class QScrollArea;
class QStackedLayout;
class QTableWidget;

namespace citypanel::ui {

class FigureView final : public QWidget {
    Q_OBJECT

public:
    explicit FigureView(QWidget* parent = nullptr);
    ~FigureView() override;

    /// In the language of the window, or in the one given (a report's); in the colours of the
    /// window, or on the paper, in the palette and proportions it is exported with.
    void setFigure(const study::Figure& figure,
                   std::optional<text::Language> language = std::nullopt,
                   std::optional<report::FigureStyle> style = std::nullopt);
    void clear();

    [[nodiscard]] const std::optional<study::Figure>& figure() const { return figure_; }

    void showNumbers(bool areShown);
    [[nodiscard]] bool numbersAreShown() const;

    /// Points with these keys stand out among those of a scatter; none: all are alike.
    void setHighlighted(const QStringList& keys);

Q_SIGNALS:
    /// A point was clicked: its key and what is said of it.
    void pointClicked(const QString& key, const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void keepProportions();
    void draw();
    [[nodiscard]] text::Language shownLanguage() const;
    void fillNumbers();
    [[nodiscard]] QString pointText(int series, int point) const;
    /// What lies at a place of the chart's viewport.
    [[nodiscard]] std::optional<std::pair<int, int>> pointAt(const QPoint& position) const;
    void click(const QPoint& position);
    /// Tells that a point was chosen, by a click or in the list of numbers.
    void choosePoint(std::size_t seriesAt, std::size_t pointAt);

    std::optional<study::Figure> figure_;
    std::optional<text::Language> language_;
    std::optional<report::FigureStyle> style_;
    QStringList highlighted_;
    QStackedLayout* stack_;
    QChartView* view_;
    QScrollArea* scroll_; ///< of a chart with more names than the window has room for
    QTableWidget* numbers_;
    QLabel* nothing_; ///< in the place of a chart without a point
};

} // namespace citypanel::ui
