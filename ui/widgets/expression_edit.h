// SPDX-License-Identifier: GPL-3.0-or-later
// ExpressionEdit: a line for a column expression, checked while one types.
#pragma once

#include "core/recipe/step_effect.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;

namespace citypanel::ui {

class ExpressionEdit final : public QWidget {
    Q_OBJECT

public:
    /// Names of columns and functions are completed; the first mistake is shown below the line with
    /// what stands at its place, and without one the unit of measure that follows.
    ExpressionEdit(const QString& text, const recipe::Columns& columns, QWidget* parent = nullptr);

    ~ExpressionEdit() override;

    [[nodiscard]] QLineEdit* line() const { return line_; }

    /// Character of the line at which the first mistake stands.
    [[nodiscard]] std::optional<int> mistakeAt() const { return mistakeAt_; }

    void changeEvent(QEvent* event) override;

Q_SIGNALS:
    /// The person left the line or pressed Enter, with another text.
    void edited(const QString& text);

private:
    void check();
    void showMistake(const Problem& problem);
    void showUnit();

    recipe::Columns columns_;
    QLineEdit* line_;
    QLabel* hint_;
    QString last_;
    std::optional<int> mistakeAt_;
};

} // namespace citypanel::ui
