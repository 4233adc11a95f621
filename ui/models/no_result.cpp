// SPDX-License-Identifier: GPL-3.0-or-later
// The reasons, the one that stands before the others first.
#include "ui/models/no_result.h"

#include "ui/models/study_outcomes.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"

#include <QCoreApplication>

#include <algorithm>

namespace citypanel::ui {

namespace {

struct NoResults {
    Q_DECLARE_TR_FUNCTIONS(citypanel::ui::NoResults)
};

constexpr qsizetype mostProblems = 3;

bool showsAnything(const project::StudyOutcome& outcome) {
    return outcome.result != nullptr &&
           !(outcome.result->tables.empty() && outcome.result->figures.empty());
}

bool hasResult(const project::ProjectEvaluation& evaluation, const QString& studyKey) {
    if (studyKey.isEmpty()) {
        return std::any_of(evaluation.studies.begin(), evaluation.studies.end(), showsAnything);
    }
    const project::StudyOutcome* outcome = outcomeOf(evaluation, studyKey);
    return outcome != nullptr && showsAnything(*outcome);
}

QString firstLines(const Problems& problems) {
    return problemLines(problems).mid(0, mostProblems).join(QLatin1Char('\n'));
}

/// The first step that failed; the others wait for it.
std::optional<NoResult> failedStep(const ProjectSession& session) {
    const recipe::Recipe& recipe = session.project()->recipe;
    for (const recipe::StepResult& result : session.evaluation()->recipe.steps) {
        const std::size_t at = recipe.indexOf(result.key);
        if (result.state == recipe::StepState::Failed && at < recipe.steps.size()) {
            const QString title = NoResults::tr("Step %1 of the recipe did not run: %2")
                                      .arg(at + 1)
                                      .arg(stepTitle(recipe::idOf(recipe.steps[at].step)));
            const QString text =
                firstLines(result.problems) + QStringLiteral("\n\n") +
                NoResults::tr("All that comes after it waits, the studies too. Choose the step, "
                              "then correct it or switch it off.");
            return NoResult{title, text, QString::fromStdString(result.key)};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<NoResult> whyNoResult(const ProjectSession& session, const QString& studyKey) {
    const project::ProjectEvaluation& evaluation = *session.evaluation();
    if (session.project()->studies.empty() || hasResult(evaluation, studyKey)) {
        return std::nullopt;
    }
    if (session.isEvaluating()) {
        return NoResult{NoResults::tr("Computing"),
                        NoResults::tr("The recipe and the studies are being computed. The results "
                                      "appear here as soon as they are ready."),
                        {}};
    }
    if (auto failed = failedStep(session)) {
        return failed;
    }
    const project::StudyOutcome* outcome =
        studyKey.isEmpty() ? nullptr : outcomeOf(evaluation, studyKey);
    if (outcome != nullptr) {
        return NoResult{
            NoResults::tr("This study has no results"), firstLines(outcome->problems), {}};
    }
    return evaluation.studies.empty()
               ? std::optional(NoResult{
                     NoResults::tr("Not computed"),
                     NoResults::tr("The computation was stopped. It starts again with the next "
                                   "change of the recipe or of a study."),
                     {}})
               : std::nullopt;
}

} // namespace citypanel::ui
