// SPDX-License-Identifier: GPL-3.0-or-later
// The period of a page of one year: by its title, its file's name, its sheet's name.
#pragma once

#include "core/sheets/layout.h"

#include <string>

namespace citypanel::sheets {

/// Adds what a line above the header says of the year to what is known from the lines before it.
/// Lines below the first may be notes that speak of other years: theirs counts only where it is
/// said to be that of the data, or is all the line says.
void readTitleYear(const std::string& line, bool isFirst, NamedYear& known);

/// Makes the layout a page of one period and chooses the rule: what the lines above say, else the
/// name of the file, else that of the sheet. Columns of 全市 and 市辖区 under a file that is not
/// called a yearbook are those of one: taken for it, and marked as a guess.
void choosePeriodOfSheet(const std::string& sheetName, const std::string& fileName,
                         const NamedYear& titled, Layout& layout);

} // namespace citypanel::sheets
