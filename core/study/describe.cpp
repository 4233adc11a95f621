// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptive statistics: sums in extended precision, two passes, so that a large mean costs no
// digits of the standard deviation.
#include "core/study/describe.h"

#include "core/estimate/distributions.h"
#include "core/index/index_reading.h"
#include "core/panel/expression.h"
#include "core/panel/factor.h"
#include "core/panel/not_numeric.h"
#include "core/prepare/quantile.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace citypanel::study {

namespace {

using Extended = long double;

/// Sum of squared deviations from the mean, and the mean.
struct Moments {
    Extended mean = 0;
    Extended squares = 0;
};

Moments momentsOf(std::span<const double> values) {
    Moments moments;
    for (const double value : values) {
        moments.mean += static_cast<Extended>(value);
    }
    moments.mean /= static_cast<Extended>(values.size());
    Extended remainder = 0;
    for (const double value : values) {
        const Extended deviation = static_cast<Extended>(value) - moments.mean;
        moments.squares += deviation * deviation;
        remainder += deviation;
    }
    moments.squares -= remainder * remainder / static_cast<Extended>(values.size());
    return moments;
}

Summary summaryOf(const Variable& column, std::span<const std::size_t> rows) {
    Summary summary{.name = column.name(), .label = column.label()};
    std::vector<double> values;
    values.reserve(rows.size());
    for (const std::size_t row : rows) {
        if (const double value = column.numbers()[row]; !isMissing(value)) {
            values.push_back(value);
        }
    }
    summary.n = values.size();
    summary.missing = rows.size() - values.size();
    if (values.empty()) {
        return summary;
    }
    std::sort(values.begin(), values.end());
    const Moments moments = momentsOf(values);
    const auto quantile = [&values](double p) {
        return prepare::quantileOfSorted(values, p, prepare::QuantileRule::Pctile);
    };
    summary.mean = static_cast<double>(moments.mean);
    if (summary.n > 1) {
        const auto divisor = static_cast<Extended>(summary.n - 1);
        summary.sd = static_cast<double>(std::sqrt(moments.squares / divisor));
    }
    summary.min = values.front();
    summary.p25 = quantile(0.25);
    summary.median = quantile(0.5);
    summary.p75 = quantile(0.75);
    summary.max = values.back();
    return summary;
}

Result<std::vector<Variable>> numericColumns(const Panel& panel,
                                             std::span<const std::string> names) {
    std::vector<Variable> columns;
    for (const std::string& name : names) {
        CITYPANEL_TRY(Variable column, panel.variable(name));
        if (!column.isNumeric()) {
            return notNumeric(panel, column);
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

GroupSummary summariesOf(const std::vector<Variable>& columns, std::span<const std::size_t> rows) {
    GroupSummary group{.level = {}, .rows = rows.size(), .variables = {}};
    for (const Variable& column : columns) {
        group.variables.push_back(summaryOf(column, rows));
    }
    return group;
}

Correlation correlationOf(std::span<const double> a, std::span<const double> b,
                          std::span<const std::size_t> rows) {
    std::vector<double> x;
    std::vector<double> y;
    for (const std::size_t row : rows) {
        if (!isMissing(a[row]) && !isMissing(b[row])) {
            x.push_back(a[row]);
            y.push_back(b[row]);
        }
    }
    Correlation result{.n = x.size()};
    if (result.n < 3) {
        return result;
    }
    const Moments mx = momentsOf(x);
    const Moments my = momentsOf(y);
    if (mx.squares <= 0 || my.squares <= 0) {
        return result;
    }
    Extended products = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        products +=
            (static_cast<Extended>(x[i]) - mx.mean) * (static_cast<Extended>(y[i]) - my.mean);
    }
    const Extended r =
        std::clamp(products / std::sqrt(mx.squares * my.squares), Extended{-1}, Extended{1});
    const auto df = static_cast<double>(result.n - 2);
    result.r = static_cast<double>(r);
    // |r| = 1 makes t infinite: its tail is empty.
    const auto unexplained = static_cast<double>(1 - r * r);
    result.pValue =
        unexplained > 0 ? studentTwoSided(result.r * std::sqrt(df / unexplained), df) : 0.0;
    return result;
}

} // namespace

std::vector<std::string> describableVariables(const Panel& panel) {
    std::vector<std::string> names;
    for (const Variable& column : panel.columns()) {
        const bool isKey =
            column.name() == panel.keys().unit || column.name() == panel.keys().period;
        if (column.isNumeric() && !isKey) {
            names.push_back(column.name());
        }
    }
    return names;
}

Result<std::vector<std::size_t>> selectedRows(const Panel& panel, const ExpressionText& where) {
    std::vector<std::size_t> rows(panel.rowCount());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (where.empty()) {
        return rows;
    }
    CITYPANEL_TRY(const Expression condition, parseExpression(where.text));
    CITYPANEL_TRY(const std::vector<bool> keep, selectRows(condition, panel));
    rows.erase(
        std::remove_if(rows.begin(), rows.end(), [&keep](std::size_t row) { return !keep[row]; }),
        rows.end());
    return rows;
}

Result<GroupSummary> describe(const Panel& panel, std::span<const std::string> variables,
                              std::span<const std::size_t> rows) {
    CITYPANEL_TRY(const std::vector<Variable> columns, numericColumns(panel, variables));
    if (rows.empty()) {
        return Problem{.code = ProblemCode::SampleEmpty};
    }
    return summariesOf(columns, rows);
}

Result<std::vector<GroupSummary>> describeBy(const Panel& panel,
                                             std::span<const std::string> variables,
                                             const std::string& by,
                                             std::span<const std::size_t> rows) {
    CITYPANEL_TRY(const std::vector<Variable> columns, numericColumns(panel, variables));
    CITYPANEL_TRY(const Factor all, factorOf(panel, by));
    const Factor groups = subset(all, rows);
    std::vector<std::vector<std::size_t>> rowsOf(groups.levelCount());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (groups.codes[i] != missingCode) {
            rowsOf[static_cast<std::size_t>(groups.codes[i])].push_back(rows[i]);
        }
    }
    if (rowsOf.empty()) {
        return Problem{.code = ProblemCode::SampleEmpty, .place = {.variable = by}};
    }
    std::vector<GroupSummary> result;
    for (std::size_t level = 0; level < rowsOf.size(); ++level) {
        result.push_back(summariesOf(columns, rowsOf[level]));
        result.back().level = groups.levels[level];
    }
    return result;
}

Result<CorrelationMatrix> correlate(const Panel& panel, std::span<const std::string> variables,
                                    std::span<const std::size_t> rows) {
    CITYPANEL_TRY(const std::vector<Variable> columns, numericColumns(panel, variables));
    if (rows.empty()) {
        return Problem{.code = ProblemCode::SampleEmpty};
    }
    const std::size_t k = columns.size();
    CorrelationMatrix matrix{.names = {variables.begin(), variables.end()},
                             .entries = std::vector<Correlation>(k * k)};
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            matrix.entries[i * k + j] =
                correlationOf(columns[i].numbers(), columns[j].numbers(), rows);
            matrix.entries[j * k + i] = matrix.entries[i * k + j];
        }
    }
    return matrix;
}

Correlation correlation(std::span<const double> a, std::span<const double> b) {
    std::vector<std::size_t> rows(a.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return correlationOf(a, b, rows);
}

std::vector<double> meanRanks(std::span<const double> values) {
    std::vector<double> negated;
    for (const double value : values) {
        negated.push_back(-value);
    }
    return index::ranksFromHighest(negated);
}

Correlation rankCorrelation(std::span<const double> a, std::span<const double> b) {
    std::vector<double> x(a.begin(), a.end());
    std::vector<double> y(b.begin(), b.end());
    for (std::size_t i = 0; i < x.size(); ++i) {
        // Ranks are those among the rows with both values.
        if (isMissing(x[i]) || isMissing(y[i])) {
            x[i] = y[i] = missingValue;
        }
    }
    return correlation(meanRanks(x), meanRanks(y));
}

} // namespace citypanel::study
