// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a method.
#include "ui/index/method_form.h"

#include "core/index/judgement_sets.h"
#include "ui/index/judgement_editor.h"
#include "ui/models/words.h"
#include "ui/widgets/field_editors.h"
#include "ui/widgets/language.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>
#include <tuple>
#include <utility>

namespace citypanel::ui {

namespace {

using index::WeightMethod;

bool uses(const recipe::IndexStep& step, WeightMethod method) {
    return step.method == method || (step.method == WeightMethod::Combined &&
                                     std::find(step.components.begin(), step.components.end(),
                                               method) != step.components.end());
}

/// What decides which fields there are.
auto questionsOf(const recipe::IndexStep& step) {
    return std::tuple(step.method, step.components, step.shift > 0);
}

} // namespace

MethodForm::MethodForm(QWidget* parent) : QWidget(parent), form_(new QFormLayout(this)) {
    setObjectName(QStringLiteral("methodForm"));
    form_->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setVerticalSpacing(4);
    translated(this, [this] { fill(); });
}

void MethodForm::setStep(const recipe::IndexStep& step) {
    if (!(step == step_)) {
        step_ = step;
        fill();
    }
}

template <typename Member>
void MethodForm::addField(const char* name, Member recipe::IndexStep::*member) {
    QWidget* editor =
        fieldEditor(step_.*member, EditorContext{}, OnChange<Member>([this, member](Member value) {
                        recipe::IndexStep changed = step_;
                        changed.*member = std::move(value);
                        takeEdit(std::move(changed));
                    }));
    editor->setObjectName(QLatin1String(name));
    auto* label = new QLabel(fieldLabel(name), this);
    label->setBuddy(editor);
    label->setWordWrap(true); // else the longest label makes the form wider than its pane
    editor->setAccessibleName(label->text());
    form_->addRow(label);
    form_->addRow(editor);
}

void MethodForm::takeEdit(recipe::IndexStep changed) {
    if (uses(changed, WeightMethod::Hierarchy)) { // begins with all as important
        changed.judgements = index::completedJudgements(changed.indicators, changed.judgements);
    }
    const bool isOtherForm = questionsOf(changed) != questionsOf(step_);
    // Taken over first, so that the editor that speaks stays; other fields come when it has spoken.
    step_ = changed;
    Q_EMIT edited(changed);
    if (isOtherForm) {
        QMetaObject::invokeMethod(this, &MethodForm::fill, Qt::QueuedConnection);
    }
}

void MethodForm::addJudgements() {
    auto* editor = new JudgementEditor(this);
    editor->setJudgements(step_.indicators, step_.judgements);
    connect(editor, &JudgementEditor::edited, this,
            [this](const std::vector<index::Judgements>& judgements) {
                recipe::IndexStep changed = step_;
                changed.judgements = judgements;
                takeEdit(std::move(changed));
            });
    form_->addRow(editor);
}

void MethodForm::fill() {
    while (form_->rowCount() > 0) {
        form_->removeRow(0);
    }
    using recipe::IndexStep;
    addField("name", &IndexStep::name);
    addField("label", &IndexStep::label);
    addField("weighting", &IndexStep::method);
    if (step_.method == WeightMethod::Combined) {
        addField("components", &IndexStep::components);
        addField("combination", &IndexStep::combination);
    }
    if (uses(step_, WeightMethod::Hierarchy)) {
        addJudgements();
    }
    if (uses(step_, WeightMethod::Given)) {
        addField("weights", &IndexStep::weights);
    }
    if (uses(step_, WeightMethod::Critic)) {
        addField("conflict", &IndexStep::conflict);
    }
    if (uses(step_, WeightMethod::Variation)) {
        addField("variation_of", &IndexStep::variationOf);
    }
    addField("normalisation", &IndexStep::normalisation);
    addField("scope", &IndexStep::scope);
    addField("stages", &IndexStep::stages);
    if (uses(step_, WeightMethod::Entropy)) {
        addField("shift", &IndexStep::shift);
        if (step_.shift > 0) {
            addField("shifted_score", &IndexStep::shiftedScore);
        }
    }
    addField("aggregation", &IndexStep::aggregation);
    addField("sub_indices", &IndexStep::subIndices);
    addField("sub_names", &IndexStep::subNames);
    addField("incomplete", &IndexStep::incomplete);
}

} // namespace citypanel::ui
