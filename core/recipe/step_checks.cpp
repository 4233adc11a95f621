// SPDX-License-Identifier: GPL-3.0-or-later
// The checks that steps share.
#include "core/recipe/step_checks.h"

#include "core/panel/expression.h"
#include "core/panel/near_names.h"
#include "core/panel/unit_of_measure.h"

#include <algorithm>
#include <utility>

namespace citypanel::recipe {

namespace {

bool isNumericType(VariableType type) {
    return type == VariableType::Numeric || type == VariableType::Flag;
}

Variable emptyColumn(const ColumnInfo& info) {
    switch (info.type) {
    case VariableType::Numeric:
        return Variable::numeric(info.name, {});
    case VariableType::Flag:
        return Variable::flag(info.name, {});
    case VariableType::Text:
    case VariableType::Category:
        break;
    }
    return Variable::category(info.name, {}, {});
}

/// A panel of these columns without rows: evaluating an expression on it finds every mistake of
/// names and types, with its position.
Result<Panel> emptyPanel(const Columns& columns) {
    std::vector<Variable> variables;
    variables.reserve(columns.columns.size());
    for (const ColumnInfo& info : columns.columns) {
        variables.push_back(emptyColumn(info));
    }
    return columns.keys.unit.empty() ? Panel::crossSection(std::move(variables))
                                     : Panel::create(columns.keys, std::move(variables));
}

} // namespace

void StepChecks::exists(const ColumnName& name, std::string_view field) {
    if (name.empty()) {
        isGiven(false, field);
    } else if (columns_.find(name.text) == nullptr) {
        problems_.push_back({.code = ProblemCode::VariableUnknown,
                             .place = {.variable = name.text},
                             .expected = nearNames(name.text, columns_.names())});
    }
}

void StepChecks::isNumeric(const ColumnName& name, std::string_view field) {
    const ColumnInfo* info = columns_.find(name.text);
    if (info == nullptr) {
        exists(name, field);
    } else if (!isNumericType(info->type)) {
        problems_.push_back(
            {.code = ProblemCode::VariableNotNumeric, .place = {.variable = name.text}});
    }
}

void StepChecks::isNumericIfNamed(const ColumnName& name) {
    if (!name.empty()) {
        isNumeric(name);
    }
}

void StepChecks::areNumeric(std::string_view field, const std::vector<ColumnName>& names) {
    isGiven(!names.empty(), field);
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (std::find(names.begin(), name, *name) != name) {
            problems_.push_back(
                {.code = ProblemCode::VariableDuplicate, .place = {.variable = name->text}});
        } else {
            isNumeric(*name);
        }
    }
}

void StepChecks::isInUnit(const ColumnName& name, std::string_view unitOfMeasure) {
    const ColumnInfo* info = columns_.find(name.text);
    const auto found = info == nullptr ? std::nullopt : parseUnitOfMeasure(info->unitOfMeasure);
    const auto wanted = parseUnitOfMeasure(unitOfMeasure);
    if (found && wanted && !found->isSame(*wanted)) {
        require(false, "unit_of_measure", std::string(unitOfMeasure),
                name.text + ": " + info->unitOfMeasure);
    }
}

void StepChecks::isNotKey(const ColumnName& name) {
    const bool isKey = name == columns_.keys.unit || name == columns_.keys.period;
    if (isKey && !name.empty()) {
        problems_.push_back({.code = ProblemCode::VariableIsKey, .place = {.variable = name.text}});
    }
}

void StepChecks::isFree(std::string_view field, std::string_view name) {
    isGiven(!name.empty(), field);
    if (columns_.find(name) != nullptr) {
        problems_.push_back(
            {.code = ProblemCode::VariableDuplicate, .place = {.variable = std::string(name)}});
    }
}

void StepChecks::isExpression(const ExpressionText& expression, bool mustBeCondition,
                              std::string_view field) {
    if (expression.text.find_first_not_of(" \t") == std::string::npos) {
        isGiven(false, field);
        return;
    }
    const auto parsed = parseExpression(expression.text);
    if (!parsed) {
        problems_.push_back(parsed.error());
        return;
    }
    const auto panel = emptyPanel(columns_);
    if (!panel) {
        problems_.push_back(panel.error());
        return;
    }
    const auto failure = [&](const auto& result) {
        if (!result) {
            problems_.push_back(result.error());
        }
    };
    if (mustBeCondition) {
        failure(selectRows(*parsed, *panel));
    } else {
        failure(evaluate(*parsed, *panel));
    }
}

void StepChecks::hasKeys() {
    if (columns_.keys.unit.empty()) {
        problems_.push_back({.code = ProblemCode::KeyColumnMissing});
    }
}

void StepChecks::isGiven(bool isGiven, std::string_view field) {
    if (!isGiven) {
        problems_.push_back(
            {.code = ProblemCode::OptionMissing, .place = {.variable = std::string(field)}});
    }
}

void StepChecks::require(bool holds, std::string_view field, std::string found,
                         std::string expected) {
    if (!holds) {
        problems_.push_back({.code = ProblemCode::OptionInvalid,
                             .place = {.variable = std::string(field)},
                             .found = std::move(found),
                             .expected = std::move(expected)});
    }
}

} // namespace citypanel::recipe
