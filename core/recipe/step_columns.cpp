// SPDX-License-Identifier: GPL-3.0-or-later
// Columns in expressions.
#include "core/recipe/step_columns.h"

#include "core/estimate/formula_columns.h"
#include "core/panel/expression.h"

#include <algorithm>

namespace citypanel::recipe {

std::vector<std::string> columnsIn(const ExpressionText& expression) {
    const auto parsed = parseExpression(expression.text);
    return parsed ? parsed->variables() : std::vector<std::string>{};
}

namespace {

std::string renamedOnce(const std::string& text, const std::string& from, const std::string& to) {
    const auto parsed = parseExpression(text);
    return parsed ? parsed->renamed(from, to) : text;
}

} // namespace

ExpressionText renamedIn(const ExpressionText& expression, const ColumnNames& names) {
    std::string text = expression.text;
    const std::vector<std::string> read = columnsIn(expression);
    const auto reads = [&](const std::string& name) {
        return std::find(read.begin(), read.end(), name) != read.end();
    };
    // By way of names nobody uses, so that exchanging two columns does not merge them.
    const auto between = [](const std::string& name) { return "\x01 " + name; };
    for (const auto& [from, to] : names) {
        text = reads(from) ? renamedOnce(text, from, between(from)) : text;
    }
    for (const auto& [from, to] : names) {
        text = reads(from) ? renamedOnce(text, between(from), to) : text;
    }
    return text;
}

std::vector<std::string> columnsIn(const FormulaText& formula) {
    return formulaColumns(formula.text);
}

FormulaText renamedIn(const FormulaText& formula, const ColumnNames& names) {
    return renamedFormula(formula.text, names);
}

void addNeed(std::vector<std::string>& needs, const std::string& name) {
    if (!name.empty() && std::find(needs.begin(), needs.end(), name) == needs.end()) {
        needs.push_back(name);
    }
}

} // namespace citypanel::recipe
