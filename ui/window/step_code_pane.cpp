// SPDX-License-Identifier: GPL-3.0-or-later
// The button, the choice of a program and its commands.
#include "ui/window/step_code_pane.h"

#include "ui/models/words.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"

#include <QClipboard>
#include <QComboBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int mostCodeLines = 9;

} // namespace

StepCodePane::StepCodePane(QWidget* parent)
    : QWidget(parent)
    , toggle_(new QToolButton(this))
    , languages_(new QComboBox(this))
    , copy_(new QToolButton(this))
    , code_(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("stepCode"));
    toggle_->setObjectName(QStringLiteral("stepCodeToggle"));
    toggle_->setCheckable(true);
    toggle_->setAutoRaise(true);
    toggle_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    languages_->setObjectName(QStringLiteral("stepCodeLanguage"));
    languages_->addItems({QStringLiteral("Stata"), QStringLiteral("R")});
    copy_->setObjectName(QStringLiteral("stepCodeCopy"));
    copy_->setIcon(icon("copy"));
    copy_->setAutoRaise(true);
    code_->setObjectName(QStringLiteral("stepCodeText"));
    code_->setReadOnly(true);
    code_->setTabChangesFocus(true);
    code_->setLineWrapMode(QPlainTextEdit::NoWrap);
    QFont mono; // its size is the window's
    mono.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    code_->setFont(mono);
    auto* head = new QHBoxLayout;
    head->addWidget(toggle_);
    head->addStretch(1);
    head->addWidget(languages_);
    head->addWidget(copy_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(code_);
    followFont(code_, [this] { fill(); });
    connect(toggle_, &QToolButton::toggled, this, &StepCodePane::fill);
    connect(languages_, &QComboBox::activated, this, &StepCodePane::fill);
    connect(copy_, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(code_->toPlainText()); });
    translated(this, [this] { setTexts(); });
}

void StepCodePane::show(const recipe::Step& step, const recipe::Columns& before) {
    step_ = step;
    before_ = before;
    setVisible(true);
    fill();
}

void StepCodePane::clear() {
    setVisible(false);
}

void StepCodePane::fill() {
    const bool isOpen = toggle_->isChecked();
    toggle_->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    for (QWidget* part : std::initializer_list<QWidget*>{languages_, copy_, code_}) {
        part->setVisible(isOpen);
    }
    if (!isOpen) {
        return;
    }
    const auto language =
        languages_->currentIndex() == 0 ? text::CodeLanguage::Stata : text::CodeLanguage::R;
    const auto code = text::stepCode(step_, before_, language);
    code_->setPlainText(code ? qs(*code)
                             : tr("No commands: a script goes on from the data after this step."));
    const int lines = std::clamp(code_->blockCount(), 2, mostCodeLines);
    code_->setFixedHeight(code_->fontMetrics().lineSpacing() * lines + 26);
    copy_->setEnabled(code.has_value());
}

void StepCodePane::setTexts() {
    toggle_->setText(tr("In Stata and R"));
    toggle_->setToolTip(
        tr("The commands that do the same there; the whole project: File > Export as a Script"));
    languages_->setAccessibleName(tr("Program"));
    code_->setAccessibleName(tr("Commands of the step"));
    copy_->setToolTip(tr("Copy the commands"));
    copy_->setAccessibleName(tr("Copy the commands"));
    fill();
}

} // namespace citypanel::ui
