// SPDX-License-Identifier: GPL-3.0-or-later
// Text scaled for a projector: the window keeps its size and every page stays of use in it.
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/widgets/variable_list.h"
#include "ui/widgets/workplace.h"
#include "ui/window/project_files.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QtTest>

namespace citypanel::ui {

namespace {

constexpr int usualSteps = 3; // of larger text, for a projector
constexpr const char* pageIds[] = {"start",      "import", "data",    "prepare", "index",
                                   "efficiency", "models", "studies", "tables"};

/// Layouts settle in the event loop.
void layOut(QWidget& window) {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    window.grab();
    QCoreApplication::processEvents();
}

} // namespace

class ScalingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    // The sample has something to show on every page.
    void theWindowKeepsItsSizeAndTheRecipeAtEverySize() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        fixture.window().resize(1280, 800);
        for (int language = 0; language < 2; ++language) {
            fixture.find<QAction>("view.normal")->trigger();
            for (int larger = 0; larger < 13; ++larger) {
                fixture.find<QAction>("view.larger")->trigger();
                if (larger != usualSteps - 1 && larger != 12) {
                    continue;
                }
                for (const char* id : pageIds) {
                    const Workplace* page = fixture.window().showWorkplace(QLatin1String(id));
                    QVERIFY(fixture.settle());
                    layOut(fixture.window());
                    const QSize now = fixture.window().size();
                    QVERIFY2(now == QSize(1280, 800),
                             qPrintable(QStringLiteral("%1: %2 x %3 at size %4")
                                            .arg(QLatin1String(id))
                                            .arg(now.width())
                                            .arg(now.height())
                                            .arg(larger)));
                    QVERIFY2(fixture.window().minimumSizeHint().width() <= 1280, id);
                    const auto* recipe = fixture.find<QWidget>("recipePanel");
                    const QPoint corner(recipe->width(), recipe->height());
                    QVERIFY2(!recipe->isVisible() ||
                                 recipe->mapTo(&fixture.window(), corner).x() <= 1280,
                             id);
                    // Three sizes up, nothing has to be scrolled to sideways.
                    const int needed = page->minimumSizeHint().width();
                    QVERIFY2(larger == 12 || (needed <= page->width() &&
                                              page->width() <= page->parentWidget()->width()),
                             qPrintable(QStringLiteral("%1 needs %2 of %3")
                                            .arg(QLatin1String(id))
                                            .arg(needed)
                                            .arg(page->parentWidget()->width())));
                }
            }
            fixture.find<QAction>("view.language")->trigger();
        }
        fixture.session().undoStack().setClean();
    }

    // A hint of several lines takes its height from the form below, not from the list above.
    void aLongHintLiesOverNothing() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        fixture.window().resize(1280, 800);
        for (int larger = 0; larger < usualSteps; ++larger) {
            fixture.find<QAction>("view.larger")->trigger();
        }
        QWidget* page = fixture.window().showWorkplace(QStringLiteral("models"));
        QVERIFY(fixture.settle());
        layOut(fixture.window());
        const auto* variables = page->findChild<VariableList*>();
        const QList<QLabel*> hints =
            variables->parentWidget()->findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly);
        QCOMPARE(hints.size(), 1);
        const QLabel& hint = *hints.first();
        QVERIFY(hint.y() >= variables->geometry().bottom());
        QVERIFY(hint.height() >= hint.heightForWidth(hint.width()));
    }

    void aPageLargerThanItsRoomIsScrolledTo() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        fixture.window().resize(1280, 800);
        QWidget* page = fixture.window().showWorkplace(QStringLiteral("prepare"));
        QVERIFY(fixture.settle());
        for (int larger = 0; larger < 13; ++larger) {
            fixture.find<QAction>("view.larger")->trigger();
        }
        layOut(fixture.window());
        const auto* area = qobject_cast<QScrollArea*>(page->parentWidget()->parentWidget());
        QVERIFY(area != nullptr);
        QVERIFY(page->width() > area->viewport()->width());
        QVERIFY(area->horizontalScrollBar()->isVisible());
        fixture.find<QAction>("view.normal")->trigger();
        layOut(fixture.window());
        QCOMPARE(page->width(), area->viewport()->width());
        QVERIFY(!area->horizontalScrollBar()->isVisible());
        fixture.session().undoStack().setClean();
    }

    void aPageFirstSeenInTheLargestTextIsAsAnyOtherAfterwards() {
        const auto shapes = [](testing::WindowFixture& fixture, bool isLargeFirst) {
            fixture.window().files().openSample();
            fixture.window().resize(1280, 800);
            for (int larger = 0; isLargeFirst && larger < 13; ++larger) {
                fixture.find<QAction>("view.larger")->trigger();
            }
            QWidget* page = fixture.window().showWorkplace(QStringLiteral("models"));
            const bool isSettled = fixture.settle();
            layOut(fixture.window());
            const auto* title = fixture.find<QWidget>("recipeTitle");
            const bool isWhole = isSettled && title->width() >= title->minimumSizeHint().width();
            fixture.find<QAction>("view.normal")->trigger();
            QTest::qWait(800); // until the window has settled
            layOut(fixture.window());
            fixture.session().undoStack().setClean();
            return QList<int>{isWhole ? 1 : 0, fixture.find<QWidget>("studyChoice")->height(),
                              fixture.find<QWidget>("estimator")->height(),
                              page->findChild<VariableList*>()->width(),
                              page->findChild<VariableList*>()->height()};
        };
        testing::WindowFixture first;
        const QList<int> usual = shapes(first, false);
        testing::WindowFixture second;
        const QList<int> after = shapes(second, true);
        QCOMPARE(usual[0], 1);
        for (int i = 0; i < usual.size(); ++i) {
            QVERIFY2(
                qAbs(after[i] - usual[i]) <= 4,
                qPrintable(QStringLiteral("%1: %2, not %3").arg(i).arg(after[i]).arg(usual[i])));
        }
    }

    void aWindowSavedWiderThanTheScreenIsBroughtBack() {
        testing::WindowFixture fixture;
        fixture.window().resize(4000, 3000);
        QVERIFY(fixture.window().close());
        fixture.restart();
        const QRect room = fixture.window().screen()->availableGeometry();
        QVERIFY(room.contains(fixture.window().geometry()));
    }

    // Also where the view was made while the text was large.
    void rowsAndColumnsFollowTheText() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        QVERIFY(fixture.window().showWorkplace(QStringLiteral("index")) != nullptr);
        QVERIFY(fixture.settle());
        auto* ranking = fixture.find<QTableView>("ranking");
        const int row = ranking->rowHeight(0);
        const int column = ranking->columnWidth(2);
        for (int larger = 0; larger < usualSteps; ++larger) {
            fixture.find<QAction>("view.larger")->trigger();
        }
        QVERIFY(fixture.window().showWorkplace(QStringLiteral("efficiency")) != nullptr);
        QVERIFY(fixture.settle());
        const auto* scores = fixture.find<QTableView>("scoresTable");
        const int largeRow = scores->verticalHeader()->defaultSectionSize();
        QVERIFY(ranking->rowHeight(0) > row);
        QVERIFY(ranking->columnWidth(2) >= column * 5 / 4);
        QVERIFY(ranking->columnWidth(2) >=
                ranking->fontMetrics().horizontalAdvance(QStringLiteral("0.0000")));
        fixture.find<QAction>("view.normal")->trigger();
        layOut(fixture.window());
        QCOMPARE(ranking->rowHeight(0), row);
        QVERIFY(qAbs(ranking->columnWidth(2) - column) <= 2); // rounded at each step
        QVERIFY(scores->verticalHeader()->defaultSectionSize() < largeRow);
        QCOMPARE(scores->verticalHeader()->defaultSectionSize(),
                 scores->fontMetrics().height() + 8);
        fixture.session().undoStack().setClean();
    }

    void theLargeButtonsOfTheStartGrowWithTheText() {
        testing::WindowFixture fixture;
        const auto* button = fixture.find<QWidget>("startImport");
        layOut(fixture.window());
        const int before = button->height();
        for (int larger = 0; larger < usualSteps; ++larger) {
            fixture.find<QAction>("view.larger")->trigger();
        }
        layOut(fixture.window());
        QVERIFY(button->height() > before + 5);
    }
};

const testing::NamedTest<ScalingTest> scalingNamed("scaling");

} // namespace citypanel::ui

#include "scaling_test.moc"
