// SPDX-License-Identifier: GPL-3.0-or-later
// ExampleTab: what the model's answers mean, on a handful of invented units, as they are given.
#pragma once

#include "core/recipe/efficiency_step.h"

#include <QWidget>

class QLabel;

namespace citypanel::ui {

class FigureView;

class ExampleTab final : public QWidget {
    Q_OBJECT

public:
    explicit ExampleTab(QWidget* parent);

    void setStep(const recipe::EfficiencyStep& step);

private:
    void showExample();

    recipe::EfficiencyStep step_;
    QLabel* title_;
    QLabel* sentence_;
    FigureView* figure_;
};

} // namespace citypanel::ui
