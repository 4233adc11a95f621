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
#include <vector>

namespace citypanel::recipe {

/// One line of a table of depreciation rates: a group (a province; empty: every one) from one
/// period to another (empty: open).
struct DepreciationRate {
    std::string group{};
    std::optional<std::int64_t> from{};
    std::optional<std::int64_t> to{};
    double rate = 0.096;

    static constexpr auto fields() {
        return FieldList{field("group", &DepreciationRate::group),
                         field("from", &DepreciationRate::from), field("to", &DepreciationRate::to),
                         field("rate", &DepreciationRate::rate)};
    }

    friend bool operator==(const DepreciationRate&, const DepreciationRate&) = default;
};

/// Makes the stock of capital K_t = K_{t-1}(1 - d_t) + I_t within each unit, I_t being investment
/// deflated by a price index. d_t is the depreciation column, or the first line of the table that
/// fits the row, or the constant. The report holds the smallest, median and largest ratio of the
/// initial stock to the initial investment.
struct CapitalStockStep {
    static constexpr std::string_view id = "capital_stock";

    ColumnName investment{};
    NewColumnName name{};
    ColumnName priceIndex{}; ///< empty: investment is at constant prices already
    prepare::IndexBase indexBase = prepare::IndexBase::Previous;
    double depreciation = 0.096; ///< a period; used where no column and no line of the table is
    ColumnName depreciationColumn{};
    ColumnName depreciationGroup{}; ///< whose values the table names, e.g. the province
    std::vector<DepreciationRate> depreciationTable{};
    prepare::InitialStock initial = prepare::InitialStock::ShareOfInvestment;
    double initialShare = 0.10; ///< Zhang and others: K_0 = I_0 / share
    prepare::GrowthMeasure growth = prepare::GrowthMeasure::Geometric;
    std::int64_t growthPeriods = 0; ///< steps from the first period of the growth; 0 is all
    ColumnName output{};            ///< real output, for GrowthMeasure::Output
    ColumnName givenStock{};        ///< initial stock, for InitialStock::Given

    static constexpr auto fields() {
        return FieldList{field("investment", &CapitalStockStep::investment),
                         field("name", &CapitalStockStep::name),
                         field("price_index", &CapitalStockStep::priceIndex),
                         field("index_base", &CapitalStockStep::indexBase),
                         field("depreciation", &CapitalStockStep::depreciation),
                         field("depreciation_column", &CapitalStockStep::depreciationColumn),
                         field("depreciation_group", &CapitalStockStep::depreciationGroup),
                         field("depreciation_table", &CapitalStockStep::depreciationTable),
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
