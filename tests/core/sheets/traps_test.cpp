// SPDX-License-Identifier: GPL-3.0-or-later
// Traps of real files rebuilt small: names, headers, scopes, years, blocks, pages, hostile bytes.
#include "core/sheets/cell_text.h"
#include "core/sheets/compound_file.h"
#include "core/sheets/header_text.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/title_scope.h"
#include "core/sheets/xls_encryption.h"
#include "tests/support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;

Workbook workbookOf(const std::string& bytes, const std::string& name) {
    NoProgress progress;
    return *readWorkbook(QByteArray::fromStdString(bytes), name, progress);
}

ImportResult resultOf(const std::vector<std::pair<std::string, std::string>>& files) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    for (const auto& [name, bytes] : files) {
        workbooks.push_back(workbookOf(bytes, name));
    }
    auto result = readPanel(workbooks, withSureNames(detectPlan(workbooks)), true, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code) << result.error().found;
    return result ? *std::move(result) : ImportResult{};
}

TEST(Names, JoinRenamedCitiesAcrossYears) {
    const ImportResult result =
        resultOf({{"a_2009.csv", "城市,人口\n武汉市,1\n襄樊市,2\n宜昌市,3\n"},
                  {"b_2011.csv", "城市,人口\n武汉,4\n襄阳,5\n宜昌,6\n"}});
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("武汉市", "襄阳市", "宜昌市"));
    EXPECT_EQ(result.panel.rowCount(), 6U);
    EXPECT_EQ(result.cells[1].unitAsWritten, "襄樊市");
    EXPECT_EQ(result.cells[1].code, "420600");
}

TEST(Names, JoinCodesWithChineseNames) {
    const ImportResult result =
        resultOf({{"a.csv", "城市,年份,人口\n北京市,2010,1\n石家庄市,2010,2\n唐山市,2010,3\n"},
                  {"b.csv", "prefcode,year,pm\n1101,2010,7\n1301,2010,8\n1302,2010,9\n"}});
    EXPECT_EQ(result.panel.rowCount(), 3U);
    EXPECT_EQ(result.panel.find("pm")->numbers()[1], 8.0);
}

/// All cities of Anhui but 宣城, and what stands in its place.
std::string citiesOfAnhui(const std::string& last) {
    std::string text = "城市,年份,人口\n";
    for (const char* name : {"合肥", "芜湖", "蚌埠", "淮南", "马鞍山", "淮北", "铜陵", "安庆",
                             "黄山", "滁州", "阜阳", "宿州", "六安", "亳州", "池州"}) {
        text += std::string(name) + "市,2005,1\n";
    }
    return text + last + ",2005,2\n";
}

// 宜城 is a county-level city elsewhere: only the one gap in the table of Anhui makes it 宣城.
TEST(Names, OfAMisreadCityAreSureOnlyInTheOnlyGapOfItsProvince) {
    const ImportResult gap = resultOf({{"a.csv", citiesOfAnhui("宜城市")}});
    EXPECT_EQ(gap.panel.unitLabels()[15], "宣城市");
    const ImportResult both = resultOf({{"a.csv", citiesOfAnhui("宜城市") + "宣城市,2005,4\n"}});
    EXPECT_EQ(both.panel.unitLabels()[15], "宜城市");
    ASSERT_EQ(both.report.unmatched.size(), 1U);
    EXPECT_EQ(both.report.unmatched[0].cell, "A17");
    EXPECT_EQ(both.report.unmatched[0].suggestions[0], "宣城市");
    const ImportResult hubei = resultOf(
        {{"a.csv", "城市,年份,x\n武汉市,2005,1\n黄石市,2005,4\n襄樊市,2005,2\n宜城市,2005,3\n"}});
    EXPECT_EQ(hubei.panel.unitLabels()[3], "宜城市");
}

TEST(Names, AreOnlyOfferedUntilSomeoneAccepts) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(workbookOf(citiesOfAnhui("宜城市"), "a.csv"));
    ImportPlan plan = detectPlan(workbooks);
    ASSERT_EQ(plan.names.size(), 1U);
    EXPECT_TRUE(plan.names[0].isSure);
    EXPECT_EQ(plan.names[0].unit, "宣城市");
    const auto offered = readPanel(workbooks, plan, false, progress);
    EXPECT_EQ(offered->panel.unitLabels()[15], "宜城市");
    EXPECT_EQ(offered->report.warnings[0].code, ProblemCode::UnitUnmatched);
    plan.names[0].state = NameState::Refused;
    EXPECT_TRUE(readPanel(workbooks, plan, false, progress)->report.warnings.empty());
    plan.unitNames = UnitNames::AsWritten;
    EXPECT_EQ(readPanel(workbooks, plan, false, progress)->report.placeCount, 0U);
}

TEST(Names, TellTheCityOfJilinFromItsProvince) {
    const ImportResult places =
        resultOf({{"a.csv", "城市,年份,x\n长春,2005,1\n吉林,2005,2\n四平,2005,3\n通化,2005,4\n"}});
    EXPECT_EQ(places.panel.unitLabels()[1], "吉林市");
    const ImportResult mixed = resultOf(
        {{"a.csv",
          "城市,年份,x\n辽宁,2005,9\n沈阳,2005,1\n吉林,2005,9\n长春,2005,2\n四平,2005,3\n"}});
    EXPECT_THAT(mixed.panel.unitLabels(), ElementsAre("沈阳市", "长春市", "四平市"));
}

TEST(Names, OfProvincesInLatinLettersAreNoCities) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(workbookOf("city,year,x\nBeijing,2005,1\nTianjin,2005,2\nHebei,2005,3\n"
                                   "Shanghai,2005,4\nJilin,2005,5\nHainan,2005,6\n"
                                   "Chongqing,2005,7\n",
                                   "a.csv"));
    ImportPlan plan = detectPlan(workbooks);
    EXPECT_EQ(plan.unitNames, UnitNames::AsWritten); // a panel of provinces
    plan.unitNames = UnitNames::ChinaPrefectures;
    const auto provinces = readPanel(workbooks, plan, false, progress);
    ASSERT_TRUE(provinces);
    EXPECT_THAT(provinces->panel.unitLabels(), ElementsAre("北京市", "天津市", "上海市", "重庆市"));
    EXPECT_EQ(provinces->report.skippedRowCount, 3U);
    const Gazetteer& gazetteer = chinaPrefectures();
    EXPECT_EQ(gazetteer.match("Jilin").kind, NameKind::Ambiguous);
    EXPECT_EQ(gazetteer.match("Jilin City").kind, NameKind::Place);
    EXPECT_EQ(gazetteer.match("Jilin Province").kind, NameKind::Province);
    EXPECT_EQ(gazetteer.match("Hainan", {.listsOnlyPlaces = true}).kind, NameKind::Place);
    EXPECT_EQ(gazetteer.match("Inner Mongolia").kind, NameKind::Province);
    EXPECT_EQ(gazetteer.match("Beijing").kind, NameKind::Place);
}

TEST(Names, InLatinLettersAreResolvedByTheirNeighbours) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(workbookOf("city,year,x\nNanjing,2005,1\nSuzhou,2005,2\nHefei,2005,3\n"
                                   "Suzhou,2005,4\n",
                                   "a.csv"));
    ImportPlan plan = detectPlan(workbooks);
    EXPECT_EQ(plan.unitNames, UnitNames::AsWritten); // four names may be of anything
    plan.unitNames = UnitNames::ChinaPrefectures;
    const auto result = readPanel(workbooks, plan, false, progress);
    ASSERT_TRUE(result);
    EXPECT_THAT(result->panel.unitLabels(), ElementsAre("南京市", "苏州市", "合肥市", "宿州市"));
}

TEST(Names, AddColumnsOfTheirPlaces) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(
        workbookOf("城市,年份,x\n唐山市,2005,1\n北京市,2005,2\n上海市,2005,3\n", "a.csv"));
    ImportPlan plan = detectPlan(workbooks);
    plan.placeColumns = {"code", "province", "resource_based"};
    const auto result = readPanel(workbooks, plan, false, progress);
    EXPECT_EQ(result->panel.find("code")->textAt(0), "130200");
    EXPECT_EQ(result->panel.find("province")->textAt(0), "河北省");
    EXPECT_EQ(result->panel.find("resource_based")->textAt(0), "再生型");
    EXPECT_TRUE(result->panel.find("resource_based")->isMissingAt(1));
}

TEST(Headers, AreJoinedOverBlankCells) {
    const ImportResult result = resultOf(
        {{"p_2019.csv", "城 市,预算支出,,人口,\n,,科学技术支出,全市,市辖区\n北京市,9,1,5,4\n"
                        "天津市,8,2,6,3\n上海市,7,3,7,2\n"}});
    EXPECT_NE(result.panel.find("预算支出_科学技术支出"), nullptr);
    EXPECT_NE(result.panel.find("人口_市辖区"), nullptr);
}

TEST(Headers, LoseNumberingAndSectorsButKeepTheirNames) {
    EXPECT_EQ(
        joinHeader({"(2)信息传输、计算机_x000D_\n服务和软件业_x000D_\nInformation", "全市"}).name,
        joinHeader({"信息传输、计算机服务和软件业", "全  市"}).name);
    EXPECT_EQ(joinHeader({"⑵制造业"}).name, "制造业");
    EXPECT_EQ(joinHeader({"第三产业_x000D_\n(1)批发和零售业", "市辖区"}).name,
              "批发和零售业_市辖区");
    EXPECT_EQ(joinHeader({"其中：建成区面积(平方公里)"}).name, "建成区面积");
    EXPECT_EQ(joinHeader({"常住人口（万人）", "常住人口城镇化率(%)", "全市"}).name,
              "常住人口城镇化率_全市");
    const HeaderText service = joinHeader({"地区生产总值_当年价格_全市_万元"});
    EXPECT_EQ(service.name, "地区生产总值_当年价格_全市");
    EXPECT_EQ(service.scope, "全市");
    EXPECT_EQ(service.unitOfMeasure, "万元");
    EXPECT_EQ(joinHeader({"cost_per_unit"}).name, "cost_per_unit");
}

TEST(Scopes, ComeFromTheTitleWhereNoHeaderHasThem) {
    const ImportResult result =
        resultOf({{"t_2019.csv", "2-3 排放量(市辖区),\n单位：吨,\n城 "
                                 "市,工业二氧化硫排放量\n北京市,9\n天津市,8\n上海市,7\n"}});
    ASSERT_NE(result.panel.find("工业二氧化硫排放量_市辖区"), nullptr);
    EXPECT_EQ(result.cells[0].scope, "市辖区");
    EXPECT_EQ(result.cells[0].unitOfMeasure, "吨");
}

TEST(Titles, BesideTheFirstColumnMayBeginWithTheYear) {
    const ImportResult result =
        resultOf({{"t.csv", ",2017年主要指标,\n城市,GDP,人口\n石家庄市,1,4\n唐山市,2,5\n"
                            "秦皇岛市,3,6\n"}});
    ASSERT_NE(result.panel.find("GDP"), nullptr);
    ASSERT_NE(result.panel.find("人口"), nullptr);
    EXPECT_EQ(result.panel.periods()[0], 2017);
}

TEST(Titles, OfAYearWithAnAdditionHoldForTheRowsBelow) {
    const ImportResult result =
        resultOf({{"t.csv", "城市,GDP\n2016,\n石家庄市,1\n唐山市,2\n2017（初步数）,\n秦皇岛市,3\n"
                            "邯郸市,4\n2018年预计,\n邢台市,5\n保定市,6\n"}});
    std::set<Period> periods;
    for (const Period period : result.panel.periods()) {
        periods.insert(period);
    }
    EXPECT_THAT(periods, ::testing::ElementsAre(2016, 2017, 2018));
    EXPECT_EQ(result.report.skippedRowCount, 0U);
}

TEST(Scopes, OfDistrictsBeginATitle) {
    for (const char* title : {"市辖区GDP(2017年)", "2017年市辖区主要指标", "2-6 市辖区主要指标",
                              "2017年城市市辖区GDP", "主要指标(市辖区，2017年)"}) {
        EXPECT_EQ(scopeInTitle(title), "市辖区") << title;
    }
    for (const char* title : {"2-1 全市和市辖区人口", "2017年市辖区和县主要指标",
                              "不含市辖区的人口", "2-1 人口(全市、市辖区)", "市辖区以外的人口"}) {
        EXPECT_EQ(scopeInTitle(title), "") << title;
    }
}

TEST(Blocks, RepeatedHeadersAndPageLinesAreNoData) {
    const ImportResult result = resultOf(
        {{"t_2019.csv", "城 市,支出\n北京市,9\n天津市,8\n沈阳市,6\n大连市,5\n长春市,4\n,\n2-5 续表 "
                        "1 continued 1,\n城 市,支出\n"
                        "上海市,7\n注：合计不等于总数,\n"}});
    EXPECT_THAT(result.panel.unitLabels(),
                ElementsAre("北京市", "天津市", "沈阳市", "大连市", "长春市", "上海市"));
    EXPECT_TRUE(result.report.warnings.empty());
}

TEST(Blocks, StackedTablesOfYearsAreReadApart) {
    const ImportResult result =
        resultOf({{"w.csv", "SO2 (ton),2006,2007\nWuhan,1,2\nHefei,3,4\n,,\ndust (ton),2006,2007\n"
                            "Wuhan,5,6\nHefei,7,8\n"}});
    ASSERT_NE(result.panel.find("dust"), nullptr);
    EXPECT_EQ(result.panel.find("dust")->numbers()[3], 8.0);
    EXPECT_EQ(result.panel.find("dust")->unitOfMeasure(), "ton");
    ASSERT_NE(result.panel.find("SO2"), nullptr);
    EXPECT_EQ(result.panel.find("SO2")->numbers()[3], 4.0);
}

TEST(Years, AtTheEndOfNamesMakeSeveralVariablesLong) {
    const ImportResult result = resultOf(
        {{"w.csv", "city,power2005,pop2005,power2006,pop2006\nWuhan,1,2,3,4\nXi,5,6,7,8\n"}});
    EXPECT_THAT(result.panel.distinctPeriods(), ElementsAre(2005, 2006));
    EXPECT_EQ(result.panel.find("pop")->numbers()[1], 4.0);
    EXPECT_EQ(result.panel.find("power")->numbers()[2], 5.0);
}

TEST(Years, OfARangeInAFileNameAreNotTaken) {
    EXPECT_EQ(yearIn("Data_2013.xlsx"), 2013);
    EXPECT_EQ(yearIn("中国2014年统计"), 2014);
    EXPECT_EQ(yearIn("人口密度1998-2024年"), 0);
    EXPECT_EQ(yearIn("金融（2003—2023）"), 0);
    EXPECT_EQ(yearIn("20115"), 0);
}

TEST(Years, OfFiveDigitsAreRefusedWithTheirCell) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    std::string text = "城市,年份,x\n";
    for (int i = 0; i < 30; ++i) {
        text += "北京市," + std::to_string(1990 + i) + ",1\n";
    }
    workbooks.push_back(workbookOf(text + "天津市,20115,3\n", "a.csv"));
    const auto result = readPanel(workbooks, detectPlan(workbooks), false, progress);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ProblemCode::PeriodUnreadable);
    EXPECT_EQ(result.error().place.cell, "B32");
    EXPECT_EQ(result.error().found, "20115");
}

TEST(Series, WithoutUnitsHoldForEveryUnit) {
    const ImportResult result = resultOf({{"a.csv", "city,year,x\nWuhan,2007,1\nXi,2008,2\n"},
                                          {"rate.csv", "年份,汇率\n2007,7.6\n2008,6.9\n"}});
    EXPECT_THAT(result.panel.find("汇率")->numbers(), ElementsAre(7.6, 6.9));
    EXPECT_EQ(result.panel.find("汇率")->origins().at(1).file, "rate.csv");
}

TEST(Html, RaisedDigitsAreNoneOfTheValue) {
    const Workbook workbook =
        workbookOf("<html><table><tr><td>人口<sup>1</sup></td></tr><tr><td>754.5<sup>2)</sup>"
                   "</td></tr></table></html>",
                   "x.xls");
    EXPECT_EQ(tidyHeader(workbook.sheets[0].textAt(0, 0)), "人口");
    EXPECT_EQ(readNumber(workbook.sheets[0].at(1, 0)).number, 754.5);
}

TEST(Html, SpansAndEntitiesBecomeCells) {
    const Workbook workbook = workbookOf(
        "\n\n<!-- page --><html><head><title>no</title><style>td{}</style></head><body>"
        "<div>中国2014年统计</div><table><tr><td>单位:万元</td></tr></table><table>"
        "<tr><td rowspan=\"2\">城市</td><td "
        "colspan='2'>存款</td></tr><tr><td>全市</td><td>市辖区</td>"
        "</tr><tr><td>&nbsp;&nbsp;盘锦市</td><td>1&#50;</td><td>3</td></table></body></html>",
        "x.xls");
    const Sheet& sheet = workbook.sheets[0];
    EXPECT_EQ(sheet.textAt(0, 0), "中国2014年统计");
    EXPECT_EQ(sheet.textAt(3, 1), "全市");
    EXPECT_EQ(tidyName(sheet.textAt(4, 0)), "盘锦市");
    EXPECT_EQ(sheet.textAt(4, 1), "12");
    EXPECT_EQ(sheet.merged.size(), 2U);
}

TEST(Html, HostilePagesEnd) {
    NoProgress progress;
    std::string html = "<html><table>";
    for (int i = 0; i < 3000; ++i) {
        html += "<tr><td rowspan=999999999 colspan=99999999>&&&&&&&&";
    }
    const auto exploded = readWorkbook(QByteArray::fromStdString(html), "h.xls", progress);
    EXPECT_EQ(exploded.error().code, ProblemCode::FileTooLarge);
    for (const char* text :
         {"<html", "<html><table><tr><td", "<html><!-- ", "<html></table></tr>"}) {
        EXPECT_FALSE(readWorkbook(text, "h.xls", progress)) << text;
    }
}

TEST(CompoundFile, CircularAndCutContainersAreProblems) {
    QByteArray container("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    container.append(504, '\0');
    container[30] = 9;
    EXPECT_FALSE(WorkbookStream::find(container));
    container[76] = 0;           // the allocation table is sector 0 ...
    container.append(512, '\0'); // ... in which every sector is followed by sector 0
    EXPECT_FALSE(WorkbookStream::find(container));
    container[30] = 60; // sectors larger than any file
    EXPECT_EQ(WorkbookStream::find(container).error().code, ProblemCode::FileCorrupt);
}

TEST(XlsEncryption, OtherPasswordsAreNotGuessed) {
    QByteArray stream("\x09\x08\x02\x00\x00\x06\x2F\x00\x36\x00\x01\x00\x01\x00\x01\x00", 16);
    stream.append(48, 'x');
    NoProgress progress;
    EXPECT_EQ(decryptedWorkbook(stream, progress).error().code, ProblemCode::FilePasswordProtected);
    EXPECT_EQ(*decryptedWorkbook("abc", progress), "abc");
}

// The yearbook pages as csv and as xlsx are the same cells.
TEST(RealFiles, PagesAsTextAndAsWorkbookAgree) {
    const auto folder = citypanel::testing::realData();
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "shared data absent: yearbook_2024_csv";
    }
    for (const char* table :
         {"2-1_人口数", "2-6_地区生产总值", "2-28_邮政、电信业发展情况(全市)"}) {
        NoProgress progress;
        std::vector<ImportResult> results;
        for (const std::string& file :
             {"yearbook_2024_csv/" + std::string(table) + ".csv",
              "yearbook_2024_xlsx/section2/" + std::string(table) + ".xlsx"}) {
            std::vector<Workbook> workbooks;
            workbooks.push_back(*readWorkbookFile((folder / file).string(), progress));
            ImportPlan plan = detectPlan(workbooks);
            plan.sheets[0].layout.periodRule = PeriodRule::Given;
            plan.sheets[0].layout.givenPeriod = 2023;
            results.push_back(*readPanel(workbooks, plan, true, progress));
        }
        ASSERT_EQ(results[0].cells.size(), results[1].cells.size()) << table;
        for (std::size_t i = 0; i < results[0].cells.size(); ++i) {
            const ReadCell& text = results[0].cells[i];
            const ReadCell& book = results[1].cells[i];
            EXPECT_EQ(text.variable, book.variable);
            EXPECT_EQ(text.unit, book.unit);
            EXPECT_TRUE(text.value == book.value ||
                        (isMissing(text.value) && isMissing(book.value)));
        }
    }
}

} // namespace
} // namespace citypanel::sheets
