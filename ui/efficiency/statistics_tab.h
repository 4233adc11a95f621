// SPDX-License-Identifier: GPL-3.0-or-later
// StatisticsTab: scores by period or group, ranking, potentials, and the density below.
#pragma once

#include "ui/efficiency/result_tab.h"

class QComboBox;

namespace citypanel::ui {

class FigureView;

class StatisticsTab final : public ResultTab {
    Q_OBJECT

public:
    StatisticsTab(ProjectSession& session, QWidget* parent);

    [[nodiscard]] std::vector<study::Table> tables() const override;

protected:
    void showRun() override;

private:
    void fillChoices();

    QComboBox* choice_;
    ResultTable* table_;
    FigureView* figure_;
};

} // namespace citypanel::ui
