// SPDX-License-Identifier: GPL-3.0-or-later
// Header cells of yearbook tables taken apart: indicator, unit of measure, scope.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace citypanel::sheets {

/// What a header says.
struct HeaderText {
    std::string name;          ///< fit for a formula: no blanks, brackets or operators
    std::string label;         ///< the parts joined by ", "
    std::string unitOfMeasure; ///< from brackets or a unit suffix
    std::string scope;         ///< "全市" or "市辖区"
};

/// Joins the header cells over one column, from top to bottom. English beside Chinese, numbering of
/// items and the bracketed unit leave the name; a scope becomes its suffix, also where it and the
/// unit are parts of one name ("指标_全市_万元").
[[nodiscard]] HeaderText joinHeader(const std::vector<std::string>& cells);

/// The same header with a scope that stands elsewhere, in the title or beside it.
[[nodiscard]] HeaderText withScope(HeaderText header, const std::string& scope);

/// "全市" or "市辖区" where a text is a word for one of them, in Chinese or in English ("Total
/// City"); empty for any other.
[[nodiscard]] std::string scopeWord(std::string_view text);

/// Whether a text is a unit of measure and nothing more: "亿元", "%".
[[nodiscard]] bool isUnitOfMeasure(std::string_view text);

/// A unit of measure that a line gives for the columns of one name.
struct NamedUnit {
    std::string name;
    std::string unitOfMeasure;

    friend bool operator==(const NamedUnit&, const NamedUnit&) = default;
};

/// Those behind the unit of all: "单位：亿元 增速：%".
[[nodiscard]] std::vector<NamedUnit> unitsByName(std::string_view line);

/// Without the blanks of "单 位:亿 元", which is set wide to fill its line.
[[nodiscard]] std::string withoutWideBlanks(const std::string& text);

/// The unit in a line such as "单位：万元" or "Unit: 10 000 yuan"; empty when the line gives none.
[[nodiscard]] std::string unitInLine(std::string_view line);

/// What stands before the unit in such a line, a title perhaps; empty when the line gives no unit.
[[nodiscard]] std::string textBeforeUnit(std::string_view line);

} // namespace citypanel::sheets
