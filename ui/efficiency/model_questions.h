// SPDX-License-Identifier: GPL-3.0-or-later
// ModelQuestions: an efficiency model by plain questions; only those that the answers leave open
// are shown.
#pragma once

#include "core/recipe/efficiency_step.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace citypanel::ui {

class ModelQuestions final : public QWidget {
    Q_OBJECT

public:
    explicit ModelQuestions(QWidget* parent = nullptr);

    /// Shows the answers that a step holds.
    void setStep(const recipe::EfficiencyStep& step);
    /// The step with the answers put in.
    [[nodiscard]] recipe::EfficiencyStep answered(recipe::EfficiencyStep step) const;
    /// Columns that may group the units, and whether there are periods to compare within.
    void setGroups(const QStringList& names, bool hasPeriods);

Q_SIGNALS:
    void edited();

private:
    struct Question {
        QWidget* editor;
        QLabel* label;
    };

    QLabel* addQuestion(QWidget* editor, const char* name);
    void addChoices();
    void setTexts();
    void showOpenQuestions();
    [[nodiscard]] bool isDirectional() const;

    QVBoxLayout* form_;
    QComboBox* change_;
    QComboBox* reference_;
    QSpinBox* window_;
    QComboBox* group_;
    QComboBox* returns_;
    QCheckBox* super_;
    QComboBox* badAs_;
    QComboBox* disposability_;
    QComboBox* direction_;
    QComboBox* unusable_;
    std::vector<Question> questions_;
    bool hasBad_ = false;
};

} // namespace citypanel::ui
