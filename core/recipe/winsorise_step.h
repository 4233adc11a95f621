// SPDX-License-Identifier: GPL-3.0-or-later
// WinsoriseStep: extreme values clipped or set missing.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/prepare/winsorise.h"
#include "core/recipe/step_effect.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// Clips (or sets missing) the values of numeric variables outside their own quantiles. The default
/// is Stata's winsor2 with cuts(1 99).
struct WinsoriseStep {
    static constexpr std::string_view id = "winsorise";

    std::vector<ColumnName> variables{};
    double lower = 1;  ///< per cent
    double upper = 99; ///< per cent
    prepare::Sides sides = prepare::Sides::Both;
    prepare::TailTreatment treatment = prepare::TailTreatment::Clip;
    prepare::Within within = prepare::Within::Pooled;
    prepare::QuantileRule quantile = prepare::QuantileRule::Pctile;

    static constexpr auto fields() {
        return FieldList{
            field("variables", &WinsoriseStep::variables), field("lower", &WinsoriseStep::lower),
            field("upper", &WinsoriseStep::upper),         field("sides", &WinsoriseStep::sides),
            field("treatment", &WinsoriseStep::treatment), field("within", &WinsoriseStep::within),
            field("quantile", &WinsoriseStep::quantile)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const WinsoriseStep&, const WinsoriseStep&) = default;
};

} // namespace citypanel::recipe
