// SPDX-License-Identifier: GPL-3.0-or-later
// Lines above a table, its headings and its keys, read for what they say.
#include "core/sheets/table_description.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/columns_by_year.h"
#include "core/sheets/companion_names.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_groups.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/header_text.h"
#include "core/sheets/heading_units.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/lines_above.h"
#include "core/sheets/list_headings.h"
#include "core/sheets/measured_values.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/names_by_title.h"
#include "core/sheets/of_which_headings.h"
#include "core/sheets/section_lines.h"
#include "core/sheets/section_words.h"
#include "core/sheets/sheet_period.h"
#include "core/sheets/table_blocks.h"
#include "core/sheets/table_variable.h"
#include "core/sheets/title_scope.h"
#include "core/sheets/unit_of_measure.h"
#include "core/sheets/value_columns.h"
#include "core/sheets/written_years.h"
#include "core/sheets/year_headers.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

std::size_t rowAt(std::int64_t row) {
    return static_cast<std::size_t>(row);
}

/// Whether a heading that is none of a key stands over a column.
bool isHeaded(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    bool isHeading = false;
    for (std::int64_t row = layout.headerBegin; row < layout.headerEnd; ++row) {
        const std::string text = tidyHeader(sheet.textAt(rowAt(row), rowAt(column)));
        if (isKeyHeading(text)) {
            return false;
        }
        isHeading = isHeading || !text.empty();
    }
    return isHeading;
}

/// The first column that is not text: names of units stand left of it. On a page of few rows all
/// its values may be missing.
std::size_t firstValueColumn(const Sheet& sheet, const Layout& layout) {
    bool hasNames = false;
    for (std::int64_t column = 0; rowAt(column) < sheet.columnCount(); ++column) {
        const ColumnContent content = contentOf(sheet, layout, column);
        if (content.numbers > content.texts || holdsValues(sheet, layout, column, false) ||
            (hasNames && content.texts == 0 && isHeaded(sheet, layout, column))) {
            return rowAt(column);
        }
        hasNames = hasNames || content.texts > 0;
    }
    return 0;
}

/// Whether a heading says that values stand below it: in a unit of measure, or of a year. Remarks
/// beside them are none.
bool saysValues(const HeaderText& header) {
    static const QRegularExpression remark(QStringLiteral("(备注|说明|注)$"));
    return (!header.unitOfMeasure.empty() || splitYear(header.label).year != 0) &&
           !remark.match(QString::fromStdString(header.name)).hasMatch();
}

/// Header rows, from the first one, that say in Latin letters what the Chinese above them says:
/// City stands below 城市.
std::set<std::size_t> translationRows(const Sheet& sheet, const HeaderRows& rows) {
    std::set<std::size_t> found;
    for (std::size_t row = rows.begin + 1; row < rows.end; ++row) {
        bool hasWord = false;
        bool hasChinese = false;
        for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
            const std::string text = tidyHeader(sheet.textAt(row, column));
            const std::string above = tidyHeader(sheet.textAt(row - 1, column));
            hasWord = hasWord || (isUnitWord(text) && isUnitWord(above) && hasHan(above));
            hasChinese = hasChinese || hasHan(text);
        }
        if (hasWord && !hasChinese) {
            found.insert(row - rows.begin);
        }
    }
    return found;
}

/// Takes out the short words of such rows ("GRP"), which nothing else tells from names, where a
/// Chinese name stands over the column.
void dropTranslations(const std::set<std::size_t>& translated, std::vector<std::string>& texts) {
    static const QRegularExpression shortWord(QStringLiteral("^[A-Za-z]{1,3}$"));
    if (!std::any_of(texts.begin(), texts.end(), hasHan)) {
        return;
    }
    for (const std::size_t row : translated) {
        if (shortWord.match(QString::fromStdString(tidyHeader(texts[row]))).hasMatch()) {
            texts[row].clear();
        }
    }
}

/// What a column without a heading beside the names of units is called by its cells, where all of
/// them are years or scopes: cities across the top, each over its years. Empty for any other.
std::string nameByCells(const Sheet& sheet, const Layout& layout, std::size_t column) {
    constexpr std::size_t fewest = 4;
    std::size_t filled = 0;
    std::size_t scopes = 0;
    std::set<std::int64_t> years;
    const std::size_t end = std::min(rowAt(layout.bodyEnd), sheet.rowCount());
    for (std::size_t row = rowAt(layout.bodyBegin); row < end; ++row) {
        const std::string text = tidyHeader(sheet.textAt(row, column));
        if (text.empty()) {
            continue;
        }
        ++filled;
        scopes += scopeWord(text).empty() ? 0 : 1;
        years.insert(yearAlone(text));
        if (scopes < filled && years.contains(0)) {
            return {};
        }
    }
    if (filled < fewest) {
        return {};
    }
    if (scopes == filled) {
        return "口径";
    }
    return scopes == 0 && years.size() > 1 && !years.contains(0) ? "年份" : std::string();
}

/// The unit of measure in the label of a variable of a dta or sav file, which has to end in it: a
/// logarithm, a share, a quotient has none, or another.
std::string unitInLabel(const std::string& label) {
    static const QRegularExpression unit(QStringLiteral("^[^()/^]+(?:\\([^()]+\\)|,[^,]+)$"));
    static const QRegularExpression changed(
        QStringLiteral("^l(?:n|og)|\\bl(?:n|og)\\b|\\bsq|\\bstd\\b|对数|平方(?!公里|米|千米)|"
                       "标准化|增长|占|比|取"),
        QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromStdString(label);
    return unit.match(text).hasMatch() && !changed.match(text).hasMatch()
               ? joinHeader({label}).unitOfMeasure
               : std::string();
}

/// Gives columns that say no unit of measure the one of the lines above the table.
void giveUnitsOfLinesAbove(const Sheet& sheet, DetectedLayout& detected) {
    for (ColumnLayout& column : detected.layout.columns) {
        if (column.unitOfMeasure.empty() && !column.isText) {
            const std::string ofHalf = unitOfHalf(sheet, detected, column);
            column.unitOfMeasure =
                ofHalf.empty() ? unitOfLinesAbove(detected, column.label) : ofHalf;
        }
    }
}

} // namespace

void describeColumns(const Sheet& sheet, DetectedLayout& detected) {
    Layout& layout = detected.layout;
    const std::size_t firstValue = firstValueColumn(sheet, layout);
    const HeaderRows rows{rowAt(layout.headerBegin), rowAt(layout.headerEnd)};
    const std::set<std::size_t> translated = translationRows(sheet, rows);
    std::vector<std::vector<std::size_t>> lists; // by row
    for (std::size_t row = rows.begin; row + 1 < rows.end; ++row) {
        lists.push_back(headedLists(sheet, layout, row));
    }
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        const ColumnContent content = contentOf(sheet, layout, static_cast<std::int64_t>(column));
        std::vector<std::string> texts = headerOver(sheet, rows, column, firstValue);
        for (std::size_t i = 0; i < lists.size(); ++i) {
            spreadOverLists(sheet, rows.begin + i, lists[i], column, texts[i]);
        }
        dropTranslations(translated, texts);
        HeaderText header = joinHeader(texts);
        if (rows.begin == rows.end && content.numbers + content.texts > 0) {
            header.name = columnLetters(static_cast<std::int64_t>(column));
            header.label = header.name;
        }
        if (header.name.empty() && column <= firstValue) {
            header.name = nameByCells(sheet, layout, column);
            header.label = header.name;
        }
        if (header.name.empty()) {
            continue;
        }
        const bool isValues =
            holdsValues(sheet, layout, static_cast<std::int64_t>(column), saysValues(header));
        const bool isText = (content.texts > content.numbers && !isValues) ||
                            isLabelled(sheet, column, rowAt(layout.bodyBegin),
                                       rowAt(layout.bodyEnd)); // codes mean other things elsewhere
        if (header.unitOfMeasure.empty() && !isText) {
            header.unitOfMeasure = unitOfCells(sheet, layout, static_cast<std::int64_t>(column));
        }
        const std::string variableLabel = tidyHeader(sheet.columnLabel(column)); // of dta and sav
        if (header.unitOfMeasure.empty() && !isText) {
            header.unitOfMeasure = unitInLabel(variableLabel);
        }
        layout.columns.push_back({.column = static_cast<std::int64_t>(column),
                                  .name = header.name,
                                  .label = header.label,
                                  .unitOfMeasure = header.unitOfMeasure,
                                  .scope = header.scope,
                                  .period = splitYear(header.label).year,
                                  .isText = isText,
                                  .isImported = isValues,
                                  .variableLabel = variableLabel});
    }
    giveUnitOfTotal(sheet, layout);
    giveUnitsOfLinesAbove(sheet, detected);
}

namespace {

bool isWide(const Layout& layout) {
    return comeYearsAgain(layout) || !yearsOfAllHeadings(layout).empty();
}

/// The year that stands over the names of units, alone or before a word for what stands below
/// (2018年, 2018年指标); 0: none.
std::int64_t yearOverUnits(const Layout& layout) {
    static const QRegularExpression words(QStringLiteral("^(?:主要)?(?:指标|项目)$"));
    for (const ColumnLayout& column : layout.columns) {
        if (column.column == layout.unitColumn) {
            const NameAndYear parts = splitYear(column.label);
            const bool isWord = words.match(QString::fromStdString(parts.name)).hasMatch();
            return isWord || isUnitName(parts.name) ? parts.year : yearAlone(column.label);
        }
    }
    return 0;
}

/// 全市 for a column whose own scope is blank beside a 市辖区 column of the same indicator; the
/// title's scope where no header gives one.
void completeScopes(DetectedLayout& detected) {
    std::vector<ColumnLayout>& columns = detected.layout.columns;
    const auto give = [](ColumnLayout& column, const std::string& scope) {
        const HeaderText header = withScope({column.name, column.label, {}, {}}, scope);
        column.name = header.name;
        column.label = header.label;
        column.scope = scope;
    };
    const bool saysScopes = std::any_of(columns.begin(), columns.end(),
                                        [](const auto& column) { return !column.scope.empty(); });
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].isImported || !columns[i].scope.empty()) {
            continue;
        }
        const std::string titled = scopeInTitle(detected.title);
        const bool hasPartner =
            i + 1 < columns.size() && columns[i + 1].name == columns[i].name + "_市辖区";
        if (hasPartner || (!saysScopes && !titled.empty())) {
            give(columns[i], hasPartner ? "全市" : titled);
        }
    }
}

/// "_2", "_3" for names that occur again.
void makeNamesUnique(std::vector<ColumnLayout>& columns) {
    std::map<std::string, int> used;
    for (ColumnLayout& column : columns) {
        const int count = ++used[column.name];
        column.name += count == 1 ? "" : "_" + std::to_string(count);
    }
}

LayoutKind kindByColumns(const Layout& layout) {
    return layout.periodColumn >= 0 ? LayoutKind::Long
           : isWide(layout)         ? LayoutKind::WideByPeriod
                                    : LayoutKind::OnePeriod;
}

void takeKind(const Sheet& sheet, const std::string& fileName, LayoutKind kind,
              DetectedLayout& detected) {
    Layout& layout = detected.layout;
    if (kind == LayoutKind::Long) {
        layout.kind = LayoutKind::Long;
        layout.periodRule = PeriodRule::Column;
    } else if (kind == LayoutKind::WideByPeriod) {
        layout.isPeriodGuessed =
            isWide(layout) && !comeYearsAgain(layout) &&
            statesOtherYear(sheet.name(), fileName, detected.titleYear, yearsOfAllHeadings(layout));
        layout.kind = LayoutKind::WideByPeriod;
        layout.periodRule = PeriodRule::Headers;
        nameWideColumns(sheet, variableOfTable(sheet.name(), detected.title, fileName), layout);
        nameOfWhich(sheet, layout);
        return;
    } else {
        if (detected.titleYear.data == 0) {
            detected.titleYear.data = yearOverUnits(layout);
        }
        nameByYearAndTitle(detected);
        choosePeriodOfSheet(sheet.name(), fileName, detected.titleYear, layout);
        dropYearOfPage(periodOfSheet(layout, fileName, sheet.name()), layout.columns);
    }
    for (ColumnLayout& column : layout.columns) {
        column.period = 0;
    }
    nameOfWhich(sheet, layout);
    makeNamesUnique(layout.columns);
}

/// A column of few texts, each in many rows, beside units and periods: groups of units (东部,
/// 西部). Provinces come from the list of places.
bool holdsGroups(const Sheet& sheet, const Layout& layout, const ColumnLayout& column) {
    constexpr std::size_t mostGroups = 12;
    constexpr std::size_t leastRows = 4; // of a group, on average
    if (layout.unitColumn < 0 || layout.periodColumn < 0 || !column.isText ||
        column.name.find("省") != std::string::npos || column.name == "province") {
        return false;
    }
    std::set<std::string> groups;
    std::size_t filled = 0;
    for (std::int64_t row = layout.bodyBegin; row < layout.bodyEnd; ++row) {
        const std::string text = tidyHeader(sheet.textAt(rowAt(row), rowAt(column.column)));
        if (!text.empty()) {
            ++filled;
            groups.insert(text);
        }
        if (groups.size() > mostGroups) {
            return false;
        }
    }
    return groups.size() > 1 && filled >= leastRows * groups.size();
}

/// Whether a title is the name of a variable and no more: 固定资产投资, below 2015年各市排名.
bool isNameAlone(const std::string& title) {
    const HeaderText named = titleHeader(title);
    return saysWhatIsMeasured(named.name) && named.label == tidyHeader(title);
}

/// The year and the scope that the lines over a table say hold for a block under a name alone too.
void continueUnderName(const DetectedLayout& above, DetectedLayout& detected) {
    if (detected.titleYear.ofData() == 0) {
        detected.titleYear = above.titleYear;
    }
    const std::string scope = scopeInTitle(above.title);
    detected.title = scope.empty() ? detected.title : titleWithScope(detected.title, scope);
}

/// What the lines over a table say holds for the block that continues it.
void continueFrom(const DetectedLayout& above, DetectedLayout& detected) {
    const std::string scope = scopeInTitle(detected.title); // 续表(市辖区)
    detected.title = scope.empty() ? above.title : titleWithScope(above.title, scope);
    if (detected.titleYear.ofData() == 0) {
        detected.titleYear = above.titleYear;
    }
    if (detected.unitLine.empty()) {
        detected.unitLine = above.unitLine;
        detected.namedUnits = above.namedUnits;
    }
}

/// Nobody knows what the values of such columns are: they are warned of when the table is read.
void nameUnheaded(Layout& layout) {
    for (ColumnLayout& column : layout.columns) {
        if (column.isImported && lacksHeading(layout, column)) {
            column.name = nameWithoutHeading(column);
        }
    }
}

/// The unit of measure that the corner of a table states for all of it: "单位：万元".
std::string unitStatedInCorner(const Sheet& sheet, const Layout& layout) {
    for (std::int64_t row = layout.headerBegin; row < layout.headerEnd; ++row) {
        if (std::string unit = unitInLine(sheet.textAt(rowAt(row), 0)); !unit.empty()) {
            return unit;
        }
    }
    return {};
}

/// Whether the heading of the period column says that it is one.
bool isPeriodNamed(const Layout& layout) {
    return std::any_of(layout.columns.begin(), layout.columns.end(),
                       [&](const ColumnLayout& column) {
                           return column.column == layout.periodColumn && isPeriodName(column.name);
                       });
}

/// Whether the title, the name of the file or that of the sheet says of which year a table is.
bool isYearStated(const Sheet& sheet, const std::string& fileName, const NamedYear& titled) {
    return titled.ofData() != 0 || namedYear(fileName, NamedBy::File).ofData() != 0 ||
           namedYear(sheet.name(), NamedBy::Text).ofData() != 0;
}

} // namespace

void describeTable(const Sheet& sheet, const std::string& fileName, const DetectedLayout* above,
                   DetectedLayout& detected, std::optional<LayoutKind> said) {
    Layout& layout = detected.layout;
    const std::string scope = readLinesAbove(sheet, detected);
    if (above != nullptr && (detected.title.empty() || saysContinued(detected.title))) {
        continueFrom(*above, detected);
    } else if (above != nullptr && isNameAlone(detected.title)) {
        continueUnderName(*above, detected);
    }
    if (!scope.empty()) {
        detected.title = titleWithScope(detected.title, {}); // not that of the table above
    }
    if (detected.unitLine.empty()) {
        detected.unitLine = unitStatedInCorner(sheet, layout);
    }
    describeColumns(sheet, detected);
    layout.periodColumn = choosePeriodColumn(sheet, layout);
    if (!isPeriodNamed(layout) && isYearStated(sheet, fileName, detected.titleYear) &&
        comeUnitsOnce(sheet, layout)) {
        layout.periodColumn = -1;
    }
    if (layout.periodColumn < 0 && !isWide(layout)) {
        layout.periodColumn = unreadYears(sheet, layout); // refused with their cell when read
    }
    if (said && *said != LayoutKind::Long) {
        layout.periodColumn = -1;
    }
    layout.unitColumn = chooseUnitColumn(sheet, layout);
    for (ColumnLayout& described : layout.columns) {
        const bool isKey =
            described.column == layout.unitColumn || described.column == layout.periodColumn;
        described.isImported = (described.isImported || holdsGroups(sheet, layout, described)) &&
                               !isKey && !isCodeName(described.name);
    }
    nameUnheaded(layout);
    nameScopesAlone(layout);
    const HeaderText indicator = indicatorOfTable(sheet, fileName, detected);
    nameScopesByTitle(indicator, layout);
    completeScopes(detected);
    takeKind(sheet, fileName, said.value_or(kindByColumns(layout)), detected);
    namePartsByTitle(indicator.name, layout);
    giveTitleUnit(detected.title, layout);
    if (!scope.empty()) {
        giveScope(scope, layout);
        detected.title = titleWithScope(detected.title, scope);
    }
}

} // namespace citypanel::sheets
