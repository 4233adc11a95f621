// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a sheet, their regions and doubts.
#include "ui/models/sheet_model.h"

#include "core/panel/number_text.h"
#include "core/panel/origin.h"
#include "core/sheets/cell_text.h"
#include "core/sheets/laid_out_sheet.h"

#include <algorithm>

namespace citypanel::ui {

CellRegion regionOf(const sheets::Layout& layout, sheets::RowRole role, int column) {
    using sheets::RowRole;
    switch (role) {
    case RowRole::Blank:
        return CellRegion::Outside;
    case RowRole::Title:
        return CellRegion::Title;
    case RowRole::UnitLine:
        return CellRegion::UnitLine;
    case RowRole::Header:
        return CellRegion::Header;
    case RowRole::Heading:
        return CellRegion::Skipped;
    case RowRole::Note:
        return CellRegion::Note;
    case RowRole::Data:
        break;
    }
    if (column == layout.unitColumn || (column == layout.periodColumn && column >= 0)) {
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

QString regionName(CellRegion region) {
    switch (region) {
    case CellRegion::Outside:
        return {};
    case CellRegion::Title:
        return SheetModel::tr("title");
    case CellRegion::UnitLine:
        return SheetModel::tr("units");
    case CellRegion::Header:
        return SheetModel::tr("header");
    case CellRegion::Key:
        return SheetModel::tr("keys");
    case CellRegion::Body:
        return SheetModel::tr("values");
    case CellRegion::Skipped:
        return SheetModel::tr("skipped");
    case CellRegion::NotImported:
        return SheetModel::tr("left out");
    case CellRegion::Note:
        return SheetModel::tr("notes");
    }
    return {};
}

void SheetModel::setSheet(WorkbookPtr workbook, const std::string& sheet, bool isTransposed) {
    const sheets::Sheet* found = workbook == nullptr ? nullptr : workbook->find(sheet);
    if (found == inFile_ && workbook == workbook_ && isTransposed == turned_.has_value()) {
        return;
    }
    beginResetModel();
    workbook_ = std::move(workbook);
    inFile_ = found;
    turned_.reset();
    if (found != nullptr && isTransposed) {
        turned_ = sheets::transposed(*found);
    }
    sheet_ = turned_ ? &*turned_ : found;
    layout_ = {};
    roles_.clear();
    doubts_.clear();
    hiddenRows_.clear();
    hiddenColumns_.clear();
    if (sheet_ != nullptr) {
        for (const std::size_t row : sheet_->hiddenRows) {
            hiddenRows_.insert(static_cast<int>(row));
        }
        for (const std::size_t column : sheet_->hiddenColumns) {
            hiddenColumns_.insert(static_cast<int>(column));
        }
    }
    endResetModel();
}

void SheetModel::setLayout(const sheets::Layout& layout, std::vector<sheets::RowRole> roles) {
    layout_ = layout;
    roles_ = std::move(roles);
    redraw();
}

void SheetModel::setDoubts(Doubts doubts) {
    doubts_ = std::move(doubts);
    redraw();
}

void SheetModel::redraw() {
    if (rowCount() > 0 && columnCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

QModelIndex SheetModel::nextDoubt(const QModelIndex& after) const {
    const std::pair from =
        after.isValid() ? std::pair(after.row(), after.column()) : std::pair(-1, -1);
    const auto next = doubts_.upper_bound(from);
    return next == doubts_.end() ? QModelIndex() : index(next->first.first, next->first.second);
}

int SheetModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || sheet_ == nullptr ? 0 : static_cast<int>(sheet_->rowCount());
}

int SheetModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || sheet_ == nullptr ? 0 : static_cast<int>(sheet_->columnCount());
}

CellRegion SheetModel::regionAt(const QModelIndex& index) const {
    const auto row = static_cast<std::size_t>(index.row());
    return row < roles_.size() ? regionOf(layout_, roles_[row], index.column())
                               : CellRegion::Outside;
}

QString SheetModel::asRead(const QModelIndex& index) const {
    const sheets::Cell cell =
        sheet_->at(static_cast<std::size_t>(index.row()), static_cast<std::size_t>(index.column()));
    if (cell.kind != sheets::CellKind::Text || regionAt(index) != CellRegion::Body) {
        return {};
    }
    const sheets::CellValue value = sheets::readNumber(cell);
    switch (value.meaning) {
    case sheets::CellMeaning::Number:
        return tr("read as %1").arg(QString::fromStdString(shortestText(value.number)));
    case sheets::CellMeaning::Missing:
        return tr("read as missing");
    case sheets::CellMeaning::Unreadable:
        break;
    }
    return {};
}

QString SheetModel::hintAt(const QModelIndex& index) const {
    const auto doubt = doubts_.find({index.row(), index.column()});
    if (doubt != doubts_.end()) {
        return doubt->second;
    }
    const QString read = asRead(index);
    const QString region = regionName(regionAt(index));
    return read.isEmpty() ? region : region + QStringLiteral(": ") + read;
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
    case Qt::ToolTipRole:
        return hintAt(index);
    case Qt::AccessibleDescriptionRole:
        return hintAt(index);
    case Qt::TextAlignmentRole:
        return QVariant(sheet_->at(row, column).kind == sheets::CellKind::Number
                            ? Qt::AlignRight | Qt::AlignVCenter
                            : Qt::AlignLeft | Qt::AlignVCenter);
    case RegionRole:
        return static_cast<int>(regionAt(index));
    case IsDoubtfulRole:
        return doubts_.contains({index.row(), index.column()});
    default:
        return {};
    }
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const bool isRow = orientation == Qt::Vertical;
    const bool isHidden = isRow ? hiddenRows_.contains(section) : hiddenColumns_.contains(section);
    if (role == Qt::ToolTipRole && isHidden) {
        return tr("Hidden in the file; read all the same.");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    // "A1" without its row: the letters a spreadsheet shows. Brackets mark what the file hides.
    const QString name = isRow != turned_.has_value()
                             ? QString::number(section + 1)
                             : QString::fromStdString(cellName(0, section)).chopped(1);
    return isHidden ? QStringLiteral("(%1)").arg(name) : name;
}

} // namespace citypanel::ui
