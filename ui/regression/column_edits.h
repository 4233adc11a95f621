// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of a table's models as functions from value to value, for session.edit().
#pragma once

#include "core/study/regression_study.h"

#include <cstddef>
#include <string>
#include <vector>

namespace citypanel::ui {

/// The study with one model replaced, and its core terms: those of the other models and `core`.
[[nodiscard]] study::RegressionStudy withColumn(study::RegressionStudy study, std::size_t column,
                                                const study::RegressionColumn& changed,
                                                const std::vector<std::string>& core);

} // namespace citypanel::ui
