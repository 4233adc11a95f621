// SPDX-License-Identifier: GPL-3.0-or-later
// CoverageMap: units down, periods across, each cell coloured by the share of variables it has.
#pragma once

#include "core/panel/coverage.h"

#include <QAbstractScrollArea>

namespace citypanel::ui {

/// Painted by itself, since a table of thousands of cells would be too slow to squeeze into a
/// window. Arrow keys, Home, End and Page keys move the current cell, whose meaning is told to
/// screen readers and by cellChosen; Enter and a double click activate it. Colour is not alone:
/// cells without any value are crossed, and the current cell's numbers stand in cellText.
class CoverageMap final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit CoverageMap(QWidget* parent = nullptr);

    void setCoverage(const Coverage& coverage);

    [[nodiscard]] const Coverage& coverage() const { return coverage_; }

    /// All units at once, however thin their rows, instead of scrolling through named rows.
    void setFitted(bool isFitted);

    [[nodiscard]] bool isFitted() const { return isFitted_; }

    [[nodiscard]] int currentUnit() const { return unit_; }

    [[nodiscard]] int currentPeriod() const { return period_; }

    /// Moves to a cell, within what there is.
    void setCurrent(int unit, int period);
    /// What the current cell holds, in words; empty without one.
    [[nodiscard]] QString cellText() const;
    /// The whole map in one sentence.
    [[nodiscard]] QString summary() const;

    [[nodiscard]] QSize sizeHint() const override;

    /// The colour of a share: from dark blue (little) to yellow (all), equally readable without
    /// seeing colours (cividis: Nuñez, Anderton and Renslow, 2018).
    [[nodiscard]] static QColor shareColour(double share);

Q_SIGNALS:
    void cellChosen(int unit, int period);
    void cellActivated(int unit, int period);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    [[nodiscard]] int unitCount() const { return static_cast<int>(coverage_.units.size()); }

    [[nodiscard]] int periodCount() const { return static_cast<int>(coverage_.periods.size()); }

    /// Once for each coverage and font: hundreds of names are not to be measured at every cell.
    void measureLabels();
    [[nodiscard]] int headerHeight() const;
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] double columnWidth() const;
    [[nodiscard]] QRectF cellRect(int unit, int period) const;
    [[nodiscard]] QString textOf(int unit, int period) const;
    /// The cell under a point of the viewport, -1 in both where there is none.
    [[nodiscard]] std::pair<int, int> cellAt(const QPoint& point) const;
    void paintCells(QPainter& painter, const QRect& area) const;
    void paintLabels(QPainter& painter) const;
    void fitScrollBars();
    void showCurrent();
    void tell();

    int labelWidth_ = 0;
    int leastColumn_ = 0;
    Coverage coverage_;
    bool isFitted_ = false;
    int unit_ = -1;
    int period_ = -1;
};

} // namespace citypanel::ui
