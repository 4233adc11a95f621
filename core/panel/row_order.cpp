// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting and finding rows.
#include "core/panel/row_order.h"

#include "core/panel/number_text.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace citypanel {

namespace {

/// Stable, missing last; `less` compares two rows that have values.
template <typename Less>
void sortRows(std::vector<std::size_t>& rows, const Variable& column, bool isAscending, Less less) {
    const auto present = std::stable_partition(
        rows.begin(), rows.end(), [&](std::size_t row) { return !column.isMissingAt(row); });
    std::stable_sort(rows.begin(), present, [&](std::size_t a, std::size_t b) {
        return isAscending ? less(a, b) : less(b, a);
    });
}

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return result;
}

bool contains(const Variable& column, std::size_t row, const std::string& wanted) {
    if (column.isMissingAt(row)) {
        return false;
    }
    const std::string text =
        column.isNumeric() ? shortestText(column.numbers()[row]) : lowered(column.textAt(row));
    return text.find(wanted) != std::string::npos;
}

} // namespace

std::vector<std::size_t> sortedRows(const Panel& panel, std::string_view variable, bool isAscending,
                                    std::vector<std::size_t> rows) {
    const Variable* column = panel.find(variable);
    if (column == nullptr) {
        return rows;
    }
    if (column->isNumeric()) {
        const auto values = column->numbers();
        sortRows(rows, *column, isAscending,
                 [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    } else if (column->type() == VariableType::Category) {
        const auto codes = column->codes();
        sortRows(rows, *column, isAscending,
                 [&](std::size_t a, std::size_t b) { return codes[a] < codes[b]; });
    } else {
        sortRows(rows, *column, isAscending, [&](std::size_t a, std::size_t b) {
            return column->textAt(a) < column->textAt(b);
        });
    }
    return rows;
}

std::optional<FoundCell> findCell(const Panel& panel, std::span<const std::size_t> rows,
                                  std::string_view text, std::optional<FoundCell> after) {
    const std::string wanted = lowered(text);
    const auto columns = panel.columns();
    if (rows.empty() || columns.empty()) {
        return std::nullopt;
    }
    const std::size_t count = rows.size() * columns.size();
    const std::size_t first =
        after ? std::min(after->position, rows.size() - 1) * columns.size() + after->column + 1 : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = (first + i) % count;
        const FoundCell cell{at / columns.size(), at % columns.size()};
        if (contains(columns[cell.column], rows[cell.position], wanted)) {
            return cell;
        }
    }
    return std::nullopt;
}

} // namespace citypanel
