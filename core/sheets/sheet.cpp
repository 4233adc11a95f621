// SPDX-License-Identifier: GPL-3.0-or-later
// Ragged storage of a sheet's cells.
#include "core/sheets/sheet.h"

#include "core/panel/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace citypanel::sheets {

double inPercent(double share) {
    constexpr int digits =
        15; // what a spreadsheet keeps; the product alone gives 7.000000000000001
    std::array<char, 40> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), 100 * share,
                                       std::chars_format::general, digits);
    double percent = 100 * share;
    std::from_chars(buffer.data(), written.ptr, percent);
    return percent;
}

Cell Sheet::at(std::size_t row, std::size_t column) const {
    if (row >= rows_.size() || column >= rows_[row].size()) {
        return {};
    }
    const Stored& stored = rows_[row][column];
    const bool hasText = stored.kind == CellKind::Text || stored.kind == CellKind::Error;
    return Cell{stored.kind, stored.number,
                hasText ? std::string_view(texts_[stored.text]) : std::string_view(),
                stored.isPercent};
}

std::string Sheet::textAt(std::size_t row, std::size_t column) const {
    const Cell cell = at(row, column);
    if (cell.isPercent) {
        return shortestText(inPercent(cell.number)) + "%";
    }
    if (cell.kind == CellKind::Boolean) {
        return cell.number != 0 ? "TRUE" : "FALSE";
    }
    return cell.kind == CellKind::Number ? shortestText(cell.number) : std::string(cell.text);
}

std::string Sheet::labelAt(std::size_t row, std::size_t column) const {
    const auto labels = valueLabels.find(column);
    const Cell cell = at(row, column);
    if (labels != valueLabels.end() && cell.kind == CellKind::Number) {
        const auto label = labels->second.find(cell.number);
        if (label != labels->second.end()) {
            return label->second;
        }
    }
    return textAt(row, column);
}

std::string Sheet::columnLabel(std::size_t column) const {
    const auto label = columnLabels.find(column);
    return label == columnLabels.end() ? std::string() : label->second;
}

Sheet::Stored& Sheet::place(std::size_t row, std::size_t column) {
    if (row >= rows_.size()) {
        rows_.resize(row + 1);
    }
    std::vector<Stored>& cells = rows_[row];
    if (column >= cells.size()) {
        if (cells.empty() && row > 0) {
            // Most rows are as long as the one above. What is set aside for nothing is at most as
            // much as that one really holds.
            cells.reserve(rows_[row - 1].size());
        }
        capacity_ += column + 1 - cells.size();
        cells.resize(column + 1);
        columns_ = std::max(columns_, column + 1);
    }
    return cells[column];
}

void Sheet::setNumber(std::size_t row, std::size_t column, double value) {
    place(row, column) = Stored{value, 0, CellKind::Number, false};
}

void Sheet::setPercent(std::size_t row, std::size_t column, double value) {
    place(row, column) = Stored{value, 0, CellKind::Number, true};
}

void Sheet::setBoolean(std::size_t row, std::size_t column, bool value) {
    place(row, column) = Stored{value ? 1.0 : 0.0, 0, CellKind::Boolean, false};
}

void Sheet::setString(std::size_t row, std::size_t column, std::string text, CellKind kind) {
    const TextId id = addText(std::move(text));
    place(row, column) = Stored{0.0, id.index, kind, false};
}

void Sheet::setText(std::size_t row, std::size_t column, std::string text) {
    if (!text.empty()) {
        setString(row, column, std::move(text), CellKind::Text);
    }
}

TextId Sheet::addText(std::string text) {
    texts_.push_back(std::move(text));
    return {static_cast<std::uint32_t>(texts_.size() - 1)};
}

void Sheet::setText(std::size_t row, std::size_t column, TextId text) {
    if (!texts_[text.index].empty()) {
        place(row, column) = Stored{0.0, text.index, CellKind::Text, false};
    }
}

void Sheet::setError(std::size_t row, std::size_t column, std::string text) {
    setString(row, column, std::move(text), CellKind::Error);
}

const Sheet* Workbook::find(std::string_view sheetName) const {
    const auto found = std::find_if(sheets.begin(), sheets.end(),
                                    [&](const Sheet& sheet) { return sheet.name() == sheetName; });
    return found == sheets.end() ? nullptr : &*found;
}

} // namespace citypanel::sheets
