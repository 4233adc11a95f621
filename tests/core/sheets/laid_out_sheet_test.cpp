// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets on which units stand across, or that are all of one unit: detected, read, with their
// cells.
#include "core/sheets/import.h"
#include "core/sheets/import_review.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/name_doubts.h"
#include "core/sheets/read_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Workbook> booksOf(const std::vector<std::pair<std::string, std::string>>& files) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    for (const auto& [name, bytes] : files) {
        workbooks.push_back(*readWorkbook(QByteArray::fromStdString(bytes), name, progress));
    }
    return workbooks;
}

ImportResult readAll(const std::vector<Workbook>& workbooks, const ImportPlan& plan) {
    NoProgress progress;
    auto result = readPanel(workbooks, plan, true, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code) << result.error().place.cell;
    return result ? *std::move(result) : ImportResult{};
}

const ReadCell& cellAt(const ImportResult& result, std::int32_t row, std::int32_t column) {
    for (const ReadCell& cell : result.cells) {
        if (cell.row == row && cell.column == column) {
            return cell;
        }
    }
    ADD_FAILURE() << "no value read at " << row << ", " << column;
    return result.cells.front();
}

constexpr const char* yearsDown = "地区生产总值(亿元),,,\n"
                                  "年份,合肥市,芜湖市,蚌埠市\n"
                                  "2010,2702.5,1108.6,638.1\n"
                                  "2011,3636.6,1658.2,780.2\n"
                                  "2012,\"4,164.3\",—,x9\n";

TEST(LaidOutSheet, ReadsYearsDownAndCitiesAcross) {
    const auto workbooks = booksOf({{"g.csv", yearsDown}});
    const ImportPlan plan = detectPlan(workbooks);
    ASSERT_EQ(plan.sheets.size(), 1U);
    EXPECT_TRUE(plan.sheets[0].layout.isTransposed);
    EXPECT_EQ(plan.sheets[0].layout.kind, LayoutKind::WideByPeriod);
    EXPECT_EQ(plan.unitNames, UnitNames::ChinaPrefectures);
    const ImportResult result = readAll(workbooks, plan);
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("合肥市", "芜湖市", "蚌埠市"));
    EXPECT_THAT(result.panel.distinctPeriods(), ElementsAre(2010, 2011, 2012));
    const Variable* gdp = result.panel.find("地区生产总值");
    ASSERT_NE(gdp, nullptr);
    EXPECT_EQ(gdp->unitOfMeasure(), "亿元");
    EXPECT_EQ(gdp->numbers()[1], 3636.6);
    // Cells are those of the file, not of the turned grid.
    const ReadCell& wuhu = cellAt(result, 3, 2);
    EXPECT_EQ(wuhu.unit, "芜湖市");
    EXPECT_EQ(wuhu.period, 2011);
    EXPECT_EQ(wuhu.asWritten, "1658.2");
    EXPECT_EQ(gdp->origins().at(1).row, 3);
    EXPECT_EQ(gdp->origins().at(1).column, 1);
    ASSERT_EQ(result.report.unreadableCount, 1U);
    EXPECT_EQ(result.report.warnings[0].place.cell, "D5");
}

TEST(LaidOutSheet, JoinsWithUprightTables) {
    const auto workbooks =
        booksOf({{"g.csv", yearsDown},
                 {"p.csv", "城市,年份,人口\n合肥,2011,7.5\n芜湖,2011,3.8\n蚌埠,2011,3.2\n"}});
    const ImportResult result = readAll(workbooks, detectPlan(workbooks));
    EXPECT_EQ(result.panel.rowCount(), 9U);
    EXPECT_EQ(result.panel.find("人口")->numbers()[1], 7.5);
}

TEST(LaidOutSheet, ReadsIndicatorsDownAndCitiesAcross) {
    const auto workbooks = booksOf({{"b_2015.csv", "指标,合肥市,芜湖市,蚌埠市\n"
                                                   "地区生产总值(亿元),1,2,3\n"
                                                   "年末总人口(万人),4,5,6\n"}});
    const ImportResult result = readAll(workbooks, detectPlan(workbooks));
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("合肥市", "芜湖市", "蚌埠市"));
    EXPECT_THAT(result.panel.distinctPeriods(), ElementsAre(2015));
    ASSERT_NE(result.panel.find("地区生产总值"), nullptr);
    EXPECT_EQ(result.panel.find("地区生产总值")->unitOfMeasure(), "亿元");
    EXPECT_EQ(result.panel.find("年末总人口")->numbers()[1], 5);
}

TEST(LaidOutSheet, OffersNamesThatStandAcross) {
    const auto workbooks = booksOf({{"g.csv", "年份,合肥市,芜湖市,蚌埠市,宣成市\n"
                                              "2010,1,2,3,4\n2011,1,2,3,5\n"}});
    const ImportPlan plan = detectPlan(workbooks);
    NoProgress progress;
    std::vector<const Workbook*> pointers{&workbooks[0]};
    const auto doubts = nameDoubts(pointers, plan, progress);
    ASSERT_TRUE(doubts);
    ASSERT_EQ(doubts->size(), 1U);
    EXPECT_EQ((*doubts)[0].written, "宣成市");
    EXPECT_EQ((*doubts)[0].places[0].cell, "E1");
    EXPECT_EQ((*doubts)[0].suggestions[0].unit, "宣城市");
}

// A sheet for each city: those whose names are no cities are of what they say, too.
TEST(LaidOutSheet, ReadsEverySheetOfAWorkbookOfCities) {
    Workbook workbook;
    workbook.fileName = "cities.xlsx";
    workbook.format = FileFormat::Xlsx;
    double value = 1;
    for (const char* name : {"沈阳", "某某", "大连"}) {
        Sheet sheet(name);
        sheet.setText(0, 0, "年份");
        sheet.setText(0, 1, "地区生产总值(亿元)");
        for (std::size_t row = 1; row <= 2; ++row) {
            sheet.setNumber(row, 0, 2013 + static_cast<double>(row));
            sheet.setNumber(row, 1, value++);
        }
        workbook.sheets.push_back(std::move(sheet));
    }
    std::vector<Workbook> workbooks;
    workbooks.push_back(std::move(workbook));
    const ImportResult result = readAll(workbooks, detectPlan(workbooks));
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("沈阳市", "某某", "大连市"));
    EXPECT_EQ(result.panel.rowCount(), 6U);
}

// Sheets of one city each, as data services give them: indicators down and years across, or turned.
TEST(LaidOutSheet, ReadsSheetsOfOneCity) {
    const auto workbooks = booksOf({{"合肥市.csv", "指标,2010年,2011年,2012年\n"
                                                   "地区生产总值(亿元),2702.5,3636.6,4164.3\n"
                                                   "年末总人口(万人),494.9,706.1,710.5\n"},
                                    {"芜湖.csv", "时间,地区生产总值(亿元),年末总人口(万人)\n"
                                                 "2010年,1108.6,229.5\n2011年,1658.2,383.5\n"
                                                 "注：初步核算数,,\n"}});
    const ImportPlan plan = detectPlan(workbooks);
    ASSERT_EQ(plan.sheets.size(), 2U);
    EXPECT_EQ(plan.sheets[0].layout.givenUnit, "合肥市");
    EXPECT_TRUE(plan.sheets[0].layout.isTransposed);
    EXPECT_FALSE(plan.sheets[1].layout.isTransposed);
    const ImportResult result = readAll(workbooks, plan);
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("合肥市", "芜湖市"));
    EXPECT_EQ(result.panel.rowCount(), 5U);
    EXPECT_EQ(result.panel.find("年末总人口")->numbers()[2], 710.5);
    EXPECT_EQ(result.panel.find("年末总人口")->numbers()[4], 383.5);
    EXPECT_EQ(cellAt(result, 2, 3).unit, "合肥市");
    EXPECT_EQ(cellAt(result, 2, 3).code, "340100");
}

TEST(LaidOutSheet, OfTheCityThatALineOfADataServiceNames) {
    const auto workbooks = booksOf({{"b.csv", "数据库：主要城市年度数据,,\n地区：石家庄,,\n"
                                              "时间：最近10年,,\n指标,2015年,2014年\n"
                                              "年末户籍人口(万人),1028.84,1024.93\n"
                                              "地区生产总值(当年价格)(亿元),5440.6,5170.27\n"
                                              "数据来源：国家统计局,,\n"}});
    const ImportResult result = readAll(workbooks, detectPlan(workbooks));
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("石家庄市"));
    const Variable* output = result.panel.find("地区生产总值_当年价格");
    ASSERT_NE(output, nullptr);
    EXPECT_EQ(output->unitOfMeasure(), "亿元");
    EXPECT_EQ(output->numbers()[0], 5170.27);
    EXPECT_EQ(result.panel.find("年末户籍人口")->numbers()[1], 1028.84);
}

TEST(LaidOutSheet, OfNoKnownCityWarnsOfIndicatorsInPlaceOfUnits) {
    const auto workbooks =
        booksOf({{"x.csv", "指标,2010年,2011年\n地区生产总值,1,2\n年末总人口,3,4\n"}});
    const ImportResult result = readAll(workbooks, detectPlan(workbooks));
    ASSERT_EQ(result.report.warnings.size(), 1U);
    EXPECT_EQ(result.report.warnings[0].code, ProblemCode::UnitUnmatched);
    EXPECT_EQ(result.report.warnings[0].place.file, "x.csv");
    EXPECT_EQ(result.report.warnings[0].place.cell, "A1");
}

TEST(LaidOutSheet, TurnsVariablesThatSayTheirUnitsOfMeasureWhateverStandsAcross) {
    const auto workbooks = booksOf({{"b_2015.csv", ",甲县,乙县,丙县\n"
                                                   "地区生产总值(亿元),1,2,3\n"
                                                   "年末总人口(万人),4,5,6\n"}});
    const ImportResult result = readAll(workbooks, detectPlan(workbooks));
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("甲县", "乙县", "丙县"));
    ASSERT_NE(result.panel.find("年末总人口"), nullptr);
    EXPECT_EQ(result.panel.find("年末总人口")->numbers()[1], 5);
    EXPECT_EQ(result.panel.find("年末总人口")->unitOfMeasure(), "万人");
}

TEST(LaidOutSheet, HintsAtTurningWherePlacesOfOnesOwnListStandAcross) {
    const auto workbooks = booksOf({{"b_2015.csv", ",Alpha,Beta\nsales,1,2\nstaff,4,5\n"}});
    ImportPlan plan = detectPlan(workbooks);
    plan.unitNames = UnitNames::OwnPlaces;
    plan.ownPlaces = {{.code = "1", .name = "Alpha"}, {.code = "2", .name = "Beta"}};
    const ImportResult result = readAll(workbooks, plan);
    const Problem& last = result.report.warnings.back();
    EXPECT_EQ(last.code, ProblemCode::UnitUnmatched);
    EXPECT_EQ(last.place.unit, "");
    EXPECT_EQ(last.found, "sales");
    EXPECT_TRUE(isOfShape(last));
}

TEST(LaidOutSheet, WithoutUnitsOrOthersToHoldForSaysSo) {
    const auto workbooks = booksOf({{"g.csv", "year,Alpha Ltd,Beta Ltd\n2010,1,2\n2011,3,4\n"}});
    NoProgress progress;
    const auto result = readPanel(workbooks, detectPlan(workbooks), false, progress);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ProblemCode::KeyColumnMissing);
    EXPECT_EQ(result.error().place.file, "g.csv");
    ImportPlan plan = detectPlan(workbooks);
    plan.sheets[0].layout = layoutTurned(workbooks[0].sheets[0], "g.csv", true).layout;
    const ImportResult turned = readAll(workbooks, plan);
    EXPECT_EQ(turned.panel.unitCount(), 2U);
    EXPECT_NE(turned.panel.find("g"), nullptr); // the file's name without its ending
}

TEST(LaidOutSheet, LeavesOrdinaryTablesUpright) {
    const auto workbooks =
        booksOf({{"a.csv", "城市,年份,GDP\n合肥市,2010,1\n芜湖市,2010,2\n蚌埠市,2010,3\n"},
                 {"w.csv", "城市,2010,2011\n合肥市,1,2\n芜湖市,3,4\n蚌埠市,5,6\n"},
                 {"rate.csv", "year,usd\n2010,6.77\n2011,6.46\n"}});
    for (const SheetImport& table : detectPlan(workbooks).sheets) {
        EXPECT_FALSE(table.layout.isTransposed) << table.file;
        EXPECT_THAT(table.layout.givenUnit, IsEmpty()) << table.file;
    }
}

// Turned, the row of variables below the cities would be lost.
TEST(LaidOutSheet, LeavesCitiesOverVariablesAsTheyAre) {
    const auto workbooks =
        booksOf({{"g.csv", "年份,石家庄市,,唐山市,,秦皇岛市,\n,常住人口,户籍人口,常住人口,户籍人口,"
                           "常住人口,户籍人口\n2010,—,11,—,21,—,31\n2011,12,—,22,—,32,—\n"}});
    for (const SheetImport& table : detectPlan(workbooks).sheets) {
        EXPECT_FALSE(table.layout.isTransposed);
    }
}

TEST(LaidOutSheet, TurnsTwiceToItself) {
    const auto workbooks = booksOf({{"g.csv", yearsDown}});
    const Sheet& sheet = workbooks[0].sheets[0];
    const Sheet back = transposed(transposed(sheet));
    ASSERT_EQ(back.rowCount(), sheet.rowCount());
    ASSERT_EQ(back.columnCount(), sheet.columnCount());
    for (std::size_t row = 0; row < sheet.rowCount(); ++row) {
        for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
            EXPECT_EQ(back.textAt(row, column), sheet.textAt(row, column));
        }
    }
    EXPECT_TRUE(layoutTurned(sheet, "g.csv", true).layout.isTransposed);
    EXPECT_FALSE(layoutTurned(sheet, "g.csv", false).layout.isTransposed);
}

// Rows of a scope, a unit of measure or a year hold for the rows below them.
TEST(LaidOutSheet, ReadsSectionsOfRowsBelowCitiesAcross) {
    const auto valuesOf = [](const std::string& csv) {
        const auto workbooks = booksOf({{"g.csv", csv}});
        const ImportResult result = readAll(workbooks, detectPlan(workbooks));
        std::vector<std::string> values;
        for (const ReadCell& cell : result.cells) {
            if (cell.unit == "芜湖市") {
                values.push_back(std::to_string(cell.period) + " " + cell.variable + " " +
                                 result.panel.find(cell.variable)->unitOfMeasure() + " " +
                                 std::to_string(static_cast<int>(cell.value)));
            }
        }
        return values;
    };
    EXPECT_THAT(valuesOf("2018年各市主要指标,,,\n指标,合肥市,芜湖市,蚌埠市\n全市,,,\n"
                         "GDP(亿元),1,2,3\n市辖区,,,\nGDP(亿元),4,5,6\n"),
                ElementsAre("2018 GDP_全市 亿元 2", "2018 GDP_市辖区 亿元 5"));
    EXPECT_THAT(valuesOf("2018年各市主要指标,,,\n指标,合肥市,芜湖市,蚌埠市\n单位：亿元,,,\n"
                         "GDP,1,2,3\n财政收入,7,8,9\n单位：万人,,,\n年末人口,4,5,6\n"),
                ElementsAre("2018 GDP 亿元 2", "2018 财政收入 亿元 8", "2018 年末人口 万人 5"));
    EXPECT_THAT(valuesOf("各市主要指标,,,\n指标,合肥市,芜湖市,蚌埠市\n2017年,,,\n"
                         "GDP(亿元),1,2,3\n2018年,,,\nGDP(亿元),4,5,6\n"),
                ElementsAre("2017 GDP 亿元 2", "2018 GDP 亿元 5"));
    EXPECT_THAT(valuesOf("2018年各市主要指标,,,\n指标,合肥市,芜湖市,蚌埠市\nGDP(亿元),,,\n"
                         "全市,1,2,3\n市辖区,4,5,6\n"),
                ElementsAre("2018 GDP_全市 亿元 2", "2018 GDP_市辖区 亿元 5"));
    EXPECT_THAT(valuesOf("各市主要指标（2018年，市辖区）,,,\n指标,合肥市,芜湖市,蚌埠市\n"
                         "GDP(亿元),1,2,3\n人口(万人),4,5,6\n"),
                ElementsAre("2018 GDP_市辖区 亿元 2", "2018 人口_市辖区 万人 5"));
    // Each city over its years.
    EXPECT_THAT(
        valuesOf("指标,合肥市,,芜湖市,,蚌埠市,\n,2017年,2018年,2017年,2018年,2017年,2018年\n"
                 "GDP(亿元),1,2,3,4,5,6\n人口(万人),7,8,9,10,11,12\n"),
        ElementsAre("2017 GDP 亿元 3", "2017 人口 万人 9", "2018 GDP 亿元 4", "2018 人口 万人 10"));
    EXPECT_THAT(valuesOf("指标,合肥市,,,芜湖市,,,蚌埠市,,\n"
                         ",2016,2017,2018,2016,2017,2018,2016,2017,2018\n"
                         "GDP(亿元),1,2,3,4,5,6,7,8,9\n人口(万人),11,12,13,14,15,16,17,18,19\n"),
                ElementsAre("2016 GDP 亿元 4", "2016 人口 万人 14", "2017 GDP 亿元 5",
                            "2017 人口 万人 15", "2018 GDP 亿元 6", "2018 人口 万人 16"));
    EXPECT_THAT(valuesOf("2018年各市主要指标,,,,,,\n指标,合肥市,,芜湖市,,蚌埠市,\n"
                         ",全市,市辖区,全市,市辖区,全市,市辖区\n"
                         "GDP(亿元),1,2,3,4,5,6\n人口(万人),7,8,9,10,11,12\n"),
                ElementsAre("2018 GDP_全市 亿元 3", "2018 人口_全市 万人 9",
                            "2018 GDP_市辖区 亿元 4", "2018 人口_市辖区 万人 10"));
}

} // namespace
} // namespace citypanel::sheets
