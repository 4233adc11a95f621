// SPDX-License-Identifier: GPL-3.0-or-later
// Groups by quantile, list and crossing; the pilot flag.
#include "core/recipe/group_steps.h"

#include "core/panel/factor.h"
#include "core/panel/number_text.h"
#include "core/prepare/row_groups.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

namespace {

ColumnInfo categoryInfo(const NewColumnName& name) {
    return {.name = name.text, .type = VariableType::Category};
}

/// The labels given, or "low" and "high", or 1, 2, ...
std::vector<std::string> groupLabels(const std::vector<std::string>& given, std::int64_t groups) {
    if (!given.empty()) {
        return given;
    }
    if (groups == 2) {
        return {"low", "high"};
    }
    std::vector<std::string> labels;
    for (std::int64_t group = 1; group <= groups; ++group) {
        labels.push_back(std::to_string(group));
    }
    return labels;
}

} // namespace

ColumnEffect QuantileGroupStep::effect(const Columns&) const {
    return {.needs = columnsRead(*this), .adds = {categoryInfo(name)}};
}

Problems QuantileGroupStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.isNumeric(variable);
    checks.isFree("name", name.text);
    checks.require(groups >= 2 && groups <= 1000, "groups", std::to_string(groups), "2 - 1000");
    checks.require(labels.empty() || static_cast<std::int64_t>(labels.size()) == groups, "labels",
                   std::to_string(labels.size()), std::to_string(groups));
    return checks.take();
}

Result<StepOutcome> QuantileGroupStep::apply(const Panel& panel, const std::string& key,
                                             Progress&) const {
    CITYPANEL_TRY(const Variable column, panel.variable(variable.text));
    const prepare::RowGroups blocks = prepare::rowGroups(panel, within);
    PanelEdit edit(panel, key);
    edit.add(Variable::category(name.text,
                                prepare::quantileGroups(column.numbers(), blocks.codes,
                                                        blocks.count, {groups, ties, quantile}),
                                groupLabels(labels, groups)));
    return edit.finish();
}

ColumnEffect ValueGroupStep::effect(const Columns&) const {
    return {.needs = columnsRead(*this), .adds = {categoryInfo(name)}};
}

Problems ValueGroupStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.isNumeric(variable);
    checks.isFree("name", name.text);
    checks.isGiven(!limits.empty(), "limits");
    // Equal limits would enclose a group of no values.
    const auto falling = std::adjacent_find(limits.begin(), limits.end(),
                                            [](double a, double b) { return !(a < b); });
    checks.require(falling == limits.end(), "limits",
                   falling == limits.end()
                       ? std::string()
                       : shortestText(*falling) + ", " + shortestText(*std::next(falling)),
                   "a < b < ...");
    checks.require(labels.empty() || labels.size() == limits.size() + 1, "labels",
                   std::to_string(labels.size()), std::to_string(limits.size() + 1));
    return checks.take();
}

Result<StepOutcome> ValueGroupStep::apply(const Panel& panel, const std::string& key,
                                          Progress&) const {
    CITYPANEL_TRY(const Variable column, panel.variable(variable.text));
    std::vector<std::int32_t> codes;
    codes.reserve(panel.rowCount());
    for (const double value : column.numbers()) {
        codes.push_back(prepare::groupByLimits(value, limits, ties));
    }
    PanelEdit edit(panel, key);
    edit.add(Variable::category(name.text, std::move(codes),
                                groupLabels(labels, static_cast<std::int64_t>(limits.size()) + 1)));
    return edit.finish();
}

ColumnEffect ListGroupStep::effect(const Columns& columns) const {
    ColumnEffect effect{.needs = columnsRead(*this), .adds = {categoryInfo(name)}};
    addNeed(effect.needs, columns.keys.unit);
    return effect;
}

Problems ListGroupStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    if (!variable.empty()) {
        checks.exists(variable);
    }
    checks.isFree("name", name.text);
    checks.isGiven(!lists.empty(), "lists");
    std::map<std::string, std::string> groupOf;
    for (const auto& [label, values] : lists) {
        for (const std::string& value : values) {
            const auto [entry, isNew] = groupOf.try_emplace(value, label);
            std::string found = value; // it stands in two lists
            found.append(": ").append(entry->second).append(", ").append(label);
            checks.require(isNew, "lists", std::move(found), "");
        }
    }
    return checks.take();
}

Result<StepOutcome> ListGroupStep::apply(const Panel& panel, const std::string& key,
                                         Progress&) const {
    std::vector<std::string> levels;
    std::map<std::string_view, std::int32_t> codeOf;
    for (const auto& [label, values] : lists) {
        for (const std::string& value : values) {
            codeOf[value] = static_cast<std::int32_t>(levels.size());
        }
        levels.push_back(label);
    }
    const std::int32_t other =
        remainder.empty() ? missingCode : static_cast<std::int32_t>(levels.size());
    if (!remainder.empty()) {
        levels.push_back(remainder);
    }
    Factor factor{{},
                  {panel.unitCodes().begin(), panel.unitCodes().end()},
                  {panel.unitLabels().begin(), panel.unitLabels().end()}};
    if (!variable.empty()) {
        CITYPANEL_TRY(factor, factorOf(panel, variable.text));
    }
    std::vector<std::int32_t> codes;
    codes.reserve(factor.codes.size());
    for (const std::int32_t code : factor.codes) {
        const auto found = code == missingCode
                               ? codeOf.end()
                               : codeOf.find(factor.levels[static_cast<std::size_t>(code)]);
        codes.push_back(found != codeOf.end() ? found->second
                                              : (code == missingCode ? missingCode : other));
    }
    PanelEdit edit(panel, key);
    edit.add(Variable::category(name.text, std::move(codes), std::move(levels)));
    for (const auto& [value, code] : codeOf) {
        if (std::find(factor.levels.begin(), factor.levels.end(), value) == factor.levels.end()) {
            edit.warn({.code = ProblemCode::UnitUnmatched,
                       .place = {.variable = variable.text},
                       .found = std::string(value)});
        }
    }
    return edit.finish();
}

ColumnEffect CrossingStep::effect(const Columns&) const {
    return {.needs = columnsRead(*this), .adds = {categoryInfo(name)}};
}

Problems CrossingStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.exists(first, "first");
    checks.exists(second, "second");
    checks.require(first != second || first.empty(), "second", second.text, "≠ " + first.text);
    checks.isFree("name", name.text);
    return checks.take();
}

Result<StepOutcome> CrossingStep::apply(const Panel& panel, const std::string& key,
                                        Progress&) const {
    CITYPANEL_TRY(const Factor a, factorOf(panel, first.text));
    CITYPANEL_TRY(const Factor b, factorOf(panel, second.text));
    Factor crossed = interact(a, b);
    for (std::string& level : crossed.levels) {
        const auto named = labels.find(level);
        level = named == labels.end() ? level : named->second;
    }
    // Two combinations may share a name; a level occurs once.
    std::vector<std::string> levels;
    std::vector<std::int32_t> codeOf;
    for (const std::string& level : crossed.levels) {
        auto at = std::find(levels.begin(), levels.end(), level);
        codeOf.push_back(static_cast<std::int32_t>(at - levels.begin()));
        if (at == levels.end()) {
            levels.push_back(level);
        }
    }
    for (std::int32_t& code : crossed.codes) {
        code = code == missingCode ? missingCode : codeOf[static_cast<std::size_t>(code)];
    }
    PanelEdit edit(panel, key);
    edit.add(Variable::category(name.text, std::move(crossed.codes), std::move(levels)));
    return edit.finish();
}

ColumnEffect PilotStep::effect(const Columns& columns) const {
    ColumnEffect effect{.adds = {{.name = name.text, .type = VariableType::Flag}}};
    addNeed(effect.needs, columns.keys.unit);
    addNeed(effect.needs, columns.keys.period);
    return effect;
}

Problems PilotStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.isFree("name", name.text);
    checks.isGiven(!starts.empty(), "starts");
    checks.hasKeys();
    return checks.take();
}

Result<StepOutcome> PilotStep::apply(const Panel& panel, const std::string& key, Progress&) const {
    std::vector<double> flags(panel.rowCount(), 0.0);
    PanelEdit edit(panel, key);
    const auto labels = panel.unitLabels();
    for (const auto& [unit, start] : starts) {
        const auto at = std::find(labels.begin(), labels.end(), unit);
        if (at == labels.end()) {
            edit.warn({.code = ProblemCode::UnitUnmatched, .place = {.unit = unit}, .found = unit});
            continue;
        }
        const auto code = static_cast<std::size_t>(at - labels.begin());
        for (std::size_t row = panel.unitBegin(code); row < panel.unitEnd(code); ++row) {
            flags[row] = panel.periods()[row] >= start ? 1.0 : 0.0;
        }
    }
    edit.add(Variable::flag(name.text, std::move(flags)));
    return edit.finish();
}

} // namespace citypanel::recipe
