// SPDX-License-Identifier: GPL-3.0-or-later
// A figure with what belongs to it at its right, as the pages of the index show them.
#pragma once

#include <QSplitter>

namespace citypanel::ui {

/// The two side by side, neither of which can be pushed away; the parent owns them.
inline QSplitter* figureBesideTable(QWidget* figure, QWidget* table, QWidget* parent) {
    constexpr int figureWidth = 320;
    constexpr int tableWidth = 390;
    auto* across = new QSplitter(Qt::Horizontal, parent);
    across->addWidget(figure);
    across->addWidget(table);
    across->setSizes({figureWidth, tableWidth});
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    return across;
}

} // namespace citypanel::ui
