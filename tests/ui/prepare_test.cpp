// SPDX-License-Identifier: GPL-3.0-or-later
// Preparing data in the window: previews, expressions, what is missing, ready-made recipes, and the
// views of the data.
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/data/panel_views.h"
#include "ui/models/panel_model.h"
#include "ui/models/recipe_model.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/histogram_view.h"
#include "ui/widgets/step_form.h"
#include "ui/widgets/workplace.h"
#include "ui/window/recipe_panel.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTreeWidget>
#include <QWheelEvent>
#include <QtTest>

namespace citypanel::ui {

class PrepareTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void aStepShowsWhatItWouldChange() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.find<RecipePanel>("recipePanel")->prepareStep(QStringLiteral("interpolate"));
        QVERIFY(fixture.settle());
        auto* cells = fixture.find<QTableView>("previewCells");
        const QAbstractItemModelTester tester(cells->model());
        QCOMPARE(cells->model()->rowCount(), 1);
        QVERIFY(cells->isVisible());
        QVERIFY(fixture.find<QLabel>("previewSummary")
                    ->text()
                    .contains(QStringLiteral("1 gap filled")));
        auto* histogram = fixture.find<QWidget>("stepPreview")->findChild<HistogramView*>();
        QVERIFY(!histogram->counts().counts.empty());
        // Nothing is in the recipe yet.
        QVERIFY(fixture.session().project()->recipe.steps.empty());
        fixture.find<QAbstractButton>("addStep")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().project()->recipe.steps.size(), std::size_t{1});
    }

    void anExpressionIsCheckedWhileItIsTyped() {
        recipe::Columns columns;
        columns.columns = {{.name = "gdp", .unitOfMeasure = "万元"},
                           {.name = "人口", .unitOfMeasure = "万人"}};
        ExpressionEdit edit(QString(), columns);
        auto* hint = edit.findChild<QLabel*>(QStringLiteral("expressionHint"));
        edit.line()->setText(QStringLiteral("gdp / 人口"));
        QVERIFY(!edit.mistakeAt());
        QVERIFY(hint->text().contains(QStringLiteral("元/人")));
        edit.line()->setText(QStringLiteral("ln(人口) + gpd"));
        QCOMPARE(edit.mistakeAt(), std::optional<int>(9));     // characters, not bytes
        QVERIFY(hint->text().contains(QStringLiteral("gdp"))); // did you mean
        edit.line()->setText(QStringLiteral("(gdp"));
        QVERIFY(edit.mistakeAt());
        edit.line()->clear();
        QVERIFY(!edit.mistakeAt());
    }

    void anExpressionThatGoesWithTheFocusTakesNothingOver() {
        QWidget window;
        auto* edit = new ExpressionEdit(QStringLiteral("x"), {}, &window);
        int taken = 0;
        QObject::connect(edit, &ExpressionEdit::edited, &window, [&taken] { ++taken; });
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit->line()->setFocus();
        QTest::keyClicks(edit->line(), QStringLiteral("+1"));
        QVERIFY(edit->line()->hasFocus());
        delete edit;
        QCOMPARE(taken, 0);
    }

    void whatIsMissingIsCountedAndAStepIsOneClickAway() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().showWorkplace(QStringLiteral("prepare"));
        QVERIFY(fixture.settle());
        auto* matrix = fixture.find<QTableView>("missingMatrix");
        const QAbstractItemModelTester tester(matrix->model());
        QCOMPARE(matrix->model()->columnCount(), 6); // all, and five periods
        QVERIFY(!fixture.find<QLabel>("missingSummary")->text().isEmpty());
        auto* steps = fixture.find<QTreeWidget>("stepsByPurpose");
        QVERIFY(steps->topLevelItemCount() >= 7);
        Q_EMIT steps->itemActivated(steps->topLevelItem(1)->child(1), 0);
        QVERIFY(fixture.find<QWidget>("stepForm")->isVisible());
    }

    void aReadyMadeRecipeIsOneUndo() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().showWorkplace(QStringLiteral("prepare"));
        const int before = fixture.session().undoStack().count();
        fixture.find<QAbstractButton>("applyTemplate")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().project()->recipe.steps.size(), std::size_t{3});
        QVERIFY(fixture.session().evaluation()->recipe.isComplete());
        QCOMPARE(fixture.session().undoStack().count(), before + 1);
        fixture.session().undoStack().undo();
        QVERIFY(fixture.session().project()->recipe.steps.empty());
    }

    void theDataAreSeenAsMatrixHeatLinesAndHistogram() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().showWorkplace(QStringLiteral("data"));
        QVERIFY(fixture.settle());
        auto* tabs = fixture.find<QTabBar>("panelViewTabs");
        auto* matrix = fixture.find<QTableView>("matrixView");
        tabs->setCurrentIndex(PanelViews::Matrix);
        const QAbstractItemModelTester tester(matrix->model());
        QCOMPARE(matrix->model()->rowCount(), 4);
        QCOMPARE(matrix->model()->columnCount(), 5);
        matrix->setCurrentIndex(matrix->model()->index(2, 3));
        QVERIFY(fixture.find<QLabel>("cellOrigin")->text().contains(QStringLiteral("href")));
        for (const int view : {PanelViews::Heat, PanelViews::Lines, PanelViews::Histogram}) {
            tabs->setCurrentIndex(view);
            QVERIFY(!fixture.window().grab().isNull());
        }
    }

    void rowsAreFilteredSortedAndFound() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().showWorkplace(QStringLiteral("data"));
        QVERIFY(fixture.settle());
        auto* grid = fixture.find<QTableView>("panelGrid");
        const QAbstractItemModelTester tester(grid->model());
        const int all = grid->model()->rowCount();
        QCOMPARE(all, 20);
        const auto value = [&](int row) {
            return grid->model()->index(row, 0).data(Qt::EditRole).toDouble();
        };
        grid->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
        QVERIFY(fixture.settle());
        for (int row = 1; row < all; ++row) {
            QVERIFY(value(row - 1) >= value(row));
        }
        auto* condition = fixture.find<QLineEdit>("rowCondition");
        condition->setText(
            QStringLiteral("year == %1")
                .arg(fixture.session().evaluation()->recipe.source.distinctPeriods()[0]));
        QTest::keyClick(condition, Qt::Key_Return);
        QVERIFY(fixture.settle());
        QCOMPARE(grid->model()->rowCount(), 4);
        condition->setText(QStringLiteral("nonsense >"));
        QTest::keyClick(condition, Qt::Key_Return);
        QVERIFY(fixture.settle());
        QVERIFY(!fixture.find<QLabel>("rowProblem")->text().isEmpty());
        condition->clear();
        QVERIFY(fixture.settle());
        grid->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        QVERIFY(fixture.settle());
        QCOMPARE(grid->model()->rowCount(), all);
        auto* find = fixture.find<QLineEdit>("findText");
        find->setText(
            QString::fromStdString(fixture.session().evaluation()->recipe.source.unitLabels()[2]));
        QTest::keyClick(find, Qt::Key_Return);
        QVERIFY(fixture.settle());
        QCOMPARE(grid->currentIndex().row(), 10);
        QTest::keyClick(find, Qt::Key_Return);
        QVERIFY(fixture.settle());
        QCOMPARE(grid->currentIndex().row(), 11); // the unit's next row
        const QString number = grid->model()->index(7, 0).data(Qt::EditRole).toString();
        find->setText(number);
        QTest::keyClick(find, Qt::Key_Return);
        QVERIFY(fixture.settle());
        QVERIFY(grid->currentIndex().data(Qt::EditRole).toString().contains(number));
    }

    void cellsAreCopiedAsATableToo() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().showWorkplace(QStringLiteral("data"));
        QVERIFY(fixture.settle());
        auto* grid = fixture.find<QTableView>("panelGrid");
        grid->setCurrentIndex(grid->model()->index(0, 0));
        QTest::keyClick(grid, Qt::Key_C, Qt::ControlModifier);
        const QMimeData* copied = QApplication::clipboard()->mimeData();
        QVERIFY(copied->hasText());
        QVERIFY(copied->html().contains(QStringLiteral("<td>")));
    }

    void theOriginOfACellLeadsToItsSheet() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        auto* page = fixture.window().showWorkplace(QStringLiteral("data"));
        QVERIFY(fixture.settle());
        auto* grid = fixture.find<QTableView>("panelGrid");
        grid->setCurrentIndex(grid->model()->index(0, grid->model()->columnCount() - 1));
        const QSignalSpy places(page, &Workplace::placeRequested);
        Q_EMIT fixture.find<QLabel>("cellOrigin")->linkActivated(QStringLiteral("#"));
        QCOMPARE(places.count(), 1);
        const auto place = places.first().first().value<Place>();
        QCOMPARE(place.file, std::string("small.csv"));
        QVERIFY(!place.cell.empty());
    }

    void aStepIsSaidAsASentenceAndAsCode() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.find<RecipePanel>("recipePanel")->prepareStep(QStringLiteral("winsorise"));
        QVERIFY(fixture.settle());
        auto* sentence = fixture.find<QLabel>("stepSentence");
        QVERIFY(sentence->isVisible());
        QVERIFY(sentence->text().startsWith(QStringLiteral("Winsorises")));
        auto* code = fixture.find<QPlainTextEdit>("stepCodeText");
        QVERIFY(!code->isVisible());
        fixture.find<QAbstractButton>("stepCodeToggle")->click();
        QVERIFY(code->isVisible());
        const QString stata = code->toPlainText();
        QVERIFY(stata.contains(QStringLiteral("cp_limit")));
        auto* program = fixture.find<QComboBox>("stepCodeLanguage");
        program->setCurrentIndex(1);
        Q_EMIT program->activated(1);
        QVERIFY(code->toPlainText() != stata);
        QVERIFY(code->toPlainText().contains(QStringLiteral("panel")));
        fixture.find<QAbstractButton>("stepCodeCopy")->click();
        QCOMPARE(QApplication::clipboard()->text(), code->toPlainText());
    }

    void aMergeOffersItsKeysAndADropEveryColumnButKeys() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        auto* recipe = fixture.find<RecipePanel>("recipePanel");
        const auto offered = [&fixture] {
            QStringList names;
            const auto* list = fixture.find<QWidget>("stepForm")
                                   ->findChild<QListWidget*>(QStringLiteral("columnsList"));
            for (int i = 0; i < list->count(); ++i) {
                names.append(list->item(i)->text());
            }
            return names;
        };
        recipe->prepareStep(QStringLiteral("merge"));
        QVERIFY(offered().contains(QStringLiteral("city")));
        QVERIFY(offered().contains(QStringLiteral("year")));
        recipe->prepareStep(QStringLiteral("drop"));
        QVERIFY(!offered().contains(QStringLiteral("city")));
        QVERIFY(offered().contains(QStringLiteral("z")));
    }

    void aMistakeIsSaidByTheLabelOfItsField() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.find<RecipePanel>("recipePanel")->prepareStep(QStringLiteral("winsorise"));
        auto* form = fixture.find<StepForm>("stepForm");
        auto* lower = form->findChild<QLineEdit*>(QStringLiteral("lower"));
        QVERIFY(lower != nullptr);
        lower->setText(QStringLiteral("99.5"));
        QTest::keyClick(lower, Qt::Key_Return);
        const QString said = fixture.find<QLabel>("stepChecks")->text();
        QVERIFY2(said.contains(QStringLiteral("Lower limit, per cent")), qPrintable(said));
        QVERIFY(!fixture.find<QAbstractButton>("addStep")->isEnabled());
        QVERIFY(!fixture.find<QLabel>("stepSentence")->isVisible());
    }

    void theWheelScrollsAFormAndChangesNothing() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.find<RecipePanel>("recipePanel")->prepareStep(QStringLiteral("winsorise"));
        auto* form = fixture.find<StepForm>("stepForm");
        const recipe::Step before = form->step();
        for (auto* box : form->findChildren<QComboBox*>()) {
            box->setFocus();
            QWheelEvent turn(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, {0, -120},
                             Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(box, &turn);
            QVERIFY(box->focusPolicy() != Qt::WheelFocus);
        }
        QVERIFY(form->step() == before);
    }

    void aFormOffersWhatThereIsWhereItsStepWillStand() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.session().edit(QStringLiteral("late"), [](project::Project p) {
            p.recipe = recipe::withStep(std::move(p.recipe), recipe::DropStep{{ColumnName("z")}});
            p.recipe = recipe::withStep(
                std::move(p.recipe), recipe::CalculateStep{.name = "late", .expression = "x + y"});
            return p;
        });
        QVERIFY(fixture.settle());
        auto* list = fixture.find<QAbstractItemView>("recipeList");
        list->setCurrentIndex(list->model()->index(0, 0));
        fixture.find<RecipePanel>("recipePanel")->prepareStep(QStringLiteral("winsorise"));
        const auto step =
            std::get<recipe::WinsoriseStep>(fixture.find<StepForm>("stepForm")->step());
        QVERIFY(!step.variables.empty());
        for (const ColumnName& name : step.variables) {
            QVERIFY(name.text != "late");
        }
        QVERIFY(fixture.find<QAbstractButton>("addStep")->isEnabled());
    }

    void badInputIsSaidOnItsStepAndLaterStepsWait_data() {
        QTest::addColumn<int>("bad");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown name") << 0 << QStringLiteral("gpd");
        QTest::newRow("circular") << 1 << QStringLiteral("w");
        QTest::newRow("empty sample") << 2 << QStringLiteral("y < -1000");
        QTest::newRow("price index with a zero") << 3 << QStringLiteral("price");
        QTest::newRow("quantile out of range") << 4 << QStringLiteral("Lower limit");
        QTest::newRow("base outside the data") << 5 << QStringLiteral("1990");
    }

    void badInputIsSaidOnItsStepAndLaterStepsWait() {
        QFETCH(const int, bad);
        QFETCH(const QString, named);
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const std::vector<recipe::Step> steps{
            recipe::CalculateStep{.name = "v", .expression = "gpd + 1"},
            recipe::CalculateStep{.name = "w", .expression = "w + 1"},
            recipe::FilterStep{.condition = "y < -1000"},
            recipe::DeflateStep{.variables = {"y"}, .priceIndex = "price", .basePeriod = 2011},
            recipe::WinsoriseStep{.variables = {"y"}, .lower = -3},
            recipe::DeflateStep{.variables = {"y"}, .priceIndex = "good", .basePeriod = 1990}};
        fixture.session().edit(QStringLiteral("steps"), [&](project::Project p) {
            p.recipe = recipe::withStep(
                {}, recipe::CalculateStep{.name = "price", .expression = "if(x > 1, 100, 0)"});
            p.recipe = recipe::withStep(std::move(p.recipe),
                                        recipe::CalculateStep{.name = "good", .expression = "100"});
            p.recipe = recipe::withStep(std::move(p.recipe), steps[static_cast<std::size_t>(bad)]);
            p.recipe = recipe::withStep(std::move(p.recipe),
                                        recipe::CalculateStep{.name = "u", .expression = "y * 2"});
            return p;
        });
        QVERIFY(fixture.settle());
        const recipe::Evaluation& evaluation = fixture.session().evaluation()->recipe;
        QVERIFY(!evaluation.isComplete());
        QVERIFY(evaluation.result().find("price") != nullptr); // what was before stays
        QVERIFY(evaluation.result().find("u") == nullptr);     // what comes after waits
        const auto* list = fixture.find<QListView>("recipeList")->model();
        const QString said = list->index(2, 0).data(RecipeModel::ChangeRole).toString();
        QVERIFY2(said.contains(named), qPrintable(said));
    }

    void groupsAreFilledFromTheGazetteer() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        auto* recipe = fixture.find<RecipePanel>("recipePanel");
        recipe->prepareStep(QStringLiteral("list_group"));
        auto* lists = fixture.find<QAbstractButton>("gazetteerLists");
        QVERIFY(lists->isVisible());
        recipe->prepareStep(QStringLiteral("winsorise"));
        QVERIFY(!lists->isVisible());
    }
};

const testing::NamedTest<PrepareTest> prepareNamed("prepare");

} // namespace citypanel::ui

#include "prepare_test.moc"
