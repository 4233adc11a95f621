// SPDX-License-Identifier: GPL-3.0-or-later
// TableModel: a typeset table of core/report as an item model: the screen is one more renderer.
#pragma once

#include "core/report/typeset.h"

#include <QAbstractTableModel>

#include <vector>

namespace citypanel::ui {

class TableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        HeadRole = Qt::UserRole + 1, ///< text up to the last digit
        TailRole,                    ///< what hangs after it
        AlignRole,                   ///< int of report::Align
        SpanRole,                    ///< columns the cell covers
        IsHeaderRole,                ///< the line belongs to the table's head
        IsSecondRole,                ///< the second line of a row
        RuledBelowRole,              ///< a group's heading
        RuledAboveRole,              ///< the line begins the part under the coefficients
        SourceRowRole,               ///< index of study::Table::rows, -1 where there is none
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(report::TypesetTable table);

    [[nodiscard]] const report::TypesetTable& table() const { return table_; }

    [[nodiscard]] int headerLines() const { return static_cast<int>(table_.header.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] const report::TypesetLine& lineAt(int row) const;
    /// The cell that covers a column, or nullptr where it began further left.
    [[nodiscard]] const report::TypesetCell* cellAt(int row, int column) const;
    [[nodiscard]] QString spokenText(const QModelIndex& index) const;

    report::TypesetTable table_;
};

} // namespace citypanel::ui
