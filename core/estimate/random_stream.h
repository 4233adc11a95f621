// SPDX-License-Identifier: GPL-3.0-or-later
// RandomStream: random numbers of one replication, the same on every machine and thread count.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace citypanel {

/// xoshiro256** (Blackman and Vigna, 2018) whose state comes from splitmix64 of seed and number of
/// the replication: replication r draws the same numbers whichever thread runs it and whatever
/// other replications there are.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, std::uint64_t replication);

    /// 64 random bits.
    [[nodiscard]] std::uint64_t next();
    /// A whole number in [0, n), n > 0, without bias.
    [[nodiscard]] std::size_t below(std::size_t n);
    /// Puts the first `count` places in random order (Fisher-Yates): a sample without replacement.
    void shuffle(std::span<std::size_t> values, std::size_t count);

private:
    std::array<std::uint64_t, 4> state_{};
};

} // namespace citypanel
