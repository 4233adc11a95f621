// SPDX-License-Identifier: GPL-3.0-or-later
// ReshapeStep: one column a period, or one row a unit-period.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/recipe/step_effect.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

enum class Shape : std::uint8_t {
    Wide, ///< a row a unit, a column a variable and period
    Long, ///< a row a unit and period
};

constexpr auto enumNames(Shape) {
    return std::array{EnumName<Shape>{Shape::Wide, "wide"}, EnumName<Shape>{Shape::Long, "long"}};
}

/// Wide: keeps the units and, of each variable, the columns "<variable><separator><period>"; the
/// result is a cross-section. Long: the reverse, for rows of units without periods; a column that
/// is lacking counts as missing. Cells keep their origins.
struct ReshapeStep {
    static constexpr std::string_view id = "reshape";

    Shape shape = Shape::Wide;
    std::vector<ColumnName> variables{}; ///< wide: columns; long: what stands before the period
    std::vector<std::int64_t> periods{};
    std::string separator = "_";
    ColumnName unit{};                 ///< long: the column of units
    NewColumnName periodName = "year"; ///< long: name of the column of periods

    static constexpr auto fields() {
        return FieldList{field("shape", &ReshapeStep::shape),
                         field("variables", &ReshapeStep::variables),
                         field("periods", &ReshapeStep::periods),
                         field("separator", &ReshapeStep::separator),
                         field("unit_column", &ReshapeStep::unit),
                         field("period_name", &ReshapeStep::periodName)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const ReshapeStep&, const ReshapeStep&) = default;
};

} // namespace citypanel::recipe
