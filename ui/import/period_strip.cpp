// SPDX-License-Identifier: GPL-3.0-or-later
// The question, the year, and for which files it holds.
#include "ui/import/period_strip.h"

#include "ui/import/import_desk.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <set>

namespace citypanel::ui {

PeriodStrip::PeriodStrip(ImportDesk& desk, QWidget* parent)
    : QFrame(parent)
    , desk_(desk)
    , text_(new QLabel(this))
    , yearLabel_(new QLabel(this))
    , year_(new QLineEdit(this))
    , filesLabel_(new QLabel(this))
    , files_(new QComboBox(this))
    , set_(new QPushButton(this)) {
    setAutoFillBackground(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 12, 5);
    row->addWidget(text_, 1);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{yearLabel_, year_, filesLabel_, files_, set_}) {
        row->addWidget(widget);
    }
    text_->setWordWrap(true);
    text_->setObjectName(QStringLiteral("periodQuestion"));
    year_->setObjectName(QStringLiteral("periodYear"));
    // Empty until somebody knows the year: one that is filled in is taken for a proposal.
    year_->setFixedWidth(year_->fontMetrics().horizontalAdvance(QStringLiteral("0000000000")));
    set_->setEnabled(false);
    files_->setObjectName(QStringLiteral("periodFiles"));
    files_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    files_->setMinimumContentsLength(16);
    set_->setObjectName(QStringLiteral("setPeriod"));
    yearLabel_->setBuddy(year_);
    filesLabel_->setBuddy(files_);
    connect(year_, &QLineEdit::textChanged, this, [this] { showTyped(); });
    connect(year_, &QLineEdit::returnPressed, this, &PeriodStrip::setPeriod);
    connect(set_, &QPushButton::clicked, this, &PeriodStrip::setPeriod);
    connect(&desk_, &ImportDesk::reviewChanged, this, &PeriodStrip::refresh);
    translated(this, [this] { setTexts(); });
    setColours();
}

std::optional<int> PeriodStrip::typedYear() const {
    constexpr int firstYear = 1900;
    constexpr int lastYear = 2100;
    bool isNumber = false;
    const int year = year_->text().trimmed().toInt(&isNumber);
    return isNumber && year >= firstYear && year <= lastYear ? std::optional(year) : std::nullopt;
}

void PeriodStrip::showTyped() {
    constexpr qsizetype digits = 4; // until they are typed, nothing is wrong
    set_->setEnabled(typedYear().has_value());
    const QString typed = year_->text().trimmed();
    if (typed.size() >= digits && !typedYear()) {
        text_->setText(tr("“%1” is not a year from 1900 to 2100.").arg(typed));
    } else {
        showQuestion();
    }
}

void PeriodStrip::showQuestion() {
    text_->setText(tr("%n table(s) say nowhere which year they are of. A yearbook's data are "
                      "usually of the year before the one on its cover.",
                      nullptr, static_cast<int>(desk_.review()->missingPeriods.size())));
}

void PeriodStrip::refresh() {
    const auto review = desk_.review();
    const Problems& missing = review->missingPeriods;
    std::set<std::string> files;
    for (const Problem& problem : missing) {
        files.insert(problem.place.file);
    }
    setVisible(!missing.empty());
    showTyped();
    const QVariant before = files_->currentData();
    files_->clear();
    files_->addItem(tr("all of them"), QString());
    for (const std::string& file : files) {
        files_->addItem(QString::fromStdString(file), QString::fromStdString(file));
    }
    files_->setCurrentIndex(std::max(0, files_->findData(before)));
}

void PeriodStrip::setPeriod() {
    const auto typed = typedYear();
    if (!typed) {
        return;
    }
    std::vector<std::string> files;
    if (const QString file = files_->currentData().toString(); !file.isEmpty()) {
        files.push_back(file.toStdString());
    }
    const std::int64_t year = *typed;
    year_->clear();
    desk_.changePlan(
        [&](sheets::ImportPlan plan) { return sheets::withPeriod(std::move(plan), year, files); });
}

void PeriodStrip::showOpen() {
    year_->setFocus(Qt::OtherFocusReason);
    year_->selectAll();
}

void PeriodStrip::changeEvent(QEvent* event) {
    const bool isPalette =
        event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange;
    if (isPalette && palette().color(QPalette::Window) != colour(ColourRole::UnitLine)) {
        setColours();
    }
    QFrame::changeEvent(event);
}

void PeriodStrip::setColours() {
    QPalette strip; // everything but the background follows the theme
    strip.setColor(QPalette::Window, colour(ColourRole::UnitLine));
    setPalette(strip);
}

void PeriodStrip::setTexts() {
    yearLabel_->setText(tr("&Year of the data"));
    filesLabel_->setText(tr("for"));
    set_->setText(tr("Set Year"));
    year_->setAccessibleName(tr("Year of the data"));
    year_->setPlaceholderText(tr("e.g. 2012"));
    files_->setAccessibleName(tr("For which files the year holds"));
    refresh();
}

} // namespace citypanel::ui
