// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys the lines of text do not get.
#include "ui/widgets/typing_guard.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace citypanel::ui {

void TypingGuard::install() {
    if (qApp->findChild<TypingGuard*>(QString(), Qt::FindDirectChildrenOnly) == nullptr) {
        qApp->installEventFilter(new TypingGuard(qApp));
    }
}

bool TypingGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    const bool isText = qobject_cast<QLineEdit*>(watched) != nullptr ||
                        qobject_cast<QPlainTextEdit*>(watched) != nullptr;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isLetter = !key->text().isEmpty() && key->text().at(0).isPrint();
    return isText && isLetter && key->modifiers() == Qt::AltModifier;
}

} // namespace citypanel::ui
