// SPDX-License-Identifier: GPL-3.0-or-later
// VariablesModel: the variables of a panel as a list, for choosing among them.
#pragma once

#include "core/panel/panel.h"

#include <QAbstractListModel>

#include <vector>

namespace citypanel::ui {

/// One row a variable: its name, then its label. Dragging a row gives its name as text.
class VariablesModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        LabelRole,
        UnitOfMeasureRole,
        TypeRole,         ///< int of VariableType
        IsKeyRole,        ///< a key of the panel
        MissingShareRole, ///< double in [0, 1]
        FilterRole,       ///< name and label, for searching
    };

    using QAbstractListModel::QAbstractListModel;

    void setPanel(const Panel& panel);
    [[nodiscard]] int rowOf(const QString& name) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    Panel panel_;
    std::vector<double> missingShares_;
};

} // namespace citypanel::ui
