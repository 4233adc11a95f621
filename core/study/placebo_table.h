// SPDX-License-Identifier: GPL-3.0-or-later
// The table and the figure of a placebo test.
#pragma once

#include "core/estimate/placebo.h"
#include "core/panel/panel.h"
#include "core/study/figure.h"
#include "core/study/table.h"

#include <string>

namespace citypanel::study {

/// A row a statistic of the placebo estimates, the actual one first.
[[nodiscard]] Table placeboTable(const PlaceboTest& test, const PlaceboOptions& options,
                                 const std::string& key, const Panel& panel);

/// The density of the placebo estimates, with the actual estimate as a point and a line.
[[nodiscard]] Figure placeboFigure(const PlaceboTest& test, const Table& table, const Panel& panel);

} // namespace citypanel::study
