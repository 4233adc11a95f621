// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of spreadsheets and statistical files: numbers that only a format tells from other numbers.
#pragma once

#include "core/sheets/sheet.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::sheets {

/// Which cell formats show dates and percentages, and from when a workbook counts its days.
struct DateFormats {
    std::vector<bool> isDate{};    ///< by the index of the cell's format
    std::vector<bool> isTime{};    ///< the same: times of day and spans of time
    std::vector<bool> isPercent{}; ///< the same
    std::vector<bool> isScaled{};  ///< the same: shown divided by a thousand or more
    bool countsFrom1904 = false;

    [[nodiscard]] bool shows(std::size_t format) const {
        return format < isDate.size() && isDate[format];
    }

    [[nodiscard]] bool showsTime(std::size_t format) const {
        return format < isTime.size() && isTime[format];
    }

    [[nodiscard]] bool showsPercent(std::size_t format) const {
        return format < isPercent.size() && isPercent[format];
    }

    [[nodiscard]] bool showsScaled(std::size_t format) const {
        return format < isScaled.size() && isScaled[format];
    }

    /// The next format, by the number and the code of its number format.
    void add(std::size_t id, std::string_view code);
};

/// Whether a number format shows days: one of those built in (ECMA-376 18.8.30, the Chinese ones
/// too), or a code with a year or day outside of quotes and brackets. Times of day alone do not.
[[nodiscard]] bool isDateFormat(std::size_t id, std::string_view code);

/// Whether a number format shows hours or seconds and no day: 12:00, 36:00:00.
[[nodiscard]] bool isTimeFormat(std::size_t id, std::string_view code);

/// Whether a number format shows a percentage: 0% and 0.00% as built in, or a code with a per cent
/// sign outside of quotes and brackets.
[[nodiscard]] bool isPercentFormat(std::size_t id, std::string_view code);

/// Whether a number format shows less than the number: commas behind the digits leave out thousands
/// (#,##0.0,), and an escaped point among them shows ten thousands (0\.0,).
[[nodiscard]] bool isScaledFormat(std::string_view code);

/// "2011-12-31", with " 08:30:00" where it has a time of day; "" for numbers that are no day from
/// 1900 to 9999. Day 60 of the 1900 system, which never was, is "" too.
[[nodiscard]] std::string dateText(double days, bool countsFrom1904);

/// "12:00:00" of 0.5, "36:00:00" of 1.5.
[[nodiscard]] std::string timeText(double days);

/// From when a statistical file counts, and in what.
enum class DateCount : std::uint8_t {
    None,
    StataDays,         ///< %td: days since 1960
    StataMilliseconds, ///< %tc: milliseconds since 1960
    SpssSeconds,       ///< DATE, ADATE, DATETIME, ...: seconds since 14 October 1582
};

/// What a display format of Stata says of its column. Formats of months, quarters, weeks and half
/// years count periods one by one, as lags need them, and %tC counts leap seconds: None, they stay
/// numbers. Source: Stata 17 manual, [D] Datetime.
[[nodiscard]] DateCount stataDateCount(std::string_view format);

/// The same of a print format of SPSS: None for durations (TIME, DTIME), names of days and months.
/// Source: IBM SPSS Statistics 29 Command Syntax Reference, Date and Time Formats.
[[nodiscard]] DateCount spssDateCount(std::string_view format);

/// As dateText; "" for numbers that are no day of the years 1583 to 9999.
[[nodiscard]] std::string dateText(double number, DateCount count);

/// Days from 1 January 1960, as Stata counts them, to a date written "2011-12-31"; nothing for any
/// other text.
[[nodiscard]] std::optional<std::int64_t> dayNumber(std::string_view text);

/// The number, the percentage, the date or the time it is shown as, put on a sheet.
void setNumberOrDate(Sheet& sheet, std::size_t row, std::size_t column, double number,
                     const DateFormats& formats, std::size_t format);

} // namespace citypanel::sheets
