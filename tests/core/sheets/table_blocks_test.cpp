// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a table under each other: what a repeated header says holds for what stands below it.
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/table_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace citypanel::sheets {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

Workbook pagesOf(const std::string& csv) {
    NoProgress progress;
    return *readWorkbook(QByteArray::fromStdString(csv), "财政.csv", progress);
}

ImportResult panelOfPages(const std::string& csv) {
    NoProgress progress;
    const Workbook book = pagesOf(csv);
    const std::vector<const Workbook*> books{&book};
    return *readPanel(books, withSureConversions(detectPlan(books)), true, progress);
}

const ReadCell* cellOf(const ImportResult& result, const std::string& unit,
                       const std::string& variable) {
    for (const ReadCell& cell : result.cells) {
        if (cell.unit == unit && cell.variable == variable) {
            return &cell;
        }
    }
    return nullptr;
}

double onPages(const ImportResult& result, const std::string& unit, const std::string& variable) {
    const ReadCell* cell = cellOf(result, unit, variable);
    return cell == nullptr ? missingValue : cell->value;
}

std::set<Period> periodsOn(const ImportResult& result) {
    std::set<Period> periods;
    for (const ReadCell& cell : result.cells) {
        periods.insert(cell.period);
    }
    return periods;
}

const std::string firstPage = "2-5 财政（2012年）,,\n"
                              "单位：万元,,\n"
                              "城市,收入,支出\n"
                              "石家庄市,1000,2000\n"
                              "唐山市,1001,2001\n"
                              "秦皇岛市,1002,2002\n"
                              "邯郸市,1003,2003\n";

TEST(TableBlocks, APageThatRepeatsTheHeaderBelongsToTheTable) {
    const std::string csv = firstPage + "2-5 续表,,\n城 市,收入,支出\n邢台市,1004,2004\n";
    const Workbook book = pagesOf(csv);
    EXPECT_THAT(detectLayouts(book.sheets[0], book.fileName), SizeIs(1));
    const ImportResult result = panelOfPages(csv);
    EXPECT_EQ(result.panel.unitCount(), 5U);
    EXPECT_EQ(onPages(result, "邢台市", "支出"), 2004);
    EXPECT_EQ(cellOf(result, "邢台市", "支出")->unitOfMeasure, "万元");
}

TEST(TableBlocks, TheUnitOfMeasureOfALaterPageHoldsThere) {
    const ImportResult result = panelOfPages(
        firstPage +
        "2-5 续表,,\n单位：亿元,,\n城市,收入,支出\n大同市,0.101,0.2\n阳泉市,0.11,0.3\n");
    EXPECT_EQ(onPages(result, "唐山市", "收入"), 1001);
    EXPECT_EQ(onPages(result, "大同市", "收入"), 1010); // not 0.101, nor 1010.0000000000001
    EXPECT_EQ(onPages(result, "阳泉市", "支出"), 3000);
    EXPECT_EQ(cellOf(result, "阳泉市", "支出")->convertedFrom, "亿元");
}

TEST(TableBlocks, UnitsInARepeatedHeaderAreComparedToo) {
    const ImportResult result =
        panelOfPages("财政（2012年）,\n城市,收入(万元)\n石家庄市,1000\n唐山市,1001\n"
                     "城市,收入(亿元)\n大同市,900\n阳泉市,901\n");
    EXPECT_THAT(result.report.unitDifferences, SizeIs(1));
    EXPECT_EQ(result.report.unitDifferences[0].unitOfMeasure, "亿元");
}

TEST(TableBlocks, ColumnsThatChangePlacesAreFollowed) {
    const ImportResult result = panelOfPages(firstPage + "城市,支出,收入\n大同市,5000,4000\n");
    EXPECT_EQ(onPages(result, "大同市", "收入"), 4000);
    EXPECT_EQ(onPages(result, "大同市", "支出"), 5000);
}

TEST(TableBlocks, OtherVariablesOfTheSameUnitsJoinThem) {
    const ImportResult result = panelOfPages(
        firstPage + "2-5 续表,,\n单位：亿元,,\n城市,存款,贷款\n石家庄市,7,8\n唐山市,9,10\n");
    EXPECT_EQ(result.panel.unitCount(), 4U);
    EXPECT_EQ(onPages(result, "石家庄市", "收入"), 1000);
    EXPECT_EQ(onPages(result, "石家庄市", "存款"), 7);
    EXPECT_EQ(onPages(result, "唐山市", "贷款"), 10);
    EXPECT_THAT(result.report.conflicts, IsEmpty());
}

TEST(TableBlocks, ATitleWithAnotherYearHoldsForItsPage) {
    const ImportResult result = panelOfPages(
        firstPage + "2-5 财政（2013年）,,\n单位：万元,,\n城市,收入,支出\n石家庄市,1100,2100\n");
    ASSERT_EQ(periodsOn(result).size(), 2U);
    EXPECT_EQ(onPages(result, "石家庄市", "收入"), 1000);
    EXPECT_EQ(result.cells.back().period, 2013);
    EXPECT_EQ(result.cells.back().value, 2100);
    EXPECT_THAT(result.report.conflicts, IsEmpty());
}

TEST(TableBlocks, ScopesBelowARepeatedHeaderOfTwoRowsKeepTheirVariable) {
    const ImportResult result =
        panelOfPages("财政（2012年）,,\n城市,收入(万元),\n,全市,市辖区\n石家庄市,1000,600\n"
                     "唐山市,1001,601\n续表,,\n城市,支出(万元),\n,全市,市辖区\n石家庄市,5,4\n"
                     "唐山市,6,3\n");
    EXPECT_EQ(onPages(result, "唐山市", "收入_市辖区"), 601);
    EXPECT_EQ(onPages(result, "唐山市", "支出_市辖区"), 3);
    EXPECT_EQ(onPages(result, "石家庄市", "支出_全市"), 5);
}

TEST(TableBlocks, APageOfOneCityWithoutItsFirstValueKeepsItsVariable) {
    const std::string header = "城市,人口(万人),,GDP(亿元),\n,全市,市辖区,全市,市辖区\n";
    for (const char* missing : {"…", ""}) {
        const ImportResult result =
            panelOfPages("2-5 主要指标（2012年）,,,,\n" + header + "石家庄市,11,12,13,14\n" +
                         "唐山市,21,22,23,24\n邯郸市,31,32,33,34\n,,,,\n" + header + "邢台市," +
                         missing + ",42,43,44\n");
        EXPECT_EQ(onPages(result, "邢台市", "人口_市辖区"), 42);
        EXPECT_EQ(onPages(result, "邢台市", "GDP_全市"), 43);
        EXPECT_EQ(result.panel.columnCount(), 6U); // keys and four variables
    }
}

TEST(TableBlocks, AHeaderInTwoLanguagesIsOneHeader) {
    const std::string header = "城  市,收入(万元),,支出(万元)\nCity,Revenue,,Expenditure\n"
                               ",全市 Total,市辖区 Districts,全市 Total\n";
    const std::string csv = "财政（2012年）,,,\n" + header +
                            "石家庄市,1000,600,3\n唐山市,1001,601,4\n2-5 续表,,,\n" + header +
                            "秦皇岛市,5,4,3\n邯郸市,—,—,2\n";
    const Workbook book = pagesOf(csv);
    EXPECT_THAT(detectLayouts(book.sheets[0], book.fileName), SizeIs(1));
    const ImportResult result = panelOfPages(csv);
    EXPECT_EQ(result.panel.unitCount(), 4U);
    EXPECT_EQ(onPages(result, "秦皇岛市", "收入_市辖区"), 4);
    EXPECT_EQ(onPages(result, "邯郸市", "支出_全市"), 2);
}

TEST(TableBlocks, TablesOfYearsUnderEachOtherAreNamedByTheirTitles) {
    const ImportResult result = panelOfPages(
        "地区生产总值（亿元）,,\n城市,2009,2010\n合肥市,1,2\n芜湖市,3,4\n蚌埠市,3,4\n,,\n"
        "年末总人口（万人）,,\n城市,2009年,2010年①\n合肥市,5,6\n芜湖市,7,8\n蚌埠市,3,9\n");
    EXPECT_EQ(onPages(result, "合肥市", "地区生产总值"), 1);
    ASSERT_NE(cellOf(result, "蚌埠市", "年末总人口"), nullptr);
    EXPECT_EQ(onPages(result, "合肥市", "年末总人口"), 5);
    EXPECT_EQ(cellOf(result, "合肥市", "年末总人口")->unitOfMeasure, "万人");
    EXPECT_EQ(result.panel.rowCount(), 6U);
}

TEST(TableBlocks, TablesOfYearsThatGoOnKeepTheirVariable) {
    const ImportResult result =
        panelOfPages("地区生产总值,,\n单位：亿元,,\n城市,2009,2010\n合肥市,1,2\n芜湖市,3,4\n"
                     "续表,,\n城市,2011,2012\n合肥市,5,6\n芜湖市,7,8\n");
    EXPECT_EQ(result.panel.columnCount(), 3U);
    EXPECT_EQ(result.panel.rowCount(), 8U);
    EXPECT_EQ(result.cells.back().variable, "地区生产总值");
    EXPECT_EQ(result.cells.back().period, 2012);
    EXPECT_EQ(result.cells.back().unitOfMeasure, "亿元");
}

TEST(TableBlocks, TwoUnitsBeforeAPageBreakAreRead) {
    const ImportResult result =
        panelOfPages("财政（2012年）,\n单位：万元,\n城市,收入\n石家庄市,1000\n唐山市,1001\n"
                     "续表,\n单位：万元,\n城市,收入\n秦皇岛市,1002\n邯郸市,1003\n");
    EXPECT_EQ(result.panel.unitCount(), 4U);
    EXPECT_EQ(onPages(result, "石家庄市", "收入"), 1000);
}

TEST(TableBlocks, AYearBesideAUnitOfMeasureBeginsABlock) {
    const ImportResult result =
        panelOfPages("财政,,\n2008年,,单位：万元\n城市,支出,收入\n石家庄市,10,11\n唐山市,12,13\n"
                     "2018年,,单位：亿元\n城市,支出,收入\n石家庄市,1,2\n唐山市,3,4\n");
    EXPECT_EQ(periodsOn(result).size(), 2U);
    EXPECT_EQ(result.panel.rowCount(), 4U);
    EXPECT_EQ(result.cells.back().period, 2018);
    EXPECT_EQ(result.cells.back().unitOfMeasure, "亿元");
    EXPECT_EQ(result.cells.size(), 8U);
}

TEST(TableBlocks, AUnitWithoutValuesBeforeAPageBreakStaysAUnit) {
    const std::string csv = firstPage + "拉萨市,—,—\n城市,支出,收入\n大同市,5000,4000\n";
    const Workbook book = pagesOf(csv);
    const auto tables = detectLayouts(book.sheets[0], book.fileName);
    ASSERT_THAT(tables, SizeIs(2));
    EXPECT_EQ(tables[0].layout.bodyEnd, 8); // 拉萨市 is in row 8
    EXPECT_EQ(panelOfPages(csv).panel.unitCount(), 6U);
}

TEST(TableBlocks, ANoteBelowATableGivesTheNextNoYear) {
    const ImportResult result =
        panelOfPages(firstPage + "注：2010年数据已修订,,\n城市,支出,收入\n大同市,5000,4000\n");
    EXPECT_EQ(periodsOn(result).size(), 1U);
}

TEST(TableBlocks, ACityWhoseNameEndsInAWordForUnitsIsNoHeader) {
    const Workbook book = pagesOf("2012,,\ncity,state,gdp\nKansas City,Missouri,5\n"
                                  "Mexico City,Federal District,\nOwosso,Michigan,6\n"
                                  "Toledo,Ohio,7\n");
    EXPECT_THAT(detectLayouts(book.sheets[0], book.fileName), SizeIs(1));
    EXPECT_THAT(blockBegins(book.sheets[0], detectLayout(book.sheets[0], book.fileName).layout),
                IsEmpty());
}

// A page whose years stand over its variables, or behind their names, names them itself.
TEST(TableBlocks, YearsOverVariablesAreReadByTheirColumnsOnEachPage) {
    for (const auto& header :
         {std::string("城市,2012年,\n,GDP,人口\n"), std::string("城市,GDP2012,人口2012\n"),
          std::string("城市,GDP,人口\n,2012年,2012年\n"), std::string("城市,2012GDP,2012人口\n")}) {
        for (const auto& between : {std::string(), std::string(",,\n"), std::string("续表,,\n")}) {
            const ImportResult result =
                panelOfPages(header + "石家庄市,100,600\n唐山市,101,601\n秦皇岛市,102,602\n" +
                             between + header + "邯郸市,103,603\n邢台市,—,604\n保定市,105,605\n");
            EXPECT_EQ(valueOf(result, "唐山市", "GDP"), 101) << header;
            EXPECT_EQ(valueOf(result, "邯郸市", "GDP"), 103) << header << between;
            EXPECT_EQ(valueOf(result, "邯郸市", "人口"), 603) << header << between;
            EXPECT_TRUE(isMissing(valueOf(result, "邢台市", "GDP"))) << header << between;
            EXPECT_EQ(valueOf(result, "邢台市", "人口"), 604) << header << between;
            EXPECT_EQ(valueOf(result, "保定市", "人口"), 605) << header << between;
            EXPECT_EQ(periodsOn(result).size(), 1U) << header << between;
        }
    }
}

// The corner over the cities is blank in the second table, whose title says what it is of.
TEST(Blocks, BeginAtATitleOverABlankCorner) {
    const std::string first =
        "2-1 地区生产总值(2013年),\n城市,地区生产总值\n太原市,7.5\n大同市,8.5\n,\n";
    const std::string cities = "石家庄市,111.5\n唐山市,112.5\n秦皇岛市,113.5\n";
    const ImportResult titled =
        panelOfPages(first + "2-2 年末户籍人口(2014年),\n,年末户籍人口\n" + cities);
    EXPECT_EQ(onPages(titled, "唐山市", "年末户籍人口"), 112.5);
    EXPECT_THAT(periodsOn(titled), ::testing::ElementsAre(2013, 2014));
    const ImportResult scopes = panelOfPages(
        "2-1 产值(2013年),,\n,产值(亿元),产值(亿元)\n,全市,市辖区\n太原市,7.5,2\n大同市,8.5,1\n"
        ",,\n2-2 投资(2014年),,\n,投资(亿元),\n,全市,市辖区\n石家庄市,1,2\n唐山市,3,4\n");
    EXPECT_EQ(onPages(scopes, "唐山市", "投资_市辖区"), 4);
    EXPECT_THAT(periodsOn(scopes), ::testing::ElementsAre(2013, 2014));
    const ImportResult continued =
        panelOfPages("2-1 指标(2015年),\n,GDP(亿元)\n石家庄市,1.5\n唐山市,2.5\n秦皇岛市,3.5\n续表 "
                     "1,\n,工资(元)\n"
                     "石家庄市,11.5\n唐山市,12.5\n秦皇岛市,13.5\n");
    EXPECT_EQ(onPages(continued, "唐山市", "GDP"), 2.5);
    EXPECT_EQ(onPages(continued, "唐山市", "工资"), 12.5);
    const ImportResult wide =
        panelOfPages("产值(亿元),,\n,2013年,2014年\n石家庄市,1,2\n唐山市,3,4\n秦皇岛市,5,6\n,,\n"
                     "人口(万人),,\n,2015年,2016年\n石家庄市,7,8\n唐山市,9,10\n秦皇岛市,11,12\n");
    EXPECT_EQ(onPages(wide, "石家庄市", "产值"), 1);
    EXPECT_EQ(onPages(wide, "石家庄市", "人口"), 7);
}

TEST(Blocks, HaveTitlesThatBeginLikeNotes) {
    for (const char* title : {"1) 产值(2014年)", "2-1 产值（新口径）(2014年)", "(1)产值(2014)"}) {
        const ImportResult result =
            panelOfPages(std::string(title) +
                         ",\nOutput (2013),\n城市,产值\n石家庄市,11\n唐山市,12\n秦皇岛市,13\n");
        EXPECT_THAT(periodsOn(result), ::testing::ElementsAre(2014)) << title;
    }
}

TEST(Blocks, TakeTheYearOfTheirTitleAndNotOfANoteAboveIt) {
    for (const char* note :
         {"①2015年起口径调整", "a) 2015年以前为旧口径。", "1)2015年数据为快报数", "*2015年更正",
          "本表2015年起更名", "备注：2015年", "数据更新至2015年"}) {
        const ImportResult result = panelOfPages(
            "2-1 产值(2013年),\n城市,产值(亿元)\n石家庄市,11\n唐山市,12\n秦皇岛市,13\n" +
            std::string(note) +
            ",\n,\n2-2 人口(2013年),\n城市,人口(万人)\n石家庄市,51\n唐山市,52\n秦皇岛市,53\n");
        EXPECT_THAT(periodsOn(result), ::testing::ElementsAre(2013)) << note;
        EXPECT_EQ(onPages(result, "唐山市", "人口"), 52) << note;
    }
}

TEST(Blocks, BeginAtOtherHeadingsUnderABlankCorner) {
    const ImportResult other = panelOfPages(
        "指标(2016年),,\n,产值,人口\n石家庄市,1.5,2.5\n,产值,用电量\n唐山市,3.5,4.5\n");
    EXPECT_EQ(onPages(other, "唐山市", "用电量"), 4.5);
    const ImportResult swapped =
        panelOfPages("指标(2016年),,\n,产值,人口\n石家庄市,1.5,2.5\n,人口,产值\n唐山市,3.5,4.5\n");
    EXPECT_EQ(onPages(swapped, "唐山市", "产值"), 4.5);
    const ImportResult scopes = panelOfPages("2013年,,,,\n,产值,,面积,\n,全市,市辖区,全市,"
                                             "市辖区\n石家庄市,1.5,2.5,3.5,4.5\n,产值,,面积,\n"
                                             ",市辖区,全市,市辖区,全市\n唐山市,1.5,2.5,3.5,4.5\n");
    EXPECT_EQ(onPages(scopes, "唐山市", "产值_全市"), 2.5);
    const ImportResult spelled = panelOfPages( // the same again
        "指标(2016年),,\n,产值(亿元),人口\n石家庄市,1.5,2.5\n,产 "
        "值①(亿元),人口\n唐山市,3.5,4.5\n保定市,5.5,6.5\n");
    EXPECT_EQ(onPages(spelled, "石家庄市", "产值"), 1.5);
    EXPECT_EQ(onPages(spelled, "唐山市", "产值"), 3.5);
}

TEST(Blocks, OfPairsSideBySideHaveTheirOwnTitles) {
    const ImportResult result =
        panelOfPages("产值(亿元),,,人口(万人),,\n城市,2013,2014,城市,2013,2014\n石家庄市,1.5,2.5,"
                     "石家庄市,3.5,4.5\n"
                     "唐山市,1.6,2.6,唐山市,3.6,4.6\n用电量(万千瓦时),,,面积(平方公里),,\n城市,"
                     "2015,2016,城市,2015,2016\n"
                     "石家庄市,1.7,2.7,石家庄市,3.7,4.7\n唐山市,1.8,2.8,唐山市,3.8,4.8\n");
    EXPECT_EQ(onPages(result, "石家庄市", "产值"), 1.5);
    EXPECT_EQ(onPages(result, "石家庄市", "用电量"), 1.7);
    EXPECT_EQ(onPages(result, "石家庄市", "面积"), 3.7);
}

TEST(Blocks, DoNotTakeTheYearOfARemark) {
    for (const char* remark :
         {"2014年前为旧口径", "2014年起口径调整", "2014年撤地设市", "*2014年调整"}) {
        const ImportResult result =
            panelOfPages("2-1 指标(2016年),\n城市,产值\n石家庄市,1\n唐山市,2\n" +
                         std::string(remark) + ",\n城市,产值\n保定市,3\n承德市,4\n");
        EXPECT_THAT(periodsOn(result), ::testing::ElementsAre(2016)) << remark;
    }
}

// 2-6 地区生产总值 over 全市 and 市辖区 and nothing else.
TEST(Blocks, OfScopesAloneAreOfTheIndicatorOfTheirTitle) {
    const ImportResult result =
        panelOfPages("2-6 地区生产总值(2015年),,\n城市,全市,市辖区\n石家庄市,1.5,2.5\n,,\n"
                     "2-7 总人口(2016年),,\n城市,全市,市辖区\n石家庄市,3.5,4.5\n");
    EXPECT_EQ(onPages(result, "石家庄市", "地区生产总值_全市"), 1.5);
    EXPECT_EQ(onPages(result, "石家庄市", "总人口_市辖区"), 4.5);
}

TEST(Blocks, DoNotBeginAtNotesBesideTheNames) {
    for (const char* corner : {"城市", ""}) {
        for (const char* line : {",以下各市为初步数,", ",注：不含市辖县,", ",,第2页", ",- 25 -,",
                                 ",续表1,", ",山西省,", ",其中,其中", ",初步数,", ",GDP,Population",
                                 ",见上表,见上表", ",产值,", ",产值,人口"}) {
            const ImportResult result =
                panelOfPages("2-1 指标(2016年),,\n" + std::string(corner) +
                             ",产值,人口\n石家庄市,1,2\n唐山市,3,4\n" + std::string(line) +
                             "\n太原市,5,6\n大同市,7,8\n");
            EXPECT_EQ(onPages(result, "太原市", "产值"), 5) << corner << line;
            EXPECT_EQ(onPages(result, "大同市", "人口"), 8) << corner << line;
            EXPECT_THAT(periodsOn(result), ::testing::ElementsAre(2016)) << corner << line;
        }
    }
}

// 2007年 over groups that name their variables, without a word over the units: no row of titles.
TEST(TableBlocks, GroupsOfVariablesAreNoTitles) {
    NoProgress progress;
    const auto block = [](const std::string& year, const std::string& value) {
        return year + "年,,,,\n,投资额,,增加值,\n,合计,男,合计,男\n石家庄市," + value +
               "1,2,3,4\n唐山市," + value + "5,6,7,8\n";
    };
    const Workbook book = *readWorkbook(
        QByteArray::fromStdString("2-15 指标,,,,\n" + block("2006", "") + block("2007", "1")),
        "a.csv", progress);
    const auto tables = detectLayouts(book.sheets[0], "a.csv");
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(tables[0].layout.givenPeriod, 2006);
    EXPECT_EQ(tables[1].layout.givenPeriod, 2007);
}

} // namespace
} // namespace citypanel::sheets
