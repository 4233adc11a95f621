// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a panel chosen and put in order, for looking at them.
#pragma once

#include "core/panel/panel.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace citypanel {

/// The rows ordered by a variable, stably, missing values last in either direction. Text is ordered
/// by its bytes, a category by its levels. Unchanged for an unknown name.
[[nodiscard]] std::vector<std::size_t> sortedRows(const Panel& panel, std::string_view variable,
                                                  bool isAscending, std::vector<std::size_t> rows);

/// A cell among rows in some order: position in them, and place of the column in the panel.
struct FoundCell {
    std::size_t position = 0;
    std::size_t column = 0;

    friend bool operator==(const FoundCell&, const FoundCell&) = default;
};

/// The next cell after `after` (nothing: from the first on), row by row and then round from the
/// start, whose text or written number contains the text (ASCII letters in either case). Nothing
/// where none does.
[[nodiscard]] std::optional<FoundCell> findCell(const Panel& panel,
                                                std::span<const std::size_t> rows,
                                                std::string_view text,
                                                std::optional<FoundCell> after);

} // namespace citypanel
