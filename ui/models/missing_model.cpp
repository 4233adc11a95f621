// SPDX-License-Identifier: GPL-3.0-or-later
// Cells and headers of the report.
#include "ui/models/missing_model.h"

#include <QLocale>

namespace citypanel::ui {

QString missingShareText(double share) {
    constexpr double least = 0.001;
    if (share <= 0) {
        return {};
    }
    return share < least ? QStringLiteral("<0.1%")
                         : QLocale().toString(100 * share, 'f', 1) + QLatin1Char('%');
}

void MissingModel::setReport(const prepare::MissingReport& report) {
    beginResetModel();
    report_ = report;
    endResetModel();
}

int MissingModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(report_.variables.size());
}

int MissingModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || report_.variables.empty()
               ? 0
               : static_cast<int>(report_.periods.size()) + 1;
}

QVariant MissingModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const auto variable = static_cast<std::size_t>(index.row());
    double share = report_.variables[variable].share();
    if (index.column() > 0) {
        const auto period = static_cast<std::size_t>(index.column() - 1);
        const double units = static_cast<double>(report_.units.size());
        share = units > 0 ? static_cast<double>(report_.missingAt(variable, period)) / units : 0;
    }
    switch (role) {
    case Qt::DisplayRole:
        return missingShareText(share);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3 missing")
            .arg(headerData(index.row(), Qt::Vertical, Qt::DisplayRole).toString(),
                 headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 share > 0 ? missingShareText(share) : tr("none"));
    case ShareRole:
        return share;
    case NameRole:
        return QString::fromStdString(report_.variables[variable].name);
    default:
        return {};
    }
}

QVariant MissingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole && orientation == Qt::Vertical) {
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole || section < 0) {
        return {};
    }
    const auto at = static_cast<std::size_t>(section);
    if (orientation == Qt::Vertical) {
        return QString::fromStdString(report_.variables[at].name);
    }
    return section == 0 ? tr("All") : QString::fromStdString(report_.periods[at - 1].name);
}

} // namespace citypanel::ui
