// SPDX-License-Identifier: GPL-3.0-or-later
// The table of models side by side, and the figure of their core coefficients.
#pragma once

#include "core/panel/panel.h"
#include "core/study/estimated_model.h"
#include "core/study/figure.h"
#include "core/study/regression_study.h"
#include "core/study/table.h"

#include <span>
#include <string>
#include <vector>

namespace citypanel::study {

/// Names of the terms of interest: the study's, or the first term of each model.
[[nodiscard]] std::vector<std::string> coreTerms(const RegressionStudy& study,
                                                 std::span<const EstimatedModel> models);

/// What stands over a model's column: its heading, or its specification's group.
[[nodiscard]] Phrase headingOf(const EstimatedModel& model);

/// Coefficients, fixed effects as the formulas have them, statistics, notes.
[[nodiscard]] Table regressionTable(const RegressionStudy& study,
                                    std::span<const EstimatedModel> models, const Panel& panel);

/// The notes of that table.
[[nodiscard]] std::vector<Note> regressionNotes(const RegressionStudy& study,
                                                std::span<const EstimatedModel> models,
                                                const Panel& panel);

/// A series a core term, a point a model, with intervals of 99, 95 and 90 %.
[[nodiscard]] Figure coefficientFigure(const RegressionStudy& study,
                                       std::span<const EstimatedModel> models, const Panel& panel);

} // namespace citypanel::study
