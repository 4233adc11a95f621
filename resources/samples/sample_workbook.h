// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated statistics as files laid out like those that researchers collect.
#pragma once

#include "core/base/result.h"
#include "resources/samples/city_simulation.h"

#include <string>
#include <vector>

namespace citypanel::samples {

/// Writes into a folder: twelve editions of a yearbook ("yearbook_2012.xlsx" holds the data of 2011
/// on three sheets, with titles, bilingual headers, units, headings of provinces, spaced names,
/// numbers stored as text and missing marks), a workbook with a sheet a variable and a column a
/// year ("environment.xlsx"), and a long table in GB18030 ("digital.csv"). Every file says that its
/// data are simulated. The same rows give the same bytes.
/// Problem: FileUnwritable.
[[nodiscard]] Status writeWorkbooks(const std::string& folder, const std::vector<City>& cities,
                                    const std::vector<CityYear>& rows);

} // namespace citypanel::samples
