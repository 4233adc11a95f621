// SPDX-License-Identifier: GPL-3.0-or-later
// Running the studies of a project.
#include "core/project/run_studies.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace citypanel::project {

std::shared_ptr<const StudyOutcome> StudyCache::find(Hash key) const {
    const std::lock_guard lock(mutex_);
    const auto found = outcomes_.find(key);
    return found == outcomes_.end() ? nullptr : found->second;
}

void StudyCache::store(std::map<Hash, std::shared_ptr<const StudyOutcome>> outcomes) {
    const std::lock_guard lock(mutex_);
    outcomes_ = std::move(outcomes);
}

namespace {

Hash hashOf(const Panel& panel) {
    Hash hash = hashText(panel.keys().period, hashText(panel.keys().unit));
    for (const Variable& column : panel.columns()) {
        hash = hashCombine(hashText(column.name(), hash), column.contentHash());
        hash = hashText(column.unitOfMeasure(), hashText(column.label(), hash));
    }
    return hash;
}

Hash hashOf(const study::ProjectStudy& study, Hash panel) {
    const Hash seed = hashText(study.name, hashText(study.key, panel));
    return std::visit(
        [&](const auto& kind) {
            if constexpr (study::KnownStudy<std::decay_t<decltype(kind)>>) {
                return hashValue(kind, hashText(kind.id, seed));
            } else {
                return hashText(kind.json, seed);
            }
        },
        study.study);
}

Result<StudyOutcome> run(const study::ProjectStudy& study, const Panel& panel, Progress& progress) {
    StudyOutcome outcome{.key = study.key, .name = study.name};
    auto result = study::runStudy(study.study, panel, progress);
    if (!result && result.error().code == ProblemCode::Cancelled) {
        return result.error();
    }
    Problems problems = result ? result->problems : Problems{result.error()};
    for (Problem& problem : problems) {
        outcome.problems.push_back(
            located(std::move(problem),
                    {.step = study.key, .study = study.name.empty() ? study.key : study.name}));
    }
    if (result) {
        outcome.result = std::make_shared<const study::StudyResult>(*std::move(result));
    }
    return outcome;
}

} // namespace

Result<std::vector<StudyOutcome>> runStudies(const std::vector<study::ProjectStudy>& studies,
                                             const Panel& panel, StudyCache& cache,
                                             Progress& progress) {
    std::vector<StudyOutcome> outcomes;
    std::map<Hash, std::shared_ptr<const StudyOutcome>> kept;
    const Hash panelHash = studies.empty() ? 0 : hashOf(panel);
    const double count = static_cast<double>(studies.size());
    for (const study::ProjectStudy& study : studies) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        const double done = static_cast<double>(outcomes.size());
        SubProgress part(progress, done / count, (done + 1) / count);
        const Hash key = hashOf(study, panelHash);
        auto known = cache.find(key);
        if (!known) {
            CITYPANEL_TRY(StudyOutcome outcome, run(study, panel, part));
            known = std::make_shared<const StudyOutcome>(std::move(outcome));
        }
        outcomes.push_back(*known);
        kept[key] = std::move(known);
        progress.report((done + 1) / count);
    }
    cache.store(std::move(kept));
    return outcomes;
}

} // namespace citypanel::project
