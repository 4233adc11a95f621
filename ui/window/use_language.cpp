// SPDX-License-Identifier: GPL-3.0-or-later
// Translators, words of the core, and the locale of numbers.
#include "ui/window/use_language.h"

#include "ui/models/words.h"

#include <QLocale>

namespace citypanel::ui {

void useLanguage(WindowLanguage language) {
    const bool isChinese = language == WindowLanguage::Chinese;
    setWordsLanguage(isChinese ? text::Language::Chinese : text::Language::English);
    QLocale::setDefault(QLocale(isChinese ? QStringLiteral("zh_CN") : QStringLiteral("en_GB")));
    applyLanguage(language);
}

} // namespace citypanel::ui
