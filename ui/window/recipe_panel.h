// SPDX-License-Identifier: GPL-3.0-or-later
// RecipePanel: the steps on the right of the window: order, switches, forms, and new steps.
#pragma once

#include "core/base/problem.h"

#include <QWidget>

class QLabel;
class QListView;
class QMenu;
class QSplitter;
class QToolButton;

namespace citypanel::ui {

class ProjectSession;
class RecipeModel;
class StepEditor;
class WindowActions;

class RecipePanel final : public QWidget {
    Q_OBJECT

public:
    RecipePanel(ProjectSession& session, const WindowActions& actions, QWidget* parent = nullptr);

    void focusList();
    /// The width at which its title and its buttons stand side by side.
    [[nodiscard]] int leastWidth() const;
    /// Chooses the step with this key and opens its form; false when there is none.
    bool openStep(const QString& key);
    /// Shows the kinds of step to choose from.
    void chooseNewStep();
    /// Opens the form of a new step of this kind.
    void prepareStep(const QString& stepId);

    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// A cell that the step in the form changes was chosen.
    void placeRequested(const citypanel::Place& place);

private:
    void connectSession();
    void connectActions(const WindowActions& actions);
    void showEditor();
    void showRecipe();
    void showCurrent();
    void fillMenu();
    void moveCurrent(int by);
    void toggleCurrent();
    void deleteCurrent();
    void move(const QString& key, int to);
    void enable(const QString& key, bool isEnabled);
    [[nodiscard]] QString currentKey() const;
    /// Whether the focus is on something that is seen in this pane.
    [[nodiscard]] bool hasFocusWithin() const;
    void setTexts();

    ProjectSession& session_;
    const WindowActions& actions_;
    RecipeModel* model_;
    QLabel* title_;
    QLabel* empty_;
    QListView* list_;
    QSplitter* splitter_;
    StepEditor* editor_;
    QToolButton* add_;
    QMenu* kinds_;
    int lastRow_ = -1; ///< that was current; -1: none since the project was opened
};

} // namespace citypanel::ui
