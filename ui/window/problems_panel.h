// SPDX-License-Identifier: GPL-3.0-or-later
// ProblemsPanel: what is wrong, below the view; choosing a problem opens its place.
#pragma once

#include "core/base/problem.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace citypanel::ui {

class ProblemsModel;
class ProjectSession;

class ProblemsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsPanel(ProjectSession& session, QWidget* parent = nullptr);

    void focusList();
    [[nodiscard]] int count() const;

Q_SIGNALS:
    void placeRequested(const Place& place);
    /// Number of problems, errors first.
    void countChanged(int problems, int errors);

private:
    void showProblems();
    void open(const QModelIndex& index);

    ProjectSession& session_;
    ProblemsModel* model_;
    QLabel* title_;
    QTreeView* list_;
};

} // namespace citypanel::ui
