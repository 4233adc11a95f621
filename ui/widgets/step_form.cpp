// SPDX-License-Identifier: GPL-3.0-or-later
// One row a field, with the editor of its type.
#include "ui/widgets/step_form.h"

#include "ui/widgets/field_editors.h"

#include <QFormLayout>
#include <QLabel>

#include <variant>

namespace citypanel::ui {

StepForm::StepForm(QWidget* parent) : QWidget(parent), form_(new QFormLayout(this)) {
    setObjectName(QStringLiteral("stepForm"));
    form_->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setVerticalSpacing(4);
}

void StepForm::setStep(const recipe::Step& step, const recipe::Columns& columns,
                       const QStringList& sources) {
    clear();
    step_ = step;
    const EditorContext context = editorContext(columns, sources);
    std::visit(
        [&](const auto& known) {
            using S = std::decay_t<decltype(known)>;
            if constexpr (recipe::KnownStep<S>) {
                std::apply([&](const auto&... f) { (addField<S>(f.name, f.member, context), ...); },
                           S::fields());
            }
        },
        step);
}

void StepForm::focusFirst() {
    if (form_->rowCount() > 0) {
        form_->itemAt(0, QFormLayout::FieldRole)->widget()->setFocus(Qt::OtherFocusReason);
    }
}

template <typename S, typename M>
void StepForm::addField(std::string_view name, M S::*member, const EditorContext& context) {
    const QString field = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    addRow(name, fieldEditor(std::get<S>(step_).*member, context,
                             OnChange<M>([this, member, field](M value) {
                                 std::get<S>(step_).*member = std::move(value);
                                 Q_EMIT edited(field);
                             })));
}

void StepForm::addRow(std::string_view name, QWidget* editor) {
    const QString label = fieldLabel(name);
    editor->setObjectName(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    editor->setAccessibleName(label);
    auto* text = new QLabel(label, this);
    text->setBuddy(editor);
    form_->addRow(text, editor);
}

void StepForm::clear() {
    while (form_->rowCount() > 0) {
        form_->removeRow(0);
    }
}

} // namespace citypanel::ui
