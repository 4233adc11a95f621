// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions taken out of a plan and put into another.
#include "core/sheets/import_mapping.h"

#include "core/sheets/carried_decisions.h"
#include "core/sheets/find_sheet.h"
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

/// What a mapping told of some columns of a table goes before what somebody said of them.
class ToldColumns {
public:
    ToldColumns(const ImportMapping& mapping, const ImportPlan& said)
        : conversions_(said.conversions), values_(said.values) {
        for (const ColumnMapping& column : mapping.columns) {
            told_.insert(column.detected);
        }
    }

    /// Changes the columns of a table as it was said that are told of, from how they are detected
    /// to how they are mapped.
    void applyTo(const Layout& detected, const Layout& mapped, SheetImport& table) {
        for (ColumnLayout& column : table.layout.columns) {
            const ColumnLayout* before = findColumn(detected, column.column);
            const ColumnLayout* now = findColumn(mapped, column.column);
            if (before != nullptr && now != nullptr && told_.contains(before->name)) {
                const std::string name = column.name;
                mergeColumn(*before, *now, column);
                column.name = now->name;
                column.isImported = now->isImported;
                follow(table, name, column.name);
            }
        }
    }

    /// The plan with what else was decided of conversions and single values.
    void addDecisionsTo(ImportPlan& plan) {
        plan.conversions.insert(plan.conversions.end(), conversions_.begin(), conversions_.end());
        plan.values = std::move(values_);
    }

private:
    /// Decisions of a column under its name before: a conversion is the mapping's.
    void follow(const SheetImport& table, const std::string& before, const std::string& now) {
        std::erase_if(conversions_, [&](const UnitConversion& conversion) {
            return conversion.file == table.file && conversion.sheet == table.sheet &&
                   conversion.table == table.table && conversion.variable == before;
        });
        for (ValueDecision& value : values_) {
            const bool isOfTable = value.file == table.file && value.sheet == table.sheet;
            value.variable = isOfTable && value.variable == before ? now : value.variable;
        }
    }

    std::set<std::string> told_; ///< columns by detected name
    std::vector<UnitConversion> conversions_;
    std::vector<ValueDecision> values_;
};

/// Rules for values that differ are the mapping's where somebody chose them.
void chooseRules(const ImportPlan& said, const ImportMapping& mapping, ImportPlan& mapped) {
    if (!mapping.isRuleChosen) {
        mapped.betweenSources = said.betweenSources;
        mapped.withinTable = said.withinTable;
    }
    for (const VariableRule& rule : said.variableRules) {
        const bool isTold =
            std::any_of(mapped.variableRules.begin(), mapped.variableRules.end(),
                        [&](const VariableRule& known) { return known.variable == rule.variable; });
        if (!isTold) {
            mapped.variableRules.push_back(rule);
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
        const auto before = findTable(detected.sheets, table);
        if (takesFileName(table)) {
            rules.insert(table.layout.periodRule);
            isTold = isTold || (before && detected.sheets[*before].layout.periodRule !=
                                              table.layout.periodRule);
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
        if (const auto before = findTable(detected.sheets, table)) {
            addChangedColumns(plan, table, detected.sheets[*before].layout, columns);
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
                          .variableRules = plan.variableRules,
                          .isRuleChosen = plan.isRuleChosen};
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
    decideNames(workbooks, mapping.names, plan);
    return plan;
}

ImportPlan withMappingOver(std::span<const Workbook* const> workbooks, const ImportPlan& said,
                           const ImportMapping& mapping) {
    ImportPlan detected = detectPlan(workbooks);
    for (SheetImport& table : detected.sheets) {
        const auto known = findTable(said.sheets, table);
        const Sheet* sheet = findSheet(workbooks, table);
        if (known && sheet != nullptr) {
            table.layout =
                detectedAsSaid(*sheet, said.sheets[*known].layout, table.file, table.table);
        }
    }
    ImportPlan mapped = withMapping(workbooks, detected, mapping);
    ToldColumns told(mapping, said);
    for (SheetImport& table : mapped.sheets) {
        const auto known = findTable(said.sheets, table);
        if (!known) {
            continue;
        }
        const Layout& base = detected.sheets[findTable(detected.sheets, table).value()].layout;
        const Layout ofMapping = std::exchange(table.layout, said.sheets[*known].layout);
        told.applyTo(base, ofMapping, table);
        if (ofMapping.periodRule != base.periodRule) {
            table.layout.periodRule = ofMapping.periodRule;
            table.layout.isPeriodGuessed = ofMapping.isPeriodGuessed;
        }
    }
    told.addDecisionsTo(mapped);
    chooseRules(said, mapping, mapped);
    return mapped;
}

} // namespace citypanel::sheets
