// SPDX-License-Identifier: GPL-3.0-or-later
// Plain splitting for the csv, which has no quotes.
#include "reference.h"

#include "tests/support/shared_data.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace citypanel::testing {

namespace {

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) {
        if (!cell.empty() && cell.back() == '\r') {
            cell.pop_back();
        }
        cells.push_back(cell);
    }
    return cells;
}

struct Table {
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> columns;
};

Table readCsv(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    Table table{split(line), {}};
    table.columns.resize(table.names.size());
    while (std::getline(in, line)) {
        const std::vector<std::string> cells = split(line);
        for (std::size_t i = 0; i < cells.size() && i < table.columns.size(); ++i) {
            table.columns[i].push_back(cells[i]);
        }
    }
    return table;
}

std::vector<frontier::RoleVariable> roles(const Json& names) {
    std::vector<frontier::RoleVariable> result;
    for (const std::string& name : textsOf(names)) {
        result.push_back({.variable = name});
    }
    return result;
}

bool isNull(const std::string& text) {
    return text == "null" || text.empty();
}

} // namespace

std::vector<std::filesystem::path> referenceFiles() {
    std::vector<std::filesystem::path> files;
    const std::filesystem::path own =
        std::filesystem::path(CITYPANEL_SOURCE_DIR) / "tests/reference/dea";
    for (const std::filesystem::path& folder : {own, sharedData() / "reference/dea"}) {
        if (!std::filesystem::is_directory(folder)) {
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const std::string name = entry.path().filename().string();
            const bool isCase =
                entry.path().extension() == ".json" && name.find("bootstrap") == std::string::npos;
            const bool isKnown = std::any_of(files.begin(), files.end(), [&](const auto& file) {
                return file.filename() == name;
            });
            if (isCase && !isKnown) {
                files.push_back(entry.path());
            }
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

ReferenceData readReferenceData(const Json& json, const std::filesystem::path& folder) {
    const Json& names = json.get_child("columns");
    const Table table = readCsv(folder / json.get<std::string>("dataset"));
    const std::string unit = names.get<std::string>("unit");
    const std::string period = names.get<std::string>("period");
    std::vector<Variable> columns;
    for (std::size_t i = 0; i < table.names.size(); ++i) {
        const bool isText = table.names[i] == unit || table.names[i] == names.get("group", "");
        if (isText) {
            columns.push_back(Variable::text(table.names[i], table.columns[i]));
        } else {
            std::vector<double> values;
            for (const std::string& cell : table.columns[i]) {
                values.push_back(std::stod(cell));
            }
            columns.push_back(Variable::numeric(table.names[i], std::move(values)));
        }
    }
    ReferenceData data{.panel = isNull(period) ? *Panel::crossSection(std::move(columns))
                                               : *Panel::create({unit, period}, std::move(columns)),
                       .rows = {},
                       .technology = {},
                       .group = names.get("group", "")};
    const auto unitColumn = static_cast<std::size_t>(
        std::find(table.names.begin(), table.names.end(), unit) - table.names.begin());
    const auto periodColumn = static_cast<std::size_t>(
        std::find(table.names.begin(), table.names.end(), period) - table.names.begin());
    for (std::size_t i = 0; i < data.panel.rowCount(); ++i) {
        if (data.panel.isCrossSection()) {
            data.rows.push_back(i);
            continue;
        }
        const auto labels = data.panel.unitLabels();
        const auto code = static_cast<std::size_t>(
            std::find(labels.begin(), labels.end(), table.columns[unitColumn][i]) - labels.begin());
        data.rows.push_back(*data.panel.rowOf(code, std::stoll(table.columns[periodColumn][i])));
    }
    data.technology.inputs = roles(names.get_child("inputs"));
    data.technology.good = roles(names.get_child("good"));
    data.technology.bad = roles(names.get_child("bad"));
    return data;
}

double fraction(const std::string& text) {
    const std::size_t slash = text.find('/');
    const double above = std::stod(text.substr(0, slash));
    return slash == std::string::npos ? above : above / std::stod(text.substr(slash + 1));
}

} // namespace citypanel::testing
