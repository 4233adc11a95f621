// SPDX-License-Identifier: GPL-3.0-or-later
// Words by which variables of each role are known.
#include "core/frontier/role_suggestion.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::frontier {

namespace {

using Words = std::vector<std::string_view>;

/// Capital as a word of its own: a "capital" that is a flag is a seat of government.
const std::array<Words, 3> inputWords{{
    {"capital stock", "capital_stock", "capitalstock", "capital", "资本存量", "资本"},
    {"labour", "labor", "employ", "workers", "从业人员", "就业人员", "就业人数", "劳动力"},
    {"energy", "coal", "tce", "能源消费", "能源", "标准煤"},
}};
const std::array<Words, 1> goodWords{{{"gdp", "grp", "gross product", "地区生产总值", "生产总值"}}};
const std::array<Words, 3> badWords{{
    {"co2", "carbon", "二氧化碳", "碳排放"},
    {"so2", "sulphur", "sulfur", "二氧化硫"},
    {"pm2", "pm25", "细颗粒物", "颗粒物"},
}};
/// Not an amount: of another scale, or derived.
const Words passedOver{"ln",      "log",    "share", "per", "rate", "intensity", "index",
                       "_slack_", "growth", "比",    "率",  "人均", "强度",      "指数"};

std::string lowered(std::string text) {
    for (char& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

bool says(const std::string& text, const Words& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// The first column that says one of the words; an exact name before others.
const Variable* columnFor(const Panel& panel, const Words& words) {
    const Variable* found = nullptr;
    for (const Variable& column : panel.columns()) {
        const std::string name = lowered(column.name());
        const bool isKey =
            column.name() == panel.keys().unit || column.name() == panel.keys().period;
        if (column.type() != VariableType::Numeric || isKey) {
            continue;
        }
        if (std::find(words.begin(), words.end(), name) != words.end()) {
            return &column;
        }
        const std::string text = name + " " + lowered(column.label());
        if (found == nullptr && says(text, words) && !says(name, passedOver) &&
            !says(lowered(column.label()), passedOver)) {
            found = &column;
        }
    }
    return found;
}

template <std::size_t N>
std::vector<RoleVariable> rolesFor(const Panel& panel, const std::array<Words, N>& roles) {
    std::vector<RoleVariable> variables;
    for (const Words& words : roles) {
        if (const Variable* column = columnFor(panel, words)) {
            variables.push_back({.variable = ColumnName(column->name())});
        }
    }
    return variables;
}

} // namespace

Technology suggestRoles(const Panel& panel) {
    return {.inputs = rolesFor(panel, inputWords),
            .good = rolesFor(panel, goodWords),
            .bad = rolesFor(panel, badWords)};
}

} // namespace citypanel::frontier
