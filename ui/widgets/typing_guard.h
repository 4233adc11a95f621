// SPDX-License-Identifier: GPL-3.0-or-later
// TypingGuard: keys that a line of text would take though they are meant for the window.
#pragma once

#include <QObject>
#include <QPointer>

class QKeyEvent;

namespace citypanel::ui {

/// Watches the whole application. Qt's lines would take Alt+A for the letter while the button with
/// that mnemonic is greyed, Ctrl+E for the end of the line, and Ctrl+Z though nothing typed in
/// them is left to undo: it is then the project's.
class TypingGuard final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Watches the application from now on; once is enough.
    static void install();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Whether a key is the window's before it is a text's: undo and redo where the text has no
    /// typing of its own to undo, or the last undo was the project's. A key the window has no
    /// command for goes to the text all the same.
    bool isForTheWindow(QObject* watched, const QKeyEvent& key);

    QPointer<QObject> undoneIn_; ///< the text whose typing was undone last
};

} // namespace citypanel::ui
