// SPDX-License-Identifier: GPL-3.0-or-later
// Building, sorting and versioning of panels.
#include "core/panel/panel.h"

#include "core/panel/factor.h"
#include "core/panel/near_names.h"
#include "core/panel/number_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_set>
#include <utility>

namespace citypanel {

struct Panel::Index {
    std::vector<std::int32_t> unitCodes;
    std::vector<std::string> unitLabels;
    std::vector<Period> periods;
    std::vector<Period> distinctPeriods;
    std::vector<std::size_t> unitBegins; ///< unitLabels.size() + 1 entries
};

namespace {

Status checkColumns(std::span<const Variable> columns) {
    std::unordered_set<std::string_view> names;
    for (const Variable& column : columns) {
        if (!names.insert(column.name()).second) {
            return Problem{.code = ProblemCode::VariableDuplicate,
                           .place = {.variable = column.name()}};
        }
        if (column.size() != columns.front().size()) {
            return Problem{.code = ProblemCode::SizeMismatch,
                           .place = {.variable = column.name()},
                           .found = std::to_string(column.size()),
                           .expected = std::to_string(columns.front().size())};
        }
    }
    return {};
}

const Variable* findIn(std::span<const Variable> columns, std::string_view name) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const Variable& v) { return v.name() == name; });
    return found == columns.end() ? nullptr : &*found;
}

/// The period a key cell holds, from a number or from text such as "2016".
std::optional<double> periodAt(const Variable& column, std::size_t row) {
    if (column.isMissingAt(row)) {
        return std::nullopt;
    }
    return column.isNumeric() ? std::optional(column.numbers()[row])
                              : parseNumber(column.textAt(row));
}

Result<std::vector<Period>> readPeriods(const Variable& column) {
    constexpr double largest = 9e15; // beyond it doubles are no longer all the integers
    std::vector<Period> periods;
    periods.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) {
        const std::optional<double> value = periodAt(column, row);
        if (!value || *value != std::floor(*value) || std::abs(*value) > largest) {
            return Problem{.code = ProblemCode::PeriodUnreadable,
                           .place = {.variable = column.name()},
                           .found = value
                                        ? shortestText(*value)
                                        : std::string(column.isNumeric() ? "" : column.textAt(row)),
                           .expected = std::to_string(row + 1)};
        }
        periods.push_back(static_cast<Period>(*value));
    }
    return periods;
}

/// Codes of units in panel order: by number when every label is an integer, else as they come.
Factor unitsOf(const Variable& column) {
    Factor units = factorOf(column);
    const auto number = [](const std::string& label) { return parseNumber(label); };
    const bool allNumbers =
        std::all_of(units.levels.begin(), units.levels.end(), [&](const std::string& label) {
            const auto value = number(label);
            return value && *value == std::floor(*value);
        });
    if (!allNumbers || column.isNumeric()) {
        return units;
    }
    std::vector<std::int32_t> order(units.levels.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
        return *number(units.levels[static_cast<std::size_t>(a)]) <
               *number(units.levels[static_cast<std::size_t>(b)]);
    });
    std::vector<std::int32_t> rank(order.size());
    std::vector<std::string> levels;
    for (std::size_t i = 0; i < order.size(); ++i) {
        rank[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
        levels.push_back(units.levels[static_cast<std::size_t>(order[i])]);
    }
    for (std::int32_t& code : units.codes) {
        code = code == missingCode ? missingCode : rank[static_cast<std::size_t>(code)];
    }
    units.levels = std::move(levels);
    return units;
}

} // namespace

std::shared_ptr<const Panel::Index> Panel::makeIndex(std::vector<std::int32_t> codes,
                                                     std::vector<std::string> labels,
                                                     std::vector<Period> periods) {
    auto index = std::make_shared<Index>();
    index->distinctPeriods = periods;
    std::sort(index->distinctPeriods.begin(), index->distinctPeriods.end());
    index->distinctPeriods.erase(
        std::unique(index->distinctPeriods.begin(), index->distinctPeriods.end()),
        index->distinctPeriods.end());
    index->unitBegins.assign(labels.size() + 1, codes.size());
    for (std::size_t row = codes.size(); row-- > 0;) {
        index->unitBegins[static_cast<std::size_t>(codes[row])] = row;
    }
    index->unitCodes = std::move(codes);
    index->unitLabels = std::move(labels);
    index->periods = std::move(periods);
    return index;
}

Result<Panel> Panel::create(const PanelKeys& keys, std::vector<Variable> columns) {
    CITYPANEL_TRY_STATUS(checkColumns(columns));
    for (const std::string& key : {keys.unit, keys.period}) {
        if (findIn(columns, key) == nullptr) {
            std::vector<std::string> names;
            for (const Variable& column : columns) {
                names.push_back(column.name());
            }
            return Problem{.code = ProblemCode::KeyColumnMissing,
                           .place = {.variable = key},
                           .expected = nearNames(key, names)};
        }
    }
    Panel panel;
    panel.keys_ = keys;
    panel.rows_ = columns.front().size();
    panel.columns_ = std::move(columns);
    return panel.sorted();
}

Result<Panel> Panel::crossSection(std::vector<Variable> columns) {
    CITYPANEL_TRY_STATUS(checkColumns(columns));
    Panel panel;
    panel.rows_ = columns.empty() ? 0 : columns.front().size();
    panel.columns_ = std::move(columns);
    std::vector<std::int32_t> codes(panel.rows_);
    std::iota(codes.begin(), codes.end(), 0);
    std::vector<std::string> labels;
    labels.reserve(panel.rows_);
    for (std::size_t row = 0; row < panel.rows_; ++row) {
        labels.push_back(std::to_string(row + 1));
    }
    panel.index_ =
        makeIndex(std::move(codes), std::move(labels), std::vector<Period>(panel.rows_, 0));
    return panel;
}

Result<Panel> Panel::sorted() const {
    const Variable& unitColumn = *find(keys_.unit);
    Factor units = unitsOf(unitColumn);
    if (const auto missing = std::find(units.codes.begin(), units.codes.end(), missingCode);
        missing != units.codes.end()) {
        return Problem{.code = ProblemCode::KeyColumnMissing,
                       .place = {.variable = keys_.unit},
                       .found = std::to_string(missing - units.codes.begin() + 1)};
    }
    CITYPANEL_TRY(std::vector<Period> periods, readPeriods(*find(keys_.period)));
    std::vector<std::size_t> order(rows_);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t row) { return std::pair(units.codes[row], periods[row]); };
    const auto before = [&](std::size_t a, std::size_t b) { return key(a) < key(b); };
    const bool inOrder = std::is_sorted(order.begin(), order.end(), before);
    if (!inOrder) {
        std::stable_sort(order.begin(), order.end(), before);
    }
    const auto twin = std::adjacent_find(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) == key(b); });
    if (twin != order.end()) {
        return Problem{.code = ProblemCode::DuplicateKey,
                       .place = {.unit = units.levels[static_cast<std::size_t>(units.codes[*twin])],
                                 .period = std::to_string(periods[*twin])},
                       .found = std::to_string(*twin + 1) + ", " + std::to_string(*(twin + 1) + 1)};
    }
    Panel result = *this;
    std::vector<std::int32_t> codes(rows_);
    std::vector<Period> sortedPeriods(rows_);
    for (std::size_t i = 0; i < rows_; ++i) {
        codes[i] = units.codes[order[i]];
        sortedPeriods[i] = periods[order[i]];
    }
    if (!inOrder) {
        for (Variable& column : result.columns_) {
            column = column.permuted(order);
        }
    }
    result.index_ = makeIndex(std::move(codes), std::move(units.levels), std::move(sortedPeriods));
    return result;
}

const Variable* Panel::find(std::string_view name) const {
    return findIn(columns_, name);
}

Result<Variable> Panel::variable(std::string_view name) const {
    if (const Variable* found = find(name)) {
        return *found;
    }
    std::vector<std::string> names;
    for (const Variable& column : columns_) {
        names.push_back(column.name());
    }
    return Problem{.code = ProblemCode::VariableUnknown,
                   .place = {.variable = std::string(name)},
                   .expected = nearNames(name, names)};
}

std::vector<ColumnInfo> Panel::columnInfo() const {
    std::vector<ColumnInfo> info;
    info.reserve(columns_.size());
    for (const Variable& column : columns_) {
        info.push_back({column.name(), column.type(), column.label(), column.unitOfMeasure()});
    }
    return info;
}

std::span<const std::int32_t> Panel::unitCodes() const {
    return index_ ? std::span<const std::int32_t>(index_->unitCodes)
                  : std::span<const std::int32_t>();
}

std::span<const std::string> Panel::unitLabels() const {
    return index_ ? std::span<const std::string>(index_->unitLabels)
                  : std::span<const std::string>();
}

std::span<const Period> Panel::periods() const {
    return index_ ? std::span<const Period>(index_->periods) : std::span<const Period>();
}

std::span<const Period> Panel::distinctPeriods() const {
    return index_ ? std::span<const Period>(index_->distinctPeriods) : std::span<const Period>();
}

bool Panel::isBalanced() const {
    return rows_ == unitCount() * distinctPeriods().size();
}

std::size_t Panel::unitBegin(std::size_t unit) const {
    return index_->unitBegins[unit];
}

std::optional<std::size_t> Panel::rowOf(std::size_t unit, Period period) const {
    const auto begin = index_->periods.begin() + static_cast<std::ptrdiff_t>(unitBegin(unit));
    const auto end = index_->periods.begin() + static_cast<std::ptrdiff_t>(unitEnd(unit));
    const auto found = std::lower_bound(begin, end, period);
    if (found == end || *found != period) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - index_->periods.begin());
}

Result<Panel> Panel::withVariable(Variable variable) const {
    if (variable.size() != rows_) {
        return Problem{.code = ProblemCode::SizeMismatch,
                       .place = {.variable = variable.name()},
                       .found = std::to_string(variable.size()),
                       .expected = std::to_string(rows_)};
    }
    Panel copy = *this;
    const auto found = std::find_if(copy.columns_.begin(), copy.columns_.end(),
                                    [&](const Variable& v) { return v.name() == variable.name(); });
    if (found == copy.columns_.end()) {
        copy.columns_.push_back(std::move(variable));
    } else {
        *found = std::move(variable);
    }
    return copy;
}

Panel Panel::withoutVariable(std::string_view name) const {
    Panel copy = *this;
    std::erase_if(copy.columns_, [&](const Variable& v) { return v.name() == name; });
    return copy;
}

Panel Panel::renamed(std::string_view from, const std::string& to) const {
    Panel copy = *this;
    for (Variable& column : copy.columns_) {
        if (column.name() == from) {
            column = column.withName(to);
        }
    }
    for (std::string* key : {&copy.keys_.unit, &copy.keys_.period}) {
        if (*key == from) {
            *key = to;
        }
    }
    return copy;
}

Panel Panel::filtered(const std::vector<bool>& keep) const {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < rows_; ++row) {
        if (keep[row]) {
            rows.push_back(row);
        }
    }
    if (rows.size() == rows_) {
        return *this;
    }
    Panel copy = *this;
    copy.rows_ = rows.size();
    for (Variable& column : copy.columns_) {
        column = column.permuted(rows);
    }
    Factor units = subset(Factor{{}, index_->unitCodes, index_->unitLabels}, rows);
    std::vector<Period> periods;
    periods.reserve(rows.size());
    for (const std::size_t row : rows) {
        periods.push_back(index_->periods[row]);
    }
    copy.index_ = makeIndex(std::move(units.codes), std::move(units.levels), std::move(periods));
    return copy;
}

Problems duplicateKeys(std::span<const std::string> units, std::span<const Period> periods) {
    std::map<std::pair<std::string_view, Period>, std::vector<std::size_t>> rows;
    for (std::size_t row = 0; row < units.size(); ++row) {
        rows[{units[row], periods[row]}].push_back(row);
    }
    Problems problems;
    for (const auto& [key, where] : rows) {
        if (where.size() < 2) {
            continue;
        }
        std::string found;
        for (const std::size_t row : where) {
            found += (found.empty() ? "" : ", ") + std::to_string(row);
        }
        problems.push_back(
            {.code = ProblemCode::DuplicateKey,
             .place = {.unit = std::string(key.first), .period = std::to_string(key.second)},
             .found = found});
    }
    return problems;
}

} // namespace citypanel
