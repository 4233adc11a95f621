// SPDX-License-Identifier: GPL-3.0-or-later
// Two weightings side by side.
#include "ui/index/compare_view.h"

#include "core/index/index_reading.h"
#include "core/study/index_figures.h"
#include "core/study/index_tables.h"
#include "ui/charts/figure_view.h"
#include "ui/index/figure_beside_table.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/language.h"
#include "ui/widgets/paper.h"
#include "ui/widgets/result_table.h"
#include "ui/widgets/wrapping_row.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr std::size_t movesShown = 20;
constexpr std::size_t compareLabelLength = 24;

// What an entry of the choice stands for: "computed", "method:<number>", "kept:<number>".
const QString computedChoice = QStringLiteral("computed");
const QString methodChoice = QStringLiteral("method:");
const QString keptChoice = QStringLiteral("kept:");

QString coefficientText(const std::optional<TermEstimate>& estimate) {
    return estimate ? QStringLiteral("%1 (%2)")
                          .arg(estimate->estimate, 0, 'g', 4)
                          .arg(estimate->stdError, 0, 'g', 3)
                    : QString();
}

} // namespace

CompareView::CompareView(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , method_(new QComboBox(this))
    , methodLabel_(new QLabel(this))
    , use_(new QPushButton(this))
    , summary_(new QLabel(this))
    , scatter_(new FigureView(this))
    , weightsShown_(new ResultTable(this))
    , moves_(new ResultTable(this)) {
    method_->setObjectName(QStringLiteral("compareMethod"));
    method_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    methodLabel_->setBuddy(method_);
    use_->setObjectName(QStringLiteral("useKept"));
    summary_->setWordWrap(true);
    summary_->setObjectName(QStringLiteral("compareSummary"));
    weightsShown_->setObjectName(QStringLiteral("compareWeights"));
    moves_->setObjectName(QStringLiteral("compareMoves"));
    auto* top = new WrappingRow;
    top->addTogether({methodLabel_, method_});
    top->addWidget(use_);
    auto* tables = new QSplitter(Qt::Vertical, this);
    tables->addWidget(onPaper(moves_));
    tables->addWidget(onPaper(weightsShown_));
    tables->setHandleWidth(1);
    tables->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(summary_);
    column->addWidget(figureBesideTable(scatter_, tables, this), 1);
    connect(method_, &QComboBox::activated, this, &CompareView::show);
    connect(use_, &QPushButton::clicked, this, [this] {
        if (!there_.empty()) {
            Q_EMIT weightsChosen(there_);
        }
    });
    translated(this, [this] { setTexts(); });
}

void CompareView::setTexts() {
    methodLabel_->setText(tr("Compare the weights in use with"));
    use_->setText(tr("Use These Again"));
    use_->setToolTip(tr("Puts the kept weights in place of those in use"));
    fillChoices();
    show();
}

void CompareView::fillChoices() {
    const QVariant before = method_->currentData();
    const QSignalBlocker blocker(method_);
    method_->clear();
    method_->addItem(tr("the computed weights"), computedChoice);
    for (const index::WeightMethod method :
         {index::WeightMethod::Entropy, index::WeightMethod::Equal, index::WeightMethod::Critic,
          index::WeightMethod::Variation, index::WeightMethod::StandardDeviation,
          index::WeightMethod::PrincipalComponents}) {
        method_->addItem(optionLabel(nameOf(method)),
                         methodChoice + QString::number(static_cast<int>(method)));
    }
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        if (keptWeights(kept_[i])) {
            method_->addItem(kept_[i].name, keptChoice + QString::number(i));
        }
    }
    const int equal = 2;
    const int at = before.isValid() ? method_->findData(before) : equal;
    method_->setCurrentIndex(at < 0 ? 0 : at);
}

void CompareView::setIndex(const LiveIndexPtr& live, const std::vector<double>& weights) {
    live_ = live;
    weights_ = weights;
    if (isVisible()) {
        fillChoices();
        show();
    }
}

void CompareView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fillChoices();
    show();
}

void CompareView::keepWeights() {
    if (!live_) {
        return;
    }
    const QString name = isTuned() ? tr("kept weights %1, tuned by hand") : tr("kept weights %1");
    Kept kept{.name = name.arg(++keptCount_)};
    for (std::size_t j = 0; j < weights_.size(); ++j) {
        kept.weights[live_->step().indicators[j].name] = weights_[j];
    }
    kept_.push_back(std::move(kept));
    fillChoices();
    method_->setCurrentIndex(method_->count() - 1);
    show();
}

std::optional<std::vector<double>> CompareView::keptWeights(const Kept& kept) const {
    if (!live_ || kept.weights.size() != live_->step().indicators.size()) {
        return std::nullopt;
    }
    std::vector<double> weights;
    for (const index::Indicator& indicator : live_->step().indicators) {
        const auto found = kept.weights.find(indicator.name);
        if (found == kept.weights.end()) {
            return std::nullopt;
        }
        weights.push_back(found->second);
    }
    return weights;
}

std::optional<std::vector<double>> CompareView::otherWeights() {
    const QString choice = method_->currentData().toString();
    if (choice.startsWith(keptChoice)) {
        return keptWeights(kept_[choice.mid(keptChoice.size()).toUInt()]);
    }
    if (!choice.startsWith(methodChoice)) {
        return live_->computedWeights();
    }
    recipe::IndexStep step = live_->step();
    step.method = static_cast<index::WeightMethod>(choice.mid(methodChoice.size()).toInt());
    const auto other = study::LiveIndex::prepare(live_->panel(), step);
    if (!other) {
        summary_->setText(problemSentence(other.error()));
        return std::nullopt;
    }
    return other->computedWeights();
}

bool CompareView::isTuned() const {
    const std::vector<double> computed = live_->computedWeights();
    return !std::equal(weights_.begin(), weights_.end(), computed.begin(), computed.end(),
                       [](double a, double b) { return std::abs(a - b) < 1e-12; });
}

QString CompareView::inUse() const {
    return isTuned() ? tr("in use, tuned by hand") : tr("in use");
}

study::Table CompareView::weightsTable() const {
    return study::weightsComparedTable(
        live_->step().indicators, there_, weights_,
        {.title = tr("Weights").toStdString(),
         .rows = tr("Indicator").toStdString(),
         .columns = {method_->currentText().toStdString(), inUse().toStdString(),
                     tr("Difference").toStdString()}});
}

study::Table CompareView::movesTable() const {
    const auto moves =
        index::largestMoves(live_->with(there_).ranks, live_->with(weights_).ranks, movesShown);
    return study::rankMovesTable(
        live_->panel(), moves,
        {.title = tr("Units that move most").toStdString(),
         .rows = tr("Unit").toStdString(),
         .columns = {tr("Rank there").toStdString(), tr("Rank here").toStdString(),
                     tr("Moved up").toStdString()},
         .notes = {tr("There: %1. Here: %2.").arg(method_->currentText(), inUse()).toStdString()}});
}

std::vector<study::Table> CompareView::tables() const {
    return live_ && !there_.empty() ? std::vector{movesTable(), weightsTable()}
                                    : std::vector<study::Table>{};
}

void CompareView::show() {
    scatter_->clear();
    moves_->clear();
    weightsShown_->clear();
    summary_->clear();
    there_.clear();
    use_->setVisible(method_->currentData().toString().startsWith(keptChoice));
    if (!live_ || !isVisible()) {
        return;
    }
    const auto other = otherWeights();
    if (!other) {
        return;
    }
    there_ = *other;
    const study::LiveScores here = live_->with(weights_);
    const study::LiveScores there = live_->with(there_);
    study::Figure figure = study::indexComparison(live_->panel(), there.score, here.score);
    figure.title = study::own(tr("Mean scores of the units").toStdString());
    figure.x.title = study::own(method_->currentText().toStdString());
    figure.y.title = study::own(
        (isTuned() ? tr("weights in use, tuned by hand") : tr("weights in use")).toStdString());
    scatter_->setFigure(figure);
    const double r = index::rankCorrelation(here.ranks, there.ranks);
    QString text = tr("Rank correlation (Spearman): %1.").arg(r, 0, 'f', 3);
    if (here.estimate && there.estimate) {
        text += QLatin1Char(' ') +
                tr("Coefficient (standard error): %1 there, %2 here.")
                    .arg(coefficientText(there.estimate), coefficientText(here.estimate));
    }
    summary_->setText(text);
    const report::TableStyle style = screenStyle(*session_.project());
    moves_->setTable(movesTable(), style);
    weightsShown_->setTable(withShortLabels(weightsTable(), compareLabelLength), style);
}

} // namespace citypanel::ui
