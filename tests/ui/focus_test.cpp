// SPDX-License-Identifier: GPL-3.0-or-later
// The focus is seen: whatever Tab stops at looks different with the keyboard than without.
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/widgets/workplace.h"
#include "ui/window/project_files.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QtTest>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int mostFocusSteps = 300;
constexpr int leastChange = 40;   // pixels: more than a cursor that blinks
constexpr int visibleChange = 24; // of a colour's channel

/// The widget as the window shows it, with what lies over it.
QImage pictureOf(QWidget* window, const QWidget* widget) {
    QCoreApplication::processEvents();
    const QRect shown(widget->mapTo(window, QPoint(0, 0)), widget->size());
    return window->grab(shown).toImage().convertToFormat(QImage::Format_RGB32);
}

int changedPixels(const QImage& a, const QImage& b) {
    const auto moved = [](int left, int right) { return std::abs(left - right) > visibleChange; };
    int changed = 0;
    for (int y = 0; y < std::min(a.height(), b.height()); ++y) {
        const auto* left = reinterpret_cast<const QRgb*>(a.constScanLine(y));
        const auto* right = reinterpret_cast<const QRgb*>(b.constScanLine(y));
        for (int x = 0; x < std::min(a.width(), b.width()); ++x) {
            changed += moved(qRed(left[x]), qRed(right[x])) ||
                               moved(qGreen(left[x]), qGreen(right[x])) ||
                               moved(qBlue(left[x]), qBlue(right[x]))
                           ? 1
                           : 0;
        }
    }
    return changed;
}

QString pathOf(const QWidget* widget) {
    QStringList path;
    for (const QWidget* up = widget; up != nullptr && path.size() < 4; up = up->parentWidget()) {
        path.append(up->objectName().isEmpty() ? QLatin1String(up->metaObject()->className())
                                               : up->objectName());
    }
    return path.join(QStringLiteral(" < "));
}

/// Stops of Tab that look the same with the focus as without it.
QStringList unseenStops(QWidget* window, const QString& place) {
    QStringList unseen;
    QSet<QWidget*> met;
    for (int step = 0; step < mostFocusSteps; ++step) {
        QTest::keyClick(QApplication::focusWidget() == nullptr ? window
                                                               : QApplication::focusWidget(),
                        Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (now == nullptr || met.contains(now)) {
            break;
        }
        met.insert(now);
        const QImage with = pictureOf(window, now);
        now->clearFocus();
        const QImage without = pictureOf(window, now);
        now->setFocus(Qt::TabFocusReason);
        if (QApplication::focusWidget() != now) {
            continue; // it was switched off meanwhile
        }
        const int seen = changedPixels(with, without);
        if (seen < leastChange) {
            unseen.append(QStringLiteral("%1: %2 changes %3 pixels of %4 x %5")
                              .arg(place, pathOf(now))
                              .arg(seen)
                              .arg(now->width())
                              .arg(now->height()));
        }
    }
    return unseen;
}

} // namespace

class FocusTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void everyStopOfTabIsSeen_data() {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("view.themeLight");
        QTest::newRow("dark") << QStringLiteral("view.themeDark");
    }

    void everyStopOfTabIsSeen() {
        QFETCH(const QString, theme);
        testing::WindowFixture fixture;
        fixture.find<QAction>(theme.toLatin1().constData())->trigger();
        QVERIFY(fixture.window().files().openSample());
        fixture.window().resize(1280, 800);
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        QStringList unseen;
        for (const char* id : {"start", "import", "data", "prepare", "index", "efficiency",
                               "models", "studies", "tables"}) {
            QVERIFY(fixture.window().showWorkplace(QLatin1String(id)) != nullptr);
            QVERIFY(fixture.settle());
            fixture.find<QAction>("view.nextPane")->trigger();
            unseen += unseenStops(&fixture.window(), QLatin1String(id));
        }
        for (const QString& stop : unseen) {
            qWarning("%s", qPrintable(stop));
        }
        QVERIFY2(unseen.isEmpty(), "see the warnings above");
        fixture.session().undoStack().setClean();
    }

    // The form scrolls; another step begins at its top.
    void theFirstFieldOfAnotherStepIsInSight() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().resize(1000, 560);
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        fixture.find<QAction>("add.winsorise")->trigger();
        QVERIFY(fixture.settle());
        QScrollArea* area = nullptr;
        for (QWidget* up = QApplication::focusWidget(); up != nullptr && area == nullptr;
             up = up->parentWidget()) {
            area = qobject_cast<QScrollArea*>(up);
        }
        QVERIFY(area != nullptr);
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        fixture.find<QAction>("add.filter")->trigger();
        QVERIFY(fixture.settle());
        const QWidget* first = QApplication::focusWidget();
        QVERIFY(area->isAncestorOf(first));
        const QRect shown(first->mapTo(area->viewport(), QPoint(0, 0)), first->size());
        QVERIFY(area->viewport()->rect().contains(shown.topLeft()));
    }

    void aPageShownByItsKeysHasTheFocus() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        for (const bool hasData : {true, false}) {
            if (!hasData) {
                fixture.session().newProject();
                // A menu that Escape closes leaves the keys on the bar of menus.
                QTest::keyClick(&fixture.window(), Qt::Key_G, Qt::AltModifier);
                QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
                QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
                fixture.window().activateWindow();
                QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
            }
            for (const char* id : {"import", "data", "prepare", "index", "efficiency", "models",
                                   "studies", "tables", "start"}) {
                const QByteArray go = QByteArray("go.") + id;
                fixture.find<QAction>(go.constData())->trigger();
                QVERIFY(fixture.settle());
                const QWidget* page = fixture.window().showWorkplace(QLatin1String(id));
                QWidget* focus = QApplication::focusWidget();
                QVERIFY2(focus != nullptr && page->isAncestorOf(focus),
                         qPrintable(QLatin1String(id) + QLatin1String(": ") + pathOf(focus)));
                QVERIFY2(focus->isVisible() && focus->isEnabled(), id);
                QTest::keyClick(focus, Qt::Key_Tab);
                QVERIFY2(QApplication::focusWidget() != nullptr, id);
                QVERIFY2(QApplication::focusWidget() != focus, id);
            }
        }
        fixture.session().undoStack().setClean();
    }

    // A step of the recipe is deleted, a button is switched off, a pane hidden.
    void theFocusIsNeverLeftOnWhatIsNotSeen() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        QWidget* page = fixture.window().showWorkplace(QStringLiteral("models"));
        QVERIFY(fixture.settle());
        QWidget* field = fixture.find<QWidget>("outcome");
        field->setFocus();
        QCOMPARE(QApplication::focusWidget(), field);
        page->setEnabled(false);
        page->setEnabled(true);
        QTRY_VERIFY(QApplication::focusWidget() != nullptr &&
                    QApplication::focusWidget()->isVisible());
        QVERIFY(page->isAncestorOf(QApplication::focusWidget()));
        fixture.session().undoStack().setClean();
    }

    void anUnderlinedLetterOfALabelGoesToItsField() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        QStringList dead;
        for (const char* id :
             {"import", "data", "prepare", "index", "efficiency", "models", "studies", "tables"}) {
            const QWidget* page = fixture.window().showWorkplace(QLatin1String(id));
            QVERIFY(fixture.settle());
            for (const QLabel* label : page->findChildren<QLabel*>()) {
                const bool hasLetter = label->textFormat() != Qt::RichText &&
                                       !QKeySequence::mnemonic(label->text()).isEmpty();
                if (!hasLetter || !label->isVisible()) {
                    continue;
                }
                const QWidget* field = label->buddy();
                const bool isReached =
                    field != nullptr && field->isVisible() && field->focusPolicy() != Qt::NoFocus;
                if (!isReached) {
                    dead.append(QStringLiteral("%1: %2").arg(QLatin1String(id), label->text()));
                }
            }
        }
        QVERIFY2(dead.isEmpty(), qPrintable(dead.join(QStringLiteral("; "))));
        fixture.find<QAction>("go.models")->trigger();
        QTest::keyClick(&fixture.window(), Qt::Key_S, Qt::AltModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("vcovKind"));
        fixture.session().undoStack().setClean();
    }

    void aDeletedStepHandsTheFocusToTheNext() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        QVERIFY(fixture.window().showWorkplace(QStringLiteral("data")) != nullptr);
        QVERIFY(fixture.settle());
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        auto* list = fixture.find<QListView>("recipeList");
        const int count = list->model()->rowCount();
        QVERIFY(count > 2);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(fixture.settle());
        QCOMPARE(list->model()->rowCount(), count - 1);
        QCOMPARE(list->currentIndex().row(), 1);
        QCOMPARE(QApplication::focusWidget(), list);
        list->setCurrentIndex(list->model()->index(count - 2, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(fixture.settle());
        QCOMPARE(list->currentIndex().row(), count - 3);
        fixture.find<QAction>("edit.undo")->trigger();
        fixture.find<QAction>("edit.undo")->trigger();
        QVERIFY(fixture.settle());
        QCOMPARE(list->model()->rowCount(), count);
        QVERIFY(list->currentIndex().isValid());
        QCOMPARE(QApplication::focusWidget(), list);
        fixture.session().undoStack().setClean();
    }
};

const testing::NamedTest<FocusTest> focusNamed("focus");

} // namespace citypanel::ui

#include "focus_test.moc"
