// SPDX-License-Identifier: GPL-3.0-or-later
// Copying the selection of a table as text and as a table for Word and Excel.
#pragma once

class QTableView;

namespace citypanel::ui {

/// Puts the selected cells with their headers on the clipboard, separated by tabs and as HTML, with
/// every digit of the numbers.
void copyCells(const QTableView& view);

} // namespace citypanel::ui
