// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping the study, the roles and the formula in step, and showing what came out.
#include "ui/regression/regression_page.h"

#include "core/estimate/model_formula.h"
#include "core/project/report_results.h"
#include "core/text/words.h"
#include "ui/charts/figure_view.h"
#include "ui/models/study_edits.h"
#include "ui/models/study_outcomes.h"
#include "ui/models/words.h"
#include "ui/regression/column_edits.h"
#include "ui/regression/spec_panel.h"
#include "ui/session/project_session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/explain_pane.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/no_result_view.h"
#include "ui/widgets/paper.h"
#include "ui/widgets/result_table.h"
#include "ui/widgets/table_export.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrapping_row.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int specWidth = 270;
constexpr int explainWidth = 300;

/// Whether core regressors and controls are what the table's list of core terms makes of them.
bool agreesWith(const ModelSpec& spec, const std::vector<std::string>& core) {
    const auto isCore = [&](const std::string& term) {
        return std::find(core.begin(), core.end(), term) != core.end();
    };
    return std::all_of(spec.core.begin(), spec.core.end(), isCore) &&
           std::none_of(spec.controls.begin(), spec.controls.end(), isCore);
}

} // namespace

RegressionPage::RegressionPage(ProjectSession& session, QWidget* parent)
    : Workplace(parent)
    , session_(session)
    , stack_(new QStackedLayout(this))
    , empty_(new EmptyState("models", this))
    , spec_(new SpecPanel(this))
    , studies_(new QComboBox(this))
    , language_(new QComboBox(this))
    , languageLabel_(new QLabel(this))
    , addTable_(new QToolButton(this))
    , deleteTable_(new QToolButton(this))
    , export_(new QPushButton(this))
    , tabs_(new QTabBar(this))
    , addColumn_(new QToolButton(this))
    , deleteColumn_(new QToolButton(this))
    , formula_(new QLineEdit(this))
    , hint_(new QLabel(this))
    , results_(new QSplitter(Qt::Vertical, this))
    , noResult_(new NoResultView(session, this))
    , table_(new ResultTable(this))
    , figure_(new FigureView(this))
    , explain_(new ExplainPane(this)) {
    setObjectName(QStringLiteral("regressionPage"));
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(spec_);
    across->addWidget(makeResults());
    across->addWidget(explain_);
    across->setStretchFactor(1, 1);
    keepShares(across, {specWidth, 3 * specWidth, explainWidth});
    explain_->hide();
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    empty_->followEvaluation(session_);
    QPushButton* import = empty_->addAction(QStringLiteral("modelsImport"));
    connect(import, &QPushButton::clicked, this,
            [this] { Q_EMIT workplaceRequested(QStringLiteral("import")); });
    stack_->addWidget(empty_);
    stack_->addWidget(across);
    connectParts();
    translated(this, [this, import] {
        empty_->setTexts(tr("No data to estimate on"),
                         tr("Models need a panel. Import yearbook files or open a project first."));
        import->setText(tr("Import Files"));
        setTexts();
    });
    takeTyped(); // the page is made when it is first shown
}

QWidget* RegressionPage::makeTools() {
    auto* tools = new QWidget(this);
    auto* row = new WrappingRow(tools);
    row->setContentsMargins(10, 6, 10, 2);
    row->addTogether({studies_, addTable_, deleteTable_});
    row->addStretch();
    row->addTogether({languageLabel_, language_});
    row->addWidget(export_);
    studies_->setObjectName(QStringLiteral("studyChoice"));
    studies_->setMinimumContentsLength(16);
    studies_->setEditable(true);
    studies_->setInsertPolicy(QComboBox::NoInsert);
    language_->setObjectName(QStringLiteral("tableLanguage"));
    language_->addItem(QStringLiteral("中文"), QStringLiteral("zh"));
    language_->addItem(QStringLiteral("English"), QStringLiteral("en"));
    languageLabel_->setBuddy(language_);
    addTable_->setObjectName(QStringLiteral("addTable"));
    addTable_->setIcon(icon("add"));
    deleteTable_->setObjectName(QStringLiteral("deleteTable"));
    deleteTable_->setIcon(icon("delete"));
    for (QToolButton* button : {addTable_, deleteTable_}) {
        button->setAutoRaise(true);
    }
    export_->setObjectName(QStringLiteral("exportTable"));
    export_->setIcon(icon("export"));
    return tools;
}

QWidget* RegressionPage::makeResults() {
    auto* results = new QWidget(this);
    auto* column = new QVBoxLayout(results);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeTools());

    auto* models = new QHBoxLayout;
    models->setContentsMargins(10, 0, 10, 0);
    models->addWidget(tabs_);
    models->addWidget(addColumn_);
    models->addWidget(deleteColumn_);
    models->addStretch(1);
    tabs_->setObjectName(QStringLiteral("modelTabs"));
    tabs_->setMovable(true);
    tabs_->setExpanding(false);
    tabs_->setDrawBase(false);
    tabs_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addColumn_->setObjectName(QStringLiteral("addModel"));
    addColumn_->setIcon(icon("duplicate"));
    addColumn_->setAutoRaise(true);
    deleteColumn_->setObjectName(QStringLiteral("deleteModel"));
    deleteColumn_->setIcon(icon("delete"));
    deleteColumn_->setAutoRaise(true);
    addColumn_->setShortcut(QKeySequence(QStringLiteral("Ctrl+D")));
    column->addLayout(models);

    auto* line = new QHBoxLayout;
    line->setContentsMargins(10, 2, 10, 0);
    line->addWidget(formula_);
    formula_->setObjectName(QStringLiteral("formula"));
    formula_->setClearButtonEnabled(true);
    QFont mono = formula_->font();
    mono.setFamilies({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono CJK SC"),
                      QStringLiteral("Noto Sans CJK SC")});
    formula_->setFont(mono);
    column->addLayout(line);
    hint_->setObjectName(QStringLiteral("modelHint"));
    hint_->setWordWrap(true);
    hint_->setContentsMargins(12, 2, 12, 2);
    column->addWidget(hint_);

    results_->addWidget(onPaper(table_));
    results_->addWidget(figure_);
    results_->setStretchFactor(0, 1);
    keepShares(results_, {330, 270});
    results_->setHandleWidth(1);
    results_->setChildrenCollapsible(true);
    figure_->setMinimumHeight(160);
    column->addWidget(results_, 1);
    column->addWidget(noResult_, 1);
    return results;
}

void RegressionPage::connectParts() {
    connect(&session_, &ProjectSession::projectReplaced, this, [this] {
        key_.clear();
        column_ = 0;
        explainedRow_.reset();
        explainedColumn_ = 0;
        typed_.reset();
    });
    connect(&session_, &ProjectSession::draftsRecovered, this, &RegressionPage::takeTyped);
    connect(&session_, &ProjectSession::projectChanged, this, &RegressionPage::showProject);
    connect(&session_, &ProjectSession::evaluationChanged, this, [this] {
        const Panel& panel = session_.evaluation()->recipe.result();
        spec_->setPanel(panel);
        const bool hasData = panel.rowCount() > 0;
        stack_->setCurrentIndex(hasData ? 1 : 0);
        setFocusProxy(hasData ? static_cast<QWidget*>(spec_) : empty_);
        showResult();
    });
    connect(&session_, &ProjectSession::evaluatingChanged, this, [this] {
        if (!table_->table()) {
            showResult();
        }
    });
    connect(noResult_, &NoResultView::placeRequested, this, &Workplace::placeRequested);
    connect(spec_, &SpecPanel::edited, this, &RegressionPage::applySpec);
    connect(studies_, &QComboBox::activated, this,
            [this] { chooseStudy(studies_->currentData().toString()); });
    connect(studies_->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        const std::string name = studies_->currentText().trimmed().toStdString();
        const auto current = chosen();
        if (!current || name.empty() || name == current->name) {
            return;
        }
        session_.edit(tr("Rename table"), [key = current->key, name](project::Project p) {
            return withStudyName(std::move(p), key, name);
        });
    });
    connect(language_, &QComboBox::activated, this, [this] {
        const std::string code = language_->currentData().toString().toStdString();
        session_.edit(tr("Language of tables"), [code](project::Project p) {
            p.settings.tableLanguage = code;
            return p;
        });
    });
    connect(addTable_, &QToolButton::clicked, this, &RegressionPage::addTable);
    connect(deleteTable_, &QToolButton::clicked, this, &RegressionPage::deleteTable);
    connect(export_, &QPushButton::clicked, this, &RegressionPage::exportShown);
    connect(addColumn_, &QToolButton::clicked, this, &RegressionPage::duplicateColumn);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0) {
            column_ = index;
            showColumn();
        }
    });
    connect(tabs_, &QTabBar::tabMoved, this, &RegressionPage::moveColumn);
    connect(deleteColumn_, &QToolButton::clicked, this, [this] { removeColumn(column_); });
    connect(formula_, &QLineEdit::textEdited, this, &RegressionPage::keepTyped);
    connect(formula_, &QLineEdit::returnPressed, this, [this] { enterFormula(formula_->text()); });
    connect(formula_, &QLineEdit::editingFinished, this, [this] {
        if (formula_->isModified()) {
            enterFormula(formula_->text());
        }
    });
    connectTable();
}

void RegressionPage::connectTable() {
    connect(table_, &ResultTable::columnChosen, this, [this](int index) {
        if (index < tabs_->count()) {
            tabs_->setCurrentIndex(index);
        }
    });
    connect(table_, &ResultTable::cellChosen, this, [this](int row, int column) {
        explainedRow_ = table_->table()->rows[static_cast<std::size_t>(row)].key;
        explainedColumn_ = column;
        showExplanation();
    });
    connect(explain_, &ExplainPane::closed, this, [this] {
        explainedRow_.reset();
        showExplanation();
    });
    // On the page alone: a text line keeps these keys for its own words.
    for (const auto& [keys, places] : {std::pair{"Ctrl+Left", -1}, std::pair{"Ctrl+Right", 1}}) {
        auto* shortcut = new QShortcut(QKeySequence(QLatin1String(keys)), this, nullptr, nullptr,
                                       Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = places] { moveColumnBy(by); });
    }
}

bool RegressionPage::showPlace(const Place& place) {
    for (const study::ProjectStudy& study : session_.project()->studies) {
        if (study.key == place.step) {
            chooseStudy(QString::fromStdString(study.key));
            return true;
        }
    }
    return false;
}

void RegressionPage::exportShown() {
    if (!table_->table()) {
        return;
    }
    const auto current = chosen();
    const QString path = chooseTableFile(this, QString::fromStdString(current->name));
    if (path.isEmpty()) {
        return;
    }
    const std::vector<study::Table> tables{*table_->table()};
    const Status status = writeTables(path, tables, project::tableStyleOf(*session_.project()));
    Q_EMIT messageRequested(status ? tr("Written: %1").arg(path) : problemSentence(status.error()),
                            !status);
}

bool RegressionPage::canExport() const {
    return true;
}

bool RegressionPage::focusSearch() {
    if (stack_->currentIndex() == 0) {
        return false; // no data, no variables
    }
    spec_->focusSearch();
    return true;
}

void RegressionPage::showProject() {
    showStudies();
    const study::RegressionStudy study = regression();
    const int count = static_cast<int>(study.columns.size());
    column_ = std::clamp(column_, 0, std::max(0, count - 1));
    {
        const QSignalBlocker blocker(tabs_);
        while (tabs_->count() > std::max(count, 1)) {
            tabs_->removeTab(tabs_->count() - 1);
        }
        while (tabs_->count() < std::max(count, 1)) {
            tabs_->addTab({});
        }
        for (int i = 0; i < tabs_->count(); ++i) {
            tabs_->setTabText(i, tr("Model %1").arg(i + 1));
        }
        tabs_->setCurrentIndex(column_);
    }
    addColumn_->setEnabled(count > 0);
    deleteColumn_->setEnabled(count > 1);
    const QSignalBlocker blocker(language_);
    language_->setCurrentIndex(
        language_->findData(QString::fromStdString(session_.project()->settings.tableLanguage)));
    showColumn();
    showResult();
}

void RegressionPage::showStudies() {
    const QSignalBlocker blocker(studies_);
    studies_->clear();
    for (const study::ProjectStudy& study : session_.project()->studies) {
        if (std::holds_alternative<study::RegressionStudy>(study.study)) {
            studies_->addItem(QString::fromStdString(study.name),
                              QString::fromStdString(study.key));
        }
    }
    int index = studies_->findData(key_);
    if (index < 0) {
        index = studies_->count() > 0 ? 0 : -1;
        key_ = studies_->itemData(index).toString();
        column_ = 0;
    }
    studies_->setCurrentIndex(index);
    studies_->setEnabled(studies_->count() > 0);
    deleteTable_->setEnabled(studies_->count() > 0);
    addTable_->setEnabled(studies_->count() > 0);
}

void RegressionPage::showColumn() {
    const study::RegressionStudy study = regression();
    study::RegressionColumn column;
    if (study.columns.empty()) {
        column.vcov.clear(); // nobody chose any
    } else {
        column = study.columns[static_cast<std::size_t>(column_)];
    }
    // What was just given stays as it was given: a formula with gaps may not say all roles.
    if (!(spec_->column() == column) || !agreesWith(spec_->spec(), study.core)) {
        const auto spec = specOf(column.formula, study.core);
        spec_->setModel(spec ? *spec : unfinishedSpecOf(column.formula, study.core), column);
    }
    showFormula();
    table_->markColumn(study.columns.size() < 2 ? -1 : column_);
    showHint();
}

void RegressionPage::showResult() {
    const project::StudyOutcome* outcome = outcomeOf(*session_.evaluation(), key_);
    const auto result = outcome == nullptr ? nullptr : outcome->result;
    if (result == nullptr || result->tables.empty()) {
        table_->clear();
        table_->hide();
        figure_->clear();
    } else {
        const project::Project& project = *session_.project();
        table_->setTable(project::shownTable(project, outcome->key, result->tables.front()),
                         project::tableStyleOf(project));
        if (result->figures.empty()) {
            figure_->clear();
        } else {
            figure_->setFigure(result->figures.front());
        }
    }
    figure_->setVisible(result != nullptr && !result->figures.empty());
    const bool isExplained = (result == nullptr || result->tables.empty()) && !key_.isEmpty() &&
                             noResult_->explain(key_);
    noResult_->setVisible(isExplained);
    results_->setVisible(!isExplained);
    export_->setEnabled(result != nullptr && !result->tables.empty());
    showHint();
    showExplanation();
}

void RegressionPage::showExplanation() {
    const project::StudyOutcome* outcome = outcomeOf(*session_.evaluation(), key_);
    const auto result = outcome == nullptr ? nullptr : outcome->result;
    const study::RegressionStudy study = regression();
    const auto column = static_cast<std::size_t>(explainedColumn_);
    const study::Row* row = !explainedRow_ || result == nullptr || result->tables.empty()
                                ? nullptr
                                : result->tables.front().find(*explainedRow_);
    const Fit* fit = row == nullptr ? nullptr : fitOf(*result, explainedColumn_);
    if (fit == nullptr || column >= study.columns.size()) {
        explain_->hide();
        return;
    }
    explain_->explain(*row, explainedColumn_, study.columns[column], *fit, session_);
}

void RegressionPage::showHint() {
    QString text = spec_->missing();
    bool isError = false;
    if (text.isEmpty()) {
        const project::StudyOutcome* outcome = outcomeOf(*session_.evaluation(), key_);
        const Problems problems = outcome == nullptr ? Problems{} : outcome->problems;
        text = problemLines(problems).join(QLatin1Char('\n'));
        isError = !problems.empty();
    }
    setInk(hint_, isError ? ColourRole::Error : ColourRole::Muted);
    hint_->setText(text);
    hint_->setVisible(!text.isEmpty());
}

std::optional<study::ProjectStudy> RegressionPage::chosen() const {
    for (const study::ProjectStudy& study : session_.project()->studies) {
        if (study.key == key_.toStdString()) {
            return study;
        }
    }
    return std::nullopt;
}

study::RegressionStudy RegressionPage::regression() const {
    const auto current = chosen();
    return current ? std::get<study::RegressionStudy>(current->study) : study::RegressionStudy{};
}

void RegressionPage::chooseStudy(const QString& key) {
    key_ = key;
    column_ = 0;
    showProject();
}

void RegressionPage::changeStudy(const QString& text, const study::RegressionStudy& changed) {
    if (const auto current = chosen()) {
        session_.edit(text, [key = current->key, changed](project::Project p) {
            return withStudy(std::move(p), key, changed);
        });
        return;
    }
    const std::string key = freshStudyKey(session_.project()->studies);
    const std::string name = tr("Table %1").arg(1).toStdString();
    key_ = QString::fromStdString(key);
    session_.edit(text, [key, name, changed](project::Project p) {
        p.studies.push_back({key, name, changed});
        return p;
    });
}

void RegressionPage::applySpec() {
    study::RegressionStudy study = regression();
    const study::RegressionColumn column = spec_->column();
    // An unfinished model is part of the project as a finished one is: saved, undone, recovered.
    if (study.columns.empty()) {
        study.columns.push_back(column);
    }
    study =
        withColumn(std::move(study), static_cast<std::size_t>(column_), column, spec_->spec().core);
    changeStudy(tr("Change model %1").arg(column_ + 1), study);
}

void RegressionPage::addTable() {
    const std::string key = freshStudyKey(session_.project()->studies);
    const std::string name = tr("Table %1").arg(studies_->count() + 1).toStdString();
    study::RegressionStudy copy = regression();
    copy.columns.resize(std::min<std::size_t>(copy.columns.size(), 1));
    key_ = QString::fromStdString(key);
    session_.edit(tr("Add table"), [key, name, copy](project::Project p) {
        p.studies.push_back({key, name, copy});
        return p;
    });
}

void RegressionPage::deleteTable() {
    const std::string key = key_.toStdString();
    session_.edit(tr("Delete table"),
                  [key](project::Project p) { return withoutStudy(std::move(p), key); });
}

void RegressionPage::duplicateColumn() {
    study::RegressionStudy study = regression();
    if (study.columns.empty()) {
        return;
    }
    const auto at = static_cast<std::ptrdiff_t>(column_);
    study.columns.insert(study.columns.begin() + at + 1,
                         study.columns[static_cast<std::size_t>(column_)]);
    ++column_;
    changeStudy(tr("Add model"), study);
    spec_->focusSearch();
}

void RegressionPage::removeColumn(int index) {
    study::RegressionStudy study = regression();
    if (study.columns.size() < 2) {
        return;
    }
    study.columns.erase(study.columns.begin() + index);
    changeStudy(tr("Delete model"), study);
}

void RegressionPage::moveColumn(int from, int to) {
    study::RegressionStudy study = regression();
    std::swap(study.columns[static_cast<std::size_t>(from)],
              study.columns[static_cast<std::size_t>(to)]);
    column_ = to;
    changeStudy(tr("Move model"), study);
}

void RegressionPage::moveColumnBy(int places) {
    const int to = column_ + places;
    if (to >= 0 && to < tabs_->count()) {
        tabs_->moveTab(column_, to);
    }
}

void RegressionPage::setTexts() {
    studies_->setAccessibleName(tr("Table; type to rename it"));
    studies_->setToolTip(studies_->accessibleName());
    languageLabel_->setText(tr("Table lang&uage:"));
    const auto name = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(addTable_, tr("Add a table"));
    name(deleteTable_, tr("Delete this table"));
    name(addColumn_, tr("Add a model as a copy of this one (Ctrl+D)"));
    name(deleteColumn_, tr("Delete this model"));
    addColumn_->setShortcut(QKeySequence(QStringLiteral("Ctrl+D")));
    export_->setText(tr("E&xport…"));
    formula_->setPlaceholderText(tr("outcome ~ regressors | fixed effects"));
    formula_->setAccessibleName(tr("Formula of the model"));
    formula_->setToolTip(tr("y ~ x1 + x2 | city + year | endogenous ~ instrument; "
                            "lag(x, 1), log(x), x:z, i(group, x), I(x^2). Enter applies it."));
    tabs_->setAccessibleName(tr("Models of the table"));
    const Panel& panel = session_.evaluation()->recipe.result();
    spec_->setPanel(panel);
    stack_->setCurrentIndex(panel.rowCount() > 0 ? 1 : 0);
    setFocusProxy(panel.rowCount() > 0 ? static_cast<QWidget*>(spec_) : empty_);
    showProject();
    if (typed_ && formula_->isModified()) {
        keepTyped(); // its words are asked about in the language of the moment
    }
}

} // namespace citypanel::ui
