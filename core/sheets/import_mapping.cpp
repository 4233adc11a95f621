// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions taken out of a plan and put into another.
#include "core/sheets/import_mapping.h"

#include "core/base/progress.h"
#include "core/sheets/find_sheet.h"
#include "core/sheets/name_doubts.h"
#include "core/sheets/plan_decisions.h"
#include "core/sheets/renewed_layout.h"
#include "core/sheets/said_columns.h"
#include "core/sheets/unit_of_measure.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace citypanel::sheets {

namespace {

const SheetImport* findTable(const ImportPlan& plan, const SheetImport& like) {
    const auto found =
        std::find_if(plan.sheets.begin(), plan.sheets.end(), [&](const SheetImport& table) {
            return table.file == like.file && table.sheet == like.sheet &&
                   table.table == like.table;
        });
    return found == plan.sheets.end() ? nullptr : &*found;
}

/// Nothing where a column stayed as detected.
std::optional<ColumnMapping> mappingOf(const ImportPlan& plan, const SheetImport& table,
                                       const ColumnLayout& column, const ColumnLayout& detected) {
    const UnitConversion* converted = conversionOf(plan, table, column);
    ColumnMapping mapping{.detected = detected.name,
                          .name = column.name,
                          .convertTo = converted == nullptr ? std::string() : converted->to,
                          .isImported = column.isImported};
    if (column.variableLabel != detected.variableLabel) {
        mapping.variableLabel = column.variableLabel;
    }
    if (column.unitOfMeasure != detected.unitOfMeasure) {
        mapping.unitOfMeasure = column.unitOfMeasure;
        mapping.writtenUnit = detected.unitOfMeasure;
    }
    const ColumnMapping unchanged{
        .detected = detected.name, .name = detected.name, .isImported = detected.isImported};
    return mapping == unchanged ? std::nullopt : std::optional(std::move(mapping));
}

using Mappings = std::map<std::string, const ColumnMapping*>;

void apply(const Mappings& mappings, SheetImport& table, std::vector<UnitConversion>& conversions) {
    for (ColumnLayout& column : table.layout.columns) {
        const auto found = mappings.find(column.name);
        if (found == mappings.end()) {
            continue;
        }
        const ColumnMapping& mapping = *found->second;
        column.name = mapping.name;
        if (!mapping.variableLabel.empty()) {
            column.variableLabel = mapping.variableLabel;
        }
        column.isImported = mapping.isImported;
        if (!mapping.unitOfMeasure.empty() && column.unitOfMeasure == mapping.writtenUnit) {
            column.unitOfMeasure = mapping.unitOfMeasure;
        }
        const auto change = conversion(column.unitOfMeasure, mapping.convertTo);
        if (change && !change->changesNothing()) {
            conversions.push_back({.file = table.file,
                                   .sheet = table.sheet,
                                   .table = table.table,
                                   .variable = column.name,
                                   .from = column.unitOfMeasure,
                                   .to = mapping.convertTo,
                                   .state = NameState::Accepted});
        }
    }
}

/// A table whose every column a mapping leaves out takes no part.
bool takesPart(const SheetImport& table) {
    return std::any_of(table.layout.columns.begin(), table.layout.columns.end(),
                       [](const ColumnLayout& column) { return column.isImported; });
}

/// A name stands for a place in tables that list its neighbours and not the place itself: 宜城市
/// for 宣城市 among the cities of 安徽, and for itself among the counties of 襄阳.
void decideNames(const std::vector<NameDecision>& decided, std::vector<NameDecision>& names) {
    for (NameDecision& name : names) {
        const auto known =
            std::find_if(decided.begin(), decided.end(), [&](const NameDecision& decision) {
                return decision.written == name.written;
            });
        const bool fits = known != decided.end() &&
                          (known->state != NameState::Accepted ||
                           std::find(name.inContext.begin(), name.inContext.end(), known->unit) !=
                               name.inContext.end());
        if (fits) {
            name.unit = known->unit;
            name.state = known->state;
        }
    }
}

/// Names without a near place are offered in no plan; kept as written or left out they are the same
/// in every table.
void decideDoubts(std::span<const Workbook* const> workbooks,
                  const std::vector<NameDecision>& decided, ImportPlan& plan) {
    std::map<std::string, const NameDecision*> meant;
    for (const NameDecision& name : decided) {
        if (name.state == NameState::Refused || name.state == NameState::LeftOut) {
            meant.try_emplace(name.written, &name);
        }
    }
    if (meant.empty()) {
        return;
    }
    NoProgress progress;
    const auto doubts = nameDoubts(workbooks, plan, progress);
    std::vector<NameDecision> names;
    for (const NameDoubt& doubt : doubts ? *doubts : std::vector<NameDoubt>()) {
        const auto known = meant.find(doubt.written);
        if (known == meant.end()) {
            continue;
        }
        for (const NamePlace& place : doubt.places) {
            NameDecision name = *known->second;
            name.file = place.file;
            name.sheet = place.sheet;
            names.push_back(std::move(name));
        }
    }
    addOffers(names, plan.names);
}

/// A layout as somebody left it, with what a mapping changes of the one detected.
Layout mergedLayout(const Layout& base, const Layout& mapped, Layout said) {
    for (ColumnLayout& column : said.columns) {
        const ColumnLayout* before = findColumn(base, column.column);
        const ColumnLayout* now = findColumn(mapped, column.column);
        if (before != nullptr && now != nullptr) {
            mergeColumn(*before, *now, column);
        }
    }
    if (mapped.periodRule != base.periodRule) {
        said.periodRule = mapped.periodRule;
        said.isPeriodGuessed = mapped.isPeriodGuessed;
    }
    return said;
}

/// Conversions of columns that keep another name than the mapping knows them by.
void renameConversions(const SheetImport& table, const Layout& mapped,
                       std::vector<UnitConversion>& conversions) {
    for (UnitConversion& conversion : conversions) {
        if (conversion.file != table.file || conversion.sheet != table.sheet ||
            conversion.table != table.table) {
            continue;
        }
        for (const ColumnLayout& column : mapped.columns) {
            const ColumnLayout* kept = findColumn(table.layout, column.column);
            if (column.name == conversion.variable && kept != nullptr) {
                conversion.variable = kept->name;
                break;
            }
        }
    }
}

/// Conversions decided before, of columns of which the mapping decides none.
void keepConversions(const ImportPlan& said, ImportPlan& mapped) {
    for (const UnitConversion& conversion : said.conversions) {
        const bool isDecided = std::any_of(
            mapped.conversions.begin(), mapped.conversions.end(), [&](const UnitConversion& c) {
                return c.file == conversion.file && c.sheet == conversion.sheet &&
                       c.table == conversion.table && c.variable == conversion.variable;
            });
        if (!isDecided) {
            mapped.conversions.push_back(conversion);
        }
    }
}

bool takesFileName(const SheetImport& table) {
    return table.layout.periodRule == PeriodRule::FileName ||
           table.layout.periodRule == PeriodRule::FileNameLessOne;
}

/// What somebody said of the years in all names of files: one rule, and another than was detected
/// for one of them at least.
FileYear toldFileYear(const ImportPlan& plan, const ImportPlan& detected) {
    std::set<PeriodRule> rules;
    bool isTold = false;
    for (const SheetImport& table : plan.sheets) {
        const SheetImport* before = findTable(detected, table);
        if (takesFileName(table)) {
            rules.insert(table.layout.periodRule);
            isTold = isTold ||
                     (before != nullptr && before->layout.periodRule != table.layout.periodRule);
        }
    }
    if (!isTold || rules.size() != 1) {
        return FileYear::AsDetected;
    }
    return rules.contains(PeriodRule::FileName) ? FileYear::OfFile : FileYear::YearBefore;
}

/// What was decided of names, without the tables it was decided in.
std::vector<NameDecision> decidedNames(const ImportPlan& plan) {
    std::vector<NameDecision> names;
    for (NameDecision name : plan.names) {
        if (name.state != NameState::Offered) {
            name.file.clear();
            name.sheet.clear();
            name.inContext.clear();
            names.push_back(std::move(name));
        }
    }
    return names;
}

void addChangedColumns(const ImportPlan& plan, const SheetImport& table, const Layout& detected,
                       std::map<std::string, ColumnMapping>& columns) {
    for (const ColumnLayout& column : table.layout.columns) {
        const ColumnLayout* same = findColumn(detected, column.column);
        auto changed = same == nullptr ? std::nullopt : mappingOf(plan, table, column, *same);
        if (changed) {
            columns.try_emplace(same->name, *std::move(changed));
        }
    }
}

/// The columns that are other than detected, or converted.
std::vector<ColumnMapping> changedColumns(const ImportPlan& plan, const ImportPlan& detected) {
    std::map<std::string, ColumnMapping> columns; // by detected name, so that each is there once
    for (const SheetImport& table : plan.sheets) {
        if (const SheetImport* before = findTable(detected, table)) {
            addChangedColumns(plan, table, before->layout, columns);
        }
    }
    std::vector<ColumnMapping> changes;
    changes.reserve(columns.size());
    for (auto& [name, column] : columns) {
        changes.push_back(std::move(column));
    }
    return changes;
}

} // namespace

ImportMapping mappingOf(std::span<const Workbook* const> workbooks, const ImportPlan& plan) {
    ImportMapping mapping{.unitNames = plan.unitNames,
                          .ownPlaces = plan.ownPlaces,
                          .placeColumns = plan.placeColumns,
                          .unitName = plan.unitName,
                          .periodName = plan.periodName,
                          .scope = plan.scope,
                          .betweenSources = plan.betweenSources,
                          .withinTable = plan.withinTable,
                          .variableRules = plan.variableRules};
    const ImportPlan detected = detectPlan(workbooks);
    mapping.fileYear = toldFileYear(plan, detected);
    mapping.columns = changedColumns(plan, detected);
    mapping.names = decidedNames(plan);
    return mapping;
}

Problems conversionsNotMade(const ImportPlan& mapped, const ImportMapping& mapping) {
    Problems problems;
    for (const SheetImport& table : mapped.sheets) {
        for (const ColumnLayout& column : table.layout.columns) {
            const auto asked = std::find_if(
                mapping.columns.begin(), mapping.columns.end(), [&](const ColumnMapping& known) {
                    return known.name == column.name && !known.convertTo.empty();
                });
            if (asked == mapping.columns.end() || !column.isImported ||
                !column.unitOfMeasure.empty()) {
                continue;
            }
            Problem problem{
                .code = ProblemCode::UnitOfMeasureDiffers,
                .place = {.file = table.file, .sheet = table.sheet, .variable = column.name},
                .expected = asked->convertTo,
                .severity = Severity::Warning};
            const bool isKnown =
                std::any_of(problems.begin(), problems.end(), [&](const Problem& known) {
                    return known.place.file == table.file && known.place.variable == column.name;
                });
            if (!isKnown) {
                problems.push_back(std::move(problem));
            }
        }
    }
    return problems;
}

ImportPlan withMapping(std::span<const Workbook* const> workbooks, ImportPlan plan,
                       const ImportMapping& mapping) {
    Mappings mappings;
    for (const ColumnMapping& column : mapping.columns) {
        mappings[column.detected] = &column;
    }
    plan.unitNames = mapping.unitNames;
    plan.ownPlaces = mapping.ownPlaces;
    plan.placeColumns = mapping.placeColumns;
    plan.unitName = mapping.unitName;
    plan.periodName = mapping.periodName;
    plan.scope = mapping.scope;
    plan.betweenSources = mapping.betweenSources;
    plan.withinTable = mapping.withinTable;
    plan.variableRules = mapping.variableRules;
    std::vector<UnitConversion> conversions;
    for (SheetImport& table : plan.sheets) {
        apply(mappings, table, conversions);
        if (takesFileName(table) && mapping.fileYear != FileYear::AsDetected) {
            table.layout.periodRule = mapping.fileYear == FileYear::YearBefore
                                          ? PeriodRule::FileNameLessOne
                                          : PeriodRule::FileName;
            table.layout.isPeriodGuessed = false;
        }
    }
    std::erase_if(plan.sheets, [](const SheetImport& table) { return !takesPart(table); });
    plan.conversions = std::move(conversions);
    decideNames(mapping.names, plan.names);
    decideDoubts(workbooks, mapping.names, plan);
    return plan;
}

ImportPlan withMappingOver(std::span<const Workbook* const> workbooks, const ImportPlan& said,
                           const ImportMapping& mapping) {
    ImportPlan detected = detectPlan(workbooks);
    for (SheetImport& table : detected.sheets) {
        const SheetImport* known = findTable(said, table);
        const Sheet* sheet = findSheet(workbooks, table);
        if (known != nullptr && sheet != nullptr) {
            table.layout = detectedAsSaid(*sheet, known->layout, table.file, table.table);
        }
    }
    ImportPlan mapped = withMapping(workbooks, detected, mapping);
    for (SheetImport& table : mapped.sheets) {
        if (const SheetImport* known = findTable(said, table)) {
            const SheetImport* base = findTable(detected, table);
            const Layout mappedLayout = table.layout;
            table.layout = mergedLayout(base->layout, mappedLayout, known->layout);
            renameConversions(table, mappedLayout, mapped.conversions);
        }
    }
    keepConversions(said, mapped);
    return mapped;
}

} // namespace citypanel::sheets
