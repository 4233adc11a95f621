// SPDX-License-Identifier: GPL-3.0-or-later
// The years that names of files and sheets and titles of tables state, and of what they are.
#pragma once

#include <cstdint>
#include <string>

namespace citypanel::sheets {

/// Where a text that may state a year stands.
enum class NamedBy : std::uint8_t {
    File, ///< a yearbook anywhere in the name makes its one year that of the book
    Text, ///< a title, a line above a table, the name of a sheet
};

/// What a name or title says of the year.
struct NamedYear {
    std::int64_t data = 0; ///< of the data: "2012年", "(data 2012)"; 0: not said
    std::int64_t book =
        0; ///< of a yearbook, whose data are of the year before: "年鉴2013"; 0: none
    bool isMarked = false; ///< `data` is said to be that of the data, in brackets or beside 数据
    bool hasSeveral = false; ///< several years, and nothing says which is meant: `data` is 0
    bool isPart = false; ///< quarters, half-years or months are meant: "2016年一季度", 上半年

    /// The year of the data: as said, or the year before that of the book; 0: none.
    [[nodiscard]] std::int64_t ofData() const {
        return data != 0 ? data : book == 0 ? 0 : book - 1;
    }
};

/// Reads the years (1900 to 2100) of a name or title. A year directly before or after 年鉴, 年鑑 or
/// yearbook is the book's; one beside 出版 is that of printing and of nothing else; one of prices
/// or of an index's base, or of a census that data were made from, is passed over, and a range
/// ("1998-2024") states no year. Beside a book's year, data, 数据 or brackets tell the data's year;
/// in a title any other year does, in the name of a file it leaves open which is meant.
[[nodiscard]] NamedYear namedYear(const std::string& text, NamedBy by);

/// Whether a line says no more than a part of a year: "(上半年)", "1-9月累计", 一季度.
[[nodiscard]] bool isPartAlone(const std::string& text);

/// Whether a text names a yearbook.
[[nodiscard]] bool namesYearbook(const std::string& text);

/// The year (1900 to 2100) that a name or title contains, the last one if there are several; 0
/// where there is none and where years stand as a range ("1998-2024").
[[nodiscard]] std::int64_t yearIn(const std::string& text);

/// The latest year (1900 to 2100) that a name or title contains, be it the end of a range; 0: none.
[[nodiscard]] std::int64_t latestYearIn(const std::string& text);

} // namespace citypanel::sheets
