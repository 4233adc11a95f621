// SPDX-License-Identifier: GPL-3.0-or-later
// PlanVariablesModel: the variables that the tables of a plan become, to be ticked and named.
#pragma once

#include "core/sheets/plan_variables.h"

#include <QAbstractTableModel>

#include <vector>

namespace citypanel::ui {

/// Changes nothing here: asks by its signals, and the answer comes as a new plan.
class PlanVariablesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, UnitColumn, LabelColumn, ScopeColumn, SourceColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setVariables(std::vector<sheets::PlanVariable> variables);

    [[nodiscard]] const sheets::PlanVariable& at(int row) const {
        return variables_[static_cast<std::size_t>(row)];
    }

    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void importRequested(const QString& variable, bool isImported);
    void renameRequested(const QString& from, const QString& to);
    void unitRequested(const QString& variable, const QString& unitOfMeasure);
    void labelRequested(const QString& variable, const QString& label);

private:
    std::vector<sheets::PlanVariable> variables_;
};

} // namespace citypanel::ui
