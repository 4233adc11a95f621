// SPDX-License-Identifier: GPL-3.0-or-later
// The import page on small files: from the empty window to a panel of three sources, with every
// doubt decided by keyboard and pointer.
#include "tests/ui/import_fixture.h"
#include "tests/ui/named_test.h"
#include "ui/import/import_desk.h"
#include "ui/models/sheet_model.h"
#include "ui/widgets/coverage_map.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTreeWidget>
#include <QtTest>

namespace citypanel::ui {

namespace {

// A page of a yearbook with a title, units, a total, a note, a number that cannot be read, and a
// name that is one character off; it says nowhere of which year it is.
const char* const page = "表2-1 人口,,\n"
                         "单位：万人,,\n"
                         "城市,年末总人口,从业人员\n"
                         "合计,30,15\n"
                         "合肥市,10,5\n"
                         "芜湖市,£20,6\n"
                         "蚌埠市,30,7\n"
                         "安庄市,40,8\n"
                         "注：数据来自年鉴,,\n";

const char* const wide = "城市,2015,2016\n合肥市,1,2\n芜湖市,3,4\n蚌埠市,5,6\n安庆市,7,8\n";

const char* const later = "城市,年份,年末总人口\n合肥市,2016,10\n芜湖市,2016,20\n蚌埠市,2016,31\n";

} // namespace

class ImportTest final : public QObject {
    Q_OBJECT

    static const sheets::OpenDecisions& open(ImportPage* shown) {
        return shown->desk().review()->open;
    }

private Q_SLOTS:

    void anEmptyPageSaysWhatToDo() {
        PageFixture fixture;
        QVERIFY(fixture.find<QAbstractButton>("chooseFiles")->isVisible());
        QVERIFY(!fixture.find<QAbstractButton>("importNow")->isVisible());
    }

    // A year that rests on what the table looks like is marked until somebody picks its rule.
    void aGuessedYearIsMarkedUntilItsRuleIsPicked() {
        PageFixture fixture;
        ImportPage* view = pageWith(
            fixture,
            {{"人口2013.csv", "城市,人口_全市,人口_市辖区\n合肥市,1,2\n芜湖市,3,4\n蚌埠市,5,6\n"}});
        QVERIFY(view != nullptr);
        auto* files = fixture.find<QTreeWidget>("sheetsTree");
        const auto yearOf = [files] { return files->topLevelItem(0)->child(0)->text(1); };
        QCOMPARE(yearOf(), QStringLiteral("2012?"));
        auto* rule = fixture.find<QComboBox>("periodRule");
        Q_EMIT rule->activated(rule->currentIndex());
        QVERIFY(fixture.settle());
        QCOMPARE(yearOf(), QStringLiteral("2012"));
    }

    void threeSourcesAreJoinedWhenAllIsDecided() {
        PageFixture fixture;
        ImportPage* view =
            pageWith(fixture, {{"人口.csv", page}, {"产值.csv", wide}, {"续_2016.csv", later}});
        QVERIFY(view != nullptr);
        auto* importNow = fixture.find<QAbstractButton>("importNow");
        auto* next = fixture.find<QAbstractButton>("nextToDecide");
        QVERIFY(!importNow->isEnabled());
        QCOMPARE(open(view).periods, std::size_t{1});

        // The year that stands nowhere is asked once.
        next->click();
        auto* year = fixture.find<QLineEdit>("periodYear");
        QCOMPARE(year->text(), QString()); // nothing is proposed, and nothing can be set by a slip
        QVERIFY(!fixture.find<QAbstractButton>("setPeriod")->isEnabled());
        year->setText(QStringLiteral("0"));
        QTest::keyClick(year, Qt::Key_Return);
        QCOMPARE(open(view).periods, std::size_t{1});
        year->setText(QStringLiteral("2016"));
        QTest::keyClick(year, Qt::Key_Return);
        QVERIFY(fixture.settle());
        QCOMPARE(open(view).periods, std::size_t{0});

        // The name is decided on the page of names.
        QCOMPARE(open(view).names, std::size_t{1});
        next->click();
        auto* names = fixture.find<QTableView>("namesTable");
        QVERIFY(names->isVisible());
        QCOMPARE(names->currentIndex().siblingAtColumn(2).data().toString(),
                 QStringLiteral("安庆市"));
        fixture.find<QAbstractButton>("acceptName")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(open(view).names, std::size_t{0});

        // 蚌埠 has 30 here and 31 there: a rule is chosen, then one value by hand.
        QCOMPARE(open(view).conflicts, std::size_t{1});
        next->click();
        auto* conflicts = fixture.find<QTableView>("conflictsTable");
        QVERIFY(conflicts->isVisible());
        auto* between = fixture.find<QComboBox>("betweenSources");
        between->setCurrentIndex(between->findData(static_cast<int>(sheets::ConflictRule::Mean)));
        Q_EMIT between->activated(between->currentIndex());
        QVERIFY(fixture.settle());
        QCOMPARE(open(view).all(), std::size_t{0});
        QVERIFY(!next->isVisible());

        QVERIFY(importNow->isEnabled());
        importNow->click();
        QVERIFY(fixture.settle());
        const Panel& panel = fixture.session().evaluation()->recipe.source;
        QCOMPARE(panel.unitCount(), std::size_t{4});
        const Variable* population = panel.find("年末总人口");
        QVERIFY(population != nullptr);
        const auto at = [&](const std::string& unit) {
            const auto labels = panel.unitLabels();
            const auto found = std::find(labels.begin(), labels.end(), unit);
            return *panel.rowOf(static_cast<std::size_t>(found - labels.begin()), 2016);
        };
        QCOMPARE(population->numbers()[at("蚌埠市")], 30.5);
        QCOMPARE(population->numbers()[at("芜湖市")], 20.0); // the other source has it
        QCOMPARE(population->numbers()[at("安庆市")], 40.0);
        QVERIFY(!fixture.session().project()->plan.names.empty());
    }

    void undecidedThingsAreImportedOnlyWhenThePersonSaysSo() {
        PageFixture fixture;
        QVERIFY(pageWith(fixture, {{"甲_2016.csv", page}}) != nullptr);
        auto* importNow = fixture.find<QAbstractButton>("importNow");
        auto* anyway = fixture.find<QCheckBox>("importAnyway");
        QVERIFY(!importNow->isEnabled());
        QVERIFY(anyway->isVisible());
        anyway->setChecked(true);
        QVERIFY(importNow->isEnabled());
        importNow->click();
        QVERIFY(fixture.settle());
        QVERIFY(fixture.session().evaluation()->recipe.source.rowCount() > 0);
    }

    void keysMarkRowsAndUndoTakesThemBack() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, {{"甲_2016.csv", page}});
        QVERIFY(view != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(&fixture.page()));
        auto* grid = fixture.find<QTableView>("sheetGrid");
        grid->setFocus();
        grid->setCurrentIndex(grid->model()->index(7, 0));
        const auto layout = [&] { return view->desk().draft().plan.sheets.at(0).layout; };
        const sheets::Layout before = layout();
        const auto regionAt = [&](int row) {
            return static_cast<CellRegion>(
                grid->model()->index(row, 1).data(SheetModel::RegionRole).toInt());
        };
        QCOMPARE(regionAt(2), CellRegion::Header);
        QCOMPARE(regionAt(3), CellRegion::Skipped);
        QCOMPARE(regionAt(4), CellRegion::Body);
        QTest::keyClick(grid, Qt::Key_N);
        QVERIFY(fixture.settle());
        QVERIFY(layout() != before);
        QCOMPARE(regionAt(7), CellRegion::Note);
        QCOMPARE(open(view).names, std::size_t{0}); // its name stood in that row
        QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(fixture.settle());
        QVERIFY(layout() == before);
        QTest::keyClick(grid, Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(layout() != before);
    }

    void theBinTakesOneFileOnly() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, {{"甲_2016.csv", page}, {"产值.csv", wide}});
        QVERIFY(view != nullptr);
        auto* bin = fixture.find<QAbstractButton>("removeFile");
        bin->click();
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().draft().sources.size(), std::size_t{1});
        bin->click();
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().draft().sources.size(), std::size_t{1});
    }

    void aCancelledReadingLeavesTheEmptyPage() {
        PageFixture fixture;
        QSignalSpy messages(&fixture.page(), &Workplace::messageRequested);
        const QString path = fixture.path(QStringLiteral("甲_2016.csv"));
        QVERIFY(write(path, page));
        fixture.page().takeFiles({path});
        fixture.session().jobs().cancel(QStringLiteral("import.read"));
        QVERIFY(fixture.settle());
        QTRY_COMPARE(messages.count(), 1);
        QVERIFY(!fixture.find<QTabWidget>("importPages")->isVisible());
    }

    void enterGoesToTheNextDoubtfulCell() {
        PageFixture fixture;
        QVERIFY(pageWith(fixture, {{"甲_2016.csv", page}}) != nullptr);
        auto* grid = fixture.find<QTableView>("sheetGrid");
        grid->setCurrentIndex(grid->model()->index(0, 0));
        QTest::keyClick(grid, Qt::Key_Return);
        QCOMPARE(grid->currentIndex(), grid->model()->index(5, 1)); // £20
        QVERIFY(grid->currentIndex().data(SheetModel::IsDoubtfulRole).toBool());
        QVERIFY(fixture.find<QLabel>("cellHint")->text().contains(QStringLiteral("£20")));
        QTest::keyClick(grid, Qt::Key_Return);
        QCOMPARE(grid->currentIndex(), grid->model()->index(7, 0)); // 安庄市
    }

    void theMenuMarksAColumn() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, {{"甲_2016.csv", page}});
        QVERIFY(view != nullptr);
        auto* grid = fixture.find<QTableView>("sheetGrid");
        grid->setCurrentIndex(grid->model()->index(5, 2));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(grid, &event);
        auto* menu = grid->findChild<QMenu*>(QStringLiteral("sheetMenu"));
        QVERIFY(menu != nullptr);
        menu->actions().last()->trigger(); // nothing to read
        menu->close();
        QVERIFY(fixture.settle());
        QVERIFY(view->desk().review()->result->panel.find("从业人员") == nullptr);
    }

    void namesAreChangedInBulk() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, {{"甲_2016.csv", page}, {"产值.csv", wide}});
        QVERIFY(view != nullptr);
        fixture.find<QTabWidget>("importPages")->setCurrentIndex(1);
        fixture.find<QLineEdit>("findInNames")->setText(QStringLiteral("年末"));
        fixture.find<QAbstractButton>("replaceNow")->click();
        QVERIFY(fixture.settle());
        QVERIFY(view->desk().review()->result->panel.find("总人口") != nullptr);
    }

    void aSavedMappingAppliesToNextYearsFile() {
        PageFixture fixture;
        const QString mapping = fixture.path(QStringLiteral("mapping.json"));
        {
            ImportPage* view = pageWith(fixture, {{"甲_2016.csv", page}});
            QVERIFY(view != nullptr);
            view->desk().changePlan([](sheets::ImportPlan plan) {
                return sheets::withVariableRenamed(std::move(plan), "年末总人口", "pop");
            });
            view->desk().saveMapping(mapping);
            QVERIFY(fixture.settle());
            QVERIFY(QFile::exists(mapping));
        }

        fixture.session().newProject();
        QVERIFY(fixture.settle());
        ImportPage* view = pageWith(fixture, {{"甲_2017.csv", page}});
        QVERIFY(view->desk().review()->result->panel.find("pop") == nullptr);
        view->desk().applyMapping(mapping);
        QVERIFY(fixture.settle());
        QVERIFY(view->desk().review()->result->panel.find("pop") != nullptr);
    }

    void aReplacedFileOffersWhatIsNewAndKeepsWhatWasSaid() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, {{"续_2016.csv", later}});
        QVERIFY(view != nullptr);
        view->desk().changePlan([](sheets::ImportPlan plan) {
            return sheets::withVariableRenamed(std::move(plan), "年末总人口", "pop");
        });
        QVERIFY(fixture.settle());
        QSignalSpy told(&fixture.page(), &Workplace::messageRequested);
        QVERIFY(pageWith(fixture, {{"续_2016.csv", "城市,年份,绿地,年末总人口\n合肥市,2016,7,10\n"
                                                   "芜湖市,2016,8,20\n蚌埠市,2016,9,31\n"
                                                   "安庆市,2016,1,2\n"}}) != nullptr);
        QVERIFY(answerSameNames(fixture, QMessageBox::DestructiveRole));
        const Panel& panel = view->desk().review()->result->panel;
        QCOMPARE(panel.rowCount(), std::size_t{4});
        QCOMPARE(panel.find("pop")->numbers()[0], 10.0);
        QCOMPARE(panel.find("绿地")->numbers()[0], 7.0);
        QCOMPARE(told.count(), 1);
        const QString text = told.first().first().toString();
        QVERIFY2(text.contains(QStringLiteral("续_2016.csv")) &&
                     text.contains(QStringLiteral("绿地")) && !text.contains(QStringLiteral("pop")),
                 qPrintable(text));
        QVERIFY(!told.first().at(1).toBool());
        // The very same file again changes nothing and says nothing.
        QVERIFY(pageWith(fixture, {}) != nullptr);
        fixture.page().takeFiles({fixture.path(QStringLiteral("续_2016.csv"))});
        QVERIFY(fixture.settle());
        QCOMPARE(told.count(), 1);
    }

    void filesOfOneNameInTwoFoldersAreBothRead() {
        PageFixture fixture;
        QDir(fixture.path(QString())).mkpath(QStringLiteral("books/2015"));
        QDir(fixture.path(QString())).mkpath(QStringLiteral("books/2016"));
        QVERIFY(write(fixture.path(QStringLiteral("books/2015/a.csv")), page));
        QVERIFY(write(fixture.path(QStringLiteral("books/2016/a.csv")), page));
        fixture.page().takeFiles({fixture.path(QStringLiteral("books"))});
        QVERIFY(fixture.settle());
        const ImportDraft& draft = fixture.page().desk().draft();
        QCOMPARE(draft.sources.size(), std::size_t{2});
        QCOMPARE(draft.sources[0].name, std::string("a (2015).csv"));
        QCOMPARE(draft.sources[1].name, std::string("a (2016).csv"));
        QCOMPARE(open(&fixture.page()).periods, std::size_t{0}); // the folder is the year
    }

    void aVariableCannotHaveTheNameOfAKey() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, {{"续_2016.csv", later}});
        QVERIFY(view != nullptr);
        fixture.find<QTabWidget>("importPages")->setCurrentIndex(1);
        QSignalSpy told(&fixture.page(), &Workplace::messageRequested);
        auto* table = fixture.find<QTableView>("variablesTable");
        table->model()->setData(table->model()->index(0, 0), QStringLiteral("year"), Qt::EditRole);
        QVERIFY(fixture.settle());
        QCOMPARE(told.count(), 1);
        QVERIFY(told.first().first().toString().contains(QStringLiteral("column of years")));
        QVERIFY(view->desk().review()->result->panel.find("年末总人口") != nullptr);
    }

    void aTurnedSheetOfUnknownNamesIsHintedAt() {
        PageFixture fixture;
        QVERIFY(pageWith(fixture, {{"b_2015.csv", "指标,甲县,乙县\nsales,1,2\nstaff,4,5\n"}}) !=
                nullptr);
        bool isHinted = false;
        for (const QLabel* label : fixture.page().findChildren<QLabel*>()) {
            isHinted =
                isHinted || label->text().contains(QLatin1String("Rows and columns change places"));
        }
        QVERIFY(isHinted);
    }

    void aListOfOnesOwnPlacesTakesTheRoomOfTheGazetteer() {
        PageFixture fixture;
        ImportPage* view =
            pageWith(fixture, {{"firms.csv", "name,year,sales\nAlpha,2016,1\nAlfa,2017,2\n"
                                             "Beta,2016,3\n"}});
        QVERIFY(view != nullptr);
        const QString list = fixture.path(QStringLiteral("places.csv"));
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("code,name,aliases\n1,Alpha,Alfa\n2,Beta,\n");
        file.close();
        view->desk().usePlaces(list);
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().draft().plan.unitNames, sheets::UnitNames::OwnPlaces);
        QCOMPARE(view->desk().review()->result->panel.unitLabels().size(), std::size_t{2});
        auto* places = fixture.find<QComboBox>("namePlace");
        QCOMPARE(places->count(), 2);
        QCOMPARE(places->itemData(0).toString(), QStringLiteral("Alpha"));
        auto* system = fixture.find<QComboBox>("unitNames");
        QCOMPARE(system->currentData().toInt(), static_cast<int>(sheets::UnitNames::OwnPlaces));

        view->desk().undo();
        QVERIFY(fixture.settle());
        QVERIFY(view->desk().draft().plan.unitNames != sheets::UnitNames::OwnPlaces);
    }

    void aFileThatCannotBeReadDoesNotKeepTheOthersOut() {

        PageFixture fixture;
        QSignalSpy told(&fixture.page(), &Workplace::messageRequested);
        ImportPage* view = pageWith(fixture, {{"甲_2016.csv", page}, {"broken.xlsx", "PK\3\4 no"}});
        QVERIFY(view != nullptr);
        QCOMPARE(view->desk().draft().sources.size(), std::size_t{1});
        QCOMPARE(view->desk().draft().unread.size(), std::size_t{1});
        QCOMPARE(told.count(), 1);
        QVERIFY(told.first().first().toString().contains(QStringLiteral("broken.xlsx")));
        auto* tree = fixture.find<QTreeWidget>("sheetsTree");
        QCOMPARE(tree->topLevelItemCount(), 2);
        tree->setCurrentItem(tree->topLevelItem(1));
        QTest::keyClick(tree, Qt::Key_Delete);
        QCOMPARE(tree->topLevelItemCount(), 1);
    }

    void manyFilesThatCannotBeReadAreNotAllToldInTheMessage() {
        PageFixture fixture;
        QSignalSpy told(&fixture.page(), &Workplace::messageRequested);
        std::vector<QByteArray> names;
        std::vector<std::pair<const char*, const char*>> files;
        for (int i = 0; i < 9; ++i) {
            names.push_back("broken" + QByteArray::number(i) + ".xlsx");
        }
        for (const QByteArray& name : names) {
            files.emplace_back(name.constData(), "PK\3\4 no");
        }
        QVERIFY(pageWith(fixture, files) != nullptr);
        QCOMPARE(told.count(), 1);
        const QStringList lines = told.first().first().toString().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines.last().contains(QLatin1Char('5')));
        QCOMPARE(fixture.find<QTreeWidget>("sheetsTree")->topLevelItemCount(), 9);
    }

    void anImportThatIsNotFinishedOutlivesACrash() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, {{"甲_2016.csv", page}});
        QVERIFY(view != nullptr);
        sheets::Layout layout = view->desk().draft().plan.sheets[0].layout;
        layout.ignoredRows = {5};
        view->desk().changeLayout(0, layout);
        QVERIFY(fixture.settle());
        const auto left = fixture.session().importDraft();
        QVERIFY(left != nullptr);
        QCOMPARE(left->sources.size(), std::size_t{1});
        QCOMPARE(left->plan.sheets[0].layout, layout);
        QVERIFY(fixture.session().project()->sources.empty());

        PageFixture other;
        other.session().setImportDraft(left); // as the session has it after recover()
        Q_EMIT other.session().projectChanged();
        QVERIFY(other.settle());
        QCOMPARE(other.page().desk().draft().plan.sheets[0].layout, layout);
        QVERIFY(other.page().desk().isOwn());
        QVERIFY(other.session().importDraft() != nullptr);
    }

    void aRestoredImportKnowsWhatIsNotTickedAndTheRuleChosen() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, {{"产值.csv", wide}, {"续_2016.csv", later}});
        QVERIFY(view != nullptr);
        sheets::Layout layout = view->desk().draft().plan.sheets[0].layout;
        layout.ignoredRows = {2};
        view->desk().changeLayout(0, layout);
        view->desk().change([](ImportDraft draft) {
            draft.adopted = sheets::sourcesOf(draft.plan);
            return withChosen(std::move(draft), {0}, false);
        });
        QVERIFY(fixture.settle());
        const auto left = fixture.session().importDraft();
        QVERIFY(left != nullptr);
        QCOMPARE(left->plan.sheets.size(), std::size_t{1});

        PageFixture other;
        other.session().setImportDraft(left); // as the session has it after recover()
        Q_EMIT other.session().projectChanged();
        QVERIFY(other.settle());
        const ImportDraft& draft = other.page().desk().draft();
        QCOMPARE(draft.plan.sheets.size(), std::size_t{2});
        QCOMPARE(draft.plan.sheets[0].layout, layout);
        QVERIFY(!draft.isChosen[0]);
        QVERIFY(draft.isChosen[1]);
        QVERIFY(!draft.adopted.empty());
    }

    void aSheetWithUnitsAcrossIsTurnedByTicking() {
        PageFixture fixture;
        ImportPage* view =
            pageWith(fixture, {{"g.csv", "year,Alpha Ltd,Beta Ltd\n2010,1,2\n2011,3,4\n"}});
        QVERIFY(view != nullptr);
        QVERIFY(!view->desk().draft().plan.sheets[0].layout.isTransposed);
        auto* turned = fixture.find<QCheckBox>("isTransposed");
        auto* grid = fixture.find<QTableView>("sheetGrid");
        turned->click();
        QVERIFY(fixture.settle());
        QVERIFY(view->desk().draft().plan.sheets[0].layout.isTransposed);
        // Shown as it is read, under the names its cells have in the file.
        QCOMPARE(grid->model()->index(1, 0).data().toString(), QStringLiteral("Alpha Ltd"));
        QCOMPARE(grid->model()->headerData(1, Qt::Vertical).toString(), QStringLiteral("B"));
        QCOMPARE(grid->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("2"));
        QCOMPARE(fixture.find<QSpinBox>("bodyBegin")->text(), QStringLiteral("B"));
        QCOMPARE(fixture.find<QTableView>("columnsTable")->model()->index(0, 0).data().toString(),
                 QStringLiteral("1"));
        const auto review = view->desk().review();
        QVERIFY(review->result.has_value());
        QCOMPARE(review->result->panel.unitCount(), std::size_t{2});
        QCOMPARE(review->result->panel.rowCount(), std::size_t{4});
        QVERIFY(view->desk().showPlace({.file = "g.csv", .sheet = "g.csv", .cell = "C2"}));
        QCOMPARE(grid->currentIndex().data().toString(), QStringLiteral("2"));
        turned->click();
        QVERIFY(fixture.settle());
        QCOMPARE(grid->model()->index(1, 0).data().toString(), QStringLiteral("2010"));
    }

    void aSheetOfOneCityIsToldWhose() {
        PageFixture fixture;
        ImportPage* view = pageWith(
            fixture, {{"x.csv", "年份,GDP,人口\n2010,1,2\n2011,3,4\n"}, {"产值.csv", wide}});
        QVERIFY(view != nullptr);
        auto* whose = fixture.find<QLineEdit>("givenUnit");
        QVERIFY(whose->isVisible());
        QTest::keyClicks(whose, QStringLiteral("Alpha"));
        QTest::keyClick(whose, Qt::Key_Return);
        QVERIFY(fixture.settle());
        QCOMPARE(view->desk().draft().plan.sheets[0].layout.givenUnit, std::string("Alpha"));
        QCOMPARE(view->desk().review()->result->panel.unitCount(), std::size_t{5});
    }

    void undoingTheImportLeavesTheFilesOnTheDesk() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, {{"产值.csv", wide}});
        QVERIFY(view != nullptr);
        view->desk().import();
        QVERIFY(fixture.settle());
        QVERIFY(fixture.session().importDraft() == nullptr);
        fixture.session().undoStack().undo();
        QVERIFY(fixture.settle());
        QVERIFY(fixture.session().project()->sources.empty());
        QCOMPARE(view->desk().draft().sources.size(), std::size_t{1});
        QVERIFY(fixture.session().importDraft() != nullptr);
        fixture.session().newProject();
        QVERIFY(fixture.settle());
        QVERIFY(view->desk().draft().isEmpty());
        QVERIFY(fixture.session().importDraft() == nullptr);
    }

    void aTableThatCannotBeReadIsToldBesideTheOthers() {
        PageFixture fixture;
        ImportPage* view = pageWith(
            fixture,
            {{"产值.csv", wide},
             {"乙.csv", "城市,年份,人口\n合肥市,2015,1\n芜湖市,20115,2\n蚌埠市,2015,3\n"}});
        QVERIFY(view != nullptr);
        QVERIFY(view->desk().review()->result.has_value());
        QCOMPARE(open(view).tables, std::size_t{1});
        QVERIFY(!fixture.find<QAbstractButton>("importNow")->isEnabled());
        QVERIFY(fixture.find<QLabel>("importSummary")->text().contains(QStringLiteral("20115")));
        QSignalSpy shown(&view->desk(), &ImportDesk::cellRequested);
        fixture.find<QAbstractButton>("nextToDecide")->click();
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown.first().first().toInt(), 2);
        fixture.find<QCheckBox>("importAnyway")->setChecked(true);
        fixture.find<QAbstractButton>("importNow")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().evaluation()->recipe.source.rowCount(), std::size_t{8});
    }

    void aTableWithoutAYearIsLeftOutWhenThePersonSaysSo() {
        PageFixture fixture;
        ImportPage* view = pageWith(fixture, {{"产值.csv", wide}, {"人口.csv", page}});
        QVERIFY(view != nullptr);
        QCOMPARE(open(view).periods, std::size_t{1});
        fixture.find<QCheckBox>("importAnyway")->setChecked(true);
        fixture.find<QAbstractButton>("importNow")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().evaluation()->recipe.source.rowCount(), std::size_t{8});
    }

    void aFolderIsReadWhole() {
        PageFixture fixture;
        QDir(fixture.path(QString())).mkpath(QStringLiteral("books/2016"));
        QVERIFY(write(fixture.path(QStringLiteral("books/a_2015.csv")), wide));
        QVERIFY(write(fixture.path(QStringLiteral("books/2016/b_2016.csv")), later));
        fixture.page().takeFiles({fixture.path(QStringLiteral("books"))});
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.find<QTreeWidget>("sheetsTree")->topLevelItemCount(), 2);
    }

    void theCoverageMapIsMovedThroughByKeys() {
        PageFixture fixture;
        QVERIFY(pageWith(fixture, {{"产值.csv", wide}, {"续_2016.csv", later}}) != nullptr);
        fixture.find<QTabWidget>("importPages")->setCurrentIndex(3);
        auto* map = fixture.find<CoverageMap>("coverageMap");
        QCOMPARE(map->coverage().units.size(), std::size_t{4});
        map->setFocus();
        map->setCurrent(0, 0);
        QSignalSpy chosen(map, &CoverageMap::cellChosen);
        QTest::keyClick(map, Qt::Key_Down);
        QTest::keyClick(map, Qt::Key_End);
        QCOMPARE(map->currentUnit(), 1);
        QCOMPARE(map->currentPeriod(), 1);
        QCOMPARE(chosen.count(), 2);
        QTest::keyClick(map, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(map->currentUnit(), 0);
        QVERIFY(map->cellText().contains(QStringLiteral("合肥市")));
        QVERIFY(map->accessibleDescription().contains(map->summary()));
        QVERIFY(map->accessibleDescription().contains(map->cellText()));
        const QImage picture = map->grab().toImage();
        QVERIFY(!picture.isNull());
    }
};

const testing::NamedTest<ImportTest> importNamed("import");

} // namespace citypanel::ui

#include "import_test.moc"
