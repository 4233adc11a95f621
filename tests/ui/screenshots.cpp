// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every workplace in both languages and themes, for looking at and for the README:
// citypanel-screenshots FOLDER [--pages=index,efficiency] [--scale=1.331] [PROJECT or data files]
#include "ui/session/project_session.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workplace.h"
#include "ui/window/main_window.h"
#include "ui/window/use_language.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QListWidget>
#include <QStandardPaths>
#include <QTabWidget>

#include <algorithm>

using namespace citypanel::ui;

namespace {

void settle(ProjectSession& session) {
    QElapsedTimer timer;
    timer.start();
    do {
        QApplication::processEvents(QEventLoop::AllEvents, 50);
    } while ((session.isEvaluating() || !session.jobs().isIdle() || timer.elapsed() < 300) &&
             timer.elapsed() < 20000);
}

/// A picture of every study and every one of its figures.
void saveStudies(MainWindow& window, ProjectSession& session, QListWidget& list,
                 const QString& path) {
    auto* figures = window.findChild<QComboBox*>(QStringLiteral("studyFigure"));
    for (int row = 0; row < list.count(); ++row) {
        list.setCurrentRow(row);
        settle(session);
        for (int i = 0; i < std::max(figures->count(), 1); ++i) {
            figures->setCurrentIndex(i);
            Q_EMIT figures->activated(i);
            settle(session);
            window.grab().save(QStringLiteral("%1-%2-%3.png").arg(path).arg(row + 1).arg(i + 1));
        }
    }
}

/// Saves a picture of the window; of a page with parts of its own one a part.
void save(MainWindow& window, ProjectSession& session, QWidget* page, const QString& path) {
    auto* studies = page->findChild<QListWidget*>(QStringLiteral("studyList"));
    if (studies != nullptr && studies->isVisible()) {
        return saveStudies(window, session, *studies, path);
    }
    QTabWidget* parts = nullptr;
    for (const char* name : {"importPages", "indexTabs", "efficiencyTabs"}) {
        auto* found = page->findChild<QTabWidget*>(QLatin1String(name));
        parts = found != nullptr && found->isVisible() ? found : parts;
    }
    if (parts == nullptr) {
        window.grab().save(path + QStringLiteral(".png"));
        return;
    }
    for (int part = 0; part < parts->count(); ++part) {
        parts->setCurrentIndex(part);
        if (auto* draw = page->findChild<QAbstractButton*>(QStringLiteral("runSensitivity"));
            draw != nullptr && draw->isVisible()) {
            draw->click();
        }
        settle(session);
        window.grab().save(QStringLiteral("%1-%2.png").arg(path).arg(part + 1));
    }
}

/// The value of an option, "--pages=", taken out of the arguments.
QString taken(QStringList& arguments, const QString& option, const QString& otherwise) {
    for (int i = 0; i < arguments.size(); ++i) {
        if (arguments[i].startsWith(option)) {
            return arguments.takeAt(i).mid(option.size());
        }
    }
    return otherwise;
}

} // namespace

int main(int argc, char* argv[]) {
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("CityPanelScreenshots"));
    QStringList arguments = QApplication::arguments();
    const QStringList pages =
        taken(arguments, QStringLiteral("--pages="),
              QStringLiteral("start,import,data,prepare,index,efficiency,models,studies,tables"))
            .split(QLatin1Char(','));
    const double scale =
        taken(arguments, QStringLiteral("--scale="), QStringLiteral("1")).toDouble();
    const QDir folder(arguments.value(1, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));
    applyTheme(Theme::Light);
    applyTextScale(scale);
    useLanguage(WindowLanguage::English);
    ProjectSession session;
    MainWindow window(session);
    window.resize(1280, 800);
    window.show();
    if (arguments.size() > 2) {
        window.openPaths(arguments.mid(2));
        settle(session);
    }
    for (const auto language : {WindowLanguage::English, WindowLanguage::Chinese}) {
        useLanguage(language);
        for (const auto theme : {Theme::Light, Theme::Dark}) {
            applyTheme(theme);
            for (const QString& id : pages) {
                QWidget* page = window.showWorkplace(id);
                if (page == nullptr) {
                    continue;
                }
                settle(session);
                save(window, session, page,
                     folder.filePath(QStringLiteral("%1-%2-%3")
                                         .arg(id, languageCode(language),
                                              theme == Theme::Dark ? QStringLiteral("dark")
                                                                   : QStringLiteral("light"))));
            }
        }
    }
    return 0;
}
