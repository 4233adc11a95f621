// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a panel chosen and put in order, for looking at them.
#pragma once

#include "core/panel/panel.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace citypanel {

/// The rows ordered by a variable, stably, missing values last in either direction. Text is ordered
/// by its bytes, a category by its levels. Unchanged for an unknown name.
[[nodiscard]] std::vector<std::size_t> sortedRows(const Panel& panel, std::string_view variable,
                                                  bool isAscending, std::vector<std::size_t> rows);

/// The first of the rows, from position `from` on and then from the start, in which the unit, or
/// the text or written number of any column, contains the text (ASCII letters in either case);
/// rows.size() where none does.
[[nodiscard]] std::size_t findRow(const Panel& panel, std::span<const std::size_t> rows,
                                  std::string_view text, std::size_t from);

} // namespace citypanel
