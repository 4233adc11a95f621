// SPDX-License-Identifier: GPL-3.0-or-later
// JSON of models, comparisons of groups, descriptive statistics and problems, with the names of the
// command line.
#pragma once

#include "core/base/problem.h"
#include "core/estimate/fit.h"
#include "core/estimate/group_comparison.h"
#include "core/study/describe.h"
#include "core/text/language.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <string>

namespace citypanel::report {

/// A model as `estimate` prints it: nobs, terms, r_squared, ..., iv where there are instruments.
/// 17 significant digits; what is not defined is null.
[[nodiscard]] QByteArray fitJson(const Fit& fit);

/// A comparison as `compare` prints it: `by`, `groups` [level, estimate: as fitJson], `tests`
/// [term (null: all coefficients), groups, method, difference, ..., p_value, reps, seed].
[[nodiscard]] QByteArray comparisonJson(const GroupComparison& comparison);

/// What `describe` prints.
struct Description {
    std::vector<study::GroupSummary> groups; ///< one without a level: all rows together
    std::string by{};                        ///< name of the grouping column, where there is one
    std::optional<study::CorrelationMatrix> correlations{};
};

/// `variables` of all rows, or `by` and `groups` [level, rows, variables]; `correlations`
/// [a, b, r, p_value, n] of each pair where they were asked for.
[[nodiscard]] QByteArray describeJson(const Description& description);

/// `problems` [code, severity, message, and the parts of the place that are there]; `notices`
/// [sentences] where there are some.
[[nodiscard]] QByteArray problemsJson(std::span<const Problem> problems, text::Language language,
                                      std::span<const std::string> notices = {});

} // namespace citypanel::report
