// SPDX-License-Identifier: GPL-3.0-or-later
// Layout: what a sheet's grid means, guessed by detectLayout and corrected by a person.
#pragma once

#include "core/base/fields.h"
#include "core/sheets/header_text.h"
#include "core/sheets/named_year.h"
#include "core/sheets/sheet.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::sheets {

enum class LayoutKind : std::uint8_t {
    Long,         ///< a row a unit-period, the period in a column
    OnePeriod,    ///< a row a unit, the whole sheet is of one period (a yearbook page)
    WideByPeriod, ///< a row a unit, a column a period, the sheet is one variable
};

constexpr auto enumNames(LayoutKind) {
    return std::array{EnumName{LayoutKind::Long, "long"},
                      EnumName{LayoutKind::OnePeriod, "one_period"},
                      EnumName{LayoutKind::WideByPeriod, "wide"}};
}

/// Where the period of a row is found.
enum class PeriodRule : std::uint8_t {
    Column,           ///< in the period column
    Headers,          ///< in the headers of the columns
    Given,            ///< Layout::givenPeriod
    FileName,         ///< the year in the file's name
    FileNameLessOne,  ///< the year before: an edition carries the data of the year before it
    SheetName,        ///< the year in the sheet's name
    SheetNameLessOne, ///< the year before the one in the sheet's name, a yearbook's
    Title,            ///< Layout::givenPeriod, as a line above the table says
    TitleLessOne,     ///< Layout::givenPeriod, the year before that of the yearbook named there
};

constexpr auto enumNames(PeriodRule) {
    return std::array{EnumName{PeriodRule::Column, "column"},
                      EnumName{PeriodRule::Headers, "headers"},
                      EnumName{PeriodRule::Given, "given"},
                      EnumName{PeriodRule::FileName, "file"},
                      EnumName{PeriodRule::FileNameLessOne, "file-1"},
                      EnumName{PeriodRule::SheetName, "sheet"},
                      EnumName{PeriodRule::SheetNameLessOne, "sheet-1"},
                      EnumName{PeriodRule::Title, "title"},
                      EnumName{PeriodRule::TitleLessOne, "title-1"}};
}

/// One column of the grid and the variable it becomes.
struct ColumnLayout {
    std::int64_t column = 0;     ///< 0-based
    std::string name{};          ///< variable
    std::string label{};         ///< header as read, on one line
    std::string unitOfMeasure{}; ///< "10^4 yuan", "%", ... as written; empty: not said
    std::string scope{};         ///< "全市", "市辖区"; empty: not said
    std::int64_t period = 0;     ///< WideByPeriod: the period of the column; 0: its label's number
    bool isText = false;         ///< values are text, not numbers
    bool isImported = true;
    std::string variableLabel{}; ///< of the variable; empty: the header as read

    static constexpr auto fields() {
        return FieldList{field("column", &ColumnLayout::column),
                         field("name", &ColumnLayout::name),
                         field("label", &ColumnLayout::label),
                         field("unit_of_measure", &ColumnLayout::unitOfMeasure),
                         field("scope", &ColumnLayout::scope),
                         field("period", &ColumnLayout::period),
                         field("is_text", &ColumnLayout::isText),
                         field("is_imported", &ColumnLayout::isImported),
                         field("variable_label", &ColumnLayout::variableLabel)};
    }

    friend bool operator==(const ColumnLayout&, const ColumnLayout&) = default;
};

/// A row of the body is read only where its cell in the column holds this text and nothing else.
struct RowCondition {
    std::int64_t column = 0;
    std::string text{}; ///< as it stands in the cell; empty: nothing there

    static constexpr auto fields() {
        return FieldList{field("column", &RowCondition::column),
                         field("text", &RowCondition::text)};
    }

    friend bool operator==(const RowCondition&, const RowCondition&) = default;
};

/// All rows and columns 0-based; ends are exclusive.
struct Layout {
    LayoutKind kind = LayoutKind::Long;
    std::int64_t headerBegin = 0;
    std::int64_t headerEnd = 1;
    std::int64_t bodyBegin = 1;
    std::int64_t bodyEnd = 1;
    std::int64_t unitColumn = 0;    ///< -1: none; a long table without one holds for every unit
    std::int64_t periodColumn = -1; ///< -1: none
    PeriodRule periodRule = PeriodRule::Column;
    std::int64_t givenPeriod = 0; ///< PeriodRule::Given and Title; 0: has to be told
    bool isPeriodGuessed =
        false;                 ///< the rule rests on what the table looks like, and nobody chose it
    std::int64_t unitRow = -1; ///< row of units of measure that somebody pointed at; -1: none
    std::vector<std::int64_t> ignoredRows{}; ///< rows of the body that are not read, ascending
    /// Units stand across the sheet: rows and columns change places before it is read, and all that
    /// is said above is said of the turned grid (LaidOutSheet).
    bool isTransposed = false;
    std::string givenUnit{}; ///< unitColumn -1: the one unit that the whole table is of
    std::vector<ColumnLayout> columns{};
    std::vector<RowCondition> rowsWhere{}; ///< all of them hold for the rows that are read

    static constexpr auto fields() {
        return FieldList{field("kind", &Layout::kind),
                         field("header_begin", &Layout::headerBegin),
                         field("header_end", &Layout::headerEnd),
                         field("body_begin", &Layout::bodyBegin),
                         field("body_end", &Layout::bodyEnd),
                         field("unit_column", &Layout::unitColumn),
                         field("period_column", &Layout::periodColumn),
                         field("period_rule", &Layout::periodRule),
                         field("given_period", &Layout::givenPeriod),
                         field("is_period_guessed", &Layout::isPeriodGuessed),
                         field("unit_row", &Layout::unitRow),
                         field("ignored_rows", &Layout::ignoredRows),
                         field("is_transposed", &Layout::isTransposed),
                         field("given_unit", &Layout::givenUnit),
                         field("columns", &Layout::columns),
                         field("rows_where", &Layout::rowsWhere)};
    }

    friend bool operator==(const Layout&, const Layout&) = default;
};

/// The column of a layout at that place of the grid; null where it has none.
[[nodiscard]] const ColumnLayout* findColumn(const Layout& layout, std::int64_t column);

/// A unit of measure that a line above the header states over some column.
struct PlacedUnit {
    std::size_t column = 0;
    std::string unitOfMeasure{};
};

/// A guess and what it rests on.
struct DetectedLayout {
    Layout layout{};
    std::string title{};                   ///< line above the header, if any
    std::string unitLine{};                ///< line that gives the unit of the whole table, if any
    std::vector<NamedUnit> namedUnits{};   ///< units that line gives for columns of some name
    std::vector<PlacedUnit> placedUnits{}; ///< several units in one such line, from the left
    NamedYear titleYear{};                 ///< what the lines above the header say of the year
    bool hasTable = false;                 ///< false: no header with a body of numbers was found
};

/// Guesses the layout of a sheet: the body is the first run of rows that hold numbers, the header
/// the filled rows directly above it, whose texts are joined down each column; a year column makes
/// the sheet long, headers that are years or end in years make it wide, and otherwise the period is
/// sought in the lines above, the file's name and the sheet's name (namedYear). A scope that only
/// the title gives holds for all columns; columns of codes are not imported as variables.
[[nodiscard]] DetectedLayout detectLayout(const Sheet& sheet, const std::string& fileName);

/// One layout for each of the tables stacked on a sheet: a row of years below the first header
/// begins another, and so do a page whose header, units or year are others (table_blocks) and each
/// indicator that stands in rows (indicator_rows). At least one entry, that of detectLayout, or of
/// the turned sheet where places stand across it (detectTurned).
[[nodiscard]] std::vector<DetectedLayout> detectLayouts(const Sheet& sheet,
                                                        const std::string& fileName);

/// The rest of a layout whose rows of header and body are given: columns, keys, kind, period. A
/// kind that somebody said holds whatever the columns look like.
[[nodiscard]] DetectedLayout layoutOfRows(const Sheet& sheet, const std::string& fileName,
                                          const Layout& rows, std::optional<LayoutKind> said = {});

/// The name of a variable without the scope of its column: 人口 of "人口_全市".
[[nodiscard]] std::string nameWithoutScope(const ColumnLayout& column);

/// The period of a column of a wide layout; 0 where it has none.
[[nodiscard]] std::int64_t periodOfColumn(const ColumnLayout& column);

/// The rule for a sheet whose name states the year; nothing where it states none, or several.
[[nodiscard]] std::optional<PeriodRule> sheetYearRule(const std::string& sheetName);

/// The period of a sheet by its rule, for all rules but Column and Headers; 0 where none is found.
[[nodiscard]] std::int64_t periodOfSheet(const Layout& layout, const std::string& fileName,
                                         const std::string& sheetName);

} // namespace citypanel::sheets
