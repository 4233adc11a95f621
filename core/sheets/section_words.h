// SPDX-License-Identifier: GPL-3.0-or-later
// Section words: what lines of one cell between the rows of a table say.
#pragma once

#include "core/sheets/sheet.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace citypanel::sheets {

/// The one filled cell of a row; nothing where there are several or none.
[[nodiscard]] std::optional<std::size_t> onlyCell(const Sheet& sheet, std::size_t row);

/// A line without its number and brackets: "一、市辖区", "(市辖区)", "[石家庄市]", "石家庄市：".
/// The text is as tidyHeader leaves it.
[[nodiscard]] std::string withoutFrame(const std::string& text);

/// The scope that a line says and nothing else ("(市辖区)", "一、市辖区"); "": none.
[[nodiscard]] std::string scopeAlone(const std::string& text);

/// The year that a line says and nothing else ("2010年", "一、2010年", "二〇一〇年"); 0: none.
[[nodiscard]] std::int64_t yearAlone(const std::string& text);

/// What a row says that says no more than a year or a scope, both of them in one cell perhaps, and
/// the unit of measure in brackets or beside it: "2016年", "2016年全市 | 单位：亿元",
/// "(2016年,市辖区,亿元)".
struct SectionLine {
    std::size_t column = 0; ///< of the year or the scope
    std::int64_t year = 0;  ///< 0: none
    std::string scope{};
    std::string unitOfMeasure{};
};

/// Nothing where a row says more, or neither year nor scope.
[[nodiscard]] std::optional<SectionLine> sectionLine(const Sheet& sheet, std::size_t row);

/// Whether a row is a line that says a year or a scope and nothing else: it holds for the rows
/// below. A scope does so in the first column, or where another stands in its column further down.
/// Over a group of columns it is merged.
[[nodiscard]] bool isSectionLine(const Sheet& sheet, std::size_t row);

} // namespace citypanel::sheets
