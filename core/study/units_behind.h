// SPDX-License-Identifier: GPL-3.0-or-later
// Which units stand behind a point of a figure or a column of a table.
#pragma once

#include "core/base/tagged_text.h"
#include "core/panel/panel.h"
#include "core/study/study.h"

#include <string>
#include <vector>

namespace citypanel::study {

struct UnitsBehind {
    std::vector<std::string> units{}; ///< as the panel names them, in its order
    ExpressionText condition{};       ///< true in their rows that are meant; empty: in all
};

/// What a point's or column's key means: the unit itself; the rows in that level of one of a
/// heterogeneity study's groupings and the units that have any; the units in the sample of the
/// column's model. No units for other keys.
[[nodiscard]] UnitsBehind unitsBehind(const Study& study, const StudyResult& result,
                                      const Panel& panel, const std::string& key);

} // namespace citypanel::study
