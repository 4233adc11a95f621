// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers with a state for each replication.
#include "core/estimate/random_stream.h"

#include <utility>

namespace citypanel {

namespace {

std::uint64_t splitMix(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

constexpr std::uint64_t rotated(std::uint64_t x, unsigned by) {
    return (x << by) | (x >> (64U - by));
}

} // namespace

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t replication) {
    std::uint64_t mixed = seed;
    std::uint64_t start = splitMix(mixed) ^ (replication * 0xd1342543de82ef95U);
    for (std::uint64_t& word : state_) {
        word = splitMix(start);
    }
}

std::uint64_t RandomStream::next() {
    const std::uint64_t result = rotated(state_[1] * 5U, 7U) * 9U;
    const std::uint64_t shifted = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = rotated(state_[3], 45U);
    return result;
}

std::size_t RandomStream::below(std::size_t n) {
    // 2^64 mod n values are refused, so that every remainder is equally likely.
    const std::uint64_t size = n;
    const std::uint64_t refused = (0U - size) % size;
    std::uint64_t bits = next();
    while (bits < refused) {
        bits = next();
    }
    return static_cast<std::size_t>(bits % size);
}

void RandomStream::shuffle(std::span<std::size_t> values, std::size_t count) {
    for (std::size_t i = 0; i < count && i + 1 < values.size(); ++i) {
        std::swap(values[i], values[i + below(values.size() - i)]);
    }
}

} // namespace citypanel
