// SPDX-License-Identifier: GPL-3.0-or-later
// One project in two windows: neither loses in silence what the other saved.
#include "core/project/project_file.h"
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/project_files.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTimer>
#include <QtTest>

namespace citypanel::ui {

namespace {

ProjectSession::Places placesOfOther(const testing::WindowFixture& fixture) {
    return {.dataFolder = fixture.path(QStringLiteral("other")),
            .settingsFile = fixture.path(QStringLiteral("other.ini")),
            .spareFolder = fixture.path(QStringLiteral("spare"))};
}

void setSeed(ProjectSession& session, std::int64_t seed) {
    session.edit(QStringLiteral("Seed"), [seed](project::Project project) {
        project.settings.seed = seed;
        return project;
    });
}

std::int64_t seedIn(const QString& path) {
    const auto project = project::load(path);
    return project ? static_cast<std::int64_t>(project->settings.seed) : -1;
}

/// Presses a button of the next question by its role.
void answerNext(QMessageBox::ButtonRole role, const QString& name = QStringLiteral("fileChanged")) {
    QTimer::singleShot(0, qApp, [role, name] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box == nullptr || box->objectName() != name) {
            return;
        }
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == role) {
                button->click();
            }
        }
    });
}

} // namespace

class TwoWindowsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void savingAsksWhereTheOtherSavedMeanwhile() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString path = fixture.path(QStringLiteral("shared.citypanel"));
        QVERIFY(fixture.window().files().savePath(path));
        QVERIFY(!fixture.session().hasFileChanged());
        QTest::qWait(20); // files of one millisecond and size look the same
        ProjectSession other(placesOfOther(fixture));
        QVERIFY(other.open(path));
        setSeed(other, 7);
        QVERIFY(other.save());
        QVERIFY(!other.hasFileChanged());
        QVERIFY(fixture.session().hasFileChanged());
        setSeed(fixture.session(), 8);
        answerNext(QMessageBox::RejectRole);
        QVERIFY(!fixture.window().files().save());
        QCOMPARE(seedIn(path), 7);
        QVERIFY(fixture.session().isModified());
        answerNext(QMessageBox::DestructiveRole);
        QVERIFY(fixture.window().files().save());
        QCOMPARE(seedIn(path), 8);
        QVERIFY(!fixture.session().hasFileChanged());
        QVERIFY(other.hasFileChanged());
    }

    void whatACrashLeftAsksBeforeItReplacesWhatWasSavedSince() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString path = fixture.path(QStringLiteral("shared.citypanel"));
        QVERIFY(fixture.window().files().savePath(path));
        QTest::qWait(20); // files of one millisecond and size look the same
        ProjectSession other(placesOfOther(fixture));
        QVERIFY(other.open(path));
        setSeed(other, 7);
        QVERIFY(other.save());
        setSeed(fixture.session(), 8);
        QVERIFY(fixture.crash(path));
        QVERIFY(fixture.session().recover(*fixture.session().recoveryFor(path)));
        QVERIFY(fixture.session().hasFileChanged());
        answerNext(QMessageBox::RejectRole);
        QVERIFY(!fixture.window().files().save());
        QCOMPARE(seedIn(path), 7);
        fixture.session().undoStack().setClean();
    }

    void restoringAsksAboutWhatIsOpen() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString left = fixture.path(QStringLiteral("left.citypanel"));
        QVERIFY(fixture.window().files().savePath(left));
        setSeed(fixture.session(), 8);
        QVERIFY(fixture.crash(left));
        fixture.window().start({left});
        QVERIFY(fixture.settle());
        setSeed(fixture.session(), 9);
        auto* bar = fixture.find<MessageBar>("messageBar");
        // A word that passes does not take the offer away.
        bar->showMessage(MessageBar::Kind::Success, QStringLiteral("Done"));
        bar->dismiss();
        const QString offer = bar->text();
        QVERIFY2(offer.contains(QLatin1String("left.citypanel")), qPrintable(offer));
        const auto press = [bar](const QString& text) {
            for (auto* button : bar->findChildren<QPushButton*>()) {
                if (!button->isHidden() && button->text() == text) {
                    button->click();
                    return;
                }
            }
            QFAIL("no such button");
        };
        QCoreApplication::processEvents(); // new buttons show with an event
        answerNext(QMessageBox::RejectRole, QStringLiteral("unsavedChanges"));
        press(QStringLiteral("Restore"));
        QCOMPARE(static_cast<int>(fixture.session().project()->settings.seed), 9);
        QCOMPARE(bar->text(), offer);
        QVERIFY(bar->isVisible());
        QCoreApplication::processEvents();
        answerNext(QMessageBox::DestructiveRole, QStringLiteral("unsavedChanges"));
        press(QStringLiteral("Restore"));
        QCOMPARE(static_cast<int>(fixture.session().project()->settings.seed), 8);
        fixture.session().undoStack().setClean();
    }

    void openingTellsOfUnsavedChangesInTheOther() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString path = fixture.path(QStringLiteral("shared.citypanel"));
        QVERIFY(fixture.window().files().savePath(path));
        ProjectSession other(placesOfOther(fixture));
        QVERIFY(other.open(path));
        QVERIFY(fixture.window().files().openPath(path));
        const auto* bar = fixture.find<MessageBar>("messageBar");
        QVERIFY(!bar->isVisible());
        setSeed(other, 9);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path + QStringLiteral(".journal")), 5000);
        QVERIFY(fixture.session().isChangedElsewhere());
        QVERIFY(!other.isChangedElsewhere());
        QVERIFY(fixture.window().files().openPath(path));
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QLatin1String("another window")), qPrintable(bar->text()));
        // Saving over a file that another window changes is asked about.
        setSeed(fixture.session(), 8);
        answerNext(QMessageBox::RejectRole);
        QVERIFY(!fixture.window().files().save());
        QVERIFY(fixture.session().isModified());
        answerNext(QMessageBox::DestructiveRole);
        QVERIFY(fixture.window().files().save());
        QCOMPARE(seedIn(path), 8);
        other.undoStack().setClean();
    }

    void eachAsksWhereverTheOtherKeepsItsChanges() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString path = fixture.path(QStringLiteral("shared.citypanel"));
        QVERIFY(fixture.window().files().savePath(path));
        ProjectSession::Places places = placesOfOther(fixture);
        places.settingsFile = QSettings().fileName(); // two windows of one person
        ProjectSession other(places);
        QVERIFY(other.open(path));
        setSeed(fixture.session(), 7);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path + QStringLiteral(".journal")), 5000);
        QVERIFY(!fixture.session().isChangedElsewhere());
        setSeed(other, 9); // the place beside the file is taken
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session().isChangedElsewhere(), 5000);
        QVERIFY(other.isChangedElsewhere());
        answerNext(QMessageBox::RejectRole);
        QVERIFY(!fixture.window().files().save());
        fixture.session().undoStack().setClean();
        other.undoStack().setClean();
    }
};

const testing::NamedTest<TwoWindowsTest> twoWindowsNamed("two_windows");

} // namespace citypanel::ui

#include "two_windows_test.moc"
