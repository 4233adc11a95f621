// SPDX-License-Identifier: GPL-3.0-or-later
// One row a field, with the editor of its type.
#include "ui/widgets/step_form.h"

#include "ui/models/words.h"
#include "ui/widgets/field_editors.h"
#include "ui/widgets/language.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>

#include <type_traits>
#include <variant>

namespace citypanel::ui {

namespace {

/// Most lists are of numbers to calculate with. Rows are matched by keys and texts too, and any
/// column but a key can be dropped.
template <typename S>
EditorContext contextOf(const EditorContext& context) {
    EditorContext own = context;
    if constexpr (std::is_same_v<S, recipe::MergeStep>) {
        own.numericColumns = context.columns;
    } else if constexpr (std::is_same_v<S, recipe::DropStep>) {
        own.numericColumns = context.columns;
        own.numericColumns.removeAll(qs(context.known.keys.unit));
        own.numericColumns.removeAll(qs(context.known.keys.period));
    }
    return own;
}

/// How a line of carriers is written, the units there are, and the coefficients of the standard.
QString carriersHint() {
    QStringList units;
    for (const auto& unit : enumNames(prepare::EnergyUnit{})) {
        units.append(memberText(unit.value));
    }
    QStringList coefficients;
    for (const prepare::CoalCoefficient& known : prepare::coalCoefficients) {
        coefficients.append(QStringLiteral("%1 %2").arg(
            QString::fromUtf8(known.carrier.data(), static_cast<qsizetype>(known.carrier.size())),
            memberText(known.coefficient)));
    }
    return StepForm::tr("One carrier a line, e.g. electricity, 1e4_kwh, 0.1229\nUnits: %1\n"
                        "GB/T 2589-2020, kgce per kg, m3, kWh or MJ: %2")
        .arg(units.join(QStringLiteral(", ")), coefficients.join(QStringLiteral("; ")));
}

} // namespace

StepForm::StepForm(QWidget* parent) : QWidget(parent), form_(new QFormLayout(this)) {
    setObjectName(QStringLiteral("stepForm"));
    form_->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setVerticalSpacing(4);
    translated(this, [this] { setTexts(); });
}

void StepForm::setStep(const recipe::Step& step, const recipe::Columns& columns,
                       const QStringList& sources) {
    clear();
    step_ = step;
    typed_ = step;
    EditorContext context = editorContext(columns, sources);
    context.typing = [this](const std::function<void()>& report) {
        isTyping_ = true;
        report();
        isTyping_ = false;
        Q_EMIT typed();
    };
    std::visit(
        [&](const auto& known) {
            using S = std::decay_t<decltype(known)>;
            if constexpr (recipe::KnownStep<S>) {
                const EditorContext own = contextOf<S>(context);
                S::fields().each(
                    [&](const auto& field) { addField<S>(field.name, field.member, own); });
            }
        },
        step);
    setTexts();
}

void StepForm::focusFirst() {
    if (first_ != nullptr) {
        first_->setFocus(Qt::OtherFocusReason);
    }
}

template <typename S, typename M>
void StepForm::addField(std::string_view name, M S::*member, const EditorContext& context) {
    const QString field = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    addRow(name, fieldEditor(std::get<S>(step_).*member, context,
                             OnChange<M>([this, member, field](M value) {
                                 std::get<S>(typed_).*member = value;
                                 if (isTyping_) {
                                     return;
                                 }
                                 std::get<S>(step_).*member = std::move(value);
                                 Q_EMIT edited(field);
                             })));
}

void StepForm::addRow(std::string_view name, QWidget* editor) {
    editor->setObjectName(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    if (first_ == nullptr) {
        first_ = editor;
    }
    if (qobject_cast<QCheckBox*>(editor) != nullptr) {
        rows_.push_back({name, nullptr, editor});
        form_->addRow(editor);
        return;
    }
    // A row of its own gives the label the whole width before it wraps.
    auto* text = new QLabel(this);
    text->setWordWrap(true);
    text->setBuddy(editor);
    form_->addRow(text);
    form_->addRow(editor);
    rows_.push_back({name, text, editor});
}

void StepForm::setTexts() {
    for (const Row& row : rows_) {
        const QString label = fieldLabel(row.name);
        nameEditor(row.editor, label);
        if (row.label != nullptr) {
            row.label->setText(label);
        } else {
            static_cast<QCheckBox*>(row.editor)->setText(label);
        }
        if (auto* lines = qobject_cast<QPlainTextEdit*>(row.editor);
            lines != nullptr && row.name == "carriers") {
            lines->setToolTip(carriersHint());
            lines->setPlaceholderText(carriersHint());
        }
    }
}

void StepForm::clear() {
    first_ = nullptr;
    rows_.clear();
    while (form_->rowCount() > 0) {
        form_->removeRow(0);
    }
}

} // namespace citypanel::ui
