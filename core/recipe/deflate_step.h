// SPDX-License-Identifier: GPL-3.0-or-later
// DeflateStep: values at the prices of a base period.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/prepare/deflate.h"
#include "core/recipe/step_effect.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// Adds "<name><suffix>" at the prices of the base period for each variable, with a price index of
/// each row's unit or province; an empty suffix replaces the variables.
struct DeflateStep {
    static constexpr std::string_view id = "deflate";

    std::vector<ColumnName> variables{};
    ColumnName priceIndex{};
    prepare::IndexBase indexBase = prepare::IndexBase::Previous;
    std::int64_t basePeriod = 0;
    std::string suffix = "_real";

    static constexpr auto fields() {
        return FieldList{field("variables", &DeflateStep::variables),
                         field("price_index", &DeflateStep::priceIndex),
                         field("index_base", &DeflateStep::indexBase),
                         field("base_period", &DeflateStep::basePeriod),
                         field("suffix", &DeflateStep::suffix)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const DeflateStep&, const DeflateStep&) = default;
};

} // namespace citypanel::recipe
