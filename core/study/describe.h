// SPDX-License-Identifier: GPL-3.0-or-later
// describe: descriptive statistics and correlations of columns, as plain values.
#pragma once

#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/panel/panel.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace citypanel::study {

/// Statistics of the present values of one column. NaN where undefined: all of them without
/// observations, sd with fewer than two.
struct Summary {
    std::string name;
    std::string label; ///< the column's label; empty: none
    std::size_t n = 0; ///< present values
    double mean = missingValue;
    double sd = missingValue; ///< divisor n - 1
    double min = missingValue;
    double p25 = missingValue; ///< quantiles as Stata's _pctile (Hyndman and Fan 1996, type 2)
    double median = missingValue;
    double p75 = missingValue;
    double max = missingValue;
    std::size_t missing = 0;

    friend bool operator==(const Summary&, const Summary&) = default;
};

/// The statistics of one group of rows.
struct GroupSummary {
    std::string level; ///< empty: all rows
    std::size_t rows = 0;
    std::vector<Summary> variables;

    friend bool operator==(const GroupSummary&, const GroupSummary&) = default;
};

/// Pearson correlation of the rows in which both values are present. NaN where fewer than three
/// rows or a constant make it undefined.
struct Correlation {
    double r = missingValue;
    double pValue = missingValue; ///< two-sided, t with n - 2 degrees of freedom
    std::size_t n = 0;

    friend bool operator==(const Correlation&, const Correlation&) = default;
};

struct CorrelationMatrix {
    std::vector<std::string> names;
    std::vector<Correlation> entries; ///< names x names, row by row; symmetric

    [[nodiscard]] const Correlation& at(std::size_t i, std::size_t j) const {
        return entries[i * names.size() + j];
    }

    friend bool operator==(const CorrelationMatrix&, const CorrelationMatrix&) = default;
};

/// The numeric columns of a panel but its keys.
[[nodiscard]] std::vector<std::string> describableVariables(const Panel& panel);

/// The rows for which the condition holds, ascending; all of them without a condition.
/// Problems: those of parseExpression and citypanel::selectRows.
[[nodiscard]] Result<std::vector<std::size_t>> selectedRows(const Panel& panel,
                                                            const ExpressionText& where);

/// Statistics of columns over the rows given (ascending).
/// Problems: VariableUnknown, VariableNotNumeric, SampleEmpty.
[[nodiscard]] Result<GroupSummary> describe(const Panel& panel,
                                            std::span<const std::string> variables,
                                            std::span<const std::size_t> rows);

/// The same by the levels of a column, in their order; rows without a level are left out.
[[nodiscard]] Result<std::vector<GroupSummary>> describeBy(const Panel& panel,
                                                           std::span<const std::string> variables,
                                                           const std::string& by,
                                                           std::span<const std::size_t> rows);

/// Pairwise correlations. Problems: VariableUnknown, VariableNotNumeric, SampleEmpty.
[[nodiscard]] Result<CorrelationMatrix> correlate(const Panel& panel,
                                                  std::span<const std::string> variables,
                                                  std::span<const std::size_t> rows);

/// Pearson correlation of two columns of equal length.
[[nodiscard]] Correlation correlation(std::span<const double> a, std::span<const double> b);

/// Spearman's rank correlation: that of the ranks (ties share their mean rank), p-value from t with
/// n - 2 degrees of freedom, as R's cor.test(method = "spearman", exact = FALSE).
[[nodiscard]] Correlation rankCorrelation(std::span<const double> a, std::span<const double> b);

/// Ranks 1 .. n of the present values, ascending; ties share their mean rank, NaN where missing.
[[nodiscard]] std::vector<double> meanRanks(std::span<const double> values);

} // namespace citypanel::study
