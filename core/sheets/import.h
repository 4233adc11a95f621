// SPDX-License-Identifier: GPL-3.0-or-later
// Import: several sheets, each with its layout, joined to one panel with known provenance.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/panel/panel.h"
#include "core/sheets/decisions.h"
#include "core/sheets/layout.h"
#include "core/sheets/own_places.h"
#include "core/sheets/sheet.h"
#include "core/sheets/unit_rows.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// One table that takes part, by the names of its file and sheet.
struct SheetImport {
    std::string file{};
    std::string sheet{};
    std::int64_t table = 0; ///< of several tables stacked on the sheet, from above
    Layout layout{};

    static constexpr auto fields() {
        return FieldList{field("file", &SheetImport::file), field("sheet", &SheetImport::sheet),
                         field("table", &SheetImport::table),
                         field("layout", &SheetImport::layout)};
    }

    friend bool operator==(const SheetImport&, const SheetImport&) = default;
};

/// Which of the tables is the one that `like` is of: of the same file and sheet, and the same one
/// on it; nothing where it is not among them.
[[nodiscard]] std::optional<std::size_t> findTable(std::span<const SheetImport> tables,
                                                   const SheetImport& like);

/// How the names of units are understood.
enum class UnitNames : std::uint8_t {
    AsWritten,
    ChinaPrefectures, ///< matched to chinaPrefectures(), so that sources join on places
    OwnPlaces,        ///< matched to ImportPlan::ownPlaces: counties, firms, another country
};

constexpr auto enumNames(UnitNames) {
    return std::array{EnumName{UnitNames::AsWritten, "as_written"},
                      EnumName{UnitNames::ChinaPrefectures, "china_prefectures"},
                      EnumName{UnitNames::OwnPlaces, "own_places"}};
}

/// What to read from where; a part of the project.
struct ImportPlan {
    std::vector<SheetImport> sheets{};
    UnitNames unitNames = UnitNames::AsWritten;
    std::vector<NameDecision> names{};       ///< decided, and still to be decided
    std::vector<std::string> placeColumns{}; ///< text columns to add: code, province, region, type,
                                             ///< rank, or a list of the gazetteer
    std::string unitName = "city";           ///< name of the key column of units
    std::string periodName = "year";         ///< name of the key column of periods
    std::string scope{};               ///< "全市" or "市辖区": only such columns; empty: all
    std::vector<OwnPlace> ownPlaces{}; ///< UnitNames::OwnPlaces
    ConflictRule betweenSources = ConflictRule::First; ///< tables give a value differently
    ConflictRule withinTable = ConflictRule::Missing;  ///< one table does, in two rows
    std::vector<VariableRule> variableRules{};         ///< before both of these
    std::vector<ValueDecision> values{};               ///< before all rules
    std::vector<UnitConversion> conversions{};         ///< decided, and still to be decided
    /// Tables that take no part, with their layouts as somebody left them; they are not read.
    std::vector<SheetImport> leftOut{};
    bool isRuleChosen = false; ///< somebody chose betweenSources, rather than leaving it

    static constexpr auto fields() {
        return FieldList{field("sheets", &ImportPlan::sheets),
                         field("unit_names", &ImportPlan::unitNames),
                         field("names", &ImportPlan::names),
                         field("place_columns", &ImportPlan::placeColumns),
                         field("unit_name", &ImportPlan::unitName),
                         field("period_name", &ImportPlan::periodName),
                         field("scope", &ImportPlan::scope),
                         field("own_places", &ImportPlan::ownPlaces),
                         field("between_sources", &ImportPlan::betweenSources),
                         field("within_table", &ImportPlan::withinTable),
                         field("variable_rules", &ImportPlan::variableRules),
                         field("values", &ImportPlan::values),
                         field("conversions", &ImportPlan::conversions),
                         field("left_out", &ImportPlan::leftOut),
                         field("is_rule_chosen", &ImportPlan::isRuleChosen)};
    }

    friend bool operator==(const ImportPlan&, const ImportPlan&) = default;
};

/// One value as it was read.
struct ReadCell {
    std::string unit{};
    std::string code{}; ///< of the place, if the name was matched to one
    Period period = 0;
    std::string variable{};
    std::string scope{};
    std::string unitOfMeasure{};
    double value = missingValue;
    std::string file{};
    std::string sheet{};
    std::int32_t row = 0;    ///< 0-based
    std::int32_t column = 0; ///< 0-based
    std::string asWritten{};
    bool isUnreadable = false;
    std::string unitAsWritten{};
    std::string convertedFrom{}; ///< unit of measure as written, where the value was converted
};

/// A name that was matched to no place.
struct UnmatchedUnit {
    std::string file{};
    std::string sheet{};
    std::string cell{}; ///< where it stands first
    std::string written{};
    bool isAmbiguous = false;
    std::vector<std::string> suggestions{}; ///< names of places, best first
};

/// One of several values given for a variable, unit and period.
struct GivenValue {
    double number = missingValue; ///< after a conversion of its unit of measure
    std::string text{};
    std::string file{};
    std::string sheet{};
    std::int32_t row = 0;    ///< 0-based
    std::int32_t column = 0; ///< 0-based
};

/// A variable, unit and period for which different values were given, and what became of them.
struct ValueConflict {
    std::string variable{};
    std::string unit{}; ///< empty: a value that holds for every unit
    Period period = 0;
    std::vector<GivenValue> values{}; ///< in the order of the plan
    bool isWithinTable = false;       ///< two rows of one table disagree
    bool isDecided = false;           ///< by a ValueDecision
    ConflictRule rule = ConflictRule::First;
    std::optional<std::size_t> chosen{}; ///< of `values`; none for a mean and a missing value
    double number = missingValue;        ///< what the panel has
    std::string text{};
};

/// Values converted from one unit of measure to another.
struct AppliedConversion {
    UnitConversion conversion{};
    std::size_t valueCount = 0;
};

/// A table whose values of a variable are in another unit of measure than those of the tables
/// before it, and not converted; or that says none, while its values are of quite another size than
/// those of tables that do. A warning, UnitOfMeasureDiffers, says it too.
struct UnitDifference {
    std::string file{};
    std::string sheet{};
    std::string variable{};
    std::string unitOfMeasure{}; ///< empty: none
    std::string others{};
};

/// What reading came across.
struct ImportReport {
    static constexpr std::size_t mostSkippedNames = 8; ///< to recognise them by

    std::size_t rowCount = 0;        ///< rows of units read
    std::size_t valueCount = 0;      ///< values that are not missing
    std::size_t textNumberCount = 0; ///< of them, numbers stored as text in files that have both
    std::size_t missingCount = 0;    ///< empty cells and missing marks
    std::size_t skippedRowCount = 0; ///< totals, province headings, repeated headers, notes
    std::size_t unreadableCount = 0; ///< cells that are neither numbers nor missing
    std::vector<std::string> skippedNames{}; ///< the first of the rows skipped, each once
    std::size_t leftOutRowCount = 0;         ///< rows with values that a NameDecision leaves out
    std::vector<std::string> leftOutNames{}; ///< the first of their names, each once
    std::vector<Place> uncalculated{};       ///< unreadable since a formula has no stored result
    std::size_t placeCount = 0;              ///< units that are places of the gazetteer
    std::vector<Place> leftOutColumns{};     ///< with numbers, by file, sheet and variable: text
                                             ///< among them, or no heading
    std::vector<Place> leftOutTexts{};       ///< the same of columns of words alone
    std::vector<UnmatchedUnit> unmatched{};
    std::vector<ValueConflict> conflicts{};
    std::vector<AppliedConversion> conversions{};
    std::vector<UnitDifference> unitDifferences{};
    Problems warnings{}; ///< unreadable cells, values given twice and differently, unmatched names
};

struct ImportResult {
    Panel panel{};
    ImportReport report{};
    std::vector<ReadCell> cells{}; ///< only when asked for
};

/// The gazetteer that names are matched to; none where they are taken as written.
[[nodiscard]] std::shared_ptr<const Gazetteer> gazetteerOf(const ImportPlan& plan);

/// A plan for all visible sheets that hold a table, by their detected layouts. Names are matched to
/// China's prefectures where at least half of the names of some sheet, in Chinese or by code, are
/// known; names like a place, but not the same, are offered as decisions.
[[nodiscard]] ImportPlan detectPlan(std::span<const Workbook> workbooks);

/// The plan with every sure offer of a name, or of a conversion, accepted.
[[nodiscard]] ImportPlan withSureNames(ImportPlan plan);
[[nodiscard]] ImportPlan withSureConversions(ImportPlan plan);

/// Conversions of the columns that have the name of others, but another unit of measure, to the
/// unit that columns of the name are converted to already, else that most of them have; decisions
/// in the plan are kept, its open offers made anew. detectPlan
/// offers them for the names it gives: to be called again when columns were renamed.
[[nodiscard]] std::vector<UnitConversion>
conversionOffers(std::span<const Workbook* const> workbooks, const ImportPlan& plan);

/// Every column of that variable converted to a unit of measure, by decisions in the plan.
[[nodiscard]] ImportPlan withUnitOfMeasure(ImportPlan plan, const std::string& variable,
                                           const std::string& unitOfMeasure);

/// The plan with a variable of another name: columns of two names that become one are joined.
[[nodiscard]] ImportPlan withVariableRenamed(ImportPlan plan, const std::string& from,
                                             const std::string& to);

/// The tables whose period stands nowhere: PeriodMissing, each with its file and sheet.
[[nodiscard]] Problems missingPeriods(const ImportPlan& plan);

/// The plan with that period told once for all tables of the files whose period stands nowhere; of
/// no files: for all such tables.
[[nodiscard]] ImportPlan withPeriod(ImportPlan plan, std::int64_t period,
                                    std::span<const std::string> files = {});

/// The names decided in the plan, and offers for those that are near to a place of the plan's
/// gazetteer: to be called again when another gazetteer was chosen.
[[nodiscard]] std::vector<NameDecision> nameOffers(std::span<const Workbook* const> workbooks,
                                                   const ImportPlan& plan);

/// Adds the names that are not yet among those known.
void addOffers(const std::vector<NameDecision>& offers, std::vector<NameDecision>& known);

/// Reads and joins the tables of a plan on unit and period. Rows without a value, totals, headings
/// of provinces and repeated headers are skipped and counted; the row of a known place is kept even
/// if all its values are missing. Cells that cannot be read stay missing and are warned of. Values
/// given twice and differently are decided by the plan's rules and decisions, which the report
/// lists and origins record: Joined, with the cell a value was taken from, and the rule ("first",
/// "newer", "mean", "decision") as its step. A long table without units (an exchange rate by year)
/// holds for every unit.
/// Problems: SheetNotFound, PeriodMissing (the layout's period has to be told), PeriodUnreadable,
/// VariableIsKey (a variable has the name of a key), VariableDuplicate, KeyColumnMissing,
/// NoDataRows, Cancelled.
[[nodiscard]] Result<ImportResult> readPanel(std::span<const Workbook> workbooks,
                                             const ImportPlan& plan, bool withCells,
                                             Progress& progress);

/// The same for workbooks that are held elsewhere, e.g. by a cache.
[[nodiscard]] ImportPlan detectPlan(std::span<const Workbook* const> workbooks);
[[nodiscard]] Result<ImportResult> readPanel(std::span<const Workbook* const> workbooks,
                                             const ImportPlan& plan, bool withCells,
                                             Progress& progress);

} // namespace citypanel::sheets
