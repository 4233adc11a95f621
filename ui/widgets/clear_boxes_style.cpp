// SPDX-License-Identifier: GPL-3.0-or-later
// The check box, the ring of the focus, the chosen tab and the header's text.
#include "ui/widgets/clear_boxes_style.h"

#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>
#include <QStyleOption>
#include <QTabBar>

namespace citypanel::ui {

void drawFocusRing(const QRect& around, QPainter& painter) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(ColourRole::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(around).adjusted(1, 1, -1, -1), 3, 3);
    painter.restore();
}

namespace {

/// Fusion's frame of a line is darker than the window, which nobody sees on dark.
void drawLineFrame(const QRect& around, QPainter& painter) {
    constexpr double faint = 0.45;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(faint);
    painter.setPen(QPen(colour(ColourRole::Muted), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(around).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

/// Inside the ring, so that a frame in the accent's colour does not look the same.
void drawInnerRing(const QRect& around, QPainter& painter) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(ColourRole::Accent), 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(around).adjusted(4.5, 4.5, -4.5, -4.5), 2, 2);
    painter.restore();
}

/// At the edge away from the page: in the dark theme the fill of the chosen tab is hardly another.
void drawChosenTab(const QStyleOptionTab& tab, QPainter& painter) {
    constexpr int thickness = 2;
    QRect line = tab.rect;
    switch (tab.shape) {
    case QTabBar::RoundedNorth:
    case QTabBar::TriangularNorth:
        line.setHeight(thickness);
        break;
    case QTabBar::RoundedSouth:
    case QTabBar::TriangularSouth:
        line.setTop(line.bottom() - thickness + 1);
        break;
    default:
        return;
    }
    painter.fillRect(line.adjusted(1, 0, -1, 0), colour(ColourRole::Accent));
}

} // namespace

ClearBoxesStyle::ClearBoxesStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void ClearBoxesStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                    QPainter* painter, const QWidget* widget) const {
    // Cells have a ring of their own kind: their row and column are marked as well.
    if (element == PE_FrameFocusRect && qobject_cast<const QAbstractItemView*>(widget) == nullptr) {
        if ((option->state & State_KeyboardFocusChange) != 0) {
            drawFocusRing(option->rect, *painter);
        }
        return;
    }
    if (element == PE_FrameLineEdit && isDarkTheme() && (option->state & State_HasFocus) == 0) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        drawLineFrame(option->rect, *painter);
        return;
    }
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const bool isOn = (option->state & State_On) != 0;
    const bool isPartial = (option->state & State_NoChange) != 0;
    const bool isEnabled = (option->state & State_Enabled) != 0;
    const QColor accent = option->palette.color(QPalette::Highlight);
    const QColor ink = option->palette.color(QPalette::HighlightedText);
    const int side = qMin(option->rect.width(), option->rect.height()) - 1;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option->rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(isEnabled ? 1.0 : 0.5);
    painter->setPen(QPen(isOn || isPartial ? accent : colour(ColourRole::Muted), 1.2));
    painter->setBrush(isOn || isPartial ? accent : option->palette.color(QPalette::Base));
    painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5);
    painter->setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (isOn) {
        painter->drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.71), at(0.76, 0.30)}));
    } else if (isPartial) {
        painter->drawLine(at(0.26, 0.5), at(0.74, 0.5));
    }
    painter->restore();
}

void ClearBoxesStyle::drawControl(ControlElement element, const QStyleOption* option,
                                  QPainter* painter, const QWidget* widget) const {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const bool isBareBox = element == CE_CheckBox && button != nullptr && button->text.isEmpty();
    if (isBareBox && (option->state & State_HasFocus) != 0 &&
        (option->state & State_KeyboardFocusChange) != 0) {
        QProxyStyle::drawControl(element, option, painter, widget);
        drawFocusRing(option->rect, *painter); // Fusion's goes round the text it lacks
        return;
    }
    if (element == CE_PushButton && button != nullptr &&
        button->features.testFlag(QStyleOptionButton::CommandLinkButton)) {
        QProxyStyle::drawControl(element, option, painter, widget);
        if ((option->state & State_HasFocus) != 0) { // Fusion shows none on these
            drawFocusRing(option->rect, *painter);
        }
        return;
    }
    const bool isDefault = element == CE_PushButton && button != nullptr &&
                           button->features.testFlag(QStyleOptionButton::DefaultButton);
    if (isDefault && (option->state & State_HasFocus) != 0 &&
        (option->state & State_KeyboardFocusChange) != 0) {
        QProxyStyle::drawControl(element, option, painter, widget);
        drawFocusRing(option->rect, *painter); // Fusion's is the frame it wears anyhow
        drawInnerRing(option->rect, *painter);
        return;
    }
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    if (element == CE_TabBarTabShape && tab != nullptr && (tab->state & State_Selected) != 0) {
        QProxyStyle::drawControl(element, option, painter, widget);
        drawChosenTab(*tab, *painter);
        return;
    }
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (element != CE_HeaderLabel || header == nullptr || header->text.contains(u'\n')) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QFont font = painter->font();
    font.setBold(font.bold() || (header->state & State_On) != 0); // the current row or column
    QStyleOptionHeader shown = *header;
    shown.text =
        QFontMetrics(font).elidedText(header->text, Qt::ElideRight, header->rect.width() - 2);
    QProxyStyle::drawControl(element, &shown, painter, widget);
}

} // namespace citypanel::ui
