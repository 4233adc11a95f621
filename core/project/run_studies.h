// SPDX-License-Identifier: GPL-3.0-or-later
// The studies of a project run on its panel, each again only when it or the panel changed.
#pragma once

#include "core/base/hash.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/panel/panel.h"
#include "core/study/study.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace citypanel::project {

/// What became of one study.
struct StudyOutcome {
    std::string key{};
    std::string name{};
    std::shared_ptr<const study::StudyResult> result{}; ///< null where nothing could be made
    Problems problems{}; ///< place.step is the study's key; also those inside the result
};

/// Outcomes of the last run, by the content of study and panel. Thread-safe.
class StudyCache {
public:
    [[nodiscard]] std::shared_ptr<const StudyOutcome> find(Hash key) const;
    /// Replaces everything kept by the outcomes of one run.
    void store(std::map<Hash, std::shared_ptr<const StudyOutcome>> outcomes);

private:
    mutable std::mutex mutex_;
    std::map<Hash, std::shared_ptr<const StudyOutcome>> outcomes_;
};

/// Runs the studies in their order; one that fails does not stop the others. Problem: Cancelled.
[[nodiscard]] Result<std::vector<StudyOutcome>>
runStudies(const std::vector<study::ProjectStudy>& studies, const Panel& panel, StudyCache& cache,
           Progress& progress);

} // namespace citypanel::project
