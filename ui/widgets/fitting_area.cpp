// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring the pane and the room.
#include "ui/widgets/fitting_area.h"

#include <QEvent>
#include <QScrollBar>

namespace citypanel::ui {

FittingArea::FittingArea(QWidget* pane, QSize most, QWidget* parent)
    : QScrollArea(parent), most_(most) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the pane's controls have the focus
    setWidget(pane);
}

void FittingArea::setMost(QSize most) {
    most_ = most;
    updateGeometry();
}

QSize FittingArea::sizeHint() const {
    return widget() == nullptr ? QSize() : widget()->sizeHint();
}

QSize FittingArea::minimumSizeHint() const {
    QSize least = needed();
    if (least.height() > height()) {
        least.rwidth() += verticalScrollBar()->sizeHint().width();
    }
    return least.boundedTo(most_);
}

QSize FittingArea::needed() const {
    return widget() == nullptr ? QSize(0, 0)
                               : widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
}

// QScrollArea's own way gives a pane that wraps its preferred height, and scrolls where it could
// have shrunk.
void FittingArea::fit() {
    if (widget() == nullptr) {
        return;
    }
    QSize room = maximumViewportSize();
    if (needed().height() > room.height()) {
        room.rwidth() -= verticalScrollBar()->sizeHint().width();
    }
    if (needed().width() > room.width()) {
        room.rheight() -= horizontalScrollBar()->sizeHint().height();
    }
    widget()->resize(room.expandedTo(needed()));
}

bool FittingArea::eventFilter(QObject* watched, QEvent* event) {
    const bool isAsked = watched == widget() && event->type() == QEvent::LayoutRequest;
    const bool result = QScrollArea::eventFilter(watched, event);
    if (isAsked) {
        fit();
        updateGeometry();
    }
    return result;
}

void FittingArea::resizeEvent(QResizeEvent* event) {
    fit();
    QScrollArea::resizeEvent(event);
}

} // namespace citypanel::ui
