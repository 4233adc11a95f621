// SPDX-License-Identifier: GPL-3.0-or-later
// TypingGuard: keys that a line of text would take though they are meant for the window.
#pragma once

#include <QObject>

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
};

} // namespace citypanel::ui
