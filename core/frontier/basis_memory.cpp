// SPDX-License-Identifier: GPL-3.0-or-later
// Nearest remembered basis first.
#include "core/frontier/basis_memory.h"

#include <algorithm>
#include <limits>

namespace citypanel::frontier {

namespace {

constexpr double taken = std::numeric_limits<double>::infinity();

} // namespace

bool BasisMemory::add(RowIndex unit, const LinearBasis& basis) {
    const bool isKnown = std::any_of(entries_.begin(), entries_.end(),
                                     [&](const Entry& entry) { return entry.basis == basis; });
    if (isKnown) {
        return false;
    }
    if (entries_.size() < capacity) {
        entries_.push_back({basis, unit});
    } else {
        entries_[oldest_] = {basis, unit};
        oldest_ = (oldest_ + 1) % capacity;
    }
    return true;
}

void BasisMemory::clear() {
    entries_.clear();
    oldest_ = 0;
}

void BasisMemory::measure(const FrontierData& data, RowIndex unit, bool usesSize) {
    distances_.resize(entries_.size());
    const double* own = data.profile(static_cast<std::size_t>(unit));
    const std::size_t d = data.dimensions();
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const double* other = data.profile(static_cast<std::size_t>(entries_[i].unit));
        double sum = 0.0;
        double squares = 0.0;
        for (std::size_t k = 0; k < d; ++k) {
            const double difference = own[k] - other[k];
            sum += difference;
            squares += difference * difference;
        }
        distances_[i] = usesSize ? squares : squares - sum * sum / static_cast<double>(d);
    }
}

const LinearBasis* BasisMemory::next() {
    const auto nearest = std::min_element(distances_.begin(), distances_.end());
    if (nearest == distances_.end() || *nearest == taken) {
        return nullptr;
    }
    *nearest = taken;
    return &entries_[static_cast<std::size_t>(nearest - distances_.begin())].basis;
}

} // namespace citypanel::frontier
