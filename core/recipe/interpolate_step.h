// SPDX-License-Identifier: GPL-3.0-or-later
// InterpolateStep: gaps filled over time within each unit.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/prepare/interpolate.h"
#include "core/recipe/step_effect.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// Fills missing values of numeric variables within each unit over its periods; never across units.
struct InterpolateStep {
    static constexpr std::string_view id = "interpolate";

    std::vector<ColumnName> variables{};
    prepare::GapMethod method = prepare::GapMethod::Linear;
    prepare::EndRule ends = prepare::EndRule::Missing;
    std::int64_t maxGap = 0; ///< longest run of missing periods that is filled; 0 is no limit

    static constexpr auto fields() {
        return FieldList{field("variables", &InterpolateStep::variables),
                         field("method", &InterpolateStep::method),
                         field("ends", &InterpolateStep::ends),
                         field("max_gap", &InterpolateStep::maxGap)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const InterpolateStep&, const InterpolateStep&) = default;
};

} // namespace citypanel::recipe
