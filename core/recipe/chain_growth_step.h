// SPDX-License-Identifier: GPL-3.0-or-later
// ChainGrowthStep: a series of levels continued by growth rates.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/prepare/chain_growth.h"
#include "core/recipe/step_effect.h"

#include <string>
#include <string_view>

namespace citypanel::recipe {

/// Makes a series that is the level where it is known and continues it by growth rates after that,
/// within each unit: investment in fixed assets, of which yearbooks give growth alone since 2018.
struct ChainGrowthStep {
    static constexpr std::string_view id = "chain_growth";

    ColumnName level{};
    ColumnName growth{};
    NewColumnName name{};
    prepare::GrowthForm form = prepare::GrowthForm::Percent;
    bool backward = false; ///< before the first level too

    static constexpr auto fields() {
        return FieldList{
            field("level", &ChainGrowthStep::level), field("growth_rate", &ChainGrowthStep::growth),
            field("name", &ChainGrowthStep::name), field("growth_form", &ChainGrowthStep::form),
            field("backward", &ChainGrowthStep::backward)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const ChainGrowthStep&, const ChainGrowthStep&) = default;
};

} // namespace citypanel::recipe
