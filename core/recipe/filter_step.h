// SPDX-License-Identifier: GPL-3.0-or-later
// FilterStep: rows dropped by condition, unit or period.
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

/// Keeps the rows for which the condition is true (neither false nor missing), whose period lies in
/// [from, to], and whose unit and period are not listed. Empty parts do not restrict.
struct FilterStep {
    static constexpr std::string_view id = "filter";

    ExpressionText condition{};
    std::vector<std::string> dropUnits{};
    std::vector<std::int64_t> dropPeriods{};
    std::optional<std::int64_t> from{};
    std::optional<std::int64_t> to{};

    static constexpr auto fields() {
        return FieldList{field("condition", &FilterStep::condition),
                         field("drop_units", &FilterStep::dropUnits),
                         field("drop_periods", &FilterStep::dropPeriods),
                         field("from", &FilterStep::from), field("to", &FilterStep::to)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const FilterStep&, const FilterStep&) = default;
};

} // namespace citypanel::recipe
