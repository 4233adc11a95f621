// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions of names and columns, repeated for tables that came later.
#include "core/sheets/carried_decisions.h"

#include "core/base/progress.h"
#include "core/sheets/name_doubts.h"
#include "core/sheets/said_columns.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace citypanel::sheets {

namespace {

/// A name stands for a place in tables that list its neighbours and not the place itself: 宜城市
/// for 宣城市 among the cities of 安徽, and for itself among the counties of 襄阳.
void decideOffers(const std::vector<NameDecision>& decided, std::vector<NameDecision>& names) {
    for (NameDecision& name : names) {
        const auto known =
            std::find_if(decided.begin(), decided.end(), [&](const NameDecision& decision) {
                return decision.written == name.written && decision.state != NameState::Offered;
            });
        const bool fits = name.state == NameState::Offered && known != decided.end() &&
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

/// A column as detected and as somebody left it.
struct ChangedColumn {
    ColumnLayout detected{};
    ColumnLayout said{};
};

/// By detected name; nothing where tables differ in how it was changed. Tables in which it was not
/// do not count: their headings may have been told apart in another way.
using ChangedColumns = std::map<std::string, std::optional<ChangedColumn>>;

void addChanges(const Layout& detected, const Layout& said, ChangedColumns& changes) {
    for (const ColumnLayout& column : said.columns) {
        const ColumnLayout* base = findColumn(detected, column.column);
        if (base == nullptr || column.column == said.unitColumn ||
            column.column == said.periodColumn ||
            (base->name == column.name && base->isImported == column.isImported)) {
            continue;
        }
        const auto [known, isNew] =
            changes.try_emplace(base->name, ChangedColumn{.detected = *base, .said = column});
        const bool isSame = known->second && known->second->said.name == column.name &&
                            known->second->said.isImported == column.isImported;
        if (!isNew && !isSame) {
            known->second.reset();
        }
    }
}

} // namespace

void decideNames(std::span<const Workbook* const> workbooks,
                 const std::vector<NameDecision>& decided, ImportPlan& plan) {
    decideOffers(decided, plan.names);
    decideDoubts(workbooks, decided, plan);
}

void carryColumns(const ImportPlan& detected, const ImportPlan& said, ImportPlan& plan) {
    ChangedColumns changes;
    for (const SheetImport& table : detected.sheets) {
        if (const auto known = findTable(said.sheets, table)) {
            addChanges(table.layout, said.sheets[*known].layout, changes);
        }
    }
    for (SheetImport& table : plan.sheets) {
        if (findTable(said.sheets, table)) {
            continue;
        }
        for (ColumnLayout& column : table.layout.columns) {
            const auto change = changes.find(column.name);
            const bool isKey = column.column == table.layout.unitColumn ||
                               column.column == table.layout.periodColumn;
            if (!isKey && change != changes.end() && change->second) {
                mergeColumn(change->second->detected, change->second->said, column);
            }
        }
    }
}

} // namespace citypanel::sheets
