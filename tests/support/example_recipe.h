// SPDX-License-Identifier: GPL-3.0-or-later
// A small panel and one example of every kind of step on it, for the tests that hold for all steps.
#pragma once

#include "core/recipe/recipe.h"

#include <random>
#include <string>
#include <vector>

namespace citypanel::test {

inline constexpr double na = missingValue;

/// Three cities, 2011 to 2014, with a gap, an extreme value and a province; city C lacks 2013.
inline Panel examplePanel() {
    const std::vector<std::string> city{"A", "A", "A", "A", "B", "B", "B", "B", "C", "C", "C"};
    const std::vector<std::string> province{"P", "P", "P", "P", "Q", "Q", "Q", "Q", "Q", "Q", "Q"};
    return *Panel::create(
        {"city", "year"},
        {Variable::text("city", city),
         Variable::numeric("year",
                           {2011, 2012, 2013, 2014, 2011, 2012, 2013, 2014, 2011, 2012, 2014}),
         Variable::text("province", province),
         Variable::numeric("gdp", {10, na, 30, 40, 5, 6, na, 8, 100, 200, 900})
             .withLabel("Output")
             .withUnitOfMeasure("10^4 yuan"),
         Variable::numeric("inv", {1, 2, 3, 4, 2, 3, 4, 5, 9, 9, 9}),
         Variable::numeric("price", {100, 110, 120, 100, 100, 105, 110, 100, 100, 101, 102}),
         Variable::numeric("gas", {1, 2, 3, 4, na, 6, 7, 8, 9, 10, 11}),
         Variable::flag("pilot0", {0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1})});
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
        CapitalStockStep{.investment = "inv", .name = "capital", .priceIndex = "price"},
        DeflateStep{.variables = {"gdp"}, .priceIndex = "price", .basePeriod = 2011},
        StandardCoalStep{.name = "energy",
                         .carriers = {{"gas", prepare::EnergyUnit::TenThousandCubicMetres, 1.33}}},
        EfficiencyStep{.inputs = {"inv", "gas"},
                       .good = {"gdp"},
                       .bad = {"price"},
                       .name = "score",
                       .super = frontier::SuperEfficiency::Efficient,
                       .slacks = true},
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
