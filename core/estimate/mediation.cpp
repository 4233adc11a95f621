// SPDX-License-Identifier: GPL-3.0-or-later
// Mediation in two or three steps, tests of the indirect effect and its bootstrap.
#include "core/estimate/mediation.h"

#include "core/estimate/distributions.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel {

namespace {

ProductTest productTest(double product, double variance) {
    ProductTest test;
    if (variance > 0.0) {
        test.stdError = std::sqrt(variance);
        test.z = product / test.stdError;
        test.pValue = normalTwoSided(test.z);
    }
    return test;
}

class Mediation {
public:
    Mediation(const Panel& panel, const ModelFormula& formula, const MediationOptions& options)
        : panel_(panel), formula_(formula), options_(options) {}

    Result<MediationResult> run(Progress& progress) {
        CITYPANEL_TRY_STATUS(writeFormulas());
        EstimateOptions estimation = options_.estimate;
        NoProgress quiet;
        // The model with both is the most demanding: its rows are those of every step.
        CITYPANEL_TRY(Fit both, estimate(panel_, both_, estimation, quiet));
        estimation.sample = both.sample;
        estimation.where.clear();
        CITYPANEL_TRY(result_.total, estimate(panel_, formula_, estimation, quiet));
        CITYPANEL_TRY(result_.toMediator, estimate(panel_, toMediator_, estimation, quiet));
        CITYPANEL_TRY(result_.totalEffect, termOf(result_.total, options_.treatment));
        CITYPANEL_TRY(result_.a, termOf(result_.toMediator, options_.treatment));
        if (options_.hasThreeSteps) {
            CITYPANEL_TRY_STATUS(thirdStep(both));
            result_.both = std::move(both);
            if (options_.reps > 0) {
                CITYPANEL_TRY(result_.bootstrap, bootstrap(progress));
            }
        }
        return std::move(result_);
    }

private:
    Status writeFormulas() {
        if (formula_.hasInstruments()) {
            return Problem{.code = ProblemCode::ConventionUnsupported,
                           .place = {.variable = formula_.endogenous.front().name},
                           .found = formula_.text};
        }
        const bool isThere =
            std::any_of(formula_.regressors.begin(), formula_.regressors.end(),
                        [&](const Term& term) { return term.name == options_.mediator; });
        if (options_.mediator.empty() || isThere || formula_.outcomeName == options_.mediator) {
            return Problem{.code = ProblemCode::OptionInvalid,
                           .place = {.variable = "mediator"},
                           .found = options_.mediator};
        }
        CITYPANEL_TRY(const Expression mediator, parseExpression(options_.mediator));
        both_ = formula_;
        const std::size_t tilde = formula_.text.find('~');
        const std::string right = formula_.text.substr(tilde + 1);
        both_.text = formula_.text.substr(0, tilde) + "~ " + options_.mediator + " +" + right;
        both_.regressors.insert(
            both_.regressors.begin(),
            Term{.name = options_.mediator, .parts = {{.text = {}, .expression = mediator}}});
        toMediator_ = formula_;
        toMediator_.text = options_.mediator + " ~" + right;
        toMediator_.outcome = mediator;
        toMediator_.outcomeName = options_.mediator;
        return {};
    }

    static Result<TermEstimate> termOf(const Fit& fit, const std::string& name) {
        if (const TermEstimate* term = fit.term(name)) {
            return *term;
        }
        std::string known;
        for (const TermEstimate& term : fit.terms) {
            known += (known.empty() ? "" : ", ") + term.name;
        }
        return Problem{.code = ProblemCode::VariableUnknown,
                       .place = {.variable = name},
                       .found = name,
                       .expected = known};
    }

    Status thirdStep(const Fit& both) {
        CITYPANEL_TRY(result_.b, termOf(both, options_.mediator));
        CITYPANEL_TRY(result_.direct, termOf(both, options_.treatment));
        const double a = result_.a.estimate;
        const double b = result_.b.estimate;
        const double va = result_.a.stdError * result_.a.stdError;
        const double vb = result_.b.stdError * result_.b.stdError;
        result_.indirect = a * b;
        result_.shareMediated = a * b / result_.totalEffect.estimate;
        const double first = b * b * va + a * a * vb;
        result_.sobel = productTest(a * b, first);
        result_.aroian = productTest(a * b, first + va * vb);
        result_.goodman = productTest(a * b, first - va * vb);
        return {};
    }

    /// All three regressions come from one matrix of cross products.
    Result<BootstrapResult> bootstrap(Progress& progress) const {
        const BootstrapOptions options{
            .estimate = options_.estimate, .by = {}, .reps = options_.reps, .seed = options_.seed};
        CITYPANEL_TRY(const ResampledModel model, resampledModel(panel_, both_, options));
        const std::vector<std::string>& names = model.data().columns.names;
        const auto numberOf = [&](const std::string& name) {
            return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) -
                                            names.begin());
        };
        const std::size_t mediator = numberOf(options_.mediator);
        std::vector<std::size_t> shared{numberOf(options_.treatment)};
        for (const TermEstimate& term : result_.total.terms) {
            if (term.name != options_.treatment) {
                shared.push_back(numberOf(term.name));
            }
        }
        std::vector<std::size_t> all{mediator};
        all.insert(all.end(), shared.begin(), shared.end());
        const std::vector<std::string> statistics{"indirect", "direct", "total"};
        const auto compute = [&](std::span<const double> weights) -> Result<std::vector<double>> {
            CITYPANEL_TRY(const std::vector<double> products, model.crossProducts(weights));
            const std::vector<double> a = model.leastSquares(products, mediator, shared);
            const std::vector<double> both = model.leastSquares(products, 0, all);
            if (a.empty() || both.empty()) {
                return std::vector<double>();
            }
            const double indirect = a.front() * both.front();
            return std::vector<double>{indirect, both[1], indirect + both[1]};
        };
        return bootstrapStatistics(model.entityCount(), statistics, compute, options, progress);
    }

    const Panel& panel_;
    const ModelFormula& formula_;
    const MediationOptions& options_;
    ModelFormula both_;
    ModelFormula toMediator_;
    MediationResult result_;
};

} // namespace

Result<MediationResult> mediation(const Panel& panel, const ModelFormula& formula,
                                  const MediationOptions& options, Progress& progress) {
    return Mediation(panel, formula, options).run(progress);
}

} // namespace citypanel
