// SPDX-License-Identifier: GPL-3.0-or-later
// CoverageStep: units with too few values dropped.
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

/// Drops the units in which any of the variables (all numeric ones when none is named) has a value
/// in less than the given share of the panel's periods.
struct CoverageStep {
    static constexpr std::string_view id = "coverage";

    std::vector<ColumnName> variables{};
    double share = 0.5; ///< in (0, 1]

    static constexpr auto fields() {
        return FieldList{field("variables", &CoverageStep::variables),
                         field("share", &CoverageStep::share)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const CoverageStep&, const CoverageStep&) = default;
};

} // namespace citypanel::recipe
