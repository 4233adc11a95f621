// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of step does to the example panel, cell by cell, and what its check refuses.
#include "core/recipe/step.h"
#include "core/recipe/tuned_weights.h"
#include "tests/support/example_recipe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace citypanel::recipe {
namespace {

using test::examplePanel;
using test::na;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::NanSensitiveDoubleEq;

StepOutcome outcomeOf(const Step& step, const Panel& panel = examplePanel()) {
    NoProgress progress;
    auto outcome = applyStep(step, panel, "s1", progress);
    EXPECT_TRUE(outcome);
    return *outcome;
}

void expectNumbers(const Panel& panel, const std::string& name,
                   const std::vector<double>& expected) {
    ASSERT_NE(panel.find(name), nullptr);
    const auto found = panel.find(name)->numbers();
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t row = 0; row < expected.size(); ++row) {
        if (isMissing(expected[row])) {
            EXPECT_TRUE(isMissing(found[row])) << name << " " << row;
        } else {
            EXPECT_NEAR(found[row], expected[row], 1e-12 * std::max(1.0, std::abs(expected[row])))
                << name << " " << row;
        }
    }
}

std::vector<std::string> texts(const Panel& panel, const std::string& name) {
    std::vector<std::string> result;
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        result.emplace_back(panel.find(name)->textAt(row));
    }
    return result;
}

/// Codes of a check's problems on the example panel.
std::vector<ProblemCode> refusals(const Step& step) {
    std::vector<ProblemCode> codes;
    for (const Problem& problem : checkStep(step, columnsOf(examplePanel()))) {
        codes.push_back(problem.code);
    }
    return codes;
}

Problem failureOf(const Step& step) {
    NoProgress progress;
    const auto outcome = applyStep(step, examplePanel(), "s1", progress);
    EXPECT_FALSE(outcome);
    return outcome ? Problem{} : outcome.error();
}

TEST(FilterStep, KeepsRowsByConditionUnitAndPeriod) {
    const auto [panel, report] = outcomeOf(
        FilterStep{.condition = "gdp >= 8", .dropUnits = {"B"}, .dropPeriods = {2011}, .to = 2013});
    expectNumbers(panel, "gdp", {30, 200}); // a missing gdp is not >= 8
    EXPECT_EQ(report.rowsBefore, 11U);
    EXPECT_EQ(report.rowsAfter, 2U);
}

TEST(FilterStep, RefusesAnEmptySampleAndNamesUnknownUnits) {
    EXPECT_EQ(failureOf(FilterStep{.condition = "gdp > 1e9"}).code, ProblemCode::SampleEmpty);
    const auto report = outcomeOf(FilterStep{.dropUnits = {"Atlantis"}}).report;
    ASSERT_EQ(report.warnings.size(), 1U);
    EXPECT_EQ(report.warnings[0].code, ProblemCode::UnitUnmatched);
    EXPECT_EQ(report.warnings[0].severity, Severity::Warning);
}

TEST(FilterStep, ChecksItsCondition) {
    EXPECT_THAT(refusals(FilterStep{.condition = "gdp >"}), ElementsAre(ProblemCode::SyntaxError));
    EXPECT_THAT(refusals(FilterStep{.condition = "gdp + 1"}),
                ElementsAre(ProblemCode::ArgumentInvalid));
    EXPECT_THAT(refusals(FilterStep{.condition = "gpd > 1"}),
                ElementsAre(ProblemCode::VariableUnknown));
    EXPECT_THAT(refusals(FilterStep{.from = 2014, .to = 2011}),
                ElementsAre(ProblemCode::OptionInvalid));
}

TEST(CoverageStep, DropsUnitsWithTooFewValues) {
    // gdp stands in 3 of 4 periods in each city.
    EXPECT_EQ(outcomeOf(CoverageStep{.variables = {"gdp"}, .share = 0.75}).panel.rowCount(), 11U);
    EXPECT_EQ(outcomeOf(CoverageStep{.variables = {"gas"}, .share = 1}).panel.unitLabels().size(),
              1U);
    EXPECT_EQ(failureOf(CoverageStep{.variables = {"gdp"}, .share = 0.8}).code,
              ProblemCode::SampleEmpty);
    EXPECT_THAT(refusals(CoverageStep{.share = 0}), ElementsAre(ProblemCode::OptionInvalid));
}

TEST(InterpolateStep, FillsWithinUnitsOnly) {
    const auto [panel, report] = outcomeOf(InterpolateStep{.variables = {"gdp", "gas"}});
    expectNumbers(panel, "gdp", {10, 20, 30, 40, 5, 6, 7, 8, 100, 200, 900});
    expectNumbers(panel, "gas", {1, 2, 3, 4, na, 6, 7, 8, 9, 10, 11}); // an end stays missing
    EXPECT_EQ(report.variables[0].filled, 2U);
    EXPECT_EQ(report.variables[1].missing, 1U);
    EXPECT_EQ(panel.find("gdp")->origins().kindAt(1), OriginKind::Interpolated);
    EXPECT_EQ(panel.find("gdp")->origins().kindAt(0), OriginKind::Unknown);
    EXPECT_EQ(panel.find("gdp")->label(), "Output");
}

TEST(InterpolateStep, RefusesKeysTextAndNothing) {
    EXPECT_THAT(refusals(InterpolateStep{}), ElementsAre(ProblemCode::OptionMissing));
    EXPECT_THAT(refusals(InterpolateStep{.variables = {"year"}}),
                ElementsAre(ProblemCode::VariableIsKey));
    EXPECT_THAT(refusals(InterpolateStep{.variables = {"province", "gdp", "gdp"}, .maxGap = -1}),
                ElementsAre(ProblemCode::VariableNotNumeric, ProblemCode::VariableDuplicate,
                            ProblemCode::OptionInvalid));
}

TEST(WinsoriseStep, ClipsPooledValues) {
    // Nine values 5 6 8 10 30 40 100 200 900; 9 * 0.1 = 0.9: the 1st; 9 * 0.9 = 8.1: the 9th.
    // At 20 and 80: 1.8, the 2nd (6); 7.2, the 8th (200).
    const auto [panel, report] =
        outcomeOf(WinsoriseStep{.variables = {"gdp"}, .lower = 20, .upper = 80});
    expectNumbers(panel, "gdp", {10, na, 30, 40, 6, 6, na, 8, 100, 200, 200});
    EXPECT_EQ(report.variables[0].clipped, 2U);
    EXPECT_EQ(panel.find("gdp")->origins().count(OriginKind::Clipped), 2U);
}

TEST(WinsoriseStep, TrimsByPeriod) {
    const auto [panel, report] = outcomeOf(WinsoriseStep{.variables = {"gdp"},
                                                         .lower = 0,
                                                         .upper = 60,
                                                         .sides = prepare::Sides::Upper,
                                                         .treatment = prepare::TailTreatment::Trim,
                                                         .within = prepare::Within::Period});
    // 2011: 10 5 100, limit the 2nd; 2012: 6 200, the 2nd; 2013: 30; 2014: 40 8 900.
    expectNumbers(panel, "gdp", {10, na, 30, 40, 5, 6, na, 8, na, 200, na});
    EXPECT_EQ(report.variables[0].dropped, 2U);
}

TEST(WinsoriseStep, RefusesPercentilesOutOfOrder) {
    EXPECT_THAT(refusals(WinsoriseStep{.variables = {"gdp"}, .lower = 60, .upper = 40}),
                ElementsAre(ProblemCode::OptionInvalid));
    EXPECT_THAT(refusals(WinsoriseStep{.variables = {"gdp"}, .upper = 101}),
                ElementsAre(ProblemCode::OptionInvalid));
}

TEST(CalculateStep, EvaluatesAndCountsWhatIsUndefined) {
    const auto [panel, report] =
        outcomeOf(CalculateStep{.name = "x", .expression = "ln(pilot0)", .label = "Pilot"});
    const double inf = std::numeric_limits<double>::infinity();
    EXPECT_NE(panel.find("x")->numbers()[0], -inf);
    expectNumbers(panel, "x", {na, na, 0, 0, na, na, na, na, 0, 0, 0});
    EXPECT_EQ(report.variables[0].missing, 6U);
    ASSERT_EQ(report.warnings.size(), 1U);
    EXPECT_EQ(report.warnings[0].found, "6");
    EXPECT_EQ(panel.find("x")->label(), "Pilot");
}

TEST(CalculateStep, MakesFlagsFromConditions) {
    EXPECT_EQ(
        outcomeOf(CalculateStep{.name = "x", .expression = "inv > 3"}).panel.find("x")->type(),
        VariableType::Flag);
}

TEST(CalculateStep, PointsAtTheCharacter) {
    const Problems problems = checkStep(CalculateStep{.name = "x", .expression = "gdp + foo(inv)"},
                                        columnsOf(examplePanel()));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].code, ProblemCode::FunctionUnknown);
    EXPECT_EQ(problems[0].place.position, 6U);
    EXPECT_THAT(refusals(CalculateStep{.name = "gdp", .expression = "1"}),
                ElementsAre(ProblemCode::VariableDuplicate));
    EXPECT_THAT(refusals(CalculateStep{.expression = "1"}),
                ElementsAre(ProblemCode::OptionMissing));
}

TEST(RenameStep, KeepsPlaceValuesAndWords) {
    const Panel panel =
        outcomeOf(RenameStep{.variable = "gdp", .name = "output", .label = "GDP"}).panel;
    EXPECT_EQ(panel.columns()[3].name(), "output");
    EXPECT_EQ(panel.columns()[3].label(), "GDP");
    EXPECT_EQ(panel.columns()[3].unitOfMeasure(), "10^4 yuan");
    const Panel keyed = outcomeOf(RenameStep{.variable = "city", .name = "place"}).panel;
    EXPECT_EQ(keyed.keys().unit, "place");
    EXPECT_THAT(refusals(RenameStep{.variable = "gdp"}), ElementsAre(ProblemCode::OptionMissing));
    EXPECT_THAT(refusals(RenameStep{.variable = "gdp", .name = "inv"}),
                ElementsAre(ProblemCode::VariableDuplicate));
}

TEST(DropStep, RefusesKeys) {
    EXPECT_EQ(outcomeOf(DropStep{.variables = {"gas", "inv"}}).panel.columnCount(), 6U);
    EXPECT_THAT(refusals(DropStep{.variables = {"year"}}), ElementsAre(ProblemCode::VariableIsKey));
    EXPECT_THAT(refusals(DropStep{}), ElementsAre(ProblemCode::OptionMissing));
}

TEST(StandardiseStep, AddsOrReplaces) {
    const Panel added = outcomeOf(StandardiseStep{.variables = {"inv"},
                                                  .scale = prepare::Scale::UnitRange,
                                                  .within = prepare::Within::Unit})
                            .panel;
    expectNumbers(added, "inv_std", {0, 1.0 / 3, 2.0 / 3, 1, 0, 1.0 / 3, 2.0 / 3, 1, na, na, na});
    const Panel replaced = outcomeOf(StandardiseStep{.variables = {"inv"},
                                                     .scale = prepare::Scale::Centre,
                                                     .within = prepare::Within::Unit,
                                                     .suffix = ""})
                               .panel;
    expectNumbers(replaced, "inv", {-1.5, -0.5, 0.5, 1.5, -1.5, -0.5, 0.5, 1.5, 0, 0, 0});
}

TEST(QuantileGroupStep, SplitsAtTheMedian) {
    // Nine values: the median is the 5th, 30; ties go below.
    const Panel panel = outcomeOf(QuantileGroupStep{.variable = "gdp", .name = "size"}).panel;
    EXPECT_THAT(texts(panel, "size"), ElementsAre("low", "", "low", "high", "low", "low", "", "low",
                                                  "high", "high", "high"));
    EXPECT_THAT(refusals(QuantileGroupStep{.variable = "gdp", .name = "s", .groups = 1}),
                ElementsAre(ProblemCode::OptionInvalid));
    EXPECT_THAT(refusals(QuantileGroupStep{.variable = "gdp", .name = "s", .labels = {"one"}}),
                ElementsAre(ProblemCode::OptionInvalid));
}

TEST(ListGroupStep, GroupsUnitsAndWarnsOfStrangers) {
    const auto [panel, report] = outcomeOf(
        ListGroupStep{.name = "belt", .lists = {{"inside", {"A", "Z"}}}, .remainder = "outside"});
    EXPECT_EQ(texts(panel, "belt")[0], "inside");
    EXPECT_EQ(texts(panel, "belt")[4], "outside");
    ASSERT_EQ(report.warnings.size(), 1U);
    EXPECT_EQ(report.warnings[0].found, "Z");
    EXPECT_THAT(refusals(ListGroupStep{.name = "x", .lists = {{"a", {"A"}}, {"b", {"A"}}}}),
                ElementsAre(ProblemCode::OptionInvalid));
}

TEST(CrossingStep, NamesTheCombinations) {
    const Panel panel = outcomeOf(CrossingStep{.first = "province",
                                               .second = "pilot0",
                                               .name = "type",
                                               .labels = {{"P x 1", "dual-high"}}})
                            .panel;
    EXPECT_EQ(texts(panel, "type")[0], "P x 0");
    EXPECT_EQ(texts(panel, "type")[2], "dual-high");
    EXPECT_EQ(texts(panel, "type")[8], "Q x 1");
}

TEST(PilotStep, TurnsOnFromEachStart) {
    const Panel panel =
        outcomeOf(PilotStep{.name = "did", .starts = {{"A", 2013}, {"C", 2014}}}).panel;
    expectNumbers(panel, "did", {0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1});
    EXPECT_EQ(panel.find("did")->type(), VariableType::Flag);
}

TEST(CorrectStep, ReplacesOneCellWithAReason) {
    const auto [panel, report] = outcomeOf(CorrectStep{
        .variable = "gdp", .unit = "C", .period = 2014, .value = 300, .reason = "typing error"});
    EXPECT_EQ(panel.find("gdp")->numbers()[10], 300);
    EXPECT_EQ(panel.find("gdp")->origins().kindAt(10), OriginKind::Corrected);
    EXPECT_EQ(report.variables[0].corrected, 1U);
    EXPECT_EQ(report.variables[0].missing, 0U); // those of other cells are not its doing
    EXPECT_EQ(
        failureOf(CorrectStep{.variable = "gdp", .unit = "C", .period = 2013, .reason = "r"}).code,
        ProblemCode::PeriodMissing);
    EXPECT_THAT(refusals(CorrectStep{.variable = "gdp", .unit = "C", .period = 2014}),
                ElementsAre(ProblemCode::OptionMissing));
}

TEST(CapitalStockStep, DeflatesThenAccumulates) {
    const Panel panel =
        outcomeOf(CapitalStockStep{
                      .investment = "inv", .name = "k", .priceIndex = "price", .depreciation = 0.1})
            .panel;
    const double second = 10 * 0.9 + 2 / 1.1;
    expectNumbers(
        panel.filtered({true, true, false, false, false, false, false, false, true, true, true}),
        "k", {10, second, 90, 90 * 0.9 + 9 / 1.01, na}); // C lacks 2013
    EXPECT_THAT(refusals(CapitalStockStep{.investment = "inv", .name = "k", .depreciation = 1.5}),
                ElementsAre(ProblemCode::OptionInvalid));
}

TEST(DeflateStep, GivesPricesOfTheBasePeriod) {
    const auto [panel, report] =
        outcomeOf(DeflateStep{.variables = {"inv"}, .priceIndex = "price", .basePeriod = 2012});
    const std::vector<double> values(panel.find("inv_real")->numbers().begin(),
                                     panel.find("inv_real")->numbers().end());
    EXPECT_NEAR(values[0], 1 * 1.1, 1e-15);
    EXPECT_EQ(values[1], 2);
    EXPECT_NEAR(values[2], 3 / 1.2, 1e-15);
    EXPECT_EQ(
        failureOf(DeflateStep{.variables = {"inv"}, .priceIndex = "price", .basePeriod = 1999})
            .code,
        ProblemCode::PeriodMissing);
    const Problem zero =
        failureOf(DeflateStep{.variables = {"inv"}, .priceIndex = "pilot0", .basePeriod = 2011});
    EXPECT_EQ(zero.code, ProblemCode::ArgumentInvalid);
    EXPECT_EQ(zero.place.variable, "pilot0");
    EXPECT_EQ(zero.place.unit, "A");
    EXPECT_EQ(zero.place.period, "2011");
}

TEST(DeflateStep, WarnsOfUnitsWithoutTheBasePeriod) {
    const auto report =
        outcomeOf(DeflateStep{.variables = {"inv"}, .priceIndex = "price", .basePeriod = 2013})
            .report;
    ASSERT_EQ(report.warnings.size(), 1U);
    EXPECT_EQ(report.warnings[0].place.unit, "C");
    EXPECT_EQ(report.variables[0].missing, 3U);
}

TEST(EfficiencyStep, AddsScoreAndSlacksWithTheirOrigins) {
    const EfficiencyStep step{.inputs = {"inv"}, .good = {"gdp"}, .name = "score", .slacks = true};
    const Panel panel = outcomeOf(step).panel;
    // gdp / inv of the best row is 900 / 9; rows without gdp have no score.
    const std::vector<double> expected{0.1, na,    0.1,     0.1,     0.025, 0.02,
                                       na,  0.016, 1.0 / 9, 2.0 / 9, 1};
    expectNumbers(panel, "score", expected);
    EXPECT_EQ(panel.find("score")->origins().at(0),
              (Origin{.kind = OriginKind::Computed, .step = "s1"}));
    EXPECT_EQ(panel.find("score_slack_gdp")->unitOfMeasure(), "10^4 yuan");
    EXPECT_NE(panel.find("score_slack_inv"), nullptr);
}

IndexStep inverseStep() {
    return {.indicators = {{.name = "i", .expression = "inv", .dimension = "A"},
                           {.name = "p",
                            .expression = "price",
                            .direction = index::Direction::Negative,
                            .dimension = "B"}},
            .name = "nqp",
            .label = "Index",
            .method = index::WeightMethod::Given,
            .weights = {{"i", 0.75}, {"p", 0.25}},
            .subNames = {{"A", "nql"}}};
}

TEST(IndexStep, AddsTheIndexAndThoseOfItsDimensions) {
    const Panel panel = outcomeOf(inverseStep()).panel;
    // inv runs from 1 to 9, price from 100 to 120: 0.75 (inv - 1) / 8 + 0.25 (120 - price) / 20.
    std::vector<double> expected;
    for (std::size_t i = 0; i < panel.rowCount(); ++i) {
        expected.push_back(0.75 * (panel.find("inv")->numbers()[i] - 1) / 8 +
                           0.25 * (120 - panel.find("price")->numbers()[i]) / 20);
    }
    expectNumbers(panel, "nqp", expected);
    EXPECT_EQ(panel.find("nqp")->label(), "Index");
    EXPECT_EQ(panel.find("nql")->label(), "A");
    EXPECT_EQ(panel.find("nql")->numbers()[8], 1.0);
    EXPECT_NE(panel.find("nqp_B"), nullptr);
    EXPECT_EQ(panel.find("nqp")->origins().at(0),
              (Origin{.kind = OriginKind::Computed, .step = "s1"}));
    IndexStep whole = inverseStep();
    whole.subIndices = index::SubIndices::None;
    EXPECT_EQ(outcomeOf(whole).panel.columnCount(), examplePanel().columnCount() + 1);
}

TEST(IndexStep, TunedWeightsAreMarkedInTheLabels) {
    IndexStep step = inverseStep();
    step.method = index::WeightMethod::Entropy;
    step.tuned = true;
    const Panel panel = outcomeOf(step).panel;
    EXPECT_EQ(panel.find("nqp")->label(), "Index (weights tuned by hand)");
    EXPECT_EQ(panel.find("nql")->label(), "A (weights tuned by hand)");
    // The given weights, not the entropy's.
    EXPECT_EQ(panel.find("nqp")->numbers()[8],
              outcomeOf(inverseStep()).panel.find("nqp")->numbers()[8]);
    step.label = "新质生产力";
    EXPECT_EQ(outcomeOf(step).panel.find("nqp")->label(), "新质生产力（权重经人工调整）");
    const Recipe recipe = withStep({}, step);
    EXPECT_EQ(tunedVariables(recipe), (std::vector<std::string>{"nqp", "nql", "nqp_B"}));
    EXPECT_TRUE(tunedVariables(withEnabled(recipe, recipe.steps[0].key, false)).empty());
    step.tuned = false;
    EXPECT_TRUE(tunedVariables(withStep({}, step)).empty());
}

TEST(IndexStep, WarnsOfRowsWithoutAnIndicator) {
    IndexStep step = inverseStep();
    step.indicators[0].expression = "gas";
    const StepOutcome outcome = outcomeOf(step);
    EXPECT_TRUE(outcome.panel.find("nqp")->isMissingAt(4));
    ASSERT_EQ(outcome.report.warnings.size(), 1U);
    EXPECT_EQ(outcome.report.warnings[0].code, ProblemCode::ValuesUndefined);
    step.incomplete = index::IncompleteRows::Refuse;
    EXPECT_EQ(failureOf(step).code, ProblemCode::ValuesUndefined);
}

TEST(IndexStep, RefusesWhatContradictsItself) {
    IndexStep step = inverseStep();
    step.indicators[1].name = "i";
    EXPECT_THAT(refusals(step), ElementsAre(ProblemCode::OptionInvalid));
    step = inverseStep();
    step.subNames = {{"A", "nqp"}};
    EXPECT_THAT(refusals(step), ElementsAre(ProblemCode::OptionInvalid));
    step = inverseStep();
    step.indicators[0].expression = "inv +";
    EXPECT_THAT(refusals(step), ElementsAre(ProblemCode::SyntaxError));
    step = inverseStep();
    step.weights.clear();
    EXPECT_THAT(refusals(step), ElementsAre(ProblemCode::OptionMissing));
    step = inverseStep();
    step.shift = -0.1;
    EXPECT_THAT(refusals(step), ElementsAre(ProblemCode::OptionInvalid));
}

TEST(PredictStep, FittedAndResidualSumToTheOutcome) {
    const PredictStep step{.formula = "gdp ~ inv | province",
                           .fitted = "fit",
                           .residual = "rest",
                           .withinFitted = "within",
                           .effects = "fe",
                           .eachEffect = true};
    const StepOutcome outcome = outcomeOf(step);
    const Panel& panel = outcome.panel;
    const auto numbers = [&](const char* name) { return panel.find(name)->numbers(); };
    const auto gdp = numbers("gdp");
    double slope = missingValue;
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        if (isMissing(gdp[row])) {
            EXPECT_TRUE(isMissing(numbers("fit")[row]));
            continue;
        }
        EXPECT_NEAR(numbers("fit")[row] + numbers("rest")[row], gdp[row], 1e-9);
        EXPECT_NEAR(numbers("fe")[row], numbers("fe_province")[row], 1e-9);
        // Fitted without the effects and their mean is b (x - mean of x in the province).
        const double b = (numbers("fit")[row] - numbers("fe")[row]) / numbers("inv")[row];
        EXPECT_NEAR(b, isMissing(slope) ? b : slope, 1e-9);
        slope = b;
    }
    // Province P: inv 1, 3, 4 where gdp is observed.
    EXPECT_NEAR(numbers("within")[0], slope * (1.0 - 8.0 / 3.0), 1e-9);
    EXPECT_EQ(panel.find("fit")->unitOfMeasure(), "10^4 yuan");
    EXPECT_EQ(panel.find("fit")->origins().at(0),
              (Origin{.kind = OriginKind::Computed, .step = "s1"}));
    EXPECT_EQ(outcome.report.variables.size(), 5U);
}

TEST(PredictStep, RefusesWhatCannotBeEstimated) {
    EXPECT_THAT(refusals(PredictStep{.formula = "gdp ~ nosuch", .fitted = "fit"}),
                ElementsAre(ProblemCode::VariableUnknown));
    EXPECT_THAT(refusals(PredictStep{.formula = "gdp ~ (inv", .fitted = "fit"}),
                ElementsAre(ProblemCode::SyntaxError));
    EXPECT_THAT(refusals(PredictStep{.formula = "gdp ~ inv"}),
                ElementsAre(ProblemCode::OptionMissing));
    EXPECT_THAT(refusals(PredictStep{.formula = "gdp ~ inv", .fitted = "gas"}),
                ElementsAre(ProblemCode::VariableDuplicate));
    EXPECT_THAT(refusals(PredictStep{.formula = "gdp ~ inv", .withinFitted = "w"}),
                ElementsAre(ProblemCode::OptionInvalid));
    EXPECT_EQ(failureOf(PredictStep{.formula = "gdp ~ I(0*inv) | city", .fitted = "fit"}).code,
              ProblemCode::RegressorsAllDropped);
}

TEST(StandardCoalStep, AddsCarriersUp) {
    const std::vector<EnergyCarrier> carriers{
        {"gas", prepare::EnergyUnit::TenThousandCubicMetres, 1.33},
        {"inv", prepare::EnergyUnit::Tonne, 1.7143}};
    const Panel strict = outcomeOf(StandardCoalStep{.name = "e", .carriers = carriers}).panel;
    EXPECT_NEAR(strict.find("e")->numbers()[0], (1e4 * 1.33 + 1e3 * 1.7143) / 1e7, 1e-15);
    EXPECT_TRUE(strict.find("e")->isMissingAt(4));
    EXPECT_EQ(strict.find("e")->unitOfMeasure(), "10^4 tce");
    const Panel lenient = outcomeOf(StandardCoalStep{.name = "e",
                                                     .carriers = carriers,
                                                     .resultUnit = prepare::CoalUnit::Tonnes,
                                                     .missingAsZero = true})
                              .panel;
    EXPECT_NEAR(lenient.find("e")->numbers()[4], 2 * 1.7143, 1e-12);
    const StandardCoalStep bare{.name = "e", .carriers = {{.variable = carriers[0].variable}}};
    EXPECT_THAT(refusals(bare), ElementsAre(ProblemCode::OptionInvalid)); // no coefficient
}

TEST(UnknownStep, BlocksAndSaysWhich) {
    const UnknownStep step{"quantum_merge", "{}"};
    EXPECT_EQ(idOf(step), "quantum_merge");
    EXPECT_THAT(refusals(step), ElementsAre(ProblemCode::StepUnknown));
    EXPECT_EQ(step.check({})[0].expected, "");
    const UnknownStep known{.name = "winsorise", .json = "{\"variables\":3}"};
    EXPECT_EQ(known.check({})[0].expected, known.json); // its parameters, not the step, are unknown
    EXPECT_EQ(failureOf(step).found, "quantum_merge");
    EXPECT_FALSE(stepOfId("quantum_merge"));
}

} // namespace
} // namespace citypanel::recipe
