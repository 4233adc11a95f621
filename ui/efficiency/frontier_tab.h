// SPDX-License-Identifier: GPL-3.0-or-later
// FrontierTab: what the frontier rests on, a warning where it is a single row, and its picture
// where there is one.
#pragma once

#include "core/base/result.h"
#include "core/frontier/influence.h"
#include "ui/efficiency/result_tab.h"

#include <QLatin1String>

#include <optional>

class QLabel;
class QProgressBar;

namespace citypanel::ui {

class FigureView;

class FrontierTab final : public ResultTab {
    Q_OBJECT

public:
    /// The job that finds the influence, whose progress the tab shows.
    static constexpr QLatin1String influenceJob{"efficiency.influence"};

    FrontierTab(ProjectSession& session, QWidget* parent);

    /// The row whose way to the frontier is drawn.
    void chooseRow(std::size_t row);
    [[nodiscard]] std::vector<study::Table> tables() const override;
    /// The analysis of the run that is shown, which the page starts after each run; nothing until
    /// it is there.
    void setInfluence(std::optional<Result<frontier::FrontierInfluence>> influence);

protected:
    void showRun() override;

private:
    void showPicture();
    void showInfluence();

    std::optional<Result<frontier::FrontierInfluence>> influence_;
    std::size_t row_ = 0;
    QLabel* message_;
    QProgressBar* progress_;
    ResultTable* table_;
    FigureView* figure_;
};

} // namespace citypanel::ui
