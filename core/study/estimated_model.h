// SPDX-License-Identifier: GPL-3.0-or-later
// EstimatedModel: one column of a table of models, before and after it is estimated.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/fit.h"
#include "core/estimate/model_formula.h"
#include "core/panel/panel.h"
#include "core/study/regression_study.h"
#include "core/study/study_result.h"

#include <memory>
#include <optional>
#include <vector>

namespace citypanel::study {

/// One column: what was asked for and what came of it.
struct EstimatedModel {
    RegressionColumn specification{};
    ModelFormula formula{}; ///< empty where it could not be read
    CovarianceSpec vcov{};
    std::shared_ptr<const Fit> fit{};     ///< nullptr where it could not be estimated
    Phrase heading{};                     ///< over the column; empty: the specification's group
    std::vector<Note> notes{};            ///< of this column alone, besides those of its fit
    std::optional<Panel> panel{};         ///< a version of the panel for this column
    std::optional<ExpressionText> said{}; ///< condition of the notes where headings say the rest
    bool isFirstStage = false; ///< its outcome is a regressor: no point in a figure of them
};

/// The column's covariance, convention, weights and sample as the estimator takes them.
/// Problems: those of parseCovariance.
[[nodiscard]] Result<EstimateOptions> optionsOf(const RegressionColumn& column);

/// Fills formula, covariance and fit as far as they can be made.
[[nodiscard]] Status estimateModel(EstimatedModel& model, const Panel& panel, Progress& progress);

/// Puts a model that has a fit into the result as the column of this key.
void keepModel(const EstimatedModel& model, const std::string& key, StudyResult& result);

/// Estimates each model that has no fit yet. One that fails stays without a fit and gives a problem
/// whose place.step is the column's number; fits go into the result by that number.
/// Problem: Cancelled.
[[nodiscard]] Status estimateModels(std::vector<EstimatedModel>& models, const Panel& panel,
                                    StudyResult& result, Progress& progress);

} // namespace citypanel::study
