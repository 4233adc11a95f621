// SPDX-License-Identifier: GPL-3.0-or-later
// Chaining forwards and backwards.
#include "core/prepare/chain_growth.h"

#include <cmath>

namespace citypanel::prepare {

namespace {

/// Level over the level of the period before; missing where it is not positive.
double factorOf(double growth, GrowthForm form) {
    double factor = missingValue;
    switch (form) {
    case GrowthForm::Percent:
        factor = 1 + growth / 100;
        break;
    case GrowthForm::PreviousIs100:
        factor = growth / 100;
        break;
    case GrowthForm::Share:
        factor = 1 + growth;
        break;
    case GrowthForm::Log:
        factor = std::exp(growth);
        break;
    }
    return factor > 0 ? factor : missingValue;
}

} // namespace

std::vector<double> chainedByGrowth(std::span<const double> levels, std::span<const double> growth,
                                    std::span<const Period> periods, GrowthForm form,
                                    bool backward) {
    std::vector<double> result(levels.begin(), levels.end());
    const auto follows = [&](std::size_t i) { return periods[i] == periods[i - 1] + 1; };
    for (std::size_t i = 1; i < result.size(); ++i) {
        if (isMissing(result[i]) && follows(i)) {
            result[i] = result[i - 1] * factorOf(growth[i], form);
        }
    }
    for (std::size_t i = backward ? result.size() : 0; i-- > 1;) {
        if (isMissing(result[i - 1]) && follows(i)) {
            result[i - 1] = result[i] / factorOf(growth[i], form);
        }
    }
    return result;
}

} // namespace citypanel::prepare
