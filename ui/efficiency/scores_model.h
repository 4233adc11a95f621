// SPDX-License-Identifier: GPL-3.0-or-later
// ScoresModel: scores, statuses, slacks and peers as rows of a table.
#pragma once

#include "ui/efficiency/efficiency_run.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace citypanel::ui {

class ScoresModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int statusColumn = 3;

    enum Role {
        SortRole = Qt::UserRole + 1, ///< number or text to sort by
        FilterRole,                  ///< unit, period and status
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRun(RunPtr run);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    /// A numeric column after unit, period, score and status.
    struct NumberColumn {
        QString head;
        const std::vector<double>* values;
    };

    [[nodiscard]] double numberAt(int row, int column) const;
    [[nodiscard]] QString textAt(int row, int column) const;
    [[nodiscard]] QString statusAt(int row) const;
    [[nodiscard]] QString peersAt(int row) const;

    RunPtr run_;
    std::vector<NumberColumn> numbers_;
};

} // namespace citypanel::ui
