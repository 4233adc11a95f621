// SPDX-License-Identifier: GPL-3.0-or-later
// Every reference case by file and name: scores, statuses, slacks where they are unique, changes of
// productivity. The sources of the numbers stand in the json files.
#include "core/frontier/productivity.h"
#include "reference.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <sstream>

namespace citypanel::frontier {
namespace {

using testing::fraction;
using testing::IsNear;
using testing::Json;
using testing::Near;
using testing::numbersOf;
using testing::ReferenceData;
using testing::textsOf;

/// Scores that are 0 (directional) are compared absolutely.
constexpr Near exact{1e-8, 1e-9};

struct ReferenceCase {
    std::filesystem::path file;
    std::string id;
};

void PrintTo(const ReferenceCase& one, std::ostream* out) {
    *out << one.file.stem().string() << " " << one.id;
}

std::vector<ReferenceCase> allCases() {
    std::vector<ReferenceCase> cases;
    for (const std::filesystem::path& file : testing::referenceFiles()) {
        for (const std::string& id : testing::idsIn(file)) {
            cases.push_back({file, id});
        }
    }
    return cases;
}

std::string testName(const ::testing::TestParamInfo<ReferenceCase>& info) {
    std::string name = info.param.file.stem().string() + "_" + info.param.id;
    for (char& c : name) {
        c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    }
    return name;
}

std::vector<std::string> wordsOf(const std::string& id) {
    std::vector<std::string> words;
    std::istringstream in(id);
    for (std::string word; std::getline(in, word, '-');) {
        words.push_back(word);
    }
    return words;
}

void applyWord(const std::string& word, EfficiencyModel& model) {
    Technology& technology = model.technology;
    if (const auto measure = valueOf<Measure>(word)) {
        model.measure = *measure;
    } else if (const auto orientation = valueOf<Orientation>(word)) {
        model.orientation = *orientation;
    } else if (const auto returns = valueOf<ReturnsToScale>(word)) {
        technology.returns = *returns;
    } else if (const auto reference = valueOf<Reference>(word)) {
        model.reference = *reference;
    } else if (const auto disposability = valueOf<Disposability>(word)) {
        technology.disposability = *disposability;
    } else if (word == "yb" || word == "0yb") {
        technology.direction = Direction::Outputs;
    } else if (word == "xyb") {
        technology.direction = Direction::All;
    } else if (word == "111") {
        technology.direction = Direction::Ones;
    } else if (word == "badinput") {
        technology.undesirableAs = UndesirableAs::Input;
    } else if (word == "super") {
        model.super = SuperEfficiency::Every;
    } else if (word == "combined") {
        model.super = SuperEfficiency::Efficient;
    } else if (word == "window3") {
        model.reference = Reference::Window;
    } else if (word == "ccr" || word == "bcc") {
        model.measure = Measure::Radial;
        technology.returns = word == "ccr" ? ReturnsToScale::Constant : ReturnsToScale::Variable;
    }
}

void setWeights(const Json& json, EfficiencyModel& model) {
    const auto weights = json.get_child_optional("weights");
    if (!weights) {
        return;
    }
    const auto set = [&](std::vector<RoleVariable>& variables, const std::string& role) {
        for (RoleVariable& variable : variables) {
            // The role's name, unless a variable is called so, gives the weight of all in it.
            for (const std::string& name : {role, variable.variable.text}) {
                if (const auto given = weights->get_optional<std::string>(name)) {
                    variable.weight = fraction(*given);
                }
            }
            if (weights->get_value<std::string>() == "(1,1,1,1)") {
                variable.weight = 1.0;
            }
        }
    };
    set(model.technology.inputs, "input");
    set(model.technology.good, "good");
    set(model.technology.bad, "bad");
}

EfficiencyModel modelOf(const Json& json, const ReferenceData& data) {
    EfficiencyModel model;
    model.technology = data.technology;
    for (const std::string& word : wordsOf(json.get<std::string>("id"))) {
        applyWord(word, model);
    }
    if (json.get<std::string>("id").find("eps") != std::string::npos) {
        model.epsilon = json.get<double>("epsilon_x");
    }
    setWeights(json, model);
    return model;
}

EfficiencyScores scoresOf(const Panel& panel, const EfficiencyModel& model) {
    NoProgress progress;
    Result<EfficiencyScores> scores = efficiency(panel, model, progress);
    EXPECT_TRUE(scores) << (scores ? ""
                                   : problemCodeName(scores.error().code) + " " +
                                         scores.error().found);
    return scores ? *std::move(scores) : EfficiencyScores{};
}

class DeaReference : public ::testing::TestWithParam<ReferenceCase> {
protected:
    void SetUp() override {
        const Json json = testing::readJson(GetParam().file);
        data_ = testing::readReferenceData(json, GetParam().file.parent_path());
        for (const auto& [key, entry] : json.get_child("cases")) {
            if (entry.get<std::string>("id") == GetParam().id) {
                case_ = entry;
            }
        }
    }

    void compareScores(const Json& results);
    void compareSlacks(const Json& results, const EfficiencyScores& scores);
    void compareBetas(const Json& results, const EfficiencyScores& scores);
    void compareStatus(const Json& results, const EfficiencyScores& scores);
    void compareIndices(const Json& indices);
    void compareMetaFrontier(const Json& results);
    void compareWindows(const EfficiencyScores& scores);

    ReferenceData data_;
    Json case_;
};

void DeaReference::compareStatus(const Json& results, const EfficiencyScores& scores) {
    const auto expected = results.get_child_optional("status");
    if (!expected) {
        return;
    }
    const std::vector<std::string> statuses = textsOf(*expected);
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        const EfficiencyStatus actual = scores.status[data_.rows[i]];
        if (statuses[i] == "optimal") {
            EXPECT_NE(actual, EfficiencyStatus::Infeasible) << i;
            EXPECT_NE(actual, EfficiencyStatus::Excluded) << i;
        } else {
            EXPECT_EQ(std::string(nameOf(actual)), statuses[i]) << i;
        }
    }
}

void DeaReference::compareSlacks(const Json& results, const EfficiencyScores& scores) {
    const auto unique = results.get_child_optional("slacks_unique");
    if (!unique) {
        return;
    }
    const std::vector<std::string> isUnique = textsOf(*unique);
    for (const VariableSlacks& variable : scores.variables) {
        const std::vector<double> slacks =
            numbersOf(results.get_child("slacks").get_child(variable.variable));
        for (std::size_t i = 0; i < slacks.size(); ++i) {
            if (isUnique[i] == "true") {
                const std::size_t row = data_.rows[i];
                const double own = data_.panel.find(variable.variable)->numbers()[row];
                EXPECT_NEAR(variable.slack[row], slacks[i], 1e-7 * std::abs(own))
                    << variable.variable << " " << i;
            }
        }
    }
}

void DeaReference::compareBetas(const Json& results, const EfficiencyScores& scores) {
    const auto unique = results.get_child_optional("beta_unique");
    if (!unique) {
        return;
    }
    const std::vector<std::string> isUnique = textsOf(*unique);
    for (const VariableSlacks& variable : scores.variables) {
        const std::vector<double> betas =
            numbersOf(results.get_child("beta").get_child(variable.variable));
        for (std::size_t i = 0; i < betas.size(); ++i) {
            if (isUnique[i] == "true") {
                EXPECT_NEAR(variable.beta[data_.rows[i]], betas[i], 1e-7) << i;
            }
        }
    }
}

void DeaReference::compareScores(const Json& results) {
    EfficiencyModel model = modelOf(case_, data_);
    Panel panel = data_.panel;
    std::vector<std::size_t> rows = data_.rows;
    if (GetParam().id.find("period1") != std::string::npos) {
        model.reference = Reference::Period;
        std::erase_if(rows, [&](std::size_t row) { return panel.periods()[row] != 1; });
    }
    const EfficiencyScores scores = scoresOf(panel, model);
    ASSERT_FALSE(scores.score.empty());
    const std::vector<double> expected = numbersOf(results.get_child("score"));
    ASSERT_EQ(expected.size(), rows.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_THAT(scores.score[rows[i]], IsNear(expected[i], exact))
            << i << ": " << scores.score[rows[i]] << " expected " << expected[i];
    }
    compareStatus(results, scores);
    compareSlacks(results, scores);
    compareBetas(results, scores);
    compareWindows(scores);
}

void DeaReference::compareWindows(const EfficiencyScores& scores) {
    const auto windows = case_.get_child_optional("windows");
    if (!windows) {
        return;
    }
    const std::vector<double> start = numbersOf(windows->get_child("window"));
    const std::vector<double> score = numbersOf(windows->get_child("score"));
    EXPECT_EQ(scores.windows.size(), start.size());
    std::map<double, double> expected;
    std::map<double, double> actual;
    for (std::size_t i = 0; i < start.size(); ++i) {
        expected[start[i]] += score[i];
        actual[static_cast<double>(scores.windows[i].firstPeriod)] += scores.windows[i].score;
    }
    for (const auto& [window, sum] : expected) {
        EXPECT_THAT(actual[window], IsNear(sum, exact)) << window;
    }
}

void DeaReference::compareMetaFrontier(const Json& results) {
    EfficiencyModel model = modelOf(case_, data_);
    const EfficiencyScores meta = scoresOf(data_.panel, model);
    model.reference = Reference::Group;
    model.group = data_.group;
    const EfficiencyScores group = scoresOf(data_.panel, model);
    const std::vector<double> expectedMeta = numbersOf(results.get_child("meta"));
    const std::vector<double> expectedGroup = numbersOf(results.get_child("group"));
    for (std::size_t i = 0; i < expectedMeta.size(); ++i) {
        EXPECT_THAT(meta.score[data_.rows[i]], IsNear(expectedMeta[i], exact)) << i;
        EXPECT_THAT(group.score[data_.rows[i]], IsNear(expectedGroup[i], exact)) << i;
    }
}

std::pair<ProductivityIndex, EfficiencyModel> indexOf(const std::string& id,
                                                      EfficiencyModel model) {
    const auto starts = [&](const char* with) { return id.rfind(with, 0) == 0; };
    if (starts("malmquist-global")) {
        return {ProductivityIndex::GlobalMalmquist, model};
    }
    if (starts("malmquist")) {
        return {ProductivityIndex::Malmquist, model};
    }
    if (starts("ml")) {
        return {ProductivityIndex::MalmquistLuenberger, model};
    }
    if (starts("sbm-gml")) {
        model.measure = Measure::Sbm;
        return {ProductivityIndex::GlobalMalmquistLuenberger, model};
    }
    if (starts("gml")) {
        model.measure = Measure::Directional;
        return {ProductivityIndex::GlobalMalmquistLuenberger, model};
    }
    for (auto* role : {&model.technology.inputs, &model.technology.good, &model.technology.bad}) {
        for (RoleVariable& variable : *role) {
            variable.weight = role == &model.technology.inputs ? 0.0 : 1.0;
        }
    }
    return {ProductivityIndex::Luenberger, model};
}

void DeaReference::compareIndices(const Json& indices) {
    const auto [index, model] = indexOf(GetParam().id, modelOf(case_, data_));
    NoProgress progress;
    const Result<ProductivityChanges> result = productivity(data_.panel, model, index, progress);
    ASSERT_TRUE(result) << problemCodeName(result.error().code);
    std::map<std::pair<std::string, Period>, ProductivityChange> changes;
    for (const ProductivityChange& change : result->changes) {
        const auto unit = static_cast<std::size_t>(data_.panel.unitCodes()[change.row]);
        changes[{data_.panel.unitLabels()[unit], data_.panel.periods()[change.row]}] = change;
    }
    const std::vector<std::string> unit = textsOf(indices.get_child("unit"));
    const std::vector<double> period = numbersOf(indices.get_child("period"));
    ASSERT_EQ(changes.size(), unit.size());
    const auto compare = [&](const char* name, double ProductivityChange::*member) {
        const auto array = indices.get_child_optional(name);
        if (!array) {
            return;
        }
        const std::vector<double> expected = numbersOf(*array);
        for (std::size_t i = 0; i < unit.size(); ++i) {
            const double actual = changes[{unit[i], static_cast<Period>(period[i])}].*member;
            EXPECT_THAT(actual, IsNear(expected[i], exact))
                << name << " " << unit[i] << " " << actual << " expected " << expected[i];
        }
    };
    compare("index", &ProductivityChange::index);
    compare("efficiency_change", &ProductivityChange::efficiencyChange);
    compare("technical_change", &ProductivityChange::technicalChange);
    compare("pure_efficiency_change", &ProductivityChange::pureEfficiencyChange);
    compare("scale_efficiency_change", &ProductivityChange::scaleEfficiencyChange);
    std::size_t missing = 0;
    for (const double value : numbersOf(indices.get_child("index"))) {
        missing += isMissing(value) ? 1 : 0;
    }
    EXPECT_EQ(result->infeasible, missing);
}

TEST_P(DeaReference, Agrees) {
    if (const auto indices = case_.get_child_optional("indices")) {
        compareIndices(*indices);
    } else if (GetParam().id.rfind("metafrontier", 0) == 0) {
        compareMetaFrontier(case_.get_child("results"));
    } else {
        compareScores(case_.get_child("results"));
    }
}

TEST(DeaReferenceFiles, EveryCaseIsListed) {
    for (const std::filesystem::path& file : testing::referenceFiles()) {
        const Json json = testing::readJson(file);
        std::vector<std::string> ids;
        for (const auto& [key, entry] : json.get_child("cases")) {
            ids.push_back(entry.get<std::string>("id"));
        }
        EXPECT_EQ(testing::idsIn(file), ids) << file;
    }
}

INSTANTIATE_TEST_SUITE_P(Dea, DeaReference, ::testing::ValuesIn(allCases()), testName);

} // namespace
} // namespace citypanel::frontier
