// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring and painting of the texts.
#include "ui/window/start_button.h"

#include "ui/widgets/theme.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace citypanel::ui {

namespace {

constexpr int edge = 10;
constexpr int gap = 10;          // between icon and texts
constexpr int leastLetters = 14; // a line is no narrower
constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
constexpr int tallest = 2000;

} // namespace

StartButton::StartButton(QWidget* parent) : QCommandLinkButton(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont StartButton::titleFont() const {
    QFont title = font();
    title.setBold(true);
    return title;
}

QRect StartButton::titleRect(int width) const {
    const int left = edge + iconSize().width() + gap;
    const QRect room(left, edge, width - left - edge, tallest);
    return QFontMetrics(titleFont()).boundingRect(room, wrapped, text());
}

QRect StartButton::descriptionRect(int width) const {
    const int left = edge + iconSize().width() + gap;
    const QRect room(left, titleRect(width).bottom() + 3, width - left - edge, tallest);
    return fontMetrics().boundingRect(room, wrapped, description());
}

QSize StartButton::sizeHint() const {
    const int width = fontMetrics().averageCharWidth() * 60;
    return {width, heightForWidth(width)};
}

QSize StartButton::minimumSizeHint() const {
    const int letters = fontMetrics().averageCharWidth() * leastLetters;
    return {2 * edge + iconSize().width() + gap + letters, 2 * edge + iconSize().height()};
}

bool StartButton::hasHeightForWidth() const {
    return true;
}

int StartButton::heightForWidth(int width) const {
    return descriptionRect(width).bottom() + edge;
}

void StartButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    painter.drawControl(QStyle::CE_PushButton, option);
    const QIcon::Mode mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
    painter.drawPixmap(edge, edge, icon().pixmap(iconSize(), devicePixelRatioF(), mode));
    painter.setFont(titleFont());
    painter.setPen(palette().color(QPalette::ButtonText));
    painter.drawText(titleRect(width()), wrapped, text());
    painter.setFont(font());
    painter.setPen(isEnabled() ? colour(ColourRole::Muted) : palette().color(QPalette::ButtonText));
    painter.drawText(descriptionRect(width()), wrapped, description());
}

} // namespace citypanel::ui
