// SPDX-License-Identifier: GPL-3.0-or-later
// StepEditor: the form of one step: a step of the recipe, changed as one types, or a new one that
// is added by a button once it can run.
#pragma once

#include "core/project/journal.h"
#include "core/recipe/step.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace citypanel::ui {

class FewLinesLabel;
class ProjectSession;
class StepCodePane;
class StepForm;
class StepPreviewPane;

/// Asks whether a new step that is filled in and not added may go.
[[nodiscard]] bool mayDiscard(const recipe::Step& step, QWidget* parent);

class StepEditor final : public QWidget {
    Q_OBJECT

public:
    explicit StepEditor(ProjectSession& session, QWidget* parent = nullptr);

    /// Edits the step of the recipe with this key.
    void edit(const QString& key);
    /// Prepares a new step of this kind; Add puts it at position `at`.
    void prepare(const recipe::Step& step, std::size_t at);
    /// Shows a new step again as it was typed before a crash.
    void restore(const project::StepDraft& draft);
    void focusForm();
    /// Keeps to the recipe as it is now: closes where the step is gone.
    void follow();
    /// A new step was filled in and not added: asks whether it may go.
    [[nodiscard]] bool mayLeave();
    /// The panel that a step at this position reads.
    [[nodiscard]] Panel panelBefore(std::size_t at) const;

    /// Key of the step that is edited; empty for a new one.
    [[nodiscard]] QString key() const { return key_; }

Q_SIGNALS:
    void closed();
    /// A new step was added under this key.
    void added(const QString& key);
    /// A cell of the preview was chosen.
    void placeRequested(const citypanel::Place& place);

protected:
    /// Escape leaves the form; a new step that was filled in does not go without asking.
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] recipe::Columns columnsBefore(std::size_t at) const;
    [[nodiscard]] recipe::Step boundStep() const;
    [[nodiscard]] QStringList sourceNames() const;
    void showForm(const recipe::Step& step);
    void showLists();
    void fillFrom(const QString& list);
    void showChecks();
    /// The session keeps what the recipe does not have.
    void keepDraft();
    void showProblems(const Problems& problems);
    void change(const QString& field);
    void add();
    void setTexts();

    ProjectSession& session_;
    QString key_;
    std::size_t at_ = 0;
    recipe::Step prepared_; ///< the new step as its form began
    QLabel* title_;
    FewLinesLabel* sentence_;
    StepForm* form_;
    StepPreviewPane* preview_;
    StepCodePane* code_;
    QToolButton* lists_; ///< fills groups and pilots from the gazetteer
    FewLinesLabel* checks_;
    QScrollArea* scroll_; ///< around form, preview and code
    QPushButton* add_;
    QPushButton* close_;
};

} // namespace citypanel::ui
