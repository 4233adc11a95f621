// SPDX-License-Identifier: GPL-3.0-or-later
// ReportModel: a table for reading whose cells are made when they are shown.
#pragma once

#include "core/base/problem.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <functional>

namespace citypanel::ui {

/// What a report shows. `text` is called for rows and columns within its counts alone.
struct ReportSource {
    QStringList headers{};
    int rowCount = 0;
    std::function<QString(int row, int column)> text{};
    std::function<Place(int row)> place{};      ///< where a row comes from; may be empty
    std::function<bool(int row)> isOpen{};      ///< waits for a decision; may be empty
    std::function<bool(int column)> isNumber{}; ///< set at the right; may be empty
    std::function<QVariant(int row, int column)> sortKey{}; ///< instead of the text; may be empty
};

class ReportModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole + 1, IsOpenRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setSource(ReportSource source);
    [[nodiscard]] Place placeOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    ReportSource source_;
};

} // namespace citypanel::ui
