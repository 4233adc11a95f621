// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and finding: what is recent, what was left aside, what a crash left, and the keys that
// find a variable.
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/workplace.h"
#include "ui/window/project_files.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QtTest>

namespace citypanel::ui {

namespace {

/// Texts in a widget whose underlined letter is a key of the window.
QMultiHash<QString, QString> mnemonicsIn(const QWidget* page) {
    QMultiHash<QString, QString> found;
    const auto add = [&found](const QString& text) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (!key.isEmpty()) {
            found.insert(key, text);
        }
    };
    for (const auto* button : page->findChildren<QAbstractButton*>()) {
        add(button->text());
    }
    for (const auto* label : page->findChildren<QLabel*>()) {
        if (label->buddy() != nullptr) {
            add(label->text());
        }
    }
    for (const auto* bar : page->findChildren<QTabBar*>()) {
        for (int tab = 0; tab < bar->count(); ++tab) {
            add(bar->tabText(tab));
        }
    }
    return found;
}

QByteArray townPanel() {
    QByteArray text = "city,year,bigarea,area,area_size,z\n";
    for (int unit = 0; unit < 3; ++unit) {
        for (int year = 2011; year <= 2013; ++year) {
            text += "c" + QByteArray::number(unit) + ',' + QByteArray::number(year) + ",1,2," +
                    QByteArray::number(unit) + ",4\n";
        }
    }
    return text;
}

} // namespace

class OpeningTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void noLetterOfAPageOpensAMenuInstead() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        QStringList clashes;
        for (int language = 0; language < 2; ++language) {
            QSet<QString> menus;
            for (const QAction* menu : fixture.window().menuBar()->actions()) {
                menus.insert(QKeySequence::mnemonic(menu->text()).toString());
            }
            QCOMPARE(menus.size(), 6);
            for (const char* id : {"start", "import", "data", "prepare", "index", "efficiency",
                                   "models", "studies", "tables"}) {
                const QWidget* page = fixture.window().showWorkplace(QLatin1String(id));
                QVERIFY(fixture.settle());
                const auto found = mnemonicsIn(page);
                for (auto at = found.begin(); at != found.end(); ++at) {
                    if (menus.contains(at.key())) {
                        clashes.append(QStringLiteral("%1: %2").arg(QLatin1String(id), at.value()));
                    }
                }
            }
            const auto found = mnemonicsIn(fixture.find<QWidget>("recipePanel"));
            for (auto at = found.begin(); at != found.end(); ++at) {
                if (menus.contains(at.key())) {
                    clashes.append(at.value());
                }
            }
            fixture.find<QAction>("view.language")->trigger();
            QCoreApplication::processEvents(); // texts change with an event
        }
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(QLatin1Char('\n'))));
        fixture.session().undoStack().setClean();
    }

    void noLetterOfTheImportStandsTwiceOnATab() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        QStringList clashes;
        QSet<QString> titles; // of one button, in both languages
        for (int language = 0; language < 2; ++language) {
            const QWidget* page = fixture.window().showWorkplace(QStringLiteral("import"));
            QVERIFY(fixture.settle());
            titles.insert(fixture.find<QPushButton>("importNow")->text());
            const auto* tabs = fixture.find<QTabWidget>("importPages");
            auto beside = mnemonicsIn(page);
            for (int tab = 0; tab < tabs->count(); ++tab) {
                const auto within = mnemonicsIn(tabs->widget(tab));
                for (auto at = within.begin(); at != within.end(); ++at) {
                    beside.remove(at.key(), at.value());
                }
            }
            for (int tab = 0; tab < tabs->count(); ++tab) {
                auto found = mnemonicsIn(tabs->widget(tab));
                found += beside;
                for (const QString& key : found.uniqueKeys()) {
                    if (found.count(key) > 1) {
                        clashes.append(found.values(key).join(QStringLiteral(" / ")));
                    }
                }
            }
            fixture.find<QAction>("view.language")->trigger();
            QCoreApplication::processEvents(); // texts change with an event
        }
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(QLatin1Char('\n'))));
        QCOMPARE(titles.size(), 2);
    }

    void noLetterMeansAPageAndTheFormOfAStep() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        QVERIFY(fixture.settle());
        fixture.find<QAction>("add.filter")->trigger();
        QVERIFY(fixture.settle());
        QStringList clashes;
        for (int language = 0; language < 2; ++language) {
            const auto form = mnemonicsIn(fixture.find<QWidget>("recipePanel"));
            QVERIFY(!form.isEmpty());
            for (const char* id :
                 {"data", "prepare", "index", "efficiency", "models", "studies", "tables"}) {
                const QWidget* page = fixture.window().showWorkplace(QLatin1String(id));
                QVERIFY(fixture.settle());
                const auto found = mnemonicsIn(page);
                for (auto at = found.begin(); at != found.end(); ++at) {
                    if (form.contains(at.key())) {
                        clashes.append(
                            QStringLiteral("%1: %2, %3")
                                .arg(QLatin1String(id), at.value(), form.value(at.key())));
                    }
                }
            }
            fixture.find<QAction>("view.language")->trigger();
            QCoreApplication::processEvents(); // texts change with an event
        }
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(QLatin1Char('\n'))));
        fixture.session().undoStack().setClean();
    }

    void anExactNameIsFoundBeforeOneThatHoldsIt() {
        testing::WindowFixture fixture;
        QFile file(fixture.path(QStringLiteral("towns.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(townPanel());
        file.close();
        QVERIFY(fixture.importFiles({file.fileName()}));
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        for (const char* id : {"data", "models"}) {
            const QWidget* page = fixture.window().showWorkplace(QLatin1String(id));
            QVERIFY(fixture.settle());
            fixture.find<QAction>("edit.find")->trigger();
            QVERIFY2(page->isVisible(), id); // the page has a line of its own
            auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
            QVERIFY2(line != nullptr && page->isAncestorOf(line), id);
            const auto* list = page->findChild<QListView*>(QStringLiteral("variableList"));
            line->clear();
            QTest::keyClicks(line, QStringLiteral("a"));
            QTest::keyClicks(line, QStringLiteral("rea"));
            QCOMPARE(list->currentIndex().data().toString().section(QLatin1Char(' '), 0, 0),
                     QStringLiteral("area"));
            QTest::keyClicks(line, QStringLiteral("_"));
            QVERIFY(list->currentIndex().data().toString().startsWith(QLatin1String("area_size")));
            line->clear();
            QTest::keyClicks(line, QStringLiteral("bigarea"));
            QVERIFY(list->currentIndex().data().toString().startsWith(QLatin1String("bigarea")));
            line->clear();
        }
        // A page without variables sends to the data.
        fixture.window().showWorkplace(QStringLiteral("tables"));
        fixture.find<QAction>("edit.find")->trigger();
        QVERIFY(fixture.find<QWidget>("dataPage")->isVisible());
        fixture.session().undoStack().setClean();
    }

    void recentFilesOfOneNameAreToldApartAndGoneOnesLeftOut() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        QStringList paths;
        for (const char* folder : {"one", "two"}) {
            QVERIFY(QDir(fixture.path({})).mkpath(QLatin1String(folder)));
            paths.append(fixture.path(QLatin1String(folder) + QLatin1String("/study.citypanel")));
            QVERIFY(fixture.window().files().savePath(paths.last()));
        }
        auto* menu = fixture.find<QMenu>("file.recent");
        Q_EMIT menu->aboutToShow();
        QVERIFY(menu->actions().size() >= 2);
        QVERIFY(menu->actions()[0]->text().contains(QLatin1String("two")));
        QVERIFY(menu->actions()[1]->text().contains(QLatin1String("one")));
        fixture.window().showWorkplace(QStringLiteral("start"));
        const auto* list = fixture.find<QListWidget>("recentList");
        QCOMPARE(list->count(), 2);
        QVERIFY(QFile::remove(paths.first()));
        fixture.window().showWorkplace(QStringLiteral("data"));
        fixture.window().showWorkplace(QStringLiteral("start"));
        QCOMPARE(list->count(), 1);
    }

    void aSecondProjectOnTheCommandLineIsNotPassedOverInSilence() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString first = fixture.path(QStringLiteral("first.citypanel"));
        const QString second = fixture.path(QStringLiteral("second.citypanel"));
        QVERIFY(fixture.window().files().savePath(second));
        QVERIFY(fixture.window().files().savePath(first));
        fixture.restart();
        fixture.window().start({first, second});
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().displayName(), QStringLiteral("first"));
        const auto* bar = fixture.find<MessageBar>("messageBar");
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QLatin1String("second.citypanel")), qPrintable(bar->text()));
        fixture.restart();
        fixture.window().start({first});
        QVERIFY(!fixture.find<MessageBar>("messageBar")->isVisible());
    }

    void dataFilesBesideAProjectAreReadIntoIt() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString project = fixture.path(QStringLiteral("towns.citypanel"));
        QVERIFY(fixture.window().files().savePath(project));
        const QString data = fixture.path(QStringLiteral("more.csv"));
        QFile file(data);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(townPanel());
        file.close();
        fixture.restart();
        fixture.window().start({data, project});
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().displayName(), QStringLiteral("towns"));
        QTRY_VERIFY(fixture.session().importDraft() != nullptr);
        QCOMPARE(fixture.session().importDraft()->sources.size(), std::size_t{2});
    }

    void theOfferOfACrashFollowsTheLanguage() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString path = fixture.path(QStringLiteral("s.citypanel"));
        QVERIFY(fixture.window().files().savePath(path));
        fixture.session().edit(QStringLiteral("Edit"), [](project::Project p) {
            p.settings.seed = 99;
            return p;
        });
        QVERIFY(fixture.crash(path));
        fixture.window().start({path});
        const auto* bar = fixture.find<MessageBar>("messageBar");
        QVERIFY(bar->isVisible());
        const QString english = bar->text();
        fixture.find<QAction>("view.language")->trigger();
        QTRY_VERIFY(bar->isVisible() && bar->text() != english);
        const auto texts = [bar] {
            QStringList shown;
            for (const auto* button : bar->findChildren<QPushButton*>()) {
                if (button->isVisible()) {
                    shown.append(button->text());
                }
            }
            return shown;
        };
        QTRY_COMPARE(texts().size(), 2);
        QVERIFY2(!texts().contains(QStringLiteral("Restore")), qPrintable(texts().join(u' ')));
        fixture.find<QAction>("view.language")->trigger();
        QTRY_COMPARE(bar->text(), english);
    }

    void whatIsNoNumberIsNotKeptOnShow() {
        QWidget window;
        auto* number = new NumberEdit(&window);
        auto* other = new QLineEdit(&window);
        other->move(0, 60);
        number->setNumber(2.5);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy edits(number, &NumberEdit::numberEdited);
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("abc"));
        QCOMPARE(number->text(), QStringLiteral("abc"));
        other->setFocus();
        QCOMPARE(number->text(), QStringLiteral("2.5"));
        QCOMPARE(edits.count(), 0);
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("3"));
        other->setFocus();
        QCOMPARE(number->text(), QStringLiteral("3"));
        QCOMPARE(edits.count(), 1);
    }
};

const testing::NamedTest<OpeningTest> openingNamed("opening");

} // namespace citypanel::ui

#include "opening_test.moc"
