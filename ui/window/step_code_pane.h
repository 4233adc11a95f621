// SPDX-License-Identifier: GPL-3.0-or-later
// StepCodePane: the step in the form as commands of Stata and R, behind a button that unfolds it.
#pragma once

#include "core/recipe/step.h"
#include "core/text/step_code.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QToolButton;

namespace citypanel::ui {

class StepCodePane final : public QWidget {
    Q_OBJECT

public:
    explicit StepCodePane(QWidget* parent = nullptr);

    /// The commands of the step on the columns before it.
    void show(const recipe::Step& step, const recipe::Columns& before);
    /// Shows nothing, for a step that cannot run.
    void clear();

private:
    void fill();
    void setTexts();

    recipe::Step step_;
    recipe::Columns before_;
    QToolButton* toggle_;
    QComboBox* languages_;
    QToolButton* copy_;
    QPlainTextEdit* code_;
};

} // namespace citypanel::ui
