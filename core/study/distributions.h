// SPDX-License-Identifier: GPL-3.0-or-later
// Densities and means of a variable by group, as series of figures.
#pragma once

#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/panel/panel.h"
#include "core/study/figure.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace citypanel::study {

/// The values of an expression in the rows given, missing ones left out.
/// Problems: those of parseExpression and evaluate.
[[nodiscard]] Result<std::vector<double>> valuesIn(const Panel& panel, const ExpressionText& text,
                                                   std::span<const std::size_t> rows);

/// Rows of one group.
struct GroupRows {
    std::string key{}; ///< of the series
    Phrase name{};
    std::vector<std::size_t> rows{};
};

/// A density a group that has different values ("density_<variable>").
[[nodiscard]] Result<Figure> densityFigure(const Panel& panel, const ExpressionText& variable,
                                           const Phrase& grouping,
                                           std::span<const GroupRows> groups);

/// The mean of each period, a line a group ("means_<variable>"); count is the number of rows.
[[nodiscard]] Result<Figure> meansFigure(const Panel& panel, const ExpressionText& variable,
                                         const Phrase& grouping, std::span<const GroupRows> groups);

} // namespace citypanel::study
