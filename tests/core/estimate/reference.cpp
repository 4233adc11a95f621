// SPDX-License-Identifier: GPL-3.0-or-later
// Reading reference cases and their data.
#include "reference.h"

#include "core/panel/number_text.h"
#include "tests/support/shared_data.h"

#include <boost/property_tree/json_parser.hpp>

#include <fstream>
#include <utility>

namespace citypanel::testing {

std::filesystem::path ownReferenceFolder() {
    return std::filesystem::path(CITYPANEL_SOURCE_DIR) / "tests/reference/estimators";
}

std::filesystem::path referenceFolder() {
    const std::filesystem::path shared = sharedData() / "reference/estimators";
    return std::filesystem::exists(shared) ? shared : ownReferenceFolder();
}

Json readJson(const std::filesystem::path& file) {
    Json json;
    boost::property_tree::read_json(file.string(), json);
    return json;
}

Panel readCsvPanel(const std::filesystem::path& file, const std::string& unit,
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

std::optional<double> numberAt(const Json& json, const std::string& key) {
    const auto text = json.get_optional<std::string>(key);
    return text ? parseNumber(*text) : std::nullopt;
}

} // namespace citypanel::testing
