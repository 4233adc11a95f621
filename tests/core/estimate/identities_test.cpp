// SPDX-License-Identifier: GPL-3.0-or-later
// Identities that hold on any data, on random unbalanced panels.
#include "core/estimate/estimate.h"
#include "random_panel.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <string>

namespace citypanel {
namespace {

using testing::IsNear;
using testing::randomPanel;

constexpr testing::Near identityNear{1e-10, 1e-13};

Fit fitOf(const Panel& panel, std::string_view formula, std::string_view vcov = "iid",
          std::string weights = {}, WeightKind kind = WeightKind::Analytic) {
    EstimateOptions options;
    options.vcov = *parseCovariance(vcov);
    options.weights = std::move(weights);
    options.weightKind = kind;
    NoProgress progress;
    const Result<Fit> fit = estimate(panel, formula, options, progress);
    EXPECT_TRUE(fit) << formula << ": " << (fit ? "" : problemCodeName(fit.error().code));
    return fit ? *fit : Fit{};
}

void expectSame(const Fit& a, const Fit& b, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        ASSERT_NE(a.term(name), nullptr) << name;
        ASSERT_NE(b.term(name), nullptr) << name;
        EXPECT_THAT(a.term(name)->estimate, IsNear(b.term(name)->estimate, identityNear)) << name;
        EXPECT_THAT(a.term(name)->stdError, IsNear(b.term(name)->stdError, identityNear)) << name;
    }
}

class Identities : public ::testing::TestWithParam<unsigned> {};

TEST_P(Identities, AbsorptionEqualsDummies) {
    const Panel panel = randomPanel(GetParam());
    for (const std::string vcov : {"iid", "hc1", "hc2", "hc3"}) {
        SCOPED_TRACE(vcov);
        const Fit absorbed = fitOf(panel, "y ~ x1 + x2 | unit + period", vcov);
        const Fit dummies = fitOf(panel, "y ~ x1 + x2 + i(unit) + i(period)", vcov);
        if (absorbed.nobs == dummies.nobs) { // no singletons
            expectSame(absorbed, dummies, {"x1", "x2"});
            EXPECT_THAT(absorbed.rSquared, IsNear(dummies.rSquared, identityNear));
            EXPECT_EQ(absorbed.dfAbsorbedExact + 2, dummies.terms.size());
        }
    }
}

TEST_P(Identities, AbsorptionEqualsDummiesWithWeights) {
    const Panel panel = randomPanel(GetParam(), 25, 8, 0.95);
    for (const std::string vcov : {"iid", "hc3", "cluster:g"}) {
        SCOPED_TRACE(vcov);
        const Fit absorbed = fitOf(panel, "y ~ x1 + x2 | unit + period", vcov, "w");
        const Fit dummies = fitOf(panel, "y ~ x1 + x2 + i(unit) + i(period)", vcov, "w");
        EXPECT_THAT(absorbed.term("x1")->estimate,
                    IsNear(dummies.term("x1")->estimate, identityNear));
        if (vcov != "cluster:g") { // nested effects are not counted, dummies are
            expectSame(absorbed, dummies, {"x1", "x2"});
        }
    }
}

TEST_P(Identities, UnitSpecificSlopesEqualInteractions) {
    const Panel panel = randomPanel(GetParam(), 15, 10, 0.9);
    for (const std::string vcov : {"iid", "hc3"}) {
        expectSame(fitOf(panel, "y ~ x1 + x2 | unit[period]", vcov),
                   fitOf(panel, "y ~ x1 + x2 + i(unit) + i(unit, period)", vcov), {"x1", "x2"});
        expectSame(fitOf(panel, "y ~ x1 + x2 | unit + period + g[[x3]]", vcov),
                   fitOf(panel, "y ~ x1 + x2 + i(unit) + i(period) + i(g, x3)", vcov),
                   {"x1", "x2"});
    }
}

TEST_P(Identities, FrischWaugh) {
    const Panel panel = randomPanel(GetParam());
    const Fit whole = fitOf(panel, "y ~ x1 + x2 + x3 | unit + period");
    const Fit outcome = fitOf(panel, "y ~ x2 + x3 | unit + period");
    const Fit regressor = fitOf(panel, "x1 ~ x2 + x3 | unit + period");
    const auto spread = [&](const Fit& fit) {
        std::vector<double> column(panel.rowCount(), missingValue);
        const std::vector<std::size_t> rows = fit.sample.rows();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            column[rows[i]] = fit.residuals[i];
        }
        return column;
    };
    const Panel residuals = *(*panel.withVariable(Variable::numeric("ry", spread(outcome))))
                                 .withVariable(Variable::numeric("rx", spread(regressor)));
    const Fit short_ = fitOf(residuals, "ry ~ 0 + rx");
    EXPECT_THAT(short_.term("rx")->estimate, IsNear(whole.term("x1")->estimate, identityNear));
}

TEST_P(Identities, ClustersOfOneAreHc1) {
    const Panel panel = randomPanel(GetParam());
    std::vector<double> row(panel.rowCount());
    std::iota(row.begin(), row.end(), 0.0);
    const Panel numbered = *panel.withVariable(Variable::numeric("row", row));
    expectSame(fitOf(numbered, "y ~ x1 + x2", "cluster:row"), fitOf(numbered, "y ~ x1 + x2", "hc1"),
               {"x1", "x2", "(Intercept)"});
}

TEST_P(Identities, OwnInstrumentsGiveOls) {
    const Panel panel = randomPanel(GetParam());
    for (const std::string vcov : {"iid", "hc1"}) {
        expectSame(fitOf(panel, "y ~ x1 | unit + period | x3 ~ x3", vcov),
                   fitOf(panel, "y ~ x3 + x1 | unit + period", vcov), {"x1", "x3"});
    }
}

TEST_P(Identities, WeightsOfOneAreNone) {
    const Panel panel = randomPanel(GetParam());
    for (const std::string formula :
         {"y ~ x1 + x2 | unit + period", "y ~ x1 + x2", "y ~ x1 | unit | x3 ~ z"}) {
        for (const WeightKind kind : {WeightKind::Analytic, WeightKind::Frequency}) {
            expectSame(fitOf(panel, formula, "hc1", "one", kind), fitOf(panel, formula, "hc1"),
                       {"x1"});
        }
    }
}

TEST_P(Identities, FrequencyWeightsAreRepeatedRows) {
    const Panel panel = randomPanel(GetParam());
    std::vector<std::size_t> order;
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        order.insert(order.end(), static_cast<std::size_t>(panel.find("w")->numbers()[row]), row);
    }
    std::vector<Variable> columns;
    for (const Variable& column : panel.columns()) {
        columns.push_back(column.permuted(order));
    }
    const Panel repeated = *Panel::crossSection(std::move(columns));
    for (const std::string vcov : {"iid", "hc1", "cluster:g"}) {
        SCOPED_TRACE(vcov);
        expectSame(fitOf(panel, "y ~ x1 + x2 | g", vcov, "w", WeightKind::Frequency),
                   fitOf(repeated, "y ~ x1 + x2 | g", vcov), {"x1", "x2"});
    }
}

TEST_P(Identities, RowOrderAndLabelsDoNotMatter) {
    const Panel panel = randomPanel(GetParam());
    std::vector<std::size_t> order(panel.rowCount());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937(GetParam()));
    std::vector<Variable> columns;
    for (const Variable& column : panel.columns()) {
        columns.push_back(column.permuted(order));
    }
    std::vector<std::string> labels;
    for (const double unit : columns[0].numbers()) {
        labels.push_back("city " + std::to_string(static_cast<int>(100 - unit)));
    }
    columns.push_back(Variable::text("label", labels));
    const Panel shuffled = *Panel::create({"label", "period"}, std::move(columns));
    expectSame(fitOf(panel, "y ~ x1 + x2 + lag(x3) | unit + period", "cluster:unit"),
               fitOf(shuffled, "y ~ x1 + x2 + lag(x3) | label + period", "cluster:label"),
               {"x1", "x2", "lag(x3)"});
}

TEST_P(Identities, SquaredTIsTheRankStatisticOfOneInstrument) {
    const Panel panel = randomPanel(GetParam());
    const Fit fit = fitOf(panel, "y ~ x1 | unit + period | x3 ~ z", "hc1");
    const FirstStage& first = fit.instruments->firstStages.front();
    const double t = first.terms.front().statistic;
    EXPECT_THAT(fit.instruments->kpRkWaldF, IsNear(t * t, identityNear));
    EXPECT_THAT(fit.instruments->effectiveF, IsNear(t * t, identityNear));
}

INSTANTIATE_TEST_SUITE_P(Seeds, Identities, ::testing::Range(1U, 7U));

} // namespace
} // namespace citypanel
