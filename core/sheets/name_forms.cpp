// SPDX-License-Identifier: GPL-3.0-or-later
// Names compared and told apart by their characters.
#include "core/sheets/name_forms.h"

#include <QString>

#include <algorithm>

namespace citypanel::sheets {

QRegularExpression caseless(const char* pattern) {
    return QRegularExpression(QString::fromUtf8(pattern),
                              QRegularExpression::CaseInsensitiveOption);
}

bool matches(const std::string& text, const QRegularExpression& pattern) {
    return pattern.match(QString::fromStdString(text)).hasMatch();
}

bool hasHan(const std::string& text) {
    const QString letters = QString::fromStdString(text);
    return std::any_of(letters.begin(), letters.end(),
                       [](QChar c) { return c.script() == QChar::Script_Han; });
}

bool hasHanOrDigit(const std::string& name) {
    const QString text = QString::fromStdString(name);
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.script() == QChar::Script_Han || c.isDigit(); });
}

bool isWrittenInHan(const std::string& name) {
    const QString text = QString::fromStdString(name);
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.script() == QChar::Script_Han; });
}

bool isOfCities(const std::string& header) {
    static const QRegularExpression words(QStringLiteral("城市|地市|地级市|区划|city|pref"),
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(QString::fromStdString(header)).hasMatch();
}

bool isSixDigits(const std::string& name) {
    constexpr std::size_t digits = 6;
    return name.size() == digits &&
           std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isWrittenInFull(const std::string& name) {
    const QString text = QString::fromStdString(name);
    return text.size() > 2 && (text.endsWith(u'市') || text.endsWith(u'盟') ||
                               text.endsWith(u'州') || text.endsWith(QStringLiteral("地区")));
}

bool differInOneCharacter(const std::string& a, const std::string& b) {
    const std::u32string first = QString::fromStdString(a).toStdU32String();
    const std::u32string second = QString::fromStdString(b).toStdU32String();
    if (first.size() != second.size()) {
        return false;
    }
    std::size_t different = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        different += first[i] == second[i] ? 0 : 1;
    }
    return different == 1;
}

std::string latinKey(const std::string& name) {
    QString key = QString::fromStdString(name).toLower();
    for (const char* word : {" city", " prefecture", " municipality", " shi"}) {
        if (key.endsWith(QLatin1String(word))) {
            key.chop(static_cast<qsizetype>(std::string_view(word).size()));
        }
    }
    key = key.normalized(QString::NormalizationForm_D);
    key.removeIf([](QChar c) { return c < u'a' || c > u'z'; });
    return key.toStdString();
}

bool isContinuation(const std::string& name) {
    static const QRegularExpression words = caseless(
        "^\\(?(续|续表.{0,4}|续上表|接上表|cont(inued|'d)?\\.?)\\)?$|^第?[- ]*\\d+[- ]*页$|"
        "^[-–—] ?\\d+ ?[-–—]$");
    return matches(name, words);
}

} // namespace citypanel::sheets
