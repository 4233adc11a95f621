// SPDX-License-Identifier: GPL-3.0-or-later
// LIML and two-step GMM against output of Stata's ivreg2, and their identities.
#include "core/estimate/estimate.h"
#include "random_panel.h"
#include "reference.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

namespace citypanel {
namespace {

using testing::IsNear;
using testing::Json;
using testing::numberAt;

TEST(InstrumentMethods, AgreeWithStatasIvreg2) {
    const std::filesystem::path data = testing::referenceFolder();
    if (!std::filesystem::exists(data / "stata/card.csv")) {
        GTEST_SKIP() << "stata/card.csv is not there";
    }
    const Json json = testing::readJson(testing::ownReferenceFolder() / "stata/liml_gmm.json");
    for (const auto& [key, entry] : json.get_child("cases")) {
        SCOPED_TRACE(entry.get<std::string>("id"));
        const Panel panel = testing::readCsvPanel(data / entry.get<std::string>("data"), "", "");
        EstimateOptions options;
        options.vcov = *parseCovariance(entry.get<std::string>("vcov"));
        options.method = *valueOf<InstrumentMethod>(entry.get<std::string>("method"));
        NoProgress progress;
        const auto fit = estimate(panel, entry.get<std::string>("formula"), options, progress);
        ASSERT_TRUE(fit) << problemCodeName(fit.error().code);
        for (const auto& [none, term] : entry.get_child("terms")) {
            const TermEstimate* mine = fit->term(term.get<std::string>("name"));
            ASSERT_NE(mine, nullptr);
            EXPECT_THAT(mine->estimate, IsNear(*numberAt(term, "estimate"))) << mine->name;
            EXPECT_THAT(mine->stdError, IsNear(*numberAt(term, "std_error"))) << mine->name;
        }
        EXPECT_THAT(fit->rss, IsNear(*numberAt(entry, "rss")));
        EXPECT_THAT(fit->f.statistic, IsNear(*numberAt(entry, "f")));
        EXPECT_THAT(fit->instruments->hansenJ->statistic, IsNear(*numberAt(entry, "j"), {1e-6, 0}));
        if (const auto k = numberAt(entry, "k")) {
            EXPECT_THAT(fit->instruments->kClass, IsNear(*k));
        }
    }
}

Result<Fit> fitBy(InstrumentMethod method, const char* vcov, const char* formula) {
    EstimateOptions options;
    options.vcov = *parseCovariance(vcov);
    options.method = method;
    NoProgress progress;
    return estimate(testing::randomPanel(31, 40, 6, 0.9), formula, options, progress);
}

TEST(InstrumentMethods, EqualTwoStageWhenExactlyIdentified) {
    const char* formula = "y ~ x1 | unit + period | x3 ~ z";
    const auto twoStage = fitBy(InstrumentMethod::TwoStage, "cluster:unit", formula);
    const auto liml = fitBy(InstrumentMethod::Liml, "cluster:unit", formula);
    const auto gmm = fitBy(InstrumentMethod::Gmm, "cluster:unit", formula);
    ASSERT_TRUE(twoStage && liml && gmm);
    EXPECT_THAT(liml->instruments->kClass, IsNear(1.0));
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_THAT(liml->terms[i].estimate, IsNear(twoStage->terms[i].estimate));
        EXPECT_THAT(liml->terms[i].stdError, IsNear(twoStage->terms[i].stdError));
        EXPECT_THAT(gmm->terms[i].estimate, IsNear(twoStage->terms[i].estimate));
        EXPECT_THAT(gmm->terms[i].stdError, IsNear(twoStage->terms[i].stdError));
    }
}

TEST(InstrumentMethods, GmmUnderHomoskedasticityIsTwoStage) {
    const char* formula = "y ~ x1 | unit | x3 ~ z + lag(z,1)";
    const auto twoStage = fitBy(InstrumentMethod::TwoStage, "iid", formula);
    const auto gmm = fitBy(InstrumentMethod::Gmm, "iid", formula);
    ASSERT_TRUE(twoStage && gmm);
    EXPECT_EQ(gmm->terms[0].estimate, twoStage->terms[0].estimate);
}

TEST(InstrumentMethods, ProblemsNameTheRemedy) {
    const auto without = fitBy(InstrumentMethod::Liml, "iid", "y ~ x1 | unit");
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error().code, ProblemCode::OptionInvalid);
    EXPECT_EQ(without.error().place.variable, "method");
    // Four clusters cannot weight six moments.
    const auto few =
        fitBy(InstrumentMethod::Gmm, "cluster:g", "y ~ x1 + x2 | x3 ~ z + lag(z,1) + lag(z,2)");
    ASSERT_FALSE(few);
    EXPECT_EQ(few.error().code, ProblemCode::ClustersTooFew);
    EXPECT_EQ(few.error().found, "4");
    EXPECT_EQ(few.error().expected, "7");
}

} // namespace
} // namespace citypanel
