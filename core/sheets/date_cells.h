// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of spreadsheets: numbers of days that only a number format tells from other numbers.
#pragma once

#include "core/sheets/sheet.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::sheets {

/// Which cell formats show dates, and from when a workbook counts its days.
struct DateFormats {
    std::vector<bool> isDate{}; ///< by the index of the cell's format
    bool countsFrom1904 = false;

    [[nodiscard]] bool shows(std::size_t format) const {
        return format < isDate.size() && isDate[format];
    }
};

/// Whether a number format shows days: one of those built in (ECMA-376 18.8.30, the Chinese ones
/// too), or a code with a year or day outside of quotes and brackets. Times of day alone do not.
[[nodiscard]] bool isDateFormat(std::size_t id, std::string_view code);

/// "2011-12-31", with " 08:30:00" where it has a time of day; "" for numbers that are no day from
/// 1900 to 9999. Day 60 of the 1900 system, which never was, is "" too.
[[nodiscard]] std::string dateText(double days, bool countsFrom1904);

/// The number, or the date it is shown as, put on a sheet.
void setNumberOrDate(Sheet& sheet, std::size_t row, std::size_t column, double number,
                     const DateFormats& formats, std::size_t format);

} // namespace citypanel::sheets
