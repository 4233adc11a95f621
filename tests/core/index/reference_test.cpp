// SPDX-License-Identifier: GPL-3.0-or-later
// Every reference case by file and name: weights, scores, indices of dimensions. The sources of the
// numbers stand in tests/reference/index.
#include "core/index/composite_index.h"
#include "core/index/objective_weights.h"
#include "tests/support/csv_panel.h"
#include "tests/support/near.h"
#include "tests/support/reference_json.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

namespace citypanel::index {
namespace {

using testing::IsNear;
using testing::Json;
using testing::Near;
using testing::numbersOf;
using testing::readJson;
using testing::textsOf;

/// The cases are computed in extended precision; a floor for scores of 0.
constexpr Near exact{1e-12, 1e-15};

std::filesystem::path folder() {
    return std::filesystem::path(CITYPANEL_SOURCE_DIR) / "tests/reference/index";
}

struct ReferenceCase {
    std::string file;
    std::string id;
};

void PrintTo(const ReferenceCase& one, std::ostream* out) {
    *out << one.file << " " << one.id;
}

std::vector<ReferenceCase> panelCases() {
    std::vector<ReferenceCase> cases;
    for (const char* file : {"hand4x3", "nqp30x6"}) {
        for (const std::string& id : testing::idsIn(folder() / (std::string(file) + ".json"))) {
            cases.push_back({file, id});
        }
    }
    return cases;
}

std::string testName(const ::testing::TestParamInfo<ReferenceCase>& info) {
    std::string name = info.param.file + "_" + info.param.id;
    for (char& c : name) {
        c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    }
    return name;
}

/// "a+", "b-" and the groups as indicators.
std::vector<Indicator> indicatorsOf(const Json& columns) {
    std::map<std::string, std::string> dimension;
    for (const auto& [name, members] : columns.get_child("groups")) {
        for (const std::string& member : textsOf(members)) {
            dimension[member] = name;
        }
    }
    std::vector<Indicator> indicators;
    for (const std::string& signedName : textsOf(columns.get_child("indicators"))) {
        const std::string name = signedName.substr(0, signedName.size() - 1);
        indicators.push_back(
            {.name = name,
             .expression = name,
             .direction = signedName.back() == '-' ? Direction::Negative : Direction::Positive,
             .dimension = dimension[name]});
    }
    return indicators;
}

void applyWord(const std::string& word, Weighting& weighting) {
    static const std::map<std::string, double> shifts{
        {"shift0", 0.0}, {"shift0.0001", 0.0001}, {"shift0.01", 0.01}};
    if (word == "combined") {
        weighting.method = WeightMethod::Combined;
        weighting.components = {WeightMethod::Entropy, WeightMethod::Critic};
    } else if (const auto method = valueOf<WeightMethod>(word)) {
        const bool isComponent = weighting.method == WeightMethod::Combined;
        weighting.method = isComponent ? weighting.method : *method;
    } else if (shifts.contains(word)) {
        weighting.shift = shifts.at(word);
    } else if (word == "scoreshifted") {
        weighting.shiftedScore = ShiftedScore::Yes;
    } else if (word == "affine0.01") {
        weighting.normalisation = Normalisation::MinMax99;
    } else if (word == "period") {
        weighting.scope = WeightScope::Period;
    } else if (word == "two") {
        weighting.stages = Stages::Two;
    } else if (word == "raw") {
        weighting.variationOf = VariationOf::Raw;
    } else if (word == "abs") {
        weighting.conflict = Conflict::Absolute;
    } else if (word == "topsis") {
        weighting.aggregation = Aggregation::Topsis;
    } else if (word == "vector") {
        weighting.aggregation = Aggregation::TopsisVector;
    } else if (word == "multiplicative") {
        weighting.combination = Combination::Product;
    } else if (word == "geometric") {
        weighting.combination = Combination::Geometric;
    } else if (word == "linear") {
        weighting.combination = Combination::Linear;
    } else if (word == "game") {
        weighting.combination = Combination::Game;
    }
}

Weighting weightingOf(const std::string& id) {
    Weighting weighting;
    std::istringstream in(id);
    for (std::string word; std::getline(in, word, '-');) {
        applyWord(word, weighting);
    }
    return weighting;
}

class PanelReference : public ::testing::TestWithParam<ReferenceCase> {
protected:
    void SetUp() override {
        const Json json = readJson(folder() / (GetParam().file + ".json"));
        for (const auto& [key, entry] : json.get_child("cases")) {
            if (entry.get<std::string>("id") == GetParam().id) {
                case_ = entry;
            }
        }
        panel_ = testing::readCsvPanel(folder() / (GetParam().file + ".csv"), "city", "year");
        const std::vector<std::string> units = textsOf(json.get_child("unit"));
        const std::vector<std::string> periods = textsOf(json.get_child("period"));
        for (std::size_t i = 0; i < units.size(); ++i) {
            const auto labels = panel_.unitLabels();
            const auto unit = std::find(labels.begin(), labels.end(), units[i]) - labels.begin();
            rows_.push_back(*panel_.rowOf(static_cast<std::size_t>(unit), std::stoi(periods[i])));
        }
        indicators_ = indicatorsOf(json.get_child("columns"));
    }

    [[nodiscard]] CompositeIndex computed(Weighting weighting) const {
        NoProgress progress;
        auto result = compositeIndex(panel_, indicators_, weighting, progress);
        EXPECT_TRUE(result);
        return result ? *std::move(result) : CompositeIndex{};
    }

    void expectRows(const Json& expected, const std::vector<double>& actual) const {
        const std::vector<double> numbers = numbersOf(expected);
        ASSERT_EQ(numbers.size(), rows_.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            EXPECT_THAT(actual[rows_[i]], IsNear(numbers[i], exact)) << i;
        }
    }

    void expectWeights(const WeightSet& weights) const {
        std::size_t j = 0;
        for (const auto& [key, entry] : case_.get_child("weights")) {
            const IndicatorWeight& actual = weights.indicators[j++];
            EXPECT_EQ(actual.indicator, entry.get<std::string>("indicator"));
            EXPECT_THAT(actual.weight, IsNear(entry.get<double>("weight"), exact));
            if (entry.count("entropy") > 0) {
                EXPECT_THAT(actual.entropy, IsNear(entry.get<double>("entropy"), exact));
                EXPECT_THAT(actual.divergence, IsNear(entry.get<double>("divergence"), exact));
            }
        }
    }

    void expectDimensions(const char* key, SubIndices rule) const {
        if (case_.count(key) == 0) {
            return;
        }
        Weighting weighting = weightingOf(GetParam().id);
        weighting.subIndices = rule;
        for (const DimensionIndex& dimension : computed(weighting).dimensions) {
            expectRows(case_.get_child(key).get_child(dimension.dimension), dimension.values);
        }
    }

    Json case_;
    Panel panel_;
    std::vector<std::size_t> rows_;
    std::vector<Indicator> indicators_;
};

TEST_P(PanelReference, WeightsAndScoresAgree) {
    const CompositeIndex index = computed(weightingOf(GetParam().id));
    ASSERT_FALSE(index.weights.empty());
    expectRows(case_.get_child("score"), index.score);
    if (case_.count("weights") > 0) {
        expectWeights(index.weights[0]);
    }
    if (case_.count("group_weight") > 0) {
        for (const DimensionWeight& one : index.weights[0].dimensions) {
            EXPECT_THAT(one.weight,
                        IsNear(case_.get_child("group_weight").get<double>(one.dimension), exact));
        }
    }
}

TEST_P(PanelReference, DimensionsAgreeBothWays) {
    expectDimensions("sub_index_raw", SubIndices::AsTheyAre);
    expectDimensions("sub_index_renormalised", SubIndices::Renormalised);
}

TEST_P(PanelReference, IntermediatesAgree) {
    const CompositeIndex index = computed(weightingOf(GetParam().id));
    const WeightSet& weights = index.weights.at(0);
    if (case_.count("weights_by_period") > 0) {
        for (const WeightSet& set : index.weights) {
            const std::vector<double> expected = numbersOf(
                case_.get_child("weights_by_period").get_child(std::to_string(*set.period)));
            for (std::size_t j = 0; j < expected.size(); ++j) {
                EXPECT_THAT(set.indicators[j].weight, IsNear(expected[j], exact));
            }
        }
    }
    if (case_.count("dimension_weights") > 0) {
        for (const DimensionWeight& one : weights.dimensions) {
            EXPECT_THAT(
                one.weight,
                IsNear(case_.get_child("dimension_weights").get<double>(one.dimension), exact));
        }
    }
    if (case_.count("alpha_normalised") > 0) {
        const std::vector<double> expected = numbersOf(case_.get_child("alpha_normalised"));
        ASSERT_EQ(weights.alpha.size(), expected.size());
        for (std::size_t k = 0; k < expected.size(); ++k) {
            EXPECT_THAT(weights.alpha[k], IsNear(expected[k], exact));
        }
    }
    if (case_.count("eigenvalues") > 0) {
        const std::vector<double> expected = numbersOf(case_.get_child("eigenvalues"));
        ASSERT_EQ(weights.eigenvalues.size(), expected.size());
        EXPECT_EQ(weights.components, case_.get<std::size_t>("components"));
        for (std::size_t k = 0; k < expected.size(); ++k) {
            EXPECT_THAT(weights.eigenvalues[k], IsNear(expected[k], exact));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, PanelReference, ::testing::ValuesIn(panelCases()), testName);

/// The fighter aircraft of Hwang and Yoon (1981): a cross-section of four alternatives.
class HwangYoon : public ::testing::Test {
protected:
    [[nodiscard]] Json caseOf(const std::string& id) const {
        const Json json = readJson(folder() / "hwang_yoon_1981.json");
        for (const auto& [key, entry] : json.get_child("cases")) {
            if (entry.get<std::string>("id") == id) {
                return entry;
            }
        }
        ADD_FAILURE() << id;
        return {};
    }

    [[nodiscard]] CompositeIndex computed(const Weighting& weighting) const {
        NoProgress progress;
        const Panel panel = testing::readCsvPanel(folder() / "hwang_yoon_1981.csv", "", "");
        std::vector<Indicator> indicators;
        for (const char* name :
             {"speed", "range", "payload", "cost", "reliability", "manoeuvrability"}) {
            indicators.push_back({.name = name,
                                  .expression = name,
                                  .direction = std::string(name) == "cost" ? Direction::Negative
                                                                           : Direction::Positive});
        }
        auto result = compositeIndex(panel, indicators, weighting, progress);
        EXPECT_TRUE(result);
        return result ? *std::move(result) : CompositeIndex{};
    }
};

TEST_F(HwangYoon, EntropyOfSharesAgrees) {
    const Json expected = caseOf("entropy-share");
    const CompositeIndex index = computed({.normalisation = Normalisation::Vector});
    const std::vector<double> entropy = numbersOf(expected.get_child("entropy"));
    const std::vector<double> divergence = numbersOf(expected.get_child("divergence"));
    const std::vector<double> weight = numbersOf(expected.get_child("weight"));
    const std::vector<double> printed = numbersOf(expected.get_child("published.weight"));
    for (std::size_t j = 0; j < weight.size(); ++j) {
        const IndicatorWeight& actual = index.weights[0].indicators[j];
        EXPECT_THAT(actual.entropy, IsNear(entropy[j], exact));
        EXPECT_THAT(actual.divergence, IsNear(divergence[j], exact));
        EXPECT_THAT(actual.weight, IsNear(weight[j], exact));
        EXPECT_NEAR(actual.weight, printed[j], 2e-3); // worked with 4-figure logarithms
    }
}

TEST_F(HwangYoon, TopsisAgrees) {
    const Json expected = caseOf("topsis-vector");
    Weighting weighting{.method = WeightMethod::Given,
                        .normalisation = Normalisation::Vector,
                        .aggregation = Aggregation::Topsis};
    const std::vector<double> weights = numbersOf(expected.get_child("weights"));
    std::size_t next = 0;
    for (const char* name :
         {"speed", "range", "payload", "cost", "reliability", "manoeuvrability"}) {
        weighting.weights[name] = weights[next++];
    }
    const CompositeIndex index = computed(weighting);
    const std::vector<double> score = numbersOf(expected.get_child("score"));
    const std::vector<double> printed = numbersOf(expected.get_child("published.score"));
    for (std::size_t i = 0; i < score.size(); ++i) {
        EXPECT_THAT(index.score[i], IsNear(score[i], exact));
        EXPECT_NEAR(index.score[i], printed[i], 1e-3); // third digit cut off
    }
}

TEST_F(HwangYoon, HierarchiesAgree) {
    for (const char* id : {"ahp-saaty-school", "ahp-3x3"}) {
        const Json expected = caseOf(id);
        const std::vector<double> weight = numbersOf(expected.get_child("weight"));
        const auto m = static_cast<Eigen::Index>(weight.size());
        Eigen::MatrixXd matrix(m, m);
        Eigen::Index i = 0;
        for (const auto& [key, row] : expected.get_child("matrix")) {
            const std::vector<double> numbers = numbersOf(row);
            matrix.row(i++) = Eigen::Map<const Eigen::RowVectorXd>(numbers.data(), m);
        }
        const auto result = hierarchyWeights(matrix);
        ASSERT_TRUE(result);
        for (Eigen::Index j = 0; j < m; ++j) {
            EXPECT_THAT(result->weight[j], IsNear(weight[static_cast<std::size_t>(j)], exact));
        }
        EXPECT_THAT(result->largestEigenvalue, IsNear(expected.get<double>("lambda_max"), exact));
        // The index is a difference of nearly equal numbers: absolute 1e-13 of lambda.
        EXPECT_THAT(result->consistencyIndex,
                    IsNear(expected.get<double>("consistency_index"), {1e-12, 1e-14}));
        EXPECT_THAT(result->consistencyRatio,
                    IsNear(expected.get<double>("consistency_ratio"), {1e-12, 1e-14}));
    }
}

} // namespace
} // namespace citypanel::index
