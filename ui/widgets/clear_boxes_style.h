// SPDX-License-Identifier: GPL-3.0-or-later
// ClearBoxesStyle: Fusion with check boxes and a focus that are seen on a dark background too, and
// headers of tables that say where their text goes on.
#pragma once

#include <QProxyStyle>

namespace citypanel::ui {

/// A ring in the accent's colour, on whatever has the keyboard.
void drawFocusRing(const QRect& around, QPainter& painter);

/// Fusion draws the frame of a box darker than the window, which on a dark window is nothing, the
/// focus of a button as a fill that nobody sees, and the middle of a header that is too long,
/// without a sign that something is missing.
class ClearBoxesStyle final : public QProxyStyle {
    Q_OBJECT

public:
    ClearBoxesStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
};

} // namespace citypanel::ui
