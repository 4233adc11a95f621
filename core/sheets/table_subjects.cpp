// SPDX-License-Identifier: GPL-3.0-or-later
// Titles reduced to their subjects.
#include "core/sheets/table_subjects.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/of_which_headings.h"
#include "core/sheets/section_words.h"
#include "core/sheets/table_blocks.h"
#include "core/sheets/table_variable.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr std::int64_t linesLookedAt = 8; // that are looked at above a table

/// A title without the place or province whose units it is of: 生产总值 of 河北省生产总值.
QString withoutPlace(const QString& title) {
    static const QRegularExpression named(
        QStringLiteral("^(\\p{Han}{1,10}?(?:省|自治区|市|自治州|地区|盟))"),
        QRegularExpression::UseUnicodePropertiesOption);
    const QString place = named.match(title).captured(1);
    const bool isPlace =
        !place.isEmpty() &&
        chinaPrefectures().match(place.toStdString(), {.listsOnlyPlaces = true}).kind !=
            NameKind::Unknown;
    return isPlace ? title.mid(place.size()) : title;
}

/// A title without what tables of one subject may be called by or not.
std::string subjectOf(const std::string& title) {
    static const QRegularExpression common(QStringLiteral(
        "主要|基本|情况|状况|概况|统计|指标|资料|数据|一览|续表?|构成|历年|各年|全国|全省|"
        "分?各?(?:地级|副省级|省辖)?(?:及以上)?(?:城市|地区|市县|县市|设区市)|各市|分市|分县|["
        "及与和、，,\\s_表]|"
        "事业|工作|\\(?[一二三四]\\)?$|(?<!地)(?:19|20)\\d\\d年?|^[\\d\\s.-]+"));
    QString subject = QString::fromStdString(titleHeader(title).name);
    return withoutPlace(subject.remove(common)).toStdString();
}

/// The words for one of several groups or flows, of which a title says one; the name of a variable
/// of only one of them says it as well.
const std::array<QRegularExpression, 22>& alternatives() {
    static const std::array<QRegularExpression, 22> words{
        QRegularExpression(QStringLiteral("城镇|农村|乡村")),
        QRegularExpression(QStringLiteral("非私营|私营|个体|国有|集体")),
        QRegularExpression(QStringLiteral("出口|进口")),
        QRegularExpression(QStringLiteral("存款|贷款")),
        QRegularExpression(QStringLiteral("收入|支出|消费")),
        QRegularExpression(QStringLiteral("男|女")),
        QRegularExpression(QStringLiteral("销售|竣工|新开工|施工")),
        QRegularExpression(QStringLiteral("申请|授权")),
        QRegularExpression(QStringLiteral("养老|医疗|失业|工伤|生育")),
        QRegularExpression(QStringLiteral("小学|初中|高中|中学|中等职业|高等")),
        QRegularExpression(QStringLiteral("公路|水路|水运|铁路|航空|民航|民用航空")),
        QRegularExpression(QStringLiteral("人工煤气|天然气|液化石油气")),
        QRegularExpression(QStringLiteral("内资|外商|外资|港澳台")),
        QRegularExpression(QStringLiteral("工业|农业|生活|建筑业|服务业")),
        QRegularExpression(QStringLiteral("公共预算|政府性基金|社会保险基金|国有资本经营")),
        QRegularExpression(QStringLiteral("职工|居民|农民")),
        QRegularExpression(QStringLiteral("住宅|办公楼|商业营业用房")),
        QRegularExpression(QStringLiteral("医院|卫生院|诊所")),
        QRegularExpression(QStringLiteral("粮食|油料|棉花|蔬菜|水果|肉类|水产品")),
        QRegularExpression(QStringLiteral("出生|死亡")),
        QRegularExpression(QStringLiteral("规模以上|大中型")),
        QRegularExpression(QStringLiteral("国内|入境|国际"))};
    return words;
}

/// Words by which a title makes another variable of the same heading.
const std::array<QRegularExpression, 10>& qualifiers() {
    static const std::array<QRegularExpression, 10> words{
        QRegularExpression(QStringLiteral("指数")),
        QRegularExpression(QStringLiteral("增长|增速|速度")),
        QRegularExpression(QStringLiteral("比重|占比")),
        QRegularExpression(QStringLiteral("可比价|不变价")),
        QRegularExpression(QStringLiteral("常住")),
        QRegularExpression(QStringLiteral("户籍")),
        QRegularExpression(QStringLiteral("非农")),
        QRegularExpression(QStringLiteral("人均")),
        QRegularExpression(QStringLiteral("市本级|城区|各县|县域|规划区")),
        QRegularExpression(QStringLiteral("累计"))};
    return words;
}

/// The heading of values that are of whatever the table is of.
bool saysValueOnly(const std::string& name) {
    static const QRegularExpression data = caseless("^(obs_?)?datas?$");
    return saysWholeOnly(name) || matches(name, data);
}

/// The one word of a group that a text says; "" where it says none, or several.
QString saidOf(const QRegularExpression& words, const QString& text) {
    QString said;
    auto all = words.globalMatch(text);
    while (all.hasNext()) {
        const QString word = all.next().captured();
        if (!said.isEmpty() && word != said) {
            return {};
        }
        said = word;
    }
    return said;
}

/// Whether two subjects have two characters in a row in common.
bool shareWords(const QString& a, const QString& b) {
    for (qsizetype i = 0; i + 1 < a.size(); ++i) {
        if (b.contains(a.mid(i, 2))) {
            return true;
        }
    }
    return false;
}

/// Whether a variable of that name is likely to be another thing in tables of two subjects, which
/// are neither empty nor the same.
bool mayDiffer(const std::string& name, const std::string& subject, const std::string& other) {
    const QString a = QString::fromStdString(subject);
    const QString b = QString::fromStdString(other);
    const QString variable = QString::fromStdString(name);
    if (!hasHan(name) && !saysValueOnly(name)) {
        return false;
    }
    const bool isQualified =
        std::any_of(qualifiers().begin(), qualifiers().end(), [&](const auto& words) {
            return words.match(a).hasMatch() != words.match(b).hasMatch() &&
                   !words.match(variable).hasMatch();
        });
    if (isQualified) {
        return true;
    }
    if (a.contains(variable) || b.contains(variable) || a.contains(b) || b.contains(a)) {
        return false;
    }
    if (!saysWhatIsMeasured(name) && !shareWords(a, b)) {
        return true;
    }
    return std::any_of(alternatives().begin(), alternatives().end(), [&](const auto& words) {
        const QString first = saidOf(words, a);
        const QString second = saidOf(words, b);
        return !first.isEmpty() && !second.isEmpty() && first != second &&
               !words.match(variable).hasMatch();
    });
}

/// The place whose parts a title names: 南京市 of 南京市各区主要指标, 徐州市分县区人口.
std::string placeOfParts(const std::string& title) {
    static const QRegularExpression parts(
        QStringLiteral("^(?:[\\d.\\s-]*)(\\p{Han}{1,8}?(?:市|自治州|地区|盟|省))"
                       "(?:各|分|所辖|下辖)(?:县|区|市区)"),
        QRegularExpression::UseUnicodePropertiesOption);
    return parts.match(QString::fromStdString(title)).captured(1).toStdString();
}

/// The lines above a table, from the top.
std::vector<std::string> linesAbove(const Sheet& sheet, const Layout& layout) {
    const std::int64_t header = layout.isTransposed ? layout.unitColumn : layout.headerBegin;
    const auto end = static_cast<std::size_t>(std::max<std::int64_t>(header, 0));
    std::vector<std::string> lines;
    for (std::size_t row = end;
         row-- > 0 && end - row <= static_cast<std::size_t>(linesLookedAt);) {
        const auto only = onlyCell(sheet, row);
        if (rowContent(sheet, row).numbers > 0) {
            break;
        }
        const std::string text = only ? tidyHeader(sheet.textAt(row, *only)) : std::string();
        if (!text.empty() && (unitInLine(text).empty() || !textBeforeUnit(text).empty())) {
            lines.insert(lines.begin(), text);
        }
    }
    return lines;
}

/// The rows without values right below a header of places: 普通中学 over 学校数 and 在校学生.
std::vector<std::string> sectionsBelow(const Sheet& sheet, const Layout& layout) {
    std::vector<std::string> sections;
    for (auto row = static_cast<std::size_t>(layout.unitColumn) + 1;
         layout.isTransposed && layout.unitColumn >= 0 && row < sheet.rowCount(); ++row) {
        const auto only = onlyCell(sheet, row);
        if (!only || rowContent(sheet, row).numbers > 0) {
            break;
        }
        sections.push_back(tidyHeader(sheet.textAt(row, *only)));
    }
    return sections;
}

std::set<std::string> unitsOf(const Sheet& sheet, const Layout& layout) {
    constexpr std::size_t most = 400;
    std::set<std::string> units;
    const auto end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end && units.size() < most;
         ++row) {
        units.insert(tidyName(sheet.textAt(row, static_cast<std::size_t>(layout.unitColumn))));
    }
    units.erase(std::string());
    return units;
}

/// The names that two tables share and that may be different things in them.
std::vector<std::string> doubtful(const TableSubject& table, const TableSubject& other) {
    std::vector<std::string> names;
    if (table.subject.empty() || other.subject.empty() || table.subject == other.subject) {
        return names;
    }
    static const QRegularExpression scope(QStringLiteral("_(?:全市|市辖区)$"));
    const std::string ofSheet = joinHeader({table.sheet}).name; // years of one variable
    for (const std::string& name : table.variables) {
        if (!other.variables.contains(name)) {
            continue;
        }
        const std::string base = QString::fromStdString(name).remove(scope).toStdString();
        const bool isByName = table.isByName || other.isByName;
        const bool isOfSheet = base == ofSheet;
        if ((!isByName || saysValueOnly(base) || isOfSheet) &&
            mayDiffer(isOfSheet ? std::string("value") : base, table.subject, other.subject)) {
            names.push_back(name);
        }
    }
    return names;
}

bool sharePartsOfPlaces(const TableSubject& table, const TableSubject& other) {
    return !table.place.empty() && !other.place.empty() && table.place != other.place &&
           std::any_of(table.units.begin(), table.units.end(),
                       [&](const std::string& unit) { return other.units.contains(unit); });
}

Problem tablesDiffer(const TableSubject& table, const TableSubject& other,
                     const std::vector<std::string>& names) {
    constexpr std::size_t named = 5;
    Problem warning{.code = ProblemCode::TablesDiffer,
                    .place = {.file = table.file, .sheet = table.sheet},
                    .found = names.empty() ? table.place : table.subject,
                    .expected = names.empty() ? other.place : other.subject,
                    .severity = Severity::Warning};
    for (std::size_t i = 0; i < std::min(named, names.size()); ++i) {
        warning.place.variable += (i == 0 ? "" : ", ") + names[i];
    }
    warning.place.variable += names.size() > named ? ", …" : "";
    return warning;
}

} // namespace

TableSubject subjectOfTable(const Sheet& sheet, const Layout& layout, const std::string& fileName) {
    TableSubject table{.file = fileName, .sheet = sheet.name()};
    const bool isOfService = layout.kind == LayoutKind::Long || !layout.rowsWhere.empty();
    for (const ColumnLayout& column : layout.columns) {
        const std::string name = nameWithoutScope(column);
        if (column.isImported && !column.isText && (!isOfService || saysValueOnly(name))) {
            table.variables.insert(column.name);
        }
    }
    bool isNamedAbove = layout.headerBegin > linesLookedAt; // by lines over tables above it
    for (const std::string& line : linesAbove(sheet, layout)) {
        isNamedAbove = isNamedAbove || saysContinued(line);
        table.subject = table.subject.empty() ? subjectOf(line) : table.subject;
        table.place = table.place.empty() ? placeOfParts(line) : table.place;
    }
    for (const std::string& section : sectionsBelow(sheet, layout)) {
        table.subject += subjectOf(section);
    }
    const bool isBySheet = sheet.name() != fileName && !saysNothing(sheet.name());
    if (table.subject.empty() && !isNamedAbove) {
        // Years across may be of a variable that is called after the sheet.
        const std::string name = joinHeader({sheet.name()}).name;
        const bool isVariable = table.variables.contains(name);
        table.subject =
            subjectOf(isBySheet && !isVariable ? sheet.name() : variableOfFile(fileName));
        table.isByName = true;
    }
    if (!table.place.empty() && layout.unitColumn >= 0 && !layout.isTransposed) {
        table.units = unitsOf(sheet, layout);
    }
    return table;
}

Problems differingTables(const std::vector<TableSubject>& tables) {
    Problems warnings;
    std::set<std::pair<std::string, std::string>> told;     // subjects
    std::map<std::string, std::vector<std::size_t>> byName; // tables with that variable
    for (std::size_t i = 0; i < tables.size(); ++i) {
        std::set<std::size_t> before; // tables that it is joined to
        for (const std::string& name : tables[i].variables) {
            std::vector<std::size_t>& sharing = byName[name];
            before.insert(sharing.begin(), sharing.end());
            sharing.push_back(i);
        }
        for (const std::size_t known : before) {
            const TableSubject& other = tables[known];
            const std::vector<std::string> names = doubtful(tables[i], other);
            if ((names.empty() && !sharePartsOfPlaces(tables[i], other)) ||
                !told.emplace(tables[i].place + tables[i].subject, other.place + other.subject)
                     .second) {
                continue;
            }
            warnings.push_back(tablesDiffer(tables[i], other, names));
            break; // the first of several tables is enough
        }
    }
    return warnings;
}

} // namespace citypanel::sheets
