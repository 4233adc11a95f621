// SPDX-License-Identifier: GPL-3.0-or-later
// SheetGrid: the grid of a sheet on which rows and columns are marked by keys or from a menu.
#pragma once

#include "core/sheets/layout_edits.h"

#include <QTableView>

#include <cstdint>

class QMenu;

namespace citypanel::ui {

class SheetModel;

/// H, B, U and N mark the selected rows; the menu (right button, menu key) marks columns too; Enter
/// goes to the next doubt. Merged cells are shown as one.
class SheetGrid final : public QTableView {
    Q_OBJECT

public:
    explicit SheetGrid(SheetModel* model, QWidget* parent = nullptr);

    /// After the model has another sheet.
    void showMerged();
    void showCell(int row, int column);
    void fitRows();

Q_SIGNALS:
    void rowsMarked(const citypanel::sheets::RowRange& rows, citypanel::sheets::RowMark mark);
    /// A key that marks rows was pressed while whole columns are chosen.
    void rowsNeeded();
    void columnMarked(int column, citypanel::sheets::ColumnMark mark);
    void nextDoubtRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] sheets::RowRange selectedRows() const;
    void showHeaderMenu(QHeaderView* header, const QPoint& at);
    /// What a menu was asked for on: a cell, the number of a row, the letter of a column.
    enum class MenuOf : std::uint8_t { Cell, Rows, Column };

    void showMenu(const QModelIndex& under, const QPoint& at, MenuOf of);
    void addRowMarks(QMenu& menu);
    void addColumnMarks(QMenu& menu, int column);

    SheetModel* model_;
};

} // namespace citypanel::ui
