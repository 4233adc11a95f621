// SPDX-License-Identifier: GPL-3.0-or-later
// TypingGuard: Alt with a letter is a command; where none has it, it types nothing.
#pragma once

#include <QObject>

namespace citypanel::ui {

/// Watches the whole application. Qt's lines would take Alt+A for the letter while the button with
/// that mnemonic is greyed.
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
