// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing of markers, whiskers with caps, bars and lines.
#include "ui/charts/series_item.h"

#include "core/text/numbers.h"
#include "ui/charts/chart_marks.h"
#include "ui/widgets/colour_scale.h"

#include <QChart>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace citypanel::ui {

namespace {

constexpr double capLength = 4.0;
constexpr double hitRadius = 9.0;
constexpr double significanceLevel = 0.1; // beyond it a marker is hollow
constexpr double barHalfWidth = 0.35;
constexpr float faintness = 0.18F; // opacity of what is not highlighted

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
    const bool hasScale = std::any_of(series_.begin(), series_.end(), [](const DrawnSeries& drawn) {
        return drawn.series.role == study::SeriesRole::Surface;
    });
    return chart_->plotArea().adjusted(0, 0, hasScale ? scaleWidth : 0, 0);
}

void SeriesItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(boundingRect());
    drawReferences(*painter);
    for (const DrawnSeries& drawn : series_) {
        switch (drawn.series.role) {
        case study::SeriesRole::Estimates:
        case study::SeriesRole::Points:
            for (const study::Point& point : drawn.series.points) {
                drawn.isRow ? drawStroke(*painter, drawn, point)
                            : drawPoint(*painter, drawn, point);
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
        case study::SeriesRole::Surface:
            drawSurface(*painter, drawn);
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
            const QPointF away = at - position;
            double distance = std::hypot(away.x(), away.y());
            if (isOnInterval(series_[s], points[i], position)) {
                distance = std::min(distance, hitRadius);
            }
            if (distance <= nearest) {
                nearest = distance;
                best = {static_cast<int>(s), static_cast<int>(i)};
            }
        }
    }
    return best;
}

bool SeriesItem::isOnInterval(const DrawnSeries& drawn, const study::Point& point,
                              const QPointF& position) const {
    if (drawn.series.role != study::SeriesRole::Estimates || point.intervals.empty()) {
        return false;
    }
    const QRectF span(positionOf(drawn, point.x, point.intervals.front().low),
                      positionOf(drawn, point.x, point.intervals.front().high));
    return span.normalized()
        .adjusted(-capLength, -capLength, capLength, capLength)
        .contains(position);
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
    drawMarker(painter, drawn.shape, positionOf(drawn, point.x, point.y));
}

/// A stroke as wide as the place of a specification, pale where it is not significant at 5 %.
void SeriesItem::drawStroke(QPainter& painter, const DrawnSeries& drawn,
                            const study::Point& point) const {
    constexpr double halfHeight = 0.32; // of the distance between two rows
    constexpr double level = 0.05;
    constexpr float pale = 0.4F;
    const QPointF top = positionOf(drawn, point.x, point.y - halfHeight);
    const QPointF bottom = positionOf(drawn, point.x, point.y + halfHeight);
    const double place = positionOf(drawn, point.x + 1.0, point.y).x() - top.x();
    QColor colour = drawn.colour;
    if (!isMissing(point.pValue) && point.pValue >= level) {
        colour.setAlphaF(pale);
    }
    painter.setPen(QPen(colour, std::clamp(place * 0.8, 0.6, 6.0), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(top, bottom);
}

/// A rectangle a place of the grid; those without a row of the sample are pale.
void SeriesItem::drawSurface(QPainter& painter, const DrawnSeries& drawn) const {
    constexpr float withoutRows = 0.3F;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    double width = low;
    double height = low;
    const std::vector<study::Point>& points = drawn.series.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].coefficient) {
            low = std::min(low, points[i].coefficient->estimate);
            high = std::max(high, points[i].coefficient->estimate);
        }
        if (i > 0 && points[i].x != points[i - 1].x) {
            width = std::min(width, std::abs(points[i].x - points[i - 1].x));
        }
        if (i > 0 && points[i].y != points[i - 1].y) {
            height = std::min(height, std::abs(points[i].y - points[i - 1].y));
        }
    }
    painter.setPen(Qt::NoPen);
    for (const study::Point& point : points) {
        if (!point.coefficient) {
            continue;
        }
        QColor colour = viridis((point.coefficient->estimate - low) / std::max(high - low, 1e-300));
        colour.setAlphaF(point.count > 0.0 ? 1.0F : withoutRows);
        painter.setBrush(colour);
        const QRectF cell(positionOf(drawn, point.x - width / 2, point.y - height / 2),
                          positionOf(drawn, point.x + width / 2, point.y + height / 2));
        painter.drawRect(cell.normalized().intersected(chart_->plotArea()));
    }
    drawScale(painter, low, high);
}

/// The colours from the lowest value at the foot to the highest, beside the plot.
void SeriesItem::drawScale(QPainter& painter, double low, double high) const {
    constexpr int steps = 60;
    constexpr int labels = 5;
    constexpr double barWidth = 12.0;
    const QRectF area = chart_->plotArea();
    const QRectF bar(area.right() + 12.0, area.top(), barWidth, area.height());
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int i = 0; i < steps; ++i) {
        painter.setBrush(viridis((i + 0.5) / steps));
        const double bottom = bar.bottom() - bar.height() * i / steps;
        const double top = bar.bottom() - bar.height() * (i + 1) / steps;
        painter.drawRect(QRectF(QPointF(bar.left(), top), QPointF(bar.right(), bottom)));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const QAbstractAxis* axis = chart_->axes().value(0);
    painter.setPen(axis == nullptr ? referenceColour_ : axis->labelsColor());
    painter.setFont(drawnFont());
    const double height = painter.fontMetrics().height();
    for (int i = 0; i < labels; ++i) {
        const double share = static_cast<double>(i) / (labels - 1);
        const double y = bar.bottom() - share * bar.height();
        const double top = std::clamp(y - height / 2, area.top(), area.bottom() - height);
        painter.drawText(QRectF(bar.right() + 4.0, top, scaleWidth, height), Qt::AlignLeft,
                         QString::fromStdString(text::fixedNumber(low + share * (high - low), 3)));
    }
}

/// Few points are named beside their markers.
void SeriesItem::drawNames(QPainter& painter, const DrawnSeries& drawn) const {
    constexpr std::size_t fewPoints = 12;
    if (drawn.series.role != study::SeriesRole::Points || drawn.isRow ||
        drawn.series.points.size() > fewPoints) {
        return;
    }
    const QAbstractAxis* axis = chart_->axes().value(0);
    painter.setFont(drawnFont());
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
        return QString::fromStdString(text::fixedNumber(value, 3, text::SignOfZeros::Kept));
    };
    QStringList lines{QString::fromStdString(point.label.own)};
    if (point.coefficient) {
        lines.append(fixed(point.coefficient->estimate));
        lines.append(
            QStringLiteral("[%1, %2]")
                .arg(fixed(point.coefficient->confLow), fixed(point.coefficient->confHigh)));
        lines.append(QStringLiteral("N = %1").arg(QLocale().toString(point.count, 'f', 0)));
    }
    const QString text = lines.join(QLatin1Char('\n'));
    constexpr double cellFont = 0.88; // boxes leave room for the dots
    painter.setFont(drawnFont(cellFont));
    constexpr double padding = 3.0;
    QRectF box = painter.boundingRect(QRectF(), Qt::AlignCenter, text)
                     .adjusted(-padding, -padding, padding, padding);
    moveToFreePlace(box, at);
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

/// The part of the plot on this side of the dividing lines.
QRectF SeriesItem::quadrantAt(const QPointF& at) const {
    constexpr double gap = 3.0;
    const QPointF lines = positionOf(series_.front(), isMissing(placeLine_) ? 0.0 : placeLine_,
                                     isMissing(reference_) ? 0.0 : reference_);
    QRectF area = chart_->plotArea().adjusted(gap, gap, -gap, -gap);
    if (!isMissing(placeLine_)) {
        at.x() < lines.x() ? area.setRight(std::min(area.right(), lines.x() - gap))
                           : area.setLeft(std::max(area.left(), lines.x() + gap));
    }
    if (!isMissing(reference_)) {
        at.y() < lines.y() ? area.setBottom(std::min(area.bottom(), lines.y() - gap))
                           : area.setTop(std::max(area.top(), lines.y() + gap));
    }
    return area;
}

/// A box stands in its quadrant where it covers the fewest points, as near to `at` as that allows.
void SeriesItem::moveToFreePlace(QRectF& box, const QPointF& at) const {
    constexpr int places = 9; // tried along each side
    std::vector<QPointF> marks;
    for (const DrawnSeries& drawn : series_) {
        for (const study::Point& point : drawn.series.points) {
            if (drawn.series.role == study::SeriesRole::Points) {
                marks.push_back(positionOf(drawn, point.x, point.y));
            }
        }
    }
    const QRectF area = quadrantAt(at);
    const QSizeF room(std::max(0.0, area.width() - box.width()),
                      std::max(0.0, area.height() - box.height()));
    std::pair<std::ptrdiff_t, double> least{std::numeric_limits<std::ptrdiff_t>::max(), 0.0};
    QPointF best = area.topLeft();
    for (int i = 0; i < places * places; ++i) {
        const QPointF corner =
            area.topLeft() +
            QPointF(room.width() * (i % places), room.height() * (i / places)) / (places - 1);
        const QRectF covered =
            QRectF(corner, box.size())
                .adjusted(-markerRadius, -markerRadius, markerRadius, markerRadius);
        const auto hidden = std::count_if(marks.begin(), marks.end(), [&](const QPointF& mark) {
            return covered.contains(mark);
        });
        const QPointF away = covered.center() - at;
        const std::pair cost{hidden, std::hypot(away.x(), away.y())};
        if (cost < least) {
            least = cost;
            best = corner;
        }
    }
    box.moveTopLeft(best);
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

/// The widest interval around a line, within the plot area by hand as an SVG ignores clips.
void SeriesItem::drawBand(QPainter& painter, const DrawnSeries& drawn) const {
    constexpr float bandOpacity = 0.22F;
    const QRectF area = chart_->plotArea();
    QPolygonF lower;
    QPolygonF upper;
    for (const study::Point& point : drawn.series.points) {
        if (!point.intervals.empty()) {
            lower.append(positionOf(drawn, point.x, point.intervals.front().low));
            upper.prepend(positionOf(drawn, point.x, point.intervals.front().high));
        }
    }
    QPolygonF band = lower + upper;
    for (QPointF& corner : band) {
        corner.setY(std::clamp(corner.y(), area.top(), area.bottom()));
    }
    QColor colour = drawn.colour;
    colour.setAlphaF(bandOpacity);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(band);
}

void SeriesItem::drawLine(QPainter& painter, const DrawnSeries& drawn) const {
    drawBand(painter, drawn);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(drawn.colour, 1.8, dashOf(drawn.shape)));
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
