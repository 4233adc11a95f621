// SPDX-License-Identifier: GPL-3.0-or-later
// A main window on a session of its own, with settings and data in a temporary folder.
#pragma once

#include "ui/session/project_session.h"
#include "ui/window/main_window.h"

#include <QTemporaryDir>

#include <memory>

namespace citypanel::ui::testing {

/// Settings start empty for each fixture; English, light colours, text at its normal size.
class WindowFixture {
public:
    WindowFixture();
    ~WindowFixture();
    WindowFixture(const WindowFixture&) = delete;
    WindowFixture& operator=(const WindowFixture&) = delete;

    [[nodiscard]] ProjectSession& session() { return *session_; }

    [[nodiscard]] MainWindow& window() { return *window_; }

    /// A path in the temporary folder.
    [[nodiscard]] QString path(const QString& name) const;

    /// The widget or object of that name, anywhere in the window; fails the test when it is absent.
    template <typename T>
    [[nodiscard]] T* find(const char* name) {
        T* found = window_->findChild<T*>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no %s", name);
        }
        return found;
    }

    /// Waits until nothing is calculated any more; false after 60 s.
    [[nodiscard]] bool settle();

    /// Closes the window and opens another one with the same settings, as after a restart.
    void restart();

    /// Opens another window as after a crash: the journal beside this project's file is there.
    [[nodiscard]] bool crash(const QString& projectPath);

    /// Writes the small csv panel of tests (4 units, 5 periods) and imports it through the page.
    [[nodiscard]] bool importSmallPanel();

    /// Imports files through the page.
    [[nodiscard]] bool importFiles(const QStringList& paths);

private:
    QTemporaryDir folder_;
    std::unique_ptr<ProjectSession> session_;
    std::unique_ptr<MainWindow> window_;
};

} // namespace citypanel::ui::testing
