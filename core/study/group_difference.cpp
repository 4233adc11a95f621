// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing the groups of a study.
#include "core/study/group_difference.h"

#include "core/panel/expression_lexer.h"
#include "core/study/estimated_model.h"

#include <algorithm>
#include <utility>

namespace citypanel::study {

const GroupTest* GroupDifferences::find(GroupTestMethod method, std::string_view term,
                                        std::string_view first, std::string_view second) const {
    const auto found = std::find_if(tests.begin(), tests.end(), [&](const GroupTest& test) {
        const bool isPair = (test.groups[0] == first && test.groups[1] == second) ||
                            (test.groups[0] == second && test.groups[1] == first);
        return test.method == method && test.term == term && isPair;
    });
    return found == tests.end() ? nullptr : &*found;
}

bool isConstantWithinUnits(const Panel& panel, const Factor& factor) {
    for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
        std::int32_t seen = missingCode;
        for (std::size_t row = panel.unitBegin(unit); row < panel.unitEnd(unit); ++row) {
            const std::int32_t code = factor.codes[row];
            if (code != missingCode && seen != missingCode && code != seen) {
                return false;
            }
            seen = code == missingCode ? seen : code;
        }
    }
    return true;
}

Result<GroupDifferences> groupDifferences(const Panel& panel, const StudyModel& model,
                                          const std::string& by, const DifferenceOptions& options,
                                          Progress& progress) {
    CITYPANEL_TRY(const Factor factor, factorOf(panel, by));
    const RegressionColumn column = columnOf(model, panel);
    CITYPANEL_TRY(const ModelFormula formula, parseModelFormula(column.formula.text));
    CompareOptions compare;
    CITYPANEL_TRY(compare.estimate, optionsOf(column));
    compare.methods = options.methods;
    compare.terms = coreNames(model);
    compare.reps = options.reps;
    compare.seed = options.seed;
    GroupDifferences result{.by = by, .levels = factor.levels};
    result.isPermutedByRow = !isConstantWithinUnits(panel, factor);
    compare.scheme = result.isPermutedByRow ? PermutationScheme::Row : PermutationScheme::Unit;
    CITYPANEL_TRY(GroupComparison comparison, compareGroups(panel, formula, by, compare, progress));
    result.tests = std::move(comparison.tests);
    return result;
}

double judgedPValue(const GroupTest& test) {
    return isMissing(test.adjustedPValue) ? test.pValue : test.adjustedPValue;
}

std::string quotedName(const std::string& name) {
    return expression::isPlainName(name) ? name : "`" + name + "`";
}

ExpressionText levelCondition(const Panel& panel, const std::string& column,
                              const std::string& level) {
    const Variable* variable = panel.find(column);
    const bool isNumber = variable != nullptr && (variable->type() == VariableType::Numeric ||
                                                  variable->type() == VariableType::Flag);
    return quotedName(column) + " == " + (isNumber ? level : "\"" + level + "\"");
}

} // namespace citypanel::study
