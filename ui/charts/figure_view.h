// SPDX-License-Identifier: GPL-3.0-or-later
// FigureView: a figure in the window; F2 shows its numbers instead.
#pragma once

#include "core/study/figure.h"
#include "core/text/language.h"

#include <QWidget>

#include <optional>

class QChartView;
class QStackedLayout;
class QTableWidget;

namespace citypanel::ui {

class FigureView final : public QWidget {
    Q_OBJECT

public:
    explicit FigureView(QWidget* parent = nullptr);
    ~FigureView() override;

    /// In the language of the window, or in the one given (a report's).
    void setFigure(const study::Figure& figure,
                   std::optional<text::Language> language = std::nullopt);
    void clear();

    [[nodiscard]] const std::optional<study::Figure>& figure() const { return figure_; }

    void showNumbers(bool areShown);
    [[nodiscard]] bool numbersAreShown() const;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void draw();
    [[nodiscard]] text::Language shownLanguage() const;
    void fillNumbers();
    [[nodiscard]] QString pointText(int series, int point) const;

    std::optional<study::Figure> figure_;
    std::optional<text::Language> language_;
    QStackedLayout* stack_;
    QChartView* view_;
    QTableWidget* numbers_;
};

} // namespace citypanel::ui
