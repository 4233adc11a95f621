// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps sources from being joined as if they said the same: other kinds of values, labels of
// codes, ages of files that nothing tells, conversions that cannot be made.
#include "core/base/problem.h"
#include "core/sheets/import.h"
#include "core/sheets/import_mapping.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/unit_of_measure.h"
#include "tests/core/sheets/panel_variables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::citypanel::testing::variablesOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

using NamedText = std::pair<std::string, std::string>;

std::vector<Workbook> csvFiles(const std::vector<NamedText>& files) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    for (const auto& [name, text] : files) {
        workbooks.push_back(*readWorkbook(QByteArray::fromStdString(text), name, progress));
    }
    return workbooks;
}

ImportResult joinOf(const std::vector<NamedText>& files, ConflictRule rule = ConflictRule::First) {
    NoProgress progress;
    const std::vector<Workbook> workbooks = csvFiles(files);
    ImportPlan plan = detectPlan(workbooks);
    plan.betweenSources = rule;
    auto result = readPanel(workbooks, plan, true, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code);
    return result ? *std::move(result) : ImportResult{};
}

Problems warningsOf(const ImportResult& result, ProblemCode code) {
    Problems found;
    for (const Problem& warning : result.report.warnings) {
        if (warning.code == code) {
            found.push_back(warning);
        }
    }
    return found;
}

TEST(Kinds, WordsAndNumbersOfOneVariableAreCounted) {
    const NamedText words{"a.csv",
                          "city,year,batch,x\n石家庄市,2010,第一批,1\n唐山市,2010,第二批,2\n"
                          "石家庄市,2011,第一批,1\n唐山市,2011,第二批,2\n邯郸市,2010,第一批,1\n"
                          "邯郸市,2011,第一批,1\n石家庄市,2012,第一批,1\n唐山市,2012,第二批,2\n"};
    const NamedText numbers{"b.csv",
                            "city,year,batch\n邢台市,2010,1\n邢台市,2011,2\n保定市,2010,3\n"};
    const ImportResult result = joinOf({words, numbers});
    const Problems warnings = warningsOf(result, ProblemCode::VariableNotNumeric);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].found, "3");
    EXPECT_EQ(warnings[0].place.file, "b.csv");
    EXPECT_EQ(warnings[0].place.cell, "C2");
    EXPECT_EQ(warnings[0].place.variable, "batch");
    EXPECT_EQ(result.report.valueCount, 16U); // those left out are none
    EXPECT_THAT(warningsOf(joinOf({numbers, words}), ProblemCode::VariableNotNumeric),
                ::testing::SizeIs(1));
}

TEST(Newer, IsTheFileWhoseRangeOfYearsEndsLater) {
    const NamedText later{"gdp2005-2019.csv", "city,year,gdp\n石家庄市,2018,20\n唐山市,2018,21\n"};
    const NamedText earlier{"gdp2000-2018.csv",
                            "city,year,gdp\n石家庄市,2018,10\n唐山市,2018,11\n"};
    for (const auto& files : {std::vector{later, earlier}, std::vector{earlier, later}}) {
        const ImportResult result = joinOf(files, ConflictRule::Newer);
        EXPECT_THAT(result.panel.find("gdp")->numbers(), ElementsAre(20, 21));
    }
}

TEST(Newer, IsToldWhereNothingSaysIt) {
    const ImportResult result =
        joinOf({{"a.csv", "city,year,gdp\n石家庄市,2018,20\n唐山市,2018,21\n"},
                {"b.csv", "city,year,gdp\n石家庄市,2018,10\n唐山市,2018,21\n"}},
               ConflictRule::Newer);
    const Problems warnings = warningsOf(result, ProblemCode::DuplicateKey);
    ASSERT_EQ(warnings.size(), 2U);
    EXPECT_EQ(warnings[0].found, "10"); // the value taken
    EXPECT_EQ(warnings[1].place.file, "b.csv");
    EXPECT_EQ(warnings[1].expected, "a.csv");
    EXPECT_EQ(warnings[1].found, "1");
}

TEST(JoinedKinds, UnitsInLabelsOfVariablesAreUnits) {
    std::vector<Workbook> workbooks =
        csvFiles({{"a.csv", "city,year,gdp\n石家庄市,2018,1000000.5\n唐山市,2018,2\n"},
                  {"b.csv", "city,year,gdp\n石家庄市,2019,101.5\n唐山市,2019,3\n"}});
    workbooks[0].sheets[0].columnLabels[2] = "地区生产总值(万元)";
    workbooks[1].sheets[0].columnLabels[2] = "地区生产总值（亿元）";
    const auto offers = conversionOffers(pointersTo(workbooks), detectPlan(workbooks));
    ASSERT_EQ(offers.size(), 1U);
    EXPECT_EQ(offers[0].variable, "gdp");
}

TEST(JoinedKinds, LabelsOfChangedVariablesSayNoUnit) {
    std::vector<Workbook> workbooks =
        csvFiles({{"a.csv", "city,year,x\n石家庄市,2018,10.5\n唐山市,2018,2\n"}});
    for (const auto& [label, unit] : std::vector<NamedText>{{"GDP(亿元)", "亿元"},
                                                            {"ln(人均GDP(元))", ""},
                                                            {"对数GDP(亿元)", ""},
                                                            {"GDP（亿元）取对数", ""},
                                                            {"GDP(亿元)占比", ""},
                                                            {"FDI(万美元)/GDP(亿元)", ""},
                                                            {"ln GDP (yuan)", ""},
                                                            {"GDP (yuan, log)", ""}}) {
        workbooks[0].sheets[0].columnLabels[2] = label;
        EXPECT_EQ(detectPlan(workbooks).sheets[0].layout.columns[2].unitOfMeasure, unit) << label;
    }
}

TEST(JoinedKinds, NamesThatAreKnownSlipsAreToldOf) {
    const ImportResult result = joinOf({{"a.csv", "城市,年份,x\n毫州市,2016,1\n宿州市,2016,2\n"}});
    const Problems told = warningsOf(result, ProblemCode::UnitMisread);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].place.cell, "A2");
    EXPECT_EQ(told[0].found, "毫州市");
    EXPECT_EQ(told[0].expected, "亳州市");
}

// Editions 2011 to 2014 say 人 over columns of 万人 (I1, K1); means are fractions with good reason.
TEST(JoinedKinds, FractionsOfWhatIsCountedAreToldOf) {
    const ImportResult result =
        joinOf({{"a.csv", "城市,年份,私营从业人员(人),户均人口(人),在校学生(人),期末人数(万人)\n"
                          "石家庄市,2013,,2.5,3,1.5\n唐山市,2013,640.2778,2.5,3.5,1.5\n"
                          "秦皇岛市,2013,21,2.5,4,1.5\n邯郸市,2013,30.25,2.5,5,1.5\n"
                          "邢台市,2013,7.5,2.5,6,1.5\n保定市,2013,8.25,2.5,7,1.5\n"}});
    const Problems told = warningsOf(result, ProblemCode::UnitOfMeasureDoubtful);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].place.cell, "C3");
    EXPECT_EQ(told[0].place.variable, "私营从业人员");
    EXPECT_EQ(told[0].found, "640.2778");
    EXPECT_EQ(told[0].expected, "人");
}

TEST(JoinedKinds, CodesThatMeanOtherThingsAreToldOf) {
    std::vector<Workbook> workbooks =
        csvFiles({{"a.csv", "city,year,region\n石家庄市,2018,0\n唐山市,2018,1\n"},
                  {"b.csv", "city,year,region\n石家庄市,2019,0\n唐山市,2019,1\n"}});
    workbooks[0].sheets[0].valueLabels[2] = {{0, "沿海"}, {1, "内陆"}};
    const auto told = [&](const ValueLabels& labels) {
        workbooks[1].sheets[0].valueLabels[2] = labels;
        NoProgress progress;
        const auto result = readPanel(workbooks, detectPlan(workbooks), false, progress);
        return result ? warningsOf(*result, ProblemCode::ValueLabelsDiffer) : Problems();
    };
    EXPECT_TRUE(told({{0, "沿海 "}, {1, "内陆"}}).empty());
    EXPECT_TRUE(told({{1, "内陆"}}).empty());
    const Problems problems = told({{0, "内陆"}, {1, "沿海"}});
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].place.file, "b.csv");
    EXPECT_EQ(problems[0].place.variable, "region");
    EXPECT_EQ(problems[0].found, "0 = 内陆");
    EXPECT_EQ(problems[0].expected, "0 = 沿海");
}

TEST(Mapping, SaysWhichConversionsItCannotMake) {
    const ImportMapping mapping{
        .columns = {{.detected = "GDP", .name = "gdp", .convertTo = "亿元"},
                    {.detected = "人口", .name = "pop", .convertTo = "万人"}}};
    const std::vector<Workbook> workbooks =
        csvFiles({{"y_2019.csv", "城市,GDP,人口(人)\n石家庄市,94094000,8190000\n唐山市,1,2\n"}});
    const ImportPlan plan = withMapping(pointersTo(workbooks), detectPlan(workbooks), mapping);
    const Problems problems = conversionsNotMade(plan, mapping);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].place.variable, "gdp");
    EXPECT_EQ(problems[0].expected, "亿元");
    ASSERT_EQ(plan.conversions.size(), 1U);
    EXPECT_EQ(plan.conversions[0].variable, "pop");
}

TEST(Mapping, LeavesWhatItDoesNotSpeakOfAsItWasSaid) {
    const std::vector<Workbook> workbooks = csvFiles(
        {{"y.csv",
          "2019年指标,,,\n城市,GDP(万元),人口(万人),绿地\n石家庄市,1,2,3\n唐山市,4,5,6\n"}});
    ImportPlan said = detectPlan(workbooks);
    Layout& layout = said.sheets[0].layout;
    ASSERT_EQ(layout.columns.size(), 4U);
    layout.columns[1].name = "gross";
    layout.columns[2].name = "people";
    layout.columns[3].isImported = false;
    layout.periodRule = PeriodRule::Given;
    layout.givenPeriod = 2017;
    const UnitConversion byHand{.file = "y.csv",
                                .sheet = said.sheets[0].sheet,
                                .variable = "people",
                                .from = "万人",
                                .to = "人",
                                .state = NameState::Accepted};
    said.conversions = {byHand};
    const ImportMapping mapping{.columns = {{.detected = "GDP", .name = "gdp"}}};
    const ImportPlan mapped = withMappingOver(pointersTo(workbooks), said, mapping);
    const Layout& result = mapped.sheets[0].layout;
    EXPECT_EQ(result.columns[1].name, "gdp");
    EXPECT_EQ(result.columns[2].name, "people");
    EXPECT_FALSE(result.columns[3].isImported);
    EXPECT_EQ(result.givenPeriod, 2017);
    EXPECT_THAT(mapped.conversions, ElementsAre(byHand));
    // A mapping that only converts a column speaks of its name too.
    const ImportMapping converting{
        .columns = {{.detected = "人口", .name = "人口", .convertTo = "人"}}};
    const ImportPlan converted = withMappingOver(pointersTo(workbooks), said, converting);
    EXPECT_EQ(converted.sheets[0].layout.columns[2].name, "人口");
    ASSERT_EQ(converted.conversions.size(), 1U);
    EXPECT_EQ(converted.conversions[0].variable, "人口");
}

// The panel's own csv names GDP/人 so; it is no GDP in 人.
TEST(Units, BehindAnUnderscoreAreThoseThatTheNameMayBeIn) {
    const ImportResult result = joinOf({{"a.csv", "city,year,GDP,GDP_人,年末总人口_万人\n"
                                                  "石家庄市,2018,6082,55723,981\n"}});
    EXPECT_THAT(variablesOf(result.panel), ElementsAre("GDP", "GDP_人", "年末总人口"));
    EXPECT_EQ(result.panel.find("年末总人口")->unitOfMeasure(), "万人");
}

/// The unit of measure of the second column of a page under a line of units.
std::string unitUnder(const std::string& line, const std::string& heading) {
    const ImportResult result =
        joinOf({{"p_2016.csv", "2016年指标,,\n" + line + ",,\n城市," + heading +
                                   ",财政收入\n石家庄市,1.5,2.5\n唐山市,3.5,4.5\n"
                                   "邯郸市,5.5,6.5\n"}});
    return result.panel.columnInfo()[2].unitOfMeasure;
}

TEST(Units, OfAHeadingAreNotThoseOfTheLineAbove) {
    for (const auto& [heading, unit] : std::vector<NamedText>{{"发电量(GWh)", "GWh"},
                                                              {"日照时数（小时）", "小时"},
                                                              {"平均气温(℃)", "°C"},
                                                              {"碳排放(Mt)", "Mt"},
                                                              {"能耗(tce)", "tce"},
                                                              {"人口数(万 人)", "万人"},
                                                              {"公共图书馆（千册、件）", ""},
                                                              {"年末总人口/万人", ""},
                                                              {"年末总人口 万人", ""},
                                                              {"人口密度", ""}}) {
        EXPECT_EQ(unitUnder("单位：万元", heading), unit) << heading;
    }
    EXPECT_EQ(unitUnder("单位：亿元", "职工平均工资"), "");
    EXPECT_EQ(unitUnder("单位：亿元", "地区生产总值(GDP)"), "亿元");
    EXPECT_EQ(unitUnder("单位：万元", "地区生产总值（当年价）"), "万元");
    EXPECT_EQ(unitUnder("单位：RMB 100 million", "地区生产总值"), "RMB 100 million");
    EXPECT_TRUE(areSameMeasure("RMB 100 million", "亿元"));
    EXPECT_TRUE(areSameMeasure("hundred million CNY", "亿元"));
    EXPECT_TRUE(areSameMeasure("GWh", "百万千瓦时"));
}

} // namespace
} // namespace citypanel::sheets
