// SPDX-License-Identifier: GPL-3.0-or-later
// Ready-made recipes that fit the columns they meet.
#pragma once

#include "core/recipe/recipe.h"

#include <array>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

enum class Template : std::uint8_t {
    CityYearbook, ///< thin units out, gaps filled, tails limited
    Paper,        ///< the same and capital, standard coal, logarithms where the columns are known
};

constexpr auto enumNames(Template) {
    return std::array{EnumName<Template>{Template::CityYearbook, "city_yearbook"},
                      EnumName<Template>{Template::Paper, "paper"}};
}

/// Continuous variables, the ones interpolation and winsorising are meant for: numeric, no key, no
/// flag, with some value other than 0 and 1.
[[nodiscard]] std::vector<ColumnName> continuousVariables(const Panel& panel);

/// The carriers of energy that are recognised in this panel, in their units of measure and with
/// their coefficients; none where none is.
[[nodiscard]] StandardCoalStep coalStepOf(const Panel& panel);

/// The steps of the template for this panel: columns are recognised by their usual names and labels
/// in English and Chinese, and their units of measure; a step whose columns are lacking is left
/// out.
[[nodiscard]] std::vector<Step> stepsOf(Template chosen, const Panel& panel);

} // namespace citypanel::recipe
