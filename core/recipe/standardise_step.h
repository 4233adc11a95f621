// SPDX-License-Identifier: GPL-3.0-or-later
// StandardiseStep: columns put on a common scale.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/prepare/standardise.h"
#include "core/recipe/step_effect.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// Adds a standardised column "<name><suffix>" for each variable; with an empty suffix the
/// variables themselves are replaced.
struct StandardiseStep {
    static constexpr std::string_view id = "standardise";

    std::vector<ColumnName> variables{};
    prepare::Scale scale = prepare::Scale::ZScore;
    prepare::Within within = prepare::Within::Pooled;
    std::string suffix = "_std";

    static constexpr auto fields() {
        return FieldList{field("variables", &StandardiseStep::variables),
                         field("scale", &StandardiseStep::scale),
                         field("within", &StandardiseStep::within),
                         field("suffix", &StandardiseStep::suffix)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const StandardiseStep&, const StandardiseStep&) = default;
};

} // namespace citypanel::recipe
