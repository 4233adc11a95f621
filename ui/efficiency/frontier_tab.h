// SPDX-License-Identifier: GPL-3.0-or-later
// FrontierTab: what the frontier rests on, a warning where it is a single row, and its picture
// where there is one.
#pragma once

#include "core/base/result.h"
#include "core/frontier/influence.h"
#include "ui/efficiency/result_tab.h"

class QLabel;
class QProgressBar;

namespace citypanel::ui {

class FigureView;

class FrontierTab final : public ResultTab {
    Q_OBJECT

public:
    FrontierTab(ProjectSession& session, QWidget* parent);

    /// The row whose way to the frontier is drawn.
    void chooseRow(std::size_t row);
    [[nodiscard]] std::vector<study::Table> tables() const override;

protected:
    void showRun() override;

private:
    void showPicture();
    void showInfluence(const Result<frontier::FrontierInfluence>& influence);

    std::size_t row_ = 0;
    QLabel* message_;
    QProgressBar* progress_;
    ResultTable* table_;
    FigureView* figure_;
};

} // namespace citypanel::ui
