// SPDX-License-Identifier: GPL-3.0-or-later
// The efficiency page: roles, questions, results, comparison, and the score as a step.
#include "core/recipe/efficiency_step.h"
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/efficiency/efficiency_page.h"
#include "ui/efficiency/role_table.h"
#include "ui/widgets/variable_list.h"
#include "ui/window/use_language.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

#include <memory>

namespace citypanel::ui {

class EfficiencyTest final : public QObject {
    Q_OBJECT

private:
    static EfficiencyPage* shownPage(testing::WindowFixture& fixture) {
        fixture.window().showWorkplace(QStringLiteral("efficiency"));
        return !fixture.settle() ? nullptr : fixture.find<EfficiencyPage>("efficiencyPage");
    }

    static void press(EfficiencyPage* page, const char* name, Qt::Key key) {
        auto* variables = page->findChild<VariableList*>();
        variables->choose(QLatin1String(name));
        QTest::keyClick(variables->view(), key);
    }

    /// x makes y; the one row without any x is left out.
    static EfficiencyPage* simpleModel(testing::WindowFixture& fixture) {
        if (!fixture.importSmallPanel()) {
            return nullptr;
        }
        EfficiencyPage* page = shownPage(fixture);
        press(page, "x", Qt::Key_I);
        press(page, "y", Qt::Key_O);
        choose(page, "unusable", 1);
        return fixture.settle() ? page : nullptr;
    }

    static void choose(EfficiencyPage* page, const char* question, int answer) {
        auto* box = page->findChild<QComboBox*>(QLatin1String(question));
        box->setCurrentIndex(answer);
        Q_EMIT box->activated(answer);
    }

    static std::size_t steps(testing::WindowFixture& fixture) {
        return fixture.session().project()->recipe.steps.size();
    }

private Q_SLOTS:

    void anotherProjectBeginsWithAnEmptyForm() {
        testing::WindowFixture fixture;
        QVERIFY(simpleModel(fixture) != nullptr);
        fixture.session().newProject();
        QVERIFY(fixture.settle());
        QVERIFY(fixture.importSmallPanel());
        EfficiencyPage* page = shownPage(fixture);
        QVERIFY(page->step() == recipe::EfficiencyStep{});
        QCOMPARE(fixture.find<QLineEdit>("scoreName")->text(), QStringLiteral("efficiency"));
        QVERIFY(!fixture.find<QLabel>("efficiencyHint")->text().contains(QStringLiteral("“x”")));
        fixture.session().undoStack().setClean();
    }

    void keysDoubleClicksAndDropsGiveRoles() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        EfficiencyPage* page = shownPage(fixture);
        QVERIFY(!fixture.find<QLabel>("efficiencyHint")->text().isEmpty());
        press(page, "x", Qt::Key_I);
        QCOMPARE(page->step().inputs.size(), std::size_t{1});
        auto* variables = page->findChild<VariableList*>();
        Q_EMIT variables->activated(QStringLiteral("x")); // the next role
        QVERIFY(page->step().inputs.empty());
        QCOMPARE(std::string(page->step().good.at(0)), std::string("x"));

        auto* bad = page->findChild<RoleTable*>(QStringLiteral("bad"));
        QMimeData data;
        data.setText(QStringLiteral("x\nz"));
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(bad->viewport(), &enter); // Qt drops only where it entered
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(bad->viewport(), &drop);
        QVERIFY(page->step().good.empty());
        QCOMPARE(page->step().bad.size(), std::size_t{2});
        bad->setCurrentItem(bad->topLevelItem(0));
        QTest::keyClick(bad, Qt::Key_Delete);
        QCOMPARE(page->step().bad.size(), std::size_t{1});

        // A variable of a role is dragged to another one.
        const std::unique_ptr<QMimeData> dragged(
            bad->model()->mimeData({bad->model()->index(0, 0)}));
        QCOMPARE(dragged->text(), QStringLiteral("z"));
        auto* inputs = page->findChild<RoleTable*>(QStringLiteral("inputs"));
        QDragEnterEvent over(QPoint(5, 5), Qt::CopyAction, dragged.get(), Qt::LeftButton,
                             Qt::NoModifier);
        QCoreApplication::sendEvent(inputs->viewport(), &over);
        QDropEvent onInputs(QPointF(5, 5), Qt::CopyAction, dragged.get(), Qt::LeftButton,
                            Qt::NoModifier);
        QCoreApplication::sendEvent(inputs->viewport(), &onInputs);
        QVERIFY(page->step().bad.empty());
        QCOMPARE(std::string(page->step().inputs.at(0)), std::string("z"));
    }

    void resultsOfAnUnfinishedModelAreNotShown() {
        testing::WindowFixture fixture;
        EfficiencyPage* page = simpleModel(fixture);
        QVERIFY(page != nullptr);
        auto* tabs = fixture.find<QTabWidget>("efficiencyTabs");
        tabs->setCurrentIndex(3);
        press(page, "x", Qt::Key_I); // takes it away
        QCOMPARE(tabs->currentIndex(), 0);
        QVERIFY(!tabs->isTabEnabled(3));
        press(page, "x", Qt::Key_I);
        QVERIFY(fixture.settle());
        QCOMPARE(tabs->currentIndex(), 3);
    }

    void theModelRunsAsItIsEditedAndShowsEveryResult() {
        testing::WindowFixture fixture;
        EfficiencyPage* page = simpleModel(fixture);
        QVERIFY(page != nullptr);
        auto* tabs = fixture.find<QTabWidget>("efficiencyTabs");
        auto* table = fixture.find<QTableView>("scoresTable");
        QCOMPARE(table->model()->rowCount(), 20);
        for (int i = 0; i < tabs->count(); ++i) {
            QVERIFY(tabs->isTabEnabled(i));
            tabs->setCurrentIndex(i);
            QVERIFY(fixture.settle());
        }
        const QString before = fixture.find<QLabel>("scoresSummary")->text();
        choose(page, "rts", 1);
        QVERIFY(fixture.settle());
        tabs->setCurrentIndex(1);
        QVERIFY(fixture.find<QLabel>("scoresSummary")->text() != before);
    }

    void aRowThatNoModelTakesIsNamedFirst() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        EfficiencyPage* page = shownPage(fixture);
        press(page, "x", Qt::Key_I);
        press(page, "y", Qt::Key_O);
        QVERIFY(fixture.settle());
        auto* hint = fixture.find<QLabel>("efficiencyHint");
        QVERIFY(hint->text().contains(QStringLiteral("2015"))); // c0 has no x then
        QVERIFY(!fixture.find<QTabWidget>("efficiencyTabs")->isTabEnabled(1));
        choose(page, "unusable", 1);
        QVERIFY(fixture.settle());
        QVERIFY(fixture.find<QTabWidget>("efficiencyTabs")->isTabEnabled(1));
    }

    void theExampleFollowsTheQuestions() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        EfficiencyPage* page = shownPage(fixture);
        const QString before = fixture.find<QLabel>("exampleSentence")->text();
        QVERIFY(before.contains(QStringLiteral("F")));
        choose(page, "model", 4); // outputs by one factor
        QVERIFY(fixture.find<QLabel>("exampleSentence")->text() != before);
    }

    void weightsAreTypedBesideTheVariables() {
        testing::WindowFixture fixture;
        EfficiencyPage* page = simpleModel(fixture);
        QVERIFY(page != nullptr);
        press(page, "z", Qt::Key_I);
        auto* inputs = page->findChild<RoleTable*>(QStringLiteral("inputs"));
        inputs->topLevelItem(1)->setText(2, QStringLiteral("3"));
        QCOMPARE(page->step().inputWeights, (std::vector<double>{1.0, 3.0}));
    }

    void theScoreBecomesAStepWithItsOrigin() {
        testing::WindowFixture fixture;
        EfficiencyPage* page = simpleModel(fixture);
        QVERIFY(page != nullptr);
        const std::size_t before = steps(fixture);
        fixture.find<QLineEdit>("scoreName")->setText(QStringLiteral("eff"));
        fixture.find<QAbstractButton>("addScore")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(steps(fixture), before + 1);
        const Panel& panel = fixture.session().evaluation()->recipe.result();
        const Variable* score = panel.find("eff");
        QVERIFY(score != nullptr);
        QCOMPARE(score->origins().at(0).kind, OriginKind::Computed);

        choose(page, "rts", 1);
        fixture.find<QAbstractButton>("addScore")->click(); // updates the step
        QVERIFY(fixture.settle());
        QCOMPARE(steps(fixture), before + 1);
        const auto& step =
            std::get<recipe::EfficiencyStep>(fixture.session().project()->recipe.steps.back().step);
        QCOMPARE(step.returns, frontier::ReturnsToScale::Variable);
        fixture.session().undoStack().undo();
        fixture.session().undoStack().undo();
        QVERIFY(fixture.settle());
        QCOMPARE(steps(fixture), before);
    }

    void theProjectsModelIsShownFirst() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.session().edit(QStringLiteral("add"), [](project::Project p) {
            recipe::EfficiencyStep step;
            step.inputs = {"x"};
            step.good = {"y"};
            step.unusable = frontier::UnusableRows::Exclude;
            step.name = "eff";
            p.recipe = recipe::withStep(std::move(p.recipe), step);
            return p;
        });
        QVERIFY(fixture.settle());
        EfficiencyPage* page = shownPage(fixture);
        QVERIFY(fixture.settle());
        auto* models = fixture.find<QComboBox>("efficiencyModels");
        QCOMPARE(models->currentText(), QStringLiteral("eff"));
        QCOMPARE(page->step().inputs.size(), std::size_t{1});
        models->setCurrentIndex(0); // an empty form stays empty when it is asked for
        Q_EMIT models->activated(0);
        QVERIFY(fixture.settle());
        QVERIFY(page->step().inputs.empty());
    }

    void aNameThatIsTakenIsTold() {
        testing::WindowFixture fixture;
        QVERIFY(simpleModel(fixture) != nullptr);
        const std::size_t before = steps(fixture);
        fixture.find<QLineEdit>("scoreName")->setText(QStringLiteral("y"));
        fixture.find<QAbstractButton>("addScore")->click();
        QCOMPARE(steps(fixture), before);
    }

    void twoModelsStandSideBySide() {
        testing::WindowFixture fixture;
        EfficiencyPage* page = simpleModel(fixture);
        QVERIFY(page != nullptr);
        fixture.find<QAbstractButton>("keepRun")->click();
        choose(page, "rts", 1);
        QVERIFY(fixture.settle());
        auto* tabs = fixture.find<QTabWidget>("efficiencyTabs");
        tabs->setCurrentIndex(tabs->count() - 1);
        auto* second = fixture.find<QComboBox>("compareSecond");
        const int kept = second->findText(QStringLiteral("Kept"), Qt::MatchStartsWith);
        QVERIFY(kept > 0);
        QCOMPARE(second->currentIndex(), kept); // a run beside itself says nothing
        QVERIFY(fixture.find<QLabel>("compareHint")->text().contains(QStringLiteral("Spearman")));
        second->setCurrentIndex(kept);
        Q_EMIT second->activated(kept);
        QVERIFY(fixture.find<QLabel>("compareHint")->text().contains(QStringLiteral("Spearman")));
    }

    void aRowThatSetsEveryScoreIsToldOnThePage() {
        testing::WindowFixture fixture;
        QFile file(fixture.path(QStringLiteral("slip.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray text = "city,year,x,y\n";
        for (int i = 0; i < 20; ++i) {
            // The last output is in persons, the others in 10,000 persons.
            text += "c" + QByteArray::number(i / 4) + ',' + QByteArray::number(2011 + i % 4) + ',' +
                    QByteArray::number(5 + i % 7) + ',' +
                    QByteArray::number((4 + i % 5) * (i == 19 ? 10000 : 1)) + '\n';
        }
        file.write(text);
        file.close();
        QVERIFY(fixture.importFiles({file.fileName()}));
        EfficiencyPage* page = shownPage(fixture);
        press(page, "x", Qt::Key_I);
        press(page, "y", Qt::Key_O);
        QVERIFY(fixture.settle());
        auto* warning = fixture.find<QLabel>("influenceWarning");
        QVERIFY(warning->isVisible());
        QVERIFY(warning->text().contains(QStringLiteral("c4")));
        QVERIFY(warning->text().contains(QStringLiteral("2014")));
        useLanguage(WindowLanguage::Chinese);
        QTRY_VERIFY(warning->text().contains(QStringLiteral("得分")));
        useLanguage(WindowLanguage::English);
        Q_EMIT warning->linkActivated(QStringLiteral("frontier"));
        QVERIFY(!warning->isVisible()); // said once
        QVERIFY(fixture.find<QLabel>("influenceMessage")->isVisible());
        QVERIFY(fixture.find<QLabel>("influenceMessage")->text().contains(QStringLiteral("2014")));
    }

    void aRowOfTheScoresOpensTheUnit() {
        testing::WindowFixture fixture;
        QVERIFY(simpleModel(fixture) != nullptr);
        auto* table = fixture.find<QTableView>("scoresTable");
        Q_EMIT table->activated(table->model()->index(7, 0));
        QVERIFY(fixture.find<QLabel>("efficiencySentence")->isVisible());
        QVERIFY(!fixture.find<QLabel>("efficiencySentence")->text().isEmpty());
    }
};

const testing::NamedTest<EfficiencyTest> efficiencyNamed("efficiency");

} // namespace citypanel::ui

#include "efficiency_test.moc"
