// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing among tables and figures, and what a click in them means.
#include "ui/studies/study_results.h"

#include "core/project/report_results.h"
#include "core/study/units_behind.h"
#include "core/text/words.h"
#include "ui/charts/figure_view.h"
#include "ui/models/study_edits.h"
#include "ui/models/study_outcomes.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/session/unit_selection.h"
#include "ui/widgets/explain_pane.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"
#include "ui/widgets/no_result_view.h"
#include "ui/widgets/paper.h"
#include "ui/widgets/result_table.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int explainWidth = 300;
constexpr int notesShown = 3; // lines of notes under a figure; the others are scrolled to

const study::ProjectStudy* studyOf(const project::Project& project, const QString& key) {
    for (const study::ProjectStudy& entry : project.studies) {
        if (qs(entry.key) == key) {
            return &entry;
        }
    }
    return nullptr;
}

void refill(QComboBox& box, const QList<std::pair<QString, QString>>& entries) {
    const QSignalBlocker blocker(box);
    const QString before = box.currentData().toString();
    const int place = box.currentIndex();
    box.clear();
    for (const auto& [key, title] : entries) {
        box.addItem(title, key);
    }
    const int same = box.findData(before);
    box.setCurrentIndex(same >= 0 ? same : std::clamp(place, 0, std::max(box.count() - 1, 0)));
    box.setEnabled(box.count() > 1);
}

} // namespace

StudyResults::StudyResults(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , problems_(new QLabel(this))
    , noResult_(new NoResultView(session, this))
    , tables_(new QComboBox(this))
    , table_(new ResultTable(this))
    , figures_(new QComboBox(this))
    , figure_(new FigureView(this))
    , notes_(new QLabel(this))
    , notesArea_(new QScrollArea(this))
    , selected_(new QLabel(this))
    , showData_(new QPushButton(this))
    , clear_(new QPushButton(this))
    , down_(new QSplitter(Qt::Vertical, this))
    , across_(new QSplitter(Qt::Horizontal, this))
    , explain_(new ExplainPane(this))
    , toModels_(new QPushButton(this))
    , explained_(new QWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    problems_->setObjectName(QStringLiteral("studyProblems"));
    problems_->setWordWrap(true);
    problems_->setContentsMargins(12, 6, 12, 2);
    down_->addWidget(makeTablePane());
    down_->addWidget(makeFigurePane());
    down_->setHandleWidth(1);
    down_->setChildrenCollapsible(false);
    keepShares(down_, {270, 420});
    down_->setStretchFactor(1, 1);
    auto* behind = new QVBoxLayout(explained_);
    behind->setContentsMargins(0, 0, 0, 6);
    behind->addWidget(explain_, 1);
    behind->addWidget(toModels_, 0, Qt::AlignHCenter);
    toModels_->setObjectName(QStringLiteral("copyToModels"));
    explained_->hide();
    across_->addWidget(down_);
    across_->addWidget(explained_);
    across_->setStretchFactor(0, 1);
    keepShares(across_, {2 * explainWidth, explainWidth});
    across_->setHandleWidth(1);
    across_->setChildrenCollapsible(false);
    column->addWidget(problems_);
    column->addWidget(across_, 1);
    column->addWidget(noResult_, 1);
    connectParts();
    followFont(notes_, [this] { fitNotes(); });
    translated(this, [this] { setTexts(); });
}

QWidget* StudyResults::makeTablePane() {
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 6, 0, 0);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(10, 0, 10, 0);
    line->addWidget(tables_, 1);
    column->addLayout(line);
    tables_->setObjectName(QStringLiteral("studyTable"));
    column->addWidget(onPaper(table_), 1);
    return pane;
}

QWidget* StudyResults::makeFigurePane() {
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 6, 0, 4);
    column->setSpacing(2);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(10, 0, 10, 0);
    line->addWidget(figures_, 1);
    column->addLayout(line);
    column->addWidget(figure_, 1);
    auto* chosen = new QHBoxLayout;
    chosen->setContentsMargins(12, 0, 10, 0);
    chosen->addWidget(selected_, 1);
    chosen->addWidget(showData_);
    chosen->addWidget(clear_);
    notesArea_->setWidget(notes_);
    notesArea_->setWidgetResizable(true);
    notesArea_->setFrameShape(QFrame::NoFrame);
    notesArea_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(notesArea_);
    column->addLayout(chosen);
    figures_->setObjectName(QStringLiteral("studyFigure"));
    notes_->setObjectName(QStringLiteral("figureNotes"));
    notes_->setWordWrap(true);
    notes_->setContentsMargins(12, 0, 12, 0);
    selected_->setObjectName(QStringLiteral("selectedUnits"));
    selected_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    showData_->setObjectName(QStringLiteral("showSelectedUnits"));
    clear_->setObjectName(QStringLiteral("clearSelection"));
    figure_->setMinimumHeight(170);
    return pane;
}

void StudyResults::connectParts() {
    connect(tables_, &QComboBox::activated, this, &StudyResults::showTable);
    connect(figures_, &QComboBox::activated, this, &StudyResults::showFigure);
    connect(figure_, &FigureView::pointClicked, this,
            [this](const QString& key, const QString& said) { selectBehind(key, said); });
    connect(table_, &ResultTable::cellChosen, this, [this](int row, int column) {
        const auto at = static_cast<std::size_t>(column);
        if (table_->table() && at < table_->table()->columns.size()) {
            const study::Column& chosen = table_->table()->columns[at];
            selectBehind(qs(chosen.key), said(chosen.title));
            explainedRow_ = table_->table()->rows[static_cast<std::size_t>(row)].key;
            explainedColumn_ = column;
            showExplanation();
        }
    });
    connect(noResult_, &NoResultView::placeRequested, this, &StudyResults::placeRequested);
    connect(&session_, &ProjectSession::evaluatingChanged, this, &StudyResults::showProblems);
    connect(explain_, &ExplainPane::closed, this, [this] {
        explainedRow_.reset();
        showExplanation();
    });
    connect(toModels_, &QPushButton::clicked, this, &StudyResults::copyToModels);
    UnitSelection& selection = UnitSelection::of(session_);
    connect(&selection, &UnitSelection::changed, this, &StudyResults::showSelection);
    connect(clear_, &QPushButton::clicked, &selection, &UnitSelection::clear);
    connect(showData_, &QPushButton::clicked, this, &StudyResults::dataRequested);
}

void StudyResults::show(const QString& key) {
    const project::StudyOutcome* outcome = outcomeOf(*session_.evaluation(), key);
    if (key_ != key) {
        explainedRow_.reset();
    }
    key_ = key;
    result_ = outcome == nullptr ? nullptr : outcome->result;
    fillChoices();
    showTable();
    showFigure();
    showProblems();
}

void StudyResults::choose(const QString& resultKey) {
    for (QComboBox* box : {tables_, figures_}) {
        if (const int index = box->findData(resultKey); index >= 0) {
            box->setCurrentIndex(index);
            Q_EMIT box->activated(index);
        }
    }
}

void StudyResults::fillChoices() {
    QList<std::pair<QString, QString>> tables;
    QList<std::pair<QString, QString>> figures;
    const project::Project& project = *session_.project();
    if (result_ != nullptr) {
        for (const study::Table& table : result_->tables) {
            tables.append({qs(table.key),
                           said(project::shownTable(project, key_.toStdString(), table).title)});
        }
        for (const study::Figure& figure : result_->figures) {
            figures.append(
                {qs(figure.key),
                 said(project::shownFigure(project, key_.toStdString(), *result_, figure).title)});
        }
    }
    refill(*tables_, tables);
    refill(*figures_, figures);
    down_->widget(0)->setVisible(!tables.isEmpty());
    down_->widget(1)->setVisible(!figures.isEmpty());
}

void StudyResults::showTable() {
    const auto at = static_cast<std::size_t>(std::max(tables_->currentIndex(), 0));
    if (result_ == nullptr || at >= result_->tables.size()) {
        table_->clear();
        return;
    }
    const project::Project& project = *session_.project();
    table_->setTable(project::shownTable(project, key_.toStdString(), result_->tables[at]),
                     project::styleOfTable(project, session_.evaluation()->studies,
                                           key_.toStdString(), result_->tables[at].key));
    showExplanation();
}

QString StudyResults::said(const study::Phrase& phrase) const {
    return qs(text::sayCapitalised(phrase, project::tableStyleOf(*session_.project()).language));
}

void StudyResults::showExplanation() {
    const auto table = static_cast<std::size_t>(std::max(tables_->currentIndex(), 0));
    const study::Row* row = explainedRow_ && result_ != nullptr && table < result_->tables.size()
                                ? result_->tables[table].find(*explainedRow_)
                                : nullptr;
    const std::string column = std::to_string(explainedColumn_ + 1);
    const bool isModel =
        row != nullptr && result_->columns.contains(column) &&
        result_->tables[table].columns.at(static_cast<std::size_t>(explainedColumn_)).key == column;
    if (isModel) {
        explain_->explain(*row, explainedColumn_, *result_->columns.at(column),
                          *fitOf(*result_, explainedColumn_), session_);
    }
    explained_->setVisible(isModel);
}

void StudyResults::copyToModels() {
    const study::ProjectStudy* study = studyOf(*session_.project(), key_);
    const auto found = result_->columns.find(std::to_string(explainedColumn_ + 1));
    if (study == nullptr || found == result_->columns.end()) {
        return;
    }
    study::RegressionStudy models;
    models.columns = {*found->second};
    const std::string key = freshStudyKey(session_.project()->studies);
    const std::string name =
        tr("Model %1 of %2").arg(explainedColumn_ + 1).arg(qs(study->name)).toStdString();
    session_.edit(tr("Copy a column to the models"), [key, name, models](project::Project p) {
        p.studies.push_back({key, name, models});
        return p;
    });
    Q_EMIT modelsRequested();
}

void StudyResults::showFigure() {
    const auto at = static_cast<std::size_t>(std::max(figures_->currentIndex(), 0));
    if (result_ == nullptr || at >= result_->figures.size()) {
        figure_->clear();
        notes_->clear();
        notesArea_->hide();
        return;
    }
    const study::Figure figure = project::shownFigure(*session_.project(), key_.toStdString(),
                                                      *result_, result_->figures[at]);
    figure_->setFigure(figure, project::tableStyleOf(*session_.project()).language);
    QStringList notes;
    // Errors, conventions and samples stand under the table.
    for (const study::Note& note : figure.notes) {
        if (note.kind == study::NoteKind::Other) {
            notes.append(said(note.text));
        }
    }
    notes_->setText(notes.join(QLatin1Char('\n')));
    notesArea_->setVisible(!notes.isEmpty());
    fitNotes();
    showSelection();
}

void StudyResults::fitNotes() {
    const int wrapped = notes_->heightForWidth(std::max(notesArea_->width(), 1));
    notesArea_->setFixedHeight(std::min(wrapped, notesShown * notes_->fontMetrics().lineSpacing()) +
                               8);
}

void StudyResults::showProblems() {
    const project::StudyOutcome* outcome = outcomeOf(*session_.evaluation(), key_);
    QStringList lines;
    if (outcome != nullptr) {
        lines = problemLines(outcome->problems);
    }
    const bool isExplained =
        (result_ == nullptr || (result_->tables.empty() && result_->figures.empty())) &&
        noResult_->explain(key_);
    noResult_->setVisible(isExplained);
    across_->setVisible(!isExplained);
    setInk(problems_, ColourRole::Error);
    problems_->setText(lines.join(QLatin1Char('\n')));
    problems_->setVisible(!lines.isEmpty() && !isExplained); // it says the same
}

void StudyResults::selectBehind(const QString& resultKey, const QString& name) {
    const study::ProjectStudy* study = studyOf(*session_.project(), key_);
    if (study == nullptr || result_ == nullptr) {
        return;
    }
    const study::UnitsBehind behind = study::unitsBehind(
        study->study, *result_, session_.evaluation()->recipe.result(), resultKey.toStdString());
    QStringList units;
    for (const std::string& unit : behind.units) {
        units.append(qs(unit));
    }
    if (!units.isEmpty()) {
        UnitSelection::of(session_).select(units, units.size() == 1 ? units.front() : name,
                                           qs(behind.condition.text));
    }
}

void StudyResults::showSelection() {
    const UnitSelection& selection = UnitSelection::of(session_);
    const bool hasAny = !selection.units().isEmpty();
    figure_->setHighlighted(selection.units());
    QString text = tr("Click a point, a group or a column to select its cities.");
    if (hasAny) {
        text = selection.units().size() == 1 ? tr("Selected: %1").arg(selection.name())
                                             : tr("Selected: %1, %n cities", nullptr,
                                                  static_cast<int>(selection.units().size()))
                                                   .arg(selection.name());
    }
    selected_->setText(text);
    selected_->setToolTip(selection.units().mid(0, 60).join(QStringLiteral(", ")));
    showData_->setVisible(hasAny && !selection.condition().isEmpty());
    clear_->setVisible(hasAny);
}

void StudyResults::setTexts() {
    tables_->setAccessibleName(tr("Tables of the study"));
    figures_->setAccessibleName(tr("Figures of the study"));
    tables_->setToolTip(tables_->accessibleName());
    figures_->setToolTip(tr("Figures of the study; F2 in the figure shows its numbers"));
    showData_->setText(tr("Show in the Data"));
    clear_->setText(tr("Clear"));
    toModels_->setText(tr("Copy to Models"));
    toModels_->setToolTip(tr("A table of the page of models that begins with this column"));
    show(key_);
}

} // namespace citypanel::ui
