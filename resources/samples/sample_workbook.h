// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated statistics as a workbook laid out like a yearbook.
#pragma once

#include "core/base/result.h"
#include "resources/samples/city_simulation.h"

#include <string>
#include <vector>

namespace citypanel::samples {

/// Name of the sheet of raw statistics, and of the sheet of indices.
inline constexpr const char* statisticsSheet = "城市统计";
inline constexpr const char* indicesSheet = "指数";

/// Writes two sheets, a row a city and year: a title that says the data are simulated, a bilingual
/// header with units, missing values as blanks or "...". The same rows give the same bytes.
/// Problem: FileUnwritable.
[[nodiscard]] Status writeWorkbook(const std::string& path, const std::vector<City>& cities,
                                   const std::vector<CityYear>& rows);

} // namespace citypanel::samples
