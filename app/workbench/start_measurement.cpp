// SPDX-License-Identifier: GPL-3.0-or-later
// Time since the process began, from /proc where there is one, and resident memory.
#include "app/workbench/start_measurement.h"

#include "ui/session/project_session.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QTextStream>
#include <QTimer>

#include <ctime>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace citypanel::ui {

namespace {

// Milliseconds the process existed before main: exec, loading and relocating libraries. Its start
// is field 22 of /proc/self/stat, in clock ticks since boot (proc(5)).
double millisecondsBeforeMain() {
#ifdef Q_OS_LINUX
    QFile file(QStringLiteral("/proc/self/stat"));
    timespec now{};
    if (!file.open(QIODevice::ReadOnly) || clock_gettime(CLOCK_BOOTTIME, &now) != 0) {
        return 0.0;
    }
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double ticks = fields.value(19).toDouble();
    const double startSeconds = ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
    const double nowSeconds =
        static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
    return std::max(0.0, (nowSeconds - startSeconds) * 1000.0);
#else
    return 0.0;
#endif
}

double residentMegabytes() {
    QFile file(QStringLiteral("/proc/self/status"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.mid(6).simplified().split(' ').first().toDouble() / 1024.0;
            }
        }
    }
    return 0.0;
}

} // namespace

StartMeasurement::StartMeasurement()
    : start_(std::chrono::steady_clock::now() -
             std::chrono::microseconds(static_cast<long>(millisecondsBeforeMain() * 1000.0))) {}

void StartMeasurement::printAtFirstPaint(MainWindow& window, ProjectSession& session,
                                         const QStringList& files) {
    window_ = &window;
    session_ = &session;
    files_ = files;
    QApplication::instance()->installEventFilter(this);
}

bool StartMeasurement::eventFilter(QObject* watched, QEvent* event) {
    const bool isPaint =
        event->type() == QEvent::UpdateRequest && watched == static_cast<QObject*>(window_);
    if ((isPaint || (event->type() == QEvent::Paint && watched == window_)) && !isPainted_) {
        isPainted_ = true;
        // Runs after this round of painting has reached the screen's buffer.
        QTimer::singleShot(0, this, &StartMeasurement::afterPaint);
    }
    return QObject::eventFilter(watched, event);
}

void StartMeasurement::afterPaint() {
    const auto elapsed = std::chrono::steady_clock::now() - start_;
    QTextStream out(stdout);
    out << "first paint " << std::chrono::duration<double, std::milli>(elapsed).count() << " ms\n";
    out.flush();
    const auto finish = [] {
        QTextStream(stdout) << "resident " << residentMegabytes() << " MB\n";
        QApplication::quit();
    };
    if (files_.isEmpty()) {
        finish();
        return;
    }
    window_->openPaths(files_);
    window_->showWorkplace(QStringLiteral("data"));
    if (session_->isEvaluating()) {
        connect(session_, &ProjectSession::evaluatingChanged, this, [finish](bool isEvaluating) {
            if (!isEvaluating) {
                QTimer::singleShot(500, qApp, finish);
            }
        });
    } else {
        finish();
    }
}

} // namespace citypanel::ui
