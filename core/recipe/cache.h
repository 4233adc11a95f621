// SPDX-License-Identifier: GPL-3.0-or-later
// Cache: results of steps by the hash of their parameters and of the columns they read.
#pragma once

#include "core/base/hash.h"
#include "core/recipe/step_effect.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace citypanel::recipe {

/// What a step left behind, without the columns it did not touch.
struct CachedStep {
    std::vector<Variable> columns; ///< made or changed, in the order they came
    std::optional<Panel> panel;    ///< instead, for a step that selects rows
    StepReport report;
};

/// Least recently used entries go first, once the columns held exceed the capacity in bytes (the
/// latest entry stays). Thread-safe.
class Cache {
public:
    explicit Cache(std::size_t capacityBytes = std::size_t{512} << 20U)
        : capacity_(capacityBytes) {}

    /// The result stored under the key, now the most recently used.
    [[nodiscard]] std::optional<CachedStep> find(Hash key);
    void store(Hash key, CachedStep result);

    /// Steps that ran because their result was not here, since the cache was made.
    [[nodiscard]] std::size_t evaluationCount() const;

private:
    struct Entry {
        Hash key;
        CachedStep result;
        std::size_t bytes;
    };

    void dropOldest();

    mutable std::mutex mutex_;
    std::size_t capacity_;
    std::size_t bytes_ = 0;
    std::size_t stored_ = 0;
    std::list<Entry> entries_; ///< most recently used first
    std::unordered_map<Hash, std::list<Entry>::iterator> index_;
};

} // namespace citypanel::recipe
