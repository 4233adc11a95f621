// SPDX-License-Identifier: GPL-3.0-or-later
// A small panel and one example of every kind of step on it, for the tests that hold for all steps.
#pragma once

#include "core/recipe/recipe.h"
#include "tests/support/example_panel.h"

#include <memory>
#include <random>
#include <string>
#include <vector>

namespace citypanel::test {

/// A table by province and year, as read from another file; Q lacks 2014.
inline std::shared_ptr<const recipe::OtherTable> exampleTable() {
    const std::vector<std::string> region{"P", "P", "P", "P", "Q", "Q", "Q"};
    auto table = *Panel::crossSection(
        {Variable::text("region", region),
         Variable::numeric("year", {2011, 2012, 2013, 2014, 2011, 2012, 2013}),
         Variable::numeric("rain", {1, 2, 3, 4, 5, 6, 7}).withUnitOfMeasure("mm")});
    return std::make_shared<const recipe::OtherTable>(recipe::OtherTable{std::move(table), 7});
}

/// One valid step of each kind, in the order of the variant.
inline std::vector<recipe::Step> exampleSteps() {
    using namespace recipe;
    return {
        FilterStep{.condition = "inv > 1", .dropUnits = {"C"}, .dropPeriods = {2012}, .to = 2014},
        CoverageStep{.variables = {"gdp"}, .share = 0.75},
        InterpolateStep{.variables = {"gdp", "gas"}, .ends = prepare::EndRule::Nearest},
        WinsoriseStep{.variables = {"gdp"}, .lower = 10, .upper = 90},
        CalculateStep{.name = "lngdp", .expression = "ln(gdp / inv)", .label = "Log"},
        RenameStep{.variable = "gdp", .name = "output", .unitOfMeasure = "yuan"},
        DropStep{.variables = {"gas"}},
        StandardiseStep{.variables = {"gdp", "inv"}, .within = prepare::Within::Period},
        QuantileGroupStep{.variable = "gdp", .name = "size"},
        ValueGroupStep{.variable = "gdp", .name = "class", .limits = {8, 100}},
        ListGroupStep{.variable = "province",
                      .name = "region",
                      .lists = {{"east", {"P"}}, {"west", {"Q", "R"}}}},
        CrossingStep{.first = "province", .second = "pilot0", .name = "type"},
        PilotStep{.name = "lowcarbon", .starts = {{"A", 2012}, {"B", 2014}}},
        CorrectStep{.variable = "gdp",
                    .unit = "A",
                    .period = 2012,
                    .value = 20.5,
                    .reason = "misprint, see yearbook 2014"},
        ChainGrowthStep{.level = "gdp", .growth = "inv", .name = "chained", .backward = true},
        CapitalStockStep{.investment = "inv", .name = "capital", .priceIndex = "price"},
        DeflateStep{.variables = {"gdp"}, .priceIndex = "price", .basePeriod = 2011},
        StandardCoalStep{.name = "energy",
                         .carriers = {{"gas", prepare::EnergyUnit::TenThousandCubicMetres, 1.33}}},
        MergeStep{.source = "rain.csv",
                  .on = {"province", "year"},
                  .tableKeys = {"region", "year"},
                  .suffix = "_p",
                  .table = exampleTable()},
        ReshapeStep{.variables = {"gdp", "inv"}, .periods = {2011, 2014}},
        EfficiencyStep{.inputs = {"inv", "gas"},
                       .good = {"gdp"},
                       .bad = {"price"},
                       .name = "score",
                       .super = frontier::SuperEfficiency::Efficient,
                       .slacks = true},
        IndexStep{.indicators = {{.name = "invest", .expression = "inv / price", .dimension = "A"},
                                 {.name = "fuel",
                                  .expression = "gas",
                                  .direction = index::Direction::Negative,
                                  .dimension = "B"}},
                  .name = "nqp",
                  .components = {index::WeightMethod::Entropy, index::WeightMethod::Critic},
                  .judgements = {{"", {3}}},
                  .weights = {{"invest", 0.6}, {"fuel", 0.4}},
                  .subNames = {{"A", "nql"}}},
        PredictStep{.formula = "gdp ~ inv | province",
                    .fitted = "gdp_hat",
                    .residual = "gdp_rest",
                    .withinFitted = "gdp_within",
                    .effects = "gdp_effects",
                    .eachEffect = true},
    };
}

/// A recipe of up to ten steps, valid or not, the same for the same seed.
inline recipe::Recipe randomRecipe(std::mt19937_64& random) {
    const std::vector<recipe::Step> steps = exampleSteps();
    std::uniform_int_distribution<std::size_t> any(0, steps.size() - 1);
    std::uniform_int_distribution<int> length(0, 10);
    recipe::Recipe recipe;
    for (int i = length(random); i > 0; --i) {
        recipe = recipe::withStep(std::move(recipe), steps[any(random)]);
        recipe.steps.back().enabled = random() % 4 != 0;
    }
    return recipe;
}

} // namespace citypanel::test
