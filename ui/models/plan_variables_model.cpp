// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the mapping over all tables.
#include "ui/models/plan_variables_model.h"

#include "ui/models/words.h"

#include <utility>

namespace citypanel::ui {

namespace {

QString unitsText(const sheets::PlanVariable& variable) {
    QStringList units;
    for (const std::string& unit : variable.unitsOfMeasure) {
        units.append(qs(unit));
    }
    return units.join(QStringLiteral(" | "));
}

} // namespace

void PlanVariablesModel::setVariables(std::vector<sheets::PlanVariable> variables) {
    if (variables.size() == variables_.size()) {
        variables_ = std::move(variables);
        retranslate();
        return;
    }
    beginResetModel();
    variables_ = std::move(variables);
    endResetModel();
}

void PlanVariablesModel::retranslate() {
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int PlanVariablesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(variables_.size());
}

int PlanVariablesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanVariablesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const sheets::PlanVariable& variable = at(index.row());
    if (role == Qt::CheckStateRole && index.column() == NameColumn) {
        return variable.isImported ? Qt::Checked : Qt::Unchecked;
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case NameColumn:
        return qs(variable.name);
    case UnitColumn:
        return role == Qt::EditRole && variable.unitsOfMeasure.size() != 1 ? QString()
                                                                           : unitsText(variable);
    case LabelColumn:
        return qs(variable.label);
    case ScopeColumn:
        return qs(variable.scope);
    case SourceColumn:
        return variable.tableCount == 1
                   ? QStringLiteral("%1 › %2").arg(qs(variable.file), qs(variable.sheet))
                   : tr("%n table(s)", nullptr, static_cast<int>(variable.tableCount));
    default:
        return {};
    }
}

QVariant PlanVariablesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NameColumn:
        return tr("Variable");
    case UnitColumn:
        return tr("Unit");
    case LabelColumn:
        return tr("Label");
    case ScopeColumn:
        return tr("Scope");
    case SourceColumn:
        return tr("From");
    default:
        return {};
    }
}

Qt::ItemFlags PlanVariablesModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == NameColumn) {
        flags |= Qt::ItemIsUserCheckable;
    }
    return index.column() <= LabelColumn ? flags | Qt::ItemIsEditable : flags;
}

bool PlanVariablesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString variable = qs(at(index.row()).name);
    const QString text = value.toString().trimmed();
    if (role == Qt::CheckStateRole && index.column() == NameColumn) {
        Q_EMIT importRequested(variable, value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || text == index.data(Qt::EditRole).toString()) {
        return false;
    }
    if (index.column() == NameColumn && !text.isEmpty()) {
        Q_EMIT renameRequested(variable, text);
    } else if (index.column() == UnitColumn) {
        Q_EMIT unitRequested(variable, text);
    } else if (index.column() == LabelColumn) {
        Q_EMIT labelRequested(variable, text);
    }
    return true;
}

} // namespace citypanel::ui
