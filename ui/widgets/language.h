// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window: switching it while running, and keeping texts in step.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace citypanel::ui {

/// The languages of the window by their names in settings and on the command line.
enum class WindowLanguage { English, Chinese };

/// "en" or "zh_CN".
[[nodiscard]] QString languageCode(WindowLanguage language);

/// The language that fits the locale of the system: Chinese for any Chinese locale.
[[nodiscard]] WindowLanguage systemLanguage();

/// Installs the translators of the program and of Qt itself. Every widget then gets a
/// LanguageChange event.
void applyLanguage(WindowLanguage language);
[[nodiscard]] WindowLanguage windowLanguage();

/// The program's text of a context and source text in one language, whatever the window's is.
[[nodiscard]] QString textIn(WindowLanguage language, const char* context, const char* source);

/// Calls setTexts now and again whenever the language changes, for as long as the widget lives.
void translated(QWidget* widget, std::function<void()> setTexts);

} // namespace citypanel::ui
