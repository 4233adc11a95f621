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

/// Ctrl with a letter that Unix lets move or delete in a line (Ctrl+E, Ctrl+K), not one that every
/// program has for texts.
bool isUnixEditing(const QKeyEvent& key) {
    const bool isLetter = key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z;
    return isLetter && key.modifiers() == Qt::ControlModifier && !key.matches(QKeySequence::Copy) &&
           !key.matches(QKeySequence::Paste) && !key.matches(QKeySequence::Cut) &&
           !key.matches(QKeySequence::SelectAll);
}

bool hasTypingToUndo(const QLineEdit* line, const QPlainTextEdit* edit) {
    return line != nullptr ? line->isModified() && line->isUndoAvailable()
                           : edit->document()->isUndoAvailable();
}

bool hasTypingToRedo(const QLineEdit* line, const QPlainTextEdit* edit) {
    return line != nullptr ? line->isRedoAvailable() : edit->document()->isRedoAvailable();
}

} // namespace

void TypingGuard::install() {
    if (qApp->findChild<TypingGuard*>(QString(), Qt::FindDirectChildrenOnly) == nullptr) {
        qApp->installEventFilter(new TypingGuard(qApp));
    }
}

bool TypingGuard::isForTheWindow(QObject* watched, const QKeyEvent& key) {
    const QLineEdit* line = lineOf(watched);
    const auto* edit = qobject_cast<QPlainTextEdit*>(watched);
    if (line == nullptr && edit == nullptr) {
        return false;
    }
    if (key.matches(QKeySequence::Undo)) {
        undoneIn_ = hasTypingToUndo(line, edit) ? watched : nullptr;
        return undoneIn_ == nullptr;
    }
    if (key.matches(QKeySequence::Redo)) {
        return undoneIn_ != watched || !hasTypingToRedo(line, edit);
    }
    return isUnixEditing(key);
}

bool TypingGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const bool isPassedOn = isForTheWindow(watched, *static_cast<QKeyEvent*>(event));
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
