// SPDX-License-Identifier: GPL-3.0-or-later
// FrontierData: the usable rows of a panel as a matrix scaled for programs, and reference sets.
#pragma once

#include "core/base/result.h"
#include "core/frontier/efficiency_model.h"
#include "core/panel/panel.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace citypanel::frontier {

/// Index of a usable row, 0 .. size()-1, in panel order.
using RowIndex = std::int32_t;

/// d variables (inputs, desirable, undesirable outputs) of n usable rows, and as last dimension the
/// 1 of the convexity constraint. Every row is divided by its own size, so that large and small
/// units alike have entries near 1; programs divide once more by the evaluated unit's entries,
/// which makes them independent of units of measure.
struct FrontierData {
    std::size_t inputs = 0;
    std::size_t good = 0;
    std::size_t bad = 0;
    std::vector<std::size_t> rows{};  ///< row of the panel, ascending
    std::vector<double> raw{};        ///< d x n, a variable after the other
    std::vector<double> scaled{};     ///< (d + 1) x n: raw divided by the row's size; 1 / size last
    std::vector<double> rowSize{};    ///< n
    std::vector<double> typical{};    ///< d: a positive magnitude of the scaled variable
    std::vector<double> best{};       ///< d: least input or bad, largest good, over all rows
    std::vector<double> logarithms{}; ///< n x (d + 1), a row after the other: log of size in means
    Problems warnings{};

    [[nodiscard]] std::size_t size() const { return rows.size(); }

    [[nodiscard]] std::size_t dimensions() const { return inputs + good + bad; }

    [[nodiscard]] double rawAt(std::size_t dimension, std::size_t row) const {
        return raw[dimension * size() + row];
    }

    [[nodiscard]] double scaledAt(std::size_t dimension, std::size_t row) const {
        return scaled[dimension * size() + row];
    }

    /// d + 1 logarithms of a row's values in units of the variables' means (the last is 0), for
    /// telling like rows.
    [[nodiscard]] const double* profile(std::size_t row) const {
        return logarithms.data() + row * (dimensions() + 1);
    }

    [[nodiscard]] bool isGood(std::size_t dimension) const {
        return dimension >= inputs && dimension < inputs + good;
    }

    [[nodiscard]] bool isBad(std::size_t dimension) const { return dimension >= inputs + good; }
};

/// Reads and checks the variables. Problems as efficiency().
[[nodiscard]] Result<FrontierData> readFrontierData(const Panel& panel,
                                                    const EfficiencyModel& model);

/// Rows that span a frontier, and rows that are measured against it.
struct ReferenceSet {
    std::vector<RowIndex> members{};
    std::vector<RowIndex> evaluated{};
    Period firstPeriod = 0; ///< of a window
};

/// The reference sets of a model over the usable rows. Problems: VariableUnknown (group),
/// OptionInvalid (a window longer than the panel, period sets without periods).
[[nodiscard]] Result<std::vector<ReferenceSet>>
referenceSets(const Panel& panel, const FrontierData& data, const EfficiencyModel& model);

} // namespace citypanel::frontier
