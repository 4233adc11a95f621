// SPDX-License-Identifier: GPL-3.0-or-later
// Running the model as it is edited, and putting its score into the recipe.
#include "ui/efficiency/efficiency_page.h"

#include "ui/efficiency/city_tab.h"
#include "ui/efficiency/comparison_tab.h"
#include "ui/efficiency/efficiency_spec.h"
#include "ui/efficiency/example_tab.h"
#include "ui/efficiency/frontier_tab.h"
#include "ui/efficiency/productivity_tab.h"
#include "ui/efficiency/scores_tab.h"
#include "ui/efficiency/statistics_tab.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/table_export.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrapping_row.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <array>
#include <chrono>
#include <utility>

namespace citypanel::ui {

namespace {

constexpr int specWidth = 252;
constexpr QLatin1String jobName("efficiency");
constexpr std::chrono::milliseconds patience(250);

} // namespace

EfficiencyPage::EfficiencyPage(ProjectSession& session, QWidget* parent)
    : Workplace(parent)
    , session_(session)
    , stack_(new QStackedLayout(this))
    , empty_(new EmptyState("efficiency", this))
    , spec_(new EfficiencySpec(this))
    , models_(new QComboBox(this))
    , run_(new QPushButton(this))
    , cancel_(new QPushButton(this))
    , progress_(new QProgressBar(this))
    , keep_(new QPushButton(this))
    , name_(new QLineEdit(this))
    , nameLabel_(new QLabel(this))
    , add_(new QPushButton(this))
    , export_(new QPushButton(this))
    , hint_(new QLabel(this))
    , influence_(new QLabel(this))
    , tabs_(new QTabWidget(this))
    , example_(new ExampleTab(this))
    , scores_(new ScoresTab(session, this))
    , city_(new CityTab(session, this))
    , frontier_(new FrontierTab(session, this))
    , comparison_(new ComparisonTab(session, this))
    , returnTo_(scores_) {
    setObjectName(QStringLiteral("efficiencyPage"));
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(spec_);
    across->addWidget(makeResults());
    across->setStretchFactor(1, 1);
    keepShares(across, {specWidth, 3 * specWidth});
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    empty_->followEvaluation(session_);
    QPushButton* import = empty_->addAction(QStringLiteral("efficiencyImport"));
    connect(import, &QPushButton::clicked, this,
            [this] { Q_EMIT workplaceRequested(QStringLiteral("import")); });
    stack_->addWidget(empty_);
    stack_->addWidget(across);
    connectParts();
    connectJobs();
    translated(this, [this, import] {
        empty_->setTexts(tr("No data to measure"),
                         tr("Efficiency compares units that use inputs and make outputs. Import "
                            "yearbook files or open a project first."));
        import->setText(tr("Import Files"));
        setTexts();
    });
    // The page is made when it is first shown: the data are there already.
    showProject();
    showData();
    takeDraft();
}

QWidget* EfficiencyPage::makeTools() {
    auto* tools = new QWidget(this);
    auto* row = new WrappingRow(tools);
    row->setContentsMargins(10, 6, 10, 2);
    row->addWidget(models_);
    row->addWidget(run_);
    row->addWidget(progress_);
    row->addWidget(cancel_);
    row->addStretch();
    row->addWidget(keep_);
    row->addTogether({nameLabel_, name_});
    row->addWidget(add_);
    models_->setObjectName(QStringLiteral("efficiencyModels"));
    models_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    models_->setMinimumContentsLength(6);
    run_->setObjectName(QStringLiteral("runEfficiency"));
    run_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Return")));
    cancel_->setObjectName(QStringLiteral("cancelEfficiency"));
    cancel_->hide();
    progress_->setObjectName(QStringLiteral("efficiencyProgress"));
    progress_->setRange(0, 100);
    progress_->setMaximumWidth(110);
    progress_->setTextVisible(false);
    progress_->hide();
    keep_->setObjectName(QStringLiteral("keepRun"));
    keep_->setEnabled(false);
    name_->setObjectName(QStringLiteral("scoreName"));
    name_->setMinimumWidth(70);
    name_->setMaximumWidth(140);
    nameLabel_->setBuddy(name_);
    add_->setObjectName(QStringLiteral("addScore"));
    add_->setIcon(icon("add"));
    export_->setObjectName(QStringLiteral("exportEfficiency"));
    export_->setIcon(icon("export"));
    return tools;
}

QWidget* EfficiencyPage::makeResults() {
    auto* results = new QWidget(this);
    auto* column = new QVBoxLayout(results);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeTools());
    hint_->setObjectName(QStringLiteral("efficiencyHint"));
    hint_->setWordWrap(true);
    hint_->setContentsMargins(12, 2, 12, 2);
    column->addWidget(hint_);
    influence_->setObjectName(QStringLiteral("influenceWarning"));
    influence_->setWordWrap(true);
    influence_->setTextFormat(Qt::RichText);
    influence_->setContentsMargins(12, 2, 12, 2);
    influence_->hide();
    column->addWidget(influence_);
    makeTabs();
    column->addWidget(tabs_, 1);
    return results;
}

void EfficiencyPage::makeTabs() {
    auto* statistics = new StatisticsTab(session_, this);
    auto* productivity = new ProductivityTab(session_, this);
    results_ = {scores_, city_, statistics, frontier_, productivity, comparison_};
    tabs_->setObjectName(QStringLiteral("efficiencyTabs"));
    tabs_->setDocumentMode(true);
    tabs_->setCornerWidget(export_);
    tabs_->addTab(example_, QString());
    for (ResultTab* tab : results_) {
        tabs_->addTab(tab, QString());
        tabs_->setTabEnabled(tabs_->indexOf(tab), false);
    }
}

void EfficiencyPage::connectParts() {
    connect(&session_, &ProjectSession::projectReplaced, this, &EfficiencyPage::forget);
    connect(&session_, &ProjectSession::projectChanged, this, &EfficiencyPage::showProject);
    connect(&session_, &ProjectSession::evaluationChanged, this, &EfficiencyPage::showData);
    connect(&session_, &ProjectSession::draftsRecovered, this, &EfficiencyPage::takeDraft);
    connect(spec_, &EfficiencySpec::edited, this, [this] {
        modelEdited();
        keepDraft();
    });
    connect(name_, &QLineEdit::textEdited, this, &EfficiencyPage::keepDraft);
    connect(models_, &QComboBox::activated, this, [this] {
        const QString key = models_->currentData().toString();
        isNewModel_ = key.isEmpty();
        chooseStep(key);
        keepDraft();
    });
    connect(run_, &QPushButton::clicked, this, &EfficiencyPage::runModel);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        session_.jobs().cancel(jobName);
        disableResults();
        add_->setEnabled(true); // the step itself needs no result
        tell({tr("The run was cancelled. Run starts it again (Ctrl+Enter).")});
    });
    connect(keep_, &QPushButton::clicked, this, [this] {
        comparison_->keepRun();
        Q_EMIT messageRequested(tr("Kept: change the model and see the page “Compare”."), false);
    });
    connect(add_, &QPushButton::clicked, this, &EfficiencyPage::addToPanel);
    connect(name_, &QLineEdit::returnPressed, this, &EfficiencyPage::addToPanel);
    connect(export_, &QPushButton::clicked, this, &EfficiencyPage::exportShown);
    // The frontier's own page says it too.
    connect(tabs_, &QTabWidget::currentChanged, this, &EfficiencyPage::warnOfInfluence);
    connect(scores_, &ScoresTab::rowChosen, this, &EfficiencyPage::showRow);
    connect(influence_, &QLabel::linkActivated, this,
            [this] { tabs_->setCurrentWidget(frontier_); });
}

void EfficiencyPage::connectJobs() {
    JobQueue& jobs = session_.jobs();
    connect(&jobs, &JobQueue::progressed, this, [this](const QString& view, double fraction) {
        if (view == jobName) {
            progress_->setValue(qRound(100 * fraction));
        }
    });
    connect(&jobs, &JobQueue::runningChanged, this, [this](const QString& view, bool isRunning) {
        if (view == jobName && isRunning) {
            // Most runs are over before an eye could read a progress bar.
            QTimer::singleShot(patience, this, &EfficiencyPage::showRunning);
        } else if (view == jobName) {
            showRunning();
        }
    });
}

void EfficiencyPage::showRunning() {
    const bool isRunning = session_.jobs().isRunning(jobName);
    progress_->setVisible(isRunning);
    cancel_->setVisible(isRunning);
    run_->setVisible(!isRunning);
    keep_->setVisible(!isRunning); // there is no room for both
}

bool EfficiencyPage::showPlace(const Place& place) {
    const recipe::Recipe& recipe = session_.project()->recipe;
    const std::size_t at = recipe.indexOf(place.step);
    if (at >= recipe.steps.size() ||
        !std::holds_alternative<recipe::EfficiencyStep>(recipe.steps[at].step)) {
        return false;
    }
    chooseStep(QString::fromStdString(place.step));
    keepDraft();
    return true;
}

void EfficiencyPage::exportShown() {
    const auto* tab = qobject_cast<ResultTab*>(tabs_->currentWidget());
    const std::vector<study::Table> tables =
        tab == nullptr ? std::vector<study::Table>{} : tab->tables();
    if (tables.empty()) {
        Q_EMIT messageRequested(tr("There is no table on this page to export."), false);
        return;
    }
    const QString path = chooseTableFile(this, tabs_->tabText(tabs_->currentIndex()));
    if (!path.isEmpty()) {
        const Status status = writeTables(path, tables, tableStyleOf(*session_.project()));
        Q_EMIT messageRequested(status ? tr("Written: %1").arg(QDir::toNativeSeparators(path))
                                       : problemSentence(status.error()),
                                !status);
    }
}

bool EfficiencyPage::canExport() const {
    return true;
}

bool EfficiencyPage::focusSearch() {
    if (stack_->currentIndex() == 0) {
        return false; // no data, no variables
    }
    spec_->focusSearch();
    return true;
}

void EfficiencyPage::changeEvent(QEvent* event) {
    Workplace::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        warnOfInfluence(); // its colour stands in its text
    }
}

const recipe::EfficiencyStep& EfficiencyPage::step() const {
    return spec_->step();
}

void EfficiencyPage::showModel(const recipe::EfficiencyStep& step) {
    spec_->setStep(step);
    modelEdited();
}

void EfficiencyPage::forget() {
    begun_ = {};
    key_.clear();
    isNewModel_ = false;
    spec_->setStep({});
    name_->clear();
    comparison_->forgetRuns();
    returnTo_ = scores_;
}

void EfficiencyPage::showProject() {
    const QSignalBlocker blocker(models_);
    models_->clear();
    models_->addItem(tr("New model"), QString());
    for (const recipe::RecipeStep& step : session_.project()->recipe.steps) {
        if (const auto* model = std::get_if<recipe::EfficiencyStep>(&step.step)) {
            models_->addItem(QString::fromStdString(model->name), QString::fromStdString(step.key));
        }
    }
    int index = models_->findData(key_);
    if (index < 0) {
        index = 0;
        key_.clear();
    }
    models_->setCurrentIndex(index);
    const bool isStep = !key_.isEmpty();
    add_->setText(isStep ? tr("&Update the Step") : tr("&Add to the Panel"));
    name_->setEnabled(!isStep);
}

Panel EfficiencyPage::panelOfModel() const {
    const recipe::Evaluation& evaluation = session_.evaluation()->recipe;
    const std::string key = key_.toStdString();
    for (std::size_t i = 0; i < evaluation.steps.size(); ++i) {
        if (!key.empty() && evaluation.steps[i].key == key) {
            return i == 0 ? evaluation.source : evaluation.steps[i - 1].panel;
        }
    }
    return evaluation.result();
}

void EfficiencyPage::showData() {
    const Panel panel = panelOfModel();
    const bool hasData = panel.rowCount() > 0;
    stack_->setCurrentIndex(hasData ? 1 : 0);
    setFocusProxy(hasData ? static_cast<QWidget*>(spec_) : empty_);
    spec_->setPanel(panel);
    if (hasData && key_.isEmpty() && !isNewModel_ && spec_->step() == recipe::EfficiencyStep{} &&
        models_->count() > 1) { // the project's own model comes before an empty form
        chooseStep(models_->itemData(1).toString());
        return;
    }
    if (key_.isEmpty() && name_->text().isEmpty()) {
        name_->setText(freeName());
    }
    modelEdited();
}

void EfficiencyPage::chooseStep(const QString& key) {
    key_ = key;
    const recipe::Recipe& recipe = session_.project()->recipe;
    const std::size_t at = recipe.indexOf(key.toStdString());
    recipe::EfficiencyStep step;
    if (at < recipe.steps.size()) {
        step = std::get<recipe::EfficiencyStep>(recipe.steps[at].step);
        name_->setText(QString::fromStdString(step.name));
    } else {
        key_.clear();
        name_->setText(freeName());
    }
    showProject();
    spec_->setPanel(panelOfModel());
    begun_ = step;
    showModel(step);
}

void EfficiencyPage::modelEdited() {
    example_->setStep(spec_->step());
    const QString missing = spec_->missing();
    run_->setEnabled(missing.isEmpty());
    add_->setEnabled(missing.isEmpty());
    influenceWarnings_.clear();
    warnOfInfluence();
    session_.jobs().cancel(FrontierTab::influenceJob);
    if (!missing.isEmpty()) {
        session_.jobs().cancel(jobName);
        disableResults();
        tell({missing});
        return;
    }
    runModel();
}

void EfficiencyPage::runModel() {
    const Panel panel = panelOfModel();
    const recipe::EfficiencyStep step = spec_->step();
    if (panel.rowCount() == 0) {
        return;
    }
    session_.jobs().runLatest<Result<EfficiencyRun>>(
        jobName,
        [panel, step](Progress& progress) -> Result<EfficiencyRun> {
            CITYPANEL_TRY(frontier::EfficiencyScores scores,
                          frontier::efficiency(panel, step.efficiencyModel(), progress));
            return EfficiencyRun{panel, step, std::move(scores)};
        },
        [this](const Result<EfficiencyRun>& run) { showRun(run); });
}

void EfficiencyPage::showRun(const Result<EfficiencyRun>& run) {
    const bool isFirst = !tabs_->isTabEnabled(tabs_->indexOf(scores_));
    runProblems_ = run ? run->scores.warnings : Problems{run.error()};
    infeasible_ = run ? run->scores.count(frontier::EfficiencyStatus::Infeasible) : 0;
    tellOfRun();
    if (!run) {
        disableResults();
        return;
    }
    const auto shared = std::make_shared<const EfficiencyRun>(*run);
    frontier_->setInfluence(std::nullopt);
    for (ResultTab* tab : results_) {
        tab->setRun(shared);
        tabs_->setTabEnabled(tabs_->indexOf(tab), true);
    }
    findInfluence(shared);
    keep_->setEnabled(true);
    add_->setEnabled(true);
    if (isFirst) {
        tabs_->setCurrentWidget(returnTo_);
    }
}

void EfficiencyPage::tellOfRun() {
    QStringList lines = problemLines(runProblems_);
    if (infeasible_ > 0) {
        lines.append(tr("%1 rows have no feasible solution. Constant returns, or undesirable "
                        "outputs with the inputs, have one for every row.")
                         .arg(infeasible_));
    }
    tell(lines);
}

/// Results of another model than the one in the form would be taken for its own.
void EfficiencyPage::disableResults() {
    if (tabs_->currentWidget() != example_) {
        returnTo_ = tabs_->currentWidget();
        tabs_->setCurrentWidget(example_);
    }
    for (ResultTab* tab : results_) {
        tabs_->setTabEnabled(tabs_->indexOf(tab), false);
    }
    keep_->setEnabled(false);
    add_->setEnabled(false);
}

void EfficiencyPage::findInfluence(const RunPtr& run) {
    session_.jobs().runLatest<Result<frontier::FrontierInfluence>>(
        FrontierTab::influenceJob,
        [run](Progress& progress) {
            return frontier::frontierInfluence(run->panel, run->scores.model, progress);
        },
        [this](const Result<frontier::FrontierInfluence>& influence) {
            frontier_->setInfluence(influence);
            influenceWarnings_ = influence ? influence->warnings : Problems{};
            warnOfInfluence();
        });
}

void EfficiencyPage::warnOfInfluence() {
    QStringList lines;
    for (const Problem& warning : influenceWarnings_) {
        lines.append(problemSentence(warning).toHtmlEscaped());
    }
    influence_->setVisible(!lines.isEmpty() && tabs_->currentWidget() != frontier_);
    if (lines.isEmpty()) {
        return;
    }
    const auto others = static_cast<int>(lines.size()) - 1;
    const QString more =
        others == 0 ? QString() : tr("%n more row(s) do as much.", nullptr, others);
    influence_->setText(
        QStringLiteral("<b style='color:%1'>⚠ %2</b> %3 <a href='frontier'>%4</a>")
            .arg(colour(ColourRole::Warning).name(), lines.front(), more, tr("Show the frontier")));
    influence_->setToolTip(QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("</p><p>"))));
}

void EfficiencyPage::tell(const QStringList& lines) {
    hint_->setText(lines.join(QLatin1Char('\n')));
    hint_->setVisible(!lines.isEmpty());
}

void EfficiencyPage::showRow(std::size_t row) {
    city_->chooseRow(row);
    frontier_->chooseRow(row);
    tabs_->setCurrentWidget(city_);
}

QString EfficiencyPage::freeName() const {
    const Panel& panel = session_.evaluation()->recipe.result();
    std::string name = "efficiency";
    for (int i = 2; panel.find(name) != nullptr; ++i) {
        name = "efficiency" + std::to_string(i);
    }
    return QString::fromStdString(name);
}

void EfficiencyPage::addToPanel() {
    recipe::EfficiencyStep step = spec_->step();
    if (!spec_->missing().isEmpty()) {
        return;
    }
    step.name = NewColumnName(name_->text().trimmed().toStdString());
    const std::string key = key_.toStdString();
    if (!key.empty()) {
        session_.edit(tr("Change the model of %1").arg(name_->text()),
                      [key, step](project::Project p) {
                          p.recipe = recipe::withParameters(std::move(p.recipe), key, step);
                          return p;
                      });
        begun_ = spec_->step();
        keepDraft();
        return;
    }
    const Panel& panel = session_.evaluation()->recipe.result();
    if (step.name.empty() || panel.find(step.name.text) != nullptr) {
        Q_EMIT messageRequested(tr("The panel has a variable “%1” already: give the score another "
                                   "name.")
                                    .arg(name_->text()),
                                true);
        name_->setFocus();
        return;
    }
    const QString added = name_->text();
    session_.edit(tr("Add the efficiency score %1").arg(added), [step](project::Project p) {
        p.recipe = recipe::withStep(std::move(p.recipe), step);
        return p;
    });
    key_ = QString::fromStdString(session_.project()->recipe.steps.back().key);
    begun_ = spec_->step();
    keepDraft();
    showProject();
    Q_EMIT messageRequested(
        tr("%1 is now a variable of the panel and a step of the recipe.").arg(added), false);
}

void EfficiencyPage::setTexts() {
    run_->setText(tr("Run"));
    run_->setToolTip(tr("Run the model again (Ctrl+Enter); it also runs whenever it is changed"));
    cancel_->setText(tr("&Cancel"));
    keep_->setText(tr("&Keep to Compare"));
    keep_->setToolTip(tr("Keep this result, to see another model beside it"));
    nameLabel_->setText(tr("&Name:"));
    name_->setAccessibleName(tr("Name of the score"));
    export_->setText(tr("Expor&t…"));
    models_->setAccessibleName(tr("Model: a new one or a step of the recipe"));
    progress_->setAccessibleName(tr("Progress of the model"));
    const std::array titles{tr("Example"),  tr("Scores"),       tr("Unit"),   tr("Statistics"),
                            tr("Frontier"), tr("Productivity"), tr("Compare")};
    for (int i = 0; i < tabs_->count(); ++i) {
        tabs_->setTabText(i, titles.at(static_cast<std::size_t>(i)));
    }
    showProject();
    const QString missing = spec_->missing();
    missing.isEmpty() ? tellOfRun() : tell({missing});
    warnOfInfluence();
    if (spec_->step() != begun_) {
        keepDraft(); // its words are asked about in the language of the moment
    }
}

} // namespace citypanel::ui
