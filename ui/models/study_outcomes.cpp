// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes by key.
#include "ui/models/study_outcomes.h"

namespace citypanel::ui {

const project::StudyOutcome* outcomeOf(const project::ProjectEvaluation& evaluation,
                                       const QString& key) {
    const std::string wanted = key.toStdString();
    for (const project::StudyOutcome& outcome : evaluation.studies) {
        if (outcome.key == wanted) {
            return &outcome;
        }
    }
    return nullptr;
}

} // namespace citypanel::ui
