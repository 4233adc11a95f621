// SPDX-License-Identifier: GPL-3.0-or-later
// One worksheet's XML, cell by cell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel::report {

/// Rows are written from the top; cells of a row from the left.
class XlsxSheet {
public:
    /// Widths of the columns, in digits.
    explicit XlsxSheet(std::vector<double> widths) : widths_(std::move(widths)) {}

    /// Freezes the rows above and the columns left of this cell.
    void freeze(std::size_t rows, std::size_t columns);
    /// `height` in points; 0 leaves it to the program.
    void beginRow(double height = 0);
    void endRow();
    /// Text is a string whatever it looks like: never a formula. It spans `span` columns.
    void text(std::string_view text, std::size_t style, std::size_t span = 1);
    /// A number in full precision.
    void number(double value, std::size_t style);
    void blank(std::size_t style, std::size_t count = 1);

    /// `xl/worksheets/sheetN.xml`.
    [[nodiscard]] std::string xml() const;

private:
    [[nodiscard]] std::string reference(std::size_t column) const;

    std::vector<double> widths_;
    std::string view_;
    std::string rows_;
    std::vector<std::string> merges_;
    std::size_t row_ = 0;    ///< 1 while the first is written
    std::size_t column_ = 0; ///< next of the row
};

} // namespace citypanel::report
