// SPDX-License-Identifier: GPL-3.0-or-later
// Random unbalanced panels with fixed seeds, for properties that must hold on any data.
#pragma once

#include "core/panel/panel.h"

#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::testing {

/// Units 1..units over periods 1..periods, each unit-period present with the given share; columns
/// y, x1, x2, x3, z (instrument), g (group of units), w (weights 1..4), one.
inline Panel randomPanel(unsigned seed, int units = 25, int periods = 8, double share = 0.8) {
    std::mt19937 generator(seed);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    std::vector<std::vector<double>> columns(10);
    for (int unit = 1; unit <= units; ++unit) {
        const double level = 3.0 * normal(generator);
        const double slope = normal(generator);
        for (int period = 1; period <= periods; ++period) {
            if (uniform(generator) > share) {
                continue;
            }
            const double shock = normal(generator);
            const double z = normal(generator);
            const double x1 = level + normal(generator);
            const double x2 = 100.0 + 0.3 * period + normal(generator);
            const double x3 = z + 0.5 * shock + 0.2 * normal(generator);
            const double y =
                level + slope * period + 0.5 * x1 - 0.2 * x2 + 0.7 * x3 + (1.0 + x1 * x1) * shock;
            const std::vector<double> row{static_cast<double>(unit),
                                          static_cast<double>(period),
                                          y,
                                          x1,
                                          x2,
                                          x3,
                                          z,
                                          static_cast<double>(unit % 4),
                                          1.0 + std::floor(4.0 * uniform(generator)),
                                          1.0};
            for (std::size_t j = 0; j < row.size(); ++j) {
                columns[j].push_back(row[j]);
            }
        }
    }
    const std::vector<std::string> names{"unit", "period", "y", "x1", "x2",
                                         "x3",   "z",      "g", "w",  "one"};
    std::vector<Variable> variables;
    for (std::size_t j = 0; j < names.size(); ++j) {
        variables.push_back(Variable::numeric(names[j], std::move(columns[j])));
    }
    return *Panel::create({"unit", "period"}, std::move(variables));
}

} // namespace citypanel::testing
