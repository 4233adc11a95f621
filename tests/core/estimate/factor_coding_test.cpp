// SPDX-License-Identifier: GPL-3.0-or-later
// Products of factors span what R's lm spans, and the reference is the first level in order,
// whatever the order of the rows.
#include "core/estimate/estimate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace citypanel {
namespace {

using ::testing::ElementsAre;

constexpr std::size_t factorRows = 60;

/// In R: i <- 0:59; g <- c("c", "a", "b")[(i * 5 + i %/% 7) %% 3 + 1];
/// h <- c("q", "p")[(i * i + i %/% 5) %% 2 + 1];
/// t <- c(10, 9, 2, 1)[(i %/% 3 + i %/% 4) %% 4 + 1];
/// x <- (i * 37) %% 23 / 4; y <- (i * 53 + 11) %% 41 / 8 + x / 3
Panel factorPanel(bool isReversed = false) {
    const std::vector<std::string> ofG{"c", "a", "b"};
    const std::vector<std::string> ofH{"q", "p"};
    const std::vector<double> ofT{10, 9, 2, 1};
    std::vector<double> unit;
    std::vector<double> x;
    std::vector<double> y;
    std::vector<double> t;
    std::vector<std::string> g;
    std::vector<std::string> h;
    for (std::size_t row = 0; row < factorRows; ++row) {
        const std::size_t i = isReversed ? factorRows - 1 - row : row;
        unit.push_back(static_cast<double>(row));
        g.push_back(ofG[(i * 5 + i / 7) % 3]);
        h.push_back(ofH[(i * i + i / 5) % 2]);
        t.push_back(ofT[(i / 3 + i / 4) % 4]);
        x.push_back(static_cast<double>(i * 37 % 23) / 4.0);
        y.push_back(static_cast<double>((i * 53 + 11) % 41) / 8.0 + x.back() / 3.0);
    }
    std::vector<std::int32_t> ordered;
    for (const std::string& level : g) {
        ordered.push_back(level == "b" ? 0 : level == "c" ? 1 : 2);
    }
    return *Panel::crossSection({Variable::numeric("unit", unit), Variable::numeric("x", x),
                                 Variable::numeric("y", y), Variable::numeric("t", t),
                                 Variable::text("g", g), Variable::text("h", h),
                                 Variable::category("ordered", ordered, {"b", "c", "a"})});
}

Fit fitOf(const std::string& formula, bool isReversed = false) {
    NoProgress progress;
    EstimateOptions options;
    options.vcov = *parseCovariance("iid");
    const Result<Fit> fit = estimate(factorPanel(isReversed), formula, options, progress);
    EXPECT_TRUE(fit) << formula;
    return fit ? *fit : Fit{};
}

std::vector<std::string> namesOf(const Fit& fit) {
    std::vector<std::string> names;
    for (const TermEstimate& term : fit.terms) {
        names.push_back(term.name);
    }
    return names;
}

struct KnownModel {
    std::string formula;
    double rss;          ///< deviance() of lm in R 4.2.2
    std::size_t rank;    ///< of the same
    std::size_t dropped; ///< collinear columns
};

TEST(FactorCoding, ModelsSpanWhatLmSpans) {
    for (const KnownModel& known : std::vector<KnownModel>{
             {"y ~ x + i(g):i(h)", 94.143806711834, 7, 0},
             {"y ~ x + i(g) + i(g):i(h)", 94.143806711834, 7, 0},
             {"y ~ x + i(g):i(h) + i(h)", 94.143806711834, 7, 0},
             {"y ~ x + i(g)*i(h)", 94.143806711834, 7, 0},
             {"y ~ i(g):x", 103.498525923594, 4, 0},
             {"y ~ x + x:i(g)", 103.498525923594, 4, 0},
             {"y ~ x:i(g):i(h)", 89.746463244838, 7, 0},
             {"y ~ x + i(g):x:i(h)", 89.746463244838, 7, 0},
             {"y ~ 0 + i(g)", 108.901210564354, 3, 0},
             {"y ~ 0 + i(g):i(h)", 108.867071759259, 6, 0},
             {"y ~ 0 + x + i(g) + i(h)", 94.504092282307, 5, 0},
             {"y ~ x + i(t):i(g)", 78.934959218025, 12, 1}, // no row of g = b and t = 1
             {"y ~ x + i(g)*i(h) + i(t):i(h)", 87.422075608165, 13, 0},
             {"y ~ x + i(g):i(h) + i(t)", 90.430703616297, 10, 0},
             {"y ~ x + i(g)*i(h)*i(t)", 59.861123204376, 22, 3},
             {"y ~ x + i(g):i(h):i(t)", 59.861123204376, 22, 3}}) {
        for (const bool isReversed : {false, true}) {
            const Fit fit = fitOf(known.formula, isReversed);
            EXPECT_NEAR(fit.rss, known.rss, 1e-10 * known.rss) << known.formula;
            EXPECT_EQ(fit.terms.size(), known.rank) << known.formula;
            EXPECT_EQ(fit.droppedCollinear.size(), known.dropped) << known.formula;
        }
    }
}

// R's lm(y ~ x + g + factor(t)) and, its levels from a:p, lm(y ~ x + g:h).
TEST(FactorCoding, FirstLevelInOrderIsTheReference) {
    const auto expectNear = [](const Fit& fit, const std::string& name, double value) {
        ASSERT_NE(fit.term(name), nullptr) << name;
        EXPECT_NEAR(fit.term(name)->estimate, value, 1e-10) << name;
    };
    for (const bool isReversed : {false, true}) {
        const Fit fit = fitOf("y ~ x + i(g) + i(t)", isReversed);
        EXPECT_THAT(namesOf(fit),
                    ElementsAre("(Intercept)", "x", "g::b", "g::c", "t::2", "t::9", "t::10"));
        expectNear(fit, "(Intercept)", 2.588369981369183);
        expectNear(fit, "g::c", -0.957572616235333);
        expectNear(fit, "t::10", 0.480662846635449);
        EXPECT_THAT(fit.referenceLevels,
                    ElementsAre(ReferenceLevel{"g", "a"}, ReferenceLevel{"t", "1"}));

        const Fit cells = fitOf("y ~ x + i(g):i(h)", isReversed);
        EXPECT_THAT(namesOf(cells), ElementsAre("(Intercept)", "x", "g::a:h::q", "g::b:h::p",
                                                "g::b:h::q", "g::c:h::p", "g::c:h::q"));
        expectNear(cells, "(Intercept)", 2.787687485475074);
        expectNear(cells, "g::c:h::p", -1.104009791955168);
        EXPECT_THAT(cells.referenceLevels,
                    ElementsAre(ReferenceLevel{"g", "a"}, ReferenceLevel{"h", "p"}));
    }
    EXPECT_THAT(fitOf("y ~ i(ordered)").referenceLevels,
                ElementsAre(ReferenceLevel{"ordered", "b"}));
    EXPECT_THAT(namesOf(fitOf("y ~ i(g, ref = b):i(h)")),
                ElementsAre("(Intercept)", "g::a:h::p", "g::a:h::q", "g::c:h::p", "g::c:h::q",
                            "g::b:h::q"));
    EXPECT_TRUE(fitOf("y ~ i(g):x").referenceLevels.empty());
}

// The same models with a factor absorbed: R's lm with it among the regressors.
TEST(FactorCoding, AbsorbedEffectsCountAsTerms) {
    EXPECT_NEAR(fitOf("y ~ x + i(g):i(h) | g").rss, 94.143806711834, 1e-9);
    EXPECT_THAT(namesOf(fitOf("y ~ x + i(g):i(h) | g")),
                ElementsAre("x", "g::a:h::q", "g::b:h::q", "g::c:h::q"));
    EXPECT_NEAR(fitOf("y ~ x + i(g):i(h) | g + h").rss, 94.143806711834, 1e-9);
    EXPECT_THAT(namesOf(fitOf("y ~ x + i(g):i(h) | g + h")),
                ElementsAre("x", "g::b:h::q", "g::c:h::q"));
    EXPECT_NEAR(fitOf("y ~ x + i(g):i(h) | t").rss, 90.430703616297, 1e-9);
    const Fit absorbed = fitOf("y ~ x + i(g):i(h) | g^h");
    EXPECT_NEAR(absorbed.rss, 94.143806711834, 1e-9);
    EXPECT_EQ(absorbed.droppedCollinear.size(), 2U);
    EXPECT_EQ(absorbed.droppedCollinear.front().reason, DropReason::AbsorbedByEffects);
}

} // namespace
} // namespace citypanel
