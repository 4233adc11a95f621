// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a sheet and their regions.
#include "ui/models/sheet_model.h"

#include "core/panel/origin.h"

#include <algorithm>

namespace citypanel::ui {

CellRegion regionOf(const sheets::Layout& layout, int row, int column) {
    if (row < layout.headerBegin) {
        return CellRegion::Title;
    }
    if (row >= layout.bodyEnd) {
        return CellRegion::Note;
    }
    if (row >= layout.headerEnd && row < layout.bodyBegin) {
        return CellRegion::Title;
    }
    const bool isKey =
        column == layout.unitColumn || (column == layout.periodColumn && layout.periodColumn >= 0);
    if (row < layout.headerEnd) {
        return CellRegion::Header;
    }
    if (isKey) {
        return CellRegion::Key;
    }
    const auto found =
        std::find_if(layout.columns.begin(), layout.columns.end(),
                     [&](const sheets::ColumnLayout& c) { return c.column == column; });
    if (found == layout.columns.end()) {
        return CellRegion::Outside;
    }
    return found->isImported ? CellRegion::Body : CellRegion::NotImported;
}

void SheetModel::setSheet(WorkbooksPtr workbooks, const std::string& file,
                          const std::string& sheet) {
    beginResetModel();
    workbooks_ = std::move(workbooks);
    sheet_ = nullptr;
    if (workbooks_ != nullptr) {
        for (const sheets::Workbook& workbook : *workbooks_) {
            if (workbook.fileName == file) {
                sheet_ = workbook.find(sheet);
            }
        }
    }
    endResetModel();
}

void SheetModel::setLayout(const sheets::Layout& layout) {
    layout_ = layout;
    if (rowCount() > 0 && columnCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {RegionRole});
    }
}

int SheetModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || sheet_ == nullptr ? 0 : static_cast<int>(sheet_->rowCount());
}

int SheetModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || sheet_ == nullptr ? 0 : static_cast<int>(sheet_->columnCount());
}

QVariant SheetModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || sheet_ == nullptr) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    const auto column = static_cast<std::size_t>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(sheet_->textAt(row, column));
    case Qt::TextAlignmentRole:
        return QVariant(sheet_->at(row, column).kind == sheets::CellKind::Number
                            ? Qt::AlignRight | Qt::AlignVCenter
                            : Qt::AlignLeft | Qt::AlignVCenter);
    case RegionRole:
        return static_cast<int>(regionOf(layout_, index.row(), index.column()));
    default:
        return {};
    }
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        return section + 1;
    }
    // "A1" without its row: the letters a spreadsheet shows.
    QString name = QString::fromStdString(cellName(0, section));
    return name.chopped(1);
}

} // namespace citypanel::ui
