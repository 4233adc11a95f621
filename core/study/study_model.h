// SPDX-License-Identifier: GPL-3.0-or-later
// StudyModel: the model that a study varies: one outcome on regressors of interest and controls.
#pragma once

#include "core/base/fields.h"
#include "core/base/tagged_text.h"
#include "core/estimate/estimate.h"
#include "core/panel/panel.h"
#include "core/study/regression_study.h"

#include <string>
#include <vector>

namespace citypanel::study {

/// Roles of columns; the formulas of a study's tables are put together from them.
struct StudyModel {
    ExpressionText outcome{};
    std::vector<ExpressionText> core{};     ///< regressors of interest
    std::vector<ExpressionText> controls{}; ///< may be empty
    std::vector<ExpressionText> effects{};  ///< "city", "year", "province^year"
    std::string vcov{}; ///< as parseCovariance reads it; empty: clustered by the panel's unit
    SmallSample ssc = SmallSample::Reghdfe;
    ExpressionText weights{};
    WeightKind weightKind = WeightKind::Analytic;
    ExpressionText where{};

    static constexpr auto fields() {
        return FieldList{
            field("outcome", &StudyModel::outcome),   field("core", &StudyModel::core),
            field("controls", &StudyModel::controls), field("effects", &StudyModel::effects),
            field("vcov", &StudyModel::vcov),         field("ssc", &StudyModel::ssc),
            field("weights", &StudyModel::weights),   field("weight_kind", &StudyModel::weightKind),
            field("where", &StudyModel::where)};
    }

    friend bool operator==(const StudyModel&, const StudyModel&) = default;
};

/// A model to start from: effects of the panel's unit and period, errors clustered by unit.
[[nodiscard]] StudyModel proposedModel(const Panel& panel);

/// Problem: OptionInvalid naming the role that is empty (outcome, core).
[[nodiscard]] Status checkModel(const StudyModel& model);

/// The text of a formula's term: names and calls as they are, arithmetic inside I(...).
[[nodiscard]] std::string termText(const ExpressionText& expression);

/// The name that such a term has in a fit: its text without blanks.
[[nodiscard]] std::string termName(const ExpressionText& expression);

/// "outcome ~ terms | effects | endogenous ~ instruments"; the last part where there are some.
[[nodiscard]] std::string formulaText(const ExpressionText& outcome,
                                      const std::vector<ExpressionText>& terms,
                                      const std::vector<ExpressionText>& effects,
                                      const ExpressionText& endogenous = {},
                                      const std::vector<ExpressionText>& instruments = {});

/// Two lists after one another.
[[nodiscard]] std::vector<ExpressionText> joined(std::vector<ExpressionText> first,
                                                 const std::vector<ExpressionText>& second);

/// A column of that formula with the model's covariance, convention, weights and sample.
[[nodiscard]] RegressionColumn columnOf(const StudyModel& model, const Panel& panel,
                                        std::string formula);

/// The model whole: all regressors of interest and all controls.
[[nodiscard]] RegressionColumn columnOf(const StudyModel& model, const Panel& panel);

/// Both conditions at once; empty ones do not count.
[[nodiscard]] ExpressionText bothOf(const ExpressionText& first, const ExpressionText& second);

/// Names of the regressors of interest, for RegressionStudy::core.
[[nodiscard]] std::vector<std::string> coreNames(const StudyModel& model);

} // namespace citypanel::study
