// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of cells as plain text, for results that are data and no table for readers.
#pragma once

#include <QByteArray>

#include <string>
#include <vector>

namespace citypanel::cli {

/// Columns as wide as their widest cell, two blanks between.
[[nodiscard]] QByteArray alignedText(const std::vector<std::vector<std::string>>& rows);

/// Cells separated by commas, quoted where they hold one, a quote or a line feed.
[[nodiscard]] QByteArray csvText(const std::vector<std::vector<std::string>>& rows);

} // namespace citypanel::cli
