// SPDX-License-Identifier: GPL-3.0-or-later
// Studies and models replaced, added and removed.
#include "ui/regression/column_edits.h"

#include "ui/regression/model_spec.h"

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

study::RegressionStudy withColumn(study::RegressionStudy study, std::size_t column,
                                  const study::RegressionColumn& changed,
                                  const std::vector<std::string>& core) {
    std::vector<std::string> all;
    const auto take = [&](const std::vector<std::string>& terms) {
        for (const std::string& term : terms) {
            if (std::find(all.begin(), all.end(), term) == all.end()) {
                all.push_back(term);
            }
        }
    };
    // A term that is core in any model stays core in all: one row of the table has one role.
    for (std::size_t i = 0; i < study.columns.size(); ++i) {
        if (i == column) {
            take(core);
        } else if (const auto spec = specOf(study.columns[i].formula, study.core)) {
            take(spec->core);
        }
    }
    study.columns[column] = changed;
    study.core = std::move(all);
    return study;
}

} // namespace citypanel::ui
