// SPDX-License-Identifier: GPL-3.0-or-later
// Given unit: the one unit that a whole table is of.
#pragma once

#include "core/sheets/gazetteer.h"
#include "core/sheets/layout.h"
#include "core/sheets/unit_rows.h"

#include <string>
#include <vector>

namespace citypanel::sheets {

/// Whether a name that means a place means a province too: 吉林, 海南, Jilin.
[[nodiscard]] bool isAlsoProvince(const Gazetteer& gazetteer, const std::string& name);

/// The one unit of a layout without a column of them (givenUnit), as its only row. A name that
/// means several places, or a province and a place, is unmatched.
[[nodiscard]] UnitColumn readGivenUnit(const Layout& layout, const Gazetteer* gazetteer,
                                       const std::vector<NameDecision>& decisions);

} // namespace citypanel::sheets
