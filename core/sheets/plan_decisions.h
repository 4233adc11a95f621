// SPDX-License-Identifier: GPL-3.0-or-later
// Plan decisions: single conflicts and conversions decided in a plan.
#pragma once

#include "core/panel/origin.h"
#include "core/sheets/import.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// The accepted conversion of a column; null where its values stay as they stand.
[[nodiscard]] const UnitConversion* conversionOf(const ImportPlan& plan, const SheetImport& table,
                                                 const ColumnLayout& column);

/// The accepted conversion of the value that a cell gave for a variable; null where it was not
/// converted.
[[nodiscard]] const UnitConversion* conversionOf(const ImportPlan& plan, const Origin& origin,
                                                 const std::string& variable);

/// The unit of measure in which the values of a column are read.
[[nodiscard]] const std::string& unitAsRead(const ImportPlan& plan, const SheetImport& table,
                                            const ColumnLayout& column);

/// The plan with these conversions as they are decided here, whatever it said of them before.
[[nodiscard]] ImportPlan withConversionsDecided(ImportPlan plan,
                                                const std::vector<UnitConversion>& decided);

/// The plan in which the chosen value of a conflict holds; without one, the value is missing.
[[nodiscard]] ImportPlan withValueDecided(ImportPlan plan, const ValueConflict& conflict,
                                          std::optional<std::size_t> chosen);

} // namespace citypanel::sheets
