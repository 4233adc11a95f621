// SPDX-License-Identifier: GPL-3.0-or-later
// What is pasted over cells of a table: numbers alone, and nothing guessed.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace citypanel::ui {

/// Rows of numbers as they were copied from a spreadsheet; nothing where a cell is empty.
struct PastedBlock {
    std::vector<std::vector<std::optional<double>>> rows{};
    QString refused{}; ///< the first text that is no number; with it nothing is to be pasted

    [[nodiscard]] int columnCount() const;
};

/// Reads cells between tabs. A first row and column of headings, as this program copies them, are
/// left out. A comma or blank in a number must separate thousands.
[[nodiscard]] PastedBlock pastedBlock(const QString& text);

} // namespace citypanel::ui
