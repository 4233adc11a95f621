// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping the step, the prepared index and the hand in step.
#include "ui/index/index_page.h"

#include "core/index/hand_weights.h"
#include "core/recipe/index_system_change.h"
#include "ui/index/compare_view.h"
#include "ui/index/effect_strip.h"
#include "ui/index/indicator_panel.h"
#include "ui/index/method_form.h"
#include "ui/index/ranking_view.h"
#include "ui/index/reading_view.h"
#include "ui/index/sensitivity_view.h"
#include "ui/index/weights_view.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrapping_row.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace citypanel::ui {

namespace {

constexpr int leftWidth = 235;
constexpr auto presets = {"new_quality_productive_forces", "digital_infrastructure"};

/// What the job leaves.
struct Prepared {
    LiveIndexPtr live{};
    Problems problems{};
};

struct Asked {
    project::Project project{};
    std::shared_ptr<const project::ProjectEvaluation> evaluation{};
    Panel panel{};
    recipe::IndexStep step{};
    std::string key{};
    std::optional<study::PinnedModel> model{};
};

Prepared prepared(const Asked& asked, Progress& progress) {
    Prepared result;
    auto live = study::LiveIndex::prepare(asked.panel, asked.step);
    if (!live) {
        result.problems.push_back(live.error());
        return result;
    }
    if (asked.model) {
        auto pinned = live->pinned(asked.project.recipe, asked.evaluation->recipe, asked.key,
                                   *asked.model, progress);
        if (pinned) {
            live = *std::move(pinned);
        } else {
            result.problems.push_back(pinned.error());
        }
    }
    result.live = std::make_shared<const study::LiveIndex>(*std::move(live));
    return result;
}

std::vector<double> weightsInUse(const recipe::IndexStep& step, const study::LiveIndex& live) {
    if (!step.tuned) {
        return live.computedWeights();
    }
    std::vector<double> weights;
    double sum = 0;
    for (const index::Indicator& indicator : step.indicators) {
        const auto found = step.weights.find(indicator.name);
        weights.push_back(found == step.weights.end() ? 0.0 : found->second);
        sum += weights.back();
    }
    for (double& weight : weights) {
        weight /= sum > 0 ? sum : 1.0;
    }
    return weights;
}

} // namespace

IndexPage::IndexPage(ProjectSession& session, QWidget* parent)
    : Workplace(parent)
    , session_(session)
    , stack_(new QStackedLayout(this))
    , empty_(new EmptyState("index", this))
    , noIndex_(new EmptyState("index", this))
    , indices_(new QComboBox(this))
    , file_(new QToolButton(this))
    , fileMenu_(new QMenu(this))
    , indicators_(new IndicatorPanel(this))
    , method_(new MethodForm)
    , leftTabs_(new QTabWidget(this))
    , tabs_(new QTabWidget(this))
    , status_(new QLabel(this))
    , weightsView_(new WeightsView(this))
    , giveWayLabel_(new QLabel(this))
    , giveWay_(new QComboBox(this))
    , reset_(new QPushButton(this))
    , keep_(new QPushButton(this))
    , export_(new QPushButton(this))
    , tuned_(new QLabel(this))
    , pinLabel_(new QLabel(this))
    , pin_(new QComboBox(this))
    , effect_(new EffectStrip(this))
    , effectNote_(new QLabel(this))
    , ranking_(new RankingView(this))
    , compare_(new CompareView(session, this))
    , sensitivity_(new SensitivityView(session, this))
    , reading_(new ReadingView(session, this)) {
    setObjectName(QStringLiteral("indexPage"));
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(makeLeft());
    tabs_->setObjectName(QStringLiteral("indexTabs"));
    tabs_->setDocumentMode(true);
    tabs_->addTab(makeWeightsTab(), {});
    tabs_->addTab(compare_, {});
    tabs_->addTab(sensitivity_, {});
    tabs_->addTab(reading_, {});
    tabs_->setCornerWidget(export_);
    across->addWidget(tabs_);
    across->setStretchFactor(1, 1);
    keepShares(across, {leftWidth, 3 * leftWidth});
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    stack_->addWidget(empty_);
    stack_->addWidget(noIndex_);
    stack_->addWidget(across);
    connectParts();
    translated(this, [this] { setTexts(); });
    takeDraft(); // the page is made when it is first shown
}

QWidget* IndexPage::makeLeft() {
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(10, 8, 6, 6);
    auto* row = new QHBoxLayout;
    indices_->setObjectName(QStringLiteral("indexChoice"));
    file_->setObjectName(QStringLiteral("indexMenu"));
    file_->setIcon(icon("add"));
    file_->setAutoRaise(true);
    file_->setPopupMode(QToolButton::InstantPopup);
    file_->setMenu(fileMenu_);
    row->addWidget(indices_, 1);
    row->addWidget(file_);
    column->addLayout(row);
    auto* scroll = new FormArea(method_, this);
    leftTabs_->setObjectName(QStringLiteral("indexLeftTabs"));
    leftTabs_->setDocumentMode(true);
    leftTabs_->addTab(indicators_, {});
    leftTabs_->addTab(scroll, {});
    column->addWidget(leftTabs_, 1);
    left->setMinimumWidth(leftWidth);
    return left;
}

QWidget* IndexPage::makeWeightsTab() {
    auto* tab = new QWidget(this);
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(8, 6, 8, 6);
    auto* tools = new WrappingRow;
    giveWay_->setObjectName(QStringLiteral("giveWay"));
    giveWay_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    giveWay_->setMinimumContentsLength(14);
    giveWayLabel_->setBuddy(giveWay_);
    reset_->setObjectName(QStringLiteral("resetWeights"));
    keep_->setObjectName(QStringLiteral("keepWeights"));
    export_->setObjectName(QStringLiteral("exportWeights"));
    export_->setIcon(icon("export"));
    tuned_->setObjectName(QStringLiteral("tunedNote"));
    tools->addTogether({giveWayLabel_, giveWay_});
    tools->addWidget(reset_);
    tools->addWidget(keep_);
    column->addLayout(tools);
    tuned_->setWordWrap(true);
    tuned_->hide();
    status_->setObjectName(QStringLiteral("indexStatus"));
    status_->setWordWrap(true);
    column->addWidget(status_);
    auto* below = new QWidget(this);
    auto* halves = new QHBoxLayout(below);
    halves->setContentsMargins(0, 4, 0, 0);
    auto* right = new QVBoxLayout;
    auto* pinRow = new QHBoxLayout;
    pin_->setObjectName(QStringLiteral("pinnedModel"));
    pin_->setMinimumContentsLength(12);
    pinLabel_->setBuddy(pin_);
    pinRow->addWidget(pinLabel_);
    pinRow->addWidget(pin_, 1);
    right->addLayout(pinRow);
    right->addWidget(effect_);
    effectNote_->setWordWrap(true);
    effectNote_->setObjectName(QStringLiteral("effectNote"));
    effectNote_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    right->addWidget(effectNote_, 1);
    halves->addWidget(ranking_, 1);
    halves->addLayout(right, 1);
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(weightsView_);
    down->addWidget(below);
    down->setStretchFactor(0, 1);
    keepShares(down, {420, 210});
    down->setHandleWidth(1);
    down->setChildrenCollapsible(false);
    column->addWidget(down, 1);
    // Below, where it comes and goes without moving the bar that is dragged.
    column->addWidget(tuned_);
    return tab;
}

void IndexPage::connectParts() {
    connect(&session_, &ProjectSession::projectReplaced, this, [this] {
        shownKey_ = key_ = {};
        indicators_->forget();
    });
    connect(&session_, &ProjectSession::draftsRecovered, this, &IndexPage::takeDraft);
    connect(&session_, &ProjectSession::projectChanged, this, &IndexPage::showProject);
    connect(&session_, &ProjectSession::evaluationChanged, this, &IndexPage::showProject);
    connect(indices_, &QComboBox::activated, this, [this] {
        key_ = indices_->currentData().toString().toStdString();
        showProject();
    });
    connect(indicators_, &IndicatorPanel::edited, this,
            [this](const std::vector<index::Indicator>& indicators, const QString& what) {
                if (auto current = step()) {
                    changeStep(what, recipe::withIndicators(std::move(*current), indicators));
                }
            });
    connect(indicators_, &IndicatorPanel::unfinishedChanged, this, &IndexPage::keepDraft);
    connect(method_, &MethodForm::edited, this, &IndexPage::changeMethod);
    connect(weightsView_, &WeightsView::weightMoved, this,
            [this](std::size_t place, double weight) { moveWeight(place, weight); });
    connect(weightsView_, &WeightsView::released, this, &IndexPage::commitWeights);
    connect(reset_, &QPushButton::clicked, this, &IndexPage::resetWeights);
    connect(keep_, &QPushButton::clicked, this, [this] {
        compare_->keepWeights();
        Q_EMIT messageRequested(tr("Kept: change the weights and see the page “Compare”."), false);
    });
    connect(compare_, &CompareView::weightsChosen, this, &IndexPage::useWeights);
    connect(export_, &QPushButton::clicked, this, &IndexPage::exportShown);
    connect(pin_, &QComboBox::activated, this, &IndexPage::prepare);
    connect(tabs_, &QTabWidget::currentChanged, this, &IndexPage::showCounterparts);
    for (EmptyState* state : {empty_, noIndex_}) {
        state->setObjectName(state == empty_ ? QStringLiteral("indexNoData")
                                             : QStringLiteral("indexNone"));
    }
    empty_->followEvaluation(session_);
    QPushButton* import = empty_->addAction(QStringLiteral("indexImport"));
    connect(import, &QPushButton::clicked, this,
            [this] { Q_EMIT workplaceRequested(QStringLiteral("import")); });
    for (const char* preset : presets) {
        QPushButton* button = noIndex_->addAction(QLatin1String(preset));
        connect(button, &QPushButton::clicked, this,
                [this, preset] { addPreset(QLatin1String(preset)); });
    }
    QPushButton* own = noIndex_->addAction(QStringLiteral("ownIndex"));
    connect(own, &QPushButton::clicked, this, &IndexPage::addOwn);
}

std::optional<recipe::IndexStep> IndexPage::step() const {
    return indexStepOf(session_.project()->recipe, key_);
}

bool IndexPage::showPlace(const Place& place) {
    if (!indexStepOf(session_.project()->recipe, place.step)) {
        return false;
    }
    key_ = place.step;
    showProject();
    return true;
}

void IndexPage::showProject() {
    if (isMoving_) {
        return;
    }
    const project::Project& project = *session_.project();
    showChoices();
    const auto current = step();
    const bool hasData = session_.evaluation()->recipe.source.rowCount() > 0;
    stack_->setCurrentIndex(!hasData ? 0 : !current ? 1 : 2);
    if (!current) {
        live_.reset();
        return;
    }
    if (std::exchange(shownKey_, key_) != key_) {
        // Nothing of another index stands under this one's name until its own numbers are there.
        takeLive(nullptr, {});
    }
    method_->setStep(*current);
    const auto panel = panelBefore(project.recipe, session_.evaluation()->recipe, key_);
    indicators_->setIndicators(current->indicators,
                               panel ? recipe::columnsOf(*panel) : recipe::Columns{});
    prepare();
}

void IndexPage::showChoices() {
    const auto choices = indexChoices(session_.project()->recipe);
    const QSignalBlocker blocker(indices_);
    indices_->clear();
    for (const IndexChoice& choice : choices) {
        indices_->addItem(choice.name.isEmpty() ? tr("(unnamed)") : choice.name,
                          QString::fromStdString(choice.key));
    }
    int at = indices_->findData(QString::fromStdString(key_));
    if (at < 0 && !choices.empty()) {
        at = 0;
        key_ = choices.front().key;
    }
    indices_->setCurrentIndex(at);
    const auto current = step();
    pins_ = current
                ? pinChoices(*session_.project(), session_.evaluation()->recipe.result(), *current)
                : std::vector<PinChoice>{};
    const QString before = pin_->currentText();
    const QSignalBlocker pinBlocker(pin_);
    pin_->clear();
    for (const PinChoice& choice : pins_) {
        pin_->addItem(choice.name);
    }
    pin_->setCurrentIndex(pins_.empty() ? -1 : std::max(pin_->findText(before), 0));
    pin_->setEnabled(!pins_.empty());
}

void IndexPage::prepare() {
    const auto current = step();
    // What belongs to an earlier project is followed by an evaluation of this one.
    if (!current || session_.evaluatedProject() != session_.project()) {
        return;
    }
    const auto evaluation = session_.evaluation();
    const auto panel = panelBefore(session_.project()->recipe, evaluation->recipe, key_);
    if (!panel) {
        takeLive(nullptr, {});
        return;
    }
    std::optional<study::PinnedModel> model;
    if (pin_->currentIndex() >= 0) {
        model = pins_[static_cast<std::size_t>(pin_->currentIndex())].model;
    }
    session_.jobs().runLatest<Prepared>(
        QStringLiteral("index.prepare"),
        [asked = Asked{*session_.project(), evaluation, *panel, *current, key_, model}](
            Progress& progress) { return prepared(asked, progress); },
        [this](const Prepared& result) { takeLive(result.live, result.problems); });
}

void IndexPage::takeLive(const LiveIndexPtr& live, const Problems& problems) {
    const auto current = step();
    if (isMoving_ || !current) {
        return;
    }
    live_ = live;
    showStatus(problems);
    if (!live_) {
        weightsView_->setRowCount(0);
        ranking_->setRowCount(0);
        effect_->setChosen(std::nullopt);
        effectNote_->clear();
        showTuned(current && current->tuned);
        showCounterparts();
        return;
    }
    weightsView_->setWeights(live_->step().indicators, live_->computedDetails(),
                             live_->panel().distinctPeriods().size());
    effect_->setComputed(live_->computedScores().estimate);
    weights_ = weightsInUse(*current, *live_);
    follow();
    showCounterparts();
    showTuned(current->tuned);
}

void IndexPage::follow() {
    const study::LiveScores scores = live_->with(weights_);
    weightsView_->setChosen(weights_, scores.varianceShares);
    ranking_->setScores(*live_, scores);
    effect_->setChosen(scores.estimate);
    effect_->setVisible(scores.estimate.has_value());
    QString note;
    if (live_->model() == nullptr) {
        note = pins_.empty() ? tr("Estimate a model that uses this index on the models page; its "
                                  "coefficient then follows the sliders here.")
                             : QString();
    } else if (scores.estimate) {
        note = tr("%1: coefficient with its 95 % interval; orange: the computed weights. Rank "
                  "correlation with them: %2.")
                   .arg(QString::fromStdString(live_->followed()))
                   .arg(scores.rankCorrelation, 0, 'f', 3);
    } else {
        note = problemLines(scores.problems).join(QLatin1Char('\n'));
    }
    if (effectNote_->text() != note) {
        effectNote_->setText(note);
    }
}

void IndexPage::showStatus(const Problems& problems) {
    Problems all = problems;
    if (const recipe::StepResult* result = session_.evaluation()->recipe.find(key_)) {
        all.insert(all.end(), result->report.warnings.begin(), result->report.warnings.end());
        if (problems.empty()) {
            all.insert(all.end(), result->problems.begin(), result->problems.end());
        }
    }
    status_->setText(problemLines(all).join(QLatin1Char('\n')));
    status_->setVisible(!all.empty());
}

void IndexPage::moveWeight(std::size_t place, double weight) {
    if (!live_) {
        return;
    }
    const auto giveWay =
        giveWay_->currentIndex() == 1 ? index::GiveWay::Dimension : index::GiveWay::All;
    weights_ = index::withWeightMoved(std::move(weights_), place, weight, weightsView_->locks(),
                                      live_->step().indicators, giveWay);
    follow();
    auto changed = step();
    if (!changed) {
        return;
    }
    changed->tuned = true;
    changed->weights.clear();
    for (std::size_t j = 0; j < weights_.size(); ++j) {
        changed->weights[changed->indicators[j].name] = weights_[j];
    }
    showTuned(true);
    const auto* slider = qobject_cast<QAbstractSlider*>(focusWidget());
    isMoving_ = slider != nullptr && slider->isSliderDown();
    if (!isMoving_) {
        changeStep(tr("Tune weights"), *changed, QStringLiteral("weights"));
    }
}

void IndexPage::commitWeights() {
    isMoving_ = false;
    auto changed = step();
    if (!changed || !live_) {
        return;
    }
    changed->tuned = true;
    for (std::size_t j = 0; j < weights_.size(); ++j) {
        changed->weights[changed->indicators[j].name] = weights_[j];
    }
    changeStep(tr("Tune weights"), *changed);
    session_.endMerge();
}

void IndexPage::resetWeights() {
    if (auto changed = step()) {
        changed->tuned = false;
        changed->weights.clear();
        changeStep(tr("Back to the computed weights"), *changed);
    }
}

/// Weights tuned from those of one method are no weights of another.
void IndexPage::changeMethod(recipe::IndexStep changed) {
    const auto current = step();
    if (current && current->tuned && changed.method != current->method) {
        changed.tuned = false;
        changed.weights.clear();
        Q_EMIT messageRequested(tr("The weights are those of the new method; undo brings the tuned "
                                   "ones back."),
                                false);
    }
    changeStep(tr("Change weighting"), changed);
}

void IndexPage::showTuned(bool isTuned) {
    const QString text = isTuned ? tr("Tuned by hand: tables and exports will say so.") : QString();
    if (tuned_->text() != text) {
        tuned_->setText(text);
    }
    tuned_->setVisible(isTuned);
    reset_->setEnabled(isTuned);
}

void IndexPage::useWeights(const std::vector<double>& weights) {
    auto changed = step();
    if (!changed || weights.size() != changed->indicators.size()) {
        return;
    }
    changed->tuned = true;
    changed->weights.clear();
    for (std::size_t j = 0; j < weights.size(); ++j) {
        changed->weights[changed->indicators[j].name] = weights[j];
    }
    changeStep(tr("Use kept weights"), *changed);
}

void IndexPage::showCounterparts() {
    std::vector<std::string> notes;
    if (live_) {
        for (const QString& note : conventions()) {
            notes.push_back(note.toStdString());
        }
    }
    const auto current = step();
    compare_->setIndex(live_, weights_);
    reading_->setIndex(live_, weights_, notes);
    sensitivity_->setIndex(live_, weights_, current && current->tuned);
}

void IndexPage::changeStep(const QString& text, const recipe::IndexStep& changed,
                           const QString& mergeKey) {
    session_.edit(
        text,
        [key = key_, changed](project::Project p) {
            return withIndexStep(std::move(p), key, changed);
        },
        mergeKey);
}

void IndexPage::addIndex(recipe::IndexStep added) {
    const recipe::Columns columns = recipe::columnsOf(session_.evaluation()->recipe.result());
    std::string name = added.name.empty() ? "index" : added.name.text;
    for (int i = 2; columns.find(name) != nullptr; ++i) {
        name = (added.name.empty() ? "index" : added.name.text) + std::to_string(i);
    }
    added.name = name;
    key_ = recipe::freshKey(session_.project()->recipe);
    session_.edit(tr("Add index"), [added](project::Project p) {
        p.recipe = recipe::withStep(std::move(p.recipe), added);
        return p;
    });
}

void IndexPage::setTexts() {
    const QString forces = tr("New quality productive forces (15 indicators)");
    const QString digital = tr("Digital infrastructure (3 indicators)");
    empty_->setTexts(tr("No data to weigh"),
                     tr("An index needs a panel. Import yearbook files or open a project first."));
    findChild<QPushButton*>(QStringLiteral("indexImport"))->setText(tr("Import Files"));
    noIndex_->setTexts(tr("No index yet"),
                       tr("Many indicators, one number: begin with a preset and fit its formulas "
                          "to your variables, or make your own."));
    noIndex_->findChild<QPushButton*>(QStringLiteral("new_quality_productive_forces"))
        ->setText(forces);
    noIndex_->findChild<QPushButton*>(QStringLiteral("digital_infrastructure"))->setText(digital);
    noIndex_->findChild<QPushButton*>(QStringLiteral("ownIndex"))->setText(tr("Own Index"));
    fileMenu_->clear();
    fileMenu_->addAction(forces, this,
                         [this] { addPreset(QStringLiteral("new_quality_productive_forces")); });
    fileMenu_->addAction(digital, this,
                         [this] { addPreset(QStringLiteral("digital_infrastructure")); });
    fileMenu_->addAction(tr("Own index"), this, &IndexPage::addOwn);
    fileMenu_->addSeparator();
    fileMenu_->addAction(tr("Open indicator system…"), this, &IndexPage::loadFile);
    fileMenu_->addAction(tr("Save indicator system…"), this, &IndexPage::saveFile);
    file_->setToolTip(tr("Add an index; open and save indicator systems"));
    file_->setAccessibleName(file_->toolTip());
    indices_->setAccessibleName(tr("Index"));
    leftTabs_->setTabText(0, tr("Indicators"));
    leftTabs_->setTabText(1, tr("Method"));
    tabs_->setTabText(0, tr("Weights"));
    tabs_->setTabText(1, tr("Compare"));
    tabs_->setTabText(2, tr("Sensitivity"));
    tabs_->setTabText(3, tr("Reading"));
    giveWayLabel_->setText(tr("When one moves:"));
    const int giveWay = std::max(giveWay_->currentIndex(), 0);
    giveWay_->clear();
    giveWay_->addItems({tr("all others give way"), tr("its dimension gives way")});
    giveWay_->setCurrentIndex(giveWay);
    reset_->setText(tr("Reset to computed"));
    keep_->setText(tr("Keep to Compare"));
    keep_->setToolTip(tr("Keep these weights, to see others beside them"));
    export_->setText(tr("Export…"));
    pinLabel_->setText(tr("Model"));
    pin_->setToolTip(tr("A model of the models page whose coefficient follows the sliders"));
    showProject();
    if (!indicators_->unfinished().isEmpty()) {
        keepDraft(); // its words are asked about in the language of the moment
    }
}

} // namespace citypanel::ui
