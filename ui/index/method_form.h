// SPDX-License-Identifier: GPL-3.0-or-later
// MethodForm: how weights come about, every convention by name; those that do not matter hidden.
#pragma once

#include "core/recipe/index_step.h"

#include <QWidget>

class QFormLayout;

namespace citypanel::ui {

class MethodForm final : public QWidget {
    Q_OBJECT

public:
    explicit MethodForm(QWidget* parent = nullptr);

    void setStep(const recipe::IndexStep& step);

Q_SIGNALS:
    void edited(const citypanel::recipe::IndexStep& step);

private:
    template <typename Member>
    void addField(const char* name, Member recipe::IndexStep::*member);
    void takeEdit(recipe::IndexStep changed);
    void addJudgements();
    void fill();

    recipe::IndexStep step_;
    QFormLayout* form_;
};

} // namespace citypanel::ui
