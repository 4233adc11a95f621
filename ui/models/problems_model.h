// SPDX-License-Identifier: GPL-3.0-or-later
// ProblemsModel: problems as a table of sentence and place.
#pragma once

#include "core/base/problem.h"

#include <QAbstractTableModel>

namespace citypanel::ui {

class ProblemsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SentenceColumn, PlaceColumn, ColumnCount };

    enum Role { SeverityRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(Problems problems);

    [[nodiscard]] const Problems& problems() const { return problems_; }

    [[nodiscard]] int errorCount() const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    Problems problems_;
};

} // namespace citypanel::ui
