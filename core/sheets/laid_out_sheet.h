// SPDX-License-Identifier: GPL-3.0-or-later
// LaidOutSheet: the grid a layout speaks of, turned where units stand across the sheet.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/regions.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// The sheet with rows and columns changed places, merged ranges and hidden marks with them. Labels
/// of columns and values, of statistical files alone, are left behind.
[[nodiscard]] Sheet transposed(const Sheet& sheet);

/// The sheet, or its transpose, as a layout asks for. The sheet must outlive it.
class LaidOutSheet {
public:
    LaidOutSheet(const Sheet& sheet, const Layout& layout);
    LaidOutSheet(const LaidOutSheet&) = delete;
    LaidOutSheet& operator=(const LaidOutSheet&) = delete;
    ~LaidOutSheet() = default;

    [[nodiscard]] const Sheet& operator*() const { return turned_ ? *turned_ : sheet_; }

private:
    const Sheet& sheet_;
    std::optional<Sheet> turned_;
};

/// Where a cell of the grid stands in the file; and the other way round, since turning twice
/// changes nothing.
[[nodiscard]] CellIndex cellInFile(const Layout& layout, std::size_t row, std::size_t column);
[[nodiscard]] std::string cellNameInFile(const Layout& layout, std::size_t row, std::size_t column);

/// The layout of a sheet on which places stand across: names of the gazetteer of China's
/// prefectures over at least three columns and at least half of those with values (years or
/// indicators down), a sheet, file or title that names one place, with indicators down and years
/// across or years down and indicators across, or names down the side most of which say a unit of
/// measure ("GDP(亿元)"). `upright` is what the sheet is taken for as it stands. Nothing where none
/// of these is so.
[[nodiscard]] std::optional<DetectedLayout>
detectTurned(const Sheet& sheet, const std::string& fileName, const DetectedLayout& upright);

/// The layout of the sheet read as it stands, or turned, whatever stands on it.
[[nodiscard]] DetectedLayout layoutTurned(const Sheet& sheet, const std::string& fileName,
                                          bool isTransposed);

/// The layout of a sheet with variables down and years across, of the one unit that is named;
/// nothing where it is laid out otherwise.
[[nodiscard]] std::optional<Layout> turnedTableOf(const Sheet& sheet, const std::string& fileName,
                                                  const std::string& unit);

/// Whether what stands where units should are names of indicators, so that the sheet is perhaps to
/// be turned or is all of one unit: its header says so (指标, 项目, indicator), or at least half of
/// them say a unit of measure.
[[nodiscard]] bool holdsIndicatorsAsUnits(const Sheet& laidOut, const Layout& layout);

} // namespace citypanel::sheets
