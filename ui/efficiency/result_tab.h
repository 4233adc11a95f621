// SPDX-License-Identifier: GPL-3.0-or-later
// ResultTab: one view of a run, brought up to date when it is seen.
#pragma once

#include "core/report/table_style.h"
#include "core/study/table.h"
#include "ui/efficiency/efficiency_run.h"
#include "ui/widgets/paper.h"

#include <QWidget>

#include <vector>

namespace citypanel::ui {

class ProjectSession;
class ResultTable;

class ResultTab : public QWidget {
    Q_OBJECT

public:
    ResultTab(ProjectSession& session, QWidget* parent);

    void setRun(RunPtr run);

    /// What the tab shows, to be written to a file.
    [[nodiscard]] virtual std::vector<study::Table> tables() const { return {}; }

protected:
    /// Shows run(), which is there.
    virtual void showRun() = 0;
    void showEvent(QShowEvent* event) override;
    /// Marks what is shown as out of date: shown anew at once, or when it is next seen.
    void invalidate();

    [[nodiscard]] const RunPtr& run() const { return run_; }

    [[nodiscard]] ProjectSession& session() const { return session_; }

    [[nodiscard]] report::TableStyle style() const;

private:
    ProjectSession& session_;
    RunPtr run_;
    bool isStale_ = false;
};

} // namespace citypanel::ui
