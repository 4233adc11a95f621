// SPDX-License-Identifier: GPL-3.0-or-later
// Running the draws in a job and showing what they say.
#include "ui/index/sensitivity_view.h"

#include "ui/charts/figure_view.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/language.h"

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
constexpr std::size_t unitsShown = 30;

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
    , draws_(countBox(this, "draws", 1, 1'000'000, 1000))
    , drawsLabel_(new QLabel(this))
    , seed_(countBox(this, "drawSeed", 0, 2'000'000'000, 1))
    , seedLabel_(new QLabel(this))
    , run_(new QPushButton(this))
    , shown_(new QComboBox(this))
    , bar_(new QProgressBar(this))
    , summary_(new QLabel(this))
    , figure_(new FigureView(this)) {
    draw_->setObjectName(QStringLiteral("weightDraw"));
    run_->setObjectName(QStringLiteral("runSensitivity"));
    shown_->setObjectName(QStringLiteral("sensitivityFigure"));
    bar_->hide();
    bar_->setMaximumWidth(140);
    summary_->setObjectName(QStringLiteral("sensitivitySummary"));
    summary_->setWordWrap(true);
    auto* top = new QHBoxLayout;
    for (const auto& [label, widget] : {std::pair<QLabel*, QWidget*>{drawLabel_, draw_},
                                        {concentrationLabel_, concentration_},
                                        {drawsLabel_, draws_},
                                        {seedLabel_, seed_}}) {
        label->setBuddy(widget);
        top->addWidget(label);
        top->addWidget(widget);
    }
    top->addWidget(run_);
    top->addWidget(bar_);
    top->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(summary_);
    column->addWidget(shown_, 0, Qt::AlignLeft);
    column->addWidget(figure_, 1);
    connect(run_, &QPushButton::clicked, this, &SensitivityView::run);
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
    if (!result_) {
        summary_->setText(
            tr("How much hangs on the weights: draws random weights, estimates the "
               "pinned model anew with each, and leaves out each indicator in turn."));
    }
}

void SensitivityView::setIndex(const LiveIndexPtr& live, const std::vector<double>& weights) {
    live_ = live;
    weights_ = weights;
    run_->setEnabled(live_ != nullptr);
}

study::SensitivityPlan SensitivityView::plan() const {
    return {.draw = draw_->currentIndex() == 0 ? study::WeightDraw::Dirichlet
                                               : study::WeightDraw::Uniform,
            .concentration = static_cast<double>(concentration_->value()),
            .draws = draws_->value(),
            .seed = seed_->value()};
}

void SensitivityView::run() {
    if (session_.jobs().isRunning(job)) {
        session_.jobs().cancel(job);
        return;
    }
    if (!live_) {
        return;
    }
    using Found = Result<study::IndexSensitivity>;
    session_.jobs().runLatest<std::shared_ptr<Found>>(
        job,
        [live = live_, plan = plan(), weights = weights_](Progress& progress) {
            return std::make_shared<Found>(study::indexSensitivity(*live, plan, weights, progress));
        },
        [this](const std::shared_ptr<Found>& found) { showResult(*found); });
}

void SensitivityView::showResult(const Result<study::IndexSensitivity>& result) {
    if (!result) {
        summary_->setText(problemSentence(result.error()));
        return;
    }
    result_ = std::make_unique<study::IndexSensitivity>(*result);
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

void SensitivityView::showFigure() {
    figure_->clear();
    if (!result_) {
        return;
    }
    std::optional<study::Figure> figure;
    switch (shown_->currentIndex()) {
    case 0:
        figure = study::coefficientDensity(*result_);
        break;
    case 1:
        figure = study::rankRanges(*result_, unitsShown);
        break;
    default:
        figure = study::leaveOneOut(*result_);
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
