// SPDX-License-Identifier: GPL-3.0-or-later
// Running the draws in a job and showing what they say.
#include "ui/index/sensitivity_view.h"

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
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

const QString job = QStringLiteral("index.sensitivity");
constexpr std::size_t unitsShown = 20;
constexpr std::size_t sensitivityLabelLength = 24;

QSpinBox* countBox(QWidget* parent, const char* name, int least, int most, int value) {
    auto* box = new QSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

} // namespace

SensitivityView::SensitivityView(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , draw_(new QComboBox(this))
    , drawLabel_(new QLabel(this))
    , concentration_(countBox(this, "concentration", 1, 100'000, 100))
    , concentrationLabel_(new QLabel(this))
    , draws_(countBox(this, "draws", 1, 100'000, 1000))
    , drawsLabel_(new QLabel(this))
    , seed_(countBox(this, "drawSeed", 0, 2'000'000'000, 1))
    , seedLabel_(new QLabel(this))
    , run_(new QPushButton(this))
    , shown_(new QComboBox(this))
    , bar_(new QProgressBar(this))
    , summary_(new QLabel(this))
    , figure_(new FigureView(this))
    , table_(new ResultTable(this)) {
    draw_->setObjectName(QStringLiteral("weightDraw"));
    run_->setObjectName(QStringLiteral("runSensitivity"));
    shown_->setObjectName(QStringLiteral("sensitivityFigure"));
    bar_->hide();
    bar_->setMaximumWidth(140);
    summary_->setObjectName(QStringLiteral("sensitivitySummary"));
    summary_->setWordWrap(true);
    auto* top = new WrappingRow;
    auto* second = new WrappingRow;
    using Pair = std::pair<QLabel*, QWidget*>;
    for (const auto& [label, widget] :
         {Pair{drawLabel_, draw_}, Pair{concentrationLabel_, concentration_}}) {
        label->setBuddy(widget);
        top->addTogether({label, widget});
    }
    top->addWidget(bar_);
    for (const auto& [label, widget] : {Pair{drawsLabel_, draws_}, Pair{seedLabel_, seed_}}) {
        label->setBuddy(widget);
        second->addTogether({label, widget});
    }
    second->addWidget(run_);
    second->addStretch();
    second->addWidget(shown_);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addLayout(second);
    column->addWidget(summary_);
    table_->setObjectName(QStringLiteral("sensitivityTable"));
    column->addWidget(figureBesideTable(figure_, onPaper(table_), this), 1);
    connect(run_, &QPushButton::clicked, this, [this] {
        if (session_.jobs().isRunning(job)) {
            session_.jobs().cancel(job);
        } else {
            run();
        }
    });
    connect(shown_, &QComboBox::activated, this, &SensitivityView::showFigure);
    connect(draw_, &QComboBox::activated, this,
            [this] { concentration_->setEnabled(draw_->currentIndex() == 0); });
    connect(&session_.jobs(), &JobQueue::progressed, this,
            [this](const QString& view, double fraction) {
                if (view == job) {
                    bar_->setValue(static_cast<int>(100 * fraction));
                }
            });
    connect(&session_.jobs(), &JobQueue::runningChanged, this,
            [this](const QString& view, bool isRunning) {
                if (view == job) {
                    bar_->setVisible(isRunning);
                    run_->setText(isRunning ? tr("Cancel") : tr("Draw"));
                }
            });
    translated(this, [this] { setTexts(); });
}

void SensitivityView::setTexts() {
    const int draw = std::max(draw_->currentIndex(), 0);
    draw_->clear();
    draw_->addItems({tr("around the weights in use"), tr("any weights that sum to 1")});
    draw_->setCurrentIndex(draw);
    drawLabel_->setText(tr("Random weights"));
    concentrationLabel_->setText(tr("Concentration"));
    concentration_->setToolTip(tr("Dirichlet parameters are concentration times weight: the "
                                  "larger, the nearer the draws stay."));
    drawsLabel_->setText(tr("Draws"));
    seedLabel_->setText(tr("Seed"));
    run_->setText(tr("Draw"));
    const int shown = std::max(shown_->currentIndex(), 0);
    shown_->clear();
    shown_->addItems({tr("Coefficient over the draws"), tr("Ranks over the draws"),
                      tr("Coefficient without each indicator")});
    shown_->setCurrentIndex(shown);
    if (result_) {
        showResult();
    } else {
        summary_->setText(
            tr("How much hangs on the weights: draws random weights, estimates the "
               "pinned model anew with each, and leaves out each indicator in turn."));
    }
}

void SensitivityView::setIndex(const LiveIndexPtr& live, const std::vector<double>& weights,
                               bool isTuned) {
    isStale_ = isStale_ || live != live_ || weights != weights_;
    live_ = live;
    weights_ = weights;
    isTuned_ = isTuned;
    run_->setEnabled(live_ != nullptr);
    if (isVisible()) {
        runIfStale();
    }
}

void SensitivityView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    runIfStale();
}

void SensitivityView::runIfStale() {
    if (isStale_ && live_) {
        run();
    }
}

study::SensitivityPlan SensitivityView::plan() const {
    return {.draw = draw_->currentIndex() == 0 ? study::WeightDraw::Dirichlet
                                               : study::WeightDraw::Uniform,
            .concentration = static_cast<double>(concentration_->value()),
            .draws = draws_->value(),
            .seed = seed_->value()};
}

void SensitivityView::run() {
    if (!live_) {
        return;
    }
    isStale_ = false;
    using Found = Result<study::IndexSensitivity>;
    session_.jobs().runLatest<std::shared_ptr<Found>>(
        job,
        [live = live_, plan = plan(), weights = weights_](Progress& progress) {
            return std::make_shared<Found>(study::indexSensitivity(*live, plan, weights, progress));
        },
        [this](const std::shared_ptr<Found>& found) { takeResult(*found); });
}

void SensitivityView::takeResult(const Result<study::IndexSensitivity>& result) {
    if (!result) {
        summary_->setText(problemSentence(result.error()));
        return;
    }
    result_ = std::make_unique<study::IndexSensitivity>(*result);
    showResult();
}

void SensitivityView::showResult() {
    const study::IndexSensitivity* result = result_.get();
    QString text = tr("%n weighting(s) drawn.", nullptr, static_cast<int>(result->plan.draws));
    if (result->estimates.empty()) {
        text += QLatin1Char(' ') + tr("Pin a model that uses the index to see its coefficient.");
    } else {
        const study::CoefficientSpread spread = study::coefficientSpread(*result);
        text += QLatin1Char(' ') +
                tr("Coefficient: %1 in the middle, from %2 to %3 in 90 % of the draws; p below "
                   "0.05 in %4 % of them. With the weights in use: %5.")
                    .arg(spread.median, 0, 'g', 4)
                    .arg(spread.low, 0, 'g', 4)
                    .arg(spread.high, 0, 'g', 4)
                    .arg(100 * spread.significant, 0, 'f', 0)
                    .arg(result->own ? result->own->estimate : missingValue, 0, 'g', 4);
    }
    summary_->setText(text);
    showFigure();
}

std::vector<std::string> SensitivityView::notes() const {
    const study::SensitivityPlan& used = result_->plan;
    QStringList lines{
        used.draw == study::WeightDraw::Dirichlet
            ? tr("Weights drawn from a Dirichlet distribution around those in use, concentration "
                 "%1; %2 draws, seed %3.")
                  .arg(used.concentration)
                  .arg(used.draws)
                  .arg(used.seed)
            : tr("Weights drawn uniformly from all that sum to 1; %1 draws, seed %2.")
                  .arg(used.draws)
                  .arg(used.seed)};
    if (result_->failed > 0) {
        lines.append(
            tr("%n draw(s) without an estimate.", nullptr, static_cast<int>(result_->failed)));
    }
    if (isTuned_) {
        lines.append(tr("The weights in use were tuned by hand."));
    }
    std::vector<std::string> notes;
    for (const QString& line : lines) {
        notes.push_back(line.toStdString());
    }
    return notes;
}

study::Table SensitivityView::coefficientTable() const {
    study::IndexTableWords words{.title = tr("Coefficient over random weights").toStdString(),
                                 .rows = tr("Statistic").toStdString(),
                                 .notes = notes()};
    for (const QString& text :
         {live_ ? QString::fromStdString(live_->followed()) : QString(), tr("Estimates"),
          tr("Mean"), tr("Standard deviation"), tr("5 % quantile"), tr("25 % quantile"),
          tr("Median"), tr("75 % quantile"), tr("95 % quantile"), tr("Share with p < 0.05"),
          tr("With the weights in use")}) {
        words.columns.push_back(text.toStdString());
    }
    return study::coefficientTable(*result_, words);
}

study::Table SensitivityView::rankTable() const {
    return study::rankDistributionTable(
        *result_, {.title = tr("Ranks over random weights").toStdString(),
                   .rows = tr("Unit").toStdString(),
                   .columns = {tr("Rank in use").toStdString(), tr("5 %").toStdString(),
                               tr("Median").toStdString(), tr("95 %").toStdString()},
                   .notes = notes()});
}

study::Table SensitivityView::leaveOneOutTable() const {
    return study::leaveOneOutTable(
        *result_,
        {.title = tr("One indicator left out at a time").toStdString(),
         .rows = tr("Without").toStdString(),
         .columns = {tr("Coef.").toStdString(), tr("SE").toStdString(), tr("p").toStdString(),
                     tr("Rank corr.").toStdString()},
         .notes = {tr("The weight of the indicator is spread over the others in proportion.")
                       .toStdString()}});
}

std::vector<study::Table> SensitivityView::tables() const {
    return result_ ? std::vector{coefficientTable(), rankTable(), leaveOneOutTable()}
                   : std::vector<study::Table>{};
}

void SensitivityView::showFigure() {
    figure_->clear();
    if (!result_) {
        return;
    }
    std::optional<study::Figure> figure;
    const report::TableStyle style = screenStyle(*session_.project());
    switch (shown_->currentIndex()) {
    case 0:
        figure = study::coefficientDensity(*result_);
        table_->setTable(coefficientTable(), style);
        break;
    case 1:
        figure = study::rankRanges(*result_, unitsShown);
        table_->setTable(rankTable(), style);
        break;
    default:
        figure = study::leaveOneOut(*result_);
        table_->setTable(withShortLabels(leaveOneOutTable(), sensitivityLabelLength), style);
        break;
    }
    if (!figure) {
        return;
    }
    figure->title = study::own(shown_->currentText().toStdString());
    figure->y.title =
        study::own((shown_->currentIndex() == 1 ? tr("Rank, 90 % of the draws") : tr("Coefficient"))
                       .toStdString());
    if (shown_->currentIndex() == 0) {
        figure->x.title = figure->y.title;
        figure->y.title = study::own(tr("Density").toStdString());
        figure->series[0].name = study::own(tr("draws").toStdString());
        if (figure->series.size() > 1) {
            figure->series[1].name = study::own(tr("weights in use").toStdString());
        }
    }
    figure_->setFigure(*figure);
}

} // namespace citypanel::ui
