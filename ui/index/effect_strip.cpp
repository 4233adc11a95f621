// SPDX-License-Identifier: GPL-3.0-or-later
// Painting the moving coefficient.
#include "ui/index/effect_strip.h"

#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int margin = 12;

QString numberText(double value) {
    return QString::number(value, 'g', 4);
}

} // namespace

EffectStrip::EffectStrip(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("effectStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize EffectStrip::sizeHint() const {
    return {260, 5 * fontMetrics().height()};
}

void EffectStrip::setComputed(const std::optional<TermEstimate>& estimate) {
    computed_ = estimate;
    low_ = high_ = 0; // zero is always in view
    if (computed_) {
        widen(*computed_);
    }
    update();
}

void EffectStrip::setChosen(const std::optional<TermEstimate>& estimate) {
    chosen_ = estimate;
    if (chosen_) {
        widen(*chosen_);
    }
    describe();
    update();
}

void EffectStrip::widen(const TermEstimate& estimate) {
    low_ = std::min(low_, estimate.confLow);
    high_ = std::max(high_, estimate.confHigh);
}

void EffectStrip::describe() {
    const QString text = chosen_
                             ? tr("%1, 95 % interval %2 to %3")
                                   .arg(numberText(chosen_->estimate), numberText(chosen_->confLow),
                                        numberText(chosen_->confHigh))
                             : QString();
    setAccessibleDescription(text);
    setToolTip(text);
}

void EffectStrip::paintEvent(QPaintEvent*) {
    if (!chosen_ || !(high_ > low_)) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double room = 0.05 * (high_ - low_);
    const auto at = [&](double value) {
        return margin +
               (width() - 2.0 * margin) * (value - low_ + room) / (high_ - low_ + 2 * room);
    };
    const int line = fontMetrics().height();
    const double middle = 2.2 * line;
    painter.setPen(QPen(colour(ColourRole::Muted), 1, Qt::DashLine));
    painter.drawLine(QPointF(at(0), line), QPointF(at(0), middle + line));
    const auto draw = [&](const TermEstimate& one, const QColor& ink, double y, double size) {
        painter.setPen(QPen(ink, 2));
        painter.drawLine(QPointF(at(one.confLow), y), QPointF(at(one.confHigh), y));
        painter.setBrush(ink);
        painter.drawEllipse(QPointF(at(one.estimate), y), size, size);
    };
    if (computed_) {
        QColor ghost = seriesColour(1);
        ghost.setAlphaF(0.7F);
        draw(*computed_, ghost, middle + 0.6 * line, 3);
    }
    draw(*chosen_, seriesColour(0), middle, 5);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(0, 0, width(), 1.4 * line), Qt::AlignCenter,
                     QStringLiteral("%1  [%2, %3]")
                         .arg(numberText(chosen_->estimate), numberText(chosen_->confLow),
                              numberText(chosen_->confHigh)));
    painter.setPen(colour(ColourRole::Muted));
    painter.drawText(QRectF(at(0) - 20, middle + line, 40, line), Qt::AlignCenter,
                     QStringLiteral("0"));
}

} // namespace citypanel::ui
