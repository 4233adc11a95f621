// SPDX-License-Identifier: GPL-3.0-or-later
// The import page: changes that concern several tables, or that ask before they are made.
#include "tests/ui/import_fixture.h"
#include "tests/ui/named_test.h"
#include "ui/import/import_desk.h"
#include "ui/models/columns_model.h"
#include "ui/models/plan_variables_model.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>
#include <QTreeWidget>
#include <QtTest>

#include <algorithm>

namespace citypanel::ui {

class ImportChangesTest final : public QObject {
    Q_OBJECT

    /// Presses a button of the box that asks, once it is there; its text goes to `asked`.
    static void answer(const char* button, QString& asked) {
        QTimer::singleShot(0, qApp, [button, &asked] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box == nullptr) {
                return answer(button, asked);
            }
            asked = box->text();
            for (QAbstractButton* choice : box->buttons()) {
                if (choice->text().remove(QLatin1Char('&')).startsWith(QLatin1String(button))) {
                    choice->click();
                }
            }
        });
    }

    const std::vector<std::pair<const char*, const char*>> differing{
        {"a.csv", "城市,年份,GDP\n北京市,2016,100\n天津市,2016,200\n上海市,2016,300\n"},
        {"b.csv", "城市,年份,GDP\n北京市,2016,101\n天津市,2016,400\n上海市,2016,330\n"}};

private Q_SLOTS:

    // The keys mark rows; over whole columns N leaves these out, and the page undoes it itself.
    void keysOverColumnsLeaveTheRowsAlone() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, differing);
        QVERIFY(view != nullptr);
        const auto layout = [&] { return view->desk().draft().plan.sheets.at(0).layout; };
        const auto before = layout();
        auto* grid = fixture.find<QTableView>("sheetGrid");
        grid->selectColumn(2);
        QSignalSpy messages(view, &Workplace::messageRequested);
        QTest::keyClick(grid, Qt::Key_H);
        QVERIFY(fixture.settle());
        QVERIFY(layout() == before);
        QCOMPARE(messages.count(), 1);
        QVERIFY(!view->canUndo());
        QTest::keyClick(grid, Qt::Key_N);
        QVERIFY(fixture.settle());
        QCOMPARE(layout().bodyBegin, before.bodyBegin);
        QVERIFY(!layout().columns.at(2).isImported);
        QVERIFY(view->canUndo());
        view->undo();
        QVERIFY(fixture.settle());
        QVERIFY(layout() == before);
        QVERIFY(view->canRedo());
    }

    // Years across are there or the kind stays; another kind has the names and years of its own.
    void aSheetIsReadAsAnotherKind() {
        PageFixture fixture;
        ImportPage* view =
            pageWith(fixture, {{"a_2016.csv", "城市,GDP\n北京市,100\n天津市,200\n上海市,300\n"},
                               {"b.csv", "城市,2015,2016\n北京市,1,2\n天津市,3,4\n上海市,5,6\n"}});
        QVERIFY(view != nullptr);
        const auto layout = [&](std::size_t at) {
            return view->desk().draft().plan.sheets.at(at).layout;
        };
        auto* kind = fixture.find<QComboBox>("kind");
        const auto choose = [&](sheets::LayoutKind chosen) {
            kind->setCurrentIndex(kind->findData(static_cast<int>(chosen)));
            Q_EMIT kind->activated(kind->currentIndex());
            return fixture.settle();
        };
        QSignalSpy messages(view, &Workplace::messageRequested);
        view->desk().chooseTable(0);
        QVERIFY(choose(sheets::LayoutKind::WideByPeriod));
        QCOMPARE(messages.count(), 1);
        QVERIFY(layout(0).kind == sheets::LayoutKind::OnePeriod);
        QCOMPARE(kind->currentData().toInt(), static_cast<int>(sheets::LayoutKind::OnePeriod));
        view->desk().chooseTable(1);
        QVERIFY(choose(sheets::LayoutKind::OnePeriod));
        QVERIFY(layout(1).kind == sheets::LayoutKind::OnePeriod);
        QVERIFY(choose(sheets::LayoutKind::WideByPeriod));
        QCOMPARE(layout(1).columns.at(2).period, 2016);
        QVERIFY(layout(1).columns.at(2).isImported);
    }

    void aUnitIsConvertedOrOnlyCorrectedAsAsked() {
        PageFixture fixture;
        ImportPage* view = pageWith(
            fixture, {{"产值.csv", "城市,年份,GDP(万元)\n北京市,2016,45000\n天津市,2016,20000\n"}});
        QVERIFY(view != nullptr);
        auto* table = fixture.find<QTableView>("variablesTable");
        const auto unit = [&] {
            return table->model()->index(0, PlanVariablesModel::UnitColumn).data().toString();
        };
        const auto value = [&] {
            return view->desk().review()->result->panel.find("GDP")->numbers()[0];
        };
        const auto enter = [&](const char* text, const char* button) {
            QString asked;
            answer(button, asked);
            table->model()->setData(table->model()->index(0, PlanVariablesModel::UnitColumn),
                                    QString::fromUtf8(text), Qt::EditRole);
            return QTest::qWaitFor([&] { return !asked.isEmpty(); }, 5000);
        };
        QVERIFY(enter("亿元", "Convert"));
        QVERIFY(fixture.settle());
        QCOMPARE(unit(), QStringLiteral("亿元"));
        QCOMPARE(value(), 4.5);
        QVERIFY(enter("万元", "Convert"));
        QVERIFY(fixture.settle());
        QCOMPARE(value(), 45000.0);
        QVERIFY(enter("亿元", "Only"));
        QVERIFY(fixture.settle());
        QCOMPARE(unit(), QStringLiteral("亿元"));
        QCOMPARE(value(), 45000.0);
        QVERIFY(enter("元", "Cancel"));
        QVERIFY(fixture.settle());
        QCOMPARE(unit(), QStringLiteral("亿元"));
    }

    void aLayoutIsSpreadToTablesLaidOutAlikeAlone() {
        PageFixture fixture;
        ImportPage* view =
            pageWith(fixture, {{"a_2015.csv", "城市,GDP,工资\n北京市,1,2\n天津市,3,4\n"},
                               {"b_2016.csv", "城市,GDP,工资\n北京市,5,6\n天津市,7,8\n"},
                               {"c_2017.csv", "某表,,\n城市,人口,面积\n北京市,5,6\n天津市,7,8\n"}});
        QVERIFY(view != nullptr);
        const auto layoutOf = [&](std::size_t table) {
            return view->desk().draft().plan.sheets[table].layout;
        };
        const sheets::Layout other = layoutOf(2);
        sheets::Layout layout = layoutOf(0);
        layout.bodyBegin = 2;
        view->desk().changeLayout(0, layout, true);
        QVERIFY(fixture.settle());
        QCOMPARE(layoutOf(1).bodyBegin, 2);
        QVERIFY(layoutOf(2) == other);
    }

    void conflictsStandByTheSizeOfTheirDifference() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, differing);
        QVERIFY(view != nullptr);
        auto* table = fixture.find<QTableView>("conflictsTable");
        const auto places = [table] {
            QStringList names;
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                names.append(table->model()->index(row, 1).data().toString());
            }
            return names.join(QLatin1Char(' '));
        };
        QCOMPARE(places(), QStringLiteral("天津市 上海市 北京市")); // 100, 10 and 1 per cent
        constexpr int difference = 7;
        table->horizontalHeader()->setSortIndicator(difference, Qt::AscendingOrder);
        QCOMPARE(places(), QStringLiteral("北京市 上海市 天津市"));
        // What is chosen is decided about, whatever the order.
        table->selectRow(2);
        auto* value = fixture.find<QComboBox>("conflictValue");
        QVERIFY(value->itemText(1).startsWith(QStringLiteral("400")));
        value->setCurrentIndex(1);
        fixture.find<QAbstractButton>("takeValue")->click();
        QVERIFY(fixture.settle());
        for (const sheets::ValueConflict& conflict :
             view->desk().review()->result->report.conflicts) {
            QCOMPARE(conflict.isDecided, conflict.unit == "天津市");
            QCOMPARE(conflict.number == 400, conflict.unit == "天津市");
        }
    }

    void whatIsDecidedIsNoProblemOfTheProject_data() {
        QTest::addColumn<bool>("isByRule");
        QTest::addColumn<int>("left");
        QTest::newRow("one by hand") << false << 2;
        QTest::newRow("all by a rule") << true << 0;
    }

    void rulesAreAskedForAgainWhenAFileBringsOtherConflicts() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, differing);
        QVERIFY(view != nullptr);
        auto* rules = fixture.find<QAbstractButton>("applyRules");
        auto* importNow = fixture.find<QAbstractButton>("importNow");
        rules->click();
        QVERIFY(fixture.settle());
        QVERIFY(importNow->isEnabled());
        QVERIFY(!rules->isEnabled());
        QVERIFY(write(fixture.path(QStringLiteral("third_2016.csv")), differing[0].second));
        // The same values again differ from the second file: of a source nobody has adopted.
        view->takeFiles({fixture.path(QStringLiteral("third_2016.csv"))});
        QVERIFY(fixture.settle());
        QVERIFY(view->desk().review()->open.conflicts > 0);
        QVERIFY(!importNow->isEnabled());
        QVERIFY(!view->desk().draft().chosenPlan().isRuleChosen);
        rules->click();
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().review()->open.conflicts, std::size_t{0});
        QVERIFY(importNow->isEnabled());
    }

    void afterOneIsTakenTheNextConflictIsChosen() {
        PageFixture fixture;
        QVERIFY(pageWith(fixture, differing) != nullptr);
        auto* table = fixture.find<QTableView>("conflictsTable");
        table->selectRow(1);
        fixture.find<QAbstractButton>("takeValue")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(table->currentIndex().row(), 2);
    }

    void aVariableOfYearsAcrossIsRenamedInAllItsYears() {
        PageFixture fixture;
        ImportPage* view = pageWith(
            fixture, {{"产值.csv", "城市,2015,2016\n合肥市,1,2\n芜湖市,3,4\n蚌埠市,5,6\n"}});
        QVERIFY(view != nullptr);
        auto* columns = fixture.find<QTableView>("columnsTable")->model();
        QVERIFY(columns->setData(columns->index(1, ColumnsModel::NameColumn),
                                 QStringLiteral("地区产值"), Qt::EditRole));
        QVERIFY(fixture.settle());
        const auto& read = view->desk().draft().plan.sheets[0].layout.columns;
        QCOMPARE(std::count_if(read.begin(), read.end(),
                               [](const auto& c) { return c.name == "地区产值"; }),
                 2);
    }

    void guessedYearsAreConfirmedByOneButton() {
        PageFixture fixture;
        ImportPage* view = pageWith(
            fixture,
            {{"人口2013.csv", "城市,人口_全市,人口_市辖区\n合肥市,1,2\n芜湖市,3,4\n蚌埠市,5,6\n"},
             {"产值2014.csv", "城市,产值_全市,产值_市辖区\n合肥市,1,2\n芜湖市,3,4\n蚌埠市,5,6\n"}});
        QVERIFY(view != nullptr);
        auto* confirm = fixture.find<QAbstractButton>("confirmYears");
        QVERIFY(confirm->isVisible());
        confirm->click();
        QVERIFY(fixture.settle());
        QVERIFY(!confirm->isVisible());
        for (const sheets::SheetImport& table : view->desk().draft().plan.sheets) {
            QVERIFY(!table.layout.isPeriodGuessed);
        }
    }

    void guessedYearsAreToBeDecided() {
        PageFixture fixture;
        ImportPage* view = pageWith(
            fixture,
            {{"人口2013.csv", "城市,人口_全市,人口_市辖区\n合肥市,1,2\n芜湖市,3,4\n蚌埠市,5,6\n"}});
        QVERIFY(view != nullptr);
        QCOMPARE(view->desk().review()->open.guesses, std::size_t{1});
        auto* importNow = fixture.find<QAbstractButton>("importNow");
        QVERIFY(!importNow->isEnabled());
        auto* confirm = fixture.find<QAbstractButton>("confirmYears");
        fixture.find<QAbstractButton>("nextToDecide")->click();
        QVERIFY(confirm->hasFocus());
        confirm->click();
        QVERIFY(fixture.settle());
        QVERIFY(importNow->isEnabled());

        // Neither the button that is gone nor F8 leaves the next key to the files.
        auto* files = fixture.find<QTreeWidget>("sheetsTree");
        QVERIFY(!files->hasFocus());
        files->setFocus();
        QSignalSpy said(view, &ImportPage::messageRequested);
        QTest::keyClick(files, Qt::Key_F8);
        QCOMPARE(said.size(), 1);
        QTest::keyClick(view->window()->focusWidget(), Qt::Key_Space);
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().draft().chosenPlan().sheets.size(), std::size_t{1});
    }

    // F8 before it is known what is open: shown when it is, and the keys between touch no file.
    void whatIsNextIsShownOnceTheFilesAreJoined() {
        PageFixture fixture;
        ImportPage* view = &fixture.page();
        const QString path = fixture.path(QStringLiteral("人口2013.csv"));
        QVERIFY(write(path, "城市,人口_全市,人口_市辖区\n合肥市,1,2\n芜湖市,3,4\n蚌埠市,5,6\n"));
        QVERIFY(QTest::qWaitForWindowActive(view));
        QVERIFY(view->takeFiles({path}));
        auto* files = fixture.find<QTreeWidget>("sheetsTree");
        files->setFocus();
        QVERIFY(files->hasFocus() && view->isBusy());
        QTest::keyClick(files, Qt::Key_F8);
        QVERIFY(!files->hasFocus());
        QTest::keyClick(view->window()->focusWidget(), Qt::Key_Space);
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().draft().chosenPlan().sheets.size(), std::size_t{1});
        auto* confirm = fixture.find<QAbstractButton>("confirmYears");
        QTRY_VERIFY(confirm->hasFocus());
        confirm->click();
        QVERIFY(fixture.settle());
        QVERIFY(fixture.find<QAbstractButton>("importNow")->isEnabled());
    }

    // What an earlier draft was joined to must not be imported as this one's.
    void aCancelledJoinLeavesNothingToImport() {
        PageFixture fixture;
        ImportPage* view =
            pageWith(fixture, {{"人口.csv", "城市,年份,人口\n合肥市,2012,1\n芜湖市,2012,2\n"},
                               {"产值.csv", "城市,年份,产值\n合肥市,2012,3\n芜湖市,2012,4\n"}});
        QVERIFY(view != nullptr);
        auto* importNow = fixture.find<QAbstractButton>("importNow");
        auto* next = fixture.find<QAbstractButton>("nextToDecide");
        QVERIFY(importNow->isEnabled());
        QVERIFY(!next->isVisible());
        view->desk().change(
            [](ImportDraft draft) { return withoutFile(std::move(draft), "产值.csv"); });
        QVERIFY(view->isBusy());
        QTest::keyClick(view, Qt::Key_F8);
        fixture.session().jobs().cancel(QStringLiteral("import.review"));
        QVERIFY(!importNow->isEnabled());
        QVERIFY(fixture.settle());
        QVERIFY(!importNow->isEnabled());
        QVERIFY(!view->desk().review()->result);
        QVERIFY(next->isVisible());
        next->click();
        QVERIFY(fixture.settle());
        QVERIFY(importNow->isEnabled());
        QVERIFY(!next->isVisible());
        QCOMPARE(view->desk().review()->result->panel.columnCount(), std::size_t{3});
    }

    void aFileOfANameThatIsThereIsReadBesideItOrInItsPlace() {
        PageFixture fixture;
        QDir(fixture.path(QString())).mkpath(QStringLiteral("第二年"));
        const QString second = fixture.path(QStringLiteral("第二年/人口.csv"));
        QVERIFY(write(second, "城市,人口\n合肥市,7\n芜湖市,8\n蚌埠市,9\n"));
        ImportPage* view =
            pageWith(fixture, {{"人口.csv", "城市,人口\n合肥市,1\n芜湖市,2\n蚌埠市,3\n"}});
        QVERIFY(view != nullptr);
        view->desk().changePlan(
            [](sheets::ImportPlan plan) { return sheets::withPeriod(std::move(plan), 2012, {}); });
        QVERIFY(fixture.settle());
        const auto names = [&] {
            QStringList all;
            for (const project::Source& source : view->desk().draft().sources) {
                all.append(QString::fromStdString(source.name));
            }
            return all;
        };
        const QStringList first{QStringLiteral("人口.csv")};

        view->takeFiles({second});
        QVERIFY(fixture.settle());
        QVERIFY(answerSameNames(fixture, QMessageBox::RejectRole));
        QCOMPARE(names(), first);
        QCOMPARE(view->desk().review()->open.all(), std::size_t{0});

        view->takeFiles({second});
        QVERIFY(fixture.settle());
        QVERIFY(answerSameNames(fixture, QMessageBox::AcceptRole));
        QCOMPARE(names(), first + QStringList{QStringLiteral("人口 (第二年).csv")});
        QCOMPARE(view->desk().review()->open.periods, std::size_t{1}); // of which year is it?
        view->undo();
        QVERIFY(fixture.settle());
        QCOMPARE(names(), first);
        QCOMPARE(view->desk().draft().plan.sheets[0].layout.givenPeriod, 2012);

        view->takeFiles({second});
        QVERIFY(fixture.settle());
        QVERIFY(answerSameNames(fixture, QMessageBox::DestructiveRole));
        QCOMPARE(names(), first);
        const sheets::ImportResult& replaced = *view->desk().review()->result;
        QCOMPARE(replaced.panel.find("人口")->numbers()[0], 7.0);
        QCOMPARE(view->desk().review()->open.guesses, std::size_t{1}); // 2012 was told of the other
        view->undo();
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().review()->result->panel.find("人口")->numbers()[0], 1.0);
        QCOMPARE(view->desk().review()->open.guesses, std::size_t{0});
    }

    void whatWasSaidOfVariablesAndNamesHoldsForFilesAddedLater() {
        const char* first = "城市,人口,绿地\n合肥市,1,2\n芜湖市,3,4\n某某开发区,5,6\n";
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, {{"甲_2015.csv", first}});
        QVERIFY(view != nullptr);
        view->desk().changePlan([](sheets::ImportPlan plan) {
            plan = sheets::withVariableRenamed(std::move(plan), "人口", "pop");
            plan = sheets::withVariablesImported(std::move(plan), {"绿地"}, false);
            plan.names.push_back({.file = "甲_2015.csv",
                                  .sheet = plan.sheets[0].sheet,
                                  .written = "某某开发区",
                                  .state = sheets::NameState::LeftOut});
            return plan;
        });
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().review()->open.names, std::size_t{0});
        QVERIFY(pageWith(fixture, {{"乙_2016.csv", first}}) != nullptr);
        const Panel& panel = view->desk().review()->result->panel;
        QCOMPARE(panel.columnCount(), std::size_t{3});
        QCOMPARE(panel.find("pop")->missingCount(), std::size_t{0});
        QCOMPARE(view->desk().review()->open.names, std::size_t{0});
    }

    void aMappingSpeaksOfItsColumnsAndKeepsValuesDecidedOneByOne() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, differing);
        QVERIFY(view != nullptr);
        auto* table = fixture.find<QTableView>("conflictsTable");
        table->selectRow(1);
        fixture.find<QAbstractButton>("takeValue")->click();
        QVERIFY(fixture.settle());
        const std::size_t open = view->desk().review()->open.conflicts;
        QVERIFY(open > 0);
        const auto values = view->desk().draft().plan.values;
        QCOMPARE(values.size(), std::size_t{1});
        const QString mapping = fixture.path(QStringLiteral("m.json"));
        view->desk().saveMapping(mapping);
        QVERIFY(fixture.settle());
        view->desk().applyMapping(mapping);
        QVERIFY(fixture.settle());
        QVERIFY(view->desk().draft().plan.values == values);
        QCOMPARE(view->desk().review()->open.conflicts, open); // nobody chose a rule
        fixture.find<QAbstractButton>("applyRules")->click();
        QVERIFY(fixture.settle());
        view->desk().saveMapping(mapping);
        QVERIFY(fixture.settle());
        view->desk().undo();
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().review()->open.conflicts, open);
        view->desk().applyMapping(mapping);
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().review()->open.conflicts, std::size_t{0});
    }

    void filesAreAddedToWhatWasChangedMeanwhile() {
        PageFixture fixture;
        ImportPage* view =
            pageWith(fixture, {{"人口.csv", "城市,人口\n合肥市,1\n芜湖市,2\n蚌埠市,3\n"}});
        QVERIFY(view != nullptr);
        const QString more = fixture.path(QStringLiteral("产值_2012.csv"));
        QVERIFY(write(more, "城市,产值\n合肥市,7\n芜湖市,8\n蚌埠市,9\n"));
        view->takeFiles({more});
        view->desk().changePlan(
            [](sheets::ImportPlan plan) { return sheets::withPeriod(std::move(plan), 2012, {}); });
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().draft().sources.size(), std::size_t{2});
        QCOMPARE(view->desk().draft().plan.sheets[0].layout.givenPeriod, 2012);
    }

    void aMappingLeavesWhatItDoesNotSpeakOf() {
        const char* text = "城市,年份,人口,绿地\n合肥市,2015,1,2\n芜湖市,2015,3,4\n"
                           "蚌埠市,2015,5,6\n";
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, {{"甲.csv", text}});
        QVERIFY(view != nullptr);
        const auto rename = [&](const std::string& from, const std::string& to) {
            view->desk().changePlan([&](sheets::ImportPlan plan) {
                return sheets::withVariableRenamed(std::move(plan), from, to);
            });
            return fixture.settle();
        };
        QVERIFY(rename("人口", "pop"));
        const QString mapping = fixture.path(QStringLiteral("m.json"));
        view->desk().saveMapping(mapping);
        QVERIFY(fixture.settle());
        QVERIFY(rename("pop", "population"));
        QVERIFY(rename("绿地", "green"));
        view->desk().applyMapping(mapping);
        QVERIFY(fixture.settle());
        const Panel& panel = view->desk().review()->result->panel;
        QVERIFY(panel.find("pop") != nullptr);
        QVERIFY(panel.find("green") != nullptr);
    }

    void aColumnOfNumbersWithoutAHeadingIsToldAndRead() {
        PageFixture fixture;
        ImportPage* view = pageWith(
            fixture, {{"甲.csv", "city,year,gdp,,pop\n合肥市,2015,1,7,3\n芜湖市,2015,2,8,4\n"}});
        QVERIFY(view != nullptr);
        auto* summary = fixture.find<QLabel>("importSummary");
        QVERIFY2(summary->text().contains(QStringLiteral("甲.csv: D")) ||
                     summary->text().contains(QStringLiteral(": D")),
                 qPrintable(summary->text()));
        auto* grid = fixture.find<QTableView>("sheetGrid");
        grid->selectColumn(3);
        QTest::keyClick(grid, Qt::Key_B);
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().review()->result->panel.columnCount(), std::size_t{5});
        QVERIFY(!summary->text().contains(QStringLiteral(": D")));
        view->desk().changePlan([](sheets::ImportPlan plan) { // left out by somebody, and listed
            return sheets::withVariablesImported(std::move(plan), {"pop"}, false);
        });
        QVERIFY(fixture.settle());
        QVERIFY(!summary->text().contains(QStringLiteral("pop")));
    }

    void aYearOfFiveDigitsIsRefusedWithAWord() {
        PageFixture fixture;
        QVERIFY(pageWith(fixture, {{"人口.csv", "城市,人口\n合肥市,1\n芜湖市,2\n蚌埠市,3\n"}}) !=
                nullptr);
        auto* year = fixture.find<QLineEdit>("periodYear");
        QTest::keyClicks(year, QStringLiteral("20115"));
        QCOMPARE(year->text(), QStringLiteral("20115"));
        QVERIFY(!fixture.find<QAbstractButton>("setPeriod")->isEnabled());
        QVERIFY(fixture.find<QLabel>("periodQuestion")->text().contains(QStringLiteral("20115")));
    }

    void whatIsDecidedIsNoProblemOfTheProject() {
        QFETCH(const bool, isByRule);
        QFETCH(const int, left);
        PageFixture fixture;
        QVERIFY(pageWith(fixture, differing) != nullptr);
        fixture.find<QAbstractButton>(isByRule ? "applyRules" : "takeValue")->click();
        QVERIFY(fixture.settle());
        if (!isByRule) {
            fixture.find<QAbstractButton>("importAnyway")->click();
        }
        fixture.find<QAbstractButton>("importNow")->click();
        QVERIFY(fixture.settle());
        const Problems& problems = fixture.session().evaluation()->problems;
        QCOMPARE(static_cast<int>(std::count_if(
                     problems.begin(), problems.end(),
                     [](const Problem& p) { return p.code == ProblemCode::DuplicateKey; })),
                 left);
        QCOMPARE(fixture.session().evaluation()->import.conflicts.size(), std::size_t{3});
    }
};

const testing::NamedTest<ImportChangesTest> importChangesNamed("import_changes");

} // namespace citypanel::ui

#include "import_changes_test.moc"
