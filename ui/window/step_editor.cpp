// SPDX-License-Identifier: GPL-3.0-or-later
// The form with its title, what is wrong with it, and its buttons.
#include "ui/window/step_editor.h"

#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/few_lines_label.h"
#include "ui/widgets/language.h"
#include "ui/widgets/step_form.h"
#include "ui/widgets/theme.h"
#include "ui/window/gazetteer_fill.h"
#include "ui/window/step_code_pane.h"
#include "ui/window/step_preview_pane.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int sentenceLines = 3;
constexpr int checkLines = 4;

} // namespace

bool mayDiscard(const recipe::Step& step, QWidget* parent) {
    QMessageBox box(QMessageBox::Question, StepEditor::tr("New step"),
                    StepEditor::tr("“%1” is filled in and not added to the recipe yet.")
                        .arg(stepTitle(recipe::idOf(step))),
                    QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("unfinishedStep"));
    QPushButton* losing =
        box.addButton(StepEditor::tr("&Discard the Step"), QMessageBox::DestructiveRole);
    QPushButton* staying = box.addButton(StepEditor::tr("&Go On Editing"), QMessageBox::RejectRole);
    box.setDefaultButton(staying);
    box.setEscapeButton(staying);
    box.exec();
    return box.clickedButton() == losing;
}

StepEditor::StepEditor(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , title_(new QLabel(this))
    , sentence_(new FewLinesLabel(sentenceLines, this))
    , form_(new StepForm)
    , preview_(new StepPreviewPane(session))
    , code_(new StepCodePane)
    , lists_(new QToolButton)
    , checks_(new FewLinesLabel(checkLines, this))
    , scroll_(new QScrollArea(this))
    , add_(new QPushButton(this))
    , close_(new QPushButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 10);
    auto* inside = new QWidget;
    auto* parts = new QVBoxLayout(inside);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->addWidget(form_);
    parts->addWidget(lists_);
    parts->addWidget(preview_);
    parts->addWidget(code_);
    parts->addStretch(1);
    scroll_->setWidget(inside);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(add_);
    buttons->addWidget(close_);
    lists_->setObjectName(QStringLiteral("gazetteerLists"));
    lists_->setPopupMode(QToolButton::InstantPopup);
    lists_->setMenu(new QMenu(lists_));
    title_->setWordWrap(true);
    sentence_->setObjectName(QStringLiteral("stepSentence"));
    checks_->setObjectName(QStringLiteral("stepChecks"));
    // What comes and goes stands below the fields, which stay where they are while one fills them.
    column->addWidget(title_);
    column->addWidget(scroll_, 1);
    column->addWidget(sentence_);
    column->addWidget(preview_->summary());
    column->addWidget(checks_);
    column->addLayout(buttons);
    add_->setObjectName(QStringLiteral("addStep"));
    close_->setObjectName(QStringLiteral("closeStep"));
    connect(add_, &QPushButton::clicked, this, &StepEditor::add);
    connect(close_, &QPushButton::clicked, this, &StepEditor::closed);
    connect(form_, &StepForm::edited, this, &StepEditor::change);
    connect(form_, &StepForm::typed, this, &StepEditor::showChecks);
    connect(preview_, &StepPreviewPane::cellChosen, this, &StepEditor::placeRequested);
    connect(preview_, &StepPreviewPane::failed, this,
            [this](const Problem& problem) { showProblems({problem}); });
    connect(&session_, &ProjectSession::evaluationChanged, this, [this] {
        if (!isHidden()) {
            showChecks();
        }
    });
    translated(this, [this] {
        setTexts();
        if (!isHidden()) {
            showChecks();
        }
    });
}

void StepEditor::edit(const QString& key) {
    const recipe::Recipe& recipe = session_.project()->recipe;
    const std::size_t at = recipe.indexOf(key.toStdString());
    if (at >= recipe.steps.size()) {
        Q_EMIT closed();
        return;
    }
    const bool isSame = key == key_;
    const bool isShown = isSame && form_->step() == recipe.steps[at].step;
    key_ = key;
    at_ = at;
    if (!isShown) {
        showForm(recipe.steps[at].step);
    }
    if (!isSame) {
        scroll_->verticalScrollBar()->setValue(0);
    }
    setTexts();
    showChecks();
}

void StepEditor::prepare(const recipe::Step& step, std::size_t at) {
    key_.clear();
    at_ = std::min(at, session_.project()->recipe.steps.size());
    prepared_ = step;
    showForm(step);
    scroll_->verticalScrollBar()->setValue(0);
    setTexts();
    showChecks();
}

void StepEditor::restore(const project::StepDraft& draft) {
    const auto begun = recipe::stepOfId(recipe::idOf(draft.step));
    prepare(draft.step, draft.at);
    prepared_ = begun ? *begun : recipe::Step{};
    keepDraft();
}

void StepEditor::follow() {
    if (!key_.isEmpty()) {
        edit(key_);
        return;
    }
    at_ = std::min(at_, session_.project()->recipe.steps.size());
    setTexts();
    showChecks();
}

bool StepEditor::mayLeave() {
    return !key_.isEmpty() || form_->typedStep() == prepared_ || mayDiscard(form_->step(), this);
}

void StepEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        if (mayLeave()) {
            Q_EMIT closed();
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

void StepEditor::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (isHidden()) { // and not a page around it
        session_.setStepDraft(std::nullopt);
    }
}

void StepEditor::keepDraft() {
    const recipe::Step typed = form_->typedStep();
    const bool isSame = key_.isEmpty() ? typed == prepared_ : typed == form_->step();
    session_.setStepDraft(isSame ? std::nullopt
                                 : std::optional(project::StepDraft{
                                       .key = key_.toStdString(), .step = typed, .at = at_}));
}

void StepEditor::focusForm() {
    form_->focusFirst();
    if (QWidget* first = focusWidget(); first != nullptr && scroll_->isAncestorOf(first)) {
        scroll_->ensureWidgetVisible(first);
    }
}

recipe::Columns StepEditor::columnsBefore(std::size_t at) const {
    recipe::Columns source = recipe::columnsOf(session_.evaluation()->recipe.source);
    const auto after = at == 0 ? std::vector<recipe::Columns>{}
                               : recipe::check(session_.boundRecipe(), source).columnsAfter;
    return after.empty() ? source : after[std::min(at, after.size()) - 1];
}

recipe::Step StepEditor::boundStep() const {
    return session_.bound(form_->typedStep());
}

Panel StepEditor::panelBefore(std::size_t at) const {
    const recipe::Evaluation& evaluation = session_.evaluation()->recipe;
    const bool isFirst = at == 0 || evaluation.steps.empty();
    return isFirst ? evaluation.source
                   : evaluation.steps[std::min(at, evaluation.steps.size()) - 1].panel;
}

QStringList StepEditor::sourceNames() const {
    QStringList names;
    for (const project::Source& source : session_.project()->sources) {
        names.append(QString::fromStdString(source.name));
    }
    return names;
}

void StepEditor::showForm(const recipe::Step& step) {
    form_->setStep(step, columnsBefore(at_), sourceNames());
    showLists();
}

void StepEditor::showLists() {
    const QStringList lists = listsFor(form_->step());
    lists_->setVisible(!lists.isEmpty());
    lists_->menu()->clear();
    for (const QString& list : lists) {
        lists_->menu()->addAction(optionLabel(list.toStdString()), this,
                                  [this, list] { fillFrom(list); });
    }
}

void StepEditor::fillFrom(const QString& list) {
    const Panel panel = panelBefore(at_);
    showForm(filledFrom(list, form_->typedStep(), panel.unitLabels()));
    change(list);
}

void StepEditor::showChecks() {
    keepDraft();
    const recipe::Step step = boundStep();
    const recipe::Columns before = columnsBefore(at_);
    const Problems problems = recipe::checkStep(step, before);
    showProblems(problems);
    add_->setVisible(key_.isEmpty());
    add_->setEnabled(problems.empty());
    sentence_->setWholeText(problems.empty() ? stepSentence(step) : QString());
    sentence_->setVisible(problems.empty());
    if (problems.empty()) {
        preview_->show(step, panelBefore(at_));
        code_->show(step, before);
    } else {
        preview_->clear();
        code_->clear();
    }
}

void StepEditor::showProblems(const Problems& problems) {
    checks_->setWholeText(problemLines(problems).join(QLatin1Char('\n')));
    checks_->setVisible(!problems.empty());
    // A new form is not wrong, it is unfinished: red is for a step that stands in the recipe.
    const bool isUnfinished = key_.isEmpty() || form_->typedStep() != form_->step();
    setInk(checks_, isUnfinished ? ColourRole::Muted : ColourRole::Error);
}

void StepEditor::change(const QString& field) {
    if (!key_.isEmpty()) {
        const std::string key = key_.toStdString();
        const recipe::Step step = form_->step();
        session_.edit(
            tr("Edit step: %1").arg(stepTitle(recipe::idOf(step))),
            [key, step](project::Project p) {
                p.recipe = recipe::withParameters(std::move(p.recipe), key, step);
                return p;
            },
            QStringLiteral("step/%1/%2").arg(key_, field));
        session_.endMerge();
    }
    showChecks();
}

void StepEditor::add() {
    const recipe::Step step = form_->typedStep();
    prepared_ = step; // nothing is left that could be lost
    const std::size_t at = at_;
    const QString key = QString::fromStdString(recipe::freshKey(session_.project()->recipe));
    session_.edit(tr("Add step: %1").arg(stepTitle(recipe::idOf(step))),
                  [step, at](project::Project p) {
                      p.recipe = recipe::withStep(std::move(p.recipe), step, at);
                      return p;
                  });
    Q_EMIT added(key);
}

void StepEditor::setTexts() {
    const QString kind = stepTitle(recipe::idOf(form_->step()));
    const QString number = QString::number(at_ + 1);
    const QString title = key_.isEmpty() ? tr("New step %1: %2").arg(number, kind)
                                         : tr("Step %1: %2").arg(number, kind);
    title_->setText(QStringLiteral("<b>%1</b>").arg(title.toHtmlEscaped()));
    lists_->setText(tr("Fill from the Gazetteer"));
    lists_->setToolTip(tr("Sorts the units by a list of places: regions, resource-based cities, "
                          "pilots"));
    add_->setText(tr("&Add Step"));
    close_->setText(key_.isEmpty() ? tr("Cancel") : tr("Close"));
}

} // namespace citypanel::ui
