// SPDX-License-Identifier: GPL-3.0-or-later
// Small csv files of the tests as panels, without the readers of core/sheets.
#pragma once

#include "core/panel/number_text.h"
#include "core/panel/panel.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::testing {

/// A csv file as a panel (empty unit: a cross-section). Columns whose every cell is a number or
/// empty are numeric, others text.
inline Panel readCsvPanel(const std::filesystem::path& file, const std::string& unit,
                          const std::string& period) {
    std::ifstream in(file);
    std::string line;
    const auto split = [](std::string text) {
        if (!text.empty() && text.back() == '\r') {
            text.pop_back();
        }
        std::vector<std::string> cells(1);
        bool isQuoted = false;
        for (const char c : text) {
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                cells.emplace_back();
            } else {
                cells.back() += c;
            }
        }
        for (std::string& cell : cells) {
            cell = cell == "NA" ? std::string() : cell;
        }
        return cells;
    };
    std::getline(in, line);
    const std::vector<std::string> names = split(line);
    std::vector<std::vector<std::string>> cells(names.size());
    while (std::getline(in, line)) {
        const std::vector<std::string> row = split(line);
        for (std::size_t j = 0; j < names.size(); ++j) {
            cells[j].push_back(j < row.size() ? row[j] : std::string());
        }
    }
    std::vector<Variable> columns;
    for (std::size_t j = 0; j < names.size(); ++j) {
        std::vector<double> numbers;
        for (const std::string& cell : cells[j]) {
            const std::optional<double> number = parseNumber(cell);
            if (!number && !cell.empty()) {
                break;
            }
            numbers.push_back(number.value_or(missingValue));
        }
        columns.push_back(numbers.size() == cells[j].size()
                              ? Variable::numeric(names[j], std::move(numbers))
                              : Variable::text(names[j], cells[j]));
    }
    return unit.empty() ? *Panel::crossSection(std::move(columns))
                        : *Panel::create({unit, period}, std::move(columns));
}

} // namespace citypanel::testing
