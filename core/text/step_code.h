// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of the recipe as commands of Stata and R, which give the same numbers there.
#pragma once

#include "core/panel/expression.h"
#include "core/recipe/step.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace citypanel::text {

enum class CodeLanguage : std::uint8_t { Stata, R };

constexpr auto enumNames(CodeLanguage) {
    return std::array{EnumName<CodeLanguage>{CodeLanguage::Stata, "stata"},
                      EnumName<CodeLanguage>{CodeLanguage::R, "r"}};
}

/// The step as commands on the data before it, without a newline at the end. `before` holds the
/// columns and keys the step finds. In Stata the commands work on the data in memory, in R on the
/// data frame `panel`; both rest on stepCodePreamble. A merged table is read from
/// otherTableFile(step). Nothing for a step of a newer version, and for indices, efficiency scores
/// and predictions: whoever writes a script goes on from the data after such a step.
[[nodiscard]] std::optional<std::string>
stepCode(const recipe::Step& step, const recipe::Columns& before, CodeLanguage language);

/// What the code of the steps rests on, once at the start, after the data were read: helpers named
/// cp_..., and in Stata the declaration of the panel by its keys. Missing values are expected as
/// numbers that are missing (NA) and texts that are empty (Stata) or NA (R).
[[nodiscard]] std::string stepCodePreamble(const PanelKeys& keys, CodeLanguage language);

/// Name of the csv file that the code of a merge step reads: "<source>.csv", or
/// "<source>_<sheet>.csv", without the source's own ending.
[[nodiscard]] std::string otherTableFile(const recipe::MergeStep& step);

/// A column's name as the program takes it: quoted in R where it is no plain name; in Stata with
/// other characters replaced by _, cut at 32.
[[nodiscard]] std::string codeName(std::string_view column, CodeLanguage language);

} // namespace citypanel::text
