// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys the lines of text do not get.
#include "ui/widgets/typing_guard.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

namespace citypanel::ui {

namespace {

/// The line of text that keys to a widget go to; none for other widgets.
QLineEdit* lineOf(QObject* watched) {
    if (auto* box = qobject_cast<QComboBox*>(watched)) {
        return box->lineEdit();
    }
    if (qobject_cast<QAbstractSpinBox*>(watched) != nullptr) {
        return watched->findChild<QLineEdit*>();
    }
    return qobject_cast<QLineEdit*>(watched);
}

/// Whether a key undoes or redoes, and the text it goes to has nothing of its own to undo or redo.
bool leavesToTheProject(QObject* watched, const QKeyEvent& key) {
    const bool isUndo = key.matches(QKeySequence::Undo);
    if (!isUndo && !key.matches(QKeySequence::Redo)) {
        return false;
    }
    if (const QLineEdit* line = lineOf(watched)) {
        return isUndo ? !line->isModified() || !line->isUndoAvailable() : !line->isRedoAvailable();
    }
    if (const auto* edit = qobject_cast<QPlainTextEdit*>(watched)) {
        return isUndo ? !edit->document()->isUndoAvailable() : !edit->document()->isRedoAvailable();
    }
    return false;
}

} // namespace

void TypingGuard::install() {
    if (qApp->findChild<TypingGuard*>(QString(), Qt::FindDirectChildrenOnly) == nullptr) {
        qApp->installEventFilter(new TypingGuard(qApp));
    }
}

bool TypingGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const bool isPassedOn = leavesToTheProject(watched, *static_cast<QKeyEvent*>(event));
        event->setAccepted(event->isAccepted() && !isPassedOn);
        return isPassedOn;
    }
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
