// SPDX-License-Identifier: GPL-3.0-or-later
// The sample project: the simulated yearbooks, how they are read, the recipe, the studies.
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "resources/samples/city_simulation.h"
#include "resources/samples/source_files.h"

#include <vector>

namespace citypanel::samples {

/// The project over the files that writeWorkbooks made. Layouts are detected, then the columns are
/// given the short names that formulas use.
/// Problems: those of reading the workbooks; Internal when a column is not where it is expected.
[[nodiscard]] Result<project::Project> sampleProject(const SourceFiles& files,
                                                     const std::vector<City>& cities);

/// From the columns of the yearbooks to those of the studies.
[[nodiscard]] recipe::Recipe sampleRecipe(const std::vector<City>& cities);

/// English and Chinese names of variables, groups and tables.
[[nodiscard]] report::Labels sampleLabels();

/// Tables 3 to 7 and their figures, moderation, the specification curve.
[[nodiscard]] std::vector<study::ProjectStudy> sampleStudies();

} // namespace citypanel::samples
