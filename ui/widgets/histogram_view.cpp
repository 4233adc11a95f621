// SPDX-License-Identifier: GPL-3.0-or-later
// Bars, the outline of what was before, and the ends of the axis.
#include "ui/widgets/histogram_view.h"

#include "ui/widgets/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace citypanel::ui {

namespace {

constexpr int margin = 6;
constexpr int lines = 6;
constexpr int sampleCharacters = 30;
constexpr double firstGrouped = 1e3;
constexpr double firstExponent = 1e12;
constexpr int spaceOfLabel = 130;   // a label of the axis for each so many pixels
constexpr int heightOfCounts = 160; // from where on there is room to count the bars

QString shortText(double value) {
    const double size = std::abs(value);
    return size >= firstGrouped && size < firstExponent ? QLocale().toString(value, 'f', 0)
                                                        : QLocale().toString(value, 'g', 4);
}

} // namespace

HistogramView::HistogramView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("histogram"));
    setMouseTracking(true);
}

void HistogramView::setCounts(const prepare::Histogram& before, const prepare::Histogram& after,
                              const QString& title) {
    before_ = before;
    after_ = after;
    setAccessibleName(title);
    QStringList bins;
    for (std::size_t bin = 0; bin < after_.counts.size(); ++bin) {
        bins.append(binText(bin));
    }
    setAccessibleDescription(bins.join(QStringLiteral("; ")));
    update();
}

void HistogramView::clear() {
    setCounts({}, {}, {});
}

QSize HistogramView::sizeHint() const {
    return {fontMetrics().averageCharWidth() * sampleCharacters, fontMetrics().height() * lines};
}

QSize HistogramView::minimumSizeHint() const {
    return sizeHint() / 2;
}

QRectF HistogramView::plotArea() const {
    const int above = height() >= heightOfCounts + 3 * fontMetrics().height()
                          ? margin + fontMetrics().height()
                          : margin;
    return QRectF(rect()).adjusted(margin, above, -margin, -margin - fontMetrics().height());
}

double HistogramView::highest() const {
    std::size_t most = 1;
    for (const prepare::Histogram* counts : {&before_, &after_}) {
        for (const std::size_t count : counts->counts) {
            most = std::max(most, count);
        }
    }
    return static_cast<double>(most);
}

QString HistogramView::binText(std::size_t bin) const {
    const double width = (after_.to - after_.from) / static_cast<double>(after_.counts.size());
    const double from = after_.from + width * static_cast<double>(bin);
    const auto count = [](const prepare::Histogram& h, std::size_t i) {
        return QLocale().toString(static_cast<qulonglong>(h.counts[i]));
    };
    const QString range = QStringLiteral("%1 – %2").arg(shortText(from), shortText(from + width));
    return before_.counts.empty()
               ? QStringLiteral("%1: %2").arg(range, count(after_, bin))
               : QStringLiteral("%1: %2 → %3").arg(range, count(before_, bin), count(after_, bin));
}

void HistogramView::paintEvent(QPaintEvent*) {
    if (after_.counts.empty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plotArea();
    const double width = area.width() / static_cast<double>(after_.counts.size());
    const double scale = area.height() / highest();
    const auto topOf = [&](std::size_t count) {
        return area.bottom() - scale * static_cast<double>(count);
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(ColourRole::Accent));
    for (std::size_t bin = 0; bin < after_.counts.size(); ++bin) {
        const double left = area.left() + width * static_cast<double>(bin);
        painter.drawRect(QRectF(QPointF(left + 0.5, topOf(after_.counts[bin])),
                                QPointF(left + width - 0.5, area.bottom())));
    }
    QPainterPath outline(area.bottomLeft());
    for (std::size_t bin = 0; bin < before_.counts.size(); ++bin) {
        const double left = area.left() + width * static_cast<double>(bin);
        outline.lineTo(left, topOf(before_.counts[bin]));
        outline.lineTo(left + width, topOf(before_.counts[bin]));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1.2));
    painter.drawPath(outline);
    painter.setPen(colour(ColourRole::Border).darker(130));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(palette().color(QPalette::WindowText));
    paintLabels(painter, area);
}

void HistogramView::paintLabels(QPainter& painter, const QRectF& area) const {
    const int parts = std::clamp(static_cast<int>(area.width()) / spaceOfLabel, 1, 5);
    const double height = fontMetrics().height();
    for (int i = 0; i <= parts; ++i) {
        const double share = static_cast<double>(i) / parts;
        const QString text = shortText(after_.from + share * (after_.to - after_.from));
        const double width = fontMetrics().horizontalAdvance(text) + 2.0;
        const double x = area.left() + share * (area.width() - width);
        painter.drawText(QRectF(x, area.bottom() + 1, width, height), Qt::AlignCenter, text);
    }
    if (area.height() >= heightOfCounts) {
        const QString most = QLocale().toString(static_cast<qulonglong>(highest()));
        painter.drawText(QRectF(area.left(), area.top() - height, area.width(), height),
                         Qt::AlignLeft, most);
    }
}

void HistogramView::mouseMoveEvent(QMouseEvent* event) {
    const QRectF area = plotArea();
    const double share = (event->position().x() - area.left()) / area.width();
    if (after_.counts.empty() || share < 0 || share >= 1) {
        QToolTip::hideText();
        return;
    }
    const auto bin = static_cast<std::size_t>(share * static_cast<double>(after_.counts.size()));
    QToolTip::showText(event->globalPosition().toPoint(), binText(bin), this);
}

} // namespace citypanel::ui
