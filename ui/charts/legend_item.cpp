// SPDX-License-Identifier: GPL-3.0-or-later
// Entries flowing into centred lines.
#include "ui/charts/legend_item.h"

#include "ui/charts/chart_marks.h"

#include <QChart>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel::ui {

namespace {

constexpr double symbolWidth = 26.0;
constexpr double symbolGap = 5.0;
constexpr double entryGap = 16.0;
constexpr double lineFactor = 1.25; // heights of text
constexpr double aboveLegend = 2.0;

} // namespace

LegendItem::LegendItem(QChart* chart, std::vector<LegendEntry> entries, const QColor& textColour)
    : QGraphicsObject(chart)
    , chart_(chart)
    , entries_(std::move(entries))
    , textColour_(textColour)
    , margins_(chart->margins()) {
    setAcceptedMouseButtons(Qt::NoButton);
    connect(chart, &QChart::geometryChanged, this, &LegendItem::place);
    place();
}

void LegendItem::place() {
    prepareGeometryChange();
    const QFontMetricsF metrics(drawnFont());
    const double height = metrics.height() * lineFactor;
    const double left = margins_.left();
    const double room = std::max(chart_->size().width() - left - margins_.right(), symbolWidth);
    places_.clear();
    lineCount_ = 1;
    double used = 0.0;
    std::size_t first = 0; // of the line
    const auto centre = [&] {
        for (std::size_t i = first; i < places_.size(); ++i) {
            places_[i].translate((room - used) / 2, 0.0);
        }
        first = places_.size();
    };
    for (const LegendEntry& entry : entries_) {
        const double width = std::min(room, symbolWidth + symbolGap +
                                                std::ceil(metrics.horizontalAdvance(entry.name)));
        const bool isFirst = places_.size() == first;
        if (!isFirst && used + entryGap + width > room) {
            centre();
            ++lineCount_;
            used = 0.0;
        }
        const double begin = places_.size() == first ? 0.0 : used + entryGap;
        places_.emplace_back(left + begin, (lineCount_ - 1) * height, width, height);
        used = begin + width;
    }
    centre();
    const double whole = lineCount_ * height;
    const double top = chart_->size().height() - margins_.bottom() - whole;
    for (QRectF& place : places_) {
        place.translate(0.0, top);
    }
    chart_->setMargins(margins_ + QMargins(0, 0, 0, qRound(whole + aboveLegend)));
    update();
}

QRectF LegendItem::boundingRect() const {
    QRectF whole;
    for (const QRectF& place : places_) {
        whole |= place;
    }
    return whole;
}

void LegendItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(drawnFont());
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const QRectF& place = places_[i];
        drawSymbol(*painter, entries_[i],
                   {place.left() + symbolWidth / 2, place.top() + place.height() / 2});
        const QRectF words = place.adjusted(symbolWidth + symbolGap, 0, 0, 0);
        painter->setPen(textColour_);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(entries_[i].name, Qt::ElideMiddle,
                                                            qRound(words.width()) + 1));
    }
    painter->restore();
}

void LegendItem::drawSymbol(QPainter& painter, const LegendEntry& entry,
                            const QPointF& middle) const {
    const QPointF half(symbolWidth / 2, 0.0);
    switch (entry.role) {
    case study::SeriesRole::Line:
    case study::SeriesRole::Density:
        painter.setPen(QPen(entry.colour, 1.8, dashOf(entry.shape)));
        painter.drawLine(middle - half, middle + half);
        return;
    case study::SeriesRole::Bars:
    case study::SeriesRole::Cells:
    case study::SeriesRole::Surface:
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.colour);
        painter.drawRect(QRectF(middle - half / 2 - QPointF(0, markerRadius),
                                middle + half / 2 + QPointF(0, markerRadius)));
        return;
    case study::SeriesRole::Estimates:
        painter.setPen(QPen(entry.colour, 1.4));
        painter.drawLine(middle - half, middle + half);
        break;
    case study::SeriesRole::Points:
        break;
    }
    painter.setPen(QPen(entry.colour, 1.6));
    painter.setBrush(entry.colour);
    drawMarker(painter, entry.shape, middle);
}

} // namespace citypanel::ui
