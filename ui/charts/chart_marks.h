// SPDX-License-Identifier: GPL-3.0-or-later
// What a series looks like: markers, dashes and letters, in the plot and in its legend.
#pragma once

#include <QFont>
#include <QPointF>

class QPainter;

namespace citypanel::ui {

inline constexpr double markerRadius = 4.0;

/// The application's font in pixels of the screen: one in points would grow with the resolution of
/// the device a figure is exported to, on top of the painter's own scale.
[[nodiscard]] QFont drawnFont(double scale = 1.0);

/// A circle, square, diamond or triangle in turn, with the painter's pen and brush.
void drawMarker(QPainter& painter, int shape, const QPointF& at);

/// Whole, dashed, dotted and mixed lines in turn: series are told apart without colours too.
[[nodiscard]] Qt::PenStyle dashOf(int shape);

} // namespace citypanel::ui
