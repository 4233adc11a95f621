// SPDX-License-Identifier: GPL-3.0-or-later
// CorrectStep: one cell replaced, with a reason.
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

/// Replaces the value of one variable in one unit-period (empty value: sets it missing). The reason
/// is required: cells are not edited silently.
struct CorrectStep {
    static constexpr std::string_view id = "correct";

    ColumnName variable{};
    std::string unit{};
    std::int64_t period = 0;
    std::optional<double> value{};
    std::string reason{};

    static constexpr auto fields() {
        return FieldList{field("variable", &CorrectStep::variable),
                         field("unit", &CorrectStep::unit), field("period", &CorrectStep::period),
                         field("value", &CorrectStep::value),
                         field("reason", &CorrectStep::reason)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const CorrectStep&, const CorrectStep&) = default;
};

} // namespace citypanel::recipe
