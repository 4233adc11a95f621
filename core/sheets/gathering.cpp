// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of tables gathered by unit and period, then made into columns with origins.
#include "core/sheets/gathering.h"

#include "core/panel/number_text.h"
#include "core/sheets/cell_text.h"
#include "core/sheets/given_unit.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/left_out_columns.h"
#include "core/sheets/measured_values.h"
#include "core/sheets/plan_decisions.h"
#include "core/sheets/regions.h"
#include "core/sheets/repeated_keys.h"
#include "core/sheets/sheet_period.h"
#include "core/sheets/value_columns.h"
#include "core/sheets/written_years.h"

#include <algorithm>
#include <cmath>

namespace citypanel::sheets {

Gathering::Gathering(const ImportPlan& plan, bool withCells)
    : plan_(plan), gazetteer_(gazetteerOf(plan)), rules_(plan), withCells_(withCells) {}

Gathering::TakenColumn Gathering::taken(const SheetImport& entry, const ColumnLayout& column) {
    TakenColumn result{.layout = column, .unitOfMeasure = column.unitOfMeasure};
    const UnitConversion* decision = conversionOf(plan_, entry, column);
    if (decision == nullptr) {
        return result;
    }
    auto& all = result_.report.conversions;
    const auto known = std::find_if(all.begin(), all.end(), [&](const AppliedConversion& applied) {
        return applied.conversion == *decision; // one for all years of a wide table
    });
    result.conversion = conversion(decision->from, decision->to);
    result.applied = static_cast<std::size_t>(std::distance(all.begin(), known));
    result.unitOfMeasure = decision->to;
    if (known == all.end()) {
        all.push_back({.conversion = *decision});
    }
    return result;
}

Place Gathering::placeOf(const Table& table, std::size_t row, std::size_t column) const {
    const Source& source = sources_[table.source];
    return {.file = source.file,
            .sheet = source.sheet,
            .cell = cellNameInFile(table.layout, row, column)};
}

std::size_t Gathering::panelRowOf(const std::string& unit, Period period) {
    const auto [entry, isNew] = rows_.try_emplace({unit, period}, units_.size());
    if (isNew) {
        units_.push_back(unit);
        periods_.push_back(period);
    }
    return entry->second;
}

Gathering::GatheredVariable& Gathering::variableOf(const Table& table, const TakenColumn& taken) {
    // Plans of earlier versions left the name of a wide variable to the sheet.
    const ColumnLayout& column = taken.layout;
    const bool isWide = table.layout.kind == LayoutKind::WideByPeriod;
    const std::string name =
        isWide && column.period == 0 ? tidyHeader(table.sheet.name()) : column.name;
    const auto [entry, isNew] = variableIndex_.try_emplace(name, variables_.size());
    if (isNew) {
        const std::string label = isWide ? name : column.label;
        variables_.push_back({.name = name,
                              .label = column.variableLabel.empty() ? label : column.variableLabel,
                              .unitOfMeasure = taken.unitOfMeasure,
                              .isText = column.isText});
    }
    GatheredVariable& variable = variables_[entry->second];
    if (variable.unitOfMeasure.empty()) {
        variable.unitOfMeasure = taken.unitOfMeasure; // of the first table that says one
    }
    return variable;
}

void Gathering::warnOfUnit(const Table& table, const TakenColumn& column,
                           const GatheredVariable& variable) {
    if (column.unitOfMeasure.empty()) {
        tablesWithoutUnit_.emplace(table.source, variable.name);
    }
    if (column.unitOfMeasure == variable.unitOfMeasure || column.unitOfMeasure.empty() ||
        variable.unitOfMeasure.empty()) {
        return;
    }
    const auto between = conversion(column.unitOfMeasure, variable.unitOfMeasure);
    const bool isSame = between && between->changesNothing(); // 万元 and 10 000 yuan
    if (!isSame && warnedUnits_.emplace(table.source, variable.name).second) {
        addUnitDifference(table.source, variable, column.unitOfMeasure);
    }
}

void Gathering::addUnitDifference(std::uint32_t table, const GatheredVariable& variable,
                                  const std::string& unitOfMeasure) {
    const Source& source = sources_[table];
    result_.report.unitDifferences.push_back({.file = source.file,
                                              .sheet = source.sheet,
                                              .variable = variable.name,
                                              .unitOfMeasure = unitOfMeasure,
                                              .others = variable.unitOfMeasure});
    result_.report.warnings.push_back(
        {.code = ProblemCode::UnitOfMeasureDiffers,
         .place = {.file = source.file, .sheet = source.sheet, .variable = variable.name},
         .found = unitOfMeasure,
         .expected = variable.unitOfMeasure,
         .severity = Severity::Warning});
}

Result<Period> Gathering::periodOf(const Table& table, std::size_t row) const {
    if (table.layout.periodRule != PeriodRule::Column) {
        return table.period;
    }
    constexpr double latest = 9999;
    const auto column = static_cast<std::size_t>(table.layout.periodColumn);
    const std::size_t dated =
        table.periodRows[row - static_cast<std::size_t>(table.layout.bodyBegin)];
    const auto period = readYearCell(table.sheet.at(dated == noRow ? row : dated, column));
    constexpr double firstYear = 1000;
    constexpr double lastYear = 2100;
    constexpr double moreDigits = 100;
    const bool isMistyped = period && table.holdsYears && *period >= moreDigits &&
                            (*period < firstYear || *period > lastYear); // 2150 among 2015, 2016
    if (!period || *period != std::floor(*period) || std::abs(*period) > latest || isMistyped) {
        return Problem{.code = ProblemCode::PeriodUnreadable,
                       .place = placeOf(table, row, column),
                       .found = table.sheet.textAt(row, column)};
    }
    const auto year = static_cast<Period>(*period);
    const bool isShort = table.hasShortYears && *period >= 0 && *period < moreDigits;
    return isShort ? static_cast<Period>(fullYear(year)) : year;
}

Place Gathering::placeOfEntry(const Entry& entry, const Target& target,
                              const std::string& variable) const {
    const Source& source = sources_[entry.source];
    return {.file = source.file,
            .sheet = source.sheet,
            .cell = cellName(entry.row, entry.column),
            .variable = variable,
            .unit = target.panelRow ? units_[*target.panelRow] : std::string(),
            .period = std::to_string(target.period)};
}

void Gathering::store(GatheredVariable& variable, const Target& target, Entry entry) {
    if (target.panelRow && variable.entries.size() <= *target.panelRow) {
        variable.entries.resize(*target.panelRow + 1);
    }
    Entry& known =
        target.panelRow ? variable.entries[*target.panelRow] : variable.forEveryUnit[target.period];
    if (!known.isGiven) {
        known = std::move(entry);
        return;
    }
    const auto isEqual = [&](const Entry& other) {
        return saySame(other.number, other.text, entry.number, entry.text);
    };
    auto& echoes = target.panelRow ? variable.echoes : variable.echoesForEveryUnit;
    const auto key = target.panelRow ? static_cast<std::int64_t>(*target.panelRow) : target.period;
    if (isEqual(known)) {
        echoes.push_back({key, 0, entry.source, entry.row, entry.column});
        return;
    }
    Rivals& rivals = target.panelRow ? variable.rivals[*target.panelRow]
                                     : variable.rivalsForEveryUnit[target.period];
    const auto same = std::find_if(rivals.begin(), rivals.end(), isEqual);
    if (same == rivals.end()) {
        rivals.push_back(std::move(entry));
    } else {
        const auto of = static_cast<std::uint32_t>(std::distance(rivals.begin(), same)) + 1;
        echoes.push_back({key, of, entry.source, entry.row, entry.column});
    }
}

CellValue Gathering::inUnitOf(const Table& table, const TakenColumn& taken,
                              const MeasuredNumber& measured) {
    const auto between = conversion(measured.unitOfMeasure, taken.unitOfMeasure);
    const auto unit = measureUnit(measured.unitOfMeasure);
    // 12元 in a column of 亿元 may be short for what the column says: nothing tells.
    const bool isBare = unit && unit->base == measured.unitOfMeasure && unit->base != "%";
    if (!between || (isBare && !between->changesNothing() &&
                     measured.unitOfMeasure != taken.layout.unitOfMeasure)) {
        return {CellMeaning::Unreadable, 0.0, true};
    }
    if (taken.conversion && measured.unitOfMeasure == taken.layout.unitOfMeasure) {
        ++result_.report.conversions[taken.applied].valueCount;
    } else if (!between->changesNothing()) {
        const Source& source = sources_[table.source];
        const UnitConversion made{.file = source.file,
                                  .sheet = source.sheet,
                                  .variable = taken.layout.name,
                                  .from = measured.unitOfMeasure,
                                  .to = taken.unitOfMeasure,
                                  .state = NameState::Accepted};
        auto& all = result_.report.conversions;
        const auto known = std::find_if(all.begin(), all.end(), [&](const auto& applied) {
            return applied.conversion == made;
        });
        ++(known == all.end() ? all.emplace_back(AppliedConversion{made, 0}) : *known).valueCount;
    }
    return {CellMeaning::Number, (*between)(measured.number), true};
}

Gathering::Entry Gathering::readEntry(const Table& table, const TakenColumn& taken, std::size_t row,
                                      const Target& target) {
    const ColumnLayout& column = taken.layout;
    const auto index = static_cast<std::size_t>(column.column);
    const CellIndex cell = cellInFile(table.layout, row, index);
    Entry entry{.source = table.source, .row = cell.row, .column = cell.column};
    if (column.isText) {
        entry.text = tidyName(table.sheet.labelAt(row, index));
        entry.isGiven = !entry.text.empty();
        return entry;
    }
    CellValue value = readShown(table.sheet.at(row, index), column.unitOfMeasure);
    if (value.meaning == CellMeaning::Unreadable && taken.hasBlankGroups) {
        if (const auto number = readBlankGroups(table.sheet.at(row, index))) {
            value = {CellMeaning::Number, *number, true};
        }
    }
    const auto measured = measuredIn(table.sheet.at(row, index), column.unitOfMeasure);
    value = measured ? inUnitOf(table, taken, *measured) : value;
    entry.isGiven = value.meaning == CellMeaning::Number;
    entry.number = entry.isGiven ? value.number : missingValue;
    if (entry.isGiven && taken.conversion && !measured) {
        entry.number = (*taken.conversion)(entry.number);
        ++result_.report.conversions[taken.applied].valueCount;
    }
    const bool isTextNumber = entry.isGiven && value.wasText && table.hasTypes;
    result_.report.textNumberCount += isTextNumber ? 1 : 0;
    if (value.meaning == CellMeaning::Unreadable) {
        ++result_.report.unreadableCount;
        if (isUncalculated(table.sheet.at(row, index))) {
            result_.report.uncalculated.push_back(placeOf(table, row, index));
        }
        result_.report.warnings.push_back({.code = ProblemCode::CellUnreadable,
                                           .place = placeOfEntry(entry, target, column.name),
                                           .found = table.sheet.textAt(row, index),
                                           .severity = Severity::Warning});
    }
    return entry;
}

void Gathering::noteCell(const Table& table, const TakenColumn& taken, const Entry& entry,
                         const Target& target, bool isUnreadable) {
    const ColumnLayout& column = taken.layout;
    const Source& source = sources_[table.source];
    const bool isPlace = target.unit != nullptr && target.unit->place.has_value();
    const CellIndex inGrid = cellInFile(table.layout, static_cast<std::size_t>(entry.row),
                                        static_cast<std::size_t>(entry.column));
    const auto measured = measuredIn(table.sheet.at(static_cast<std::size_t>(inGrid.row),
                                                    static_cast<std::size_t>(inGrid.column)),
                                     column.unitOfMeasure);
    const std::string& written = measured ? measured->unitOfMeasure : column.unitOfMeasure;
    const auto between = conversion(written, taken.unitOfMeasure);
    const bool isConverted =
        taken.conversion || (measured && between && !between->changesNothing());
    const std::string convertedFrom = isConverted ? written : std::string();
    result_.cells.push_back(
        {.unit = target.panelRow ? units_[*target.panelRow] : std::string(),
         .code = isPlace ? gazetteer_->places()[*target.unit->place].code : std::string(),
         .period = target.period,
         .variable = column.name,
         .scope = column.scope,
         .unitOfMeasure = taken.unitOfMeasure,
         .value = entry.number,
         .file = source.file,
         .sheet = source.sheet,
         .row = entry.row,
         .column = entry.column,
         .asWritten = table.sheet.textAt(static_cast<std::size_t>(inGrid.row),
                                         static_cast<std::size_t>(inGrid.column)),
         .isUnreadable = isUnreadable,
         .unitAsWritten = target.unit == nullptr ? std::string() : target.unit->written,
         .convertedFrom = convertedFrom});
}

void Gathering::addCell(const Table& table, std::size_t row, const TakenColumn& column,
                        const Target& target) {
    const std::size_t unreadableBefore = result_.report.unreadableCount;
    Entry entry = readEntry(table, column, row, target);
    GatheredVariable& variable = variableOf(table, column); // known even where all is missing
    if (entry.isGiven && variable.isText != column.layout.isText) {
        noteOtherKind(table, row, column.layout);
        entry = Entry{.source = entry.source, .row = entry.row, .column = entry.column};
    }
    ++(entry.isGiven ? result_.report.valueCount : result_.report.missingCount);
    if (withCells_) {
        noteCell(table, column, entry, target, result_.report.unreadableCount > unreadableBefore);
    }
    if (entry.isGiven) {
        warnOfDissolved(table, entry, target);
        warnOfUnit(table, column, variable);
        store(variable, target, std::move(entry));
    }
}

void Gathering::noteOtherKind(const Table& table, std::size_t row, const ColumnLayout& column) {
    Problems& warnings = result_.report.warnings;
    auto& [warning, count] =
        otherKinds_.try_emplace({table.source, column.name}, warnings.size(), 0).first->second;
    if (++count == 1) {
        warnings.push_back({.code = ProblemCode::VariableNotNumeric,
                            .place = placeOf(table, row, static_cast<std::size_t>(column.column)),
                            .severity = Severity::Warning});
        warnings.back().place.variable = column.name;
    }
    warnings[warning].found = std::to_string(count);
}

void Gathering::reportUnmatched(const Table& table) {
    const Source& source = sources_[table.source];
    const bool isColumn = table.layout.unitColumn >= 0;
    for (const UnmatchedName& name : table.units.unmatched) {
        if (isColumn && !holdsValue(table.sheet, table.layout, plan_.scope, name.row)) {
            continue; // a note or a heading
        }
        const bool isAmbiguous = name.kind == NameKind::Ambiguous;
        UnmatchedUnit unmatched{
            .file = source.file,
            .sheet = source.sheet,
            .cell = isColumn ? cellNameInFile(table.layout, name.row,
                                              static_cast<std::size_t>(table.layout.unitColumn))
                             : std::string(),
            .written = name.written,
            .isAmbiguous = isAmbiguous};
        std::string list;
        for (const Suggestion& suggestion : name.suggestions) {
            unmatched.suggestions.push_back(gazetteer_->places()[suggestion.place].name);
            list += (list.empty() ? "" : ", ") + unmatched.suggestions.back();
        }
        result_.report.warnings.push_back(
            {.code = isAmbiguous ? ProblemCode::UnitAmbiguous : ProblemCode::UnitUnmatched,
             .place = {.file = source.file,
                       .sheet = source.sheet,
                       .cell = unmatched.cell,
                       .unit = name.written},
             .found = name.written,
             .expected = list,
             .severity = Severity::Warning});
        result_.report.unmatched.push_back(std::move(unmatched));
    }
}

void Gathering::openUnits(Table& table, const SheetImport& entry) {
    const Layout& layout = table.layout;
    std::vector<NameDecision> decisions;
    std::copy_if(plan_.names.begin(), plan_.names.end(), std::back_inserter(decisions),
                 [&](const NameDecision& name) {
                     return name.file == entry.file && name.sheet == entry.sheet;
                 });
    if (layout.unitColumn >= 0) {
        table.units = readUnits(table.sheet, layout, gazetteer_.get(), decisions);
    } else if (!layout.givenUnit.empty()) {
        table.units = readGivenUnit(layout, gazetteer_.get(), decisions);
        table.givenUnit = table.units.rows.front();
    }
    reportUnmatched(table);
}

void Gathering::openPeriods(Table& table) {
    std::size_t row = 0;
    const ShortYears found = shortYears(table.sheet, table.layout, row);
    table.hasShortYears = found == ShortYears::OfDate;
    if (table.layout.periodRule == PeriodRule::Column) {
        const ColumnContent content =
            contentOf(table.sheet, table.layout, table.layout.periodColumn);
        table.holdsYears = 2 * content.years > content.numbers;
    }
    if (found == ShortYears::Mixed) {
        const auto column = static_cast<std::size_t>(table.layout.periodColumn);
        result_.report.warnings.push_back({.code = ProblemCode::PeriodUnreadable,
                                           .place = placeOf(table, row, column),
                                           .found = table.sheet.textAt(row, column),
                                           .severity = Severity::Warning});
    }
}

void Gathering::noteLeftOutColumns(const Table& table, const SheetImport& entry) {
    const auto note = [&](std::vector<std::string>& names, std::vector<Place>& known) {
        for (std::string& name : names) {
            Place place{.file = entry.file, .sheet = entry.sheet, .variable = std::move(name)};
            if (std::find(known.begin(), known.end(), place) == known.end()) {
                known.push_back(std::move(place));
            }
        }
    };
    LeftOutColumns leftOut = leftOutColumns(table.sheet, plan_, entry);
    note(leftOut.withNumbers, result_.report.leftOutColumns);
    note(leftOut.ofWords, result_.report.leftOutTexts);
}

Status Gathering::open(Table& table, const SheetImport& entry) {
    const Layout& layout = table.layout;
    const bool fromSheet =
        layout.periodRule != PeriodRule::Column && layout.periodRule != PeriodRule::Headers;
    const bool lacksColumn =
        (layout.periodRule == PeriodRule::Column && layout.periodColumn < 0) ||
        (layout.periodRule == PeriodRule::Headers && layout.kind != LayoutKind::WideByPeriod);
    const Place place{.file = entry.file, .sheet = entry.sheet};
    const bool hasUnits = layout.unitColumn >= 0 || !layout.givenUnit.empty();
    if (!hasUnits && layout.periodRule != PeriodRule::Column) {
        return Problem{.code = ProblemCode::KeyColumnMissing, .place = place};
    }
    if ((fromSheet && table.period == 0) || lacksColumn) {
        return Problem{.code = ProblemCode::PeriodMissing, .place = place};
    }
    for (const ColumnLayout& column : layout.columns) {
        if (!takesColumn(layout, column, plan_.scope)) {
            continue;
        }
        if (column.name == plan_.unitName || column.name == plan_.periodName) {
            return Problem{
                .code = ProblemCode::VariableIsKey,
                .place = {.file = entry.file, .sheet = entry.sheet, .variable = column.name}};
        }
        table.columns.push_back(taken(entry, column));
        table.columns.back().hasBlankGroups =
            !column.isText && partsThousandsByBlanks(table.sheet, layout, column.column);
        warnOfMixedMeasure(table, column);
    }
    openPeriods(table);
    openUnits(table, entry);
    if (layout.periodRule == PeriodRule::Column) {
        table.periodRows = keyRows(table.sheet, layout, layout.periodColumn);
    }
    warnOfShape(table);
    warnOfNameless(table);
    noteLeftOutColumns(table, entry);
    return {};
}

Status Gathering::add(const Workbook& workbook, const Sheet& sheet, const SheetImport& entry,
                      Progress& progress) {
    const Layout& layout = entry.layout;
    sources_.push_back({workbook.fileName, sheet.name()});
    Table table{sheet, layout, static_cast<std::uint32_t>(sources_.size() - 1),
                periodOfSheet(layout, workbook.fileName, sheet.name())};
    table.hasTypes = workbook.format != FileFormat::DelimitedText;
    CITYPANEL_TRY_STATUS(open(table, entry));
    const auto begin = static_cast<std::size_t>(layout.bodyBegin);
    const auto end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (std::size_t row = begin; row < end; ++row) {
        const UnitRow* given = table.givenUnit ? &*table.givenUnit : nullptr;
        const UnitRow* unit = layout.unitColumn < 0 ? given : &table.units.rows[row - begin];
        CITYPANEL_TRY_STATUS(addRow(table, row, unit));
        if (row % 256 == 0) {
            progress.report(static_cast<double>(row) / static_cast<double>(end));
            if (progress.cancelled()) {
                return cancelledProblem();
            }
        }
    }
    return {};
}

} // namespace citypanel::sheets
