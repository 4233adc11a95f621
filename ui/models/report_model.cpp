// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a report.
#include "ui/models/report_model.h"

#include <QFont>

#include <utility>

namespace citypanel::ui {

void ReportModel::setSource(ReportSource source) {
    beginResetModel();
    source_ = std::move(source);
    endResetModel();
}

Place ReportModel::placeOf(int row) const {
    return source_.place && row >= 0 && row < source_.rowCount ? source_.place(row) : Place{};
}

int ReportModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : source_.rowCount;
}

int ReportModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(source_.headers.size());
}

QVariant ReportModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !source_.text) {
        return {};
    }
    const bool isOpen = source_.isOpen && source_.isOpen(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return source_.text(index.row(), index.column());
    case SortRole:
        return source_.sortKey ? source_.sortKey(index.row(), index.column())
                               : QVariant(source_.text(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return QVariant(source_.isNumber && source_.isNumber(index.column())
                            ? Qt::AlignRight | Qt::AlignVCenter
                            : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font;
        font.setBold(isOpen && index.column() == 0);
        return font;
    }
    case IsOpenRole:
        return isOpen;
    default:
        return {};
    }
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const bool isColumn = orientation == Qt::Horizontal && role == Qt::DisplayRole;
    return isColumn && section < source_.headers.size() ? QVariant(source_.headers[section])
                                                        : QVariant();
}

} // namespace citypanel::ui
