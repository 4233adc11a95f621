// SPDX-License-Identifier: GPL-3.0-or-later
// Factor: a grouping of rows by the levels of a column, or of several columns at once.
#pragma once

#include "core/base/result.h"
#include "core/panel/panel.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel {

/// n codes 0 .. levelCount()-1 (missingCode where a value is missing) and a label a level.
/// Levels of a text or category column keep its order (unused ones are dropped); those of a
/// numeric column ascend; those of an interaction are ordered by the first factor's level, then the
/// second's.
struct Factor {
    std::string name;
    std::vector<std::int32_t> codes;
    std::vector<std::string> levels;

    [[nodiscard]] std::size_t levelCount() const { return levels.size(); }

    friend bool operator==(const Factor&, const Factor&) = default;
};

/// The grouping by one column. Problem: VariableUnknown.
[[nodiscard]] Result<Factor> factorOf(const Panel& panel, std::string_view variable);

/// The grouping by a column's values.
[[nodiscard]] Factor factorOf(const Variable& variable);

/// The grouping by the combinations that occur, named "a^b", labels joined by " x ".
[[nodiscard]] Factor interact(const Factor& first, const Factor& second);

/// The rows given, with levels that no longer occur dropped and codes renumbered.
[[nodiscard]] Factor subset(const Factor& factor, std::span<const std::size_t> rows);

} // namespace citypanel
