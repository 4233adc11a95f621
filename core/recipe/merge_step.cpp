// SPDX-License-Identifier: GPL-3.0-or-later
// Many-to-one merging by the text of the keys.
#include "core/recipe/merge_step.h"

#include "core/panel/near_names.h"
#include "core/panel/number_text.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace citypanel::recipe {

namespace {

constexpr std::size_t mostWarnings = 20;

/// Key columns in the table, one a key column of the panel.
std::vector<std::string> keysInTable(const MergeStep& step) {
    if (!step.tableKeys.empty()) {
        return step.tableKeys;
    }
    return {step.on.begin(), step.on.end()};
}

/// Columns to bring in that the table has.
std::vector<std::string> taken(const MergeStep& step) {
    std::vector<std::string> names = step.take;
    if (names.empty() && step.table) {
        const std::vector<std::string> keys = keysInTable(step);
        for (const Variable& column : step.table->table.columns()) {
            if (std::find(keys.begin(), keys.end(), column.name()) == keys.end()) {
                names.push_back(column.name());
            }
        }
    }
    return names;
}

/// A value as the text that is compared; empty when missing.
std::string valueText(const Variable& column, std::size_t row) {
    if (column.isMissingAt(row)) {
        return {};
    }
    return column.isNumeric() ? shortestText(column.numbers()[row])
                              : std::string(column.textAt(row));
}

Result<std::vector<Variable>> columnsOf(const Panel& panel, const std::vector<std::string>& names) {
    std::vector<Variable> columns;
    for (const std::string& name : names) {
        CITYPANEL_TRY(Variable column, panel.variable(name));
        columns.push_back(std::move(column));
    }
    return columns;
}

/// The keys of a row as one text, for comparing (the separator occurs in no name) and for people.
std::string keyText(const std::vector<Variable>& columns, std::size_t row, const char* separator) {
    std::string text;
    for (const Variable& column : columns) {
        text.append(text.empty() ? "" : separator).append(valueText(column, row));
    }
    return text;
}

/// The row of the table of each key. Problem: DuplicateKey.
Result<std::unordered_map<std::string, std::size_t>>
rowsByKey(const std::vector<Variable>& columns, std::size_t rowCount, const std::string& file) {
    std::unordered_map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < rowCount; ++row) {
        const auto [entry, isNew] = rows.try_emplace(keyText(columns, row, "\x1f"), row);
        if (!isNew) {
            return Problem{.code = ProblemCode::DuplicateKey,
                           .place = {.file = file, .unit = keyText(columns, row, ", ")},
                           .found = std::to_string(entry->second) + ", " + std::to_string(row)};
        }
    }
    return rows;
}

} // namespace

ColumnEffect MergeStep::effect(const Columns&) const {
    ColumnEffect effect{.needs = columnsRead(*this)};
    for (const std::string& name : taken(*this)) {
        const Variable* column = table ? table->table.find(name) : nullptr;
        ColumnInfo info{.name = name + suffix};
        if (column != nullptr) {
            info.type = column->type();
            info.label = column->label();
            info.unitOfMeasure = column->unitOfMeasure();
        }
        effect.adds.push_back(std::move(info));
    }
    effect.outside = table ? table->hash : 0;
    return effect;
}

Problems MergeStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.isGiven(!source.empty(), "source");
    checks.isGiven(!on.empty(), "on");
    for (const ColumnName& name : on) {
        checks.exists(name);
    }
    checks.require(tableKeys.empty() || tableKeys.size() == on.size(), "table_keys",
                   std::to_string(tableKeys.size()), std::to_string(on.size()));
    for (const std::string& name : taken(*this)) {
        checks.isFree("take", name + suffix);
    }
    Problems problems = checks.take();
    if (!table) {
        if (!source.empty()) {
            problems.push_back(
                {.code = sheet.empty() ? ProblemCode::FileNotFound : ProblemCode::SheetNotFound,
                 .place = {.file = source.text, .sheet = sheet},
                 .found = source.text});
        }
        return problems;
    }
    const Columns theirs = recipe::columnsOf(table->table);
    std::vector<std::string> wanted = keysInTable(*this);
    wanted.insert(wanted.end(), take.begin(), take.end());
    for (const std::string& name : wanted) {
        if (theirs.find(name) == nullptr) {
            problems.push_back({.code = ProblemCode::VariableUnknown,
                                .place = {.file = source.text, .variable = name},
                                .expected = nearNames(name, theirs.names())});
        }
    }
    return problems;
}

Result<StepOutcome> MergeStep::apply(const Panel& panel, const std::string& key,
                                     Progress& progress) const {
    if (!table) {
        return Problem{.code = ProblemCode::FileNotFound, .place = {.file = source.text}};
    }
    const Panel& other = table->table;
    CITYPANEL_TRY(const auto ours, columnsOf(panel, {on.begin(), on.end()}));
    CITYPANEL_TRY(const auto theirs, columnsOf(other, keysInTable(*this)));
    CITYPANEL_TRY(const auto rows, rowsByKey(theirs, other.rowCount(), source.text));
    PanelEdit edit(panel, key);
    std::vector<std::size_t> order(panel.rowCount(), Origins::npos);
    std::set<std::string> unmatched;
    std::size_t unmatchedRows = 0;
    for (std::size_t row = 0; row < order.size(); ++row) {
        if (const auto found = rows.find(keyText(ours, row, "\x1f")); found != rows.end()) {
            order[row] = found->second;
        } else {
            ++unmatchedRows;
            unmatched.insert(keyText(ours, row, ", "));
        }
    }
    if (progress.cancelled()) {
        return cancelledProblem();
    }
    if (unmatchedRows == panel.rowCount()) {
        return Problem{.code = ProblemCode::UnitUnmatched,
                       .place = {.file = source.text},
                       .found = keyText(ours, 0, ", "),
                       .expected = other.rowCount() == 0 ? "" : keyText(theirs, 0, ", ")};
    }
    for (const std::string& name : taken(*this)) {
        CITYPANEL_TRY(const Variable column, other.variable(name));
        edit.add(column.permuted(order).withName(name + suffix));
    }
    edit.note("unmatched_rows", {}, static_cast<double>(unmatchedRows));
    std::size_t warned = 0;
    for (const std::string& text : unmatched) {
        if (++warned > mostWarnings) {
            break;
        }
        edit.warn(
            {.code = ProblemCode::UnitUnmatched, .place = {.file = source.text}, .found = text});
    }
    return edit.finish();
}

} // namespace citypanel::recipe
