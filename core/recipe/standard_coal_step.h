// SPDX-License-Identifier: GPL-3.0-or-later
// StandardCoalStep: carriers of energy added up in tonnes of coal equivalent.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/prepare/standard_coal.h"
#include "core/recipe/step_effect.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// One carrier: the column that holds its quantity, the unit that column is in, and its coefficient
/// (GB/T 2589-2020 unless edited) in kgce per base unit (m3, kg, kWh, MJ).
struct EnergyCarrier {
    ColumnName variable{};
    prepare::EnergyUnit unit = prepare::EnergyUnit::Kilogram;
    double coefficient = 0; ///< none given: refused

    static constexpr auto fields() {
        return FieldList{field("variable", &EnergyCarrier::variable),
                         field("unit", &EnergyCarrier::unit),
                         field("coefficient", &EnergyCarrier::coefficient)};
    }

    friend bool operator==(const EnergyCarrier&, const EnergyCarrier&) = default;
};

/// Makes the sum of the carriers in tonnes of coal equivalent or 10^4 tonnes; missing where any
/// carrier is missing unless missingAsZero.
struct StandardCoalStep {
    static constexpr std::string_view id = "standard_coal";

    NewColumnName name{};
    std::vector<EnergyCarrier> carriers{};
    prepare::CoalUnit resultUnit = prepare::CoalUnit::TenThousandTonnes;
    bool missingAsZero = false;

    static constexpr auto fields() {
        return FieldList{field("name", &StandardCoalStep::name),
                         field("carriers", &StandardCoalStep::carriers),
                         field("result_unit", &StandardCoalStep::resultUnit),
                         field("missing_as_zero", &StandardCoalStep::missingAsZero)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const StandardCoalStep&, const StandardCoalStep&) = default;
};

} // namespace citypanel::recipe
