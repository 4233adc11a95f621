// SPDX-License-Identifier: GPL-3.0-or-later
// StepForm: the form of any step, made from its fields().
#pragma once

#include "core/recipe/step.h"

#include <QWidget>

class QFormLayout;

namespace citypanel::ui {

struct EditorContext;

class StepForm final : public QWidget {
    Q_OBJECT

public:
    explicit StepForm(QWidget* parent = nullptr);

    /// Shows a step's fields, with the columns and the files it may name.
    void setStep(const recipe::Step& step, const recipe::Columns& columns,
                 const QStringList& sources = {});

    [[nodiscard]] const recipe::Step& step() const { return step_; }

    /// Puts the focus into the first field.
    void focusFirst();

Q_SIGNALS:
    /// A field was edited; step() holds the new parameters.
    void edited(const QString& field);

private:
    template <typename S, typename M>
    void addField(std::string_view name, M S::*member, const EditorContext& context);
    void addRow(std::string_view name, QWidget* editor);
    void clear();

    recipe::Step step_;
    QFormLayout* form_;
    QWidget* first_ = nullptr; ///< editor of the first field
};

} // namespace citypanel::ui
