// SPDX-License-Identifier: GPL-3.0-or-later
// Bad input is answered by a Problem that names the variable, never by NaN in a table.
#include "core/estimate/estimate.h"
#include "random_panel.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace citypanel {
namespace {

Panel hostilePanel() {
    Panel panel = testing::randomPanel(11);
    const std::size_t n = panel.rowCount();
    std::vector<double> infinite(n, 1.5);
    infinite[3] = std::numeric_limits<double>::infinity();
    infinite[5] = -2.0;
    std::vector<double> withinUnit;
    std::vector<std::string> province;
    for (const double unit : panel.find("unit")->numbers()) {
        withinUnit.push_back(unit * 0.1);
        province.push_back(unit < 10 ? "皖" : "苏");
    }
    for (Variable& column :
         std::vector<Variable>{Variable::numeric("infinite", infinite),
                               Variable::numeric("constant", std::vector<double>(n, 3.0)),
                               Variable::numeric("zero", std::vector<double>(n, 0.0)),
                               Variable::numeric("fixed", withinUnit),
                               Variable::numeric("missing", std::vector<double>(n, missingValue)),
                               Variable::text("省份", province)}) {
        panel = *panel.withVariable(std::move(column));
    }
    return panel;
}

Problem problemOf(const std::string& formula, const std::string& vcov = "iid",
                  EstimateOptions options = {}) {
    options.vcov = *parseCovariance(vcov);
    NoProgress progress;
    const Result<Fit> fit = estimate(hostilePanel(), formula, options, progress);
    EXPECT_FALSE(fit) << formula;
    return fit ? Problem{} : fit.error();
}

TEST(HostileInput, IsAnsweredByProblems) {
    EXPECT_EQ(problemOf("y ~ infinite").code, ProblemCode::ValueInfinite);
    EXPECT_EQ(problemOf("y ~ infinite").place.variable, "infinite");
    EXPECT_EQ(problemOf("y ~ missing").code, ProblemCode::ValuesUndefined);
    EXPECT_EQ(problemOf("y ~ missing").place.variable, "missing");
    EXPECT_EQ(problemOf("y ~ x1 + log(zero)").code, ProblemCode::ValuesUndefined);
    EXPECT_EQ(problemOf("y ~ x1 + log(zero)").place.variable, "log(zero)");
    EXPECT_EQ(problemOf("y ~ x1", "iid", {.weights = "zero"}).code, ProblemCode::WeightInvalid);
    EXPECT_EQ(problemOf("constant ~ x1").code, ProblemCode::OutcomeConstant);
    EXPECT_EQ(problemOf("fixed ~ x1 | unit").code, ProblemCode::OutcomeConstant);
    EXPECT_EQ(problemOf("fixed ~ x1 | unit").found, "unit");
    EXPECT_EQ(problemOf("y ~ fixed | unit").code, ProblemCode::RegressorsAllDropped);
    EXPECT_EQ(problemOf("y ~ x1", "cluster:one").code, ProblemCode::ClustersTooFew);
    EXPECT_EQ(problemOf("y ~ nosuch").code, ProblemCode::VariableUnknown);
    EXPECT_EQ(problemOf("y ~ x1 + 省份").code, ProblemCode::VariableNotNumeric);
    EXPECT_EQ(problemOf("y ~ x1 + 省份").expected, "i(省份)");
    EXPECT_EQ(problemOf("y ~ x1 | nosuch").code, ProblemCode::VariableUnknown);
    EXPECT_EQ(problemOf("y ~ x1", "cluster:nosuch").code, ProblemCode::VariableUnknown);
    EXPECT_EQ(problemOf("y ~ x1 | unit | x2 + x3 ~ z").code, ProblemCode::InstrumentsTooFew);
    EXPECT_EQ(problemOf("y ~ x1 | unit | x2 + x3 ~ z").place.variable, "x2");
    // Values whose squares overflow would give a standard error of zero.
    EXPECT_EQ(problemOf("y ~ x1 + I(x3*1e200)").code, ProblemCode::ValueInfinite);
    EXPECT_EQ(problemOf("y ~ x1 | unit | x3 ~ fixed").code, ProblemCode::InstrumentsTooFew);
    EXPECT_EQ(problemOf("y ~ x1 | unit | fixed ~ z").code, ProblemCode::RegressorsAllDropped);
    EXPECT_EQ(problemOf("y ~ x1 | unit | x2 + I(2*x2) ~ z + x3").code, ProblemCode::MatrixSingular);
    EXPECT_EQ(problemOf("y ~ x1 + x2 + x3 + i(period)", "iid", {.where = "unit == 3"}).code,
              ProblemCode::ObservationsTooFew);
    EXPECT_EQ(problemOf("y ~ x1", "iid", {.where = "unit == 300"}).code, ProblemCode::SampleEmpty);
    EXPECT_EQ(problemOf("y ~ x1", "iid", {.where = "unit = "}).code, ProblemCode::SyntaxError);
    EXPECT_EQ(problemOf("y ~ x1", "iid", {.weights = "infinite"}).code, ProblemCode::WeightInvalid);
    EXPECT_EQ(problemOf("y ~ x1", "iid", {.level = 1.5}).code, ProblemCode::OptionInvalid);
    EXPECT_EQ(problemOf("y ~ x1 | unit", "dk:2", {.ssc = SmallSample::Xtreg}).code,
              ProblemCode::ConventionUnsupported);
    EXPECT_EQ(problemOf("y ~ x1 | unit", "cluster:period", {.ssc = SmallSample::Xtreg}).code,
              ProblemCode::ConventionUnsupported);
}

TEST(HostileInput, TermsInTwoRolesAreNamed) {
    const Problem outcome = problemOf("y ~ x1 + y");
    EXPECT_EQ(outcome.code, ProblemCode::MatrixSingular);
    EXPECT_EQ(outcome.place.variable, "y");
    EXPECT_EQ(outcome.found, "y ~ y");
    const Problem instrumented = problemOf("y ~ x1 + x2 | unit | x2 ~ z");
    EXPECT_EQ(instrumented.code, ProblemCode::MatrixSingular);
    EXPECT_EQ(instrumented.place.variable, "x2");
    EXPECT_EQ(instrumented.found, "x2 | x2");
    EXPECT_EQ(problemOf("y ~ x1 | unit | y ~ z").place.variable, "y");
}

TEST(HostileInput, EffectsOfSingletonsAloneAreNamed) {
    const Problem problem = problemOf("y ~ x1 | x2 + x3");
    EXPECT_EQ(problem.code, ProblemCode::SampleEmpty);
    EXPECT_EQ(problem.expected, "x2 + x3");
}

// ivreg2: the bandwidth cannot exceed the time span.
TEST(HostileInput, LagsBeyondThePanelAreRefused) {
    for (const char* kind : {"dk", "nw"}) {
        const Problem problem = problemOf("y ~ x1", std::string(kind) + ":500");
        EXPECT_EQ(problem.code, ProblemCode::OptionInvalid);
        EXPECT_EQ(problem.place.variable, kind);
        EXPECT_EQ(problem.found, "500");
    }
}

TEST(HostileInput, ACellThatIsNoNumberIsNamed) {
    Panel panel = testing::randomPanel(11);
    std::vector<std::string> text(panel.rowCount(), "1.5");
    text[3] = "-Inf";
    panel = *panel.withVariable(Variable::text("figures", text));
    NoProgress progress;
    const Result<Fit> fit = estimate(panel, "y ~ figures", {}, progress);
    ASSERT_FALSE(fit);
    EXPECT_EQ(fit.error().code, ProblemCode::CellUnreadable);
    EXPECT_EQ(fit.error().place.variable, "figures");
    EXPECT_EQ(fit.error().found, "-Inf");
    EXPECT_EQ(fit.error().place.period, std::to_string(panel.periods()[3]));
}

// As R's y ~ x2:g and fixest's i(g, x2): without x2 itself no slope is set to zero.
TEST(HostileInput, AProductWithLevelsAloneKeepsEverySlope) {
    NoProgress progress;
    const Panel panel = hostilePanel();
    const auto namesOf = [&](const char* formula) {
        std::vector<std::string> names;
        const Result<Fit> fit = estimate(panel, formula, {}, progress);
        EXPECT_TRUE(fit) << formula;
        for (std::size_t i = 0; fit && i < fit->terms.size(); ++i) {
            names.push_back(fit->terms[i].name);
        }
        return names;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(namesOf("y ~ i(省份):x2"), (Names{"(Intercept)", "省份::皖:x2", "省份::苏:x2"}));
    EXPECT_EQ(namesOf("y ~ x2 + i(省份):x2"), (Names{"(Intercept)", "x2", "省份::苏:x2"}));
    EXPECT_EQ(namesOf("y ~ i(省份, ref = 苏):x2"), (Names{"(Intercept)", "省份::皖:x2"}));
}

TEST(HostileInput, DroppedColumnsSayWhy) {
    EstimateOptions options;
    NoProgress progress;
    const Result<Fit> fit = estimate(
        hostilePanel(), "y ~ x1 + x2 + I(x1 + 2*x2) + fixed + constant + zero + x3 | unit + period",
        options, progress);
    ASSERT_TRUE(fit);
    ASSERT_EQ(fit->droppedCollinear.size(), 4U);
    const auto reasonOf = [&](const std::string& name) {
        for (const DroppedTerm& term : fit->droppedCollinear) {
            if (term.name == name) {
                return term.reason;
            }
        }
        return DropReason::Zero;
    };
    EXPECT_EQ(reasonOf("fixed"), DropReason::AbsorbedByEffects);
    EXPECT_EQ(reasonOf("constant"), DropReason::AbsorbedByEffects);
    EXPECT_EQ(reasonOf("I(x1+2*x2)"), DropReason::Collinear);
    EXPECT_EQ(reasonOf("zero"), DropReason::Zero);
    EXPECT_EQ(fit->droppedCollinear.back().with, (std::vector<std::string>{"x1", "x2"}));
    EXPECT_EQ(fit->terms.size(), 3U);

    const Result<Fit> pooled = estimate(hostilePanel(), "y ~ x1 + constant", options, progress);
    ASSERT_TRUE(pooled);
    ASSERT_EQ(pooled->droppedCollinear.size(), 1U);
    EXPECT_EQ(pooled->droppedCollinear[0].reason, DropReason::Constant);
}

TEST(HostileInput, ReasonsForLeavingRowsOutAreKept) {
    NoProgress progress;
    const Panel panel = hostilePanel();
    const Result<Fit> fit = estimate(panel, "y ~ lag(x1) | unit + period", {}, progress);
    ASSERT_TRUE(fit);
    EXPECT_GT(fit->sample.count(ExclusionReason::Lag), 0U);
    EXPECT_EQ(fit->sample.size(), fit->nobs);
    EXPECT_EQ(fit->droppedMissing + fit->droppedSingletons + fit->nobs, panel.rowCount());
}

} // namespace
} // namespace citypanel
