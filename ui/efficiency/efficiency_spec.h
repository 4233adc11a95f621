// SPDX-License-Identifier: GPL-3.0-or-later
// EfficiencySpec: the roles of variables and the questions of the model, beside the results.
#pragma once

#include "core/panel/panel.h"
#include "core/recipe/efficiency_step.h"
#include "ui/widgets/roles_panel.h"

class QLabel;
class QPushButton;

namespace citypanel::ui {

class ModelQuestions;
class RoleTable;

class EfficiencySpec final : public RolesPanel {
    Q_OBJECT

public:
    explicit EfficiencySpec(QWidget* parent = nullptr);

    void setPanel(const Panel& panel);
    void setStep(const recipe::EfficiencyStep& step);

    [[nodiscard]] const recipe::EfficiencyStep& step() const { return step_; }

    /// What is still to be chosen; empty where the model can be run.
    [[nodiscard]] QString missing() const;

Q_SIGNALS:
    void edited();

private:
    enum class Role { None, Input, Good, Bad };

    QWidget* makeForm();
    void give(const QString& name, Role role);
    void giveAll(const QStringList& names, Role role);
    void giveNext(const QString& name);
    void giveByKey(const QString& name, int key);
    void giveByName();
    [[nodiscard]] Role roleOf(const QString& name) const;
    void take(const std::string& name);
    void read();
    void showStep();
    void setTexts();

    Panel panel_;
    recipe::EfficiencyStep step_;
    QPushButton* guess_;
    QLabel* inputsLabel_;
    QLabel* goodLabel_;
    QLabel* badLabel_;
    RoleTable* inputs_;
    RoleTable* good_;
    RoleTable* bad_;
    ModelQuestions* questions_;
};

} // namespace citypanel::ui
