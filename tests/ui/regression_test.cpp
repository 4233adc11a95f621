// SPDX-License-Identifier: GPL-3.0-or-later
// The models page: roles, formula, columns, and what it refuses to assume.
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/regression/regression_page.h"
#include "ui/widgets/variable_list.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTabBar>
#include <QTableView>
#include <QTextBrowser>
#include <QUrl>
#include <QtTest>

namespace citypanel::ui {

class RegressionTest final : public QObject {
    Q_OBJECT

private:
    static void chooseErrors(testing::WindowFixture& fixture, CovarianceKind kind) {
        auto* box = fixture.find<QComboBox>("vcovKind");
        box->setCurrentIndex(box->findData(static_cast<int>(kind)));
        Q_EMIT box->activated(box->currentIndex());
    }

    static const study::RegressionStudy& studyOf(testing::WindowFixture& fixture) {
        return std::get<study::RegressionStudy>(fixture.session().project()->studies.front().study);
    }

    static void baseline(testing::WindowFixture& fixture) {
        QVERIFY(fixture.importSmallPanel());
        fixture.window().showWorkplace(QStringLiteral("models"));
        auto* page = fixture.find<RegressionPage>("regressionPage");
        page->enterFormula(QStringLiteral("y ~ x + z | city + year"));
        chooseErrors(fixture, CovarianceKind::Hc1);
        QVERIFY(fixture.settle());
    }

private Q_SLOTS:

    void standardErrorsAreNeverAssumed() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().showWorkplace(QStringLiteral("models"));
        auto* page = fixture.find<RegressionPage>("regressionPage");
        page->enterFormula(QStringLiteral("y ~ x | city + year"));
        QVERIFY(fixture.settle());
        const project::StudyOutcome& outcome = fixture.session().evaluation()->studies.at(0);
        QCOMPARE(outcome.problems.at(0).code, ProblemCode::StandardErrorsMissing);
        QVERIFY(outcome.result->tables.empty());
        QVERIFY(fixture.find<QLabel>("modelHint")->isVisible());
        chooseErrors(fixture, CovarianceKind::Cluster);
        QVERIFY(fixture.settle());
        QCOMPARE(studyOf(fixture).columns.front().vcov, std::string("cluster:city"));
        QVERIFY(fixture.find<QTableView>("resultTable")->model()->rowCount() > 3);
    }

    void estimatorsAreChosenByName() {
        testing::WindowFixture fixture;
        baseline(fixture);
        auto* box = fixture.find<QComboBox>("estimator");
        QCOMPARE(box->count(), 6);
        const auto choose = [&](Estimator estimator) {
            box->setCurrentIndex(box->findData(static_cast<int>(estimator)));
            Q_EMIT box->activated(box->currentIndex());
            return fixture.settle();
        };
        QVERIFY(choose(Estimator::FirstDifference));
        QCOMPARE(studyOf(fixture).columns.front().estimator, Estimator::FirstDifference);
        QVERIFY(choose(Estimator::RandomEffects));
        QCOMPARE(studyOf(fixture).columns.front().estimator, Estimator::RandomEffects);
    }

    void keysGiveRolesAndTheFormulaFollows() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().showWorkplace(QStringLiteral("models"));
        auto* page = fixture.find<QWidget>("regressionPage");
        auto* variables = page->findChild<VariableList*>();
        const auto press = [&](const char* name, Qt::Key key) {
            variables->choose(QLatin1String(name));
            QTest::keyClick(variables->view(), key);
        };
        press("y", Qt::Key_Y);
        press("x", Qt::Key_X);
        press("z", Qt::Key_C);
        press("city", Qt::Key_F);
        press("year", Qt::Key_F);
        QCOMPARE(fixture.find<QLineEdit>("formula")->text(),
                 QStringLiteral("y ~ x + z | city + year"));
        press("z", Qt::Key_C);
        QCOMPARE(fixture.find<QLineEdit>("formula")->text(), QStringLiteral("y ~ x | city + year"));
        press("x", Qt::Key_N);
        press("z", Qt::Key_Z);
        press("year", Qt::Key_L);
        QVERIFY(fixture.settle());
        QCOMPARE(studyOf(fixture).columns.front().vcov, std::string("cluster:year"));
        QCOMPARE(fixture.find<QLineEdit>("formula")->text(),
                 QStringLiteral("y ~ 1 | city + year | x ~ z"));
    }

    void anUnfinishedModelIsPartOfTheProject() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        QVERIFY(fixture.session().saveAs(fixture.path(QStringLiteral("a.citypanel"))).has_value());
        fixture.window().showWorkplace(QStringLiteral("models"));
        auto* page = fixture.find<QWidget>("regressionPage");
        auto* variables = page->findChild<VariableList*>();
        variables->choose(QStringLiteral("z"));
        QTest::keyClick(variables->view(), Qt::Key_C);
        QCOMPARE(fixture.find<QLineEdit>("controls")->text(), QStringLiteral("z"));
        QCOMPARE(fixture.find<QLineEdit>("core")->text(), QString());
        variables->choose(QStringLiteral("x"));
        QTest::keyClick(variables->view(), Qt::Key_X);
        QCOMPARE(fixture.find<QLineEdit>("formula")->text(), QStringLiteral("~ x + z"));
        QVERIFY(fixture.session().isModified());
        QVERIFY(fixture.session().save().has_value());
        fixture.session().newProject();
        QCOMPARE(fixture.find<QLineEdit>("core")->text(), QString());
        QVERIFY(fixture.session().open(fixture.path(QStringLiteral("a.citypanel"))).has_value());
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.find<QLineEdit>("core")->text(), QStringLiteral("x"));
        QCOMPARE(fixture.find<QLineEdit>("controls")->text(), QStringLiteral("z"));
        QCOMPARE(fixture.find<QLineEdit>("outcome")->text(), QString());
        fixture.find<RegressionPage>("regressionPage")
            ->enterFormula(QStringLiteral("y ~ x + z | city + year"));
        chooseErrors(fixture, CovarianceKind::Hc1);
        QVERIFY(fixture.settle());
        QCOMPARE(studyOf(fixture).columns.size(), std::size_t{1});
        QVERIFY(fixture.find<QTableView>("resultTable")->model()->rowCount() > 3);
        fixture.session().undoStack().undo();
        QVERIFY(fixture.settle());
        QVERIFY(studyOf(fixture).columns.front().vcov.empty());
    }

    void theFormulaFillsTheRoles() {
        testing::WindowFixture fixture;
        baseline(fixture);
        QCOMPARE(fixture.find<QLineEdit>("outcome")->text(), QStringLiteral("y"));
        QCOMPARE(fixture.find<QLineEdit>("core")->text(), QStringLiteral("x"));
        QCOMPARE(fixture.find<QLineEdit>("controls")->text(), QStringLiteral("z"));
        QCOMPARE(fixture.find<QLineEdit>("effects")->text(), QStringLiteral("city + year"));
    }

    void undoIsTheProjectsWhereTheLineHasNothingTyped() {
        testing::WindowFixture fixture;
        baseline(fixture);
        auto* formula = fixture.find<QLineEdit>("formula");
        const auto inProject = [&] {
            return QString::fromStdString(studyOf(fixture).columns.front().formula);
        };
        const QString before = inProject();
        formula->setFocus();
        formula->selectAll();
        QTest::keyClicks(formula, QStringLiteral("y ~ x | city + year"));
        QTest::keyClick(formula, Qt::Key_Return);
        const QString after = inProject();
        QVERIFY(after != before);
        QTest::keyClick(formula, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(inProject(), before);
        QCOMPARE(formula->text(), before);
        QTest::keyClick(formula, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(inProject(), after);
        QCOMPARE(formula->text(), after);
        QTest::keyClicks(formula, QStringLiteral("x"));
        QTest::keyClick(formula, Qt::Key_Z, Qt::ControlModifier); // its own typing first
        QCOMPARE(inProject(), after);
        QCOMPARE(formula->text(), after);
        QTest::keyClick(formula, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(formula->text(), before);
    }

    void theSampleIsTakenAtEveryPause() {
        testing::WindowFixture fixture;
        baseline(fixture);
        auto* where = fixture.find<QLineEdit>("where");
        where->setFocus();
        QTest::keyClicks(where, QStringLiteral("year > 2011 "));
        QTRY_COMPARE_WITH_TIMEOUT(std::string(studyOf(fixture).columns.front().where),
                                  std::string("year > 2011"), 4000);
        QCOMPARE(where->text(), QStringLiteral("year > 2011 ")); // it is being typed in
        QTest::keyClicks(where, QStringLiteral("and "));
        QTest::qWait(3000); // half a condition is left alone
        QCOMPARE(std::string(studyOf(fixture).columns.front().where), std::string("year > 2011"));
        QTest::keyClicks(where, QStringLiteral("x > 0"));
        QTest::keyClick(where, Qt::Key_Return);
        QCOMPARE(std::string(studyOf(fixture).columns.front().where),
                 std::string("year > 2011 and x > 0"));
    }

    void aNameChosenFromTheListIsTypedAtTheCursor() {
        testing::WindowFixture fixture;
        baseline(fixture);
        auto* effects = fixture.find<QLineEdit>("effects");
        effects->setFocus();
        effects->selectAll();
        QTest::keyClicks(effects, QStringLiteral("city + ye"));
        auto* popup = effects->findChild<QCompleter*>()->popup();
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(effects->text(), QStringLiteral("city + year"));
        QVERIFY(!popup->isVisible());
        QTest::keyClick(effects, Qt::Key_Return);
        QCOMPARE(studyOf(fixture).columns.front().formula, std::string("y ~ x + z | city + year"));
        auto* where = fixture.find<QLineEdit>("where");
        where->setFocus();
        QTest::keyClicks(where, QStringLiteral("2012 < y")); // city holds a y, too
        popup = where->findChild<QCompleter*>()->popup();
        QTRY_VERIFY(popup->isVisible() || where->text().endsWith(QLatin1Char('y')));
        QTest::keyClicks(where, QStringLiteral("e"));
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(where->text(), QStringLiteral("2012 < year"));
        QTRY_COMPARE_WITH_TIMEOUT(std::string(studyOf(fixture).columns.front().where),
                                  std::string("2012 < year"), 4000);
    }

    void aModelUndoneComesBackFromAnEmptyLine() {
        testing::WindowFixture fixture;
        baseline(fixture);
        const auto model = studyOf(fixture).columns.front();
        auto* instruments = fixture.find<QLineEdit>("instruments");
        instruments->setFocus();
        QTest::keyClicks(instruments, QStringLiteral("q"));
        QTest::keyClick(instruments, Qt::Key_Z, Qt::ControlModifier); // the typing
        QCOMPARE(instruments->text(), QString());
        QCOMPARE(studyOf(fixture).columns.front(), model);
        QTest::keyClick(instruments, Qt::Key_Z, Qt::ControlModifier); // the standard errors
        QVERIFY(studyOf(fixture).columns.front() != model);
        QTest::keyClick(instruments, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(instruments->text(), QString());
        QCOMPARE(studyOf(fixture).columns.front(), model);
    }

    void commandsAreNotTakenByALine() {
        testing::WindowFixture fixture;
        baseline(fixture);
        auto* formula = fixture.find<QLineEdit>("formula");
        formula->setFocus();
        formula->setCursorPosition(0);
        QVERIFY(formula->hasFocus());
        QKeyEvent end(QEvent::ShortcutOverride, Qt::Key_E, Qt::ControlModifier);
        end.ignore();
        QApplication::sendEvent(formula, &end);
        QVERIFY(!end.isAccepted()); // Export
        QKeyEvent copy(QEvent::ShortcutOverride, Qt::Key_C, Qt::ControlModifier);
        copy.ignore();
        QApplication::sendEvent(formula, &copy);
        QVERIFY(copy.isAccepted());
    }

    void aWrongFormulaIsToldAndChangesNothing() {
        testing::WindowFixture fixture;
        baseline(fixture);
        const auto before = fixture.session().project();
        fixture.find<RegressionPage>("regressionPage")->enterFormula(QStringLiteral("y ~ x +"));
        QVERIFY(!fixture.find<QLabel>("modelHint")->text().isEmpty());
        QVERIFY(*fixture.session().project() == *before);
    }

    void aModelIsCopiedBesideTheFirst() {
        testing::WindowFixture fixture;
        baseline(fixture);
        fixture.find<QAbstractButton>("addModel")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(studyOf(fixture).columns.size(), std::size_t{2});
        fixture.find<RegressionPage>("regressionPage")
            ->enterFormula(QStringLiteral("y ~ x | city + year"));
        QVERIFY(fixture.settle());
        QCOMPARE(std::string(studyOf(fixture).columns[1].formula),
                 std::string("y ~ x | city + year"));
        auto* tabs = fixture.find<QTabBar>("modelTabs");
        QCOMPARE(tabs->count(), 2);
        tabs->moveTab(0, 1);
        QCOMPARE(std::string(studyOf(fixture).columns[0].formula),
                 std::string("y ~ x | city + year"));
        fixture.find<QAbstractButton>("deleteModel")->click();
        QCOMPARE(studyOf(fixture).columns.size(), std::size_t{1});
    }

    void aCellExplainsItself() {
        testing::WindowFixture fixture;
        baseline(fixture);
        auto* pane = fixture.find<QWidget>("explainPane");
        QVERIFY(!pane->isVisible());
        auto* table = fixture.find<QTableView>("resultTable");
        const QAbstractItemModel* model = table->model();
        QModelIndex cell;
        for (int row = 0; row < model->rowCount() && !cell.isValid(); ++row) {
            if (model->index(row, 0).data().toString() == QLatin1String("x")) {
                cell = model->index(row, 1);
            }
        }
        QVERIFY(cell.isValid());
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
        QVERIFY(pane->isVisible());
        auto* text = fixture.find<QTextBrowser>("explanation");
        QVERIFY(text->toPlainText().contains(QStringLiteral("q = N/(N − K)")));
        QVERIFY(text->toPlainText().contains(QStringLiteral("reghdfe y x z, absorb(city year)")));
        Q_EMIT text->anchorClicked(QUrl(QStringLiteral("copy:0")));
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("b = ")));
        // The explanation follows the model.
        fixture.find<RegressionPage>("regressionPage")
            ->enterFormula(QStringLiteral("y ~ x | city"));
        QVERIFY(fixture.settle());
        QVERIFY(text->toPlainText().contains(QStringLiteral("reghdfe y x, absorb(city)")));
        fixture.find<QAbstractButton>("closeExplanation")->click();
        QVERIFY(!pane->isVisible());
    }

    void columnsMoveByKey() {
        testing::WindowFixture fixture;
        baseline(fixture);
        fixture.find<QAbstractButton>("addModel")->click();
        auto* page = fixture.find<RegressionPage>("regressionPage");
        page->enterFormula(QStringLiteral("y ~ x | city"));
        QVERIFY(fixture.settle());
        QTest::keyClick(fixture.find<QTabBar>("modelTabs"), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(std::string(studyOf(fixture).columns[0].formula), std::string("y ~ x | city"));
        QTest::keyClick(fixture.find<QTabBar>("modelTabs"), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(std::string(studyOf(fixture).columns[1].formula), std::string("y ~ x | city"));
    }

    void theTableFollowsTheRecipe() {
        testing::WindowFixture fixture;
        baseline(fixture);
        const auto before = fixture.session().evaluation()->studies.front().result->tables.front();
        fixture.session().edit(QStringLiteral("sample"), [](project::Project p) {
            p.recipe = recipe::withStep(std::move(p.recipe), recipe::FilterStep{.from = 2012});
            return p;
        });
        QVERIFY(fixture.settle());
        QVERIFY(
            !(fixture.session().evaluation()->studies.front().result->tables.front() == before));
    }
};

const testing::NamedTest<RegressionTest> regressionNamed("regression");

} // namespace citypanel::ui

#include "regression_test.moc"
