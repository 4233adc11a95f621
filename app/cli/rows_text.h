// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of cells as plain text, for results that are data and no table for readers.
#pragma once

#include "core/text/language.h"

#include <QByteArray>

#include <cstddef>
#include <string>
#include <vector>

namespace citypanel::cli {

/// Columns as wide as their widest cell, two blanks between.
[[nodiscard]] QByteArray alignedText(const std::vector<std::vector<std::string>>& rows);

/// A cell of a csv file: quoted where it must be, and what a spreadsheet would run as a formula
/// with an apostrophe before it; numbers as they are.
[[nodiscard]] std::string csvCell(const std::string& text);

/// The rows with their heads, and the values of the columns `valued`, in the language asked for:
/// names of results are English in csv and JSON, which are data.
[[nodiscard]] std::vector<std::vector<std::string>> said(std::vector<std::vector<std::string>> rows,
                                                         const std::vector<std::string>& valued,
                                                         text::Language language);

/// Fractions with five decimals, fewer behind a longer whole part, from column `first` on: for
/// reading, where csv and JSON keep every digit.
[[nodiscard]] std::vector<std::vector<std::string>>
rounded(std::vector<std::vector<std::string>> rows, std::size_t first);

/// Cells separated by commas.
[[nodiscard]] QByteArray csvText(const std::vector<std::vector<std::string>>& rows);

} // namespace citypanel::cli
