// SPDX-License-Identifier: GPL-3.0-or-later
// Tables side by side on one sheet, and tables without a header.
#include "core/sheets/import.h"
#include "core/sheets/layout_edits.h"
#include "core/sheets/read_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QString>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::UnorderedElementsAre;

Workbook bookOf(const std::string& csv, const std::string& name = "表.csv") {
    NoProgress progress;
    return *readWorkbook(QByteArray::fromStdString(csv), name, progress);
}

ImportResult panelOf(const Workbook& book) {
    NoProgress progress;
    const std::vector<const Workbook*> books{&book};
    return *readPanel(books, detectPlan(books), true, progress);
}

double valueOf(const ImportResult& result, const std::string& unit, const std::string& variable) {
    for (const ReadCell& cell : result.cells) {
        if (cell.unit == unit && cell.variable == variable) {
            return cell.value;
        }
    }
    return missingValue;
}

const std::string twoBlocks = "2-1 地区生产总值(2018年),,,,,,\n"
                              "单位：万元,,,,,,\n"
                              "序号,城市,GDP,工业产值,序号,城市,GDP,工业产值\n"
                              "1,合肥市,11,1,5,马鞍山市,15,5\n"
                              "2,芜湖市,12,2,6,淮北市,16,6\n"
                              "3,蚌埠市,13,3,7,铜陵市,17,7\n"
                              "4,淮南市,14,4,,,,\n";

TEST(SideBlocks, AListThatGoesOnAtTheRightIsReadAsOneTable) {
    const Workbook book = bookOf(twoBlocks);
    const ImportResult result = panelOf(book);
    EXPECT_EQ(result.panel.unitCount(), 7U);
    EXPECT_EQ(result.panel.columnCount(), 4U); // keys, GDP, 工业产值
    EXPECT_EQ(valueOf(result, "合肥市", "GDP"), 11);
    EXPECT_EQ(valueOf(result, "马鞍山市", "GDP"), 15);
    EXPECT_EQ(valueOf(result, "铜陵市", "工业产值"), 7);
    EXPECT_TRUE(result.report.conflicts.empty());
}

ImportResult panelOf2014(const std::string& csv) {
    return panelOf(bookOf(csv, "表2014.csv"));
}

TEST(SideBlocks, BeginUnderTheSameHeadingWhateverItSays) {
    for (const std::string word :
         {"城 市 City", "市（县）", "各市", "市州", "行政区划", "调查点", "地区（市）"}) {
        const std::string head = word + ",年末总人口(万人)," + word + ",年末总人口(万人)\n";
        const ImportResult result =
            panelOf2014("2014年各市人口,,,\n" + head + "合计,1000,延边朝鲜族自治州,7\n" +
                        "河北省,,合肥市,8\n石家庄市,1,芜湖市,9\n太原市,2,蚌埠市,10\n" +
                        "续表,,,\n" + head + "大同市,3,淮南市,11\n阳泉市,4,苏州市,12\n");
        EXPECT_EQ(valueOf(result, "合肥市", "年末总人口"), 8) << word;
        EXPECT_EQ(valueOf(result, "延边朝鲜族自治州", "年末总人口"), 7) << word;
        EXPECT_EQ(valueOf(result, "阳泉市", "年末总人口"), 4) << word;
        EXPECT_EQ(valueOf(result, "苏州市", "年末总人口"), 12) << word;
        EXPECT_EQ(result.panel.columnCount(), 3U) << word;
    }
}

TEST(SideBlocks, OfCitiesWithoutValuesStayLists) {
    const std::string head = "城市,年末总人口(万人),城市,年末总人口(万人)\n";
    const std::string first =
        head + "石家庄市,1,大同市,5\n唐山市,2,阳泉市,6\n,,,\n续表,,,\n" + head;
    for (const std::string mark : {"…", "—", "-", ""}) {
        const ImportResult one =
            panelOf2014("2014年各市人口,,,\n" + first + "宿州市," + mark + ",芜湖市,441\n");
        EXPECT_EQ(valueOf(one, "芜湖市", "年末总人口"), 441) << mark;
        EXPECT_TRUE(isMissing(valueOf(one, "宿州市", "年末总人口"))) << mark;
        const ImportResult two =
            panelOf2014("2014年各市人口,,,\n" + first + "宿州市,389,南京市,251\n芜湖市," + mark +
                        ",苏州市,1026\n");
        EXPECT_EQ(valueOf(two, "宿州市", "年末总人口"), 389) << mark;
        EXPECT_EQ(valueOf(two, "苏州市", "年末总人口"), 1026) << mark;
        EXPECT_TRUE(isMissing(valueOf(two, "芜湖市", "年末总人口"))) << mark;
    }
}

TEST(SideBlocks, ABlankColumnMayStandBetweenThem) {
    const ImportResult result = panelOf(bookOf("城市,GDP,,城市,GDP\n合肥市,1,,芜湖市,2\n"
                                               "蚌埠市,3,,淮南市,4\n",
                                               "表2016.csv"));
    EXPECT_EQ(result.panel.unitCount(), 4U);
    EXPECT_EQ(valueOf(result, "淮南市", "GDP"), 4);
}

TEST(SideBlocks, ANameWrittenTwiceInARowBeginsNoTable) {
    const Workbook book =
        bookOf("城市,GDP,城市,人口\n合肥市,1,合肥市,5\n芜湖市,2,芜湖市,6\n", "表2016.csv");
    EXPECT_EQ(detectLayouts(book.sheets[0], "表2016.csv").size(), 1U);
    EXPECT_EQ(panelOf(book).panel.unitCount(), 2U);
}

TEST(SideBlocks, ARowPointedAtKeepsTheTableItBelongsTo) {
    const Workbook book = bookOf(twoBlocks);
    const auto tables = detectLayouts(book.sheets[0], "表.csv");
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(tables[1].layout.unitColumn, 5);
    const Layout marked =
        withRowsMarked(book.sheets[0], "表.csv", tables[1].layout, {6, 6}, RowMark::Note);
    EXPECT_EQ(marked.unitColumn, 5);
    EXPECT_EQ(marked.columns, tables[1].layout.columns);
}

TEST(WithoutHeader, NoUnitIsLostForAHeader) {
    const ImportResult result =
        panelOf(bookOf("合肥市,100.5,7\n芜湖市,101.5,8\n蚌埠市,102.5,9\n", "无表头2015.csv"));
    EXPECT_EQ(result.panel.unitCount(), 3U);
    EXPECT_EQ(valueOf(result, "合肥市", "B"), 100.5);
    EXPECT_EQ(valueOf(result, "蚌埠市", "C"), 9);
    ASSERT_EQ(result.report.warnings.size(), 1U);
    EXPECT_EQ(result.report.warnings[0].code, ProblemCode::HeaderNotFound);
    EXPECT_EQ(result.report.warnings[0].place.cell, "A1");
    EXPECT_EQ(result.report.warnings[0].place.file, "无表头2015.csv");
}

TEST(WithoutHeader, YearsAndNumberedColumnsAreAHeader) {
    for (const char* header : {"城市,2015,2016", "城市,1,2", "name,2015,2016", "name,1,2"}) {
        const Workbook book =
            bookOf(std::string(header) + "\n合肥市,100.5,7\n芜湖市,101.5,8\n", "表2015.csv");
        const Layout layout = detectLayout(book.sheets[0], "表2015.csv").layout;
        EXPECT_EQ(layout.headerEnd, 1) << header;
        EXPECT_EQ(layout.bodyBegin, 1) << header;
    }
}

TEST(PeriodColumns, DaysUnderTheirNameAreYears) {
    const Workbook book =
        bookOf("城市,日期,GDP\n合肥市,2015-12-31,1\n芜湖市,2015-12-31,2\n蚌埠市,2015-12-31,3\n");
    const Layout layout = detectLayout(book.sheets[0], "表.csv").layout;
    EXPECT_EQ(layout.kind, LayoutKind::Long);
    EXPECT_EQ(layout.periodColumn, 1);
    const ImportResult result = panelOf(book);
    EXPECT_THAT(result.panel.distinctPeriods(), ElementsAre(2015));
}

TEST(PeriodColumns, MistypedYearsAreNamedWhereMostAreRight) {
    for (const std::string year : {"20115", "2150", "201"}) {
        const Workbook book =
            bookOf("城市,年份,GDP\n合肥市,2015,1\n芜湖市," + year + ",2\n蚌埠市,2015,3\n");
        NoProgress progress;
        const std::vector<const Workbook*> books{&book};
        const auto result = readPanel(books, detectPlan(books), false, progress);
        ASSERT_FALSE(result) << year;
        EXPECT_EQ(result.error().code, ProblemCode::PeriodUnreadable);
        EXPECT_EQ(result.error().place.cell, "B3");
        EXPECT_EQ(result.error().found, year);
    }
}

TEST(DamagedText, AQuoteThatIsNeverClosedLosesNoRow) {
    const Workbook book = bookOf("城市,年份,GDP\n\"合肥市,2015,3\n芜湖市,2015,4\n蚌埠市,2015,5\n");
    ASSERT_EQ(book.warnings.size(), 1U);
    EXPECT_EQ(book.warnings[0].code, ProblemCode::CellUnreadable);
    EXPECT_EQ(book.warnings[0].place.cell, "A2");
    EXPECT_EQ(book.sheets[0].rowCount(), 4U);
    EXPECT_EQ(book.sheets[0].textAt(3, 2), "5");
}

TEST(DamagedText, Utf16NeedsNoMark) {
    const QString text = QStringLiteral("城市,年份,GDP\n合肥市,2015,3\n芜湖市,2015,4\n");
    const QByteArray bytes(reinterpret_cast<const char*>(text.utf16()), 2 * text.size());
    NoProgress progress;
    const auto book = readWorkbook(bytes, "无标记.csv", progress);
    ASSERT_TRUE(book);
    EXPECT_EQ(book->sheets[0].textAt(1, 0), "合肥市");
}

TEST(NothingToRead, NamesItsFile) {
    const Workbook book = bookOf("只有文字\n没有表\n", "空.csv");
    NoProgress progress;
    const std::vector<const Workbook*> books{&book};
    const auto result = readPanel(books, detectPlan(books), false, progress);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ProblemCode::NoDataRows);
    EXPECT_EQ(result.error().place.file, "空.csv");
}

TEST(SideBlocks, HeadingsOverTheNamesAreOfTheValues) {
    const ImportResult others =
        panelOf(bookOf("2-1 主要指标(2012年),,,\n年末总人口(万人),,地区生产总值(亿元),\n"
                       "城市,数值,城市,数值\n合肥市,11,淮北市,15\n芜湖市,12,铜陵市,16\n"
                       "蚌埠市,13,安庆市,17\n"));
    EXPECT_EQ(valueOf(others, "芜湖市", "年末总人口_数值"), 12);
    EXPECT_EQ(valueOf(others, "铜陵市", "地区生产总值_数值"), 16);
    const ImportResult same =
        panelOf(bookOf("2-1 主要指标(2012年),,,\n年末总人口(万人),,地区生产总值(亿元),\n"
                       "城市,2012年,城市,2012年\n合肥市,11,合肥市,15\n芜湖市,12,芜湖市,16\n"
                       "蚌埠市,13,蚌埠市,17\n"));
    EXPECT_EQ(valueOf(same, "芜湖市", "年末总人口"), 12);
    EXPECT_EQ(valueOf(same, "芜湖市", "地区生产总值"), 16);
    const ImportResult scopes =
        panelOf(bookOf("2-1 主要指标(2012年),,,\n全市,,市辖区,\n城市,GDP(亿元),城市,GDP(亿元)\n"
                       "合肥市,11,合肥市,5\n芜湖市,12,芜湖市,6\n蚌埠市,13,蚌埠市,7\n"));
    EXPECT_EQ(valueOf(scopes, "芜湖市", "GDP_全市"), 12);
    EXPECT_EQ(valueOf(scopes, "芜湖市", "GDP_市辖区"), 6);
}

TEST(SideBlocks, OfGroupsOfPlacesAreOfOneVariable) {
    const ImportResult result =
        panelOf(bookOf("2-1 主要指标(2012年),,,\n安徽省,,河北省,\n城市,GDP,城市,GDP\n"
                       "合肥市,11,石家庄市,15\n芜湖市,12,唐山市,16\n蚌埠市,13,邢台市,17\n"));
    EXPECT_EQ(valueOf(result, "芜湖市", "GDP"), 12);
    EXPECT_EQ(valueOf(result, "唐山市", "GDP"), 16);
}

TEST(SideBlocks, MayBeginInAnotherColumnAndRow) {
    const std::string table = "各市年末总人口(万人),,,,,,\n城市,2011年,2012年,,城市,2011年,2012年\n"
                              "合肥市,11,21,,淮北市,15,25\n芜湖市,12,22,,铜陵市,16,26\n"
                              "蚌埠市,13,23,,安庆市,17,27\n";
    std::string moved = ",,,,,,,,\n,,,,,,,,\n";
    for (const QString& line : QString::fromStdString(table).split(u'\n', Qt::SkipEmptyParts)) {
        moved += ",," + line.toStdString() + "\n";
    }
    const ImportResult asIs = panelOf(bookOf(table));
    const ImportResult result = panelOf(bookOf(moved));
    EXPECT_EQ(result.panel.columnCount(), 3U); // keys, 各市年末总人口
    ASSERT_EQ(result.cells.size(), asIs.cells.size());
    for (std::size_t i = 0; i < result.cells.size(); ++i) {
        EXPECT_EQ(result.cells[i].variable, "各市年末总人口");
        EXPECT_EQ(result.cells[i].unitOfMeasure, "万人");
        EXPECT_EQ(result.cells[i].value, asIs.cells[i].value);
        EXPECT_EQ(result.cells[i].column, asIs.cells[i].column + 2);
        EXPECT_EQ(result.cells[i].row, asIs.cells[i].row + 2);
    }
}

// A row of provinces under blank headings is no header of the names below it.
TEST(SideBlocks, BeginUnderBlankHeadingsAndProvinces) {
    const ImportResult result = panelOf(
        bookOf("2-7 全社会用电量(2015年),,,,,\n,全社会用电量,,,全社会用电量,\n"
               ",全市,市辖区,,全市,市辖区\n福建省,,,河北省,,\n福州市,100,50,石家庄市,500,90\n"
               "厦门市,101,51,唐山市,501,91\n江苏省,,,山东省,,\n南京市,102,52,济南市,502,92\n"));
    EXPECT_EQ(result.panel.unitCount(), 6U);
    EXPECT_EQ(valueOf(result, "福州市", "全社会用电量_全市"), 100);
    EXPECT_EQ(valueOf(result, "石家庄市", "全社会用电量_全市"), 500);
    EXPECT_EQ(valueOf(result, "唐山市", "全社会用电量_市辖区"), 91);
    EXPECT_EQ(valueOf(result, "济南市", "全社会用电量_市辖区"), 92);
    EXPECT_EQ(result.cells.size(), 12U);
}

TEST(SideBlocks, OfYearsEachAreOfTheirOwnVariableAndUnit) {
    const Workbook book =
        bookOf("产值,,,,人口,,\n单位：亿元,,,,单位：万人,,\n"
               "城市,2013年,2014年,,城市,2013年,2014年\n石家庄市,11,21,,石家庄市,31,41\n"
               "唐山市,12,22,,唐山市,32,42\n秦皇岛市,13,23,,秦皇岛市,33,43\n");
    const ImportResult result = panelOf(book);
    ASSERT_EQ(result.panel.columnCount(), 4U);
    EXPECT_THAT(result.panel.find("产值")->numbers(), ElementsAre(11, 21, 12, 22, 13, 23));
    EXPECT_THAT(result.panel.find("人口")->numbers(), ElementsAre(31, 41, 32, 42, 33, 43));
    EXPECT_EQ(result.panel.find("产值")->unitOfMeasure(), "亿元");
    EXPECT_EQ(result.panel.find("人口")->unitOfMeasure(), "万人");
}

/// All values of a csv as "unit year variable value unit of measure", in the order they are read.
std::vector<std::string> valuesOf(const std::string& csv) {
    std::vector<std::string> values;
    for (const ReadCell& cell : panelOf(bookOf(csv)).cells) {
        values.push_back(cell.unit + " " + std::to_string(cell.period) + " " + cell.variable + " " +
                         QString::number(cell.value).toStdString() + " " + cell.unitOfMeasure);
    }
    return values;
}

TEST(SideBlocks, OfCitiesAcrossEachHaveTheirIndicatorsAndUnits) {
    EXPECT_THAT(valuesOf("2019年主要指标,,,,,,,\n单位：万元,,,,单位：亿元,,,\n"
                         "指标,石家庄市,唐山市,秦皇岛市,指标,邯郸市,邢台市,保定市\n"
                         "财政收入,10,20,30,存款,1,2,3\n"),
                UnorderedElementsAre("石家庄市 2019 财政收入 10 万元",
                                     "唐山市 2019 财政收入 20 万元",
                                     "秦皇岛市 2019 财政收入 30 万元", "邯郸市 2019 存款 1 亿元",
                                     "邢台市 2019 存款 2 亿元", "保定市 2019 存款 3 亿元"));
    // Of the same cities, under a title each, with years down.
    EXPECT_THAT(valuesOf("历年主要指标,,,,,,,\n地区生产总值（亿元）,,,,,年末总人口（万人）,,\n"
                         "年份,石家庄市,唐山市,秦皇岛市,,年份,石家庄市,唐山市,秦皇岛市\n"
                         "2011,47,76,82,,2012,1,2,3\n"),
                UnorderedElementsAre(
                    "石家庄市 2011 地区生产总值 47 亿元", "唐山市 2011 地区生产总值 76 亿元",
                    "秦皇岛市 2011 地区生产总值 82 亿元", "石家庄市 2012 年末总人口 1 万人",
                    "唐山市 2012 年末总人口 2 万人", "秦皇岛市 2012 年末总人口 3 万人"));
}

TEST(SideBlocks, OfTheSameCitiesAreInTheUnitOverTheirHalf) {
    for (const std::string units : {"单位：万元,,,单位：亿元,,", ",,单位：万元,,,单位：亿元"}) {
        EXPECT_THAT(
            valuesOf("财政收支（2014年）,,,,,\n" + units +
                     "\n城市,财政收入,财政支出,城市,存款,贷款\n石家庄市,50,70,石家庄市,3,4\n"
                     "唐山市,51,71,唐山市,5,6\n"),
            IsSupersetOf({"石家庄市 2014 财政收入 50 万元", "唐山市 2014 财政支出 71 万元",
                          "石家庄市 2014 存款 3 亿元", "唐山市 2014 贷款 6 亿元"}))
            << units;
    }
}

// A page of one city, its years in two halves.
TEST(SideBlocks, OfYearsGoOnAtTheRight) {
    EXPECT_THAT(valuesOf("芜湖市历年主要指标,,,\n年份,客运量（万人）,年份,客运量（万人）\n"
                         "2008,5231,2010,6512\n2009,4286,2011,6711\n"),
                UnorderedElementsAre("芜湖市 2008 客运量 5231 万人", "芜湖市 2009 客运量 4286 万人",
                                     "芜湖市 2010 客运量 6512 万人",
                                     "芜湖市 2011 客运量 6711 万人"));
}

// The places of three variables, each in its own order.
TEST(SideBlocks, BehindRanksAreNamedByTheHeadingsOverThem) {
    EXPECT_THAT(valuesOf("2015年各市位次,,,,\n排名,地区生产总值,,财政收入,\n,城市,亿元,城市,亿元\n"
                         "1,合肥市,5660,芜湖市,571\n2,马鞍山市,2457,安庆市,308\n"),
                IsSupersetOf({"合肥市 2015 地区生产总值 5660 亿元", "芜湖市 2015 财政收入 571 亿元",
                              "安庆市 2015 财政收入 308 亿元"}));
}

TEST(SideBlocks, OfTheSameCitiesUnderTitlesOfTheirOwnHaveTheirYears) {
    EXPECT_THAT(
        valuesOf("2-1 人口(2014年),,,2-2 财政收入(2015年),\n城市,人口(万人),,城市,财政收入(亿元)\n"
                 "合肥市,712,,合肥市,571\n芜湖市,384,,芜湖市,268\n"),
        UnorderedElementsAre("合肥市 2014 人口 712 万人", "芜湖市 2014 人口 384 万人",
                             "合肥市 2015 财政收入 571 亿元", "芜湖市 2015 财政收入 268 亿元"));
}

TEST(SideBlocks, UnderPairsOfTitlesHaveTheirYearsEachTime) {
    EXPECT_THAT(
        valuesOf("2-1 人口(2014年),,,2-2 财政收入(2015年),\n城市,人口(万人),,城市,财政收入(亿元)\n"
                 "合肥市,712,,合肥市,571\n芜湖市,384,,芜湖市,268\n"
                 "2-3 面积(2014年),,,2-4 财政支出(2015年),\n城市,面积(公顷),,城市,财政支出(亿元)\n"
                 "合肥市,12,,合肥市,71\n芜湖市,84,,芜湖市,68\n"),
        IsSupersetOf({"合肥市 2014 面积 12 公顷", "芜湖市 2015 财政支出 68 亿元",
                      "芜湖市 2014 人口 384 万人", "合肥市 2015 财政收入 571 亿元"}));
}

} // namespace
} // namespace citypanel::sheets
