// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured in letters is measured again when the text is scaled.
#pragma once

#include <QList>

#include <functional>

class QSplitter;
class QTableView;
class QWidget;

namespace citypanel::ui {

/// Runs `fit` now and whenever the widget's font changes.
void followFont(QWidget* widget, std::function<void()> fit);

/// Gives the rows of a table the height of a line and `room` pixels, and lets the widths of its
/// columns grow and shrink with the text.
void followFont(QTableView* table, int room);

/// Makes the columns of a table as wide as what stands in them and in their headers.
void fitColumns(QTableView* table);

/// Shares the room of a splitter so, and again with text of another size, which asks for other
/// least sizes, unless a person has moved its handle.
void keepShares(QSplitter* splitter, const QList<int>& sizes);

} // namespace citypanel::ui
