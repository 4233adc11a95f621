// SPDX-License-Identifier: GPL-3.0-or-later
// Headings of wide tables that name a year, and perhaps a variable beside it.
#pragma once

#include <cstdint>
#include <string>

namespace citypanel::sheets {

/// A heading taken apart.
struct NameAndYear {
    std::string name;
    std::int64_t year = 0; ///< 0: the heading has none
};

/// "GDP_2011", "2011年", "2011年GDP", "GDP(2011年)", "pop2005", "11年", "GDP, 2011年, 全市", and
/// "2012年, GDP" where the year stands over several names. Marks of footnotes and of preliminary
/// figures ("2010①", "2011(快报)", "2012E") are none of the year, nor are the months of a whole one
/// ("2011年1-12月"); a date is the year whose first or last day it is ("2011-12-31"); a year of
/// prices ("2000年不变价GDP") or a comparison
/// ("2012年比2011年增长") is no year of data.
[[nodiscard]] NameAndYear splitYear(const std::string& label);

} // namespace citypanel::sheets
