// SPDX-License-Identifier: GPL-3.0-or-later
// Years before, after and over the names of variables.
#include "core/sheets/year_headers.h"

#include "core/sheets/cell_text.h"

#include <QRegularExpression>
#include <QString>

namespace citypanel::sheets {

namespace {

/// Without marks behind the year, and without the months of a whole one.
QString withoutMarks(const std::string& label) {
    static const QRegularExpression marks(QStringLiteral(
        "(?<=\\d|年)\\s*(?:[*＊†‡①-⑳⁰¹²³⁴-⁹]+|(?<=年)[(\\[]\\d{1,2}[)\\]]|[(\\[]注\\d?[)\\]]|"
        "(?<=\\d{4})\\[\\d{1,2}\\]|"
        "\\(?(?:初步(?:核算|统计|核实)?|最终(?:核算|核实)|快报|快速核算|初核|终核|核实"
        "|预计|预估|预测|估计|修订)[数值]?\\)?|"
        "\\(?[EePpRr]\\)?)$"));
    static const QRegularExpression decimals(QStringLiteral("(?<=\\d{4})\\.0+$"));
    static const QRegularExpression months(
        QStringLiteral("(?<=\\d{4}年)\\s*(?:1月?\\s*[-~—–至]\\s*12月份?|全年)"));
    return QString::fromStdString(label).remove(marks).remove(decimals).remove(months);
}

/// The year of a date that stands for all of it, its first or last day: "2010-12-31".
std::int64_t yearOfDate(const QString& text) {
    static const QRegularExpression date(
        QStringLiteral("^((?:19|20)\\d\\d)([-/.年])(?:12[-/.月]31|0?1[-/.月]0?1)日?(?: .*)?$"));
    return date.match(text).captured(1).toLongLong();
}

/// "2011-2013", "人口2011—2013年", "2011至2013年": several years, and of none of them.
bool isSpan(const QString& text) {
    static const QRegularExpression span(QStringLiteral(
        "(?<!\\d)(?:19|20)\\d\\d年?\\s*[-~—–―－至到/、]+\\s*(?:19|20)\\d\\d年?[末底度]?$"));
    return span.match(text).hasMatch();
}

NameAndYear found(const QString& name, const QString& year) {
    return {name.toStdString(), year.toLongLong()};
}

/// "地区生产总值, 2017年, 全市", as headings are joined: the scope comes last.
struct ScopedLabel {
    std::string label;
    std::string scope; ///< ", 全市"
};

ScopedLabel scopeApart(const std::string& label) {
    for (const std::string scope : {", 全市", ", 市辖区"}) {
        if (label.size() > scope.size() && label.ends_with(scope)) {
            return {label.substr(0, label.size() - scope.size()), scope};
        }
    }
    return {label, {}};
}

/// "GDP(2017年)", "GDP(2017)": the name and the year in brackets, none of prices or of an index.
NameAndYear yearInBrackets(const QString& text) {
    static const QRegularExpression brackets(
        QStringLiteral("^(.*[^\\s])\\s*[(\\[]((?:19|20)\\d\\d)年?[末底度]?[)\\]]$"));
    static const QRegularExpression ofBase(
        QStringLiteral("不变|可比|实际|平减|基期|指数|(?:19|20)\\d\\d"));
    const auto match = brackets.match(text);
    const bool isOfBase = ofBase.match(match.captured(1)).hasMatch();
    return match.hasMatch() && !isOfBase ? found(match.captured(1), match.captured(2))
                                         : NameAndYear{};
}

NameAndYear splitBareYear(const std::string& label) {
    static const QRegularExpression above(
        QStringLiteral("^((?:19|20)\\d\\d|2100)(?:年[末底度]?)?, (.+)$"));
    static const QRegularExpression twoDigits(QStringLiteral("^(\\d\\d)年$"));
    static const QRegularExpression before(
        QStringLiteral("^((?:19|20)\\d\\d|2100)(?:年[末底度]?+[_ ]?|[_ "
                       "])(?!.*(?:19|20)\\d\\d)(?!不变价|可比价|价|为|基期|"
                       "[=以至比同较-])([^\\d\\s].*)$"));
    // 2017gdp; not 2017Q1, nor 2010USD, which are prices of that year.
    static const QRegularExpression joined(
        QStringLiteral(
            "^((?:19|20)\\d\\d)((?!q[1-4]|h[12]|us\\b|us[d$]|rmb|cny|yuan|price|base|const)"
            "[a-z][a-z_]+\\d?(?:\\p{Han}.*)?)$"),
        QRegularExpression::CaseInsensitiveOption);
    // 2012地区生产总值; not 2000元以下, 2000人以上, 2012版 or 2000不变价.
    static const QRegularExpression joinedHan(
        QStringLiteral(
            "^((?:19|20)\\d\\d)((?!不变价|可比价|人(?![口均数])|平(?!均)|公(?![共路园])|"
            "个(?![体人])|[年价为基以至到比同较版元家户吨万亿千百米余多标号名所项次辆台册种天])"
            "\\p{Han}[^\\d]*)$"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression behind(
        QStringLiteral("^(.*?[^\\d为比较]|)[_ ]?((?:19|20)\\d\\d|2100)(?:年[末底度]?)?$"));
    const QString text = withoutMarks(withYearsInDigits(label));
    if (const std::int64_t year = yearOfDate(text); year != 0) {
        return {{}, year};
    }
    if (const auto match = above.match(text); match.hasMatch()) {
        return found(match.captured(2), match.captured(1));
    }
    if (const auto match = twoDigits.match(text); match.hasMatch()) {
        constexpr std::int64_t firstOfThisCentury = 50; // "99年" is 1999, "12年" 2012
        const std::int64_t year = match.captured(1).toLongLong();
        return {{}, year < firstOfThisCentury ? 2000 + year : 1900 + year};
    }
    if (const auto match = before.match(text); match.hasMatch()) {
        return found(match.captured(2), match.captured(1));
    }
    for (const QRegularExpression* expression : {&joined, &joinedHan}) {
        if (const auto match = expression->match(text); match.hasMatch()) {
            return found(match.captured(2), match.captured(1));
        }
    }
    if (NameAndYear parts = yearInBrackets(text); parts.year != 0) {
        return parts;
    }
    const auto match = behind.match(text);
    if (!match.hasMatch() || isSpan(text)) {
        return {label, 0};
    }
    QString name = match.captured(1);
    while (name.endsWith(u'_') || name.endsWith(u' ') || name.endsWith(u',')) {
        name.chop(1);
    }
    return found(name, match.captured(2));
}

} // namespace

NameAndYear splitYear(const std::string& label) {
    const ScopedLabel scoped = scopeApart(label);
    NameAndYear parts = splitBareYear(scoped.label);
    // Under a year alone the scope is what its columns are called.
    const bool isAlone = parts.year == 0 || parts.name.empty();
    return isAlone ? splitBareYear(label) : NameAndYear{parts.name + scoped.scope, parts.year};
}

} // namespace citypanel::sheets
