// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a typeset table by row and column.
#include "ui/models/table_model.h"

#include "ui/models/words.h"

namespace citypanel::ui {

namespace {} // namespace

void TableModel::setTable(report::TypesetTable table) {
    beginResetModel();
    table_ = std::move(table);
    endResetModel();
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.header.size() + table_.body.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.columnCount);
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const report::TypesetLine& line = lineAt(index.row());
    switch (role) {
    case IsHeaderRole:
        return index.row() < headerLines();
    case IsSecondRole:
        return line.isSecond();
    case RuledAboveRole:
        return line.isRuledAbove;
    case SourceRowRole:
        return line.row == report::noRow ? -1 : static_cast<int>(line.row);
    case Qt::AccessibleTextRole:
        return spokenText(index);
    default:
        break;
    }
    const report::TypesetCell* cell = cellAt(index.row(), index.column());
    if (cell == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return qs(cell->text());
    case HeadRole:
        return qs(cell->head);
    case TailRole:
        return qs(cell->tail);
    case AlignRole:
        return static_cast<int>(cell->align);
    case SpanRole:
        return cell->span;
    case RuledBelowRole:
        return cell->isRuledBelow;
    case Qt::ToolTipRole:
        return cell->number ? QVariant(QString::number(cell->number->value, 'g', 17)) : QVariant();
    default:
        return {};
    }
}

const report::TypesetLine& TableModel::lineAt(int row) const {
    const auto at = static_cast<std::size_t>(row);
    return at < table_.header.size() ? table_.header[at] : table_.body[at - table_.header.size()];
}

const report::TypesetCell* TableModel::cellAt(int row, int column) const {
    int at = 0;
    for (const report::TypesetCell& cell : lineAt(row).cells) {
        if (at == column) {
            return &cell;
        }
        at += cell.span;
        if (at > column) {
            return nullptr;
        }
    }
    return nullptr;
}

QString TableModel::spokenText(const QModelIndex& index) const {
    const report::TypesetCell* cell = cellAt(index.row(), index.column());
    if (cell == nullptr) {
        return {};
    }
    const QString text = qs(cell->text());
    if (index.column() == 0 || index.row() < headerLines()) {
        return text;
    }
    // A second line has no label of its own: it belongs to the line above.
    const int labelRow = lineAt(index.row()).isSecond() ? index.row() - 1 : index.row();
    const report::TypesetCell* label = cellAt(labelRow, 0);
    return QStringLiteral("%1, %2: %3")
        .arg(label == nullptr ? QString() : qs(label->text()))
        .arg(index.column())
        .arg(text);
}

} // namespace citypanel::ui
