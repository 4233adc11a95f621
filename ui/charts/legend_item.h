// SPDX-License-Identifier: GPL-3.0-or-later
// LegendItem: the names of a chart's series below it, in as many lines as they need.
#pragma once

#include "core/study/figure.h"

#include <QColor>
#include <QGraphicsObject>
#include <QMargins>
#include <QString>

#include <vector>

class QChart;

namespace citypanel::ui {

/// A series as its legend shows it.
struct LegendEntry {
    QString name{};
    QColor colour{};
    int shape = 0; ///< as in DrawnSeries
    study::SeriesRole role = study::SeriesRole::Points;
};

/// Qt's own legend has one line and shortens the names to fit into it. This one takes room from the
/// chart's lower margin, anew for each size, and draws lines with their dashes and points with
/// their markers. Construct when the margins are final.
class LegendItem final : public QGraphicsObject {
    Q_OBJECT

public:
    LegendItem(QChart* chart, std::vector<LegendEntry> entries, const QColor& textColour);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override;

    /// Lines taken at the present size.
    [[nodiscard]] int lineCount() const { return lineCount_; }

private:
    void place();
    void drawSymbol(QPainter& painter, const LegendEntry& entry, const QPointF& middle) const;

    QChart* chart_;
    std::vector<LegendEntry> entries_;
    QColor textColour_;
    QMargins margins_; ///< of the chart without its legend
    std::vector<QRectF> places_;
    int lineCount_ = 1;
};

} // namespace citypanel::ui
