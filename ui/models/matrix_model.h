// SPDX-License-Identifier: GPL-3.0-or-later
// MatrixModel: one variable of a panel as units by periods.
#pragma once

#include "core/panel/panel.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace citypanel::ui {

class MatrixModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        ShareRole = Qt::UserRole + 1, ///< double in [0, 1]: where the value stands between the
                                      ///< 2nd and the 98th percentile; invalid when missing
        OriginKindRole,               ///< int of OriginKind
        IsMissingRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Nothing is shown for a name that is no numeric variable.
    void setVariable(const Panel& panel, const QString& name);

    /// The panel's row of a cell, if there is one.
    [[nodiscard]] std::optional<std::size_t> panelRow(const QModelIndex& index) const;
    /// The cell of a row of the panel.
    [[nodiscard]] QModelIndex indexOf(std::size_t panelRow) const;

    [[nodiscard]] double lowest() const { return lowest_; }

    [[nodiscard]] double highest() const { return highest_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    Panel panel_;
    std::optional<Variable> variable_;
    double lowest_ = missingValue;
    double highest_ = missingValue;
};

} // namespace citypanel::ui
