// SPDX-License-Identifier: GPL-3.0-or-later
// Columns by year: what the years in the headings of a table make of its columns.
#pragma once

#include "core/sheets/header_text.h"
#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstdint>
#include <set>
#include <vector>

namespace citypanel::sheets {

/// Whether variables come again with other years, or one list stands under a year.
[[nodiscard]] bool comeYearsAgain(const Layout& layout);

/// The years of the headings where each says one: "2017年末常住人口", "2017年GDP". That of a census
/// says what the data were made from, that of codes which list of places has them. Empty where a
/// heading says none, or as much as another.
[[nodiscard]] std::set<std::int64_t> yearsOfAllHeadings(const Layout& layout);

/// Columns of a wide table take the name of their variable: what stands before the year, or that of
/// the table, with the unit of measure that stands over the names of units, or in the title.
void nameWideColumns(const Sheet& sheet, const HeaderText& variable, Layout& layout);

/// Headings that say the year of their page too (2017年常住人口) give the variable without it, as
/// those of the next edition do, unless another column has that name.
void dropYearOfPage(std::int64_t year, std::vector<ColumnLayout>& columns);

} // namespace citypanel::sheets
