// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of steps replaced by number and title.
#include "core/text/step_names.h"

#include "core/text/step_text.h"

namespace citypanel::text {

std::string nameOfStep(const std::string& key, const StepNames& names, Language language) {
    const auto step = names.find(key);
    if (step == names.end()) {
        return key;
    }
    const bool isChinese = language == Language::Chinese;
    return std::to_string(step->second.number) + (isChinese ? "（" : " (") +
           stepTitle(step->second.id, language) + (isChinese ? "）" : ")");
}

StepNames stepNames(const recipe::Recipe& recipe) {
    StepNames names;
    for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
        names[recipe.steps[i].key] = {i + 1, std::string(recipe::idOf(recipe.steps[i].step))};
    }
    return names;
}

Problem withStepNames(Problem problem, const StepNames& names, Language language) {
    const bool isAboutSteps =
        problem.code == ProblemCode::StepBlocked ||
        (problem.code == ProblemCode::VariableUnknown && !problem.place.step.empty());
    problem.place.step = nameOfStep(problem.place.step, names, language);
    problem.found = isAboutSteps ? nameOfStep(problem.found, names, language) : problem.found;
    return problem;
}

} // namespace citypanel::text
