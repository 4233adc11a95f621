// SPDX-License-Identifier: GPL-3.0-or-later
// Explanation of one cell of a regression table: the formula with the numbers in, the sample, where
// each input came from, and the command that gives the same number elsewhere.
#pragma once

#include "core/estimate/fit.h"
#include "core/panel/panel.h"
#include "core/recipe/recipe.h"
#include "core/study/regression_study.h"
#include "core/text/language.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::text {

/// One part under a heading. Formulas and commands are set in a fixed-width font.
struct ExplanationPart {
    enum class Kind : std::uint8_t { Formula, Text, Command };

    std::string heading{};
    Kind kind = Kind::Text;
    std::vector<std::string> lines{};
};

/// What a cell belongs to.
struct ExplainedCell {
    std::string_view rowKey; ///< as in study::Row::key: "term:gdp", "nobs", "within_r_squared"
    const study::RegressionColumn& column;
    const Fit& fit;
};

/// The parts in the order they are read: value, standard error, diagnostics of the model (variance
/// inflation while the model is small enough to be estimated again at once; tests of instruments),
/// sample, fixed effects, inputs, commands. A row
/// without a formula of its own has no first part. recipe: names the steps that made inputs.
[[nodiscard]] std::vector<ExplanationPart> explainCell(const ExplainedCell& cell,
                                                       const Panel& panel,
                                                       const recipe::Recipe& recipe,
                                                       Language language);

} // namespace citypanel::text
