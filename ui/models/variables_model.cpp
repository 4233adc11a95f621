// SPDX-License-Identifier: GPL-3.0-or-later
// Names, labels and missing shares of a panel's variables.
#include "ui/models/variables_model.h"

#include <QMimeData>

namespace citypanel::ui {

void VariablesModel::setPanel(const Panel& panel) {
    beginResetModel();
    panel_ = panel;
    missingShares_.clear();
    for (const Variable& variable : panel_.columns()) {
        const double rows = static_cast<double>(std::max<std::size_t>(variable.size(), 1));
        missingShares_.push_back(static_cast<double>(variable.missingCount()) / rows);
    }
    endResetModel();
}

int VariablesModel::rowOf(const QString& name) const {
    const std::string wanted = name.toStdString();
    for (std::size_t i = 0; i < panel_.columnCount(); ++i) {
        if (panel_.columns()[i].name() == wanted) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

int VariablesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(panel_.columnCount());
}

QVariant VariablesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const auto at = static_cast<std::size_t>(index.row());
    const Variable& variable = panel_.columns()[at];
    const QString name = QString::fromStdString(variable.name());
    const QString label = QString::fromStdString(variable.label());
    switch (role) {
    case Qt::DisplayRole:
        return label.isEmpty() || label == name ? name : QStringLiteral("%1   %2").arg(name, label);
    case NameRole:
        return name;
    case LabelRole:
        return label;
    case UnitOfMeasureRole:
        return QString::fromStdString(variable.unitOfMeasure());
    case TypeRole:
        return static_cast<int>(variable.type());
    case IsKeyRole:
        return variable.name() == panel_.keys().unit || variable.name() == panel_.keys().period;
    case MissingShareRole:
        return missingShares_[at];
    case FilterRole:
        return QString(name + QLatin1Char(' ') + label);
    default:
        return {};
    }
}

Qt::ItemFlags VariablesModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList VariablesModel::mimeTypes() const {
    return {QStringLiteral("text/plain")};
}

QMimeData* VariablesModel::mimeData(const QModelIndexList& indexes) const {
    QStringList names;
    for (const QModelIndex& index : indexes) {
        names.append(index.data(NameRole).toString());
    }
    auto* mime = new QMimeData;
    mime->setText(names.join(QLatin1Char('\n')));
    return mime;
}

} // namespace citypanel::ui
