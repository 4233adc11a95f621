// SPDX-License-Identifier: GPL-3.0-or-later
// Studies replaced, added and removed.
#include "ui/models/study_edits.h"

#include <algorithm>

namespace citypanel::ui {

namespace {

auto findStudy(std::vector<study::ProjectStudy>& studies, const std::string& key) {
    return std::find_if(studies.begin(), studies.end(),
                        [&](const study::ProjectStudy& s) { return s.key == key; });
}

} // namespace

std::string freshStudyKey(const std::vector<study::ProjectStudy>& studies) {
    for (std::size_t n = studies.size() + 1;; ++n) {
        const std::string key = "t" + std::to_string(n);
        const bool isTaken =
            std::any_of(studies.begin(), studies.end(),
                        [&](const study::ProjectStudy& s) { return s.key == key; });
        if (!isTaken) {
            return key;
        }
    }
}

project::Project withStudy(project::Project project, const std::string& key,
                           const study::Study& study) {
    const auto found = findStudy(project.studies, key);
    if (found != project.studies.end()) {
        found->study = study;
    }
    return project;
}

project::Project withStudyName(project::Project project, const std::string& key,
                               const std::string& name) {
    const auto found = findStudy(project.studies, key);
    if (found != project.studies.end()) {
        found->name = name;
    }
    return project;
}

project::Project withoutStudy(project::Project project, const std::string& key) {
    const auto found = findStudy(project.studies, key);
    if (found != project.studies.end()) {
        project.studies.erase(found);
    }
    return project;
}

} // namespace citypanel::ui
