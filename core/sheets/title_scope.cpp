// SPDX-License-Identifier: GPL-3.0-or-later
// 全市 and 市辖区 among other words.
#include "core/sheets/title_scope.h"

#include "core/sheets/cell_text.h"

#include <QRegularExpression>
#include <QString>

namespace citypanel::sheets {

namespace {

/// A scope alone in brackets or among other words there, "(市辖区)", "(全市,2017年)"; not both.
const QRegularExpression& bracketedScope() {
    static const QRegularExpression expression(
        QStringLiteral("\\((?![^()]*全市[^()]*市辖区)(?![^()]*市辖区[^()]*全市)"
                       "(?:[^()]*[,;、\\s])?(全市|市辖区)(?:[,;、\\s][^()]*)?\\)"));
    return expression;
}

/// A text with scopes as they are mostly written: 市 辖 区, [市辖区], (市区), (市辖区(不含县)) and
/// (不包括市辖县) are (市辖区).
QString withUsualScopes(std::string_view raw) {
    static const QRegularExpression blanks(
        QStringLiteral("(?<=市)\\s+(?=辖)|(?<=辖)\\s+(?=区)|"
                       "(?<=全)\\s+(?=市)|(?<=[年\\s(]市)\\s+(?=区)"));
    static const QRegularExpression districts( // (2015年 市区), (不包括市辖县,下同)
        QStringLiteral("(\\((?:[^()]*[,;、年\\s])?)(?:市区|市辖区[(,、]?不(?:含|包括)市?辖?县\\)?|"
                       "不(?:含|包括)市?辖?县(?:[、及和][^(),;]{1,3})?)((?:[,;、\\s][^()]*)?\\))"));
    static const QRegularExpression behindDash(QStringLiteral("[—–-]+不(?:含|包括)市?辖?县$"));
    static const QRegularExpression ofCities(QStringLiteral("(?<=城市)市区"));
    static const QRegularExpression opened(QStringLiteral("[\\[【〔]"));
    static const QRegularExpression closed(QStringLiteral("[\\]】〕]"));
    QString text = QString::fromStdString(tidyHeader(raw));
    const bool saysScope = text.contains(u'市') &&
                           (text.contains(u'区') || text.contains(u'全') || text.contains(u'县'));
    if (saysScope) {
        text.remove(blanks)
            .replace(opened, QStringLiteral("("))
            .replace(closed, QStringLiteral(")"));
        text.replace(districts, QStringLiteral("\\1,市辖区\\2"));
        text.replace(behindDash, QStringLiteral("(市辖区)"));
        text.replace(ofCities, QStringLiteral("市辖区"));
    }
    return text;
}

/// "GDP by city (Districts), 2017", "GRP of Districts under City"; not beside the whole city.
bool isOfDistrictsInEnglish(const QString& title) {
    static const QRegularExpression districts(
        QStringLiteral("\\bdistricts under (the )?city\\b|\\b(municipal|urban|city) districts\\b|"
                       "\\(districts( only)?[,)]"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression others(
        QStringLiteral(
            "\\b(total|whole|entire) city\\b|\\b(ex|in)cluding\\b|\\band\\b.*\\bdistricts|"
            "\\bdistricts\\b.*\\band\\b|全市"),
        QRegularExpression::CaseInsensitiveOption);
    return districts.match(title).hasMatch() && !others.match(title).hasMatch();
}

} // namespace

std::string scopeInTitle(std::string_view title) {
    const QString text = withUsualScopes(title);
    const auto inBrackets = bracketedScope().match(text);
    if (inBrackets.hasMatch()) {
        return inBrackets.captured(1).toStdString();
    }
    // 市辖区GDP, 2017年城市市辖区主要指标, (市辖区,2017年); not where other scopes stand beside it.
    static const QRegularExpression districts(
        QStringLiteral("(?:^|[年\\d\\s(各—–-])(?:地级)?(?:城市|市)?市辖区(?![和及、与以外])"));
    static const QRegularExpression others(
        QStringLiteral("全市|辖县|市县|不含|不包括|包括|除市辖区|市区|地区"));
    const bool isOfDistricts = districts.match(text).hasMatch() && !others.match(text).hasMatch();
    return isOfDistricts || isOfDistrictsInEnglish(text) ? "市辖区" : "";
}

std::string scopeInName(std::string_view name) {
    // Also behind other words, 城市市辖区, and before them, 市辖区人口; not 不含市辖区.
    static const QRegularExpression apart(
        QStringLiteral("(?|(?<!\\p{Han})(全市|市辖区|市区)(?!\\p{Han})|"
                       "(?<=\\p{Han})(?<![含除和及与非])(市辖区)(?!\\p{Han})|"
                       "(?:^|(?<=[\\d年]))(市辖区)(?![和及与以外]))"),
        QRegularExpression::UseUnicodePropertiesOption);
    if (name.find("全市") != std::string_view::npos &&
        name.find("市辖区") != std::string_view::npos) {
        return {};
    }
    auto matches = apart.globalMatch(withUsualScopes(name));
    QString scope;
    while (matches.hasNext()) {
        const QString word = matches.next().captured(1);
        const QString said = word == QStringLiteral("市区") ? QStringLiteral("市辖区") : word;
        if (!scope.isEmpty() && said != scope) {
            return {};
        }
        scope = said;
    }
    return scope.toStdString();
}

std::string scopeInBrackets(const std::string& text) {
    return bracketedScope().match(withUsualScopes(text)).captured(1).toStdString();
}

std::string titleWithScope(std::string title, const std::string& scope) {
    title = withoutScopeInBrackets(title);
    return scope.empty() ? title : title + '(' + scope + ')';
}

std::string withoutScopeInBrackets(const std::string& title) {
    QString text = withUsualScopes(title);
    auto match = bracketedScope().match(text);
    while (match.hasMatch()) {
        text.remove(match.capturedStart(1), match.capturedLength(1));
        match = bracketedScope().match(text);
    }
    return withoutEmptyBrackets(text.toStdString());
}

std::string withoutEmptyBrackets(const std::string& text) {
    static const QRegularExpression empty(
        QStringLiteral("(?<=\\()\\s*[,;、]\\s*|\\s*[,;、]\\s*(?=\\))|\\(\\s*\\)"));
    QString tidy = QString::fromStdString(text);
    tidy.remove(empty);
    return tidy.remove(empty).toStdString(); // "(,)" is "()" by now
}

} // namespace citypanel::sheets
