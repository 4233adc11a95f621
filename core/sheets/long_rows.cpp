// SPDX-License-Identifier: GPL-3.0-or-later
// Widths of rows compared with that of the header.
#include "core/sheets/long_rows.h"

#include "core/panel/origin.h"
#include "core/sheets/grid_scan.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

namespace citypanel::sheets {

namespace {

/// The width that most rows have; 0 where none has more than one cell.
std::size_t usualWidth(const Sheet& sheet) {
    std::map<std::size_t, std::size_t> rows; // by width
    for (std::size_t row = 0; row < sheet.rowCount(); ++row) {
        if (sheet.widthOf(row) > 1) {
            ++rows[sheet.widthOf(row)];
        }
    }
    const auto usual = std::max_element(
        rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return usual == rows.end() ? 0 : usual->first;
}

/// Whether a row is a header without gaps: words and years over a row with numbers.
bool isWholeHeader(const Sheet& sheet, std::size_t row) {
    constexpr std::size_t fewest = 3; // a title and its unit of measure are two
    const RowContent content = rowContent(sheet, row);
    const RowContent below = rowContent(sheet, row + 1);
    return sheet.widthOf(row) >= fewest && content.filled() == sheet.widthOf(row) &&
           content.numbers == content.years && content.texts > 0 && below.numbers > 0;
}

/// What no row should be wider than: the header, where it is whole; else the usual row.
std::size_t expectedWidth(const Sheet& sheet) {
    std::size_t row = 0;
    while (row < sheet.rowCount() && sheet.widthOf(row) <= 1) {
        ++row;
    }
    return isWholeHeader(sheet, row) ? sheet.widthOf(row) : usualWidth(sheet);
}

} // namespace

Problems warningsOfLongRows(const Sheet& sheet) {
    constexpr std::size_t mostWarnings = 5;
    Problems warnings;
    const std::size_t usual = expectedWidth(sheet);
    std::size_t widest = usual;
    bool hasUsual = false; // before it stand titles and headers
    for (std::size_t row = 0; row < sheet.rowCount() && warnings.size() < mostWarnings; ++row) {
        const std::size_t width = sheet.widthOf(row);
        hasUsual = hasUsual || (usual > 0 && width == usual);
        if (!hasUsual) {
            widest = std::max(widest, width);
        } else if (width > widest) {
            warnings.push_back({.code = ProblemCode::SizeMismatch,
                                .place = {.sheet = sheet.name(),
                                          .cell = cellName(static_cast<std::int32_t>(row),
                                                           static_cast<std::int32_t>(usual))},
                                .found = std::to_string(width),
                                .expected = std::to_string(usual),
                                .severity = Severity::Warning});
        }
    }
    return warnings;
}

} // namespace citypanel::sheets
