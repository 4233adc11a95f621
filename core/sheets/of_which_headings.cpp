// SPDX-License-Identifier: GPL-3.0-or-later
// Headings that come again, told apart by the total they are of.
#include "core/sheets/of_which_headings.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/companion_names.h"
#include "core/sheets/header_groups.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/heading_units.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/unit_of_measure.h"
#include "core/sheets/year_headers.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace citypanel::sheets {

namespace {

/// What the header says over a column, from top to bottom.
std::vector<std::string> textsOver(const Sheet& sheet, const Layout& layout,
                                   const ColumnLayout& column) {
    const HeaderRows header{static_cast<std::size_t>(layout.headerBegin),
                            static_cast<std::size_t>(layout.headerEnd)};
    const auto first = static_cast<std::size_t>(std::max<std::int64_t>(layout.unitColumn + 1, 0));
    return headerOver(sheet, header, static_cast<std::size_t>(column.column), first);
}

/// Whether the header marks a column as a part of another: 其中：女性, #女性, or 其中 above it.
bool isMarkedAsPart(const Sheet& sheet, const Layout& layout, const ColumnLayout& column) {
    const std::vector<std::string> texts = textsOver(sheet, layout, column);
    return std::any_of(texts.begin(), texts.end(),
                       [](const std::string& text) { return saysOfWhich(tidyHeader(text)); });
}

/// Whether a column stands under a blank merged cell of the header: what is left of that is the
/// total, and parts of it stand below it.
bool isUnderBlankMerge(const Sheet& sheet, const Layout& layout, const ColumnLayout& column) {
    const auto at = static_cast<std::size_t>(column.column);
    if (column.label == column.scope) {
        return false; // of what is not said
    }
    return std::any_of(sheet.merged.begin(), sheet.merged.end(), [&](const MergedRange& range) {
        const bool isInHeader = static_cast<std::int64_t>(range.firstRow) >= layout.headerBegin &&
                                static_cast<std::int64_t>(range.lastRow) + 1 < layout.headerEnd;
        return isInHeader && range.firstColumn <= at && at <= range.lastColumn &&
               range.firstColumn < range.lastColumn && range.firstColumn > 1 &&
               tidyHeader(sheet.textAt(range.firstRow, range.firstColumn)).empty();
    });
}

} // namespace

bool saysWhatIsMeasured(const std::string& name) {
    static const QRegularExpression measures = caseless(
        "([额值量数率税费比]|人口|面积|收入|支出|[存贷]款|里程|用[电水气]|工资|利润|投资|比重|指数"
        "|产量|消费|储蓄|余额|出口|进口|增长|增速|gdp)$|(number|value|output|population|area|"
        "income|expenditure|revenue|deposit|loan|consumption|wage|rate|ratio|share|investment|"
        "profit|tax|export|import)");
    return !saysKindOnly(name) && !saysWholeOnly(name) && matches(name, measures);
}

bool saysKindOnly(const std::string& name) {
    static const QRegularExpression kinds(QStringLiteral(
        "^((城镇)?(国有|非国有|集体|民营|私营|个体|其他|内资|外资|港澳台(商投资)?|外商(投资)?|"
        "股份制)"
        "(控股|经济|单位|企业)?|住宅|办公楼|商业营业用房|[轻重]工业|[大中小微]型(企业)?|发明(专利)?"
        "|实用新型|外观设计|(一般|加工|其他)贸易|铁路|公路|水路|水运|民航|航空|管道|工业|农业|"
        "建筑业"
        "|(城乡|城镇)?居民(生活|家庭)?|生活|生产运营|小学|普通中学|普通高等学校|中等职业(教育)?"
        "学校)$"));
    return saysPartOnly(name) || matches(name, kinds);
}

namespace {

/// Whether a column is imported and holds numbers.
bool holdsValues(const ColumnLayout& column) {
    return column.isImported && !column.isText;
}

/// Blanks before the heading of a column, where it has one.
std::optional<std::size_t> indentOf(const Sheet& sheet, const Layout& layout,
                                    const ColumnLayout& column) {
    static const QRegularExpression blanks(QStringLiteral("^\\s*"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    for (std::int64_t row = layout.headerBegin; row < layout.headerEnd; ++row) {
        const std::string text =
            sheet.textAt(static_cast<std::size_t>(row), static_cast<std::size_t>(column.column));
        if (!tidyHeader(text).empty()) {
            const auto match = blanks.match(QString::fromStdString(text));
            return static_cast<std::size_t>(match.capturedLength());
        }
    }
    return std::nullopt;
}

/// Whether blanks stand before some headings of values and not before others.
bool haveIndents(const Sheet& sheet, const Layout& layout) {
    std::set<bool> found;
    for (const ColumnLayout& column : layout.columns) {
        if (holdsValues(column)) {
            found.insert(indentOf(sheet, layout, column).value_or(0) > 0);
        }
    }
    return found.size() > 1;
}

} // namespace

bool saysKindOf(const std::string& total, const std::string& name) {
    struct KindsOf {
        QRegularExpression totals;
        QRegularExpression kinds;
    };

    static const auto pattern = [](const char* words) { return caseless(words); };
    static const std::vector<KindsOf> known{
        {pattern("人口|人数|人员|职工|学生|教师|就业|从业|参保"), pattern("^[男女]性?$")},
        {pattern("收入|支出|消费|人口|人员|就业|从业|住房|低保|参保"),
         pattern("^(城镇|农村|乡村)$")},
        {pattern("人员|就业|从业"), pattern("^第[一二三]产业$")},
        {pattern("人员|职工|就业|从业|工资|产值|增加值|投资|企业|单位数|利润"),
         pattern("国有|集体|民营|私营|个体|内资|外资|港澳台|外商|股份制|[轻重]工业|型")},
        {pattern("面积|房|投资|销售"), pattern("^(住宅|办公楼|商业营业用房)$")},
        {pattern("专利"), pattern("发明|实用新型|外观设计")},
        {pattern("进出口|出口|进口"), pattern("贸易$")},
        {pattern("[客货]运|运输|周转|里程"), pattern("^(铁路|公路|水路|水运|民航|航空|管道)$")},
        {pattern("用电|用水|供水|供气|用气|排放|废水|能耗|能源"),
         pattern("^(工业|农业|建筑业|生活|生产运营|.*居民.*)$")},
        {pattern("学校数|学生|教师|毕业|招生"), pattern("学$|学校$")}};
    static const QRegularExpression product = caseless("生产总值|gdp");
    static const QRegularExpression counted =
        caseless("(人员|职工|学生|教师|车辆|企业|单位|学校|机构|户)$");
    const bool isTotal = (saysWhatIsMeasured(total) || matches(total, counted)) &&
                         !saysKindOnly(total) && !matches(total, product);
    if (!saysKindOnly(name) || !isTotal) {
        return false;
    }
    return std::any_of(known.begin(), known.end(), [&](const KindsOf& of) {
        return matches(total, of.totals) && matches(name, of.kinds);
    });
}

namespace {

/// Whether a column says no unit of measure, or one of the same kind as its total.
bool mayBeMeasuredAs(const ColumnLayout& total, const ColumnLayout& part) {
    return part.unitOfMeasure.empty() || part.unitOfMeasure == total.unitOfMeasure ||
           conversion(part.unitOfMeasure, total.unitOfMeasure).has_value();
}

/// For each column the one with the total that it is a part of, as far as the header says so: the
/// nearest that is none itself at its left.
std::vector<std::optional<std::size_t>> totals(const Sheet& sheet, const Layout& layout) {
    std::vector<std::optional<std::size_t>> found(layout.columns.size());
    const bool areIndented = haveIndents(sheet, layout); // and say by that what is of what
    std::optional<std::size_t> total;
    bool wasPart = false;
    std::string last; // name without its scope
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const ColumnLayout& column = layout.columns[i];
        const std::string name = nameWithoutScope(column);
        const bool goesOn = wasPart && (saysKindOnly(name) || name == last); // 其中：男 | 女
        const bool isKind =
            total && !areIndented && mayBeMeasuredAs(layout.columns[*total], column) &&
            saysKindOf(nameWithoutScope(layout.columns[*total]), name); // 职工 | 国有
        wasPart = holdsValues(column) && total &&
                  (goesOn || isKind || isMarkedAsPart(sheet, layout, column) ||
                   isUnderBlankMerge(sheet, layout, column));
        last = name;
        if (wasPart) {
            found[i] = total;
        } else {
            total = holdsValues(column) ? std::optional(i) : std::nullopt;
        }
    }
    return found;
}

/// Whether a part of a total is measured as it is: 其中：利润 of a number of firms is not, nor is
/// any average, share or growth.
bool isSameMeasureOfPart(const ColumnLayout& total, const ColumnLayout& part) {
    static const QRegularExpression counts(QStringLiteral("^[百千万]?[个家户件所座辆部台次]$"));
    static const QRegularExpression ratio(
        QStringLiteral("均|率|比|占|面$|指数|增|速|强度|密度|系数"));
    const QString label = QString::fromStdString(part.label);
    return !counts.match(QString::fromStdString(total.unitOfMeasure)).hasMatch() &&
           !ratio.match(label).hasMatch() && mayBeIn(part.label, total.unitOfMeasure);
}

/// Whether a part ends in the word that its total ends in too: 工业用电 of 全社会用电量, not 渔业
/// of 农林牧渔业总产值.
bool endsInWordOf(const QString& total, const QString& part) {
    static const QRegularExpression amount(QStringLiteral("[量数额值]$"));
    const QString word = part.right(2);
    return word.size() == 2 && part != total && word.front().script() == QChar::Script_Han &&
           QString(total).remove(amount).endsWith(word);
}

/// Whether the name of a part can stand without its total: 出口额, 非农业人口 of 总人口.
bool saysMeasure(const std::string& part, const std::string& total) {
    return saysWhatIsMeasured(part) ||
           (!saysKindOnly(part) &&
            endsInWordOf(QString::fromStdString(total), QString::fromStdString(part)));
}

/// Calls a part that does not say what it measures after its total: 商品房销售面积_住宅.
void nameAfterTotal(const ColumnLayout& total, ColumnLayout& part) {
    const std::string name = nameWithoutScope(total);
    const bool isNamed = part.name.starts_with(name + "_"); // as the heading over both says
    if (!isNamed && !saysMeasure(nameWithoutScope(part), name)) {
        static const QRegularExpression manner(QStringLiteral("^按[^_]{1,8}分组?_")); // 按性别分_男
        part.name = name + "_" + QString::fromStdString(part.name).remove(manner).toStdString();
        part.label = total.label + ", " + part.label;
    }
}

/// Gives a part that says no unit of measure that of its total.
void giveUnit(const ColumnLayout& total, ColumnLayout& part) {
    if (part.unitOfMeasure.empty() && isSameMeasureOfPart(total, part)) {
        part.unitOfMeasure = total.unitOfMeasure;
    }
}

/// Where a name comes again behind different totals, each of them behind the same first part, its
/// columns are called after those: 在岗职工 | 其中：甲 | 乙 | 城镇就业 | 其中：甲 | 乙.
void nameRepeatedParts(std::vector<std::optional<std::size_t>> ofTotal,
                       const std::vector<ColumnLayout>& before,
                       std::vector<ColumnLayout>& columns) {
    std::map<std::string, std::vector<std::size_t>> byName;
    std::optional<std::size_t> total;
    for (std::size_t i = 0; i < before.size(); ++i) {
        total = ofTotal[i] ? ofTotal[i] : total; // parts go on behind marked ones
        ofTotal[i] = holdsValues(before[i]) ? total : std::nullopt;
        byName[before[i].name].push_back(i);
    }
    for (const auto& [name, alike] : byName) {
        std::set<std::size_t> different;
        std::set<std::string> firstParts;
        bool isNamed = false;
        for (const std::size_t i : alike) {
            isNamed = isNamed || columns[i].name != name;
            if (ofTotal[i]) {
                different.insert(*ofTotal[i]);
                firstParts.insert(before[*ofTotal[i] + 1].name);
            }
        }
        if (alike.size() < 2 || isNamed || saysPartOnly(nameWithoutScope(before[alike.front()])) ||
            different.size() != alike.size() || firstParts.size() != 1) {
            continue; // a total may come again by itself
        }
        for (const std::size_t i : alike) {
            columns[i].name = before[*ofTotal[i]].name + "_" + columns[i].name;
            columns[i].label = before[*ofTotal[i]].label + ", " + columns[i].label;
        }
    }
}

using ColumnsByName = std::map<std::string, std::vector<std::size_t>>;

/// The nearest column left of another that says a measure and stands once; nothing where a column
/// without values stands between.
std::optional<std::size_t> measureBefore(const std::vector<ColumnLayout>& columns,
                                         const ColumnsByName& byName, std::size_t part) {
    for (std::size_t i = part; i-- > 0 && holdsValues(columns[i]);) {
        if (byName.at(columns[i].name).size() == 1 &&
            saysWhatIsMeasured(nameWithoutScope(columns[i]))) {
            return i;
        }
    }
    return std::nullopt;
}

/// Whether a column of values is named by something that says no measure: 铁路.
bool mayBePart(const ColumnLayout& column) {
    const std::string base = nameWithoutScope(column);
    return holdsValues(column) && column.label != column.scope && hasHan(base) &&
           !saysWhatIsMeasured(base) && !isCompanionName(base);
}

/// Where a name that says no measure still comes again, its columns are called after the nearest
/// heading at their left that says one: 客运量 | 铁路 | 公路 | 货运量 | 铁路 | 公路.
void nameByNearestMeasure(std::vector<ColumnLayout>& columns) {
    ColumnsByName byName;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        byName[columns[i].name].push_back(i);
    }
    std::map<std::size_t, std::size_t> named; // totals by part
    for (const auto& [name, alike] : byName) {
        std::map<std::size_t, std::size_t> found;
        std::set<std::size_t> different;
        for (const std::size_t i : alike) {
            const auto total =
                mayBePart(columns[i]) ? measureBefore(columns, byName, i) : std::nullopt;
            if (total) {
                found[i] = *total;
                different.insert(*total);
            }
        }
        if (alike.size() > 1 && different.size() == alike.size()) {
            named.merge(found);
        }
    }
    const std::vector<ColumnLayout> before = columns;
    for (const auto& [part, total] : named) {
        makePartOf(before[total], columns[part]);
    }
}

/// A heading without values that says what those indented below it measure: 用电量(万千瓦时).
bool isTotalWithoutValues(const ColumnLayout& column) {
    return !column.isImported && column.label != column.scope &&
           (!column.unitOfMeasure.empty() || saysWhatIsMeasured(column.name));
}

/// A heading that those below it may be indented under.
struct OpenHeading {
    std::size_t indent = 0;
    std::size_t column = 0;
    bool isMarked = false; ///< 其中: other parts stand below the word behind it
};

/// Calls a column indented below a total after it, where it does not say what it measures.
void nameBelow(const ColumnLayout& total, ColumnLayout& column) {
    const bool isTotal = holdsValues(total) || isTotalWithoutValues(total);
    if (!isTotal || !holdsValues(column) || column.label == column.scope) {
        return;
    }
    giveUnit(total, column);
    const std::string ofTotal = nameWithoutScope(total) + "_";
    const std::string own = joinHeader({column.label}).name; // 工业, not 工业_2
    if (!column.name.starts_with(ofTotal) && !saysMeasure(own, total.name)) {
        column.name = ofTotal + own;
        column.label = total.label + ", " + column.label;
    }
}

} // namespace

bool saysOfWhich(const std::string& heading) {
    static const QRegularExpression mark(
        QStringLiteral("^(?:其中|of which)\\s*(?::|$)|^#|^按\\S{1,8}分组?$"),
        QRegularExpression::CaseInsensitiveOption);
    return matches(heading, mark);
}

void makePartOf(const ColumnLayout& total, ColumnLayout& part) {
    giveUnit(total, part);
    nameAfterTotal(total, part);
}

bool saysPartOnly(const std::string& name) {
    static const QRegularExpression parts(
        QStringLiteral("^(男|女|男性|女性|城镇|农村|乡村|第[一二三]产业)$"));
    return matches(name, parts);
}

bool saysWholeOnly(const std::string& name) {
    static const QRegularExpression wholes = caseless(
        "^(合计|总计|小计|总数|总量|总额|全部|数量|金额|余额|绝对[数值额量]|本[年期](数|末)?|"
        "水平|(指标|统计|观测)?(数值|数据|值)|(obs_?)?(value|val)s?)$");
    return matches(name, wholes);
}

void giveUnitOfTotal(const Sheet& sheet, Layout& layout) {
    const std::vector<std::optional<std::size_t>> ofTotal = totals(sheet, layout);
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        if (ofTotal[i]) {
            giveUnit(layout.columns[*ofTotal[i]], layout.columns[i]);
        }
    }
}

void nameOfWhich(const Sheet& sheet, Layout& layout) {
    const std::vector<std::optional<std::size_t>> ofTotal = totals(sheet, layout);
    const std::vector<ColumnLayout> before = layout.columns;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (ofTotal[i]) {
            nameAfterTotal(before[*ofTotal[i]], layout.columns[i]);
        }
    }
    if (layout.kind != LayoutKind::WideByPeriod) { // each name comes again, under every year
        nameRepeatedParts(ofTotal, before, layout.columns);
        nameByNearestMeasure(layout.columns);
    }
}

void nameIndented(const Sheet& laidOut, Layout& layout) {
    std::vector<OpenHeading> open;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        ColumnLayout& column = layout.columns[i];
        const std::optional<std::size_t> indent = indentOf(laidOut, layout, column);
        if (!indent || splitYear(column.label).year != 0) { // 2009 below a variable
            continue;
        }
        const std::string own = joinHeader({column.label}).name;
        const bool isCompanion = isCompanionName(own); // of what is indented alike, or less
        while (!open.empty() && open.back().indent >= *indent + (isCompanion ? 1 : 0)) {
            open.pop_back();
        }
        if (isCompanion) {
            if (!open.empty() && holdsValues(column)) {
                column.name = nameWithoutScope(layout.columns[open.back().column]) + "_" + own;
            }
            continue;
        }
        if (!open.empty() && open.back().isMarked) {
            open.pop_back();
        }
        if (!open.empty()) {
            nameBelow(layout.columns[open.back().column], column);
        }
        open.push_back({*indent, i, isMarkedAsPart(laidOut, layout, column)});
    }
}

} // namespace citypanel::sheets
