// SPDX-License-Identifier: GPL-3.0-or-later
// Growth and rank belong to the variable they stand beside.
#include "core/sheets/companion_names.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::IsEmpty;

/// A text file with its name.
struct CompanionFile {
    std::string csv;
    std::string name;
};

ImportResult companionPanel(const std::vector<CompanionFile>& files) {
    NoProgress progress;
    std::vector<Workbook> books;
    for (const CompanionFile& file : files) {
        books.push_back(*readWorkbook(QByteArray::fromStdString(file.csv), file.name, progress));
    }
    return *readPanel(books, detectPlan(books), true, progress);
}

/// The values of a variable by city, of one year.
std::map<std::string, double> companionValues(const ImportResult& result,
                                              const std::string& variable) {
    std::map<std::string, double> values;
    for (const ReadCell& cell : result.cells) {
        if (cell.variable == variable && !isMissing(cell.value)) {
            values[cell.unit] = cell.value;
        }
    }
    return values;
}

using Values = std::map<std::string, double>;

TEST(CompanionNames, TellWordsOfGrowthAndRankFromVariables) {
    for (const char* name : {"增长", "比上年增长", "增速", "位次", "占全国比重", "序号", "同比增减",
                             "比2011年增长", "为上年百分比", "人均", "growth rate", "rank"}) {
        EXPECT_TRUE(isCompanionName(name)) << name;
    }
    for (const char* name : {"地区生产总值", "人口自然增长率", "居民消费价格指数", "2011年", "上年",
                             "发展支出", "合计", "GDP增长", "人均GDP", "率"}) {
        EXPECT_FALSE(isCompanionName(name)) << name;
    }
}

TEST(CompanionNames, OfAScopeAreOfTheVariableBefore) {
    const ImportResult result =
        companionPanel({{"主要指标（全市）（2012年）,,,,\n城市,人口,增速（%）,GDP,增速（%）\n"
                         "合肥市,700,1.5,80,11\n芜湖市,300,2.5,90,12\n蚌埠市,200,3.5,95,13\n",
                         "表.csv"}});
    EXPECT_EQ(companionValues(result, "GDP_增速_全市"),
              (Values{{"合肥市", 11}, {"芜湖市", 12}, {"蚌埠市", 13}}));
}

TEST(CompanionNames, GrowthOfListsSideBySideIsOfEachListsVariable) {
    const ImportResult result = companionPanel({{"主要指标(2012年),,,,,\n"
                                                 "城市,人口,增长(%),城市,GDP,增长(%)\n"
                                                 "合肥市,700,1.5,芜湖市,80,11\n"
                                                 "芜湖市,300,2.5,合肥市,90,12\n"
                                                 "蚌埠市,200,3.5,,,\n",
                                                 "表.csv"}});
    EXPECT_EQ(companionValues(result, "人口_增长"),
              (Values{{"合肥市", 1.5}, {"芜湖市", 2.5}, {"蚌埠市", 3.5}}));
    EXPECT_EQ(companionValues(result, "GDP_增长"), (Values{{"合肥市", 12}, {"芜湖市", 11}}));
    EXPECT_TRUE(result.report.conflicts.empty());
}

TEST(CompanionNames, RanksBeforeTheirVariableAreOfTheOneBehind) {
    const ImportResult result = companionPanel({{"主要指标(2012年),,,,,\n"
                                                 "位次,城市,人口,位次,城市,GDP\n"
                                                 "1,合肥市,700,1,芜湖市,90\n"
                                                 "2,芜湖市,300,2,合肥市,80\n"
                                                 "3,蚌埠市,200,3,蚌埠市,70\n",
                                                 "表.csv"}});
    EXPECT_EQ(companionValues(result, "人口_位次"),
              (Values{{"合肥市", 1}, {"芜湖市", 2}, {"蚌埠市", 3}}));
    EXPECT_EQ(companionValues(result, "GDP_位次"),
              (Values{{"合肥市", 2}, {"芜湖市", 1}, {"蚌埠市", 3}}));
}

TEST(CompanionNames, ARankNamedByItsVariableLeadsItsOwnList) {
    const ImportResult result = companionPanel({{"主要指标(2012年),,,,,\n"
                                                 "人口位次,城市,人口,GDP位次,城市,GDP\n"
                                                 "1,合肥市,700,1,芜湖市,90\n"
                                                 "2,芜湖市,300,2,合肥市,80\n"
                                                 "3,蚌埠市,200,3,蚌埠市,70\n",
                                                 "表.csv"}});
    EXPECT_EQ(companionValues(result, "GDP位次"),
              (Values{{"合肥市", 2}, {"芜湖市", 1}, {"蚌埠市", 3}}));
    EXPECT_EQ(companionValues(result, "人口位次"),
              (Values{{"合肥市", 1}, {"芜湖市", 2}, {"蚌埠市", 3}}));
}

TEST(CompanionNames, AValueBeforeTheNextListStaysWithTheListBeforeIt) {
    const ImportResult result = companionPanel({{"主要指标(2012年),,,,,\n"
                                                 "序号,城市,人口,GDP,城市,财政收入\n"
                                                 "1,合肥市,700,70,芜湖市,90\n"
                                                 "2,芜湖市,300,60,合肥市,80\n"
                                                 "3,蚌埠市,200,50,蚌埠市,70\n",
                                                 "表.csv"}});
    EXPECT_EQ(companionValues(result, "GDP"),
              (Values{{"合肥市", 70}, {"芜湖市", 60}, {"蚌埠市", 50}}));
}

TEST(CompanionNames, GrowthOfDifferentVariablesInDifferentFilesIsNotOneVariable) {
    const ImportResult result = companionPanel(
        {{"城市,GDP,增长(%)\n合肥市,70,5\n芜湖市,60,6\n蚌埠市,50,7\n", "a2012.csv"},
         {"城市,财政收入,增长(%)\n淮南市,7,8\n马鞍山市,6,9\n淮北市,5,10\n", "b2012.csv"}});
    EXPECT_EQ(companionValues(result, "GDP_增长"),
              (Values{{"合肥市", 5}, {"芜湖市", 6}, {"蚌埠市", 7}}));
    EXPECT_EQ(companionValues(result, "财政收入_增长"),
              (Values{{"淮南市", 8}, {"马鞍山市", 9}, {"淮北市", 10}}));
    EXPECT_THAT(companionValues(result, "增长"), IsEmpty());
}

TEST(CompanionNames, GrowthInOneTableIsOfTheVariableBefore) {
    const ImportResult result =
        companionPanel({{"城市,GDP,增长(%),位次,财政收入,增长(%),位次\n合肥市,70,5,1,7,8,1\n"
                         "芜湖市,60,6,2,6,9,2\n蚌埠市,50,7,3,5,4,3\n",
                         "a2012.csv"}});
    EXPECT_EQ(companionValues(result, "GDP_增长"),
              (Values{{"合肥市", 5}, {"芜湖市", 6}, {"蚌埠市", 7}}));
    EXPECT_EQ(companionValues(result, "财政收入_增长"),
              (Values{{"合肥市", 8}, {"芜湖市", 9}, {"蚌埠市", 4}}));
    EXPECT_EQ(companionValues(result, "财政收入_位次"),
              (Values{{"合肥市", 1}, {"芜湖市", 2}, {"蚌埠市", 3}}));
}

TEST(CompanionNames, OneVariableOverSeveralYearsKeepsThePlainName) {
    const ImportResult result = companionPanel(
        {{"城市,GDP,增长(%)\n合肥市,70,5\n芜湖市,60,6\n蚌埠市,50,7\n", "a2012.csv"},
         {"城市,GDP,增长(%)\n合肥市,71,8\n芜湖市,61,9\n蚌埠市,51,4\n", "a2013.csv"}});
    EXPECT_EQ(result.panel.columnCount(), 4U);
    EXPECT_EQ(companionValues(result, "增长").size(), 3U);
}

TEST(CompanionNames, NumbersOfRowsAreNoVariable) {
    const ImportResult result =
        companionPanel({{"序号,城市,GDP\n1,合肥市,70\n2,芜湖市,60\n3,蚌埠市,50\n", "a2012.csv"},
                        {"序号,城市,财政收入\n1,合肥市,7\n2,芜湖市,6\n3,蚌埠市,5\n", "b2012.csv"}});
    EXPECT_EQ(result.panel.find("序号"), nullptr);
    EXPECT_TRUE(result.report.conflicts.empty());
}

} // namespace
} // namespace citypanel::sheets
