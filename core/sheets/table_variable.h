// SPDX-License-Identifier: GPL-3.0-or-later
// The variable that a whole table is, by the names of its sheet and file and the title above it.
#pragma once

#include "core/sheets/header_text.h"

#include <string>

namespace citypanel::sheets {

/// Whether a line names the variable of the table below it: "指标：地区生产总值(亿元)".
[[nodiscard]] bool saysIndicator(const std::string& line);

/// Whether the name of a sheet is no name: "Sheet1", "工作表2", "表1", 数据, digits or years alone.
[[nodiscard]] bool saysNothing(const std::string& sheetName);

/// The indicator a title names, with the unit of measure and the scope it gives in brackets. The
/// number of the table and the years of its data are no part of the name, which lacks the scope
/// too; it is empty where the title says nothing else, names a yearbook or is a source or a note.
[[nodiscard]] HeaderText titleHeader(const std::string& title);

/// The variable a file is of: its name without ending and years, or with them where there is
/// nothing else; its folder's where the name says nothing and the folder tells files apart
/// ("数据 (gdp).xlsx").
[[nodiscard]] std::string variableOfFile(const std::string& fileName);

/// The variable of a table of one: what saysIndicator, else the sheet's name, else what the title
/// says, else variableOfFile; of a text file, whose sheet is called as the file, what the title
/// says goes first. The unit of measure is that of the title.
[[nodiscard]] HeaderText variableOfTable(const std::string& sheetName, const std::string& title,
                                         const std::string& fileName);

} // namespace citypanel::sheets
