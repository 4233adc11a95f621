// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads when a model cannot be estimated: the variable, and what to do about it.
#include "core/estimate/estimate.h"
#include "core/text/problem_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace citypanel::text {
namespace {

using ::testing::HasSubstr;

/// Ten units of six periods with the columns that make models fail.
Panel hostilePanel() {
    std::vector<std::vector<double>> columns(8);
    for (int unit = 1; unit <= 10; ++unit) {
        for (int period = 1; period <= 6; ++period) {
            const double wave = std::sin(3.0 * unit + 7.0 * period);
            const std::vector<double> row{static_cast<double>(unit),
                                          static_cast<double>(period),
                                          wave + 0.1 * period,
                                          std::cos(5.0 * unit + 2.0 * period * period),
                                          2.0 * std::cos(5.0 * unit + 2.0 * period * period) + 3.0,
                                          static_cast<double>(unit * unit),
                                          unit == 4 ? std::numeric_limits<double>::infinity()
                                                    : wave * wave,
                                          1.0};
            for (std::size_t j = 0; j < row.size(); ++j) {
                columns[j].push_back(row[j]);
            }
        }
    }
    const std::vector<std::string> names{"unit",    "period", "output", "fdi",
                                         "fdi_new", "area",   "ln_fdi", "country"};
    std::vector<Variable> variables;
    for (std::size_t j = 0; j < names.size(); ++j) {
        variables.push_back(Variable::numeric(names[j], columns[j]));
    }
    return *Panel::create({"unit", "period"}, std::move(variables));
}

struct Case {
    const char* name;
    const char* formula;
    const char* vcov;
    const char* where;
    const char* variable; ///< named in the sentence
    const char* remedy;
    const char* remedyInChinese;
};

class BadInput : public ::testing::TestWithParam<Case> {};

TEST_P(BadInput, IsASentenceWithVariableAndRemedy) {
    const Case& c = GetParam();
    EstimateOptions options;
    options.vcov = *parseCovariance(c.vcov);
    options.where = c.where;
    NoProgress progress;
    const Result<Fit> fit = estimate(hostilePanel(), c.formula, options, progress);
    ASSERT_FALSE(fit);
    const std::string english = sentence(fit.error(), Language::English);
    EXPECT_THAT(english, HasSubstr(c.variable));
    EXPECT_THAT(english, HasSubstr(c.remedy));
    const std::string chinese = sentence(fit.error(), Language::Chinese);
    EXPECT_THAT(chinese, HasSubstr(c.variable));
    EXPECT_THAT(chinese, HasSubstr(c.remedyInChinese));
}

std::string nameOfCase(const ::testing::TestParamInfo<Case>& param) {
    return param.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Estimation, BadInput,
    ::testing::Values(Case{"AllCollinear", "output ~ area | unit", "iid", "", "area",
                           "change the regressors", "请调整解释变量"},
                      Case{"CollinearEndogenous",
                           "output ~ 1 | unit | fdi + fdi_new ~ period + lag(fdi,1)", "iid", "",
                           "fdi", "Remove variables", "请剔除"},
                      Case{"OneCluster", "output ~ fdi", "cluster:country", "", "country",
                           "Cluster at a finer level", "请在更细的层面聚类"},
                      Case{"TooFewObservations", "output ~ fdi + i(period)", "iid", "unit == 3",
                           "output", "a larger sample", "扩大样本"},
                      Case{"OutcomeConstantWithinUnits", "area ~ fdi | unit", "iid", "", "area",
                           "fewer fixed effects", "减少固定效应"},
                      Case{"InfiniteValues", "output ~ ln_fdi | unit", "iid", "", "ln_fdi",
                           "Check logarithms of zero", "对零取对数"},
                      Case{"InstrumentsTooFew", "output ~ 1 | unit | fdi ~ area", "iid", "", "fdi",
                           "Add instruments", "请增加工具变量"}),
    nameOfCase);

/// Perfect collinearity beside regressors that stay is no failure: the column is left out and
/// named.
TEST(CollinearInput, ColumnsAreNamedWithWhatTheyRepeat) {
    NoProgress progress;
    const Result<Fit> fit = estimate(hostilePanel(), "output ~ fdi + fdi_new | unit", {}, progress);
    ASSERT_TRUE(fit);
    ASSERT_EQ(fit->droppedCollinear.size(), 1U);
    EXPECT_EQ(fit->droppedCollinear[0].name, "fdi_new");
    EXPECT_EQ(fit->droppedCollinear[0].with, std::vector<std::string>{"fdi"});
    for (const TermEstimate& term : fit->terms) {
        EXPECT_FALSE(isMissing(term.estimate));
        EXPECT_FALSE(isMissing(term.stdError));
    }
}

} // namespace
} // namespace citypanel::text
