// SPDX-License-Identifier: GPL-3.0-or-later
// Setting up and tearing down a window.
#include "tests/ui/window_fixture.h"

#include "ui/widgets/theme.h"
#include "ui/window/project_files.h"
#include "ui/window/use_language.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QtTest>

namespace citypanel::ui::testing {

namespace {

constexpr int longestWait = 60000;

// y = 2 x + effects + a little, so that a two-way model has something to find.
QByteArray smallPanel() {
    QByteArray text = "city,year,y,x,z\n";
    const double noise[] = {0.1, -0.2, 0.05, 0.3, -0.15, 0.2, -0.1};
    int at = 0;
    for (int unit = 0; unit < 4; ++unit) {
        for (int year = 2011; year <= 2015; ++year) {
            const double x = unit * 1.5 + ((year * 7 + unit * 3) % 5);
            const double y = 2 * x + unit + (year - 2011) * 0.5 + noise[at % 7];
            text += "c" + QByteArray::number(unit) + ',' + QByteArray::number(year) + ',' +
                    QByteArray::number(y, 'g', 17) + ',' + QByteArray::number(x, 'g', 17) + ',' +
                    (at == 3 ? QByteArray() : QByteArray::number(at * 1.25)) + '\n';
            ++at;
        }
    }
    return text;
}

} // namespace

WindowFixture::WindowFixture() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("CityPanelTest"));
    QCoreApplication::setApplicationName(QStringLiteral("citypanel"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    applyTextScale(1.0);
    applyTheme(Theme::Light);
    QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    QApplication::setEffectEnabled(Qt::UI_AnimateCombo, false);
    useLanguage(WindowLanguage::English);
    restart();
}

WindowFixture::~WindowFixture() {
    window_.reset();
    session_.reset();
}

QString WindowFixture::path(const QString& name) const {
    return folder_.filePath(name);
}

bool WindowFixture::settle() {
    return QTest::qWaitFor(
        [this] { return !session_->isEvaluating() && session_->jobs().isIdle(); }, longestWait);
}

void WindowFixture::restart() {
    window_.reset();
    session_.reset();
    // The sample is evaluated once a program, not once a test.
    static const auto cache = std::make_shared<project::EvaluationCache>();
    session_ = std::make_unique<ProjectSession>(ProjectSession::Places{
        .dataFolder = folder_.filePath(QStringLiteral("data")), .cache = cache});
    window_ = std::make_unique<MainWindow>(*session_);
    window_->show();
}

bool WindowFixture::crash(const QString& projectPath) {
    const QString journal = projectPath + QStringLiteral(".journal");
    const QString kept = path(QStringLiteral("kept"));
    const bool isWritten = QTest::qWaitFor([&] { return QFile::exists(journal); }, longestWait) &&
                           QFile::copy(journal, kept);
    QSettings settings;
    const QString group = QStringLiteral("journals");
    QVariantMap written; // where the session noted its journals
    settings.beginGroup(group);
    for (const QString& key : settings.allKeys()) {
        written.insert(key, settings.value(key));
    }
    session_->undoStack().setClean();
    restart();
    for (auto at = written.begin(); at != written.end(); ++at) {
        settings.setValue(at.key(), at.value());
    }
    return isWritten && QFile::rename(kept, journal);
}

bool WindowFixture::importSmallPanel() {
    QFile file(path(QStringLiteral("small.csv")));
    if (!file.open(QIODevice::WriteOnly) || file.write(smallPanel()) < 0) {
        return false;
    }
    file.close();
    return importFiles({file.fileName()});
}

bool WindowFixture::importFiles(const QStringList& paths) {
    window_->openPaths(paths);
    auto* button = find<QAbstractButton>("importNow");
    if (!settle() || !QTest::qWaitFor([button] { return button->isEnabled(); }, longestWait)) {
        return false;
    }
    button->click();
    return settle();
}

} // namespace citypanel::ui::testing
