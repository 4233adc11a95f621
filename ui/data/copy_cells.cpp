// SPDX-License-Identifier: GPL-3.0-or-later
// Both forms of the clipboard.
#include "ui/data/copy_cells.h"

#include "ui/widgets/number_edit.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QTableView>

namespace citypanel::ui {

namespace {

struct CopiedRow {
    QStringList cells;
    bool isHeader = false;
};

QString cellText(const QModelIndex& index) {
    const QVariant value = index.data(Qt::EditRole);
    return value.typeId() == QMetaType::Double ? exactText(value.toDouble()) : value.toString();
}

QList<CopiedRow> rowsOf(const QTableView& view, const QItemSelectionRange& range) {
    const QAbstractItemModel& model = *view.model();
    CopiedRow header{{QString()}, true};
    for (int column = range.left(); column <= range.right(); ++column) {
        header.cells.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    QList<CopiedRow> rows{header};
    for (int row = range.top(); row <= range.bottom(); ++row) {
        CopiedRow copied{{model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString()}};
        for (int column = range.left(); column <= range.right(); ++column) {
            copied.cells.append(cellText(model.index(row, column)));
        }
        rows.append(copied);
    }
    return rows;
}

QString htmlRow(const CopiedRow& row) {
    const QString tag = row.isHeader ? QStringLiteral("th") : QStringLiteral("td");
    QString html = QStringLiteral("<tr>");
    for (const QString& cell : row.cells) {
        html += QStringLiteral("<%1>%2</%1>").arg(tag, cell.toHtmlEscaped());
    }
    return html + QStringLiteral("</tr>");
}

} // namespace

void copyCells(const QTableView& view) {
    QStringList lines;
    QString html = QStringLiteral("<meta charset='utf-8'><table>");
    for (const QItemSelectionRange& range : view.selectionModel()->selection()) {
        for (const CopiedRow& row : rowsOf(view, range)) {
            lines.append(row.cells.join(QLatin1Char('\t')));
            html += htmlRow(row);
        }
    }
    auto* data = new QMimeData;
    data->setText(lines.join(QLatin1Char('\n')));
    data->setHtml(html + QStringLiteral("</table>"));
    QApplication::clipboard()->setMimeData(data);
}

} // namespace citypanel::ui
