// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of a table hold values, though many of their cells cannot be read.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace citypanel::sheets {

/// Whether a text is a number with something beside it: "1.5万", "12元", "(12)", "约12", "¥1",
/// "1(预)", "1/2", "1—". Dates, codes ("600000.SH") and names are none.
[[nodiscard]] bool isNearNumber(std::string_view text);

/// Whether a column of a table's body holds values: at least as many numbers as texts; or, where
/// its heading says that it does (a unit of measure, a year), any number at all; or else mostly
/// numbers, texts near to one and marks of missing values. What cannot be read among them is for
/// the report.
[[nodiscard]] bool holdsValues(const Sheet& sheet, const Layout& layout, std::int64_t column,
                               bool isSaid);

/// Whether the file names every value of a column in the rows [begin, end), as statistical files
/// do: the values are words then. 0 and 1 stay numbers whatever they are called.
[[nodiscard]] bool isLabelled(const Sheet& sheet, std::size_t column, std::size_t begin,
                              std::size_t end);

/// Whether a column writes thousands in groups parted by blanks ("1 234.5"): several numbers do,
/// and none of a thousand and more stands in it written otherwise.
[[nodiscard]] bool partsThousandsByBlanks(const Sheet& sheet, const Layout& layout,
                                          std::int64_t column);

} // namespace citypanel::sheets
