// SPDX-License-Identifier: GPL-3.0-or-later
// PredictStep: what a model says of each row, as variables of the panel.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/estimate/estimate.h"
#include "core/recipe/step_effect.h"

#include <string>
#include <string_view>

namespace citypanel::recipe {

/// Estimates a model and adds fitted values, residuals and effects under the names that are given;
/// a name left empty is not made. Rows outside the model's sample (missing values, lags,
/// singletons) are missing.
struct PredictStep {
    static constexpr std::string_view id = "predict";

    FormulaText formula{};
    ExpressionText weights{}; ///< analytic; empty: none
    ExpressionText where{};   ///< rows where it is not true are left out; empty: all rows
    InstrumentMethod method = InstrumentMethod::TwoStage; ///< where the formula has instruments
    NewColumnName fitted{};                               ///< effects and constant included
    NewColumnName residual{};                             ///< outcome minus fitted
    NewColumnName withinFitted{}; ///< fitted with the effects taken out of the regressors
    NewColumnName effects{};      ///< sum of the effects; zero where there are none
    bool eachEffect = false;      ///< "<effects>_<effect>" of every absorbed effect besides

    static constexpr auto fields() {
        return FieldList{field("formula", &PredictStep::formula),
                         field("fitted", &PredictStep::fitted),
                         field("residual", &PredictStep::residual),
                         field("within_fitted", &PredictStep::withinFitted),
                         field("effects", &PredictStep::effects),
                         field("each_effect", &PredictStep::eachEffect),
                         field("weights", &PredictStep::weights),
                         field("where", &PredictStep::where),
                         field("instrument_method", &PredictStep::method)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const PredictStep&, const PredictStep&) = default;
};

} // namespace citypanel::recipe
