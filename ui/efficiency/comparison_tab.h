// SPDX-License-Identifier: GPL-3.0-or-later
// ComparisonTab: two models, or a model and a variable of the panel, side by side.
#pragma once

#include "core/study/efficiency_comparison.h"
#include "ui/efficiency/result_tab.h"

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace citypanel::ui {

class FigureView;

class ComparisonTab final : public ResultTab {
    Q_OBJECT

public:
    ComparisonTab(ProjectSession& session, QWidget* parent);

    /// Keeps the run shown, to compare later ones with it.
    void keepRun();
    /// Those kept are of another project.
    void forgetRuns();
    [[nodiscard]] std::vector<study::Table> tables() const override;

protected:
    void showRun() override;

private:
    void fillChoices(QComboBox* box, int preferred);
    void showComparison();
    [[nodiscard]] std::optional<study::ScoreColumn> columnOf(const QComboBox* box) const;

    std::vector<RunPtr> kept_;
    QComboBox* first_;
    QComboBox* second_;
    QLabel* hint_;
    QLabel* against_;
    ResultTable* table_;
    FigureView* figure_;
};

} // namespace citypanel::ui
