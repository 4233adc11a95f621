// SPDX-License-Identifier: GPL-3.0-or-later
// CalculateStep: a column calculated from others by an expression.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/recipe/step_effect.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// Makes a column from an expression: a flag where the expression is a condition, else numeric. Its
/// unit of measure follows from those of the columns unless one is given; terms in different units
/// that are added or compared are warned of.
struct CalculateStep {
    static constexpr std::string_view id = "calculate";

    NewColumnName name{};
    ExpressionText expression{};
    std::string label{};
    std::string unitOfMeasure{};

    static constexpr auto fields() {
        return FieldList{field("name", &CalculateStep::name),
                         field("expression", &CalculateStep::expression),
                         field("label", &CalculateStep::label),
                         field("unit_of_measure", &CalculateStep::unitOfMeasure)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const CalculateStep&, const CalculateStep&) = default;
};

} // namespace citypanel::recipe
