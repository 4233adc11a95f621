// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of hidden rows and columns.
#include "app/cli/hidden_parts.h"

#include "core/sheets/grid_scan.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace citypanel::cli {

namespace {

/// Numbers within the sheet in runs, each named by its first and last.
std::vector<std::string> runs(std::vector<std::size_t> numbers, std::size_t end,
                              const std::function<std::string(std::size_t)>& name) {
    std::sort(numbers.begin(), numbers.end());
    std::vector<std::string> named;
    for (std::size_t i = 0; i < numbers.size() && numbers[i] < end;) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] < end &&
               numbers[last + 1] <= numbers[last] + 1) {
            ++last;
        }
        named.push_back(name(numbers[i]) +
                        (numbers[last] == numbers[i] ? "" : "-" + name(numbers[last])));
        i = last + 1;
    }
    return named;
}

} // namespace

std::vector<std::string> hiddenRows(const sheets::Sheet& sheet) {
    return runs(sheet.hiddenRows, sheet.rowCount(),
                [](std::size_t row) { return std::to_string(row + 1); });
}

std::vector<std::string> hiddenColumns(const sheets::Sheet& sheet) {
    return runs(sheet.hiddenColumns, sheet.columnCount(), [](std::size_t column) {
        return sheets::columnLetters(static_cast<std::int64_t>(column));
    });
}

std::string listed(const std::vector<std::string>& names, bool isCutOff) {
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list + (isCutOff ? ", …" : "");
}

} // namespace citypanel::cli
