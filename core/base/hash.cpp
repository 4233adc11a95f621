// SPDX-License-Identifier: GPL-3.0-or-later
// Hashing of bytes.
#include "core/base/hash.h"

namespace citypanel {

Hash hashBytes(std::span<const std::byte> bytes, Hash seed) {
    Hash hash = hashCombine(seed, bytes.size());
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof(word));
        hash = hashCombine(hash, word);
    }
    if (at < bytes.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, bytes.size() - at);
        hash = hashCombine(hash, word);
    }
    return hash;
}

} // namespace citypanel
