// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the mapping from columns to variables.
#include "ui/models/columns_model.h"

#include "core/panel/origin.h"
#include "ui/models/words.h"

namespace citypanel::ui {

namespace {} // namespace

void ColumnsModel::setColumns(const std::vector<sheets::ColumnLayout>& columns, bool isTransposed,
                              bool areYearsAcross) {
    isTransposed_ = isTransposed;
    if (columns.size() == columns_.size()) {
        columns_ = columns;
        areYearsAcross_ = areYearsAcross;
        retranslate();
        return;
    }
    beginResetModel();
    columns_ = columns;
    areYearsAcross_ = areYearsAcross;
    endResetModel();
}

void ColumnsModel::retranslate() {
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ColumnsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

int ColumnsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ColumnsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const sheets::ColumnLayout& column = columns_[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == ImportColumn) {
        return column.isImported ? Qt::Checked : Qt::Unchecked;
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case ImportColumn:
        return isTransposed_ ? QString::number(column.column + 1)
                             : qs(cellName(0, static_cast<std::int32_t>(column.column))).chopped(1);
    case HeaderColumn:
        return qs(column.label);
    case NameColumn:
        return qs(column.name);
    case UnitColumn:
        return qs(column.unitOfMeasure);
    case ScopeColumn:
        return qs(column.scope);
    default:
        return {};
    }
}

QVariant ColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case ImportColumn:
        return tr("Column");
    case HeaderColumn:
        return tr("Header");
    case NameColumn:
        return tr("Variable");
    case UnitColumn:
        return tr("Unit");
    case ScopeColumn:
        return tr("Scope");
    default:
        return {};
    }
}

Qt::ItemFlags ColumnsModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == ImportColumn) {
        return flags | Qt::ItemIsUserCheckable;
    }
    return index.column() == HeaderColumn ? flags : flags | Qt::ItemIsEditable;
}

bool ColumnsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    sheets::ColumnLayout& column = columns_[static_cast<std::size_t>(index.row())];
    const sheets::ColumnLayout before = column;
    const std::string text = value.toString().trimmed().toStdString();
    if (role == Qt::CheckStateRole && index.column() == ImportColumn) {
        column.isImported = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && index.column() == NameColumn && !text.empty()) {
        // The same variable in other years is renamed with it.
        for (sheets::ColumnLayout& other : columns_) {
            const bool isOtherYear =
                areYearsAcross_ && other.name == before.name && other.scope == before.scope;
            if (isOtherYear) {
                other.name = text;
            }
        }
        column.name = text;
    } else if (role == Qt::EditRole && index.column() == UnitColumn) {
        column.unitOfMeasure = text;
    } else if (role == Qt::EditRole && index.column() == ScopeColumn) {
        column.scope = text;
    }
    if (column == before) {
        return false;
    }
    Q_EMIT dataChanged(this->index(0, index.column()),
                       this->index(rowCount({}) - 1, index.column()));
    Q_EMIT edited();
    return true;
}

} // namespace citypanel::ui
