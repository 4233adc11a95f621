// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet units: workbooks with a sheet for each place.
#pragma once

#include "core/sheets/import.h"

#include <span>

namespace citypanel::sheets {

/// Where a sheet is of the place that its name says, others of the file with the same variables are
/// of what theirs say: another place, one that is not known, a total. They hold for no other unit.
/// Sheets whose names say no unit (说明, Sheet3), and those of provinces among prefectures, are
/// left out by decisions (ImportPlan::names), which a person may change.
void takeSheetUnits(std::span<const Workbook* const> workbooks, ImportPlan& plan);

} // namespace citypanel::sheets
