// SPDX-License-Identifier: GPL-3.0-or-later
// Functions of expressions that look beyond one row: shifts along periods and group aggregates.
#pragma once

#include "core/panel/expression_tree.h"
#include "core/panel/factor.h"
#include "core/panel/panel.h"

#include <cstddef>
#include <span>
#include <vector>

namespace citypanel::expression {

/// For each row the row of the same unit `steps` periods earlier (by period value; negative:
/// later), or Origins::npos when the panel has no such row.
[[nodiscard]] std::vector<std::size_t> shiftedRows(const Panel& panel, Period steps);

/// Aggregate of x (n values) over groups (codes; missingCode gives a missing result), spread back
/// to the rows. Missing values are skipped; a group without values gives missing (count gives 0).
/// sd has divisor count - 1; rank gives ties their mean rank, ascending, missing for missing x.
template <typename Number>
[[nodiscard]] std::vector<Number> aggregate(Function function, std::span<const Number> x,
                                            std::span<const std::int32_t> codes,
                                            std::size_t groupCount);

/// The group 1 .. n of each value by the quantiles k/n of its group of rows, a value equal to a
/// limit in the lower one; quantiles average at steps (Hyndman and Fan's type 2), as Stata's xtile
/// does.
template <typename Number>
[[nodiscard]] std::vector<Number> quantileGroups(std::span<const Number> x,
                                                 std::span<const std::int32_t> codes,
                                                 std::size_t groupCount, int n);

extern template std::vector<double> quantileGroups(std::span<const double>,
                                                   std::span<const std::int32_t>, std::size_t, int);
extern template std::vector<long double>
quantileGroups(std::span<const long double>, std::span<const std::int32_t>, std::size_t, int);
extern template std::vector<double> aggregate(Function, std::span<const double>,
                                              std::span<const std::int32_t>, std::size_t);
extern template std::vector<long double> aggregate(Function, std::span<const long double>,
                                                   std::span<const std::int32_t>, std::size_t);

} // namespace citypanel::expression
