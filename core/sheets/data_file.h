// SPDX-License-Identifier: GPL-3.0-or-later
// Data files: plain rectangles of variables in columns, read as they are and written as csv.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/panel/panel.h"
#include "core/sheets/sheet.h"

#include <QByteArray>

#include <span>
#include <string>

namespace citypanel::sheets {

/// The panel in a csv, tsv, xlsx, xls, dta or sav file whose first row names the variables. A
/// column is numeric when every value that is not missing is a number and none has leading zeros
/// (codes such as "0110" stay text). Empty keys give a cross-section.
/// Problems: those of readWorkbookFile and Panel::create; HeaderNotFound when the first row lacks
/// names.
[[nodiscard]] Result<Panel> readDataFile(const std::string& path, const PanelKeys& keys,
                                         Progress& progress);

/// The same from a sheet already read.
[[nodiscard]] Result<Panel> panelOfSheet(const Sheet& sheet, const std::string& fileName,
                                         const PanelKeys& keys);

/// The panel in long form as UTF-8 csv with a byte order mark (so that spreadsheets show Chinese),
/// numbers in the shortest form that reads back to the same value, missing values empty. Text that
/// a spreadsheet would run as a formula gets a leading apostrophe. Variables in `tuned` rest on
/// weights moved by hand: csv has no labels that could say so, so their names end in "_tuned".
[[nodiscard]] QByteArray csvOf(const Panel& panel, std::span<const std::string> tuned = {});

} // namespace citypanel::sheets
