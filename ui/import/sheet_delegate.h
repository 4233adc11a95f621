// SPDX-License-Identifier: GPL-3.0-or-later
// SheetDelegate: colours the cells of a sheet by what its layout takes them for, and marks doubts.
#pragma once

#include "ui/models/sheet_model.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace citypanel::ui {

/// The background of a region in the palette in use.
[[nodiscard]] inline QColor regionColour(CellRegion region) {
    switch (region) {
    case CellRegion::Body:
        return colour(ColourRole::Body);
    case CellRegion::UnitLine:
        return colour(ColourRole::UnitLine);
    case CellRegion::Header:
        return colour(ColourRole::Header);
    case CellRegion::Key:
        return colour(ColourRole::Key);
    case CellRegion::Title:
        return colour(ColourRole::Joined);
    case CellRegion::Outside:
    case CellRegion::Skipped:
    case CellRegion::NotImported:
    case CellRegion::Note:
        break;
    }
    return colour(ColourRole::Note);
}

class SheetDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        if (!index.data(SheetModel::IsDoubtfulRole).toBool()) {
            return;
        }
        // A corner and a line below, so that the mark is seen without its colour.
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(colour(ColourRole::Error));
        painter->setPen(Qt::NoPen);
        const QRect cell = option.rect;
        const int size = cell.height() / 3;
        painter->drawPolygon(
            QPolygon({cell.topRight() + QPoint(1 - size, 0), cell.topRight() + QPoint(1, 0),
                      cell.topRight() + QPoint(1, size)}));
        painter->fillRect(QRect(cell.left(), cell.bottom() - 1, cell.width(), 2),
                          colour(ColourRole::Error));
        painter->restore();
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto region = static_cast<CellRegion>(index.data(SheetModel::RegionRole).toInt());
        if (region != CellRegion::Body) {
            option->backgroundBrush = regionColour(region);
        }
        if (regionColour(region) == colour(ColourRole::Note)) {
            option->palette.setColor(QPalette::Text, colour(ColourRole::Muted));
        }
        option->font.setBold(region == CellRegion::Header);
        option->font.setItalic(region == CellRegion::Skipped);
    }
};

} // namespace citypanel::ui
