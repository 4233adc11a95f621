// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and columns that a workbook hides, as the file counts them.
#pragma once

#include "core/sheets/sheet.h"

#include <string>
#include <vector>

namespace citypanel::cli {

/// The hidden rows of a sheet, those that follow each other together: "5-7", "9".
[[nodiscard]] std::vector<std::string> hiddenRows(const sheets::Sheet& sheet);

/// The hidden columns of a sheet: "C", "E-F".
[[nodiscard]] std::vector<std::string> hiddenColumns(const sheets::Sheet& sheet);

/// Names one after the other; where not all are there, dots end them.
[[nodiscard]] std::string listed(const std::vector<std::string>& names, bool isCutOff);

} // namespace citypanel::cli
