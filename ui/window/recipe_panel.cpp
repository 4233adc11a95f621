// SPDX-License-Identifier: GPL-3.0-or-later
// The list of steps, its tools, and the form below it.
#include "ui/window/recipe_panel.h"

#include "core/recipe/templates.h"
#include "ui/models/recipe_model.h"
#include "ui/models/step_names.h"
#include "ui/models/step_purposes.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/window/step_delegate.h"
#include "ui/window/step_editor.h"
#include "ui/window/window_actions.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <vector>

namespace citypanel::ui {

namespace {

constexpr int titleMargins = 26; // at its sides, and before the buttons
constexpr int editorShare = 70;  // per cent of the height

/// The continuous variables that have gaps; all of them where none has.
std::vector<ColumnName> variablesWithGaps(const Panel& panel) {
    const std::vector<ColumnName> all = recipe::continuousVariables(panel);
    std::vector<ColumnName> gaps;
    std::copy_if(all.begin(), all.end(), std::back_inserter(gaps), [&](const ColumnName& name) {
        const auto values = panel.find(name.text)->numbers();
        return std::any_of(values.begin(), values.end(), [](double v) { return isMissing(v); });
    });
    return gaps.empty() ? all : gaps;
}

/// What a new step most likely is for, among what the panel holds where the step will stand:
/// continuous variables (dummies are left alone), and the first period as a base.
void preselect(recipe::Step& step, const Panel& panel) {
    if (auto* winsorise = std::get_if<recipe::WinsoriseStep>(&step)) {
        winsorise->variables = recipe::continuousVariables(panel);
    } else if (auto* interpolate = std::get_if<recipe::InterpolateStep>(&step)) {
        interpolate->variables = variablesWithGaps(panel);
    } else if (auto* deflate = std::get_if<recipe::DeflateStep>(&step)) {
        const auto periods = panel.distinctPeriods();
        deflate->basePeriod = periods.empty() ? 0 : periods.front();
    } else if (auto* coal = std::get_if<recipe::StandardCoalStep>(&step)) {
        coal->carriers = recipe::coalStepOf(panel).carriers; // examples of how a line is written
    }
}

} // namespace

RecipePanel::RecipePanel(ProjectSession& session, const WindowActions& actions, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , actions_(actions)
    , model_(new RecipeModel(this))
    , title_(new QLabel(this))
    , empty_(new QLabel(this))
    , list_(new QListView(this))
    , splitter_(new QSplitter(this))
    , editor_(new StepEditor(session, this))
    , add_(new QToolButton(this))
    , kinds_(new QMenu(this)) {
    setObjectName(QStringLiteral("recipePanel"));
    title_->setObjectName(QStringLiteral("recipeTitle"));
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(12, 6, 6, 4);
    tools->setSpacing(1);
    tools->addWidget(title_, 1);
    tools->addWidget(add_);
    for (const char* id : {"recipe.edit", "recipe.up", "recipe.down", "recipe.delete"}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(actions[id]);
        button->setAutoRaise(true);
        tools->addWidget(button);
    }
    add_->setObjectName(QStringLiteral("addStepMenu"));
    add_->setIcon(icon("add"));
    add_->setAutoRaise(true);
    add_->setMenu(kinds_);
    add_->setPopupMode(QToolButton::InstantPopup);
    empty_->setWordWrap(true);
    empty_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    empty_->setContentsMargins(12, 8, 12, 8);

    list_->setObjectName(QStringLiteral("recipeList"));
    list_->setModel(model_);
    list_->setItemDelegate(new StepDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setResizeMode(QListView::Adjust);
    list_->setDragDropMode(QAbstractItemView::InternalMove);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->installEventFilter(this);
    list_->viewport()->installEventFilter(this);
    editor_->hide();

    splitter_->setOrientation(Qt::Vertical);
    splitter_->addWidget(list_);
    splitter_->addWidget(editor_);
    splitter_->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(empty_);
    column->addWidget(splitter_, 1);

    connect(model_, &RecipeModel::enableRequested, this, &RecipePanel::enable);
    connect(model_, &RecipeModel::moveRequested, this, &RecipePanel::move);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RecipePanel::showCurrent);
    connect(list_, &QListView::activated, this,
            [this](const QModelIndex& index) { openStep(model_->keyOf(index.row())); });
    connect(editor_, &StepEditor::closed, this, [this] {
        editor_->hide();
        list_->setFocus();
    });
    connect(editor_, &StepEditor::added, this, [this](const QString& key) {
        showRecipe();
        openStep(key);
        editor_->hide();
        list_->setFocus();
    });
    connect(editor_, &StepEditor::placeRequested, this, &RecipePanel::placeRequested);
    connectSession();
    connectActions(actions);
    translated(this, [this] { setTexts(); });
    showRecipe();
}

int RecipePanel::leastWidth() const {
    // Measured by hand: the title hears of another font later than the window.
    QFont bold = QApplication::font();
    bold.setBold(true);
    int width = titleMargins + QFontMetrics(bold).horizontalAdvance(tr("Recipe"));
    for (const auto* button : findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly)) {
        width += button->sizeHint().width() + 1;
    }
    return width;
}

void RecipePanel::connectSession() {
    connect(&session_, &ProjectSession::projectReplaced, this, [this] {
        lastRow_ = -1;
        editor_->hide(); // it belongs to the project before
    });
    connect(&session_, &ProjectSession::draftsRecovered, this, [this] {
        const auto restore = [this] {
            if (const auto draft = session_.stepDraft(); draft && draft->key.empty()) {
                editor_->restore(*draft);
                showEditor();
            }
        };
        restore();
        // The variables that its fields know come with the evaluation.
        connect(&session_, &ProjectSession::evaluationChanged, this, restore,
                Qt::SingleShotConnection);
    });
    connect(&session_, &ProjectSession::projectChanged, this, &RecipePanel::showRecipe);
    connect(&session_, &ProjectSession::evaluationChanged, this, &RecipePanel::showRecipe);
}

void RecipePanel::connectActions(const WindowActions& actions) {
    connect(actions["recipe.add"], &QAction::triggered, this, &RecipePanel::chooseNewStep);
    connect(actions["recipe.edit"], &QAction::triggered, this, [this] { openStep(currentKey()); });
    connect(actions["recipe.toggle"], &QAction::triggered, this, &RecipePanel::toggleCurrent);
    connect(actions["recipe.up"], &QAction::triggered, this, [this] { moveCurrent(-1); });
    connect(actions["recipe.down"], &QAction::triggered, this, [this] { moveCurrent(1); });
    connect(actions["recipe.delete"], &QAction::triggered, this, &RecipePanel::deleteCurrent);
}

void RecipePanel::focusList() {
    if (!isVisible()) {
        return;
    }
    (list_->isVisible() ? static_cast<QWidget*>(list_) : add_)->setFocus(Qt::ShortcutFocusReason);
}

bool RecipePanel::openStep(const QString& key) {
    const int row = model_->rowOf(key);
    if (row < 0) {
        return false;
    }
    if (!editor_->isHidden() && !editor_->mayLeave()) {
        return true;
    }
    list_->setCurrentIndex(model_->index(row));
    editor_->edit(key);
    showEditor();
    return true;
}

void RecipePanel::chooseNewStep() {
    add_->showMenu();
}

void RecipePanel::prepareStep(const QString& stepId) {
    auto step = recipe::stepOfId(stepId.toStdString());
    if (!step || (!editor_->isHidden() && !editor_->mayLeave())) {
        return;
    }
    const int current = list_->currentIndex().row();
    const std::size_t at = current < 0 ? session_.project()->recipe.steps.size()
                                       : static_cast<std::size_t>(current) + 1;
    preselect(*step, editor_->panelBefore(at));
    editor_->prepare(*step, at);
    showEditor();
}

void RecipePanel::showEditor() {
    if (editor_->isHidden()) {
        // A form with its preview needs more height than a few steps of the list.
        const int height = splitter_->height();
        splitter_->setSizes({height - height * editorShare / 100, height * editorShare / 100});
    }
    editor_->show();
    editor_->focusForm();
    list_->scrollTo(list_->currentIndex());
}

void RecipePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        list_->doItemsLayout();
    }
    QWidget::changeEvent(event);
}

bool RecipePanel::eventFilter(QObject* watched, QEvent* event) {
    // The sentences wrap: another width gives the steps other heights, which a list does not ask
    // for by itself.
    if (watched == list_->viewport() && event->type() == QEvent::Resize) {
        QMetaObject::invokeMethod(list_, &QListView::doItemsLayout, Qt::QueuedConnection);
    }
    if (watched == list_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool hasAlt = key->modifiers() == Qt::AltModifier;
        if (hasAlt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            deleteCurrent();
            return true;
        }
        if (key->key() == Qt::Key_Space) {
            toggleCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RecipePanel::showRecipe() {
    nameSteps(session_.project()->recipe); // before anything shows a message
    const QString key = currentKey();
    const bool hadFocus = hasFocusWithin();
    model_->show(session_.project()->recipe, session_.evaluation()->recipe);
    if (!editor_->isHidden()) {
        editor_->follow();
    }
    // In the place of a step that went stands the next one, or the last.
    const int row =
        model_->rowOf(key) >= 0 ? model_->rowOf(key) : std::min(lastRow_, model_->rowCount() - 1);
    if (row >= 0) {
        list_->setCurrentIndex(model_->index(row));
    }
    const bool isEmpty = model_->rowCount() == 0;
    empty_->setVisible(isEmpty);
    list_->setVisible(!isEmpty);
    list_->doItemsLayout();
    showCurrent();
    if (hadFocus && !hasFocusWithin()) {
        focusList();
    }
}

bool RecipePanel::hasFocusWithin() const {
    const QWidget* focus = QApplication::focusWidget();
    return focus != nullptr && isAncestorOf(focus) && focus->isVisible();
}

void RecipePanel::showCurrent() {
    const int row = list_->currentIndex().row();
    const bool hasStep = row >= 0;
    lastRow_ = hasStep ? row : lastRow_;
    for (const char* id : {"recipe.edit", "recipe.toggle", "recipe.delete"}) {
        actions_[id]->setEnabled(hasStep);
    }
    actions_["recipe.up"]->setEnabled(row > 0);
    actions_["recipe.down"]->setEnabled(hasStep && row + 1 < model_->rowCount());
    if (hasStep && !editor_->isHidden() && !editor_->key().isEmpty()) {
        editor_->edit(model_->keyOf(row));
    }
}

void RecipePanel::fillMenu() {
    kinds_->clear();
    for (const StepPurpose& purpose : stepPurposes()) {
        kinds_->addSection(purpose.title);
        for (const QString& stepId : purpose.stepIds) {
            QAction* action = kinds_->addAction(stepTitle(stepId.toStdString()));
            action->setObjectName(QStringLiteral("add.") + stepId);
            connect(action, &QAction::triggered, this, [this, stepId] { prepareStep(stepId); });
        }
    }
}

void RecipePanel::moveCurrent(int by) {
    const int row = list_->currentIndex().row();
    const int to = row + by;
    if (row >= 0 && to >= 0 && to < model_->rowCount()) {
        move(currentKey(), to);
    }
}

void RecipePanel::toggleCurrent() {
    const QModelIndex current = list_->currentIndex();
    if (current.isValid()) {
        enable(currentKey(), current.data(Qt::CheckStateRole).toInt() != Qt::Checked);
    }
}

void RecipePanel::deleteCurrent() {
    const std::string key = currentKey().toStdString();
    if (key.empty()) {
        return;
    }
    if (editor_->key() == currentKey()) {
        editor_->hide();
    }
    session_.edit(tr("Delete step"), [key](project::Project p) {
        p.recipe = recipe::withoutStep(std::move(p.recipe), key);
        return p;
    });
    focusList();
}

void RecipePanel::move(const QString& key, int to) {
    session_.edit(tr("Move step"), [k = key.toStdString(), to](project::Project p) {
        p.recipe = recipe::withMoved(std::move(p.recipe), k, static_cast<std::size_t>(to));
        return p;
    });
}

void RecipePanel::enable(const QString& key, bool isEnabled) {
    session_.edit(isEnabled ? tr("Switch step on") : tr("Switch step off"),
                  [k = key.toStdString(), isEnabled](project::Project p) {
                      p.recipe = recipe::withEnabled(std::move(p.recipe), k, isEnabled);
                      return p;
                  });
}

QString RecipePanel::currentKey() const {
    return list_->currentIndex().data(RecipeModel::KeyRole).toString();
}

void RecipePanel::setTexts() {
    title_->setText(QStringLiteral("<b>%1</b>").arg(tr("Recipe").toHtmlEscaped()));
    add_->setToolTip(actions_["recipe.add"]->toolTip());
    add_->setAccessibleName(tr("Add a step"));
    list_->setAccessibleName(tr("Steps of the recipe"));
    list_->setToolTip(tr("Space switches a step on or off, Alt+Up and Alt+Down move it, "
                         "Enter edits it."));
    empty_->setText(tr("No steps yet: the data go to the models as they were read.\n\nAdd a step "
                       "to fill gaps, limit outliers, calculate a variable or choose a sample."));
    fillMenu();
    model_->retranslate();
    list_->doItemsLayout();
}

} // namespace citypanel::ui
