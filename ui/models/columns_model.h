// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnsModel: the columns of a sheet and the variables they become, to be ticked and named.
#pragma once

#include "core/sheets/layout.h"

#include <QAbstractTableModel>

namespace citypanel::ui {

class ColumnsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { ImportColumn, HeaderColumn, NameColumn, UnitColumn, ScopeColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Columns of a turned sheet are rows of the file, and called by their numbers.
    void setColumns(const std::vector<sheets::ColumnLayout>& columns, bool isTransposed = false,
                    bool areYearsAcross = false);

    [[nodiscard]] const std::vector<sheets::ColumnLayout>& columns() const { return columns_; }

    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void edited();

private:
    std::vector<sheets::ColumnLayout> columns_;
    bool isTransposed_ = false;
    bool areYearsAcross_ = false; ///< columns of one name are its years
};

} // namespace citypanel::ui
