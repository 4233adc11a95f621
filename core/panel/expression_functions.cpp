// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts along periods and group aggregates.
#include "core/panel/expression_functions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace citypanel::expression {

namespace {

template <typename Number>
constexpr Number missing = std::numeric_limits<Number>::quiet_NaN();

template <typename Number>
Number meanOf(std::span<const Number> values) {
    Number sum = 0;
    for (const Number value : values) {
        sum += value;
    }
    const auto count = static_cast<Number>(values.size());
    const Number first = sum / count;
    Number rest = 0; // a second pass takes out the rounding of the first
    for (const Number value : values) {
        rest += value - first;
    }
    return first + rest / count;
}

template <typename Number>
Number sdOf(std::span<const Number> values) {
    if (values.size() < 2) {
        return missing<Number>;
    }
    const Number mean = meanOf(values);
    Number squares = 0;
    for (const Number value : values) {
        squares += (value - mean) * (value - mean);
    }
    return std::sqrt(squares / static_cast<Number>(values.size() - 1));
}

template <typename Number>
Number medianOf(std::vector<Number> values) {
    const std::size_t middle = values.size() / 2;
    std::sort(values.begin(), values.end());
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// One number for a group with at least one value.
template <typename Number>
Number summary(Function function, const std::vector<Number>& values) {
    switch (function) {
    case Function::Mean:
        return meanOf(std::span<const Number>(values));
    case Function::Sum:
        return std::accumulate(values.begin(), values.end(), Number{0});
    case Function::Sd:
        return sdOf(std::span<const Number>(values));
    case Function::Count:
        return static_cast<Number>(values.size());
    case Function::Median:
        return medianOf(values);
    case Function::Min:
        return *std::min_element(values.begin(), values.end());
    case Function::Max:
        return *std::max_element(values.begin(), values.end());
    case Function::First:
        return values.front();
    case Function::Last:
        return values.back();
    default:
        return missing<Number>;
    }
}

template <typename Number>
void rankGroup(std::span<const Number> x, std::vector<std::size_t>& rows,
               std::vector<Number>& result) {
    std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin + 1;
        while (end < rows.size() && x[rows[end]] == x[rows[begin]]) {
            ++end;
        }
        for (std::size_t i = begin; i < end; ++i) {
            result[rows[i]] = static_cast<Number>(begin + 1 + end) / 2;
        }
        begin = end;
    }
}

} // namespace

std::vector<std::size_t> shiftedRows(const Panel& panel, Period steps) {
    const std::span<const std::int32_t> units = panel.unitCodes();
    const std::span<const Period> periods = panel.periods();
    const std::size_t n = panel.rowCount();
    std::vector<std::size_t> rows(n, Origins::npos);
    for (std::size_t row = 0; row < n; ++row) {
        const Period target = periods[row] - steps;
        const auto move = steps >= 0 ? std::ptrdiff_t{-1} : std::ptrdiff_t{1};
        auto at = static_cast<std::ptrdiff_t>(row);
        // Periods ascend within a unit, so the walk ends after at most |steps| rows.
        while (at >= 0 && at < static_cast<std::ptrdiff_t>(n)) {
            const auto candidate = static_cast<std::size_t>(at);
            const Period period = periods[candidate];
            if (units[candidate] != units[row] ||
                (steps >= 0 ? period < target : period > target)) {
                break;
            }
            if (period == target) {
                rows[row] = candidate;
                break;
            }
            at += move;
        }
    }
    return rows;
}

namespace {

/// The upper limits of the first n - 1 groups of sorted values.
template <typename Number>
std::vector<Number> quantileLimits(const std::vector<Number>& sorted, int n) {
    std::vector<Number> limits;
    for (std::size_t k = 1; k < static_cast<std::size_t>(n); ++k) {
        // Whole numbers, so that a step is hit exactly: position m k / n among m values.
        const std::size_t steps = sorted.size() * k;
        const std::size_t at = steps / static_cast<std::size_t>(n);
        const bool isStep = steps % static_cast<std::size_t>(n) == 0;
        const Number above = sorted[std::min(at, sorted.size() - 1)];
        limits.push_back(isStep && at > 0 ? (sorted[at - 1] + above) / 2 : above);
    }
    return limits;
}

} // namespace

template <typename Number>
std::vector<Number> quantileGroups(std::span<const Number> x, std::span<const std::int32_t> codes,
                                   std::size_t groupCount, int n) {
    std::vector<std::vector<Number>> sorted(groupCount);
    const auto isUsed = [&](std::size_t row) {
        return codes[row] != missingCode && !std::isnan(x[row]);
    };
    for (std::size_t row = 0; row < x.size(); ++row) {
        if (isUsed(row)) {
            sorted[static_cast<std::size_t>(codes[row])].push_back(x[row]);
        }
    }
    std::vector<std::vector<Number>> limits(groupCount);
    for (std::size_t group = 0; group < groupCount; ++group) {
        if (!sorted[group].empty()) {
            std::sort(sorted[group].begin(), sorted[group].end());
            limits[group] = quantileLimits(sorted[group], n);
        }
    }
    std::vector<Number> result(x.size(), missing<Number>);
    for (std::size_t row = 0; row < x.size(); ++row) {
        if (isUsed(row)) {
            const auto& own = limits[static_cast<std::size_t>(codes[row])];
            const auto at = std::lower_bound(own.begin(), own.end(), x[row]);
            result[row] = static_cast<Number>(at - own.begin() + 1);
        }
    }
    return result;
}

template std::vector<double> quantileGroups(std::span<const double>, std::span<const std::int32_t>,
                                            std::size_t, int);
template std::vector<long double> quantileGroups(std::span<const long double>,
                                                 std::span<const std::int32_t>, std::size_t, int);

template <typename Number>
std::vector<Number> aggregate(Function function, std::span<const Number> x,
                              std::span<const std::int32_t> codes, std::size_t groupCount) {
    std::vector<std::vector<std::size_t>> members(groupCount);
    for (std::size_t row = 0; row < x.size(); ++row) {
        if (codes[row] != missingCode && !std::isnan(x[row])) {
            members[static_cast<std::size_t>(codes[row])].push_back(row);
        }
    }
    std::vector<Number> result(x.size(), missing<Number>);
    std::vector<Number> ofGroup(groupCount,
                                function == Function::Count ? Number{0} : missing<Number>);
    std::vector<Number> values;
    for (std::size_t group = 0; group < groupCount; ++group) {
        if (function == Function::Rank) {
            rankGroup(x, members[group], result);
        } else if (!members[group].empty()) {
            values.clear();
            for (const std::size_t row : members[group]) {
                values.push_back(x[row]);
            }
            ofGroup[group] = summary(function, values);
        }
    }
    if (function != Function::Rank) {
        for (std::size_t row = 0; row < x.size(); ++row) {
            if (codes[row] != missingCode) {
                result[row] = ofGroup[static_cast<std::size_t>(codes[row])];
            }
        }
    }
    return result;
}

template std::vector<double> aggregate(Function, std::span<const double>,
                                       std::span<const std::int32_t>, std::size_t);
template std::vector<long double> aggregate(Function, std::span<const long double>,
                                            std::span<const std::int32_t>, std::size_t);

} // namespace citypanel::expression
