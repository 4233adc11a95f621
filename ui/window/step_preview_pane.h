// SPDX-License-Identifier: GPL-3.0-or-later
// StepPreviewPane: what the step in the form changes: how much, where, and the distribution before
// and after.
#pragma once

#include "core/recipe/step_preview.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace citypanel::ui {

class ChangedCellsModel;
class HistogramView;
class ProjectSession;

class StepPreviewPane final : public QWidget {
    Q_OBJECT

public:
    explicit StepPreviewPane(ProjectSession& session, QWidget* parent = nullptr);

    /// Runs the step on the panel before it in a job and shows what it changes.
    void show(const recipe::Step& step, const Panel& before);
    /// Shows nothing, for a step that cannot run.
    void clear();

    /// How much the step changes, in one line: stands where it is seen without scrolling.
    [[nodiscard]] QLabel* summary() const { return summary_; }

Q_SIGNALS:
    /// A changed cell was chosen.
    void cellChosen(const citypanel::Place& place);
    /// Something is wrong with the step that only running it shows.
    void failed(const citypanel::Problem& problem);
    void shown();

private:
    void fill(const Result<recipe::StepPreview>& preview);
    void fillCells(const recipe::StepPreview& preview);

    ProjectSession& session_;
    QLabel* summary_;
    QLabel* details_;
    QLabel* histogramTitle_;
    HistogramView* histogram_;
    ChangedCellsModel* model_;
    QTableView* cells_;
};

} // namespace citypanel::ui
