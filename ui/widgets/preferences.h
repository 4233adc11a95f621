// SPDX-License-Identifier: GPL-3.0-or-later
// Preferences: what the window remembers between two starts, by typed names.
#pragma once

#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QByteArray>
#include <QString>

namespace citypanel::ui {

/// Reads and writes the user's settings at once; holds nothing itself.
class Preferences {
public:
    [[nodiscard]] static Theme theme();
    static void setTheme(Theme theme);

    /// The language chosen, or that of the system.
    [[nodiscard]] static WindowLanguage language();
    static void setLanguage(WindowLanguage language);

    [[nodiscard]] static double textScale();
    static void setTextScale(double scale);

    /// The folder the last file dialog was left in.
    [[nodiscard]] static QString lastFolder();
    static void setLastFolder(const QString& folder);

    /// Saved geometry or splitter sizes under a name; empty when there are none.
    [[nodiscard]] static QByteArray layout(const QString& name);
    static void setLayout(const QString& name, const QByteArray& state);

    /// Any other small choice of a view under a name.
    [[nodiscard]] static QString choice(const QString& name, const QString& fallback = {});
    static void setChoice(const QString& name, const QString& value);
};

} // namespace citypanel::ui
