// SPDX-License-Identifier: GPL-3.0-or-later
// Preparing data in the window: previews, expressions, what is missing, ready-made recipes, and the
// views of the data.
#include "tests/ui/window_fixture.h"
#include "ui/data/panel_views.h"
#include "ui/models/panel_model.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/histogram_view.h"
#include "ui/widgets/workplace.h"
#include "ui/window/recipe_panel.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTabBar>
#include <QTableView>
#include <QTreeWidget>
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
        QVERIFY(!fixture.find<QLabel>("rowCount")->text().isEmpty());
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

} // namespace citypanel::ui

QTEST_MAIN(citypanel::ui::PrepareTest)
#include "prepare_test.moc"
