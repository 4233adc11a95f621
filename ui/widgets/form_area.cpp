// SPDX-License-Identifier: GPL-3.0-or-later
// The width of the form is the least of the area.
#include "ui/widgets/form_area.h"

#include <QEvent>
#include <QScrollBar>

namespace citypanel::ui {

FormArea::FormArea(QWidget* form, QWidget* parent) : QScrollArea(parent) {
    setWidget(form);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QSize FormArea::minimumSizeHint() const {
    const int form = widget() == nullptr ? 0 : widget()->minimumSizeHint().width();
    return {form + verticalScrollBar()->sizeHint().width(),
            QScrollArea::minimumSizeHint().height()};
}

bool FormArea::eventFilter(QObject* watched, QEvent* event) {
    const bool result = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry(); // another language or another study may need another width
    }
    return result;
}

} // namespace citypanel::ui
