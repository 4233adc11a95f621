// SPDX-License-Identifier: GPL-3.0-or-later
// What the window keeps from one start to the next, and the place it takes on the screen.
#include "ui/session/project_session.h"
#include "ui/widgets/preferences.h"
#include "ui/window/main_window.h"
#include "ui/window/rail.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QFileInfo>
#include <QScreen>
#include <QSplitter>
#include <QStyle>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int frameRoom = 8; // what a frame takes at both sides

} // namespace

void MainWindow::restoreSession() {
    const QString path = Preferences::choice(QStringLiteral("openProject"));
    if (!path.isEmpty() && QFileInfo::exists(path) && session_.filePath().isEmpty()) {
        openPaths({path});
        showWorkplace(Preferences::choice(QStringLiteral("workplace"), QStringLiteral("data")));
    }
}

void MainWindow::restoreLayout() {
    const auto shown = [](const QString& name) {
        return Preferences::choice(name, QStringLiteral("shown")) == QLatin1String("shown");
    };
    (*actions_)["view.recipe"]->setChecked(shown(QStringLiteral("recipe")));
    (*actions_)["view.problems"]->setChecked(shown(QStringLiteral("problems")));
    if (!restoreGeometry(Preferences::layout(QStringLiteral("window")))) {
        resize(sizeHint());
    }
    fitScreen();
    across_->restoreState(Preferences::layout(QStringLiteral("across")));
    down_->restoreState(Preferences::layout(QStringLiteral("down")));
    rail_->choose(0);
}

void MainWindow::fitScreen() {
    if (isMaximized() || isFullScreen()) {
        return;
    }
    // The frame is not known before the window is shown: one of the usual size.
    const int title = style()->pixelMetric(QStyle::PM_TitleBarHeight);
    const QRect room = screen()->availableGeometry().adjusted(0, 0, -frameRoom, -frameRoom - title);
    resize(size().boundedTo(room.size()));
    move(std::clamp(x(), room.left(), room.left() + room.width() - width()),
         std::clamp(y(), room.top(), room.top() + room.height() - height()));
}

void MainWindow::saveLayout() {
    const auto keep = [](const QString& name, bool isShown) {
        Preferences::setChoice(name, isShown ? QStringLiteral("shown") : QStringLiteral("hidden"));
    };
    keep(QStringLiteral("recipe"), (*actions_)["view.recipe"]->isChecked());
    keep(QStringLiteral("problems"), (*actions_)["view.problems"]->isChecked());
    Preferences::setLayout(QStringLiteral("window"), saveGeometry());
    Preferences::setLayout(QStringLiteral("across"), across_->saveState());
    Preferences::setLayout(QStringLiteral("down"), down_->saveState());
    Preferences::setChoice(QStringLiteral("openProject"), session_.filePath());
    Preferences::setChoice(QStringLiteral("workplace"),
                           entries_[static_cast<std::size_t>(rail_->chosen())].id);
}

} // namespace citypanel::ui
