// SPDX-License-Identifier: GPL-3.0-or-later
// CapitalStockStep: capital by perpetual inventory.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/prepare/capital_stock.h"
#include "core/recipe/step_effect.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace citypanel::recipe {

/// Makes the stock of capital K_t = K_{t-1}(1 - d_t) + I_t within each unit, I_t being investment
/// deflated by a price index.
struct CapitalStockStep {
    static constexpr std::string_view id = "capital_stock";

    ColumnName investment{};
    NewColumnName name{};
    ColumnName priceIndex{}; ///< empty: investment is at constant prices already
    prepare::IndexBase indexBase = prepare::IndexBase::Previous;
    double depreciation = 0.096; ///< a period; used where depreciationColumn is empty
    ColumnName depreciationColumn{};
    prepare::InitialStock initial = prepare::InitialStock::ShareOfInvestment;
    double initialShare = 0.10; ///< Zhang and others: K_0 = I_0 / share
    prepare::GrowthMeasure growth = prepare::GrowthMeasure::Geometric;
    std::int64_t growthPeriods = 0; ///< steps from the first period of the growth; 0 is all
    ColumnName output{};            ///< real output, for GrowthMeasure::Output
    ColumnName givenStock{};        ///< initial stock, for InitialStock::Given

    static constexpr auto fields() {
        return std::tuple{field("investment", &CapitalStockStep::investment),
                          field("name", &CapitalStockStep::name),
                          field("price_index", &CapitalStockStep::priceIndex),
                          field("index_base", &CapitalStockStep::indexBase),
                          field("depreciation", &CapitalStockStep::depreciation),
                          field("depreciation_column", &CapitalStockStep::depreciationColumn),
                          field("initial", &CapitalStockStep::initial),
                          field("initial_share", &CapitalStockStep::initialShare),
                          field("growth", &CapitalStockStep::growth),
                          field("growth_periods", &CapitalStockStep::growthPeriods),
                          field("output", &CapitalStockStep::output),
                          field("given_stock", &CapitalStockStep::givenStock)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const CapitalStockStep&, const CapitalStockStep&) = default;
};

} // namespace citypanel::recipe
