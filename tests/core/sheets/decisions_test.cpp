// SPDX-License-Identifier: GPL-3.0-or-later
// What is decided where sources disagree: rules, single values, units of measure, names, periods;
// and a mapping that carries the decisions to the next edition.
#include "core/base/progress.h"
#include "core/sheets/conflicts.h"
#include "core/sheets/import.h"
#include "core/sheets/import_mapping.h"
#include "core/sheets/name_doubts.h"
#include "core/sheets/plan_variables.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/unit_of_measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Workbook> workbooksOf(const std::vector<std::pair<std::string, std::string>>& files) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    for (const auto& [name, text] : files) {
        workbooks.push_back(*readWorkbook(QByteArray::fromStdString(text), name, progress));
    }
    return workbooks;
}

std::vector<const Workbook*> pointersTo(const std::vector<Workbook>& workbooks) {
    std::vector<const Workbook*> pointers;
    for (const Workbook& workbook : workbooks) {
        pointers.push_back(&workbook);
    }
    return pointers;
}

ImportResult resultOf(const std::vector<Workbook>& workbooks, const ImportPlan& plan) {
    NoProgress progress;
    auto result = readPanel(workbooks, plan, true, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code) << " " << result.error().found;
    return result ? *std::move(result) : ImportResult{};
}

class Conflicts : public ::testing::Test {
protected:
    /// Wuhan 2011 is given by three editions, the newest of which does not stand last.
    std::vector<Workbook> workbooks =
        workbooksOf({{"a_2012.csv", "city,year,x\nWuhan,2011,1\nHefei,2011,3\n"},
                     {"b_2015.csv", "city,year,x\nWuhan,2011,5\nHefei,2011,3\n"},
                     {"c_2013.csv", "city,year,x\nWuhan,2011,6\nXian,2011,4\n"}});
    ImportPlan plan = detectPlan(workbooks);

    [[nodiscard]] Origin originUnder(ConflictRule rule, double expected) {
        plan.betweenSources = rule;
        const ImportResult result = resultOf(workbooks, plan);
        const Variable& x = *result.panel.find("x");
        EXPECT_EQ(x.numbers()[0], expected);
        EXPECT_EQ(result.report.conflicts.size(), 1U); // Hefei is given twice, but alike
        EXPECT_EQ(x.origins().at(1).kind, OriginKind::Observed);
        return x.origins().at(0);
    }
};

TEST_F(Conflicts, AreDecidedByTheRuleAndRecordedInTheOrigin) {
    const Origin first = originUnder(ConflictRule::First, 1);
    EXPECT_EQ(first.kind, OriginKind::Joined);
    EXPECT_EQ(first.step, "first");
    EXPECT_EQ(first.file, "a_2012.csv");
    const Origin newer = originUnder(ConflictRule::Newer, 5);
    EXPECT_EQ(newer.step, "newer");
    EXPECT_EQ(newer.file, "b_2015.csv");
    EXPECT_EQ(newer.row, 1);
    const Origin mean = originUnder(ConflictRule::Mean, 4);
    EXPECT_EQ(mean.step, "mean");
    EXPECT_EQ(mean.file, "");
    EXPECT_EQ(mean.row, -1);
}

TEST_F(Conflicts, NameEveryValueWithItsSource) {
    const ImportResult result = resultOf(workbooks, plan);
    const ValueConflict& conflict = result.report.conflicts.at(0);
    EXPECT_EQ(conflict.unit, "Wuhan");
    EXPECT_EQ(conflict.period, 2011);
    ASSERT_EQ(conflict.values.size(), 3U);
    EXPECT_EQ(conflict.values[1].file, "b_2015.csv");
    EXPECT_EQ(conflict.values[2].number, 6.0);
    EXPECT_FALSE(conflict.isWithinTable);
    EXPECT_EQ(conflict.chosen, 0U);
}

TEST_F(Conflicts, FollowARuleOfTheirVariableAndADecisionBeforeAll) {
    plan.variableRules = {{"x", ConflictRule::Mean}};
    EXPECT_EQ(resultOf(workbooks, plan).panel.find("x")->numbers()[0], 4.0);
    plan.values = {{"x", "Wuhan", 2011, "c_2013.csv", "c_2013.csv", "C2"}};
    const ImportResult result = resultOf(workbooks, plan);
    EXPECT_EQ(result.panel.find("x")->numbers()[0], 6.0);
    EXPECT_EQ(result.panel.find("x")->origins().at(0).step, "decision");
    plan.values[0].cell.clear(); // none of them
    EXPECT_TRUE(resultOf(workbooks, plan).panel.find("x")->isMissingAt(0));
    plan.values[0].cell = "C9"; // the rows of the table have moved: its value still holds
    EXPECT_EQ(resultOf(workbooks, plan).panel.find("x")->numbers()[0], 6.0);
    plan.values[0].file = "d_2016.csv"; // a table that gives no value decides nothing
    EXPECT_EQ(resultOf(workbooks, plan).panel.find("x")->numbers()[0], 4.0);
}

TEST(ConflictsOfThree, CountEverySourceAlsoWhereTwoAgree) {
    const auto workbooks = workbooksOf({{"a_2014.csv", "city,year,x\nWuhan,2012,4500\n"},
                                        {"b_2016.csv", "city,year,x\nWuhan,2012,4500\n"},
                                        {"c_2015.csv", "city,year,x\nWuhan,2012,4950\n"}});
    ImportPlan plan = detectPlan(workbooks);
    const auto under = [&](ConflictRule rule) {
        plan.betweenSources = rule;
        return resultOf(workbooks, plan);
    };
    EXPECT_EQ(under(ConflictRule::Mean).panel.find("x")->numbers()[0], 4650.0);
    const ImportResult newer = under(ConflictRule::Newer);
    EXPECT_EQ(newer.panel.find("x")->numbers()[0], 4500.0);
    EXPECT_EQ(newer.panel.find("x")->origins().at(0).file, "b_2016.csv");
    const ValueConflict& conflict = newer.report.conflicts.at(0);
    ASSERT_EQ(conflict.values.size(), 3U);
    EXPECT_EQ(conflict.values[1].file, "b_2016.csv");
    EXPECT_EQ(otherValue(conflict).file, "c_2015.csv");
    EXPECT_FALSE(conflict.isWithinTable);
    EXPECT_EQ(newer.report.warnings.at(0).expected,
              "4500 (a_2014.csv C2), 4500 (b_2016.csv C2), 4950 (c_2015.csv C2)");
}

TEST(ConflictsOfThree, WithinATableCountEveryRow) {
    const auto workbooks =
        workbooksOf({{"a.csv", "city,year,x\nWuhan,2011,10\nWuhan,2011,10\nWuhan,2011,13\n"}});
    ImportPlan plan = detectPlan(workbooks);
    plan.withinTable = ConflictRule::Mean;
    const ImportResult result = resultOf(workbooks, plan);
    EXPECT_EQ(result.panel.find("x")->numbers()[0], 11.0);
    EXPECT_TRUE(result.report.conflicts.at(0).isWithinTable);
    EXPECT_EQ(result.report.warnings.at(0).expected, "10 (C2), 10 (C3), 13 (C4)");
}

TEST(ConflictsInATable, StayMissingUntilDecided) {
    const auto workbooks =
        workbooksOf({{"a.csv", "city,year,x\nWuhan,2011,1\nWuhan,2011,2\nHefei,2011,3\n"}});
    ImportPlan plan = detectPlan(workbooks);
    const ImportResult undecided = resultOf(workbooks, plan);
    const Variable& x = *undecided.panel.find("x");
    EXPECT_TRUE(x.isMissingAt(0));
    EXPECT_EQ(x.origins().at(0).kind, OriginKind::Joined);
    EXPECT_EQ(x.origins().at(0).step, "missing");
    EXPECT_TRUE(undecided.report.conflicts.at(0).isWithinTable);
    plan.values = {{"x", "Wuhan", 2011, "a.csv", "a.csv", "C3"}};
    EXPECT_EQ(resultOf(workbooks, plan).panel.find("x")->numbers()[0], 2.0);
}

TEST(UnitsOfMeasure, AreTakenApart) {
    const auto factor = [](const char* from, const char* to) {
        const auto found = conversion(from, to);
        return found ? (*found)(1.0) : 0.0;
    };
    EXPECT_EQ(factor("万元", "亿元"), 1e-4);
    EXPECT_EQ(factor("亿元", "万元"), 1e4);
    EXPECT_EQ(factor("百万元", "元"), 1e6);
    EXPECT_EQ(factor("10 000 yuan", "亿元"), 1e-4);
    EXPECT_EQ(factor("100 million yuan", "亿元"), 1.0);
    EXPECT_EQ(factor("10^4 tons", "吨"), 1e4);
    EXPECT_EQ(factor("万人", "10,000 persons"), 1.0);
    EXPECT_EQ(factor("公顷", "平方公里"), 0.01);
    EXPECT_EQ(factor("亿千瓦时", "万千瓦时"), 1e4);
    EXPECT_EQ(factor("元/人", "万元/人"), 1e-4);
    EXPECT_EQ(factor("千米", "公里"), 1.0);
    EXPECT_EQ(factor("‰", "%"), 0.1);
    EXPECT_EQ(factor("万元", "万美元"), 0.0); // another kind
    EXPECT_EQ(factor("吨标准煤", "吨"), 0.0);
    EXPECT_EQ(factor("当年价格", "元"), 0.0);
    EXPECT_EQ((*conversion("万元", "亿元"))(12345), 1.2345); // exactly, by dividing
    EXPECT_THAT(conversionTargets("万元"), ElementsAre("元", "百万元", "亿元"));
}

TEST(UnitsOfMeasure, AreOfferedWhereTwoSourcesDifferAndSureWhereTheSizesAgree) {
    const auto workbooks = workbooksOf(
        {{"a.csv", "城市,年份,GDP(万元)\n北京市,2017,280149400\n天津市,2017,185491900\n"},
         {"b.csv", "城市,年份,GDP(亿元)\n北京市,2018,30320\n天津市,2018,18809.64\n"}});
    ImportPlan plan = detectPlan(workbooks);
    ASSERT_EQ(plan.conversions.size(), 1U);
    EXPECT_EQ(plan.conversions[0].file, "b.csv");
    EXPECT_EQ(plan.conversions[0].to, "万元");
    EXPECT_TRUE(plan.conversions[0].isSure);
    const ImportResult untouched = resultOf(workbooks, plan); // offered is not done
    EXPECT_EQ(untouched.panel.find("GDP")->numbers()[1], 30320.0);
    ASSERT_EQ(untouched.report.unitDifferences.size(), 1U);
    EXPECT_EQ(untouched.report.unitDifferences[0].unitOfMeasure, "亿元");
    const ImportResult converted = resultOf(workbooks, withSureConversions(plan));
    EXPECT_EQ(converted.panel.find("GDP")->numbers()[1], 303200000.0);
    EXPECT_THAT(converted.report.unitDifferences, IsEmpty());
    EXPECT_EQ(converted.report.conversions.at(0).valueCount, 2U);
    EXPECT_EQ(converted.cells[2].convertedFrom, "亿元");
    EXPECT_EQ(converted.cells[2].unitOfMeasure, "万元");
    const ImportResult all = resultOf(workbooks, withUnitOfMeasure(plan, "GDP", "百万元"));
    EXPECT_EQ(all.panel.find("GDP")->numbers()[0], 2801494.0);
    EXPECT_EQ(all.panel.find("GDP")->numbers()[1], 3032000.0);
    EXPECT_EQ(all.panel.find("GDP")->unitOfMeasure(), "百万元");
}

// Editions 2011 to 2014 say 人 over columns of 万人: the sizes agree as they stand.
TEST(UnitsOfMeasure, MisprintedOnesAreNotSure) {
    const auto workbooks =
        workbooksOf({{"a.csv", "城市,年份,职工(万人)\n北京市,2009,619.3\n天津市,2009,201.8\n"},
                     {"b.csv", "城市,年份,职工(人)\n北京市,2010,646.6\n天津市,2010,205.7\n"}});
    const ImportPlan plan = withSureConversions(detectPlan(workbooks));
    ASSERT_EQ(plan.conversions.size(), 1U);
    EXPECT_EQ(plan.conversions[0].state, NameState::Offered);
    EXPECT_EQ(resultOf(workbooks, plan).panel.find("职工")->numbers()[1], 646.6);
}

const std::string inTenThousands =
    "城市,年份,GDP(万元)\n北京市,2017,280149400\n天津市,2017,185491900\n";
const std::string inHundredMillions =
    "城市,年份,GDP(亿元)\n北京市,2018,30320\n天津市,2018,18809.64\n";

// Columns converted already decide what the others are converted to, never the other way round.
TEST(UnitsOfMeasure, OfConvertedColumnsHoldForTheNextOnes) {
    const auto first = workbooksOf({{"a.csv", inTenThousands}});
    const ImportMapping mapping =
        mappingOf(pointersTo(first), withUnitOfMeasure(detectPlan(first), "GDP", "亿元"));
    const auto both = workbooksOf({{"a.csv", inTenThousands}, {"b.csv", inHundredMillions}});
    ImportPlan plan = withMapping(pointersTo(both), detectPlan(both), mapping);
    plan.conversions = conversionOffers(pointersTo(both), plan);
    const ImportResult result = resultOf(both, withSureConversions(plan));
    EXPECT_THAT(result.panel.find("GDP")->numbers(),
                ElementsAre(28014.94, 30320, 18549.19, 18809.64));
    EXPECT_EQ(result.panel.find("GDP")->unitOfMeasure(), "亿元");
    EXPECT_THAT(result.report.unitDifferences, IsEmpty());
    ASSERT_EQ(plan.conversions.size(), 1U);
}

// A file replaced by an edition in another unit is asked about: what was converted to its old unit
// stays so.
TEST(UnitsOfMeasure, OfAReplacedFileAreOfferedAnew) {
    const auto before = workbooksOf({{"a.csv", inTenThousands}, {"b.csv", inHundredMillions}});
    ImportPlan plan = withSureConversions(detectPlan(before));
    ASSERT_EQ(plan.conversions.at(0).to, "万元");
    const auto after =
        workbooksOf({{"a.csv", "城市,年份,GDP(亿元)\n北京市,2017,28014.94\n天津市,2017,18549.19\n"},
                     {"b.csv", inHundredMillions}});
    ImportPlan renewed = detectPlan(after);
    renewed.conversions = plan.conversions;
    const auto offers = conversionOffers(pointersTo(after), renewed);
    ASSERT_EQ(offers.size(), 2U);
    EXPECT_EQ(offers[1].file, "a.csv");
    EXPECT_EQ(offers[1].to, "万元");
    EXPECT_EQ(offers[1].state, NameState::Offered);
    EXPECT_TRUE(offers[1].isSure);
}

TEST(UnitsOfMeasure, CorrectedOnesApplyToWhatTheyCorrect) {
    const auto before = workbooksOf({{"a.csv", inHundredMillions}});
    const ImportPlan corrected = withUnitStated(detectPlan(before), "GDP", "万元");
    const ImportMapping mapping = mappingOf(pointersTo(before), corrected);
    const auto unitIn = [&](const std::string& page) {
        const auto next = workbooksOf({{"b.csv", page}});
        return withMapping(pointersTo(next), detectPlan(next), mapping)
            .sheets.at(0)
            .layout.columns.back()
            .unitOfMeasure;
    };
    EXPECT_EQ(unitIn(inHundredMillions), "万元");
    EXPECT_EQ(unitIn("城市,年份,GDP(元)\n北京市,2018,1\n天津市,2018,2\n"), "元");
}

TEST(UnitsOfMeasure, SaidByNoneAreDoubtedWhereTheSizesDiffer) {
    const auto differencesWith = [](const std::string& page) {
        const auto workbooks = workbooksOf({{"b.csv", page}, {"a.csv", inTenThousands}});
        const ImportResult result = resultOf(workbooks, detectPlan(workbooks));
        EXPECT_EQ(result.panel.find("GDP")->unitOfMeasure(), "万元");
        return result.report.unitDifferences;
    };
    EXPECT_THAT(differencesWith("城市,年份,GDP\n北京市,2018,303200000\n天津市,2018,188096400\n"),
                IsEmpty());
    const auto doubted = differencesWith("城市,年份,GDP\n北京市,2018,30320\n天津市,2018,18809\n");
    ASSERT_EQ(doubted.size(), 1U);
    EXPECT_EQ(doubted[0].file, "b.csv");
    EXPECT_EQ(doubted[0].unitOfMeasure, "");
    EXPECT_EQ(doubted[0].others, "万元");
}

// 巢湖 was dissolved in 2011; a county-level city has its name since.
TEST(DissolvedPlaces, AreToldWhereTheyHaveLaterValues) {
    const auto workbooks = workbooksOf({{"a.csv", "城市,年份,x\n巢湖市,2009,1\n合肥市,2009,2\n"},
                                        {"b.csv", "城市,年份,x\n巢湖市,2013,1\n合肥市,2013,2\n"
                                                  "芜湖市,2013,3\n"}});
    const ImportResult result = resultOf(workbooks, detectPlan(workbooks));
    ASSERT_EQ(result.report.warnings.size(), 1U);
    const Problem& warning = result.report.warnings[0];
    EXPECT_EQ(warning.code, ProblemCode::UnitUnmatched);
    EXPECT_EQ(warning.place.file, "b.csv");
    EXPECT_EQ(warning.place.cell, "C2");
    EXPECT_EQ(warning.place.period, "2013");
    EXPECT_EQ(warning.expected, "2010");
}

// 莱芜 became a part of 济南 in January 2019: 2018 is its last year, and 2019 is one too late.
TEST(DissolvedPlaces, AreToldFromTheFirstYearAfterTheirLast) {
    const auto workbooks =
        workbooksOf({{"a.csv", "城市,年份,x\n莱芜市,2018,1\n济南市,2018,2\n青岛市,2018,3\n"},
                     {"b.csv", "城市,年份,x\n莱芜市,2019,1\n济南市,2019,2\n青岛市,2019,3\n"}});
    const ImportResult result = resultOf(workbooks, detectPlan(workbooks));
    ASSERT_EQ(result.report.warnings.size(), 1U);
    EXPECT_EQ(result.report.warnings[0].place.file, "b.csv");
    EXPECT_EQ(result.report.warnings[0].expected, "2018");
}

TEST(Renaming, JoinsOneIndicatorUnderTwoNames) {
    const auto workbooks =
        workbooksOf({{"a_2013.csv", "城市,年末单位从业人员数\n北京市,1\n天津市,2\n石家庄市,3\n"},
                     {"b_2014.csv", "城市,从业人员期末人数\n北京市,4\n天津市,5\n石家庄市,6\n"}});
    ImportPlan plan = detectPlan(workbooks);
    plan = withVariableRenamed(plan, "年末单位从业人员数", "employment");
    plan = withVariableRenamed(plan, "从业人员期末人数", "employment");
    const ImportResult result = resultOf(workbooks, plan);
    EXPECT_EQ(result.panel.columnCount(), 3U);
    EXPECT_THAT(result.panel.find("employment")->numbers(), ElementsAre(1, 4, 2, 5, 3, 6));
}

TEST(Periods, AreToldOnceForASetOfFiles) {
    const auto workbooks = workbooksOf({{"a.csv", "城市,人口\n北京市,1\n天津市,2\n"},
                                        {"b.csv", "城市,工资\n北京市,3\n天津市,4\n"},
                                        {"c_2020.csv", "城市,GDP\n北京市,5\n天津市,6\n"}});
    ImportPlan plan = detectPlan(workbooks);
    const Problems missing = missingPeriods(plan);
    ASSERT_EQ(missing.size(), 2U);
    EXPECT_EQ(missing[1].place.file, "b.csv");
    plan = withPeriod(plan, 2023);
    EXPECT_THAT(missingPeriods(plan), IsEmpty());
    const ImportResult result = resultOf(workbooks, plan);
    EXPECT_EQ(result.panel.periods()[0], 2020); // a year that stands somewhere is left alone
    EXPECT_EQ(result.panel.periods()[1], 2023);
}

TEST(Mapping, LeavesLabelsOfTheFileThatNobodyChanged) {
    auto books = workbooksOf({{"a.csv", "city,year,x,y\n北京市,2011,1,2\n天津市,2011,3,4\n"}});
    books[0].sheets[0].columnLabels = {{2, "label of x"}, {3, "label of y"}};
    ImportPlan plan = detectPlan(books);
    plan = withVariableRenamed(plan, "x", "z");
    const ImportMapping mapping = mappingOf(pointersTo(books), plan);
    ASSERT_EQ(mapping.columns.size(), 1U);
    EXPECT_EQ(mapping.columns[0].variableLabel, "");
    const ImportPlan applied = withMapping(pointersTo(books), detectPlan(books), mapping);
    for (const ColumnLayout& column : applied.sheets[0].layout.columns) {
        EXPECT_NE(column.name, "x");
        EXPECT_EQ(column.variableLabel == "label of x", column.name == "z");
    }
}

TEST(Mapping, OfOneEditionAppliesToTheNext) {
    const std::string page = "城市,GDP(万元),从业人员期末人数,电话\n";
    const auto before = workbooksOf(
        {{"Data_2016.csv", page + "北京市,10000,1,7\n天津市,20000,2,8\n石家庄市,30000,3,9\n"}});
    ImportPlan plan = detectPlan(before);
    plan.sheets[0].layout.periodRule = PeriodRule::FileNameLessOne;
    plan = withUnitOfMeasure(withVariableRenamed(plan, "GDP", "gdp"), "gdp", "亿元");
    plan = withVariableRenamed(plan, "从业人员期末人数", "employment");
    plan.sheets[0].layout.columns.back().isImported = false;
    const ImportMapping mapping = mappingOf(pointersTo(before), plan);
    EXPECT_EQ(mapping.columns.size(), 3U);
    // Next year the columns stand elsewhere.
    const auto after =
        workbooksOf({{"Data_2017.csv",
                      "城市,电话,从业人员期末人数,GDP(万元)\n北京市,7,4,10000\n天津市,8,5,20000\n"
                      "石家庄市,9,6,30000\n"}});
    const ImportResult result =
        resultOf(after, withMapping(pointersTo(after), detectPlan(after), mapping));
    EXPECT_EQ(result.panel.columnCount(), 4U);
    EXPECT_EQ(result.panel.periods()[0], 2016);
    EXPECT_THAT(result.panel.find("gdp")->numbers(), ElementsAre(1, 2, 3));
    EXPECT_EQ(result.panel.find("gdp")->unitOfMeasure(), "亿元");
    EXPECT_THAT(result.panel.find("employment")->numbers(), ElementsAre(4, 5, 6));
}

// 台湾省 is near no place of the list, so that no plan offers it.
TEST(Mapping, CarriesNamesWithoutASuggestion) {
    const std::string text = "城市,人口\n合肥市,1\n芜湖市,2\n黄山市,3\n台湾省,4\n某某农场,5\n";
    const auto before = workbooksOf({{"Data_2010.csv", text}});
    ImportPlan plan = detectPlan(before);
    NoProgress progress;
    const auto doubts = nameDoubts(pointersTo(before), plan, progress);
    ASSERT_TRUE(doubts);
    ASSERT_EQ(doubts->size(), 2U);
    plan = withNameDecided(std::move(plan), (*doubts)[0], NameState::LeftOut);
    plan = withNameDecided(std::move(plan), (*doubts)[1], NameState::Refused);
    const ImportMapping mapping = mappingOf(pointersTo(before), plan);
    ASSERT_EQ(mapping.names.size(), 2U);
    const auto after = workbooksOf({{"Data_2011.csv", text}, {"Data_2012.csv", text}});
    const ImportPlan applied = withMapping(pointersTo(after), detectPlan(after), mapping);
    const auto open = nameDoubts(pointersTo(after), applied, progress);
    ASSERT_TRUE(open);
    ASSERT_EQ(open->size(), 2U);
    EXPECT_EQ((*open)[0].state, NameState::LeftOut);
    EXPECT_EQ((*open)[0].places.size(), 2U);
    EXPECT_EQ((*open)[1].state, NameState::Refused);
    EXPECT_EQ((*open)[1].places.size(), 2U);
    const ImportResult result = resultOf(after, applied);
    EXPECT_EQ(result.panel.rowCount(), 8U);
    EXPECT_EQ(result.report.leftOutRowCount, 2U);
}

// 宜城市 is misread for 宣城市 among the cities of Anhui, and itself among the counties of 襄阳.
TEST(Mapping, AppliesANameOnlyWhereItsNeighboursStand) {
    const std::string anhui = "城市,人口\n合肥市,1\n芜湖市,2\n黄山市,3\n池州市,4\n宜城市,5\n";
    const auto before = workbooksOf({{"Data_2010.csv", anhui}});
    ImportPlan plan = detectPlan(before);
    const auto misread =
        std::find_if(plan.names.begin(), plan.names.end(),
                     [](const NameDecision& name) { return name.written == "宜城市"; });
    ASSERT_NE(misread, plan.names.end());
    misread->unit = "宣城市";
    misread->state = NameState::Accepted;
    const ImportMapping mapping = mappingOf(pointersTo(before), plan);
    const auto after = workbooksOf(
        {{"Data_2011.csv", anhui},
         {"襄阳_2011.csv", "城市,面积\n襄阳市,6\n枣阳市,7\n宜城市,8\n老河口市,9\n"},
         {"全国_2011.csv", "城市,面积2\n合肥市,1\n芜湖市,2\n宣城市,3\n武汉市,5\n宜城市,4\n"}});
    const ImportResult result =
        resultOf(after, withMapping(pointersTo(after), detectPlan(after), mapping));
    const auto valueOf = [&](const char* unit, const char* variable) {
        for (std::size_t row = 0; row < result.panel.rowCount(); ++row) {
            if (result.panel
                    .unitLabels()[static_cast<std::size_t>(result.panel.unitCodes()[row])] ==
                unit) {
                return result.panel.find(variable)->numbers()[row];
            }
        }
        return missingValue;
    };
    EXPECT_EQ(valueOf("宣城市", "人口"), 5.0);
    EXPECT_EQ(valueOf("宜城市", "面积"), 8.0);
    EXPECT_EQ(valueOf("宣城市", "面积2"), 3.0);
    EXPECT_EQ(valueOf("宜城市", "面积2"), 4.0);
}

TEST(OwnPlaces, MatchNamesOfAnythingByCodeNameAndAlias) {
    const auto list = workbooksOf(
        {{"counties.csv",
          "县区代码,名称,省份,别名\n420684,宜城市,湖北省,宜城;Yicheng\n130102,长安区,河北省,\n"
          "610116,长安区,陕西省,\n"}});
    const auto places = readOwnPlaces(list[0]);
    ASSERT_TRUE(places);
    ASSERT_EQ(places->size(), 3U);
    EXPECT_EQ((*places)[0].code, "420684");
    EXPECT_THAT((*places)[0].aliases, ElementsAre("宜城", "Yicheng"));
    const auto workbooks = workbooksOf(
        {{"a.csv", "unit,year,x\n宜城,2010,1\n长安区,2010,3\n宣城市,2010,4\n130102,2010,2\n"}});
    ImportPlan plan = detectPlan(workbooks);
    plan.unitNames = UnitNames::OwnPlaces;
    plan.ownPlaces = *places;
    plan.names = nameOffers(pointersTo(workbooks), plan);
    const ImportResult result = resultOf(workbooks, plan);
    EXPECT_EQ(result.cells[0].unit, "宜城市");
    EXPECT_EQ(result.cells[0].code, "420684");
    EXPECT_EQ(result.cells[3].unit, "长安区 (河北省)");
    ASSERT_EQ(result.report.unmatched.size(), 2U);
    EXPECT_TRUE(result.report.unmatched[0].isAmbiguous); // one in each of two provinces
    EXPECT_THAT(result.report.unmatched[1].suggestions, ElementsAre("宜城市"));
}

TEST(OwnPlaces, AskForNamesThatAreThereOnce) {
    const auto list = workbooksOf({{"p.csv", "name\nA\nB\nA\n"}, {"q.csv", "firm A\nfirm B\n"}});
    const auto twice = readOwnPlaces(list[0]);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().place.cell, "A4");
    EXPECT_EQ(readOwnPlaces(list[1])->size(), 2U);
}

} // namespace
} // namespace citypanel::sheets
