// SPDX-License-Identifier: GPL-3.0-or-later
// Cells, headers and origins of a panel.
#include "ui/models/panel_model.h"

#include <QFont>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel::ui {

namespace {

constexpr int significantDigits = 7;
constexpr int longestExact = 10; // characters that fit a column as they are
constexpr double firstLarge = 1e7;
constexpr double largestWhole = 1e15; // beyond it a double no longer holds every whole number

} // namespace

QString shownNumber(double value) {
    if (isMissing(value)) {
        return {};
    }
    if (std::trunc(value) == value && std::abs(value) < largestWhole) {
        return QString::number(value, 'f', 0);
    }
    const QString exact = QString::number(value, 'g', QLocale::FloatingPointShortest);
    if (exact.size() <= longestExact) {
        return exact;
    }
    // Millions keep their places: an exponent is for what no reader counts.
    return std::abs(value) >= firstLarge && std::abs(value) < largestWhole
               ? QString::number(value, 'f', 1)
               : QString::number(value, 'g', significantDigits);
}

void PanelModel::setPanel(const Panel& panel) {
    beginResetModel();
    panel_ = panel;
    marks_.clear();
    columns_.clear();
    const auto columns = panel_.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string& name = columns[i].name();
        if (panel_.isCrossSection() ||
            (name != panel_.keys().unit && name != panel_.keys().period)) {
            columns_.push_back(i);
        }
    }
    rows_.resize(panel_.rowCount());
    std::iota(rows_.begin(), rows_.end(), std::size_t{0});
    endResetModel();
}

void PanelModel::setRows(std::vector<std::size_t> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

void PanelModel::setMarks(std::vector<bool> isMarked) {
    if (isMarked == marks_) {
        return;
    }
    marks_ = std::move(isMarked);
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {IsMarkedRole});
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    }
}

bool PanelModel::isMarked(int row) const {
    const std::size_t at = panelRow(row);
    return at < marks_.size() && marks_[at];
}

std::optional<int> PanelModel::shownRow(std::size_t panelRow) const {
    const bool isInPlace = panelRow < rows_.size() && rows_[panelRow] == panelRow;
    const auto found = isInPlace ? rows_.begin() + static_cast<std::ptrdiff_t>(panelRow)
                                 : std::find(rows_.begin(), rows_.end(), panelRow);
    return found == rows_.end() ? std::nullopt
                                : std::optional(static_cast<int>(found - rows_.begin()));
}

const Variable& PanelModel::variableAt(int column) const {
    return panel_.columns()[columns_[static_cast<std::size_t>(column)]];
}

std::optional<int> PanelModel::columnOf(const std::string& name) const {
    for (int column = 0; column < columnCount(); ++column) {
        if (variableAt(column).name() == name) {
            return column;
        }
    }
    return std::nullopt;
}

QString PanelModel::rowName(int row) const {
    const std::size_t at = panelRow(row);
    if (panel_.isCrossSection()) {
        return QString::number(at + 1);
    }
    const auto unit = static_cast<std::size_t>(panel_.unitCodes()[at]);
    return QStringLiteral("%1  %2").arg(QString::fromStdString(panel_.unitLabels()[unit]),
                                        QString::number(panel_.periods()[at]));
}

Origin PanelModel::originAt(const QModelIndex& index) const {
    const Origins& origins = variableAt(index.column()).origins();
    const std::size_t row = panelRow(index.row());
    return row < origins.size() ? origins.at(row) : Origin{};
}

int PanelModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int PanelModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant PanelModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Variable& variable = variableAt(index.column());
    const std::size_t row = panelRow(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (variable.isNumeric()) {
            return shownNumber(variable.numbers()[row]);
        }
        return QString::fromUtf8(variable.textAt(row).data(),
                                 static_cast<qsizetype>(variable.textAt(row).size()));
    case Qt::EditRole:
        return variable.isNumeric() ? QVariant(variable.numbers()[row])
                                    : data(index, Qt::DisplayRole);
    case Qt::TextAlignmentRole:
        return QVariant(variable.isNumeric() ? Qt::AlignRight | Qt::AlignVCenter
                                             : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3")
            .arg(QString::fromStdString(variable.name()), rowName(index.row()),
                 data(index, Qt::DisplayRole).toString());
    case OriginKindRole:
        return row < variable.origins().size() ? static_cast<int>(variable.origins().kindAt(row))
                                               : static_cast<int>(OriginKind::Unknown);
    case IsMissingRole:
        return variable.isMissingAt(row);
    case VariableNameRole:
        return QString::fromStdString(variable.name());
    case IsMarkedRole:
        return isMarked(index.row());
    default:
        return {};
    }
}

QVariant PanelModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        if (role == Qt::TextAlignmentRole) {
            return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
        }
        if (role == IsMarkedRole) {
            return isMarked(section);
        }
        if (role == Qt::FontRole && isMarked(section)) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return role == Qt::DisplayRole ? QVariant(rowName(section)) : QVariant();
    }
    const Variable& variable = variableAt(section);
    switch (role) {
    case Qt::DisplayRole:
    case VariableNameRole:
        return QString::fromStdString(variable.name());
    case Qt::ToolTipRole: {
        QStringList lines{QString::fromStdString(variable.name())};
        for (const std::string& text : {variable.label(), variable.unitOfMeasure()}) {
            if (!text.empty()) {
                lines.append(QString::fromStdString(text));
            }
        }
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::TextAlignmentRole:
        return QVariant(variable.isNumeric() ? Qt::AlignRight | Qt::AlignVCenter
                                             : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags PanelModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && variableAt(index.column()).isNumeric() && !panel_.isCrossSection()) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

bool PanelModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) {
        return false;
    }
    Q_EMIT cellEdited(index.row(), QString::fromStdString(variableAt(index.column()).name()),
                      value.toDouble());
    return false;
}

} // namespace citypanel::ui
