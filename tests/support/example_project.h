// SPDX-License-Identifier: GPL-3.0-or-later
// A project with sources, steps of every kind and studies, for tests of files and sessions.
#pragma once

#include "core/project/project.h"
#include "tests/support/example_recipe.h"
#include "tests/support/random_fields.h"

#include <random>
#include <utility>

namespace citypanel::test {

inline project::Project exampleProject() {
    project::Project project;
    project.sources.push_back(project::sourceOf("grunfeld.csv", "firm,year,inv\nA,2011,1.5\n"));
    project.sources.push_back(
        project::sourceOf("统计年鉴 2016.csv", QByteArray("2016,17892975\n").repeated(30)));
    for (recipe::Step& step : exampleSteps()) {
        project.recipe = recipe::withStep(std::move(project.recipe), std::move(step));
    }
    project.studies.push_back({"t1", "Table 1", study::DescriptivesStudy{.title = "描述性统计"}});
    project.settings.seed = 20240711;
    return project;
}

/// Up to ten steps, about half of them with parameters nobody would choose.
inline project::Project randomProject(std::mt19937_64& random) {
    project::Project project = exampleProject();
    project.recipe = randomRecipe(random);
    for (recipe::RecipeStep& step : project.recipe.steps) {
        step.step = random() % 2 == 0 ? randomised(std::move(step.step), random) : step.step;
    }
    project.settings.seed = static_cast<std::int64_t>(random() >> 12U);
    if (random() % 2 == 0) {
        project.sources.pop_back();
    }
    return project;
}

} // namespace citypanel::test
