// SPDX-License-Identifier: GPL-3.0-or-later
// Long rows: lines of a text file with more fields than its others.
#pragma once

#include "core/base/problem.h"
#include "core/sheets/sheet.h"

namespace citypanel::sheets {

/// Warns (SizeMismatch, at most five times) of rows wider than the header, or than most rows where
/// the header has gaps: a number with a comma in it that no quotes keep together moves all behind
/// it by one.
[[nodiscard]] Problems warningsOfLongRows(const Sheet& sheet);

} // namespace citypanel::sheets
