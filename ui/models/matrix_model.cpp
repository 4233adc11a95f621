// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of the matrix, looked up in the panel.
#include "ui/models/matrix_model.h"

#include "core/prepare/histogram.h"
#include "ui/models/panel_model.h"
#include "ui/models/words.h"

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr double colouredShare = 0.96;

} // namespace

void MatrixModel::setVariable(const Panel& panel, const QString& name) {
    beginResetModel();
    panel_ = panel;
    const Variable* found = panel_.find(name.toStdString());
    const bool isShown = found != nullptr && found->isNumeric() && !panel_.isCrossSection();
    variable_ = isShown ? std::optional(*found) : std::nullopt;
    if (variable_) {
        const auto range = prepare::centralRange(variable_->numbers(), colouredShare);
        lowest_ = range.from;
        highest_ = range.to;
    }
    endResetModel();
}

std::optional<std::size_t> MatrixModel::panelRow(const QModelIndex& index) const {
    if (!index.isValid() || !variable_) {
        return std::nullopt;
    }
    return panel_.rowOf(static_cast<std::size_t>(index.row()),
                        panel_.distinctPeriods()[static_cast<std::size_t>(index.column())]);
}

QModelIndex MatrixModel::indexOf(std::size_t row) const {
    if (!variable_ || row >= panel_.rowCount()) {
        return {};
    }
    const auto periods = panel_.distinctPeriods();
    const auto at = std::lower_bound(periods.begin(), periods.end(), panel_.periods()[row]);
    return index(panel_.unitCodes()[row], static_cast<int>(at - periods.begin()));
}

int MatrixModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !variable_ ? 0 : static_cast<int>(panel_.unitCount());
}

int MatrixModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !variable_ ? 0 : static_cast<int>(panel_.distinctPeriods().size());
}

QVariant MatrixModel::data(const QModelIndex& index, int role) const {
    const auto row = panelRow(index);
    const double value = row ? variable_->numbers()[*row] : missingValue;
    switch (role) {
    case Qt::DisplayRole:
        return shownNumber(value);
    case Qt::EditRole:
        return isMissing(value) ? QVariant() : QVariant(value);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2: %3")
            .arg(headerData(index.row(), Qt::Vertical, Qt::DisplayRole).toString(),
                 headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 isMissing(value) ? tr("missing") : shownNumber(value));
    case ShareRole:
        if (isMissing(value)) {
            return {};
        }
        return highest_ > lowest_ ? (value - lowest_) / (highest_ - lowest_) : 0.5;
    case OriginKindRole:
        return row && *row < variable_->origins().size()
                   ? static_cast<int>(variable_->origins().kindAt(*row))
                   : static_cast<int>(OriginKind::Unknown);
    case IsMissingRole:
        return isMissing(value);
    default:
        return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (!variable_ || section < 0) {
        return {};
    }
    const auto at = static_cast<std::size_t>(section);
    if (role == Qt::TextAlignmentRole && orientation == Qt::Vertical) {
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return orientation == Qt::Vertical ? QVariant(QString::fromStdString(panel_.unitLabels()[at]))
                                       : QVariant(QString::number(panel_.distinctPeriods()[at]));
}

} // namespace citypanel::ui
