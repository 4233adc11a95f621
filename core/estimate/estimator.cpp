// SPDX-License-Identifier: GPL-3.0-or-later
// From an estimator's name to the function that estimates.
#include "core/estimate/estimator.h"

#include "core/estimate/random_effects.h"

namespace citypanel {

namespace {

Result<Fit> withInstruments(Estimator estimator, const Panel& panel, const ModelFormula& formula,
                            EstimateOptions options, Progress& progress) {
    if (!formula.hasInstruments()) {
        return Problem{.code = ProblemCode::OptionInvalid,
                       .place = {.variable = "estimator"},
                       .found = std::string(nameOf(estimator)),
                       .expected = "y ~ x | effects | endogenous ~ instruments"};
    }
    options.method = estimator == Estimator::Liml ? InstrumentMethod::Liml : InstrumentMethod::Gmm;
    return estimate(panel, formula, options, progress);
}

/// Hausman's tests where fixed effects leave something to compare; missing otherwise.
Result<Fit> withHausman(const Panel& panel, const ModelFormula& formula,
                        const EstimateOptions& options, Progress& progress) {
    SubProgress first(progress, 0.0, 0.4);
    CITYPANEL_TRY(Fit fit, estimateRandomEffects(panel, formula, options, first));
    SubProgress second(progress, 0.4, 1.0);
    const Result<HausmanTest> test = hausmanTest(panel, formula, options, second);
    if (test) {
        fit.randomEffects->hausman = test->classical;
        fit.randomEffects->hausmanIsReliable = test->differenceIsPositive;
        fit.randomEffects->mundlak = test->robust;
    } else if (test.error().code == ProblemCode::Cancelled) {
        return test.error();
    }
    return fit;
}

} // namespace

Result<Fit> estimateBy(Estimator estimator, const Panel& panel, const ModelFormula& formula,
                       const EstimateOptions& options, Progress& progress) {
    switch (estimator) {
    case Estimator::LeastSquares:
        break;
    case Estimator::RandomEffects:
        return withHausman(panel, formula, options, progress);
    case Estimator::Between:
        return estimateBetween(panel, formula, options, false, progress);
    case Estimator::FirstDifference:
        return estimateFirstDifference(panel, formula, options, false, progress);
    case Estimator::Liml:
    case Estimator::Gmm:
        return withInstruments(estimator, panel, formula, options, progress);
    }
    return estimate(panel, formula, options, progress);
}

} // namespace citypanel
