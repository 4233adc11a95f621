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

bool contains(const Panel& panel, std::size_t row, const std::string& wanted) {
    for (const Variable& column : panel.columns()) {
        if (column.isMissingAt(row)) {
            continue;
        }
        const std::string text =
            column.isNumeric() ? shortestText(column.numbers()[row]) : lowered(column.textAt(row));
        if (text.find(wanted) != std::string::npos) {
            return true;
        }
    }
    return false;
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

std::size_t findRow(const Panel& panel, std::span<const std::size_t> rows, std::string_view text,
                    std::size_t from) {
    const std::string wanted = lowered(text);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t at = (from + i) % rows.size();
        if (contains(panel, rows[at], wanted)) {
            return at;
        }
    }
    return rows.size();
}

} // namespace citypanel
