// SPDX-License-Identifier: GPL-3.0-or-later
// What the wheel may do to boxes and numbers.
#include "ui/widgets/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>

namespace citypanel::ui {

void WheelGuard::install() {
    if (qApp->findChild<WheelGuard*>(QString(), Qt::FindDirectChildrenOnly) == nullptr) {
        qApp->installEventFilter(new WheelGuard(qApp));
    }
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
    const QEvent::Type type = event->type();
    if (type != QEvent::Wheel && type != QEvent::Polish) {
        return false;
    }
    const auto* choices = qobject_cast<QComboBox*>(watched);
    const auto* number = qobject_cast<QAbstractSpinBox*>(watched);
    if (choices == nullptr && number == nullptr) {
        return false;
    }
    auto* box = static_cast<QWidget*>(watched);
    if (type == QEvent::Polish) {
        if (box->focusPolicy() == Qt::WheelFocus) {
            box->setFocusPolicy(Qt::StrongFocus);
        }
        return false;
    }
    if (number != nullptr && number->hasFocus()) {
        return false;
    }
    event->ignore(); // it goes on to the widget around, which scrolls
    return true;
}

} // namespace citypanel::ui
