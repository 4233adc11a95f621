// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnRoute: what the later steps of a recipe make of one column, without running the recipe.
#pragma once

#include "core/recipe/evaluation.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace citypanel::recipe {

/// New values of a column taken through the later steps of an evaluated recipe: rows selected by
/// other columns are left out, steps that change the column (winsorising, ...) run on it alone.
class ColumnRoute {
public:
    /// From step `key`, which makes the column, to the result of the evaluation. Problems:
    /// StepBlocked (no such step, or it did not run; a later step failed); ConventionUnsupported
    /// (later steps select rows by the column or remove it).
    [[nodiscard]] static Result<ColumnRoute> of(const Recipe& recipe, const Evaluation& evaluation,
                                                const std::string& key, const std::string& column);

    /// Values for the rows after the step, to values for the rows of the result.
    [[nodiscard]] Result<std::vector<double>> take(std::vector<double> values) const;

    /// The later steps do nothing to the column but select rows.
    [[nodiscard]] bool selectsOnly() const;

    /// The column's name in the result.
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    struct Leg {
        std::vector<std::size_t> rows{}; ///< those that stay; where the leg selects rows
        Step step{};                     ///< else what changes the column ...
        Panel panel{};                   ///< ... on these columns
        std::string column{};
    };

    std::vector<Leg> legs_;
    std::string name_;
};

} // namespace citypanel::recipe
