// SPDX-License-Identifier: GPL-3.0-or-later
// The sample project, read and evaluated as the window and the command line do it.
#include "core/estimate/estimate.h"
#include "core/project/evaluate_project.h"
#include "core/project/project_file.h"
#include "core/study/describe.h"
#include "core/study/study.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QString>

#include <numeric>

namespace citypanel {
namespace {

using testing::AllOf;
using testing::Ge;
using testing::IsEmpty;
using testing::Le;

class SampleProject : public testing::Test {
protected:
    static void SetUpTestSuite() {
        auto loaded = project::load(QStringLiteral(CITYPANEL_SAMPLE ".citypanel"));
        ASSERT_TRUE(loaded) << problemCodeName(loaded.error().code);
        project_ = new project::Project(*std::move(loaded));
        // Each test is a process of its own: the studies run in the one test that is about them.
        project::Project prepared = *project_;
        prepared.studies.clear();
        project::EvaluationCache cache;
        NoProgress progress;
        auto evaluated = project::evaluate(prepared, cache, progress);
        ASSERT_TRUE(evaluated);
        evaluation_ = new project::ProjectEvaluation(*std::move(evaluated));
    }

    static void TearDownTestSuite() {
        delete evaluation_;
        delete project_;
        evaluation_ = nullptr;
        project_ = nullptr;
    }

    static const Panel& panel() { return evaluation_->recipe.result(); }

    static Fit estimated(const std::string& formula, const std::string& where = {}) {
        NoProgress progress;
        EstimateOptions options;
        options.vcov = *parseCovariance("hc1");
        options.where = where;
        auto fit = estimate(panel(), *parseModelFormula(formula), options, progress);
        EXPECT_TRUE(fit) << formula;
        return fit ? *std::move(fit) : Fit{};
    }

    static double coefficient(const Fit& fit, const std::string& name) {
        const TermEstimate* term = fit.term(name);
        return term == nullptr ? missingValue : term->estimate;
    }

    static project::Project* project_;
    static project::ProjectEvaluation* evaluation_;
};

project::Project* SampleProject::project_ = nullptr;
project::ProjectEvaluation* SampleProject::evaluation_ = nullptr;

const std::string controls = " + Econ + Gov + FDI + Finan + lnpd";

TEST_F(SampleProject, IsABalancedPanelOf242CitiesAnd12Years) {
    EXPECT_THAT(evaluation_->problems, IsEmpty());
    EXPECT_TRUE(evaluation_->recipe.isComplete());
    EXPECT_EQ(panel().rowCount(), 2904U);
    EXPECT_EQ(panel().unitCount(), 242U);
    EXPECT_EQ(panel().distinctPeriods().front(), 2011);
    EXPECT_EQ(panel().distinctPeriods().back(), 2022);
    EXPECT_TRUE(panel().isBalanced());
}

TEST_F(SampleProject, GapsOfTheWorkbookAreInterpolated) {
    std::vector<std::string> gappy{"population", "expenditure", "foreign_investment",
                                   "deposits",   "loans",       "students",
                                   "green"};
    std::vector<std::size_t> rows(panel().rowCount());
    std::iota(rows.begin(), rows.end(), 0U);
    const auto before = study::describe(evaluation_->recipe.source, gappy, rows);
    const auto after = study::describe(panel(), gappy, rows);
    ASSERT_TRUE(before && after);
    for (std::size_t i = 0; i < gappy.size(); ++i) {
        EXPECT_GT(before->variables[i].missing, 0U) << gappy[i];
        EXPECT_EQ(after->variables[i].missing, 0U) << gappy[i];
    }
}

struct Described {
    const char* name;
    double mean;
    double sd;
};

// Means and standard deviations of studies of this kind; simulated data come near, no more.
TEST_F(SampleProject, VariablesAreNearThoseOfRealStudies) {
    constexpr Described expected[] = {{"Coor", 0.063, 0.046},  {"Nqp", 0.077, 0.045},
                                      {"Nql", 0.124, 0.104},   {"Nqo", 0.068, 0.038},
                                      {"Nqm", 0.067, 0.049},   {"Econ", 10.81, 0.551},
                                      {"Gov", 0.191, 0.087},   {"FDI", 0.016, 0.016},
                                      {"Finan", 2.596, 1.185}, {"lnpd", 5.875, 0.807}};
    std::vector<std::size_t> rows(panel().rowCount());
    std::iota(rows.begin(), rows.end(), 0U);
    for (const Described& variable : expected) {
        const std::vector<std::string> names{variable.name};
        const auto summary = study::describe(panel(), names, rows);
        ASSERT_TRUE(summary) << variable.name;
        EXPECT_EQ(summary->variables[0].n, 2904U) << variable.name;
        EXPECT_NEAR(summary->variables[0].mean, variable.mean, 0.25 * variable.sd) << variable.name;
        EXPECT_NEAR(summary->variables[0].sd, variable.sd, 0.4 * variable.sd) << variable.name;
    }
}

TEST_F(SampleProject, BaselineIsNearThatOfRealStudies) {
    const Fit fit = estimated("Coor ~ Nqp" + controls + " | city + year");
    EXPECT_EQ(fit.nobs, 2904U);
    EXPECT_EQ(fit.droppedSingletons, 0U);
    EXPECT_THAT(coefficient(fit, "Nqp"), AllOf(Ge(0.45), Le(0.70)));
    EXPECT_LT(coefficient(fit, "Gov"), 0);
    EXPECT_LT(coefficient(fit, "FDI"), 0);
    EXPECT_THAT(fit.adjRSquared, AllOf(Ge(0.70), Le(0.80)));
}

TEST_F(SampleProject, SevenProvincesOfOneCityGive84Singletons) {
    const Fit fit = estimated("Coor ~ Nqp" + controls + " | city + province^year");
    EXPECT_EQ(fit.droppedSingletons, 84U);
    EXPECT_EQ(fit.nobs, 2820U);
}

TEST_F(SampleProject, GroupsHaveTheirSizes) {
    EXPECT_EQ(estimated("Coor ~ Nqp | city + year", "capital_city == 1").nobs, 336U);
    EXPECT_EQ(estimated("Coor ~ Nqp | city + year", "capital_city == 0").nobs, 2568U);
    EXPECT_EQ(estimated("Coor ~ Nqp | city + year", "resource_based == 1").nobs, 1104U);
    EXPECT_EQ(estimated("Coor ~ Nqp | city + year", "resource_based == 0").nobs, 1800U);
}

TEST_F(SampleProject, LagsAndMunicipalitiesHaveTheirSizes) {
    const std::string iv = "Coor ~ Econ | city + year | Nqp ~ lag(Nqp,1)";
    EXPECT_EQ(estimated(iv).nobs, 2662U);
    EXPECT_EQ(estimated("Coor ~ Nqp | city + year", "kind == \"其他城市\"").nobs, 2856U);
}

TEST_F(SampleProject, TheFourTypesLoseTheirSingletonsByName) {
    NoProgress progress;
    for (const study::ProjectStudy& entry : project_->studies) {
        if (entry.key != "heterogeneity") {
            continue;
        }
        const auto result = study::runStudy(entry.study, panel(), progress);
        ASSERT_TRUE(result);
        double rows = 0;
        double lost = 0;
        for (std::size_t column = 4; column < 8; ++column) {
            const Fit& fit = *result->fits.at(std::to_string(column + 1));
            rows += static_cast<double>(fit.nobs);
            lost += static_cast<double>(fit.droppedSingletons);
        }
        EXPECT_EQ(rows + lost, 2904.0);
        double named = 0;
        for (const study::Table& table : result->tables) {
            for (const study::Row& row : table.rows) {
                named +=
                    table.key == "singletons" ? std::get<study::Number>(row.cells[2]).value : 0.0;
            }
        }
        EXPECT_EQ(named, lost);
        EXPECT_GT(lost, 0.0);
    }
}

TEST_F(SampleProject, TheEffectIsLargerInCitiesWithoutResources) {
    const Fit resource =
        estimated("Coor ~ Nqp" + controls + " | city + year", "resource_based == 1");
    const Fit other = estimated("Coor ~ Nqp" + controls + " | city + year", "resource_based == 0");
    EXPECT_LT(coefficient(resource, "Nqp"), 0.3);
    EXPECT_GT(coefficient(other, "Nqp"), 0.4);
}

TEST_F(SampleProject, EveryStudyRuns) {
    ASSERT_FALSE(project_->studies.empty());
    for (const study::ProjectStudy& study : project_->studies) {
        NoProgress progress;
        const auto result = study::runStudy(study.study, panel(), progress);
        ASSERT_TRUE(result) << study.name;
        EXPECT_THAT(result->problems, IsEmpty()) << study.name;
        EXPECT_FALSE(result->tables.empty()) << study.name;
    }
}

TEST_F(SampleProject, SaysThatItIsSimulated) {
    for (const study::ProjectStudy& study : project_->studies) {
        std::visit(
            [&](const auto& kind) {
                if constexpr (study::KnownStudy<std::decay_t<decltype(kind)>>) {
                    EXPECT_NE(kind.title.find("模拟数据"), std::string::npos) << study.name;
                }
            },
            study.study);
    }
}

TEST_F(SampleProject, IsWrittenWithTheSameBytes) {
    const auto bytes = project::toBytes(*project_);
    ASSERT_TRUE(bytes);
    const auto again = project::fromBytes(*bytes);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *project_);
    EXPECT_EQ(*project::toBytes(*again), *bytes);
}

} // namespace
} // namespace citypanel
