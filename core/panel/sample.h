// SPDX-License-Identifier: GPL-3.0-or-later
// Sample: which rows of a panel an analysis uses, and why each other row is left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace citypanel {

enum class ExclusionReason : std::uint8_t {
    None,      ///< the row is in the sample
    Filter,    ///< left out by a condition
    Missing,   ///< a value of the model is missing
    Lag,       ///< a lag, lead or difference reaches outside the unit's periods
    Singleton, ///< alone in its level of an absorbed effect
    Weight,    ///< its weight is zero or missing
};

/// One reason a row; None means included.
class Sample {
public:
    Sample() = default;

    explicit Sample(std::size_t rows) : reasons_(rows, ExclusionReason::None) {}

    [[nodiscard]] std::size_t rowCount() const { return reasons_.size(); }

    [[nodiscard]] bool includes(std::size_t row) const {
        return reasons_[row] == ExclusionReason::None;
    }

    [[nodiscard]] ExclusionReason reason(std::size_t row) const { return reasons_[row]; }

    /// Rows with this reason; count(None) is the sample's size.
    [[nodiscard]] std::size_t count(ExclusionReason reason) const;

    [[nodiscard]] std::size_t size() const { return count(ExclusionReason::None); }

    /// The included rows, ascending.
    [[nodiscard]] std::vector<std::size_t> rows() const;

    /// Leaves a row out; the first reason given stays.
    void exclude(std::size_t row, ExclusionReason reason) {
        if (reasons_[row] == ExclusionReason::None) {
            reasons_[row] = reason;
        }
    }

    friend bool operator==(const Sample&, const Sample&) = default;

private:
    std::vector<ExclusionReason> reasons_;
};

} // namespace citypanel
