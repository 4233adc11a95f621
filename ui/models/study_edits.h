// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of a project's studies as functions from value to value, for session.edit().
#pragma once

#include "core/project/project.h"

#include <string>
#include <vector>

namespace citypanel::ui {

/// A key no study has: "t1", "t2", ...
[[nodiscard]] std::string freshStudyKey(const std::vector<study::ProjectStudy>& studies);

/// An unknown key changes nothing, here and below.
[[nodiscard]] project::Project withStudy(project::Project project, const std::string& key,
                                         const study::Study& study);
[[nodiscard]] project::Project withStudyName(project::Project project, const std::string& key,
                                             const std::string& name);
[[nodiscard]] project::Project withoutStudy(project::Project project, const std::string& key);

} // namespace citypanel::ui
