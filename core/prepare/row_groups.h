// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of rows within which a transformation works.
#pragma once

#include "core/panel/panel.h"
#include "core/prepare/quantile.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace citypanel::prepare {

/// A code 0 .. count-1 for each of n rows.
struct RowGroups {
    std::vector<std::int32_t> codes;
    std::size_t count = 0;
};

[[nodiscard]] RowGroups rowGroups(const Panel& panel, Within within);

/// The rows of each group, ascending.
[[nodiscard]] std::vector<std::vector<std::size_t>> rowsByGroup(std::span<const std::int32_t> codes,
                                                                std::size_t count);

} // namespace citypanel::prepare
