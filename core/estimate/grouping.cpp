// SPDX-License-Identifier: GPL-3.0-or-later
// Coding of groups, nesting, connected components and singletons.
#include "core/estimate/grouping.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel {

namespace {

/// Renumbers codes in [0, range) to those that occur, keeping their order.
Grouping compacted(std::vector<std::int32_t> codes, std::size_t range) {
    std::vector<std::int32_t> renumbered(range, 0);
    for (const std::int32_t code : codes) {
        if (code != missingCode) {
            renumbered[static_cast<std::size_t>(code)] = 1;
        }
    }
    std::int32_t next = 0;
    for (std::int32_t& entry : renumbered) {
        entry = entry == 1 ? next++ : missingCode;
    }
    if (static_cast<std::size_t>(next) != range) {
        for (std::int32_t& code : codes) {
            code = code == missingCode ? code : renumbered[static_cast<std::size_t>(code)];
        }
    }
    return {{}, std::move(codes), static_cast<std::size_t>(next)};
}

/// Codes of arbitrary keys: by a table when their range is moderate, else by sorting.
Grouping codedKeys(std::span<const std::int64_t> keys, const std::vector<bool>& isMissingKey) {
    const auto missingAt = [&](std::size_t i) { return !isMissingKey.empty() && isMissingKey[i]; };
    std::int64_t low = INT64_MAX;
    std::int64_t high = INT64_MIN;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (!missingAt(i)) {
            low = std::min(low, keys[i]);
            high = std::max(high, keys[i]);
        }
    }
    std::vector<std::int32_t> codes(keys.size(), missingCode);
    if (low > high) {
        return {{}, std::move(codes), 0};
    }
    const auto tableLimit = static_cast<std::uint64_t>(4 * keys.size() + 1024);
    const std::uint64_t range = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    if (range < tableLimit) {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            codes[i] = missingAt(i) ? missingCode : static_cast<std::int32_t>(keys[i] - low);
        }
        return compacted(std::move(codes), static_cast<std::size_t>(range) + 1);
    }
    std::vector<std::int64_t> distinct;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (!missingAt(i)) {
            distinct.push_back(keys[i]);
        }
    }
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (!missingAt(i)) {
            codes[i] = static_cast<std::int32_t>(
                std::lower_bound(distinct.begin(), distinct.end(), keys[i]) - distinct.begin());
        }
    }
    return {{}, std::move(codes), distinct.size()};
}

Grouping ofNumbers(std::span<const double> numbers) {
    constexpr double largestWhole = 9e15;
    std::vector<std::int64_t> keys(numbers.size());
    std::vector<bool> missing;
    bool areWhole = true;
    for (std::size_t i = 0; i < numbers.size() && areWhole; ++i) {
        if (isMissing(numbers[i])) {
            missing.resize(numbers.size(), false);
            missing[i] = true;
        } else if (std::abs(numbers[i]) < largestWhole && numbers[i] == std::floor(numbers[i])) {
            keys[i] = static_cast<std::int64_t>(numbers[i]);
        } else {
            areWhole = false;
        }
    }
    if (areWhole) {
        return codedKeys(keys, missing);
    }
    std::vector<double> distinct(numbers.begin(), numbers.end());
    std::erase_if(distinct, isMissing);
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    std::vector<std::int32_t> codes(numbers.size(), missingCode);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!isMissing(numbers[i])) {
            codes[i] = static_cast<std::int32_t>(
                std::lower_bound(distinct.begin(), distinct.end(), numbers[i]) - distinct.begin());
        }
    }
    return {{}, std::move(codes), distinct.size()};
}

Result<Grouping> ofVariable(const Panel& panel, const std::string& name) {
    if (!panel.isCrossSection() && name == panel.keys().unit) {
        return Grouping{
            name, {panel.unitCodes().begin(), panel.unitCodes().end()}, panel.unitCount()};
    }
    if (!panel.isCrossSection() && name == panel.keys().period) {
        Grouping grouping = codedKeys(panel.periods(), {});
        grouping.name = name;
        return grouping;
    }
    CITYPANEL_TRY(const Variable variable, panel.variable(name));
    Grouping grouping = variable.isNumeric()
                            ? ofNumbers(variable.numbers())
                            : compacted({variable.codes().begin(), variable.codes().end()},
                                        variable.levels().size());
    grouping.name = name;
    return grouping;
}

class DisjointSets {
public:
    explicit DisjointSets(std::size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }

    std::size_t find(std::size_t i) {
        while (parent_[i] != i) {
            parent_[i] = parent_[parent_[i]];
            i = parent_[i];
        }
        return i;
    }

    void unite(std::size_t a, std::size_t b) {
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> parent_;
};

} // namespace

Result<Grouping> groupingOf(const Panel& panel, const std::vector<std::string>& variables) {
    CITYPANEL_TRY(Grouping grouping, ofVariable(panel, variables.front()));
    for (std::size_t i = 1; i < variables.size(); ++i) {
        CITYPANEL_TRY(const Grouping next, ofVariable(panel, variables[i]));
        grouping = crossed(grouping, next);
    }
    return grouping;
}

Result<Grouping> groupingOf(const Panel& panel, std::string_view name) {
    if (panel.find(name) != nullptr || name.find('^') == std::string_view::npos) {
        return groupingOf(panel, std::vector<std::string>{std::string(name)});
    }
    std::vector<std::string> variables;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('^', begin), name.size());
        variables.emplace_back(name.substr(begin, end - begin));
        begin = end + 1;
    }
    return groupingOf(panel, variables);
}

Grouping restricted(const Grouping& grouping, std::span<const std::size_t> rows) {
    std::vector<std::int32_t> codes(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        codes[i] = grouping.codes[rows[i]];
    }
    Grouping result = compacted(std::move(codes), grouping.levels);
    result.name = grouping.name;
    return result;
}

Grouping crossed(const Grouping& a, const Grouping& b) {
    std::vector<std::int64_t> keys(a.codes.size());
    std::vector<bool> missing;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (a.codes[i] == missingCode || b.codes[i] == missingCode) {
            missing.resize(keys.size(), false);
            missing[i] = true;
        } else {
            keys[i] = std::int64_t{a.codes[i]} * static_cast<std::int64_t>(b.levels) + b.codes[i];
        }
    }
    Grouping result = codedKeys(keys, missing);
    result.name = a.name + "^" + b.name;
    return result;
}

bool isNested(const Grouping& inner, const Grouping& outer) {
    if (outer.levels > inner.levels) {
        return false;
    }
    std::vector<std::int32_t> owner(inner.levels, missingCode);
    for (std::size_t i = 0; i < inner.codes.size(); ++i) {
        std::int32_t& known = owner[static_cast<std::size_t>(inner.codes[i])];
        if (known == missingCode) {
            known = outer.codes[i];
        } else if (known != outer.codes[i]) {
            return false;
        }
    }
    return true;
}

std::vector<std::size_t> levelOfEachComponent(const Grouping& a, const Grouping& b) {
    // b's levels come first, so that each component's root, its smallest member, is one of them.
    DisjointSets sets(b.levels + a.levels);
    for (std::size_t i = 0; i < a.codes.size(); ++i) {
        sets.unite(static_cast<std::size_t>(b.codes[i]),
                   b.levels + static_cast<std::size_t>(a.codes[i]));
    }
    std::vector<std::size_t> roots;
    for (std::size_t level = 0; level < b.levels; ++level) {
        if (sets.find(level) == level) {
            roots.push_back(level);
        }
    }
    return roots;
}

std::size_t connectedComponents(const Grouping& a, const Grouping& b) {
    return levelOfEachComponent(a, b).size();
}

std::size_t dropSingletons(std::span<const Grouping> groupings, std::vector<bool>& keep) {
    // Each level keeps its count and the exclusive-or of its rows: at count one that is the row.
    struct Level {
        std::size_t count = 0;
        std::size_t rows = 0;
    };

    std::vector<std::vector<Level>> levels;
    for (const Grouping& grouping : groupings) {
        std::vector<Level>& ofGrouping = levels.emplace_back(grouping.levels);
        for (std::size_t row = 0; row < keep.size(); ++row) {
            if (keep[row]) {
                Level& level = ofGrouping[static_cast<std::size_t>(grouping.codes[row])];
                ++level.count;
                level.rows ^= row;
            }
        }
    }
    std::vector<std::size_t> queue;
    for (const std::vector<Level>& ofGrouping : levels) {
        for (const Level& level : ofGrouping) {
            if (level.count == 1) {
                queue.push_back(level.rows);
            }
        }
    }
    std::size_t dropped = 0;
    while (!queue.empty()) {
        const std::size_t row = queue.back();
        queue.pop_back();
        if (!keep[row]) {
            continue;
        }
        keep[row] = false;
        ++dropped;
        for (std::size_t g = 0; g < levels.size(); ++g) {
            Level& level = levels[g][static_cast<std::size_t>(groupings[g].codes[row])];
            --level.count;
            level.rows ^= row;
            if (level.count == 1) {
                queue.push_back(level.rows);
            }
        }
    }
    return dropped;
}

} // namespace citypanel
