// SPDX-License-Identifier: GPL-3.0-or-later
// Regular expressions over tidy header text.
#include "core/sheets/header_text.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/heading_units.h"
#include "core/sheets/title_scope.h"
#include "core/sheets/unit_of_measure.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace citypanel::sheets {

namespace {

const QRegularExpression& bracketed() {
    static const QRegularExpression expression(
        QStringLiteral("\\(([^()]*)\\)|\\[([^\\[\\]]*)\\]|【([^【】]*)】|〔([^〔〕]*)〕"));
    return expression;
}

/// "万元", "%", "10 000 persons", "人/平方公里", ... but not "当年价格" and not "2".
bool isUnit(const QString& text) {
    static const QRegularExpression unit(
        QStringLiteral(
            "^(%|‰|[十百千万亿]*(元|元人民币|美元|人|吨|户|册|台|辆|个|张|家|所|件|座|处|条|间"
            "|人次|公顷|亩|平方米|平方公里|立方米|公里|千米|米|升|千瓦时|度|吨标准煤|微克/立方米"
            "|标准煤|天|标台|人公里|吨公里|人千米|吨千米|部|套|项|只|头|艘|架|床|份|千瓦|兆瓦"
            "|千克|公斤|克|毫克|微克|分贝|毫米|岁|小时|百分点|平方千米|次|倍|对|分|吨CO2"
            "|吨二氧化碳|℃|°C|km2|m2|m3|hm2|[MGT]?[kK]?Wh|kw·h|[kMG]W|[MGTP]J|[kM]?tce|[kM]t"
            "|[uμ]g|mg|kg)"
            "(/[^ ]+)?|.*(yuan|cny|person|ton|household|unit|sq\\.?m|hectare|kwh|cu\\.m).*"
            "|百分比|百分比%)$"),
        QRegularExpression::CaseInsensitiveOption);
    return unit.match(text.trimmed()).hasMatch();
}

bool hasHan(const QString& text) {
    for (const QChar c : text) {
        if (c.script() == QChar::Script_Han) {
            return true;
        }
    }
    return false;
}

/// A unit of measure and nothing more, beyond doubt: "亿元", "%".
bool isPlainUnit(const QString& text) {
    return text == QLatin1String("%") || (hasHan(text) && !text.contains(u':') && isUnit(text));
}

/// The one unit among the words in brackets: "亿元,2017年", "全市,亿元", "单位:万元"; what is left
/// are the others.
QString takeUnitAmong(QString& within) {
    static const QRegularExpression joint(QStringLiteral("\\s*[,;、]\\s*"));
    static const QRegularExpression stated(QStringLiteral("^(?:计量)?单位\\s*:\\s*"));
    QString unit;
    QStringList others;
    for (QString part : within.split(joint)) {
        part.remove(stated);
        if (!isUnit(part)) {
            others << part;
        } else if (!unit.isEmpty()) {
            return {};
        } else {
            unit = part.trimmed();
        }
    }
    within = unit.isEmpty() ? within : others.join(u',');
    return unit;
}

/// Takes the first bracketed unit, or one behind a colon or comma or a sign of percent at the end,
/// out of the text and returns it; other brackets stay. Behind a slash it may be what the indicator
/// is per (能耗/万元).
QString takeUnit(QString& text) {
    auto matches = bracketed().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        QString within = match.captured(match.lastCapturedIndex());
        if (hasHan(within) && isUnit(QString(within).remove(u' '))) { // 万 人
            within.remove(u' ');
        }
        if (isUnit(within)) {
            text.remove(match.capturedStart(), match.capturedLength());
            return within.trimmed();
        }
        QString left = within;
        if (QString unit = takeUnitAmong(left); !unit.isEmpty()) {
            text.replace(match.capturedStart(), match.capturedLength(),
                         left.isEmpty() ? QString() : u'(' + left + u')');
            return unit;
        }
    }
    static const QRegularExpression parted(
        QStringLiteral("(?<=\\p{Han}|\\)|[A-Za-z\\d])\\s*[:,]\\s*([^:,]+)$"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression stated(QStringLiteral("(单位|\\bunits?)$"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ofWhich(QStringLiteral("^(?:其中|of which)\\s*$"),
                                            QRegularExpression::CaseInsensitiveOption);
    const auto behind = parted.match(text); // 人口:万人
    if (isPlainUnit(behind.captured(1).trimmed()) &&
        !ofWhich.match(text.left(behind.capturedStart())).hasMatch() &&
        !stated.match(text.left(behind.capturedStart())).hasMatch()) {
        text.truncate(behind.capturedStart());
        return behind.captured(1).trimmed();
    }
    static const QRegularExpression percent(QStringLiteral("(?<=\\p{Han})\\s*([%‰])$"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    const auto match = percent.match(text); // 增长%
    text.truncate(match.hasMatch() ? match.capturedStart() : text.size());
    return match.captured(1);
}

/// The same for a cell of a header, below others: a translation of their unit changes nothing.
bool takeUnitOf(QString& text, HeaderText& header) {
    const QString unit = takeUnit(text);
    const bool isTranslated = !hasHan(unit) &&
                              hasHan(QString::fromStdString(header.unitOfMeasure)) &&
                              areSameMeasure(unit.toStdString(), header.unitOfMeasure);
    if (!unit.isEmpty() && !isTranslated) {
        header.unitOfMeasure = unit.toStdString();
    }
    return !unit.isEmpty();
}

/// "地区生产总值 Gross Regional Product" keeps its Chinese part; "实际GDP" stays whole.
QString withoutTranslation(const QString& text) {
    static const QRegularExpression english(QStringLiteral("\\s+[A-Za-z(][^\\p{Han}]*$"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    QString result = text;
    if (hasHan(text)) {
        const auto match = english.match(result);
        if (match.hasMatch() && hasHan(result.left(match.capturedStart()))) {
            result.truncate(match.capturedStart());
        }
        result.remove(QChar(u' '));
    }
    return result.trimmed();
}

/// Without the number of an item and the sector it opens ("(2)制造业", "第三产业(1)交通运输业") and
/// without "其中:".
QString withoutNumbering(QString text) {
    static const QRegularExpression numbering(
        QStringLiteral("^(第[一二三]产业)?\\(\\d+\\)\\s*|^其中(?::\\s*|$)|^#\\s*"));
    return text.remove(numbering).trimmed();
}

/// The scope a header cell names in Chinese, or in the English of bilingual yearbooks; empty for
/// any other text.
QString scopeOf(const QString& text) {
    static const QRegularExpression city(QStringLiteral("^(total|whole|entire) city$"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression districts(
        QStringLiteral("^(districts under (the )?city|(municipal|urban|city) districts)$"),
        QRegularExpression::CaseInsensitiveOption);
    const QString english = text.simplified();
    if (city.match(english).hasMatch()) {
        return QStringLiteral("全市");
    }
    if (districts.match(english).hasMatch()) {
        return QStringLiteral("市辖区");
    }
    QString word = text;
    word.remove(u' ');
    if (word == QStringLiteral("市区")) {
        return QStringLiteral("市辖区");
    }
    const bool isScope = word == QStringLiteral("全市") || word == QStringLiteral("市辖区");
    return isScope ? word : QString();
}

/// "指标_全市_单位": headers of data services that carry everything in one name.
void takeUnderscoredParts(QString& text, HeaderText& header) {
    QStringList parts = text.split(u'_', Qt::SkipEmptyParts);
    if (parts.size() < 2 || !hasHan(text)) {
        return;
    }
    for (qsizetype i = parts.size(); i-- > 1;) {
        QString part = parts[i].trimmed();
        part = part == QStringLiteral("市") ? QStringLiteral("全市") : part;
        if (const QString scope = scopeOf(part); !scope.isEmpty()) {
            header.scope = scope.toStdString();
            parts.removeAt(i);
        } else if (i + 1 == parts.size() && isUnit(part) &&
                   mayBeIn(parts.first().toStdString(), part.toStdString())) { // not GDP_人
            header.unitOfMeasure =
                part.startsWith(QStringLiteral("百分比")) ? "%" : part.toStdString();
            parts.removeAt(i);
        }
    }
    text = parts.join(u'_');
}

/// Letters, digits and underscores of any script; all else becomes one underscore.
QString identifier(const QString& text) {
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}.]+"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString name = text;
    name.replace(others, QStringLiteral("_"));
    while (name.startsWith(u'_')) {
        name.remove(0, 1);
    }
    while (name.endsWith(u'_')) {
        name.chop(1);
    }
    if (!name.isEmpty() && name.front().isDigit()) {
        name.prepend(u'v');
    }
    return name;
}

HeaderText withNames(HeaderText header, QStringList parts) {
    if (!header.scope.empty()) {
        parts << QString::fromStdString(header.scope);
    }
    header.name = identifier(parts.join(u'_')).toStdString();
    header.label = parts.join(QStringLiteral(", ")).toStdString();
    return header;
}

/// "GDP(全市)", "GDP(市辖区,现价)": the scope of a heading.
void takeBracketedScope(QString& text, HeaderText& header) {
    const std::string scope = scopeInBrackets(text.toStdString());
    if (!scope.empty() && !text.startsWith(u'(')) {
        header.scope = scope;
        text = QString::fromStdString(withoutScopeInBrackets(text.toStdString()));
    }
}

/// A line taken apart: what stands before "单位：" or "Unit:", the unit in Chinese, that in
/// English.
QRegularExpressionMatch statedUnit(const std::string& line) {
    static const QRegularExpression chinese(
        QStringLiteral("^(.*?)\\(?(?:计量)?单位\\s*[:;]\\s*\\(?"
                       "((?:RMB|CNY|USD) [^()]*(?:illion|\\d)|[^ ()]+)()"));
    static const QRegularExpression english(
        QStringLiteral("^(.*?)\\(?\\bunits?(?: of measure(?:ment)?)?\\s*:\\s*()([^)]+)"),
        QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromStdString(withoutWideBlanks(line));
    const auto match = chinese.match(text);
    return match.hasMatch() ? match : english.match(text);
}

} // namespace

HeaderText joinHeader(const std::vector<std::string>& cells) {
    HeaderText header;
    QStringList parts;
    bool isOfGroup = false; // the unit stands above the last part of the name
    for (const std::string& cell : cells) {
        QString text = QString::fromStdString(tidyHeader(cell));
        const bool hasUnit = takeUnitOf(text, header);
        isOfGroup = isOfGroup && !hasUnit;
        takeUnderscoredParts(text, header);
        takeBracketedScope(text, header);
        text = withoutNumbering(withoutTranslation(text));
        if (const QString scope = scopeOf(text); !scope.isEmpty()) {
            header.scope = scope.toStdString();
            continue;
        }
        static const QRegularExpression unitless(QStringLiteral("^(没有单位|无单位|无量纲)$"));
        if (!parts.isEmpty() && unitless.match(text).hasMatch()) { // of a row of units too
            header.unitOfMeasure.clear();
            continue;
        }
        if (!parts.isEmpty() && isPlainUnit(text)) { // a row of units of measure below the names
            header.unitOfMeasure = text.toStdString();
            isOfGroup = false;
            continue;
        }
        // A longer name below says again what stands above it: 常住人口, 常住人口城镇化率.
        if (!parts.isEmpty() && !text.isEmpty() && text.startsWith(parts.last())) {
            parts.removeLast();
        }
        if (!text.isEmpty()) {
            parts << text;
            isOfGroup = !hasUnit && !header.unitOfMeasure.empty();
        }
    }
    if (parts.size() > 1 && isPlainUnit(parts.front())) { // such a row above the names
        header.unitOfMeasure = parts.takeFirst().toStdString();
        isOfGroup = true;
    }
    if (isOfGroup && !mayBeIn(parts.last().toStdString(), header.unitOfMeasure)) {
        header.unitOfMeasure.clear();
    }
    const bool isChinese = std::any_of(parts.begin(), parts.end(), hasHan);
    if (isChinese) { // a line of translation between the Chinese ones
        parts.removeIf([](const QString& part) {
            return !hasHan(part) && part.size() > 3 && part.front().isLetter();
        });
    }
    return withNames(std::move(header), parts);
}

HeaderText withScope(HeaderText header, const std::string& scope) {
    header.scope = scope;
    header.name += "_" + scope;
    header.label += ", " + scope;
    return header;
}

std::string scopeWord(std::string_view text) {
    return scopeOf(QString::fromStdString(tidyHeader(text))).toStdString();
}

bool isUnitOfMeasure(std::string_view text) {
    return isPlainUnit(QString::fromStdString(tidyHeader(text)));
}

std::vector<NamedUnit> unitsByName(std::string_view line) {
    static const QRegularExpression named( // 增速:%, and 人均指标为元
        QStringLiteral("[\\s,;、(]([^\\s:,;、()]+?)(?:指标|数据)?\\s*(?::|[均]?为|按|以)\\s*"
                       "([^\\s:,;、()]+)"));
    const QString text = QString::fromStdString(tidyHeader(line));
    const auto stated = statedUnit(text.toStdString());
    std::vector<NamedUnit> units;
    auto all = named.globalMatch(text, stated.hasMatch() ? stated.capturedStart(2) : text.size());
    while (all.hasNext()) {
        const auto match = all.next();
        if (isPlainUnit(match.captured(2))) {
            units.push_back({match.captured(1).toStdString(), match.captured(2).toStdString()});
        }
    }
    return units;
}

std::string withoutWideBlanks(const std::string& text) {
    static const QRegularExpression wide(QStringLiteral("(?<=单)\\s+(?=位)|(?<=[十百千万亿])\\s+"
                                                        "(?=[十百千万亿元人吨户立平美])"));
    return QString::fromStdString(text).remove(wide).toStdString();
}

std::string unitInLine(std::string_view line) {
    const auto match = statedUnit(tidyHeader(line));
    return (match.captured(2) + match.captured(3)).trimmed().toStdString();
}

std::string textBeforeUnit(std::string_view line) {
    static const QRegularExpression joint(QStringLiteral("[ (,;:|、/]+$"));
    QString before = statedUnit(tidyHeader(line)).captured(1).remove(joint);
    if (before.count(u'(') > before.count(u')')) {
        before += u')'; // "主要指标(2017年,市辖区,单位:亿元)"
    }
    return before.toStdString();
}

} // namespace citypanel::sheets
