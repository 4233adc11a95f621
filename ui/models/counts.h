// SPDX-License-Identifier: GPL-3.0-or-later
// How many units, periods, rows there are, in words: "1 unit", "2,904 rows".
#pragma once

#include <QString>
#include <QStringList>

#include <cstddef>

namespace citypanel::ui {

[[nodiscard]] QString countedUnits(std::size_t n);
[[nodiscard]] QString countedPeriods(std::size_t n);
[[nodiscard]] QString countedRows(std::size_t n);
[[nodiscard]] QString countedVariables(std::size_t n);
[[nodiscard]] QString countedValues(std::size_t n);
[[nodiscard]] QString countedGaps(std::size_t n);

/// The first names of a list, at most so many, and how many more there are.
[[nodiscard]] QString firstNames(const QStringList& names, qsizetype most);

} // namespace citypanel::ui
