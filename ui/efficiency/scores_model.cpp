// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of the table of scores.
#include "ui/efficiency/scores_model.h"

#include "core/study/efficiency_tables.h"
#include "core/text/names.h"
#include "ui/models/panel_model.h"
#include "ui/models/words.h"
#include "ui/widgets/theme.h"

#include <cmath>
#include <utility>

namespace citypanel::ui {

namespace {

constexpr int unitColumn = 0;
constexpr int periodColumn = 1;
constexpr int scoreColumn = 2;
constexpr int fixedColumns = 4;

/// Large amounts in full: an exponent among plain numbers is misread.
QString amountText(double value) {
    constexpr double large = 1e5;
    return std::abs(value) >= large ? QString::number(value, 'f', 0) : shownNumber(value);
}

} // namespace

void ScoresModel::setRun(RunPtr run) {
    beginResetModel();
    run_ = std::move(run);
    numbers_.clear();
    const frontier::EfficiencyScores& scores = run_->scores;
    for (const frontier::VariableSlacks& variable : scores.variables) {
        numbers_.push_back(
            {tr("slack: %1").arg(QString::fromStdString(variable.variable)), &variable.slack});
    }
    const frontier::DirectionalIndices& indices = scores.directional;
    if (!indices.unifiedEfficiency.empty()) {
        numbers_.push_back({tr("unified efficiency"), &indices.unifiedEfficiency});
        std::size_t input = 0;
        std::size_t bad = 0;
        for (const frontier::VariableSlacks& variable : scores.variables) {
            if (variable.role != frontier::Role::Good) {
                const bool isInput = variable.role == frontier::Role::Input;
                numbers_.push_back(
                    {tr("performance: %1").arg(QString::fromStdString(variable.variable)),
                     isInput ? &indices.inputPerformance[input++]
                             : &indices.badPerformance[bad++]});
            }
        }
    }
    endResetModel();
}

int ScoresModel::rowCount(const QModelIndex& parent) const {
    return run_ == nullptr || parent.isValid() ? 0 : static_cast<int>(run_->panel.rowCount());
}

int ScoresModel::columnCount(const QModelIndex& parent) const {
    return run_ == nullptr || parent.isValid()
               ? 0
               : fixedColumns + static_cast<int>(numbers_.size()) + 1;
}

double ScoresModel::numberAt(int row, int column) const {
    const auto at = static_cast<std::size_t>(row);
    return column == scoreColumn
               ? run_->scores.score[at]
               : (*numbers_[static_cast<std::size_t>(column - fixedColumns)].values)[at];
}

QString ScoresModel::statusAt(int row) const {
    return QString::fromStdString(
        text::name(run_->scores.status[static_cast<std::size_t>(row)], wordsLanguage()));
}

QString ScoresModel::peersAt(int row) const {
    QStringList list;
    for (const frontier::Peer& peer : run_->scores.peers[static_cast<std::size_t>(row)]) {
        list.append(QStringLiteral("%1 (%2)").arg(
            QString::fromStdString(study::rowLabel(run_->panel, peer.row)),
            QString::number(peer.lambda, 'g', 3)));
    }
    return list.join(QStringLiteral(", "));
}

QString ScoresModel::textAt(int row, int column) const {
    const auto at = static_cast<std::size_t>(row);
    const Panel& panel = run_->panel;
    if (column == unitColumn) {
        return QString::fromStdString(
            panel.unitLabels()[static_cast<std::size_t>(panel.unitCodes()[at])]);
    }
    if (column == periodColumn) {
        return panel.isCrossSection() ? QString() : QString::number(panel.periods()[at]);
    }
    if (column == statusColumn) {
        return statusAt(row);
    }
    if (column == columnCount() - 1) {
        return peersAt(row);
    }
    const double value = numberAt(row, column);
    return isMissing(value)        ? QStringLiteral("–")
           : column == scoreColumn ? QString::number(value, 'f', 4)
                                   : amountText(value);
}

QVariant ScoresModel::data(const QModelIndex& index, int role) const {
    const int column = index.column();
    const bool isNumber = column == scoreColumn || column == periodColumn ||
                          (column >= fixedColumns && column < columnCount() - 1);
    switch (role) {
    case Qt::DisplayRole:
        return textAt(index.row(), column);
    case SortRole:
        if (column == periodColumn && !run_->panel.isCrossSection()) {
            return QVariant::fromValue<qlonglong>(
                run_->panel.periods()[static_cast<std::size_t>(index.row())]);
        }
        if (isNumber && column != periodColumn) {
            const double value = numberAt(index.row(), column);
            return isMissing(value) ? QVariant() : QVariant(value);
        }
        return textAt(index.row(), column);
    case FilterRole:
        return QStringList{textAt(index.row(), unitColumn), textAt(index.row(), periodColumn),
                           statusAt(index.row())}
            .join(QLatin1Char(' '));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::ForegroundRole:
        if (run_->scores.status[static_cast<std::size_t>(index.row())] ==
                frontier::EfficiencyStatus::Infeasible &&
            (column == statusColumn || column == scoreColumn)) {
            return colour(ColourRole::Warning);
        }
        return {};
    default:
        return {};
    }
}

QVariant ScoresModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || run_ == nullptr) {
        return {};
    }
    switch (section) {
    case unitColumn:
        return run_->panel.isCrossSection() ? tr("unit")
                                            : QString::fromStdString(run_->panel.keys().unit);
    case periodColumn:
        return run_->panel.isCrossSection() ? tr("period")
                                            : QString::fromStdString(run_->panel.keys().period);
    case scoreColumn:
        return tr("score");
    case statusColumn:
        return tr("status");
    default:
        return section == columnCount() - 1
                   ? tr("peers (λ)")
                   : numbers_[static_cast<std::size_t>(section - fixedColumns)].head;
    }
}

} // namespace citypanel::ui
