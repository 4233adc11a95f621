// SPDX-License-Identifier: GPL-3.0-or-later
// From formula and panel to Fit.
#include "core/estimate/estimate.h"

#include "core/estimate/linear_fit.h"

#include <utility>

namespace citypanel {

Result<Fit> estimate(const Panel& panel, const ModelFormula& formula,
                     const EstimateOptions& options, Progress& progress) {
    if (!(options.level > 0.0 && options.level < 1.0)) {
        return Problem{.code = ProblemCode::OptionInvalid,
                       .found = std::to_string(options.level),
                       .expected = "0.95"};
    }
    if (options.weightKind == WeightKind::Probability && !options.weights.empty() &&
        options.vcov.kind == CovarianceKind::Iid) {
        return Problem{.code = ProblemCode::ConventionUnsupported,
                       .place = {.variable = options.weights},
                       .found = "iid",
                       .expected = "hc1"};
    }
    if (options.method != InstrumentMethod::TwoStage && !formula.hasInstruments()) {
        return Problem{.code = ProblemCode::OptionInvalid,
                       .place = {.variable = "method"},
                       .found = std::string(nameOf(options.method)),
                       .expected = "y ~ x | effects | endogenous ~ instruments"};
    }
    CITYPANEL_TRY(ModelData data, prepareModel(panel, formula, options));
    if (data.rowCount() < 2) {
        return Problem{.code = ProblemCode::ObservationsTooFew,
                       .place = {.variable = formula.outcomeName},
                       .found = std::to_string(data.rowCount()),
                       .expected = "2"};
    }
    progress.report(0.2);
    CITYPANEL_TRY(const CleanModel model, cleanModel(std::move(data), options, progress));
    progress.report(0.8);
    Result<Fit> fit = formula.hasInstruments() ? fitTwoStage(model, formula, options)
                                               : fitLeastSquares(model, panel, formula, options);
    progress.report(1.0);
    if (!fit && fit.error().code == ProblemCode::ObservationsTooFew) {
        return located(fit.error(), {.variable = formula.outcomeName});
    }
    return fit;
}

Result<Fit> estimate(const Panel& panel, std::string_view formula, const EstimateOptions& options,
                     Progress& progress) {
    CITYPANEL_TRY(const ModelFormula parsed, parseModelFormula(formula));
    return estimate(panel, parsed, options, progress);
}

} // namespace citypanel
