// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel: the workbench. Opens the files given, or what was open last.
#include "app/workbench/start_measurement.h"
#include "ui/session/project_session.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/use_language.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <span>
#include <string_view>

namespace {

void setNames() {
    QCoreApplication::setOrganizationName(QStringLiteral("CityPanel"));
    QCoreApplication::setApplicationName(QStringLiteral("citypanel"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CITYPANEL_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("citypanel"));
}

/// Help and the version are asked for on machines without a display too, where a QApplication
/// ends the program.
bool asksOnly(int argc, char* argv[]) {
    const auto words = std::span(argv, static_cast<std::size_t>(argc));
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return word == "-h" || word == "--help" || word == "--help-all" || word == "-v" ||
               word == "--version";
    });
}

} // namespace

int main(int argc, char* argv[]) {
    using namespace citypanel::ui;
    StartMeasurement measurement;
    const auto app = asksOnly(argc, argv)
                         ? std::make_unique<QCoreApplication>(argc, argv)
                         : std::unique_ptr<QCoreApplication>(new QApplication(argc, argv));
    setNames();

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Workbench for city-year panel studies"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("files"),
        QCoreApplication::translate("main", "A .citypanel project, or data files to import"),
        QStringLiteral("[files...]"));
    const QCommandLineOption measure(
        QStringLiteral("measure-start"),
        QCoreApplication::translate(
            "main", "Print the time to the first paint and the memory used, then quit"));
    parser.addOption(measure);
    parser.process(*app);

    applyTheme(Preferences::theme());
    applyTextScale(Preferences::textScale());
    useLanguage(Preferences::language());

    ProjectSession session;
    MainWindow window(session);
    if (parser.isSet(measure)) {
        measurement.printAtFirstPaint(window, session, parser.positionalArguments());
        window.show();
        return QApplication::exec();
    }
    window.show();
    // After the first paint, so that a large project does not delay the window.
    QTimer::singleShot(0, &window, [&] { window.start(parser.positionalArguments()); });
    return QApplication::exec();
}
