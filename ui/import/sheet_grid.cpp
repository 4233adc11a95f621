// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and menu of the grid.
#include "ui/import/sheet_grid.h"

#include "ui/import/sheet_delegate.h"
#include "ui/models/sheet_model.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <optional>

namespace citypanel::ui {

namespace {

constexpr std::size_t mostSpans = 3000; // more would make the grid slow, and say nothing

std::optional<sheets::RowMark> markOf(const QKeyEvent& event) {
    if ((event.modifiers() & ~Qt::ShiftModifier) != Qt::NoModifier) {
        return std::nullopt;
    }
    switch (event.key()) {
    case Qt::Key_H:
        return sheets::RowMark::Header;
    case Qt::Key_B:
        return sheets::RowMark::Body;
    case Qt::Key_U:
        return sheets::RowMark::UnitLine;
    case Qt::Key_N:
        return sheets::RowMark::Note;
    default:
        return std::nullopt;
    }
}

} // namespace

SheetGrid::SheetGrid(SheetModel* model, QWidget* parent) : QTableView(parent), model_(model) {
    setModel(model);
    setItemDelegate(new SheetDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setHighlightSections(false); // bold numbers of rows do not find room
    for (QHeaderView* header : {horizontalHeader(), verticalHeader()}) {
        header->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(header, &QHeaderView::customContextMenuRequested, this,
                [this, header](const QPoint& at) { showHeaderMenu(header, at); });
    }
    fitRows();
}

void SheetGrid::fitRows() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 13);
}

void SheetGrid::showMerged() {
    clearSpans();
    const sheets::Sheet* sheet = model_->sheet();
    if (sheet == nullptr) {
        return;
    }
    const auto rows = static_cast<std::size_t>(model_->rowCount());
    const auto columns = static_cast<std::size_t>(model_->columnCount());
    std::size_t count = 0;
    for (const sheets::MergedRange& range : sheet->merged) {
        const std::size_t lastRow = std::min(range.lastRow + 1, rows);
        const std::size_t lastColumn = std::min(range.lastColumn + 1, columns);
        if (range.firstRow < lastRow && range.firstColumn < lastColumn && ++count <= mostSpans) {
            setSpan(static_cast<int>(range.firstRow), static_cast<int>(range.firstColumn),
                    static_cast<int>(lastRow - range.firstRow),
                    static_cast<int>(lastColumn - range.firstColumn));
        }
    }
}

void SheetGrid::showCell(int row, int column) {
    const QModelIndex index = model_->index(row, column);
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index, QAbstractItemView::PositionAtCenter);
    }
}

sheets::RowRange SheetGrid::selectedRows() const {
    sheets::RowRange rows{currentIndex().row(), currentIndex().row()};
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        rows.first = std::min<std::int64_t>(rows.first, range.top());
        rows.last = std::max<std::int64_t>(rows.last, range.bottom());
    }
    return rows;
}

void SheetGrid::keyPressEvent(QKeyEvent* event) {
    const auto mark = markOf(*event);
    const QModelIndexList columns = selectionModel()->selectedColumns();
    if (mark && !columns.isEmpty() && selectionModel()->selectedRows().isEmpty()) {
        // Whole columns: the rows of the sheet are not meant.
        const bool isRead = *mark == sheets::RowMark::Body;
        if (isRead || *mark == sheets::RowMark::Note) {
            for (const QModelIndex& column : columns) {
                Q_EMIT columnMarked(column.column(), isRead ? sheets::ColumnMark::Values
                                                            : sheets::ColumnMark::LeftOut);
            }
        } else {
            Q_EMIT rowsNeeded();
        }
    } else if (mark && currentIndex().isValid()) {
        Q_EMIT rowsMarked(selectedRows(), *mark);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT nextDoubtRequested();
    } else {
        QTableView::keyPressEvent(event);
    }
}

void SheetGrid::showHeaderMenu(QHeaderView* header, const QPoint& at) {
    const int section = header->logicalIndexAt(at);
    const bool isColumn = header == horizontalHeader();
    const int row = isColumn ? std::max(0, rowAt(0)) : section;
    const int column = isColumn ? section : std::max(0, columnAt(0));
    if (section >= 0 && model_->index(row, column).isValid()) {
        if (!selectionModel()->isSelected(model_->index(row, column))) {
            isColumn ? selectColumn(column) : selectRow(row);
        }
        showMenu(model_->index(row, column), header->viewport()->mapToGlobal(at),
                 isColumn ? MenuOf::Column : MenuOf::Rows);
    }
}

void SheetGrid::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex under =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!under.isValid()) {
        return;
    }
    if (!selectionModel()->isSelected(under)) {
        setCurrentIndex(under);
    }
    showMenu(under,
             event->reason() == QContextMenuEvent::Mouse
                 ? event->globalPos()
                 : viewport()->mapToGlobal(visualRect(under).bottomLeft()),
             MenuOf::Cell);
}

void SheetGrid::showMenu(const QModelIndex& under, const QPoint& at, MenuOf of) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("sheetMenu"));
    if (of != MenuOf::Column) {
        addRowMarks(*menu);
    }
    if (of != MenuOf::Rows) {
        addColumnMarks(*menu, under.column());
    }
    menu->popup(at);
}

void SheetGrid::addRowMarks(QMenu& menu) {
    using sheets::RowMark;
    const sheets::RowRange rows = selectedRows();
    menu.addSection(tr("These rows are"));
    for (const auto& [text, mark] :
         {std::pair{tr("&Header\tH"), RowMark::Header}, std::pair{tr("&Data\tB"), RowMark::Body},
          std::pair{tr("&Units of measure\tU"), RowMark::UnitLine},
          std::pair{tr("&Notes, not read\tN"), RowMark::Note}}) {
        connect(menu.addAction(text), &QAction::triggered, this,
                [this, rows, chosen = mark] { Q_EMIT rowsMarked(rows, chosen); });
    }
}

void SheetGrid::addColumnMarks(QMenu& menu, int column) {
    using sheets::ColumnMark;
    menu.addSection(tr("This column holds"));
    for (const auto& [text, mark] :
         {std::pair{tr("Na&mes of cities"), ColumnMark::UnitNames},
          std::pair{tr("&Years"), ColumnMark::Periods},
          std::pair{tr("&Values"), ColumnMark::Values}, std::pair{tr("&Text"), ColumnMark::Texts},
          std::pair{tr("Not&hing to read"), ColumnMark::LeftOut}}) {
        connect(menu.addAction(text), &QAction::triggered, this,
                [this, column, chosen = mark] { Q_EMIT columnMarked(column, chosen); });
    }
}

} // namespace citypanel::ui
