// SPDX-License-Identifier: GPL-3.0-or-later
// BasisMemory: bases that were optimal for other units, to be tried for a unit that is like one.
#pragma once

#include "core/frontier/frontier_data.h"
#include "core/frontier/linear_program.h"

#include <cstddef>
#include <vector>

namespace citypanel::frontier {

/// Distinct optimal bases, each with the unit it was found for; the oldest give way. Units of like
/// proportions mostly share their peers, so that the basis of the nearest one is the best guess.
class BasisMemory {
public:
    struct Entry {
        LinearBasis basis{};
        RowIndex unit = 0;
    };

    /// How many bases are kept.
    static constexpr std::size_t capacity = 32;

    /// Keeps a basis; false when it is known.
    bool add(RowIndex unit, const LinearBasis& basis);

    void clear();

    /// Measures the distance of a unit to every remembered one: sum of squared differences of the
    /// logarithms of their values. Without `usesSize` the differences are taken from their mean:
    /// under constant returns the proportions alone matter.
    void measure(const FrontierData& data, RowIndex unit, bool usesSize);

    /// The nearest basis that was not returned since measure(); null when there is none.
    [[nodiscard]] const LinearBasis* next();

private:
    std::vector<Entry> entries_;
    std::size_t oldest_ = 0; ///< position of the entry that gives way next, once all are taken
    std::vector<double> distances_;
};

} // namespace citypanel::frontier
