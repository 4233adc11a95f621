// SPDX-License-Identifier: GPL-3.0-or-later
// ImportMapping: what was decided about one set of files, kept so that it applies to the next.
#pragma once

#include "core/sheets/import.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// What became of a column, known again by the name detection gives it, wherever it stands.
struct ColumnMapping {
    std::string detected{}; ///< name as detected
    std::string name{};     ///< of the variable
    std::string variableLabel{};
    std::string unitOfMeasure{}; ///< corrected; empty: as the file says
    std::string writtenUnit{}; ///< that the correction is of; where a file says another, it is not
    std::string convertTo{};   ///< unit of measure; empty: none
    bool isImported = true;

    static constexpr auto fields() {
        return FieldList{field("detected", &ColumnMapping::detected),
                         field("name", &ColumnMapping::name),
                         field("variable_label", &ColumnMapping::variableLabel),
                         field("unit_of_measure", &ColumnMapping::unitOfMeasure),
                         field("written_unit", &ColumnMapping::writtenUnit),
                         field("convert_to", &ColumnMapping::convertTo),
                         field("is_imported", &ColumnMapping::isImported)};
    }

    friend bool operator==(const ColumnMapping&, const ColumnMapping&) = default;
};

/// How a year in the name of a file is taken.
enum class FileYear : std::uint8_t {
    AsDetected, ///< anew for each file
    OfFile,     ///< somebody said: as it stands
    YearBefore, ///< somebody said: that of an edition, whose data are of the year before
};

constexpr auto enumNames(FileYear) {
    return std::array{EnumName{FileYear::AsDetected, "as_detected"},
                      EnumName{FileYear::OfFile, "file"}, EnumName{FileYear::YearBefore, "file-1"}};
}

/// No file and no sheet is named: a mapping made from the edition of 2016 fits that of 2017. A
/// period that was told is not part of it, since it is another one next year.
struct ImportMapping {
    std::vector<ColumnMapping> columns{}; ///< those that differ from what was detected
    std::vector<NameDecision> names{};    ///< without file and sheet
    UnitNames unitNames = UnitNames::AsWritten;
    std::vector<OwnPlace> ownPlaces{};
    std::vector<std::string> placeColumns{};
    std::string unitName = "city";
    std::string periodName = "year";
    std::string scope{};
    FileYear fileYear = FileYear::AsDetected;
    ConflictRule betweenSources = ConflictRule::First;
    ConflictRule withinTable = ConflictRule::Missing;
    std::vector<VariableRule> variableRules{};
    bool isRuleChosen = false; ///< as ImportPlan::isRuleChosen

    static constexpr auto fields() {
        return FieldList{field("columns", &ImportMapping::columns),
                         field("names", &ImportMapping::names),
                         field("unit_names", &ImportMapping::unitNames),
                         field("own_places", &ImportMapping::ownPlaces),
                         field("place_columns", &ImportMapping::placeColumns),
                         field("unit_name", &ImportMapping::unitName),
                         field("period_name", &ImportMapping::periodName),
                         field("scope", &ImportMapping::scope),
                         field("file_year", &ImportMapping::fileYear),
                         field("between_sources", &ImportMapping::betweenSources),
                         field("within_table", &ImportMapping::withinTable),
                         field("variable_rules", &ImportMapping::variableRules),
                         field("is_rule_chosen", &ImportMapping::isRuleChosen)};
    }

    friend bool operator==(const ImportMapping&, const ImportMapping&) = default;
};

/// What a plan for these workbooks decides beyond what is detected in them.
[[nodiscard]] ImportMapping mappingOf(std::span<const Workbook* const> workbooks,
                                      const ImportPlan& plan);

/// A plan detected in these workbooks with the decisions of a mapping. Columns it does not know
/// stay as detected; names that stand for a place do so in every table in which they were offered
/// and whose other names fit (NameDecision::inContext); names kept as written or left out are so
/// in every table in which they are doubtful.
[[nodiscard]] ImportPlan withMapping(std::span<const Workbook* const> workbooks,
                                     ImportPlan detected, const ImportMapping& mapping);

/// The same for a plan that somebody worked on: what a mapping does not speak of stays as it was
/// said, of rows, keys, columns, years, conversions and single values, and rules too where
/// nobody chose those of the mapping.
[[nodiscard]] ImportPlan withMappingOver(std::span<const Workbook* const> workbooks,
                                         const ImportPlan& said, const ImportMapping& mapping);

/// The columns that a mapping converts and that give no unit of measure in these tables, so that
/// their values stay as written: UnitOfMeasureDiffers with the unit asked for in `expected`, once a
/// file and variable.
[[nodiscard]] Problems conversionsNotMade(const ImportPlan& mapped, const ImportMapping& mapping);

} // namespace citypanel::sheets
