// SPDX-License-Identifier: GPL-3.0-or-later
// Renewed layout: what somebody said of a sheet, carried over to the sheet that takes its place.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstdint>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// The layout of a sheet of a file that was replaced by another of its name: detected anew, with
/// all that `said` changes of what is detected on the sheet `before`: rows of header and body,
/// keys, kind and period, names, units and ticks of columns, known again by their headers (or, of
/// wide tables, by the name of the variable). What was left as detected follows the new sheet:
/// further rows are read, moved columns are followed, and columns that are new stay as detected.
/// A year that was told stays as a guess where the sheets differ (Layout::isPeriodGuessed).
/// `table` counts the tables of a sheet, as SheetImport::table.
[[nodiscard]] Layout renewedLayout(const Sheet& before, const Layout& said, const Sheet& now,
                                   const std::string& fileName, std::int64_t table);

/// What is detected of a table under the rows of header and body that `said` has, before anything
/// was said of its columns, keys and period.
[[nodiscard]] Layout detectedAsSaid(const Sheet& sheet, const Layout& said,
                                    const std::string& fileName, std::int64_t table);

/// Variables of the columns one layout reads and the other lacks, each once.
struct ColumnChanges {
    std::vector<std::string> added{};
    std::vector<std::string> gone{};
};

/// How the variables of a renewed layout differ from those of the layout before.
[[nodiscard]] ColumnChanges columnChanges(const Layout& before, const Layout& now);

} // namespace citypanel::sheets
