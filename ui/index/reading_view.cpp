// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing and drawing a reading of the index.
#include "ui/index/reading_view.h"

#include "core/study/index_figures.h"
#include "ui/charts/figure_view.h"
#include "ui/widgets/language.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr std::size_t endsShown = 15;

} // namespace

ReadingView::ReadingView(QWidget* parent)
    : QWidget(parent)
    , what_(new QComboBox(this))
    , ofLabel_(new QLabel(this))
    , of_(new QComboBox(this))
    , figure_(new FigureView(this)) {
    what_->setObjectName(QStringLiteral("reading"));
    of_->setObjectName(QStringLiteral("readingOf"));
    of_->setMinimumContentsLength(14);
    ofLabel_->setBuddy(of_);
    auto* top = new QHBoxLayout;
    top->addWidget(what_);
    top->addWidget(ofLabel_);
    top->addWidget(of_);
    top->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(figure_, 1);
    connect(what_, &QComboBox::activated, this, [this] {
        fillChoices();
        show();
    });
    connect(of_, &QComboBox::activated, this, &ReadingView::show);
    translated(this, [this] { setTexts(); });
}

void ReadingView::setTexts() {
    const int before = std::max(what_->currentIndex(), 0);
    what_->clear();
    what_->addItems({tr("Mean by period"), tr("Distribution by period"), tr("Mean by group"),
                     tr("Highest and lowest units"), tr("Profile of a unit")});
    what_->setCurrentIndex(before);
    what_->setAccessibleName(tr("Reading of the index"));
    fillChoices();
    show();
}

ReadingView::What ReadingView::what() const {
    return static_cast<What>(std::max(what_->currentIndex(), 0));
}

void ReadingView::setIndex(const LiveIndexPtr& live, const std::vector<double>& weights) {
    live_ = live;
    score_ = live_ ? live_->with(weights).score : std::vector<double>{};
    fillChoices();
    if (isVisible()) {
        show();
    }
}

void ReadingView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    show();
}

void ReadingView::fillChoices() {
    const QString before = of_->currentText();
    const bool hasChoice = what() == What::ByGroup || what() == What::Profile;
    of_->setVisible(hasChoice);
    ofLabel_->setVisible(hasChoice);
    ofLabel_->setText(what() == What::ByGroup ? tr("Group") : tr("Unit"));
    of_->clear();
    if (live_ && what() == What::Profile) {
        for (const std::string& unit : live_->panel().unitLabels()) {
            of_->addItem(QString::fromStdString(unit));
        }
    }
    if (live_ && what() == What::ByGroup) {
        for (const Variable& column : live_->panel().columns()) {
            const bool isKey = column.name() == live_->panel().keys().unit ||
                               column.name() == live_->panel().keys().period;
            if (!isKey && column.type() != VariableType::Numeric) {
                of_->addItem(QString::fromStdString(column.name()));
            }
        }
    }
    of_->setCurrentIndex(std::max(of_->findText(before), 0));
}

void ReadingView::show() {
    figure_->clear();
    if (!live_ || score_.empty()) {
        return;
    }
    const Panel& panel = live_->panel();
    study::Figure figure;
    switch (what()) {
    case What::ByPeriod:
        figure = study::indexByPeriod(panel, score_);
        break;
    case What::Density:
        figure = study::indexDensities(panel, score_);
        break;
    case What::ByGroup: {
        const Variable* group = panel.find(of_->currentText().toStdString());
        if (group == nullptr) {
            return;
        }
        figure = study::indexByGroup(panel, *group, score_);
        break;
    }
    case What::Ends:
        figure = study::indexEnds(panel, score_, endsShown);
        break;
    case What::Profile:
        if (of_->currentIndex() < 0) {
            return;
        }
        figure = study::indexProfile(*live_, static_cast<std::size_t>(of_->currentIndex()));
        figure.series[1].name = study::own(tr("mean of all rows").toStdString());
        break;
    }
    const std::string name = live_->step().name.text;
    figure.title = study::own(what_->currentText().toStdString());
    const bool isDensity = what() == What::Density;
    (isDensity ? figure.x : figure.y).title =
        study::own(what() == What::Profile ? tr("normalised value").toStdString() : name);
    if (isDensity) {
        figure.y.title = study::own(tr("Density").toStdString());
    }
    figure_->setFigure(figure);
}

} // namespace citypanel::ui
