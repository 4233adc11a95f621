// SPDX-License-Identifier: GPL-3.0-or-later
// Columns: variable, unit and period, before, after.
#include "ui/models/changed_cells_model.h"

#include "ui/models/panel_model.h"

#include <utility>

namespace citypanel::ui {

void ChangedCellsModel::setCells(std::vector<recipe::ChangedCell> cells) {
    beginResetModel();
    cells_ = std::move(cells);
    endResetModel();
}

int ChangedCellsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(cells_.size());
}

int ChangedCellsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangedCellsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const bool isNumber = index.column() >= BeforeColumn;
    if (role == Qt::TextAlignmentRole) {
        return QVariant(isNumber ? Qt::AlignRight | Qt::AlignVCenter
                                 : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const recipe::ChangedCell& cell = cellAt(index.row());
    const auto number = [](double value) {
        return isMissing(value) ? QStringLiteral("·") : shownNumber(value);
    };
    switch (index.column()) {
    case VariableColumn:
        return QString::fromStdString(cell.variable);
    case RowColumn:
        return QStringLiteral("%1 %2").arg(QString::fromStdString(cell.unit)).arg(cell.period);
    case BeforeColumn:
        return number(cell.before);
    default:
        return number(cell.after);
    }
}

QVariant ChangedCellsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case VariableColumn:
        return tr("Variable");
    case RowColumn:
        return tr("Row");
    case BeforeColumn:
        return tr("Before");
    default:
        return tr("After");
    }
}

} // namespace citypanel::ui
