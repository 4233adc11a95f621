// SPDX-License-Identifier: GPL-3.0-or-later
// Painting and moving a weight.
#include "ui/index/weight_slider.h"

#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace citypanel::ui {

namespace {

constexpr int steps = 1000; ///< of a weight of 1
constexpr int inset = 5;

} // namespace

WeightSlider::WeightSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    setRange(0, steps);
    setSingleStep(1);
    setPageStep(10);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QSlider::valueChanged, this, [this] { Q_EMIT weightMoved(weight()); });
}

void WeightSlider::setScale(double scale) {
    scale_ = std::max(scale, 0.01);
    const QSignalBlocker blocker(this);
    setMaximum(static_cast<int>(std::ceil(scale_ * steps)));
}

void WeightSlider::setWeight(double weight) {
    const QSignalBlocker blocker(this);
    if (weight > scale_) {
        setScale(weight);
    }
    setValue(static_cast<int>(std::lround(weight * steps)));
    update();
}

double WeightSlider::weight() const {
    return static_cast<double>(value()) / steps;
}

void WeightSlider::setComputed(double weight) {
    computed_ = weight;
    update();
}

void WeightSlider::setLocked(bool isLocked) {
    isLocked_ = isLocked;
    update();
}

QSize WeightSlider::sizeHint() const {
    return {180, fontMetrics().height() + 8};
}

void WeightSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double span = width() - 2 * inset;
    const auto at = [&](double weight) { return inset + span * std::min(weight / scale_, 1.0); };
    const QRectF track(inset, height() / 2.0 - 5, span, 10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(ColourRole::Border));
    painter.drawRoundedRect(track, 3, 3);
    QRectF bar = track;
    bar.setRight(std::max(at(weight()), track.left() + 1));
    QColor fill = seriesColour(0);
    fill.setAlphaF(isLocked_ ? 0.45F : 0.9F);
    painter.setBrush(fill);
    painter.drawRoundedRect(bar, 3, 3);
    painter.setPen(QPen(seriesColour(1), 2));
    painter.drawLine(QPointF(at(computed_), track.top() - 4),
                     QPointF(at(computed_), track.bottom() + 4));
    if (!isLocked_) {
        const QColor rim =
            hasFocus() ? palette().color(QPalette::Highlight) : colour(ColourRole::Muted);
        painter.setPen(QPen(rim, 1.5));
        painter.setBrush(palette().color(QPalette::Button));
        painter.drawEllipse(QPointF(at(weight()), height() / 2.0), 6, 6);
    }
}

void WeightSlider::moveTo(double x) {
    const double share = std::clamp((x - inset) / (width() - 2.0 * inset), 0.0, 1.0);
    setValue(static_cast<int>(std::lround(share * scale_ * steps)));
}

void WeightSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !isLocked_) {
        setSliderDown(true);
        moveTo(event->position().x());
    }
}

void WeightSlider::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown()) {
        moveTo(event->position().x());
    }
}

void WeightSlider::mouseReleaseEvent(QMouseEvent*) {
    setSliderDown(false);
}

void WeightSlider::wheelEvent(QWheelEvent* event) {
    event->ignore(); // the list scrolls; a weight is never moved by accident
}

void WeightSlider::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_L) {
        Q_EMIT lockRequested();
    } else if (event->key() == Qt::Key_0 && !isLocked_) {
        setValue(0);
    } else if (!isLocked_ || event->key() == Qt::Key_Tab) {
        QSlider::keyPressEvent(event);
    }
}

} // namespace citypanel::ui
