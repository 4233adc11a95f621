// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and headers of the problems list.
#include "ui/models/problems_model.h"

#include "ui/models/words.h"

#include <algorithm>

namespace citypanel::ui {

namespace {

/// The sentence without file and cell, which the column of places shows beside it.
QString withoutFile(Problem problem) {
    problem.place.file.clear();
    problem.place.sheet.clear();
    problem.place.cell.clear();
    return problemSentence(problem);
}

} // namespace

void ProblemsModel::setProblems(Problems problems) {
    if (problems == problems_) {
        return;
    }
    beginResetModel();
    problems_ = std::move(problems);
    endResetModel();
}

int ProblemsModel::errorCount() const {
    return static_cast<int>(std::count_if(problems_.begin(), problems_.end(), [](const Problem& p) {
        return p.severity == Severity::Error;
    }));
}

void ProblemsModel::retranslate() {
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ProblemsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(problems_.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Problem& problem = problems_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == SentenceColumn ? withoutFile(problem) : placeText(problem.place);
    case Qt::ToolTipRole:
        return index.column() == SentenceColumn ? problemSentence(problem)
                                                : placeText(problem.place);
    case Qt::AccessibleTextRole:
        return index.column() == SentenceColumn
                   ? QStringLiteral("%1: %2").arg(
                         problem.severity == Severity::Error ? tr("Error") : tr("Warning"),
                         problemSentence(problem))
                   : placeText(problem.place);
    case SeverityRole:
        return static_cast<int>(problem.severity);
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == SentenceColumn ? tr("Problem") : tr("Place");
}

} // namespace citypanel::ui
