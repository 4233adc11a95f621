// SPDX-License-Identifier: GPL-3.0-or-later
// An icon, a title, a sentence and buttons, centred.
#include "ui/widgets/empty_state.h"

#include "ui/session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace citypanel::ui {

EmptyState::EmptyState(const char* iconName, QWidget* parent)
    : QWidget(parent)
    , iconName_(iconName)
    , icon_(new QLabel(this))
    , title_(new QLabel(this))
    , text_(new QLabel(this))
    , buttons_(new QVBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addStretch(2);
    for (QLabel* label : {icon_, title_, text_}) {
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    title_->setWordWrap(true);
    text_->setWordWrap(true);
    text_->setContentsMargins(40, 0, 40, 0);
    column->addSpacing(8);
    column->addLayout(buttons_);
    column->addStretch(3);
    paintIcon();
}

void EmptyState::setTexts(const QString& title, const QString& text) {
    ownTitle_ = title;
    ownText_ = text;
    showTexts();
}

void EmptyState::followEvaluation(ProjectSession& session) {
    const auto follow = [this, &session] {
        isComputing_ = session.isEvaluating() && !session.project()->sources.empty();
        showTexts();
    };
    connect(&session, &ProjectSession::evaluatingChanged, this, follow);
    follow();
}

void EmptyState::showTexts() {
    const QString title = isComputing_ ? tr("Computing") : ownTitle_;
    const QString text = isComputing_ ? tr("The sources are being read and the recipe is being "
                                           "computed. This page fills as soon as that is done.")
                                      : ownText_;
    for (QPushButton* button : findChildren<QPushButton*>()) {
        if (isComputing_) {
            button->hide();
        } else if (hidesButtons_) {
            button->show();
        }
    }
    hidesButtons_ = isComputing_;
    title_->setText(QStringLiteral("<span style='font-size:x-large; font-weight:600'>%1</span>")
                        .arg(title.toHtmlEscaped()));
    text_->setText(text);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

QPushButton* EmptyState::addAction(const QString& objectName) {
    auto* button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setMinimumWidth(240);
    if (buttons_->count() == 0) {
        button->setDefault(true);
        setFocusProxy(button);
    }
    buttons_->addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

void EmptyState::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        paintIcon();
    }
    QWidget::changeEvent(event);
}

void EmptyState::paintIcon() {
    icon_->setPixmap(
        icon(iconName_.constData()).pixmap(QSize(56, 56), devicePixelRatioF(), QIcon::Disabled));
}

} // namespace citypanel::ui
