// SPDX-License-Identifier: GPL-3.0-or-later
// ChangedCellsModel: the cells a step would change, with their values before and after.
#pragma once

#include "core/recipe/step_preview.h"

#include <QAbstractTableModel>

#include <vector>

namespace citypanel::ui {

class ChangedCellsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { VariableColumn, RowColumn, BeforeColumn, AfterColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setCells(std::vector<recipe::ChangedCell> cells);

    [[nodiscard]] const recipe::ChangedCell& cellAt(int row) const {
        return cells_[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<recipe::ChangedCell> cells_;
};

} // namespace citypanel::ui
