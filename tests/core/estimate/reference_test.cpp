// SPDX-License-Identifier: GPL-3.0-or-later
// Every reference case by name: coefficients, errors, measures of fit, degrees of freedom and the
// tests of models with instruments.
#include "core/estimate/estimate.h"
#include "reference.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>

namespace citypanel {
namespace {

using testing::Json;
using testing::Near;
using testing::numberAt;

/// The tolerances that the references promise.
constexpr Near exact{1e-8, 1e-300};
constexpr Near probability{1e-6, 1e-13};
constexpr Near overidentification{1e-6, 1e-300};

/// One model of one file: all its covariances and conventions are one test.
struct ReferenceModel {
    std::filesystem::path file;
    std::string name;
};

void PrintTo(const ReferenceModel& model, std::ostream* out) {
    *out << model.name;
}

std::vector<std::filesystem::path> caseFiles() {
    std::vector<std::filesystem::path> files;
    const std::filesystem::path folder = testing::referenceFolder();
    for (const auto& entry : std::filesystem::directory_iterator(folder / "cases")) {
        if (entry.path().filename() != "tests.json") {
            files.push_back(entry.path());
        }
    }
    if (std::filesystem::exists(folder / "stata/ivreg2.json")) {
        files.push_back(folder / "stata/ivreg2.json");
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string modelName(const std::string& id) {
    std::string name = id.substr(0, id.find("__"));
    for (char& c : name) {
        c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    }
    return name;
}

std::vector<ReferenceModel> allModels() {
    std::vector<ReferenceModel> models;
    for (const std::filesystem::path& file : caseFiles()) {
        std::set<std::string> seen;
        for (const std::string& id : testing::idsIn(file)) {
            const std::string name = modelName(id);
            if (seen.insert(name).second) {
                models.push_back({file, name});
            }
        }
    }
    return models;
}

void expectNear(const Json& json, const std::string& key, double actual, Near near) {
    if (const std::optional<double> expected = numberAt(json, key)) {
        EXPECT_TRUE(near.agree(actual, *expected))
            << key << ": " << actual << " expected " << *expected << " relative difference "
            << std::abs(actual / *expected - 1.0);
    }
}

void expectTest(const Json& json, const std::string& key, const TestStatistic& actual, Near near) {
    if (json.get_child_optional(key)) {
        SCOPED_TRACE(key);
        const Json& expected = json.get_child(key);
        // More moments than periods: the weighting matrix is singular and the statistic not
        // defined; the reference then holds the quotient of two rounding errors.
        if (numberAt(expected, "statistic").value_or(0.0) > 1e15) {
            EXPECT_TRUE(isMissing(actual.statistic));
            return;
        }
        expectNear(expected, "statistic", actual.statistic, near);
        expectNear(expected, "df", actual.df, exact);
        expectNear(expected, "p_value", actual.pValue, probability);
    }
}

void compareTerm(const Json& expected, const TermEstimate& actual) {
    SCOPED_TRACE(actual.name);
    expectNear(expected, "estimate", actual.estimate, exact);
    expectNear(expected, "std_error", actual.stdError, exact);
    expectNear(expected, "statistic", actual.statistic, exact);
    expectNear(expected, "p_value", actual.pValue, probability);
    expectNear(expected, "conf_low", actual.confLow, exact);
    expectNear(expected, "conf_high", actual.confHigh, exact);
}

const TermEstimate* findTerm(const std::vector<TermEstimate>& terms, const std::string& name) {
    for (const TermEstimate& term : terms) {
        if (term.name == name) {
            return &term;
        }
    }
    return nullptr;
}

void compareTerms(const Json& expected, const std::vector<TermEstimate>& actual) {
    for (const auto& [key, term] : expected) {
        const std::string name = term.get<std::string>("name");
        const TermEstimate* found = findTerm(actual, name);
        ASSERT_NE(found, nullptr) << name;
        compareTerm(term, *found);
    }
}

void compareMatrix(const Json& expected, const Fit& fit) {
    std::size_t i = 0;
    for (const auto& [rowKey, row] : expected) {
        std::size_t j = 0;
        for (const auto& [key, cell] : row) {
            // Cross terms near zero are judged by the sizes of their variances.
            const double scale =
                std::sqrt(std::abs(fit.covarianceOf(i, i) * fit.covarianceOf(j, j)));
            const Near near{1e-8, 1e-9 * scale};
            const double value = std::stod(cell.data());
            EXPECT_TRUE(near.agree(fit.covarianceOf(i, j), value))
                << "covariance " << i << "," << j << ": " << fit.covarianceOf(i, j) << " expected "
                << value;
            ++j;
        }
        ++i;
    }
}

void compareInstruments(const Json& expected, const InstrumentTests& actual) {
    SCOPED_TRACE("iv");
    expectTest(expected, "kp_rk_lm", actual.kpRkLm, exact);
    expectTest(expected, "anderson_lm", actual.andersonLm, exact);
    expectNear(expected, "kp_rk_wald_f", actual.kpRkWaldF, exact);
    expectNear(expected, "kp_rk_wald_chi2", actual.kpRkWald.statistic, exact);
    expectNear(expected, "cragg_donald_f", actual.craggDonaldF, exact);
    for (const auto& [level, value] : actual.stockYogo.size) {
        if (const auto table = expected.get_child_optional("stock_yogo")) {
            if (const auto entry = table->get_child_optional(level)) {
                EXPECT_EQ(value, std::stod(entry->data())) << level;
            }
        }
    }
    for (const std::string key : {"hansen_j", "sargan"}) {
        if (expected.get_child_optional(key)) {
            ASSERT_TRUE(actual.hansenJ.has_value());
            expectTest(expected, key, *actual.hansenJ, overidentification);
        }
    }
    if (const auto endogeneity = expected.get_child_optional("endogeneity")) {
        expectTest(*endogeneity, "c_statistic", actual.endogeneityC, overidentification);
        if (actual.wuHausmanF) {
            expectTest(*endogeneity, "wu_hausman_f", *actual.wuHausmanF, overidentification);
        }
    }
    if (const auto stages = expected.get_child_optional("first_stage")) {
        std::size_t stage = 0;
        for (const auto& [key, entry] : *stages) {
            ASSERT_LT(stage, actual.firstStages.size());
            const FirstStage& first = actual.firstStages[stage++];
            SCOPED_TRACE("first stage of " + first.endogenous);
            EXPECT_EQ(entry.get<std::string>("endogenous"), first.endogenous);
            expectNear(entry, "partial_f", first.partialF.statistic, exact);
            expectNear(entry, "partial_f_df1", first.partialF.df, exact);
            expectNear(entry, "partial_f_df2", first.partialF.dfDenominator, exact);
            expectNear(entry, "partial_f_p_value", first.partialF.pValue, probability);
            expectNear(entry, "partial_r_squared", first.partialRSquared, exact);
            expectNear(entry, "r_squared", first.rSquared, exact);
            if (const auto terms = entry.get_child_optional("terms")) {
                compareTerms(*terms, first.terms);
            }
        }
    }
}

void compareMeasures(const Json& expected, const Fit& fit) {
    expectNear(expected, "df_residual", fit.dfResidual, exact);
    expectNear(expected, "df_absorbed", static_cast<double>(fit.dfAbsorbed), exact);
    expectNear(expected, "df_absorbed_exact", static_cast<double>(fit.dfAbsorbedExact), exact);
    expectNear(expected, "ssc_factor", fit.sscFactor, exact);
    expectNear(expected, "rss", fit.rss, exact);
    expectNear(expected, "tss", fit.tss, exact);
    expectNear(expected, "tss_within", fit.tssWithin, exact);
    expectNear(expected, "r_squared", fit.rSquared, exact);
    expectNear(expected, "adj_r_squared", fit.adjRSquared, exact);
    expectNear(expected, "within_r_squared", fit.withinRSquared, exact);
    expectNear(expected, "adj_within_r_squared", fit.adjWithinRSquared, exact);
    expectNear(expected, "rmse", fit.rmse, exact);
    expectNear(expected, "f_statistic", fit.f.statistic, exact);
    expectNear(expected, "f_df1", fit.f.df, exact);
    expectNear(expected, "f_df2", fit.f.dfDenominator, exact);
    expectNear(expected, "f_p_value", fit.f.pValue, probability);
    if (fit.xtreg) {
        expectNear(expected, "xtreg_r2_within", fit.xtreg->rSquaredWithin, exact);
        expectNear(expected, "xtreg_r2_adjusted_within", fit.xtreg->adjRSquared, exact);
        expectNear(expected, "xtreg_rmse", fit.xtreg->rmse, exact);
        expectNear(expected, "xtreg_sigma_e", fit.xtreg->sigmaE, exact);
    }
}

void compareCounts(const Json& expected, const Fit& fit) {
    expectNear(expected, "nobs", static_cast<double>(fit.nobs), exact);
    expectNear(expected, "dropped_missing", static_cast<double>(fit.droppedMissing), exact);
    expectNear(expected, "dropped_singletons", static_cast<double>(fit.droppedSingletons), exact);
    if (const auto names = expected.get_child_optional("dropped_collinear")) {
        std::set<std::string> wanted;
        for (const auto& [key, name] : *names) {
            wanted.insert(name.data());
        }
        std::set<std::string> found;
        for (const DroppedTerm& term : fit.droppedCollinear) {
            found.insert(term.name);
        }
        EXPECT_EQ(found, wanted);
    }
    if (const auto clusters = expected.get_child_optional("clusters")) {
        for (const auto& [name, count] : fit.clusters) {
            EXPECT_EQ(std::to_string(count), clusters->get<std::string>(name));
        }
    }
    if (const auto effects = expected.get_child_optional("fixed_effects")) {
        for (const auto& [name, levels] : *effects) {
            bool isFound = false;
            for (const AbsorbedEffectCount& effect : fit.effects) {
                isFound = isFound ||
                          (effect.name == name && std::to_string(effect.levels) == levels.data());
            }
            EXPECT_TRUE(isFound) << name;
        }
    }
}

class ReferenceCase : public ::testing::TestWithParam<ReferenceModel> {};

TEST_P(ReferenceCase, Agrees) {
    const Json file = testing::readJson(GetParam().file);
    std::map<std::string, Panel> panels;
    for (const auto& [key, entry] : file.get_child("cases")) {
        const std::string id = entry.get<std::string>("id");
        if (modelName(id) != GetParam().name) {
            continue;
        }
        SCOPED_TRACE(id);
        std::vector<std::string> keys;
        if (const auto panel = entry.get_child_optional("panel")) {
            for (const auto& [k, name] : *panel) {
                keys.push_back(name.data());
            }
        }
        keys.resize(2);
        const auto ownData = entry.get_optional<std::string>("data");
        const std::string data = ownData ? *ownData : file.get<std::string>("data");
        if (panels.count(data) == 0) {
            panels[data] =
                testing::readCsvPanel(testing::referenceFolder() / data, keys[0], keys[1]);
        }
        EstimateOptions options;
        options.vcov = *parseCovariance(entry.get<std::string>("vcov"));
        options.ssc = *valueOf<SmallSample>(entry.get<std::string>("ssc"));
        const std::string weights = entry.get<std::string>("weights", "");
        options.weights = weights == "null" ? "" : weights;
        NoProgress progress;
        const Result<Fit> fit =
            estimate(panels[data], entry.get<std::string>("formula"), options, progress);
        ASSERT_TRUE(fit) << problemCodeName(fit.error().code) << " " << fit.error().found;
        const Json& expected = entry.get_child("expect");
        compareCounts(expected, *fit);
        compareTerms(expected.get_child("terms"), fit->terms);
        compareMeasures(expected, *fit);
        if (const auto matrix = expected.get_child_optional("vcov_matrix")) {
            compareMatrix(*matrix, *fit);
        }
        if (const auto constant = expected.get_child_optional("constant")) {
            ASSERT_TRUE(fit->constant.has_value());
            compareTerm(*constant, *fit->constant);
        }
        if (const auto iv = expected.get_child_optional("iv")) {
            ASSERT_TRUE(fit->instruments.has_value());
            compareInstruments(*iv, *fit->instruments);
            expectNear(expected, "r_squared_overall", fit->instruments->rSquaredOverall, exact);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(, ReferenceCase, ::testing::ValuesIn(allModels()),
                         [](const auto& model) { return model.param.name; });

} // namespace
} // namespace citypanel
