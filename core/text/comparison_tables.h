// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a comparison of groups in one language: the model of each group, and the tests between
// them.
#pragma once

#include "core/estimate/group_comparison.h"
#include "core/panel/panel.h"
#include "core/study/regression_study.h"
#include "core/study/table.h"
#include "core/text/language.h"

namespace citypanel::text {

/// The models side by side, a column a level, as a regression table. specification: what every
/// group was estimated with.
[[nodiscard]] study::Table groupModelsTable(const GroupComparison& comparison,
                                            const study::RegressionColumn& specification,
                                            const Panel& panel, Language language);

/// The tests of a comparison: a heading for each pair of groups and method, under it a row a
/// coefficient and one for all at once. options: what the comparison was run with.
[[nodiscard]] study::Table groupTestsTable(const GroupComparison& comparison,
                                           const CompareOptions& options, const Panel& panel,
                                           Language language);

} // namespace citypanel::text
