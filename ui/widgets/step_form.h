// SPDX-License-Identifier: GPL-3.0-or-later
// StepForm: the form of any step, made from its fields().
#pragma once

#include "core/recipe/step.h"

#include <QWidget>

#include <string_view>
#include <vector>

class QFormLayout;
class QLabel;

namespace citypanel::ui {

struct EditorContext;

class StepForm final : public QWidget {
    Q_OBJECT

public:
    explicit StepForm(QWidget* parent = nullptr);

    /// Shows a step's fields, with the columns and the files it may name.
    void setStep(const recipe::Step& step, const recipe::Columns& columns,
                 const QStringList& sources = {});

    /// With what was typed and taken over: a line is with Enter, or when it is left.
    [[nodiscard]] const recipe::Step& step() const { return step_; }

    /// With what is being typed too.
    [[nodiscard]] const recipe::Step& typedStep() const { return typed_; }

    /// Puts the focus into the first field.
    void focusFirst();

Q_SIGNALS:
    /// A field was edited; step() holds the new parameters.
    void edited(const QString& field);
    /// typedStep() is another; step() is not.
    void typed();

private:
    struct Row {
        std::string_view name; ///< of the field
        QLabel* label;         ///< nullptr: the editor says it itself
        QWidget* editor;
    };

    template <typename S, typename M>
    void addField(std::string_view name, M S::*member, const EditorContext& context);
    void addRow(std::string_view name, QWidget* editor);
    void clear();
    void setTexts();

    recipe::Step step_;
    recipe::Step typed_;
    bool isTyping_ = false; ///< an editor reports what is not taken over yet
    QFormLayout* form_;
    QWidget* first_ = nullptr; ///< editor of the first field
    std::vector<Row> rows_;
};

} // namespace citypanel::ui
