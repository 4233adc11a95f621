// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan leaves to be decided, and how each thing is decided.
#include "core/sheets/import_review.h"
#include "core/sheets/plan_decisions.h"
#include "core/sheets/plan_variables.h"
#include "core/sheets/read_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;

using Files = std::vector<std::pair<std::string, std::string>>;

/// Workbooks of small csv files, and the plan detected in them.
struct Import {
    std::vector<Workbook> workbooks{};
    ImportPlan plan{};

    explicit Import(const Files& files) {
        NoProgress progress;
        for (const auto& [name, bytes] : files) {
            workbooks.push_back(*readWorkbook(QByteArray::fromStdString(bytes), name, progress));
        }
        plan = detectPlan(workbooks);
    }

    [[nodiscard]] ImportReview review(const VariableSources& adopted = {}) const {
        NoProgress progress;
        std::vector<const Workbook*> pointers;
        for (const Workbook& workbook : workbooks) {
            pointers.push_back(&workbook);
        }
        return *reviewImport(pointers, plan, adopted, progress);
    }
};

const std::string anhui = "城市,年末总人口\n合肥市,1\n芜湖市,2\n蚌埠市,3\n安庄市,4\n";

TEST(ImportReview, AsksForAPeriodThatStandsNowhere) {
    Import import({{"甲.csv", "城市,人口\n合肥市,1\n芜湖市,2\n蚌埠市,3\n"},
                   {"乙_2016.csv", "城市,产值\n合肥市,4\n芜湖市,5\n蚌埠市,6\n"}});
    const ImportReview before = import.review();
    EXPECT_EQ(before.open.periods, 1U);
    ASSERT_TRUE(before.result);
    EXPECT_EQ(before.result->panel.find("人口"), nullptr);
    EXPECT_EQ(before.coverage.periods, (std::vector<Period>{2016}));
    import.plan = withPeriod(import.plan, 2016);
    const ImportReview after = import.review();
    EXPECT_EQ(after.open.all(), 0U);
    EXPECT_EQ(after.result->panel.find("人口")->numbers()[1], 2.0);
}

TEST(ImportReview, ListsADoubtfulNameOnceForAllTables) {
    Import import({{"a_2015.csv", anhui}, {"b_2016.csv", anhui}});
    const ImportReview review = import.review();
    ASSERT_EQ(review.names.size(), 1U);
    const NameDoubt& doubt = review.names[0];
    EXPECT_EQ(doubt.written, "安庄市");
    EXPECT_EQ(doubt.places.size(), 2U);
    EXPECT_EQ(doubt.places[1].file, "b_2016.csv");
    EXPECT_EQ(doubt.places[1].cell, "A5");
    EXPECT_FALSE(doubt.isDecided());
    ASSERT_FALSE(doubt.suggestions.empty());
    EXPECT_EQ(doubt.suggestions[0].unit, "安庆市");
    EXPECT_TRUE(doubt.suggestions[0].isOneCharacterOff);
    EXPECT_TRUE(doubt.suggestions[0].isInBlock);
    EXPECT_FALSE(doubt.suggestions[0].isOnlyGap);
    EXPECT_EQ(review.open.names, 1U);
}

TEST(ImportReview, ANameIsDecidedInEveryTable) {
    Import import({{"a_2015.csv", anhui}, {"b_2016.csv", anhui}});
    const NameDoubt doubt = import.review().names.at(0);
    const ImportPlan before = import.plan;
    import.plan = withNameDecided(before, doubt, NameState::Accepted, "安庆市");
    const ImportReview accepted = import.review();
    EXPECT_EQ(accepted.open.names, 0U);
    EXPECT_EQ(accepted.names.at(0).unit, "安庆市");
    EXPECT_THAT(accepted.result->panel.unitLabels(),
                ElementsAre("合肥市", "芜湖市", "蚌埠市", "安庆市"));
    import.plan = withNameDecided(before, doubt, NameState::Refused);
    EXPECT_THAT(import.review().result->panel.unitLabels(),
                ElementsAre("合肥市", "芜湖市", "蚌埠市", "安庄市"));
    import.plan = withNameDecided(before, doubt, NameState::LeftOut);
    const ImportReview leftOut = import.review();
    EXPECT_THAT(leftOut.result->panel.unitLabels(), ElementsAre("合肥市", "芜湖市", "蚌埠市"));
    EXPECT_EQ(leftOut.open.names, 0U);
}

TEST(ImportReview, ConflictsAreOpenUntilARuleIsChosen) {
    Import import({{"a_2015.csv", "城市,人口\n合肥市,1\n芜湖市,2\n蚌埠市,3\n"},
                   {"b_2015.csv", "城市,人口\n合肥市,1\n芜湖市,2.5\n蚌埠市,3\n"}});
    EXPECT_EQ(import.review().open.conflicts, 1U);
    EXPECT_EQ(import.review(sourcesOf(import.plan)).open.conflicts, 0U);
    const ValueConflict conflict = import.review().result->report.conflicts.at(0);
    import.plan = withValueDecided(import.plan, conflict, 1);
    const ImportReview decided = import.review();
    EXPECT_EQ(decided.open.conflicts, 0U);
    EXPECT_EQ(decided.result->panel.find("人口")->numbers()[1], 2.5);
    import.plan = withValueDecided(import.plan, conflict, std::nullopt);
    EXPECT_EQ(import.plan.values.size(), 1U);
    EXPECT_TRUE(import.review().result->panel.find("人口")->isMissingAt(1));
}

TEST(ImportReview, RulesHoldForTheSourcesTheyWereAdoptedFor) {
    const Files before{{"a_2015.csv", "城市,人口\n合肥市,1\n芜湖市,2\n蚌埠市,3\n"},
                       {"b_2015.csv", "城市,人口\n合肥市,1\n芜湖市,2.5\n蚌埠市,3\n"}};
    const VariableSources adopted = sourcesOf(Import(before).plan);
    Files more = before;
    more.emplace_back("c_2015.csv", "城市,人口\n合肥市,100\n芜湖市,2\n蚌埠市,300\n");
    const Import import(more);
    const ImportReview review = import.review(adopted);
    ASSERT_TRUE(review.result);
    EXPECT_EQ(review.result->report.conflicts.size(), 3U);
    EXPECT_EQ(review.open.conflicts, 3U); // c gives a value of each
    EXPECT_EQ(import.review(sourcesOf(import.plan)).open.conflicts, 0U);
    const Import apart(
        {before[0], before[1], {"c_2016.csv", "城市,人口\n合肥市,9\n芜湖市,9\n蚌埠市,9\n"}});
    EXPECT_EQ(apart.review(adopted).open.conflicts, 0U); // of another year: no new conflict
}

TEST(ImportReview, AProblemOfTheWholeIsToldWithItsPlace) {
    Import import(
        Files{{"a.csv", "城市,年份,人口\n合肥市,2015,1\n芜湖市,20115,2\n蚌埠市,2015,3\n"}});
    import.plan.sheets.at(0).layout.periodRule = PeriodRule::Column;
    import.plan.sheets.at(0).layout.periodColumn = 1;
    const ImportReview review = import.review();
    EXPECT_FALSE(review.result);
    ASSERT_TRUE(review.problem);
    EXPECT_EQ(review.problem->place.cell, "B3");
}

TEST(ImportReview, OneTableThatCannotBeReadLeavesTheOthers) {
    const Import import(
        Files{{"a.csv", "城市,年份,人口\n合肥市,2015,1\n芜湖市,20115,2\n蚌埠市,2016,3\n"
                        "合肥市,2016,1\n"},
              {"b_2015.csv", "城市,产值\n合肥市,1\n芜湖市,2\n蚌埠市,3\n"}});
    const ImportReview review = import.review();
    EXPECT_EQ(review.open.tables, 1U);
    EXPECT_EQ(review.open.all(), 1U);
    ASSERT_TRUE(review.problem);
    EXPECT_EQ(review.problem->place.cell, "B3");
    EXPECT_EQ(readablePart(import.plan, review).sheets.size(), 1U);
    ASSERT_TRUE(review.result);
    EXPECT_EQ(review.result->panel.find("人口"), nullptr);
    EXPECT_EQ(review.coverage.periods, (std::vector<Period>{2015}));
}

TEST(PlanVariables, CollectColumnsOfAllTables) {
    Import import({{"a_2015.csv", "城市,人口（万人）,产值\n合肥市,1,4\n芜湖市,2,5\n蚌埠市,3,6\n"},
                   {"b_2016.csv", "城市,人口（人）\n合肥市,10000,\n芜湖市,20000\n蚌埠市,30000\n"}});
    const auto variables = planVariables(import.plan);
    ASSERT_EQ(variables.size(), 2U);
    EXPECT_EQ(variables[0].name, "人口");
    EXPECT_EQ(variables[0].tableCount, 2U);
    EXPECT_THAT(variables[0].unitsOfMeasure, ElementsAre("万人", "人"));
    EXPECT_EQ(variables[1].tableCount, 1U);
    EXPECT_EQ(variables[1].file, "a_2015.csv");

    const ImportPlan without = withVariablesImported(import.plan, {"人口"}, false);
    EXPECT_FALSE(planVariables(without)[0].isImported);
    EXPECT_TRUE(planVariables(without)[1].isImported);
    const ImportPlan stated = withUnitStated(import.plan, "人口", "万人");
    EXPECT_THAT(planVariables(stated)[0].unitsOfMeasure, ElementsAre("万人"));
    const ImportPlan labelled = withVariableLabelled(import.plan, "产值", "GDP");
    EXPECT_EQ(planVariables(labelled)[1].label, "GDP");
}

TEST(PlanVariables, OfTablesOfYearsAreNotLabelledByAYear) {
    Import import({{"carbon.csv", "城市,2011,2012\n合肥市,1,4\n芜湖市,2,5\n蚌埠市,3,6\n"},
                   {"b.csv", "城市,2011年人口,2012年人口\n合肥市,1,4\n芜湖市,2,5\n蚌埠市,3,6\n"}});
    const auto variables = planVariables(import.plan);
    ASSERT_EQ(variables.size(), 2U);
    EXPECT_EQ(variables[0].name, "carbon");
    EXPECT_EQ(variables[0].label, "");
    EXPECT_EQ(variables[1].label, "人口");
}

TEST(PlanDecisions, AConversionIsDecidedOverItsOffer) {
    ImportPlan plan;
    UnitConversion offer{
        .file = "a", .sheet = "s", .table = 0, .variable = "v", .from = "人", .to = "万人"};
    offer.state = NameState::Accepted;
    plan = withConversionsDecided(plan, {offer});
    offer.state = NameState::Refused;
    plan = withConversionsDecided(plan, {offer});
    ASSERT_EQ(plan.conversions.size(), 1U);
    EXPECT_EQ(plan.conversions[0].state, NameState::Refused);
}

TEST(PlanDecisions, TheConversionOfAValueIsFoundByItsCell) {
    Import import(
        Files{{"a_2015.csv", "城市,产值（万元）\n合肥市,10000\n芜湖市,20000\n蚌埠市,30000\n"}});
    SheetImport& table = import.plan.sheets.at(0);
    ColumnLayout& column = table.layout.columns.back();
    import.plan.conversions = {
        {.file = table.file,
         .sheet = table.sheet,
         .table = 0,
         .variable = column.name,
         .from = column.unitOfMeasure,
         .to = "亿元" }};
    const Origin origin{.kind = OriginKind::Observed,
                        .file = table.file,
                        .sheet = table.sheet,
                        .row = 2,
                        .column = 1};
    EXPECT_EQ(conversionOf(import.plan, origin, column.name), nullptr); // only offered
    import.plan.conversions[0].state = NameState::Accepted;
    const UnitConversion* found = conversionOf(import.plan, origin, column.name);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->from, "万元");
    EXPECT_EQ(conversionOf(import.plan, origin, "人口"), nullptr);
    EXPECT_EQ(conversionOf(import.plan, Origin{}, column.name), nullptr);
}

// 宜城市 is decided for the cities of Anhui; among those of 襄阳 it is asked about on its own.
TEST(ImportReview, ANameIsDecidedWhereItsNeighboursStand) {
    Import import({{"甲_2016.csv", "城市,人口\n合肥市,1\n芜湖市,2\n黄山市,3\n宜城市,4\n"},
                   {"乙_2016.csv", "城市,产值\n襄阳市,4\n宜昌市,5\n武汉市,6\n宜城市,7\n"}});
    const ImportReview before = import.review();
    ASSERT_EQ(before.names.size(), 1U);
    EXPECT_EQ(before.names[0].places.size(), 2U);
    import.plan = withNameDecided(import.plan, before.names[0], NameState::Accepted, "宣城市");
    const ImportReview after = import.review();
    ASSERT_EQ(after.names.size(), 2U);
    EXPECT_EQ(after.names[0].unit, "宣城市");
    EXPECT_EQ(after.names[1].state, NameState::Offered);
    ASSERT_EQ(after.names[1].places.size(), 1U);
    EXPECT_EQ(after.names[1].places[0].file, "乙_2016.csv");
    import.plan = withNameDecided(import.plan, after.names[1], NameState::Refused);
    EXPECT_EQ(import.review().open.names, 0U);
}

// A sound table without a year waits for one; nothing is wrong with its header.
TEST(ImportReview, SaysThatTheYearIsMissingWhereAllTablesWaitForIt) {
    const Import import(Files{{"a.csv", "城市,人口\n北京市,1\n天津市,2\n石家庄市,3\n"}});
    const ImportReview review = import.review();
    ASSERT_FALSE(review.result);
    ASSERT_TRUE(review.problem);
    EXPECT_EQ(review.problem->code, ProblemCode::PeriodMissing);
    EXPECT_EQ(review.problem->place.file, "a.csv");
}

} // namespace
} // namespace citypanel::sheets
