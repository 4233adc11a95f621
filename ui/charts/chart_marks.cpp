// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes and dashes in turn.
#include "ui/charts/chart_marks.h"

#include <QApplication>
#include <QFontInfo>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <array>

namespace citypanel::ui {

QFont drawnFont(double scale) {
    QFont font = QApplication::font();
    font.setPixelSize(std::max(1, qRound(scale * QFontInfo(font).pixelSize())));
    return font;
}

void drawMarker(QPainter& painter, int shape, const QPointF& at) {
    const double r = markerRadius;
    switch (shape % 4) {
    case 1:
        painter.drawRect(QRectF(at.x() - r * 0.9, at.y() - r * 0.9, 1.8 * r, 1.8 * r));
        break;
    case 2:
        painter.drawPolygon(QPolygonF({at + QPointF(0, -1.3 * r), at + QPointF(1.3 * r, 0),
                                       at + QPointF(0, 1.3 * r), at + QPointF(-1.3 * r, 0)}));
        break;
    case 3:
        painter.drawPolygon(QPolygonF(
            {at + QPointF(0, -1.2 * r), at + QPointF(1.2 * r, r), at + QPointF(-1.2 * r, r)}));
        break;
    default:
        painter.drawEllipse(at, r, r);
    }
}

Qt::PenStyle dashOf(int shape) {
    static constexpr std::array dashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return dashes[static_cast<std::size_t>(shape) % dashes.size()];
}

} // namespace citypanel::ui
