// SPDX-License-Identifier: GPL-3.0-or-later
// CityTab: one unit-period: its slacks, projection and peers.
#pragma once

#include "ui/efficiency/result_tab.h"

class QComboBox;
class QLabel;

namespace citypanel::ui {

class FigureView;

class CityTab final : public ResultTab {
    Q_OBJECT

public:
    CityTab(ProjectSession& session, QWidget* parent);

    /// Shows a row of the panel.
    void chooseRow(std::size_t row);
    [[nodiscard]] std::vector<study::Table> tables() const override;

protected:
    void showRun() override;

private:
    void fillChoices();
    void showRow();
    [[nodiscard]] QString sentence() const;

    std::size_t row_ = 0;
    QComboBox* unit_;
    QComboBox* period_;
    QLabel* sentence_;
    ResultTable* slacks_;
    ResultTable* peers_;
    FigureView* figure_;
};

} // namespace citypanel::ui
