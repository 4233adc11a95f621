// SPDX-License-Identifier: GPL-3.0-or-later
// StartMeasurement: how long the window takes to its first paint, and what memory it holds.
#pragma once

#include <QObject>
#include <QStringList>

#include <chrono>

namespace citypanel::ui {

class MainWindow;
class ProjectSession;

/// Constructed first in main: the clock of the process has run since exec, which is counted too.
class StartMeasurement final : public QObject {
public:
    StartMeasurement();

    /// Prints "first paint <ms> ms" at the window's first paint. With files, then opens them,
    /// waits for the evaluation and prints the resident memory; then quits.
    void printAtFirstPaint(MainWindow& window, ProjectSession& session, const QStringList& files);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void afterPaint();

    std::chrono::steady_clock::time_point start_;
    MainWindow* window_ = nullptr;
    ProjectSession* session_ = nullptr;
    QStringList files_;
    bool isPainted_ = false;
};

} // namespace citypanel::ui
