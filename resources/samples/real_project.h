// SPDX-License-Identifier: GPL-3.0-or-later
// The real-data project: real yearbooks and other files, which are not shipped, through the same
// line as the sample.
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "resources/samples/source_files.h"

namespace citypanel::samples {

/// The project over the files of real_files.txt, in its order: joined by city and year, an entropy
/// index of the four indicators there are, capital stock by perpetual inventory, SBM efficiency
/// with two undesirable outputs, two-way fixed effects, groups by rank, resources and pilot. Cities
/// with every column in 2011-2016. Its numbers test software: four indicators, estimated energy and
/// interpolated shares are no findings.
/// Problems: those of reading the files; Internal when a column is not where it is expected.
[[nodiscard]] Result<project::Project> realProject(const SourceFiles& files);

} // namespace citypanel::samples
