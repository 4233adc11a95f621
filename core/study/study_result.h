// SPDX-License-Identifier: GPL-3.0-or-later
// StudyResult: what a study gives: tables, figures, and the models behind them.
#pragma once

#include "core/base/problem.h"
#include "core/estimate/fit.h"
#include "core/study/figure.h"
#include "core/study/table.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace citypanel::study {

struct RegressionColumn;

/// Immutable once made.
struct StudyResult {
    std::vector<Table> tables{};
    std::vector<Figure> figures{};
    /// The model behind each column, by the column's key; lets a cell be explained.
    std::map<std::string, std::shared_ptr<const Fit>> fits{};
    /// What was asked for in each of those columns, by the same key.
    std::map<std::string, std::shared_ptr<const RegressionColumn>> columns{};
    Problems problems{}; ///< parts that could not be made; the others stand
};

} // namespace citypanel::study
