// SPDX-License-Identifier: GPL-3.0-or-later
// Two weightings side by side.
#include "ui/index/compare_view.h"

#include "core/index/index_reading.h"
#include "core/study/index_figures.h"
#include "ui/charts/figure_view.h"
#include "ui/models/words.h"
#include "ui/widgets/language.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr std::size_t movesShown = 20;

QString coefficientText(const std::optional<TermEstimate>& estimate) {
    return estimate ? QStringLiteral("%1 (%2)")
                          .arg(estimate->estimate, 0, 'g', 4)
                          .arg(estimate->stdError, 0, 'g', 3)
                    : QString();
}

} // namespace

CompareView::CompareView(QWidget* parent)
    : QWidget(parent)
    , method_(new QComboBox(this))
    , methodLabel_(new QLabel(this))
    , summary_(new QLabel(this))
    , scatter_(new FigureView(this))
    , moves_(new QTableWidget(this)) {
    method_->setObjectName(QStringLiteral("compareMethod"));
    methodLabel_->setBuddy(method_);
    summary_->setWordWrap(true);
    summary_->setObjectName(QStringLiteral("compareSummary"));
    moves_->setObjectName(QStringLiteral("compareMoves"));
    moves_->setColumnCount(3);
    moves_->verticalHeader()->hide();
    moves_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    moves_->setShowGrid(false);
    moves_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* top = new QHBoxLayout;
    top->addWidget(methodLabel_);
    top->addWidget(method_);
    top->addStretch(1);
    auto* across = new QHBoxLayout;
    across->addWidget(scatter_, 3);
    across->addWidget(moves_, 2);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(summary_);
    column->addLayout(across, 1);
    connect(method_, &QComboBox::activated, this, &CompareView::show);
    translated(this, [this] { setTexts(); });
}

void CompareView::setTexts() {
    const int before = method_->currentIndex();
    method_->clear();
    method_->addItem(tr("the computed weights"));
    for (const index::WeightMethod method :
         {index::WeightMethod::Entropy, index::WeightMethod::Equal, index::WeightMethod::Critic,
          index::WeightMethod::Variation, index::WeightMethod::StandardDeviation,
          index::WeightMethod::PrincipalComponents}) {
        method_->addItem(optionLabel(nameOf(method)), static_cast<int>(method));
    }
    method_->setCurrentIndex(before < 0 ? 2 : before);
    methodLabel_->setText(tr("Compare the weights in use with"));
    moves_->setHorizontalHeaderLabels({tr("Moves most"), tr("Rank there"), tr("Rank here")});
    show();
}

void CompareView::setIndex(const LiveIndexPtr& live, const std::vector<double>& weights) {
    live_ = live;
    weights_ = weights;
    if (isVisible()) {
        show();
    }
}

void CompareView::show() {
    scatter_->clear();
    moves_->setRowCount(0);
    summary_->clear();
    if (!live_) {
        return;
    }
    std::vector<double> otherWeights = live_->computedWeights();
    if (method_->currentData().isValid()) {
        recipe::IndexStep step = live_->step();
        step.method = static_cast<index::WeightMethod>(method_->currentData().toInt());
        const auto other = study::LiveIndex::prepare(live_->panel(), step);
        if (!other) {
            summary_->setText(problemSentence(other.error()));
            return;
        }
        otherWeights = other->computedWeights();
    }
    const study::LiveScores here = live_->with(weights_);
    const study::LiveScores there = live_->with(otherWeights);
    study::Figure figure = study::indexComparison(live_->panel(), there.score, here.score);
    figure.title = study::own(tr("Mean scores of the units").toStdString());
    figure.x.title = study::own(method_->currentText().toStdString());
    figure.y.title = study::own(tr("weights in use").toStdString());
    scatter_->setFigure(figure);
    const double r = index::rankCorrelation(here.ranks, there.ranks);
    QString text = tr("Rank correlation (Spearman): %1.").arg(r, 0, 'f', 3);
    if (here.estimate && there.estimate) {
        text += QLatin1Char(' ') +
                tr("Coefficient (standard error): %1 there, %2 here.")
                    .arg(coefficientText(there.estimate), coefficientText(here.estimate));
    }
    summary_->setText(text);
    const auto moves = index::largestMoves(there.ranks, here.ranks, movesShown);
    moves_->setRowCount(static_cast<int>(moves.size()));
    for (std::size_t i = 0; i < moves.size(); ++i) {
        const int row = static_cast<int>(i);
        const std::string& unit = live_->panel().unitLabels()[moves[i].unit];
        moves_->setItem(row, 0, new QTableWidgetItem(QString::fromStdString(unit)));
        moves_->setItem(row, 1, new QTableWidgetItem(QString::number(moves[i].before, 'g', 4)));
        moves_->setItem(row, 2, new QTableWidgetItem(QString::number(moves[i].after, 'g', 4)));
    }
}

} // namespace citypanel::ui
