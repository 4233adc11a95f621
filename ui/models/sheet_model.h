// SPDX-License-Identifier: GPL-3.0-or-later
// SheetModel: a sheet as it stands in its file, with what the layout takes each cell for and what
// is doubtful about it.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/regions.h"
#include "core/sheets/sheet.h"

#include <QAbstractTableModel>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::ui {

/// What a layout takes a cell for.
enum class CellRegion {
    Outside,
    Title,
    UnitLine,
    Header,
    Key,
    Body,
    Skipped,     ///< a total, a province, a repeated header among the data
    NotImported, ///< a column that is left out
    Note,
};

/// The region of a cell in a row of that role.
[[nodiscard]] CellRegion regionOf(const sheets::Layout& layout, sheets::RowRole role, int column);

/// Its name in the language of the window.
[[nodiscard]] QString regionName(CellRegion region);

/// Shares the workbook it shows.
class SheetModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { RegionRole = Qt::UserRole + 1, IsDoubtfulRole };

    using WorkbookPtr = std::shared_ptr<const sheets::Workbook>;
    /// Sentences by row and column.
    using Doubts = std::map<std::pair<int, int>, QString>;

    using QAbstractTableModel::QAbstractTableModel;

    /// Nothing is shown where the workbook is null or lacks the sheet. A transposed sheet is shown
    /// as it is read, with the letters and numbers that its cells have in the file.
    void setSheet(WorkbookPtr workbook, const std::string& sheet, bool isTransposed = false);
    void setLayout(const sheets::Layout& layout, std::vector<sheets::RowRole> roles);
    void setDoubts(Doubts doubts);

    /// The sheet as shown.
    [[nodiscard]] const sheets::Sheet* sheet() const { return sheet_; }

    /// The next doubtful cell after one, by rows; invalid when there is none.
    [[nodiscard]] QModelIndex nextDoubt(const QModelIndex& after) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] CellRegion regionAt(const QModelIndex& index) const;
    [[nodiscard]] QString hintAt(const QModelIndex& index) const;
    [[nodiscard]] QString asRead(const QModelIndex& index) const;
    void redraw();

    WorkbookPtr workbook_;
    const sheets::Sheet* inFile_ = nullptr;
    std::optional<sheets::Sheet> turned_;
    const sheets::Sheet* sheet_ = nullptr; ///< one of the two
    sheets::Layout layout_;
    std::vector<sheets::RowRole> roles_;
    Doubts doubts_;
    std::set<int> hiddenRows_;
    std::set<int> hiddenColumns_;
};

} // namespace citypanel::ui
