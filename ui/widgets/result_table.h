// SPDX-License-Identifier: GPL-3.0-or-later
// ResultTable: a table of results in the window, as it will stand on the page: three lines,
// decimals under one another, caption above and notes below.
#pragma once

#include "core/report/table_style.h"
#include "core/study/table.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QTableView;

namespace citypanel::ui {

class TableModel;

class ResultTable final : public QWidget {
    Q_OBJECT

public:
    explicit ResultTable(QWidget* parent = nullptr);

    void setTable(const study::Table& table, const report::TableStyle& style);
    void clear();

    [[nodiscard]] const std::optional<study::Table>& table() const { return table_; }

    /// The style it is shown in.
    [[nodiscard]] const report::TableStyle& style() const { return style_; }

    /// Marks a column (0 is the first after the labels); -1 marks none.
    void markColumn(int column);
    /// The table as rich text and as tab-separated text.
    void copy() const;

    [[nodiscard]] QTableView* view() const { return view_; }

Q_SIGNALS:
    /// A column after the labels was clicked or reached by key.
    void columnChosen(int column);
    /// A cell of a row of the table was clicked, or activated by Enter. row: index of Table::rows.
    void cellChosen(int row, int column);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    void spread();

    std::optional<study::Table> table_;
    report::TableStyle style_;
    TableModel* model_;
    QLabel* caption_;
    QTableView* view_;
    QLabel* notes_;
    class ResultDelegate* delegate_;
    std::vector<int> blocks_; ///< widths of the columns without padding
};

} // namespace citypanel::ui
