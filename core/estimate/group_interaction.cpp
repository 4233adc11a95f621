// SPDX-License-Identifier: GPL-3.0-or-later
// Chow's test by interaction, and suest as the same model with another small-sample factor.
#include "core/estimate/group_tests.h"
#include "core/estimate/inference.h"
#include "core/estimate/model_data.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace citypanel {

namespace {

/// The model of both groups in which everything differs by group. Its coefficients are those of the
/// first group and the differences of the second from it.
class InteractedModel {
public:
    explicit InteractedModel(const GroupPair& pair)
        : pair_(pair)
        , options_(pair.pooledOptions())
        , indicator_(pair.by.name + "=" + pair.by.levels[pair.levels[1]]) {}

    Status build() {
        std::vector<double> isSecond(pair_.panel.rowCount(), 0.0);
        for (std::size_t row = 0; row < isSecond.size(); ++row) {
            isSecond[row] =
                pair_.by.codes[row] == static_cast<std::int32_t>(pair_.levels[1]) ? 1.0 : 0.0;
        }
        CITYPANEL_TRY(panel_,
                      pair_.panel.withVariable(Variable::numeric(indicator_, std::move(isSecond))));
        CITYPANEL_TRY(const Expression second, parseExpression("`" + indicator_ + "`"));
        formula_ = pair_.formula;
        const auto interactAll = [&](std::vector<Term>& terms) {
            const std::size_t count = terms.size();
            for (std::size_t i = 0; i < count; ++i) {
                Term product = terms[i];
                product.name = indicator_ + ":" + product.name;
                product.parts.push_back({.text = {}, .expression = second});
                terms.push_back(std::move(product));
            }
        };
        const std::size_t exogenous = formula_.regressors.size();
        interactAll(formula_.regressors);
        interactAll(formula_.endogenous);
        interactAll(formula_.instruments);
        hasShift_ = formula_.hasConstant && formula_.effects.empty();
        if (hasShift_) {
            formula_.regressors.insert(
                formula_.regressors.begin() + static_cast<std::ptrdiff_t>(exogenous),
                Term{.name = indicator_, .parts = {{.text = {}, .expression = second}}});
        }
        for (EffectTerm& effect : formula_.effects) {
            effect.variables.push_back(pair_.by.name);
            effect.name += "^" + pair_.by.name;
        }
        return nameDifferences();
    }

    Result<Fit> fit(const CovarianceSpec& vcov, Progress& progress) const {
        EstimateOptions options = options_;
        options.vcov = vcov;
        return estimate(panel_, formula_, options, progress);
    }

    /// The name of the difference of a term.
    [[nodiscard]] std::string differenceOf(const std::string& term) const {
        const auto found = differences_.find(term);
        return found == differences_.end() ? std::string() : found->second;
    }

    /// Numbers of the coefficients that are differences of slopes, and the shift of the constant.
    [[nodiscard]] std::vector<std::size_t> differencesIn(const Fit& fit, bool withShift) const {
        std::vector<std::size_t> which;
        for (std::size_t i = 0; i < fit.terms.size(); ++i) {
            const std::string& name = fit.terms[i].name;
            const bool isSlope =
                std::any_of(differences_.begin(), differences_.end(),
                            [&](const auto& entry) { return entry.second == name; });
            if (isSlope || (withShift && hasShift_ && name == indicator_)) {
                which.push_back(i);
            }
        }
        return which;
    }

private:
    /// Terms with levels make several columns, so names are paired by their order in the design:
    /// each block holds the columns of the first group and then as many products.
    Status nameDifferences() {
        CITYPANEL_TRY(const ModelData data, prepareModel(panel_, formula_, options_));
        const std::vector<std::string>& names = data.columns.names;
        const auto pairUp = [&](std::size_t begin, std::size_t count, std::size_t between) {
            const std::size_t half = (count - between) / 2;
            for (std::size_t i = 0; i < half; ++i) {
                differences_[names[begin + i]] = names[begin + half + between + i];
            }
        };
        pairUp(1, data.endogenous, 0);
        const std::size_t constant = data.hasConstantColumn ? 1 : 0;
        pairUp(1 + data.endogenous + constant, data.exogenous - constant, hasShift_ ? 1 : 0);
        return {};
    }

    const GroupPair& pair_;
    EstimateOptions options_;
    std::string indicator_;
    bool hasShift_ = false;
    Panel panel_;
    ModelFormula formula_;
    std::map<std::string, std::string> differences_;
};

void addChow(const GroupPair& pair, const InteractedModel& model, const Fit& fit,
             std::vector<GroupTest>& tests) {
    for (const std::string& name : pair.terms) {
        GroupTest test = pair.blank(GroupTestMethod::Chow, name);
        if (const TermEstimate* term = fit.term(model.differenceOf(name))) {
            test.stdError = term->stdError;
            test.statistic = term->statistic;
            test.df = fit.dfResidual;
            test.pValue = term->pValue;
        }
        tests.push_back(std::move(test));
    }
    std::vector<double> b;
    for (const TermEstimate& term : fit.terms) {
        b.push_back(term.estimate);
    }
    const TestStatistic f =
        waldF(b, fit.covariance, model.differencesIn(fit, true), fit.dfResidual);
    GroupTest joint = pair.blank(GroupTestMethod::Chow, {});
    joint.statistic = f.statistic;
    joint.df = f.df;
    joint.dfDenominator = f.dfDenominator;
    joint.pValue = f.pValue;
    tests.push_back(std::move(joint));
}

/// G/(G-1) (N/(N-1) without clusters, T/(T-1) with periods) over the factor of the fit.
double suestFactor(const Fit& fit) {
    auto groups = static_cast<double>(fit.nobs);
    if (fit.periods > 0) {
        groups = static_cast<double>(fit.periods);
    }
    if (!fit.clusters.empty()) {
        groups = static_cast<double>(fit.clusters.front().second);
        for (const auto& [name, count] : fit.clusters) {
            groups = std::min(groups, static_cast<double>(count));
        }
    }
    return groups / (groups - 1.0) / fit.sscFactor;
}

void addSuest(const GroupPair& pair, const InteractedModel& model, const Fit& fit,
              std::vector<GroupTest>& tests) {
    const double factor = suestFactor(fit);
    for (const std::string& name : pair.terms) {
        GroupTest test = pair.blank(GroupTestMethod::Suest, name);
        if (const TermEstimate* term = fit.term(model.differenceOf(name))) {
            test.stdError = term->stdError * std::sqrt(factor);
            const TestStatistic chi2 =
                chiSquaredTest(std::pow(term->estimate / test.stdError, 2.0), 1.0);
            test.statistic = chi2.statistic;
            test.df = chi2.df;
            test.pValue = chi2.pValue;
        }
        tests.push_back(std::move(test));
    }
    std::vector<double> d;
    std::vector<double> V;
    const std::vector<std::size_t> which = model.differencesIn(fit, false);
    for (const std::size_t i : which) {
        d.push_back(fit.terms[i].estimate);
        for (const std::size_t j : which) {
            V.push_back(fit.covarianceOf(i, j) * factor);
        }
    }
    GroupTest joint = pair.blank(GroupTestMethod::Suest, {});
    const QuadraticForm form = which.empty() ? QuadraticForm{} : quadraticForm(d, V);
    if (form.rank > 0) {
        const TestStatistic chi2 = chiSquaredTest(form.value, static_cast<double>(form.rank));
        joint.statistic = chi2.statistic;
        joint.df = chi2.df;
        joint.pValue = chi2.pValue;
    }
    tests.push_back(std::move(joint));
}

/// suest has no homoskedastic form, and no leverages.
CovarianceSpec robustForm(const CovarianceSpec& vcov) {
    const bool isByRow = vcov.kind == CovarianceKind::Iid || vcov.kind == CovarianceKind::Hc2 ||
                         vcov.kind == CovarianceKind::Hc3;
    return isByRow ? CovarianceSpec{.kind = CovarianceKind::Hc1} : vcov;
}

} // namespace

Result<std::vector<GroupTest>> interactionTests(const GroupPair& pair, Progress& progress) {
    const auto wants = [&](GroupTestMethod method) {
        const std::vector<GroupTestMethod>& methods = pair.options.methods;
        return std::find(methods.begin(), methods.end(), method) != methods.end();
    };
    std::vector<GroupTest> tests;
    if (!wants(GroupTestMethod::Chow) && !wants(GroupTestMethod::Suest)) {
        return tests;
    }
    InteractedModel model(pair);
    CITYPANEL_TRY_STATUS(model.build());
    if (wants(GroupTestMethod::Chow)) {
        NoProgress quiet;
        CITYPANEL_TRY(const Fit fit, model.fit(pair.options.estimate.vcov, quiet));
        addChow(pair, model, fit, tests);
    }
    if (wants(GroupTestMethod::Suest)) {
        NoProgress quiet;
        CITYPANEL_TRY(const Fit fit, model.fit(robustForm(pair.options.estimate.vcov), quiet));
        addSuest(pair, model, fit, tests);
    }
    if (progress.cancelled()) {
        return cancelledProblem();
    }
    return tests;
}

} // namespace citypanel
