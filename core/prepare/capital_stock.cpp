// SPDX-License-Identifier: GPL-3.0-or-later
// Perpetual inventory: the growth rate, the initial stock, the recursion.
#include "core/prepare/capital_stock.h"

#include "core/panel/number_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace citypanel::prepare {

namespace {

/// The part of a unit's series that starts at its first investment.
struct Span {
    std::size_t first;
    std::size_t size;
};

/// The unbroken run of consecutive periods with investment, from the first one.
Span unbroken(std::span<const double> investment, std::span<const Period> periods) {
    std::size_t first = 0;
    while (first < investment.size() && isMissing(investment[first])) {
        ++first;
    }
    std::size_t end = first;
    while (end < investment.size() && !isMissing(investment[end]) &&
           (end == first || periods[end] == periods[end - 1] + 1)) {
        ++end;
    }
    return {first, end - first};
}

/// Mean growth of x_0 .. x_{m-1}; missing unless all are positive and m > 1.
double growthRate(std::span<const double> x, bool arithmetic) {
    if (x.size() < 2 || std::any_of(x.begin(), x.end(), [](double v) { return !(v > 0); })) {
        return missingValue;
    }
    const double steps = static_cast<double>(x.size() - 1);
    if (!arithmetic) {
        return std::pow(x.back() / x.front(), 1 / steps) - 1;
    }
    double sum = 0;
    for (std::size_t i = 1; i < x.size(); ++i) {
        sum += x[i] / x[i - 1] - 1;
    }
    return sum / steps;
}

double measuredGrowth(const CapitalSeries& series, const Span& span, const CapitalRule& rule) {
    const auto& source = rule.growth == GrowthMeasure::Output ? series.output : series.investment;
    const std::size_t limit =
        rule.growthPeriods > 0 ? static_cast<std::size_t>(rule.growthPeriods) + 1 : span.size;
    return growthRate(source.subspan(span.first, std::min(limit, span.size)),
                      rule.growth == GrowthMeasure::Arithmetic);
}

bool needsGrowth(InitialStock initial) {
    return initial == InitialStock::HallJones || initial == InitialStock::ReinsdorfCover ||
           initial == InitialStock::Harberger;
}

double initialStock(double investment, double growth, double depreciation, double given,
                    const CapitalRule& rule) {
    const double steady = investment / (growth + depreciation);
    switch (rule.initial) {
    case InitialStock::ShareOfInvestment:
        return investment / rule.initialShare;
    case InitialStock::HallJones:
        return steady;
    case InitialStock::ReinsdorfCover:
        return steady * (1 + growth);
    case InitialStock::Harberger:
        return steady * (1 - depreciation) + investment;
    case InitialStock::Given:
        return given;
    }
    return missingValue;
}

} // namespace

Result<std::vector<double>> capitalStock(const CapitalSeries& series,
                                         std::span<const Period> periods, const CapitalRule& rule) {
    std::vector<double> stock(series.investment.size(), missingValue);
    const Span span = unbroken(series.investment, periods);
    if (span.size == 0) {
        return stock;
    }
    const double d0 = series.depreciation[span.first];
    double growth = 0;
    if (needsGrowth(rule.initial)) {
        growth = measuredGrowth(series, span, rule);
        if (!(growth + d0 > 0)) {
            return Problem{.code = ProblemCode::ArgumentInvalid,
                           .place = {.period = std::to_string(periods[span.first])},
                           .found = "g + d = " + shortestText(growth + d0),
                           .expected = "> 0"};
        }
    }
    const double given = rule.initial == InitialStock::Given ? series.given[span.first] : 0;
    stock[span.first] = initialStock(series.investment[span.first], growth, d0, given, rule);
    for (std::size_t i = span.first + 1; i < span.first + span.size; ++i) {
        stock[i] = stock[i - 1] * (1 - series.depreciation[i]) + series.investment[i];
    }
    return stock;
}

} // namespace citypanel::prepare
