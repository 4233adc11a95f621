// SPDX-License-Identifier: GPL-3.0-or-later
// ProductivityTab: an index of change by period, with its parts.
#pragma once

#include "core/base/result.h"
#include "core/frontier/productivity.h"
#include "ui/efficiency/result_tab.h"

class QComboBox;
class QLabel;
class QProgressBar;

namespace citypanel::ui {

class FigureView;

class ProductivityTab final : public ResultTab {
    Q_OBJECT

public:
    ProductivityTab(ProjectSession& session, QWidget* parent);

    [[nodiscard]] std::vector<study::Table> tables() const override;

protected:
    void showRun() override;

private:
    void fillChoices();
    void showChanges(const Result<frontier::ProductivityChanges>& changes);

    QComboBox* index_;
    QLabel* message_;
    QProgressBar* progress_;
    ResultTable* table_;
    FigureView* figure_;
};

} // namespace citypanel::ui
