// SPDX-License-Identifier: GPL-3.0-or-later
// SeriesItem: draws the points, whiskers and lines of a figure over a chart's plot area.
#pragma once

#include "core/study/figure.h"

#include <QColor>
#include <QGraphicsObject>
#include <QStringList>

#include <set>
#include <string>
#include <vector>

class QAbstractSeries;
class QChart;

namespace citypanel::ui {

/// One series as it is drawn.
struct DrawnSeries {
    study::Series series{};
    QAbstractSeries* anchor = nullptr; ///< on the chart's axes; maps values to positions
    QColor colour{};
    int shape = 0;      ///< marker: circle, square, diamond, triangle, ...
    double shift = 0.0; ///< along the category axis, so that series stand side by side
    bool isRow = false; ///< a row of a matrix: its points are strokes
};

/// Qt Charts has no error bars. This item lies over the chart, takes no mouse, and lays itself out
/// again when the plot area or a range changes. With categories the figure is drawn lying down:
/// categories from top to bottom, values from left to right, so that long names are read in full.
class SeriesItem final : public QGraphicsObject {
    Q_OBJECT

public:
    /// Room at the right of a surface, for the scale of its colours.
    static constexpr int scaleWidth = 78;

    /// Construct after the axes are attached to the anchors.
    SeriesItem(QChart* chart, std::vector<DrawnSeries> series, bool isLyingDown);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override;

    /// A line across at a value (zero in a plot of coefficients).
    void setReferenceLine(double value, const QColor& colour);

    /// Another one at a place, from one end of the values to the other.
    void setPlaceLine(double place) { placeLine_ = place; }

    /// Points of scatters with these keys are drawn strongly, the others faintly; none: all alike.
    void setHighlighted(const QStringList& keys);

    /// The point at a position of the chart within a few pixels of it or of its interval: series
    /// and index, or -1.
    struct Hit {
        int series = -1;
        int point = -1;
    };

    [[nodiscard]] Hit hitAt(const QPointF& position) const;

private:
    [[nodiscard]] bool isFaint(const DrawnSeries& drawn, const study::Point& point) const;
    [[nodiscard]] bool isOnInterval(const DrawnSeries& drawn, const study::Point& point,
                                    const QPointF& position) const;
    [[nodiscard]] QPointF positionOf(const DrawnSeries& drawn, double x, double y) const;
    void drawPoint(QPainter& painter, const DrawnSeries& drawn, const study::Point& point) const;
    void drawStroke(QPainter& painter, const DrawnSeries& drawn, const study::Point& point) const;
    void drawSurface(QPainter& painter, const DrawnSeries& drawn) const;
    void drawScale(QPainter& painter, double low, double high) const;
    void drawReferences(QPainter& painter) const;
    void drawNames(QPainter& painter, const DrawnSeries& drawn) const;
    void drawCell(QPainter& painter, const study::Point& point, const QPointF& at) const;
    [[nodiscard]] QRectF quadrantAt(const QPointF& at) const;
    void moveToFreePlace(QRectF& box, const QPointF& at) const;
    void drawBars(QPainter& painter, const DrawnSeries& drawn) const;
    void drawBand(QPainter& painter, const DrawnSeries& drawn) const;
    void drawLine(QPainter& painter, const DrawnSeries& drawn) const;

    QChart* chart_;
    std::vector<DrawnSeries> series_;
    bool isLyingDown_;
    std::set<std::string> highlighted_;
    bool hasHighlighted_ = false;
    double reference_;
    double placeLine_ = missingValue;
    QColor referenceColour_;
};

} // namespace citypanel::ui
