// SPDX-License-Identifier: GPL-3.0-or-later
// Grouping: groups of rows as 32-bit codes without labels, for effects, clusters and periods.
#pragma once

#include "core/base/result.h"
#include "core/panel/panel.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace citypanel {

/// One code a row, 0 .. levels-1 (missingCode where a value is missing), levels in the order of
/// Factor: ascending numbers, text in its column's order, interactions by the first part.
struct Grouping {
    std::string name{};
    std::vector<std::int32_t> codes{};
    std::size_t levels = 0;
};

/// The grouping of all rows of a panel by one variable or by the combinations of several.
/// Problem: VariableUnknown.
[[nodiscard]] Result<Grouping> groupingOf(const Panel& panel,
                                          const std::vector<std::string>& variables);

/// From a name such as "city" or "province^year" (a column so named goes first).
[[nodiscard]] Result<Grouping> groupingOf(const Panel& panel, std::string_view name);

/// The rows given, renumbered so that every level occurs.
[[nodiscard]] Grouping restricted(const Grouping& grouping, std::span<const std::size_t> rows);

/// The combinations that occur.
[[nodiscard]] Grouping crossed(const Grouping& a, const Grouping& b);

/// True when every level of `inner` lies in one level of `outer`.
[[nodiscard]] bool isNested(const Grouping& inner, const Grouping& outer);

/// One level of b in each connected component of the bipartite graph of a's and b's levels whose
/// edges are the rows: the levels of b that are redundant beside a.
[[nodiscard]] std::vector<std::size_t> levelOfEachComponent(const Grouping& a, const Grouping& b);

/// Connected components of that graph.
[[nodiscard]] std::size_t connectedComponents(const Grouping& a, const Grouping& b);

/// Marks rows that are alone in a level of some grouping, repeatedly until none is left (linear
/// time). keep holds the rows still in; the result is the number taken out.
std::size_t dropSingletons(std::span<const Grouping> groupings, std::vector<bool>& keep);

} // namespace citypanel
