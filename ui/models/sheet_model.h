// SPDX-License-Identifier: GPL-3.0-or-later
// SheetModel: a sheet as it stands in its file, with what the layout takes each cell for.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace citypanel::ui {

/// What a layout takes a cell for.
enum class CellRegion { Outside, Title, Header, Key, Body, NotImported, Note };

[[nodiscard]] CellRegion regionOf(const sheets::Layout& layout, int row, int column);

/// Shares the workbooks it shows.
class SheetModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { RegionRole = Qt::UserRole + 1 };

    using WorkbooksPtr = std::shared_ptr<const std::vector<sheets::Workbook>>;

    using QAbstractTableModel::QAbstractTableModel;

    /// Nothing is shown where the workbooks lack the sheet.
    void setSheet(WorkbooksPtr workbooks, const std::string& file, const std::string& sheet);
    void setLayout(const sheets::Layout& layout);

    [[nodiscard]] const sheets::Sheet* sheet() const { return sheet_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    WorkbooksPtr workbooks_;
    const sheets::Sheet* sheet_ = nullptr;
    sheets::Layout layout_;
};

} // namespace citypanel::ui
