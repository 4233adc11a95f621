// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring the pane and the room.
#include "ui/widgets/fitting_area.h"

#include <QEvent>
#include <QLayout>
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
    QSize least = neededAt(0);
    if (least.height() > height()) {
        least.rwidth() += verticalScrollBar()->sizeHint().width();
    }
    return least.boundedTo(most_);
}

QSize FittingArea::neededAt(int width) const {
    if (widget() == nullptr) {
        return {0, 0};
    }
    QSize needed = widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
    const QLayout* layout = widget()->layout();
    if (layout != nullptr && layout->hasHeightForWidth()) {
        // What wraps needs the more height the narrower it is.
        const int least = layout->minimumHeightForWidth(std::max(width, needed.width()));
        needed.setHeight(std::max(least, widget()->minimumHeight()));
    }
    return needed;
}

// QScrollArea's own way gives a pane that wraps its preferred height, and scrolls where it could
// have shrunk.
void FittingArea::fit() {
    if (widget() == nullptr) {
        return;
    }
    QSize room = maximumViewportSize();
    QSize needed = neededAt(room.width());
    const int bar = verticalScrollBar()->sizeHint().width();
    if (needed.height() > room.height()) {
        room.rwidth() -= bar;
        needed = neededAt(room.width());
    }
    if (needed.width() > room.width()) {
        room.rheight() -= horizontalScrollBar()->sizeHint().height();
    }
    widget()->resize(room.expandedTo(needed));
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
