// SPDX-License-Identifier: GPL-3.0-or-later
// Carried decisions: what was decided of some tables, for others of the same names and variables.
#pragma once

#include "core/sheets/import.h"

#include <span>
#include <vector>

namespace citypanel::sheets {

/// Decides the names of a plan that are open as those of the same writing were decided elsewhere.
/// One that was accepted stands for its place only in tables whose other names fit
/// (NameDecision::inContext); what is only offered there decides nothing; one kept as written or
/// left out is so wherever it is doubtful.
void decideNames(std::span<const Workbook* const> workbooks,
                 const std::vector<NameDecision>& decided, ImportPlan& plan);

/// Names, labels, corrected units and ticks of columns for the tables of a plan that `said` lacks:
/// as those of the columns of the same detected name were changed there, where the changes agree.
void carryColumns(const ImportPlan& detected, const ImportPlan& said, ImportPlan& plan);

} // namespace citypanel::sheets
