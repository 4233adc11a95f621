// SPDX-License-Identifier: GPL-3.0-or-later
// Turning sheets, and telling which are to be turned.
#include "core/sheets/laid_out_sheet.h"

#include "core/panel/origin.h"
#include "core/sheets/cell_text.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/given_unit.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/header_text.h"
#include "core/sheets/heading_units.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/named_place.h"
#include "core/sheets/of_which_headings.h"
#include "core/sheets/section_lines.h"
#include "core/sheets/section_words.h"
#include "core/sheets/sheet_part.h"
#include "core/sheets/table_variable.h"
#include "core/sheets/title_scope.h"
#include "core/sheets/unit_lines.h"
#include "core/sheets/unit_of_measure.h"
#include "core/sheets/unit_rows.h"
#include "core/sheets/year_headers.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr std::size_t fewestPlaces = 3;
constexpr std::size_t mostAcross = 5000; // units; beyond it no sheet is worth turning

/// Whether the parts of a label from a comma on are years and scopes alone.
bool saysYearsAndScopes(const std::string& label, std::size_t comma) {
    while (comma != std::string::npos) {
        const std::size_t next = label.find(", ", comma + 2);
        const std::string part =
            label.substr(comma + 2, next == std::string::npos ? next : next - comma - 2);
        if (yearAlone(part) == 0 && scopeAlone(part).empty()) {
            return false;
        }
        comma = next;
    }
    return true;
}

/// Whether the columns with values are mostly headed by names of places.
bool holdsPlacesAcross(const Layout& layout) {
    std::size_t values = 0;
    std::size_t named = 0;
    std::set<std::string> places;
    for (const ColumnLayout& column : layout.columns) {
        values += column.isImported ? 1 : 0;
        // 石家庄市, 2017年; 石家庄市, 全市. Variables below the places would be lost by turning.
        const std::size_t comma = column.label.find(", ");
        const std::string first = column.label.substr(0, comma);
        const bool isWhole = comma == std::string::npos || saysYearsAndScopes(column.label, comma);
        const std::string place = column.isImported && isWhole ? placeNamed(first) : std::string();
        if (!place.empty()) {
            ++named;
            places.insert(place);
        }
    }
    return places.size() >= fewestPlaces && 2 * named >= values;
}

bool holdsPlacesDown(const Sheet& laidOut, const Layout& layout) {
    return layout.unitColumn >= 0 &&
           readUnits(laidOut, layout, &chinaPrefectures(), {}).distinctPlaces > 0;
}

/// What lines above the table say, which the turned sheet has at its side.
void takeLinesAbove(const DetectedLayout& upright, DetectedLayout& turned) {
    turned.title = upright.title;
    turned.unitLine = upright.unitLine;
    turned.titleYear = upright.titleYear;
    Layout& layout = turned.layout;
    if (layout.kind == LayoutKind::OnePeriod && upright.layout.kind == LayoutKind::OnePeriod) {
        layout.periodRule = upright.layout.periodRule;
        layout.givenPeriod = upright.layout.givenPeriod;
        layout.isPeriodGuessed = upright.layout.isPeriodGuessed;
    }
    const HeaderText title = titleHeader(upright.title);
    std::set<std::string> sections; // that name the years behind them
    for (ColumnLayout& column : layout.columns) {
        const NameAndYear parts = splitYear(column.label);
        const bool isYearAlone = // 2011年, and 2011年 over 全市
            parts.year != 0 && (parts.name.empty() || parts.name == column.scope);
        if (!column.isImported) {
            sections.insert(column.name);
        }
        if (layout.kind == LayoutKind::WideByPeriod && isYearAlone && !title.name.empty() &&
            !sections.contains(nameWithoutScope(column))) {
            column.name = title.name + (column.scope.empty() ? "" : "_" + column.scope);
            column.unitOfMeasure =
                column.unitOfMeasure.empty() ? title.unitOfMeasure : column.unitOfMeasure;
        }
        if (column.unitOfMeasure.empty() && column.isImported) {
            column.unitOfMeasure = unitOfLinesAbove(upright, column.label);
        }
    }
    giveTitleUnit(upright.title, layout);
    const bool saysScopes =
        std::any_of(layout.columns.begin(), layout.columns.end(), [](const ColumnLayout& column) {
            return column.isImported && !column.scope.empty();
        });
    giveScope(saysScopes ? std::string() : scopeInTitle(upright.title), layout);
}

/// Makes a table of one unit whose rows are years long; false where no column holds years.
bool readRowsAsYears(const Sheet& laidOut, Layout& layout) {
    const auto holdsYears = [&](const ColumnLayout& column) {
        const ColumnContent content = contentOf(laidOut, layout, column.column);
        return content.texts == 0 && content.numbers > 0 && content.years == content.numbers &&
               content.distinctYears == content.years;
    };
    const auto years = std::find_if(layout.columns.begin(), layout.columns.end(), holdsYears);
    if (years == layout.columns.end()) {
        return false;
    }
    years->isImported = false;
    layout.periodColumn = years->column;
    layout.unitColumn = -1;
    layout.kind = LayoutKind::Long;
    layout.periodRule = PeriodRule::Column;
    layout.givenPeriod = 0;
    return std::any_of(layout.columns.begin(), layout.columns.end(),
                       [](const ColumnLayout& column) { return column.isImported; });
}

/// What rows of the file without values say of the rows below them.
struct SectionOfRows {
    std::string scope{};
    std::string unitOfMeasure{};
    std::int64_t year = 0; ///< 0: none
    HeaderText parent{};   ///< a name for scopes alone: GDP(亿元), 全市, 市辖区
};

void takeRow(const ColumnLayout& row, SectionOfRows& section) {
    const std::string scope = scopeAlone(row.label);
    const std::string alone = unitAlone(row.label);
    const std::int64_t year = yearAlone(row.label);
    const bool isName = scope.empty() && alone.empty() && year == 0;
    const std::string& unit = isName || !alone.empty() ? alone : row.unitOfMeasure; // 全市(亿元)
    section.scope = scope.empty() ? section.scope : scope;
    section.unitOfMeasure = unit.empty() ? section.unitOfMeasure : unit;
    section.year = year == 0 ? section.year : year;
    section.parent = isName ? joinHeader({row.label}) : HeaderText{};
    section.parent.unitOfMeasure = row.unitOfMeasure;
}

void applySection(const SectionOfRows& section, ColumnLayout& row) {
    if (!row.scope.empty() && row.label == row.scope && !section.parent.name.empty()) {
        const HeaderText header = withScope(section.parent, row.scope);
        row.name = header.name;
        row.label = header.label;
        row.unitOfMeasure = section.parent.unitOfMeasure;
    }
    const bool takesScope = !section.scope.empty() && row.scope.empty();
    if (takesScope || section.year != 0) {
        row.name = joinHeader({row.label}).name; // without "_2"
    }
    if (takesScope) {
        row.name = withScope({row.name, row.label, {}, {}}, section.scope).name;
        row.scope = section.scope;
    }
    if (row.unitOfMeasure.empty() && mayBeIn(row.label, section.unitOfMeasure)) {
        row.unitOfMeasure = section.unitOfMeasure;
    }
    row.period = section.year != 0 ? section.year : row.period;
}

/// Rows of the file that say a scope, a unit of measure or a year and nothing else are columns of
/// the turned sheet without values: they hold for those right of them. Years do where all have one.
void takeSectionsOfRows(const Sheet& laidOut, Layout& layout) {
    SectionOfRows section;
    bool haveAllYears = layout.kind == LayoutKind::OnePeriod;
    std::vector<ColumnLayout> columns = layout.columns;
    for (ColumnLayout& column : columns) {
        const ColumnContent content = contentOf(laidOut, layout, column.column);
        if (content.numbers + content.texts == 0 && !column.isImported) {
            takeRow(column, section);
        } else if (column.isImported && !column.isText) {
            haveAllYears = haveAllYears && section.year != 0;
            applySection(section, column);
        }
    }
    if (section.year != 0 && !haveAllYears) {
        return;
    }
    layout.columns = std::move(columns);
    if (section.year != 0) {
        layout.kind = LayoutKind::WideByPeriod;
        layout.periodRule = PeriodRule::Headers;
        layout.givenPeriod = 0;
    }
}

/// Rows of the file without values name those below them that come again below another such row:
/// 普通中学 over 学校数, 普通小学 over 学校数.
void nameBySections(const Sheet& laidOut, Layout& layout) {
    std::vector<std::string> sections(layout.columns.size()); // of each column
    std::map<std::string, std::set<std::string>> sectionsOf;  // by name
    std::string section;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const ColumnLayout& column = layout.columns[i];
        const ColumnContent content = contentOf(laidOut, layout, column.column);
        if (column.isImported && !column.isText) {
            sections[i] = section;
            sectionsOf[joinHeader({column.label}).name].insert(section);
        } else if (content.numbers + content.texts == 0 && column.column != layout.unitColumn) {
            const std::string text = withoutFrame(column.label);
            const bool isName = scopeAlone(text).empty() && unitAlone(text).empty() &&
                                yearAlone(text) == 0 && !isKeyHeading(text);
            section = isName ? joinHeader({text}).name : section;
        }
    }
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        ColumnLayout& column = layout.columns[i];
        const std::string own = joinHeader({column.label}).name;
        const auto found = sectionsOf.find(own);
        if (splitYear(column.label).year != 0) {
            continue; // 2009 below each variable is no name
        }
        if (!sections[i].empty() && found != sectionsOf.end() && found->second.size() > 1 &&
            !column.name.starts_with(sections[i] + "_") && scopeWord(column.label).empty()) {
            column.name = sections[i] + "_" + own;
            column.label = sections[i] + ", " + column.label;
        }
    }
}

/// The layout of the turned sheet by itself, without what the lines above its table say.
DetectedLayout detectTurnedRows(const Sheet& sheet, const std::string& fileName) {
    Layout asked;
    asked.isTransposed = true;
    const LaidOutSheet laidOut(sheet, asked);
    DetectedLayout detected = detectLayout(*laidOut, fileName);
    detected.layout.isTransposed = true;
    nameIndented(*laidOut, detected.layout);
    nameBySections(*laidOut, detected.layout);
    takeSectionsOfRows(*laidOut, detected.layout);
    return detected;
}

/// The place that a line alone in its row names above a table, below a title of several perhaps:
/// the last such line; "": none.
std::string placeInLineAbove(const Sheet& sheet, const Layout& layout) {
    std::string place;
    for (std::int64_t line = 0; line < layout.headerBegin; ++line) {
        const auto row = static_cast<std::size_t>(line);
        const auto only = onlyCell(sheet, row);
        const std::string text =
            only ? withoutFrame(tidyHeader(sheet.textAt(row, *only))) : std::string();
        const bool isInFull = !isAlsoProvince(chinaPrefectures(), text) || isWrittenInFull(text);
        const std::string named = isInFull ? placeNamed(text) : std::string();
        place = named.empty() ? place : named;
    }
    return place;
}

/// A sheet of one place: indicators down and years across, or years down and indicators across.
std::optional<DetectedLayout> detectOnePlace(const Sheet& sheet, const std::string& fileName,
                                             const DetectedLayout& upright) {
    const Layout& layout = upright.layout;
    const bool hasYearsDown = layout.kind == LayoutKind::Long && layout.unitColumn < 0;
    const bool hasYearsAcross = layout.kind == LayoutKind::WideByPeriod;
    if ((!hasYearsDown && !hasYearsAcross) || holdsPlacesDown(sheet, layout)) {
        return std::nullopt;
    }
    NamedPlace named = placeOfSheet(sheet, fileName, upright.title);
    if (const std::string place = placeInLineAbove(sheet, layout); !place.empty()) {
        named.place = place;
    }
    if (named.place.empty()) {
        return std::nullopt;
    }
    DetectedLayout result = hasYearsDown ? upright : detectTurnedRows(sheet, fileName);
    const bool isRead =
        hasYearsDown ||
        (result.hasTable && readRowsAsYears(*LaidOutSheet(sheet, result.layout), result.layout));
    result.layout.givenUnit = named.place;
    giveScope(named.scope, result.layout);
    return isRead ? std::optional(std::move(result)) : std::nullopt;
}

/// Whether a name says in which unit of measure it is, as only those of variables do: "GDP(亿元)".
bool saysUnitOfMeasure(const std::string& name) {
    return measureUnit(joinHeader({name}).unitOfMeasure).has_value();
}

/// Whether at least half of the names of units say in which unit of measure they are.
bool areUnitsMeasured(const Sheet& laidOut, const Layout& layout) {
    constexpr std::size_t fewest = 2;
    constexpr std::size_t most = 1000; // more names tell no more
    std::set<std::string> names;
    std::size_t measured = 0;
    const auto end = std::min(layout.bodyEnd, static_cast<std::int64_t>(laidOut.rowCount()));
    for (std::int64_t row = layout.bodyBegin; row < end && names.size() < most; ++row) {
        const std::string name = laidOut.textAt(static_cast<std::size_t>(row),
                                                static_cast<std::size_t>(layout.unitColumn));
        if (!name.empty() && names.insert(name).second) {
            measured += saysUnitOfMeasure(name) ? 1 : 0;
        }
    }
    return measured >= fewest && 2 * measured >= names.size();
}

/// Variables that say their units of measure stand down the side, over columns that do not: units
/// stand across, whatever they are called.
std::optional<DetectedLayout> detectVariablesDown(const Sheet& sheet, const std::string& fileName,
                                                  const DetectedLayout& upright) {
    const Layout& layout = upright.layout;
    if (layout.kind != LayoutKind::OnePeriod || layout.unitColumn < 0 ||
        holdsPlacesDown(sheet, layout) || !areUnitsMeasured(sheet, layout)) {
        return std::nullopt;
    }
    const bool areColumnsMeasured =
        std::any_of(layout.columns.begin(), layout.columns.end(), [](const ColumnLayout& column) {
            return column.isImported && !column.unitOfMeasure.empty();
        });
    DetectedLayout turned = detectTurnedRows(sheet, fileName);
    if (areColumnsMeasured || !turned.hasTable || turned.layout.unitColumn < 0) {
        return std::nullopt;
    }
    takeLinesAbove(upright, turned);
    return turned;
}

/// Whether a row above a table holds no more than its title, its unit of measure, or both.
bool isLineAbove(const Sheet& sheet, std::size_t row) {
    const RowContent content = rowContent(sheet, row);
    const auto only = onlyCell(sheet, row);
    const bool isTitle = only && content.texts == 1 && content.numbers == 0;
    return content.filled() == 0 || isTitle || isUnitLine(sheet, row);
}

/// The first row of the table below such lines; 0 where nothing else stands on the sheet.
std::size_t rowBelowLines(const Sheet& sheet) {
    std::size_t row = 0;
    while (row < sheet.rowCount() && isLineAbove(sheet, row)) {
        ++row;
    }
    return row < sheet.rowCount() ? row : 0;
}

/// Rows and columns changed; rows above `first` are left empty.
Sheet turnedFrom(const Sheet& sheet, std::size_t first) {
    Sheet turned(sheet.name());
    for (std::size_t row = first; row < sheet.rowCount(); ++row) {
        for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
            setCell(turned, column, row, sheet.at(row, column));
        }
    }
    for (const MergedRange& range : sheet.merged) {
        if (range.lastRow >= first) {
            turned.merged.push_back(
                {range.firstColumn, range.firstRow, range.lastColumn, range.lastRow});
        }
    }
    turned.hiddenRows = sheet.hiddenColumns;
    turned.hiddenColumns = sheet.hiddenRows;
    turned.isHidden = sheet.isHidden;
    if (sheet.scaled) {
        turned.scaled = ScaledCell{sheet.scaled->column, sheet.scaled->row};
    }
    return turned;
}

} // namespace

Sheet transposed(const Sheet& sheet) {
    return turnedFrom(sheet, 0);
}

LaidOutSheet::LaidOutSheet(const Sheet& sheet, const Layout& layout) : sheet_(sheet) {
    if (layout.isTransposed) {
        // At the side of the turned table the lines above it would stand among the names of units.
        turned_ = turnedFrom(sheet, rowBelowLines(sheet));
    }
}

CellIndex cellInFile(const Layout& layout, std::size_t row, std::size_t column) {
    const auto first = static_cast<std::int32_t>(row);
    const auto second = static_cast<std::int32_t>(column);
    return layout.isTransposed ? CellIndex{second, first} : CellIndex{first, second};
}

std::string cellNameInFile(const Layout& layout, std::size_t row, std::size_t column) {
    const CellIndex cell = cellInFile(layout, row, column);
    return cellName(cell.row, cell.column);
}

std::optional<DetectedLayout> detectTurned(const Sheet& sheet, const std::string& fileName,
                                           const DetectedLayout& upright) {
    if (!upright.hasTable || sheet.columnCount() > mostAcross) {
        return std::nullopt;
    }
    if (!holdsPlacesAcross(upright.layout)) {
        auto onePlace = detectOnePlace(sheet, fileName, upright);
        return onePlace ? std::move(onePlace) : detectVariablesDown(sheet, fileName, upright);
    }
    DetectedLayout turned = detectTurnedRows(sheet, fileName);
    const bool isRead =
        turned.hasTable && holdsPlacesDown(*LaidOutSheet(sheet, turned.layout), turned.layout);
    takeLinesAbove(upright, turned);
    return isRead ? std::optional(std::move(turned)) : std::nullopt;
}

DetectedLayout layoutTurned(const Sheet& sheet, const std::string& fileName, bool isTransposed) {
    DetectedLayout upright = detectLayout(sheet, fileName);
    if (!isTransposed) {
        return upright;
    }
    DetectedLayout turned = detectTurnedRows(sheet, fileName);
    if (upright.hasTable && turned.hasTable) {
        takeLinesAbove(upright, turned);
    }
    return turned;
}

std::optional<Layout> turnedTableOf(const Sheet& sheet, const std::string& fileName,
                                    const std::string& unit) {
    if (sheet.columnCount() > mostAcross) {
        return std::nullopt;
    }
    Layout layout = detectTurnedRows(sheet, fileName).layout;
    const bool isRead = readRowsAsYears(*LaidOutSheet(sheet, layout), layout);
    layout.givenUnit = unit;
    return isRead ? std::optional(std::move(layout)) : std::nullopt;
}

bool holdsIndicatorsAsUnits(const Sheet& laidOut, const Layout& layout) {
    static const QRegularExpression words(
        QStringLiteral("^(指标|指标名称|项目|变量|indicator|item|variable|series)s?$"),
        QRegularExpression::CaseInsensitiveOption);
    if (layout.unitColumn < 0 || layout.headerEnd <= layout.headerBegin) {
        return false;
    }
    const std::string header =
        tidyName(laidOut.textAt(static_cast<std::size_t>(layout.headerEnd - 1),
                                static_cast<std::size_t>(layout.unitColumn)));
    const bool isWord = words.match(QString::fromStdString(header)).hasMatch();
    return (isWord && !layout.isTransposed) || // the corner is of the side in the file
           areUnitsMeasured(laidOut, layout);
}

} // namespace citypanel::sheets
