// SPDX-License-Identifier: GPL-3.0-or-later
// SheetDelegate: colours the cells of a sheet by what its layout takes them for.
#pragma once

#include "ui/models/sheet_model.h"
#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>

namespace citypanel::ui {

class SheetDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        switch (static_cast<CellRegion>(index.data(SheetModel::RegionRole).toInt())) {
        case CellRegion::Body:
            break;
        case CellRegion::Header:
            option->backgroundBrush = colour(ColourRole::Header);
            break;
        case CellRegion::Key:
            option->backgroundBrush = colour(ColourRole::Key);
            break;
        case CellRegion::Outside:
        case CellRegion::Title:
        case CellRegion::NotImported:
        case CellRegion::Note:
            option->backgroundBrush = colour(ColourRole::Note);
            option->palette.setColor(QPalette::Text, colour(ColourRole::Muted));
            break;
        }
    }
};

} // namespace citypanel::ui
