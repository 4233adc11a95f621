// SPDX-License-Identifier: GPL-3.0-or-later
// SheetPanel: the sheet looked at, coloured by what it is taken for, and that as choices beside it.
#pragma once

#include "core/sheets/layout_edits.h"
#include "core/sheets/regions.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace citypanel::ui {

class ColumnsModel;
class ImportDesk;
class LayoutForm;
class ProjectSession;
class SheetGrid;
class SheetModel;

class SheetPanel final : public QWidget {
    Q_OBJECT

public:
    SheetPanel(ImportDesk& desk, ProjectSession& session, QWidget* parent = nullptr);

    /// Goes to the next doubtful cell, on the next sheet that has one when this has no more; false
    /// when no sheet has.
    bool nextDoubt();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeGrid();
    QWidget* makeMeaning();
    void showTable();
    void showLayout();
    /// Gives the names the room that is left in the table of columns.
    void shareColumns();
    void showDoubts();
    void showTitle();
    /// What is the matter with the shape of the table, and what to do; empty: nothing.
    [[nodiscard]] QString shapeText() const;
    void showHint();
    void takeForm(bool alike);
    /// Reads the rows as another kind of table, with the place of its years where it was told.
    void takeKind(std::size_t at, const sheets::Layout& told, sheets::LayoutKind kind);
    void markRows(const sheets::RowRange& rows, sheets::RowMark mark);
    void markColumn(int column, sheets::ColumnMark mark);
    /// Where a cell of the file stands on the grid, and the other way round.
    [[nodiscard]] sheets::CellIndex inGrid(const sheets::CellIndex& inFile) const;
    [[nodiscard]] std::size_t doubtsOn(std::size_t table) const;
    void setTexts();

    ImportDesk& desk_;
    ProjectSession& session_;
    QLabel* title_;
    QLabel* legend_;
    SheetGrid* grid_;
    SheetModel* model_;
    QLabel* hint_;
    LayoutForm* form_;
    QLabel* columnsTitle_;
    QTableView* columns_;
    ColumnsModel* columnsModel_;
};

} // namespace citypanel::ui
