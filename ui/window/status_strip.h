// SPDX-License-Identifier: GPL-3.0-or-later
// StatusStrip: the size of the panel, and the job that runs, with its cancel button.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;

namespace citypanel::ui {

class FewLinesLabel;
class ProjectSession;

class StatusStrip final : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(ProjectSession& session, QWidget* parent = nullptr);

    /// Cancels every job that runs.
    void cancelJobs();

private:
    void showPanel();
    void showRunning(const QString& view, bool isRunning);

    ProjectSession& session_;
    QStringList running_;
    FewLinesLabel* size_;
    QLabel* job_;
    QProgressBar* bar_;
    QToolButton* cancel_;
    QTimer* delay_;
};

} // namespace citypanel::ui
