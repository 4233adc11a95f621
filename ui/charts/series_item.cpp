// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing of markers, whiskers with caps, bars and lines.
#include "ui/charts/series_item.h"

#include "core/text/numbers.h"

#include <QApplication>
#include <QChart>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace citypanel::ui {

namespace {

constexpr double markerRadius = 4.0;
constexpr double capLength = 4.0;
constexpr double hitRadius = 9.0;
constexpr double significanceLevel = 0.1; // beyond it a marker is hollow
constexpr double barHalfWidth = 0.35;
constexpr float faintness = 0.18F; // opacity of what is not highlighted

QPolygonF markerOf(int shape, const QPointF& at) {
    const double r = markerRadius;
    switch (shape % 4) {
    case 1:
        return QPolygonF(QRectF(at.x() - r * 0.9, at.y() - r * 0.9, 1.8 * r, 1.8 * r));
    case 2:
        return QPolygonF({at + QPointF(0, -1.3 * r), at + QPointF(1.3 * r, 0),
                          at + QPointF(0, 1.3 * r), at + QPointF(-1.3 * r, 0)});
    case 3:
        return QPolygonF(
            {at + QPointF(0, -1.2 * r), at + QPointF(1.2 * r, r), at + QPointF(-1.2 * r, r)});
    default:
        return {};
    }
}

} // namespace

SeriesItem::SeriesItem(QChart* chart, std::vector<DrawnSeries> series, bool isLyingDown)
    : QGraphicsObject(chart)
    , chart_(chart)
    , series_(std::move(series))
    , isLyingDown_(isLyingDown)
    , reference_(std::nan("")) {
    setZValue(20);
    setAcceptedMouseButtons(Qt::NoButton);
    const auto relay = [this] {
        prepareGeometryChange();
        update();
    };
    connect(chart, &QChart::plotAreaChanged, this, relay);
    for (QAbstractAxis* axis : chart->axes()) {
        if (auto* value = qobject_cast<QValueAxis*>(axis)) {
            connect(value, &QValueAxis::rangeChanged, this, relay);
        }
    }
}

QRectF SeriesItem::boundingRect() const {
    return chart_->plotArea();
}

void SeriesItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(chart_->plotArea());
    drawReferences(*painter);
    for (const DrawnSeries& drawn : series_) {
        switch (drawn.series.role) {
        case study::SeriesRole::Estimates:
        case study::SeriesRole::Points:
            for (const study::Point& point : drawn.series.points) {
                drawPoint(*painter, drawn, point);
            }
            drawNames(*painter, drawn);
            break;
        case study::SeriesRole::Line:
        case study::SeriesRole::Density:
            drawLine(*painter, drawn);
            break;
        case study::SeriesRole::Bars:
            drawBars(*painter, drawn);
            break;
        case study::SeriesRole::Cells:
            for (const study::Point& point : drawn.series.points) {
                drawCell(*painter, point, positionOf(drawn, point.x, point.y));
            }
            break;
        }
    }
    painter->restore();
}

void SeriesItem::drawReferences(QPainter& painter) const {
    if (series_.empty()) {
        return;
    }
    const QRectF area = chart_->plotArea();
    painter.setPen(QPen(referenceColour_, 1.0, Qt::DashLine));
    const QPointF at = positionOf(series_.front(), isMissing(placeLine_) ? 0.0 : placeLine_,
                                  isMissing(reference_) ? 0.0 : reference_);
    const auto across = [&](bool isVertical) {
        if (isVertical && at.x() >= area.left() && at.x() <= area.right()) {
            painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
        } else if (!isVertical && at.y() >= area.top() && at.y() <= area.bottom()) {
            painter.drawLine(QPointF(area.left(), at.y()), QPointF(area.right(), at.y()));
        }
    };
    if (!isMissing(reference_)) {
        across(isLyingDown_);
    }
    if (!isMissing(placeLine_)) {
        across(!isLyingDown_);
    }
}

void SeriesItem::setHighlighted(const QStringList& keys) {
    highlighted_.clear();
    for (const QString& key : keys) {
        highlighted_.insert(key.toStdString());
    }
    // Where nothing of the figure is meant, nothing fades.
    const auto isMeant = [this](const study::Point& point) {
        return highlighted_.count(point.key) > 0;
    };
    hasHighlighted_ = std::any_of(series_.begin(), series_.end(), [&](const DrawnSeries& drawn) {
        const std::vector<study::Point>& points = drawn.series.points;
        return drawn.series.role == study::SeriesRole::Points &&
               std::any_of(points.begin(), points.end(), isMeant);
    });
    update();
}

bool SeriesItem::isFaint(const DrawnSeries& drawn, const study::Point& point) const {
    return hasHighlighted_ && drawn.series.role == study::SeriesRole::Points &&
           highlighted_.count(point.key) == 0;
}

void SeriesItem::setReferenceLine(double value, const QColor& colour) {
    reference_ = value;
    referenceColour_ = colour;
}

SeriesItem::Hit SeriesItem::hitAt(const QPointF& position) const {
    Hit best;
    double nearest = hitRadius;
    for (std::size_t s = 0; s < series_.size(); ++s) {
        const auto& points = series_[s].series.points;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const QPointF at = positionOf(series_[s], points[i].x, points[i].y);
            const double distance = std::hypot(at.x() - position.x(), at.y() - position.y());
            if (distance <= nearest) {
                nearest = distance;
                best = {static_cast<int>(s), static_cast<int>(i)};
            }
        }
    }
    return best;
}

QPointF SeriesItem::positionOf(const DrawnSeries& drawn, double x, double y) const {
    const QPointF value = isLyingDown_ ? QPointF(y, x + drawn.shift) : QPointF(x + drawn.shift, y);
    return chart_->mapToPosition(value, drawn.anchor);
}

void SeriesItem::drawPoint(QPainter& painter, const DrawnSeries& drawn,
                           const study::Point& point) const {
    if (isMissing(point.y)) {
        return;
    }
    const QRectF area = chart_->plotArea();
    // The widest interval first and thin, inner ones over it and thicker. Ends are clipped by hand:
    // an SVG file ignores the painter's clip.
    double width = 1.4;
    for (const study::Interval& interval : point.intervals) {
        QPointF low = positionOf(drawn, point.x, interval.low);
        QPointF high = positionOf(drawn, point.x, interval.high);
        const QPointF cap = isLyingDown_ ? QPointF(0, capLength) : QPointF(capLength, 0);
        const bool lowInside = area.adjusted(-1, -1, 1, 1).contains(low);
        const bool highInside = area.adjusted(-1, -1, 1, 1).contains(high);
        low = {std::clamp(low.x(), area.left(), area.right()),
               std::clamp(low.y(), area.top(), area.bottom())};
        high = {std::clamp(high.x(), area.left(), area.right()),
                std::clamp(high.y(), area.top(), area.bottom())};
        painter.setPen(QPen(drawn.colour, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(low, high);
        // Caps belong to the widest interval alone; inner ones are told by their thickness.
        const bool isWidest = &interval == &point.intervals.front();
        if (lowInside && isWidest) {
            painter.drawLine(low - cap, low + cap);
        }
        if (highInside && isWidest) {
            painter.drawLine(high - cap, high + cap);
        }
        width += 1.6;
    }
    const bool isHollow = !isMissing(point.pValue) && point.pValue >= significanceLevel;
    QColor colour = drawn.colour;
    if (isFaint(drawn, point)) {
        colour.setAlphaF(faintness);
    }
    painter.setPen(QPen(colour, 1.6));
    painter.setBrush(isHollow ? chart_->backgroundBrush() : QBrush(colour));
    const QPointF at = positionOf(drawn, point.x, point.y);
    const QPolygonF marker = markerOf(drawn.shape, at);
    if (marker.isEmpty()) {
        painter.drawEllipse(at, markerRadius, markerRadius);
    } else {
        painter.drawPolygon(marker);
    }
}

/// Few points are named beside their markers.
void SeriesItem::drawNames(QPainter& painter, const DrawnSeries& drawn) const {
    constexpr std::size_t fewPoints = 12;
    if (drawn.series.role != study::SeriesRole::Points || drawn.series.points.size() > fewPoints) {
        return;
    }
    const QAbstractAxis* axis = chart_->axes().value(0);
    painter.setFont(QApplication::font());
    painter.setPen(axis == nullptr ? drawn.colour : axis->labelsColor());
    for (const study::Point& point : drawn.series.points) {
        painter.drawText(positionOf(drawn, point.x, point.y) +
                             QPointF(2 * markerRadius, -markerRadius),
                         QString::fromStdString(point.label.own));
    }
}

/// Label, estimate with its interval, and number of rows in a box around the place.
void SeriesItem::drawCell(QPainter& painter, const study::Point& point, const QPointF& at) const {
    const auto fixed = [](double value) {
        return QString::fromStdString(text::fixedNumber(value, 3));
    };
    QStringList lines{QString::fromStdString(point.label.own)};
    if (point.coefficient) {
        lines.append(QStringLiteral("%1 [%2, %3]")
                         .arg(fixed(point.coefficient->estimate), fixed(point.coefficient->confLow),
                              fixed(point.coefficient->confHigh)));
        lines.append(QStringLiteral("N = %1").arg(QLocale().toString(point.count, 'f', 0)));
    }
    const QString text = lines.join(QLatin1Char('\n'));
    painter.setFont(QApplication::font());
    constexpr double padding = 4.0;
    QRectF box = painter.boundingRect(QRectF(), Qt::AlignCenter, text)
                     .adjusted(-padding, -padding, padding, padding);
    box.moveCenter(at);
    const QRectF area = chart_->plotArea().adjusted(2, 2, -2, -2);
    box.moveLeft(
        std::clamp(box.left(), area.left(), std::max(area.left(), area.right() - box.width())));
    box.moveTop(
        std::clamp(box.top(), area.top(), std::max(area.top(), area.bottom() - box.height())));
    QColor paper = chart_->backgroundBrush().color();
    paper.setAlphaF(0.82F);
    const QAbstractAxis* axis = chart_->axes().value(0);
    const QColor ink = axis == nullptr ? referenceColour_ : axis->labelsColor();
    painter.setPen(QPen(ink, 0.8));
    painter.setBrush(paper);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, text);
}

void SeriesItem::drawBars(QPainter& painter, const DrawnSeries& drawn) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(drawn.colour);
    for (const study::Point& point : drawn.series.points) {
        if (!isMissing(point.y)) {
            const QRectF bar(positionOf(drawn, point.x - barHalfWidth, 0.0),
                             positionOf(drawn, point.x + barHalfWidth, point.y));
            painter.drawRect(bar.normalized().intersected(chart_->plotArea()));
        }
    }
}

void SeriesItem::drawLine(QPainter& painter, const DrawnSeries& drawn) const {
    static constexpr std::array dashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    painter.setPen(
        QPen(drawn.colour, 1.8, dashes[static_cast<std::size_t>(drawn.shape) % dashes.size()]));
    QPolygonF line;
    for (const study::Point& point : drawn.series.points) {
        if (isMissing(point.y)) {
            painter.drawPolyline(line);
            line.clear();
        } else {
            line.append(positionOf(drawn, point.x, point.y));
        }
    }
    painter.drawPolyline(line);
}

} // namespace citypanel::ui
