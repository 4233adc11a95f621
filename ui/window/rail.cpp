// SPDX-License-Identifier: GPL-3.0-or-later
// Painting and keys of the rail.
#include "ui/window/rail.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

RailButton::RailButton(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RailButton::sizeHint() const {
    const QFontMetrics metrics = fontMetrics();
    return {std::max(narrowest, metrics.horizontalAdvance(text()) + beside), metrics.height() + 42};
}

// Never narrower than its name: a crowded page takes the room from itself.
QSize RailButton::minimumSizeHint() const {
    return sizeHint();
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = colour(ColourRole::Accent);
    const QRect inner = rect().adjusted(6, 2, -6, -2);
    if (isChecked() || underMouse()) {
        QColor fill = isChecked() ? accent : palette().color(QPalette::WindowText);
        fill.setAlpha(isChecked() ? 36 : 16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(inner, 6, 6);
    }
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(accent);
        painter.drawRoundedRect(QRect(0, inner.top() + 6, 3, inner.height() - 12), 1.5, 1.5);
    }
    const int textHeight = fontMetrics().height();
    const QRect iconRect(rect().center().x() - 11, inner.top() + 7, 24, 24);
    icon().paint(&painter, iconRect, Qt::AlignCenter,
                 isEnabled() ? QIcon::Normal : QIcon::Disabled);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, QPalette::WindowText));
    QFont font = painter.font();
    font.setBold(isChecked());
    painter.setFont(font);
    painter.drawText(QRect(0, inner.bottom() - textHeight - 2, width(), textHeight),
                     Qt::AlignCenter, text());
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = inner;
        option.backgroundColor = palette().color(QPalette::Window);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void RailButton::enterEvent(QEnterEvent* event) {
    update();
    QAbstractButton::enterEvent(event);
}

void RailButton::leaveEvent(QEvent* event) {
    update();
    QAbstractButton::leaveEvent(event);
}

Rail::Rail(QWidget* parent)
    : QWidget(parent), group_(new QButtonGroup(this)), column_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("rail"));
    column_->setContentsMargins(0, 8, 1, 8);
    column_->setSpacing(2);
    column_->addStretch(1);
    group_->setExclusive(true);
    connect(group_, &QButtonGroup::idClicked, this, &Rail::chosenChanged);
}

RailButton* Rail::addButton(const QString& id, const char* iconName) {
    auto* button = new RailButton(this);
    button->setObjectName(QStringLiteral("rail.") + id);
    button->setIcon(icon(iconName));
    const int index = static_cast<int>(group_->buttons().size());
    group_->addButton(button, index);
    column_->insertWidget(index, button);
    setFocusProxy(group_->button(0));
    return button;
}

void Rail::choose(int index) {
    QAbstractButton* button = group_->button(index);
    if (button != nullptr && !button->isChecked()) {
        button->setChecked(true);
        setFocusProxy(button);
        Q_EMIT chosenChanged(index);
    }
}

int Rail::chosen() const {
    return group_->checkedId();
}

void Rail::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int last = static_cast<int>(group_->buttons().size()) - 1;
    const int next = std::clamp(chosen() + step, 0, last);
    choose(next);
    group_->button(next)->setFocus(Qt::TabFocusReason);
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setPen(colour(ColourRole::Border));
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace citypanel::ui
