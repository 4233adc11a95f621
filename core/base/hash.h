// SPDX-License-Identifier: GPL-3.0-or-later
// Content hashes of values, columns and parameter structs, for caches (not for security).
#pragma once

#include "core/base/fields.h"
#include "core/base/tagged_text.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace citypanel {

/// 64 bits; two different contents share one with probability 2^-64.
using Hash = std::uint64_t;

/// Mixes one word into a hash; the order matters (finaliser of SplitMix64, Steele and others 2014).
[[nodiscard]] constexpr Hash hashCombine(Hash seed, std::uint64_t word) {
    std::uint64_t z = (seed ^ word) + 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

/// Bytes, eight at a time, with their number.
[[nodiscard]] Hash hashBytes(std::span<const std::byte> bytes, Hash seed = 0);

template <typename T>
requires std::is_trivially_copyable_v<T>

[[nodiscard]] Hash hashSpan(std::span<const T> values, Hash seed = 0) {
    return hashBytes(std::as_bytes(values), seed);
}

[[nodiscard]] inline Hash hashText(std::string_view text, Hash seed = 0) {
    return hashSpan(std::span<const char>(text), seed);
}

// One overload a kind of member that fields() may list. They call one another, so all are declared
// first.
template <HasFields T>
[[nodiscard]] Hash hashValue(const T& value, Hash seed = 0);
template <typename T>
[[nodiscard]] Hash hashValue(const std::vector<T>& values, Hash seed = 0);
template <typename T>
[[nodiscard]] Hash hashValue(const std::optional<T>& value, Hash seed = 0);
template <typename K, typename T>
[[nodiscard]] Hash hashValue(const std::map<K, T>& values, Hash seed = 0);

[[nodiscard]] inline Hash hashValue(const std::string& text, Hash seed = 0) {
    return hashText(text, seed);
}

template <TaggedTextType T>
[[nodiscard]] Hash hashValue(const T& value, Hash seed = 0) {
    return hashText(value.text, seed);
}

[[nodiscard]] inline Hash hashValue(double value, Hash seed = 0) {
    return hashCombine(seed, std::bit_cast<std::uint64_t>(value));
}

template <typename T>

requires(std::is_integral_v<T> || std::is_enum_v<T>) [[nodiscard]] Hash
    hashValue(T value, Hash seed = 0) {
    return hashCombine(seed, static_cast<std::uint64_t>(value));
}

template <typename T>
Hash hashValue(const std::vector<T>& values, Hash seed) {
    Hash hash = hashCombine(seed, values.size());
    for (const auto& value : values) {
        hash = hashValue(static_cast<const T&>(value), hash);
    }
    return hash;
}

template <typename T>
Hash hashValue(const std::optional<T>& value, Hash seed) {
    return value ? hashValue(*value, hashCombine(seed, 1)) : hashCombine(seed, 0);
}

template <typename K, typename T>
Hash hashValue(const std::map<K, T>& values, Hash seed) {
    Hash hash = hashCombine(seed, values.size());
    for (const auto& [key, value] : values) {
        hash = hashValue(value, hashValue(key, hash));
    }
    return hash;
}

template <HasFields T>
Hash hashValue(const T& value, Hash seed) {
    Hash hash = seed;
    visitFields(value, [&](std::string_view name, const auto& member) {
        hash = hashValue(member, hashText(name, hash));
    });
    return hash;
}

} // namespace citypanel
