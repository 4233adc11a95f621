// SPDX-License-Identifier: GPL-3.0-or-later
// Columns whose headings say no variable: scopes, parts, years alone. The title says what they are.
#pragma once

#include "core/sheets/header_text.h"
#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <string>

namespace citypanel::sheets {

/// Calls the one column of values under a year and nothing else, where no other heading says a year
/// (2014年 | 比上年增长 | 位次), as the title calls the table, and takes its year for that of the
/// table.
void nameByYearAndTitle(DetectedLayout& detected);

/// 人口 | #市辖区 | GDP | #市辖区 in a header of one row: of the variable left of each, and in its
/// unit of measure.
void nameScopesAlone(Layout& layout);

/// The one indicator that a whole table is of: as its title says, or else its file. Where rows
/// without values say it, as the title says alone.
[[nodiscard]] HeaderText indicatorOfTable(const Sheet& sheet, const std::string& fileName,
                                          const DetectedLayout& detected);

/// 全市 | 市辖区 and nothing else over the values: of the one indicator that the table is of.
void nameScopesByTitle(const HeaderText& variable, Layout& layout);

/// 合计 | 男 | 女 and nothing else over the values: of the indicator that the table is of.
void namePartsByTitle(const std::string& variable, Layout& layout);

} // namespace citypanel::sheets
