// SPDX-License-Identifier: GPL-3.0-or-later
// Keys alone: on every page of the window, with the sample project, Tab reaches every control and
// leaves it again, and each has a name; what is dragged or clicked has keys of its own.
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/charts/figure_view.h"
#include "ui/window/project_files.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QTextEdit>
#include <QTimer>
#include <QTreeWidget>
#include <QtTest>

namespace citypanel::ui {

namespace {

constexpr int mostSteps = 600; // of Tab; no page has as many controls
constexpr int mostLinks = 8;   // in one text, which Tab goes through

template <typename... Kinds>
bool isOneOf(const QObject* object) {
    return ((qobject_cast<const Kinds*>(object) != nullptr) || ...);
}

bool isInside(const QWidget* widget, const char* kind) {
    for (const QWidget* parent = widget->parentWidget(); parent != nullptr;
         parent = parent->parentWidget()) {
        if (parent->inherits(kind)) {
            return true;
        }
    }
    return false;
}

/// Parts of other controls, which the keys of those reach.
bool isPartOfAnother(const QWidget* widget) {
    for (const char* kind : {"QComboBox", "QAbstractSpinBox", "QLineEdit", "QTabBar", "QScrollBar",
                             "QMenuBar", "QMenu"}) {
        if (isInside(widget, kind)) {
            return true;
        }
    }
    return isOneOf<QScrollBar, QHeaderView>(widget) || widget->inherits("QTableCornerButton");
}

/// What a person may want to act on.
bool isControl(const QWidget* widget) {
    if (!widget->isVisible() || !widget->isEnabled() || isPartOfAnother(widget)) {
        return false;
    }
    const bool isKnownKind =
        isOneOf<QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSlider,
                QAbstractSpinBox, QTextEdit, QPlainTextEdit>(widget);
    const auto* tabs = qobject_cast<const QTabBar*>(widget);
    const bool takesClicks =
        widget->inherits("citypanel::ui::CoverageMap") || widget->inherits("QGraphicsView");
    return isKnownKind || takesClicks || (tabs != nullptr && tabs->count() > 1);
}

/// Buttons that exclude one another are one stop of Tab; the arrows go on.
bool isReachedByArrows(const QWidget* widget, const QSet<const QWidget*>& reached) {
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (button == nullptr) {
        return false;
    }
    const bool isRadio = button->autoExclusive() || qobject_cast<const QRadioButton*>(button);
    const QButtonGroup* group = button->group();
    return std::any_of(reached.begin(), reached.end(), [&](const QWidget* other) {
        const auto* sibling = qobject_cast<const QAbstractButton*>(other);
        return sibling != nullptr &&
               ((isRadio && sibling->parentWidget() == button->parentWidget()) ||
                (group != nullptr && group->exclusive() && sibling->group() == group));
    });
}

/// A list that leaves the keys to the controls in its cells.
bool holdsStops(const QWidget* widget, const QSet<const QWidget*>& reached) {
    return widget->focusPolicy() == Qt::NoFocus &&
           std::any_of(reached.begin(), reached.end(),
                       [widget](const QWidget* other) { return widget->isAncestorOf(other); });
}

QString described(const QWidget* widget, const QString& place) {
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    QStringList path;
    for (const QWidget* up = widget; up != nullptr && path.size() < 4; up = up->parentWidget()) {
        path.append(up->objectName().isEmpty() ? QLatin1String(up->metaObject()->className())
                                               : up->objectName());
    }
    return QStringLiteral("%1: %2 %3")
        .arg(place, path.join(QStringLiteral(" < ")),
             button == nullptr ? QString() : button->text());
}

/// Controls met by pressing a key until the focus comes round; a trap is named in `faults`.
QSet<const QWidget*> metBy(Qt::Key key, QWidget* window, const QString& place,
                           QStringList& faults) {
    QSet<const QWidget*> met;
    QWidget* first = nullptr; // stop of the round: where it began may be no stop any more
    int stays = 0;
    for (int step = 0; step < mostSteps; ++step) {
        QWidget* before = QApplication::focusWidget();
        QTest::keyClick(before == nullptr ? window : before, key,
                        key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        QWidget* now = QApplication::focusWidget();
        stays = now == before ? stays + 1 : 0;
        if (now == nullptr || stays > mostLinks) {
            faults.append(described(before, place) + QStringLiteral(" keeps the focus"));
            return met;
        }
        met.insert(now);
        if (now == first && stays == 0) {
            return met;
        }
        first = first == nullptr ? now : first;
    }
    faults.append(place + QStringLiteral(": the focus does not come round"));
    return met;
}

QString nameOf(QWidget* widget) {
    const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
    return face == nullptr ? QString() : face->text(QAccessible::Name).trimmed();
}

} // namespace

class KeyboardTest final : public QObject {
    Q_OBJECT

    QSet<QString> seen_; ///< faults told already

    /// What Tab and Backtab do not reach, and what has no name, in the window as it stands.
    QStringList faultsOf(QWidget* window, const QString& place) {
        QStringList faults;
        QWidget* begin = QApplication::focusWidget();
        const QSet<const QWidget*> forward = metBy(Qt::Key_Tab, window, place, faults);
        if (begin != nullptr) {
            begin->setFocus(Qt::TabFocusReason);
        }
        const QSet<const QWidget*> backward = metBy(Qt::Key_Backtab, window, place, faults);
        for (QWidget* widget : window->findChildren<QWidget*>()) {
            if (!isControl(widget)) {
                continue;
            }
            // What passes the focus on is reached where it goes.
            const QWidget* holder = widget;
            while (holder->focusProxy() != nullptr) {
                holder = holder->focusProxy();
            }
            const bool isMet = forward.contains(holder) && backward.contains(holder);
            if (!isMet && !isReachedByArrows(widget, forward) && !holdsStops(widget, forward)) {
                faults.append(described(widget, place) + QStringLiteral(" is not reached"));
            }
            if (nameOf(widget).isEmpty()) {
                faults.append(described(widget, place) + QStringLiteral(" has no name"));
            }
        }
        QStringList fresh;
        for (const QString& fault : faults) {
            const QString kind = fault.section(QStringLiteral(": "), 1);
            if (!seen_.contains(kind)) {
                seen_.insert(kind);
                fresh.append(fault);
            }
        }
        return fresh;
    }

    /// The same with every tab of a page shown in turn.
    QStringList faultsOfTabs(testing::WindowFixture& fixture, const QString& page) {
        QStringList faults = faultsOf(&fixture.window(), page);
        for (QTabBar* bar : fixture.window().findChildren<QTabBar*>()) {
            for (int tab = 0; bar->isVisible() && tab < bar->count(); ++tab) {
                bar->setCurrentIndex(tab);
                if (!fixture.settle()) {
                    return {QStringLiteral("%1 does not settle").arg(page)};
                }
                faults += faultsOf(&fixture.window(),
                                   QStringLiteral("%1 › %2").arg(page, bar->tabText(tab)));
            }
            bar->setCurrentIndex(0);
        }
        return faults;
    }

    /// One line a fault: QtTest cuts long texts.
    static void tell(const QStringList& faults) {
        for (const QString& fault : faults) {
            qWarning("%s", qPrintable(fault));
        }
        QVERIFY2(faults.isEmpty(), "see the warnings above");
    }

private Q_SLOTS:

    void everyControlOfEveryPageIsReachedAndNamed() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        fixture.window().resize(1280, 800);
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        QStringList faults;
        for (const char* id : {"start", "import", "data", "prepare", "index", "efficiency",
                               "models", "studies", "tables"}) {
            QVERIFY(fixture.window().showWorkplace(QLatin1String(id)) != nullptr);
            QVERIFY(fixture.settle());
            fixture.window().findChild<QAction*>(QStringLiteral("view.nextPane"))->trigger();
            faults += faultsOfTabs(fixture, QLatin1String(id));
        }
        tell(faults);
        fixture.session().undoStack().setClean();
    }

    void everyFieldOfEveryStepIsReachedAndNamed() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().resize(1280, 800);
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        QStringList faults;
        QStringList kinds;
        for (const QAction* action : fixture.window().findChildren<QAction*>()) {
            if (action->objectName().startsWith(QLatin1String("add."))) {
                kinds.append(action->objectName());
            }
        }
        kinds.removeDuplicates();
        QVERIFY(kinds.size() > 10);
        for (const QString& kind : kinds) {
            fixture.find<QAction>(kind.toLatin1().constData())->trigger();
            QVERIFY(fixture.settle());
            faults += faultsOf(&fixture.window(), kind);
        }
        tell(faults);
    }

    // Recipe, indicators, tables of the report: whatever is dragged by the mouse.
    void whatIsDraggedIsMovedByKeysToo() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        QVERIFY(fixture.window().showWorkplace(QStringLiteral("index")) != nullptr);
        QVERIFY(fixture.settle());
        const auto keyOfStep = [&](std::size_t at) {
            return fixture.session().project()->recipe.steps[at].key;
        };
        auto* recipe = fixture.find<QListView>("recipeList");
        const std::string first = keyOfStep(0);
        recipe->setFocus();
        recipe->setCurrentIndex(recipe->model()->index(0, 0));
        QTest::keyClick(recipe, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(fixture.settle());
        QCOMPARE(keyOfStep(1), first);
        QTest::keyClick(recipe, Qt::Key_Up, Qt::AltModifier);
        QVERIFY(fixture.settle());
        QCOMPARE(keyOfStep(0), first);

        fixture.find<QTabWidget>("indexLeftTabs")->setCurrentIndex(0);
        auto* tree = fixture.find<QTreeWidget>("indicatorTree");
        const QString dimension = tree->topLevelItem(0)->text(0);
        QTreeWidgetItem* leaf = tree->topLevelItem(0)->child(0);
        const QString moved = leaf->text(0);
        tree->setCurrentItem(leaf);
        QTest::keyClick(tree, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(fixture.settle());
        QCOMPARE(tree->topLevelItem(0)->text(0), dimension);
        QCOMPARE(tree->topLevelItem(0)->child(1)->text(0), moved);
        QCOMPARE(tree->currentItem()->text(0), moved);
        fixture.find<QAction>("edit.undo")->trigger();
        QVERIFY(fixture.settle());
        QCOMPARE(tree->topLevelItem(0)->child(0)->text(0), moved);
        fixture.session().undoStack().setClean();
    }

    // Choosing a point of a figure by the mouse marks its rows; so does Enter on its numbers.
    void aPointOfAFigureIsChosenByEnter() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        QVERIFY(fixture.window().showWorkplace(QStringLiteral("studies")) != nullptr);
        QVERIFY(fixture.settle());
        FigureView* shown = nullptr;
        auto* studies = fixture.find<QListWidget>("studyList");
        for (int row = 0; row < studies->count() && shown == nullptr; ++row) {
            studies->setCurrentRow(row);
            QVERIFY(fixture.settle());
            for (FigureView* view : fixture.window().findChildren<FigureView*>()) {
                shown = view->isVisible() && view->figure() ? view : shown;
            }
        }
        QVERIFY(shown != nullptr);
        QSignalSpy chosen(shown, &FigureView::pointClicked);
        shown->setFocus();
        QTest::keyClick(shown, Qt::Key_F2);
        auto* numbers = shown->findChild<QTableWidget*>(QStringLiteral("figureNumbers"));
        QVERIFY(numbers->isVisible() && numbers->rowCount() > 0);
        numbers->setCurrentCell(0, 0);
        QTest::keyClick(numbers, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        fixture.session().undoStack().setClean();
    }

    // The menus by their letters, the steps by the keys of the list, without any mouse.
    void aStepIsAddedAndSwitchedOffByKeysAlone() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        QTest::keyClick(&fixture.window(), Qt::Key_4, Qt::ControlModifier);
        // The menu runs a loop of its own until something is chosen in it.
        QTimer::singleShot(0, &fixture.window(), [] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu != nullptr);
            const auto isThere = [menu] {
                return menu->activeAction() != nullptr &&
                       menu->activeAction()->objectName() == QLatin1String("add.winsorise");
            };
            for (int i = 0; i < mostSteps && !isThere(); ++i) {
                QTest::keyClick(menu, Qt::Key_Down);
            }
            QTest::keyClick(menu, isThere() ? Qt::Key_Return : Qt::Key_Escape);
        });
        QTest::keyClick(&fixture.window(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(fixture.settle());
        QVERIFY(fixture.find<QWidget>("stepForm")->isAncestorOf(fixture.window().focusWidget()));
        fixture.window().activateWindow(); // no window manager does it after the menu
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        auto* add = fixture.find<QAbstractButton>("addStep");
        QTRY_VERIFY(add->isEnabled());
        for (int i = 0; i < mostSteps && QApplication::focusWidget() != add; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QTest::keyClick(add, Qt::Key_Space);
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().project()->recipe.steps.size(), std::size_t{1});
        QWidget* list = QApplication::focusWidget(); // where the step now stands
        QCOMPARE(list->objectName(), QStringLiteral("recipeList"));
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(fixture.settle());
        QVERIFY(!fixture.session().project()->recipe.steps[0].enabled);
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(fixture.settle());
        QVERIFY(fixture.session().project()->recipe.steps[0].enabled);
        fixture.session().undoStack().setClean();
    }

    void thePaletteTakesWhatIsTyped() {
        testing::WindowFixture fixture;
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        fixture.window().showWorkplace(QStringLiteral("start"));
        QTest::keyClick(&fixture.window(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = fixture.find<QWidget>("commandPalette");
        QVERIFY(palette->isVisible());
        QVERIFY(palette->focusWidget() == fixture.find<QLineEdit>("commandLine"));
        QTest::keyClicks(palette->focusWidget(), QStringLiteral("go data"));
        QTest::keyClick(palette->focusWidget(), Qt::Key_Return);
        QVERIFY(fixture.find<QWidget>("dataPage")->isVisible());
    }

    void escapeLeavesTheFormOfAStep() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        fixture.find<QAction>("add.filter")->trigger();
        QVERIFY(fixture.settle());
        auto* form = fixture.find<QWidget>("stepForm");
        QVERIFY(form->isVisible());
        QTest::keyClick(fixture.window().focusWidget(), Qt::Key_Escape);
        QVERIFY(!form->isVisible());
        QVERIFY(fixture.session().project()->recipe.steps.empty());
    }

    void theSampleOfTheMenuIsShown() {
        testing::WindowFixture fixture;
        fixture.find<QAction>("file.sample")->trigger();
        QVERIFY(fixture.settle());
        QVERIFY(fixture.find<QWidget>("studiesPage")->isVisible());
        fixture.session().undoStack().setClean();
    }
};

const testing::NamedTest<KeyboardTest> keyboardNamed("keyboard");

} // namespace citypanel::ui

#include "keyboard_test.moc"
