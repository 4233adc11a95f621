// SPDX-License-Identifier: GPL-3.0-or-later
// SpecPanel: one model by roles: variables given a role by key, double click or drag.
#pragma once

#include "core/study/regression_study.h"
#include "ui/regression/model_spec.h"
#include "ui/widgets/roles_panel.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace citypanel::ui {

class ErrorsEdit;
class RoleEdit;

class SpecPanel final : public RolesPanel {
    Q_OBJECT

public:
    explicit SpecPanel(QWidget* parent = nullptr);

    void setPanel(const Panel& panel);
    /// Shows a model. An empty vcov means that no standard errors were chosen yet.
    void setModel(const ModelSpec& spec, const study::RegressionColumn& column);

    [[nodiscard]] const ModelSpec& spec() const { return spec_; }

    /// The model as it stands, with its formula.
    [[nodiscard]] study::RegressionColumn column() const;
    /// What is still to be chosen before the model can be estimated; empty when nothing is.
    [[nodiscard]] QString missing() const;

Q_SIGNALS:
    void edited();

private:
    enum class Role { Outcome, Core, Control, Effect, Endogenous, Instrument };

    QWidget* makeForm();
    void give(const QString& name, Role role);
    void giveByKey(const QString& name, int key);
    void giveNext(const QString& name);
    /// Standard errors clustered by that variable.
    void clusterBy(const QString& name);
    void read();
    void showSpec();
    void setTexts();
    void setEstimators();

    ModelSpec spec_;
    study::RegressionColumn column_;
    RoleEdit* outcome_;
    RoleEdit* core_;
    RoleEdit* controls_;
    RoleEdit* effects_;
    RoleEdit* endogenous_;
    RoleEdit* instruments_;
    QComboBox* estimator_;
    ErrorsEdit* errors_;
    QComboBox* ssc_;
    QLineEdit* where_;
    QLineEdit* weights_;
    QFormLayout* form_;
};

} // namespace citypanel::ui
