// SPDX-License-Identifier: GPL-3.0-or-later
// What an import came across, for people and for programs; and the list of cells read.
#pragma once

#include "core/sheets/import.h"
#include "core/text/language.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace citypanel::cli {

/// One object: counts, variables with their coverage, unmatched names, conflicts with every value
/// and its cell, conversions done and offered, units of measure that differ, names understood.
[[nodiscard]] QByteArray importReportJson(const sheets::ImportResult& result,
                                          const sheets::ImportPlan& plan);

/// The same in lines, with what of the workbooks was left out. Where nobody asked for names as they
/// are written (areNamesAsked), that none is known is told.
[[nodiscard]] QByteArray importReportText(const sheets::ImportResult& result,
                                          const sheets::ImportPlan& plan,
                                          std::span<const sheets::Workbook* const> workbooks,
                                          bool areNamesAsked, text::Language language);

/// csv, a row a value read: unit, code, period, variable, scope, unit_of_measure, value, file,
/// sheet, cell, as_written, note.
[[nodiscard]] QByteArray cellsCsv(const std::vector<sheets::ReadCell>& cells);

} // namespace citypanel::cli
