// SPDX-License-Identifier: GPL-3.0-or-later
// The least-recently-used list of step results.
#include "core/recipe/cache.h"

#include <utility>

namespace citypanel::recipe {

namespace {

std::size_t bytesOf(const Variable& variable) {
    return variable.numbers().size_bytes() + variable.codes().size_bytes();
}

std::size_t bytesOf(const CachedStep& step) {
    std::size_t bytes = sizeof(CachedStep);
    for (const Variable& column : step.columns) {
        bytes += bytesOf(column);
    }
    if (step.panel) {
        for (const Variable& column : step.panel->columns()) {
            bytes += bytesOf(column);
        }
    }
    return bytes;
}

} // namespace

std::optional<CachedStep> Cache::find(Hash key) {
    const std::lock_guard lock(mutex_);
    const auto found = index_.find(key);
    if (found == index_.end()) {
        return std::nullopt;
    }
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->result;
}

void Cache::store(Hash key, CachedStep result) {
    const std::size_t bytes = bytesOf(result);
    const std::lock_guard lock(mutex_);
    ++stored_;
    if (index_.contains(key)) {
        return;
    }
    entries_.push_front(Entry{key, std::move(result), bytes});
    index_[key] = entries_.begin();
    bytes_ += bytes;
    while (bytes_ > capacity_ && entries_.size() > 1) {
        dropOldest();
    }
}

void Cache::dropOldest() {
    bytes_ -= entries_.back().bytes;
    index_.erase(entries_.back().key);
    entries_.pop_back();
}

std::size_t Cache::evaluationCount() const {
    const std::lock_guard lock(mutex_);
    return stored_;
}

} // namespace citypanel::recipe
