// SPDX-License-Identifier: GPL-3.0-or-later
// A bar with an icon, a text, buttons and a close button.
#include "ui/widgets/message_bar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QCursor>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace citypanel::ui {

namespace {

constexpr int secondsShown = 8;
constexpr int secondsMore = 2;
constexpr int reach = 60; // pixels around, where a hand may be on its way to the bar

QColor messageInk(MessageBar::Kind kind) {
    switch (kind) {
    case MessageBar::Kind::Information:
        return colour(ColourRole::Accent);
    case MessageBar::Kind::Success:
        return colour(ColourRole::Success);
    case MessageBar::Kind::Warning:
        return colour(ColourRole::Warning);
    case MessageBar::Kind::Error:
        return colour(ColourRole::Error);
    }
    return {};
}

const char* iconOf(MessageBar::Kind kind) {
    switch (kind) {
    case MessageBar::Kind::Information:
        return "info";
    case MessageBar::Kind::Success:
        return "check";
    case MessageBar::Kind::Warning:
        return "warning";
    case MessageBar::Kind::Error:
        return "error";
    }
    return "info";
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , icon_(new QLabel(this))
    , label_(new QLabel(this))
    , buttons_(new QHBoxLayout)
    , close_(new QToolButton(this))
    , timer_(new QTimer(this)) {
    setObjectName(QStringLiteral("messageBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    row->addWidget(icon_, 0, Qt::AlignTop);
    row->addWidget(label_, 1);
    row->addLayout(buttons_);
    row->addWidget(close_, 0, Qt::AlignTop);
    label_->setObjectName(QStringLiteral("messageText"));
    label_->setWordWrap(true);
    label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    close_->setObjectName(QStringLiteral("messageClose"));
    close_->setAutoRaise(true);
    close_->setIcon(icon("close"));
    translated(this, [this] {
        close_->setToolTip(tr("Close this message"));
        close_->setAccessibleName(tr("Close this message"));
    });
    connect(close_, &QToolButton::clicked, this, &MessageBar::dismiss);
    timer_->setSingleShot(true);
    connect(timer_, &QTimer::timeout, this, &MessageBar::goAway);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& text) {
    if (isVisible() && !asked_.empty()) {
        waiting_ = Message{kind_, label_->text(), asked_, closed_};
    }
    kind_ = kind;
    closed_ = nullptr;
    clearButtons();
    label_->setText(text);
    setAccessibleName(text);
    showIcon();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    timer_->stop();
    if (kind == Kind::Information || kind == Kind::Success) {
        timer_->start(secondsShown * 1000);
    }
    update();
}

void MessageBar::addButton(const QString& text, std::function<void()> pressed) {
    waiting_.reset(); // a new question takes the place of the one before
    asked_.push_back({text, pressed});
    auto* button = new QPushButton(text, this);
    buttons_->addWidget(button);
    timer_->stop();
    connect(button, &QPushButton::clicked, this, [this, pressed = std::move(pressed)] {
        hide();
        pressed();
    });
}

void MessageBar::onClosed(std::function<void()> closed) {
    closed_ = std::move(closed);
}

void MessageBar::dismiss() {
    const bool wasShown = isVisible();
    hide();
    if (const auto closed = std::exchange(closed_, nullptr); closed && wasShown) {
        closed();
    }
    const auto before = std::exchange(waiting_, std::nullopt);
    if (before) {
        showMessage(before->kind, before->text);
        for (const Button& button : before->buttons) {
            addButton(button.text, button.pressed);
        }
        onClosed(before->closed);
    }
}

void MessageBar::takeBack() {
    if (asked_.empty()) {
        dismiss();
    }
}

/// Not from under the pointer: a click meant for the bar would fall on what moves to its place.
void MessageBar::goAway() {
    const QRect around = rect().adjusted(-reach, -reach, reach, reach);
    if (around.contains(mapFromGlobal(QCursor::pos())) && isActiveWindow()) {
        timer_->start(secondsMore * 1000);
    } else {
        dismiss();
    }
}

QString MessageBar::text() const {
    return label_->text();
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        showIcon();
    }
    QFrame::changeEvent(event);
}

void MessageBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor fill = messageInk(kind_);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    fill.setAlpha(28);
    painter.fillRect(rect(), fill);
    painter.fillRect(QRect(0, 0, 4, height()), messageInk(kind_));
    painter.setPen(colour(ColourRole::Border));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

void MessageBar::clearButtons() {
    asked_.clear();
    while (QLayoutItem* item = buttons_->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
}

void MessageBar::showIcon() {
    icon_->setPixmap(icon(iconOf(kind_)).pixmap(QSize(18, 18), devicePixelRatioF()));
}

} // namespace citypanel::ui
