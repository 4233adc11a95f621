// SPDX-License-Identifier: GPL-3.0-or-later
// The index page: from a panel to weights, a hand on them, and what follows.
#include "core/recipe/index_step.h"
#include "tests/ui/window_fixture.h"
#include "ui/index/index_page.h"
#include "ui/index/weight_slider.h"
#include "ui/index/weights_view.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QTabWidget>
#include <QTreeWidget>
#include <QtTest>

#include <numeric>

namespace citypanel::ui {

class IndexTest final : public QObject {
    Q_OBJECT

private:
    static recipe::IndexStep twoIndicators() {
        return {.indicators = {{.name = "x", .expression = "x", .dimension = "one"},
                               {.name = "z", .expression = "z", .dimension = "two"}},
                .name = "nqp"};
    }

    static void addStep(testing::WindowFixture& fixture, const recipe::IndexStep& step) {
        fixture.session().edit(QStringLiteral("add"), [step](project::Project p) {
            p.recipe = recipe::withStep(std::move(p.recipe), step);
            study::RegressionStudy study;
            study.columns.push_back({.formula = "y ~ nqp | city + year", .vcov = "cluster:city"});
            p.studies.push_back({"t1", "Table 1", study});
            return p;
        });
    }

    static recipe::IndexStep stepOf(testing::WindowFixture& fixture) {
        for (const recipe::RecipeStep& step : fixture.session().project()->recipe.steps) {
            if (const auto* index = std::get_if<recipe::IndexStep>(&step.step)) {
                return *index;
            }
        }
        return {};
    }

    static IndexPage* opened(testing::WindowFixture& fixture) {
        fixture.window().showWorkplace(QStringLiteral("index"));
        return fixture.find<IndexPage>("indexPage");
    }

private Q_SLOTS:

    void offersPresetsWhereThereIsNoIndex() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        IndexPage* page = opened(fixture);
        QVERIFY(fixture.find<QWidget>("indexNone")->isVisible());
        fixture.find<QAbstractButton>("new_quality_productive_forces")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(stepOf(fixture).indicators.size(), std::size_t{15});
        // Its variables are not in these data: the page says so and shows the tree.
        QVERIFY(page->live() == nullptr);
        QVERIFY(fixture.find<QLabel>("indexStatus")->isVisible());
        QCOMPARE(fixture.find<QTreeWidget>("indicatorTree")->topLevelItemCount(), 3);
    }

    void aMovedWeightIsFollowedAndMarked() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        addStep(fixture, twoIndicators());
        IndexPage* page = opened(fixture);
        QVERIFY(fixture.settle());
        QVERIFY(page->live() != nullptr);
        QVERIFY(page->live()->model() != nullptr);
        auto* slider = fixture.find<WeightSlider>("weight_x");
        slider->setFocus();
        const double before = slider->weight();
        QTest::keyClick(slider, Qt::Key_Right);
        QVERIFY(fixture.settle());
        QVERIFY(stepOf(fixture).tuned);
        QVERIFY(std::abs(stepOf(fixture).weights.at("x") - before) < 0.002);
        QVERIFY(std::abs(std::accumulate(page->weights().begin(), page->weights().end(), 0.0) - 1) <
                1e-12);
        QVERIFY(!fixture.find<QLabel>("tunedNote")->text().isEmpty());
        const Panel& panel = fixture.session().evaluation()->recipe.result();
        QVERIFY(panel.find("nqp")->label().find("tuned by hand") != std::string::npos);
        fixture.find<QAbstractButton>("resetWeights")->click();
        QVERIFY(fixture.settle());
        QVERIFY(!stepOf(fixture).tuned);
        fixture.session().undoStack().undo();
        QVERIFY(stepOf(fixture).tuned);
    }

    void aDragIsOneEdit() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        addStep(fixture, twoIndicators());
        IndexPage* page = opened(fixture);
        QVERIFY(fixture.settle());
        auto* slider = fixture.find<WeightSlider>("weight_x");
        slider->setFocus();
        const int edits = fixture.session().undoStack().count();
        const int y = slider->height() / 2;
        QTest::mousePress(slider, Qt::LeftButton, {}, {10, y});
        QElapsedTimer time;
        time.start();
        int frames = 0;
        for (int x = 10; x < slider->width() - 10; x += 4) {
            QTest::mouseMove(slider, {x, y});
            slider->repaint();
            ++frames;
        }
        const double each = static_cast<double>(time.elapsed()) / frames;
        qInfo("%d frames of a drag, %.2f ms each", frames, each);
        QCOMPARE(fixture.session().undoStack().count(), edits);
        QTest::mouseRelease(slider, Qt::LeftButton, {}, {slider->width() - 10, y});
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().undoStack().count(), edits + 1);
        QVERIFY(stepOf(fixture).tuned);
        QVERIFY(page->weights()[0] > 0.5);
    }

    void comparesDrawsAndReads() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        addStep(fixture, twoIndicators());
        opened(fixture);
        QVERIFY(fixture.settle());
        auto* tabs = fixture.find<QTabWidget>("indexTabs");
        tabs->setCurrentIndex(1);
        QVERIFY(!fixture.find<QLabel>("compareSummary")->text().isEmpty());
        tabs->setCurrentIndex(2);
        fixture.find<QAbstractButton>("runSensitivity")->click();
        QVERIFY(fixture.settle());
        QVERIFY(
            fixture.find<QLabel>("sensitivitySummary")->text().contains(QStringLiteral("1000")));
        tabs->setCurrentIndex(3);
        auto* reading = fixture.find<QComboBox>("reading");
        for (int i = 0; i < reading->count(); ++i) {
            reading->setCurrentIndex(i);
            Q_EMIT reading->activated(i);
        }
    }
};

} // namespace citypanel::ui

QTEST_MAIN(citypanel::ui::IndexTest)
#include "index_test.moc"
