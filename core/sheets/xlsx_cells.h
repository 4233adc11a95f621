// SPDX-License-Identifier: GPL-3.0-or-later
// What both readers of worksheet parts share: references, and cells put on a sheet by their type.
#pragma once

#include "core/sheets/date_cells.h"
#include "core/sheets/sheet.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::sheets {

inline constexpr std::size_t mostXlsxColumns = 16'384;
inline constexpr std::size_t mostXlsxRows = 1'048'576;

/// A cell, 0-based.
struct CellReference {
    std::size_t row = 0;
    std::size_t column = 0;
};

/// "B17"; nothing for any other text and beyond the bounds of a worksheet.
[[nodiscard]] std::optional<CellReference> parseReference(std::string_view text);

/// Text without Excel's escapes of control characters (_x000D_); a carriage return is only half of
/// a line break and goes.
[[nodiscard]] std::string withoutEscapes(const QString& text);

/// What the sheets of a workbook share.
struct XlsxShared {
    std::vector<std::string> strings{};
    DateFormats dates{};
};

/// Where a value goes, and what the cell says of it.
struct XlsxCell {
    CellReference at{};
    std::string_view type{}; ///< "s", "str", "b", "e", "n" or nothing; "f": a formula itself
    std::size_t style = 0;   ///< index of the cell's format
};

/// Puts values of worksheet cells on a sheet. Keeps references to what is shared and the sheet.
class XlsxCells {
public:
    XlsxCells(const XlsxShared& shared, Sheet& sheet)
        : shared_(shared), sheet_(sheet), texts_(shared.strings.size()) {}

    [[nodiscard]] Sheet& sheet() { return sheet_; }

    /// A value by the type of its cell; a formula without a result as "=B2*2". False for an index
    /// of a shared string that is not there. An empty value leaves the cell empty.
    [[nodiscard]] bool store(const XlsxCell& cell, const QString& value);

    /// A number, or the date it is shown as.
    void storeNumber(const XlsxCell& cell, double number) {
        setNumberOrDate(sheet_, cell.at.row, cell.at.column, number, shared_.dates, cell.style);
    }

    /// The shared string of that index. False when there is none.
    [[nodiscard]] bool storeShared(CellReference cell, std::size_t index);

private:
    const XlsxShared& shared_;
    Sheet& sheet_;
    std::vector<std::optional<TextId>> texts_; ///< of shared strings already on the sheet
};

} // namespace citypanel::sheets
