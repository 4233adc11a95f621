// SPDX-License-Identifier: GPL-3.0-or-later
// Giving roles by key, double click and drop; keeping step, roles and questions alike.
#include "ui/efficiency/efficiency_spec.h"

#include "core/frontier/role_suggestion.h"
#include "ui/efficiency/model_questions.h"
#include "ui/efficiency/role_table.h"
#include "ui/widgets/language.h"
#include "ui/widgets/variable_list.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace citypanel::ui {

namespace {

using frontier::RoleVariable;

std::vector<RoleVariable> withWeights(const std::vector<ColumnName>& names,
                                      const std::vector<double>& weights) {
    std::vector<RoleVariable> variables;
    for (std::size_t i = 0; i < names.size(); ++i) {
        variables.push_back({.variable = names[i]});
        if (weights.size() == names.size()) {
            variables.back().weight = weights[i];
        }
    }
    return variables;
}

std::vector<ColumnName> namesOf(const std::vector<RoleVariable>& variables) {
    std::vector<ColumnName> names;
    names.reserve(variables.size());
    for (const RoleVariable& variable : variables) {
        names.push_back(variable.variable);
    }
    return names;
}

/// One weight a variable where any was given, the others 1; none where all are the usual ones.
std::vector<double> weightsOf(const std::vector<RoleVariable>& variables) {
    std::vector<double> weights;
    bool hasAny = false;
    for (const RoleVariable& variable : variables) {
        weights.push_back(variable.weight.value_or(1.0));
        hasAny = hasAny || variable.weight.has_value();
    }
    return hasAny ? weights : std::vector<double>{};
}

void removeName(std::vector<ColumnName>& names, std::vector<double>& weights,
                const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), ColumnName(name));
    if (found == names.end()) {
        return;
    }
    if (weights.size() == names.size()) {
        weights.erase(weights.begin() + (found - names.begin()));
    }
    names.erase(found);
}

void addName(std::vector<ColumnName>& names, std::vector<double>& weights, const QString& name) {
    names.emplace_back(name.toStdString());
    if (!weights.empty()) {
        weights.push_back(1.0);
    }
}

} // namespace

EfficiencySpec::EfficiencySpec(QWidget* parent)
    : RolesPanel(parent)
    , guess_(new QPushButton(this))
    , inputsLabel_(new QLabel(this))
    , goodLabel_(new QLabel(this))
    , badLabel_(new QLabel(this))
    , inputs_(new RoleTable(this))
    , good_(new RoleTable(this))
    , bad_(new RoleTable(this))
    , questions_(new ModelQuestions(this)) {
    guess_->setObjectName(QStringLiteral("guessRoles"));
    setForm(makeForm(), 210);

    connect(variables_, &VariableList::keyPressed, this, &EfficiencySpec::giveByKey);
    connect(variables_, &VariableList::activated, this, &EfficiencySpec::giveNext);
    connect(guess_, &QPushButton::clicked, this, &EfficiencySpec::giveByName);
    for (const auto& [table, role] : {std::pair{inputs_, Role::Input}, std::pair{good_, Role::Good},
                                      std::pair{bad_, Role::Bad}}) {
        connect(table, &RoleTable::edited, this, &EfficiencySpec::read);
        connect(table, &RoleTable::letterTyped, this, &EfficiencySpec::giveByKey);
        connect(table, &RoleTable::namesDropped, this,
                [this, r = role](const QStringList& names) { giveAll(names, r); });
    }
    connect(questions_, &ModelQuestions::edited, this, &EfficiencySpec::read);
    translated(this, [this] { setTexts(); });
}

QWidget* EfficiencySpec::makeForm() {
    auto* holder = new QWidget;
    auto* form = new QVBoxLayout(holder);
    form->setContentsMargins(8, 4, 10, 8);
    form->setSpacing(3);
    form->addWidget(guess_);
    const std::array rows{std::pair{inputsLabel_, inputs_}, std::pair{goodLabel_, good_},
                          std::pair{badLabel_, bad_}};
    constexpr std::array names{"inputs", "good", "bad"};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows.at(i).first->setBuddy(rows.at(i).second);
        rows.at(i).second->setObjectName(QLatin1String(names.at(i)));
        form->addWidget(rows.at(i).first);
        form->addWidget(rows.at(i).second);
    }
    form->addWidget(questions_);
    form->addStretch(1);
    return holder;
}

void EfficiencySpec::setPanel(const Panel& panel) {
    panel_ = panel;
    variables_->setPanel(panel);
    QStringList groups;
    for (const Variable& column : panel.columns()) {
        const bool isKey =
            column.name() == panel.keys().unit || column.name() == panel.keys().period;
        if (column.type() != VariableType::Numeric && !isKey) {
            groups.append(QString::fromStdString(column.name()));
        }
    }
    questions_->setGroups(groups, !panel.isCrossSection());
    showStep();
}

void EfficiencySpec::setStep(const recipe::EfficiencyStep& step) {
    step_ = step;
    showStep();
}

QString EfficiencySpec::missing() const {
    if (step_.inputs.empty()) {
        return tr("Choose what is used: select a variable and press I, or drag it to the inputs.");
    }
    if (step_.good.empty()) {
        return tr("Choose what is made: select a variable and press O, or drag it to the desirable "
                  "outputs.");
    }
    if (step_.reference == frontier::Reference::Group && step_.group.empty()) {
        return tr("Choose the groups whose units are compared: no variable of this panel makes "
                  "groups yet.");
    }
    return {};
}

EfficiencySpec::Role EfficiencySpec::roleOf(const QString& name) const {
    return inputs_->contains(name) ? Role::Input
           : good_->contains(name) ? Role::Good
           : bad_->contains(name)  ? Role::Bad
                                   : Role::None;
}

void EfficiencySpec::take(const std::string& name) {
    removeName(step_.inputs, step_.inputWeights, name);
    removeName(step_.good, step_.goodWeights, name);
    removeName(step_.bad, step_.badWeights, name);
}

void EfficiencySpec::give(const QString& name, Role role) {
    const Role before = roleOf(name);
    const Variable* column = panel_.find(name.toStdString());
    if (column == nullptr || !column->isNumeric()) {
        return;
    }
    take(name.toStdString());
    // The same role again takes it away.
    if (role == Role::Input && before != role) {
        addName(step_.inputs, step_.inputWeights, name);
    } else if (role == Role::Good && before != role) {
        addName(step_.good, step_.goodWeights, name);
    } else if (role == Role::Bad && before != role) {
        addName(step_.bad, step_.badWeights, name);
    }
    showStep();
    Q_EMIT edited();
}

void EfficiencySpec::giveAll(const QStringList& names, Role role) {
    for (const QString& name : names) {
        if (roleOf(name) != role) {
            give(name, role);
        }
    }
}

void EfficiencySpec::giveNext(const QString& name) {
    switch (roleOf(name)) {
    case Role::None:
        return give(name, Role::Input);
    case Role::Input:
        return give(name, Role::Good);
    case Role::Good:
    case Role::Bad:
        return give(name, Role::Bad);
    }
}

void EfficiencySpec::giveByKey(const QString& name, int key) {
    switch (key) {
    case Qt::Key_I:
        return give(name, Role::Input);
    case Qt::Key_O:
    case Qt::Key_G:
        return give(name, Role::Good);
    case Qt::Key_B:
        return give(name, Role::Bad);
    default:
        break;
    }
}

void EfficiencySpec::giveByName() {
    const frontier::Technology roles = frontier::suggestRoles(panel_);
    step_.inputs = namesOf(roles.inputs);
    step_.good = namesOf(roles.good);
    step_.bad = namesOf(roles.bad);
    step_.inputWeights.clear();
    step_.goodWeights.clear();
    step_.badWeights.clear();
    showStep();
    Q_EMIT edited();
}

void EfficiencySpec::read() {
    step_ = questions_->answered(step_);
    step_.inputs = namesOf(inputs_->variables());
    step_.good = namesOf(good_->variables());
    step_.bad = namesOf(bad_->variables());
    step_.inputWeights = weightsOf(inputs_->variables());
    step_.goodWeights = weightsOf(good_->variables());
    step_.badWeights = weightsOf(bad_->variables());
    showStep();
    Q_EMIT edited();
}

void EfficiencySpec::showStep() {
    inputs_->setVariables(withWeights(step_.inputs, step_.inputWeights), panel_);
    good_->setVariables(withWeights(step_.good, step_.goodWeights), panel_);
    bad_->setVariables(withWeights(step_.bad, step_.badWeights), panel_);
    questions_->setStep(step_);
    guess_->setVisible(step_.inputs.empty() && step_.good.empty() && step_.bad.empty());
    QHash<QString, QString> marks;
    const auto mark = [&](const std::vector<ColumnName>& names, const char* key) {
        for (const ColumnName& name : names) {
            marks.insert(QString::fromStdString(name), QLatin1String(key));
        }
    };
    mark(step_.inputs, "I");
    mark(step_.good, "O");
    mark(step_.bad, "B");
    variables_->setMarks(marks);
}

void EfficiencySpec::setTexts() {
    hint_->setText(tr("Drag a variable to a list below, or press I, O or B; a double click goes "
                      "through the roles."));
    guess_->setText(tr("&Suggest Roles by Name"));
    guess_->setToolTip(tr("Capital, labour and energy make gross product and, undesired, CO2 and "
                          "PM2.5, where columns are called so"));
    const std::array labels{std::pair{inputsLabel_, tr("&Inputs [I]")},
                            std::pair{goodLabel_, tr("Desirable &outputs [O]")},
                            std::pair{badLabel_, tr("&Undesirable outputs [B]")}};
    for (const auto& [label, text] : labels) {
        label->setText(text);
        QString plain = text;
        label->buddy()->setAccessibleName(plain.remove(QLatin1Char('&')));
    }
}

} // namespace citypanel::ui
