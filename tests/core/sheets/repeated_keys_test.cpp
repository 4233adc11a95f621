// SPDX-License-Identifier: GPL-3.0-or-later
// Names and years written once for several rows, and rows that nothing names.
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/repeated_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ImportResult panelOfRows(Workbook workbook) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(std::move(workbook));
    auto result = readPanel(workbooks, detectPlan(workbooks), false, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code);
    return result ? *std::move(result) : ImportResult{};
}

ImportResult panelOfRows(const std::string& csv) {
    NoProgress progress;
    return panelOfRows(*readWorkbook(QByteArray::fromStdString(csv), "a_2015.csv", progress));
}

/// "city year: values" of each row of the panel.
std::vector<std::string> rowsOf(const ImportResult& result) {
    std::vector<std::string> rows;
    for (std::size_t row = 0; row < result.panel.rowCount(); ++row) {
        std::string line = std::string(result.panel.find("city")->textAt(row)) + " " +
                           std::to_string(result.panel.periods()[row]) + ":";
        for (const Variable& variable : result.panel.columns()) {
            if (variable.name() != "city" && variable.name() != "year") {
                line += " " + std::to_string(static_cast<int>(variable.numbers()[row]));
            }
        }
        rows.push_back(line);
    }
    return rows;
}

TEST(RepeatedKeys, OfCitiesHoldForTheYearsBelow) {
    const ImportResult result = panelOfRows("城市,年份,x\n北京市,2013,1\n,2014,2\n,2015,3\n"
                                            "天津市,2013,4\n,2014,5\n,2015,6\n");
    EXPECT_THAT(rowsOf(result), ElementsAre("北京市 2013: 1", "北京市 2014: 2", "北京市 2015: 3",
                                            "天津市 2013: 4", "天津市 2014: 5", "天津市 2015: 6"));
    EXPECT_THAT(result.report.warnings, IsEmpty());
}

TEST(RepeatedKeys, OfYearsHoldForTheCitiesBelow) {
    EXPECT_THAT(rowsOf(panelOfRows("年份,城市,x\n2014,北京市,1\n,天津市,2\n,唐山市,3\n"
                                   "2015,北京市,4\n,天津市,5\n,唐山市,6\n")),
                ElementsAre("北京市 2014: 1", "北京市 2015: 4", "天津市 2014: 2", "天津市 2015: 5",
                            "唐山市 2014: 3", "唐山市 2015: 6"));
}

TEST(RepeatedKeys, OfCitiesHoldForTheirIndicatorsAndScopes) {
    EXPECT_THAT(rowsOf(panelOfRows("城市,指标,单位,2014年,2015年\n北京市,地区生产总值,亿元,1,2\n"
                                   ",年末总人口,万人,3,4\n天津市,地区生产总值,亿元,5,6\n"
                                   ",年末总人口,万人,7,8\n")),
                ElementsAre("北京市 2014: 1 3", "北京市 2015: 2 4", "天津市 2014: 5 7",
                            "天津市 2015: 6 8"));
    EXPECT_THAT(rowsOf(panelOfRows("城市,口径,x(亿元)\n北京市,全市,1\n,市辖区,2\n天津市,全市,3\n"
                                   ",市辖区,4\n")),
                ElementsAre("北京市 2015: 1 2", "天津市 2015: 3 4"));
}

TEST(RepeatedKeys, ThatAreMergedHoldWhateverStandsBeside) {
    Workbook workbook;
    workbook.fileName = "a.xlsx";
    Sheet sheet("Sheet1");
    const std::vector<std::vector<std::string>> header{{"城市", "年份", "x"}};
    for (std::size_t column = 0; column < 3; ++column) {
        sheet.setText(0, column, header[0][column]);
    }
    for (std::size_t i = 0; i < 6; ++i) {
        sheet.setNumber(1 + i, 1, 2013 + static_cast<double>(i % 3));
        sheet.setNumber(1 + i, 2, static_cast<double>(i));
    }
    sheet.setText(1, 0, "北京市");
    sheet.setText(4, 0, "天津市");
    sheet.merged = {{1, 0, 3, 0}, {4, 0, 6, 0}};
    workbook.format = FileFormat::Xlsx;
    workbook.sheets.push_back(std::move(sheet));
    EXPECT_THAT(rowsOf(panelOfRows(std::move(workbook))),
                ElementsAre("北京市 2013: 0", "北京市 2014: 1", "北京市 2015: 2", "天津市 2013: 3",
                            "天津市 2014: 4", "天津市 2015: 5"));
}

TEST(RepeatedKeys, ThatAreMissingHereAndThereAreToldAndNotGuessed) {
    // One name is missing among names that each row has; a total has no year.
    const ImportResult result =
        panelOfRows("城市,年份,x\n北京市,2013,1\n北京市,2014,2\n天津市,2013,4\n,2014,5\n"
                    "唐山市,2013,6\n唐山市,2014,7\n");
    EXPECT_EQ(result.panel.rowCount(), 5U);
    ASSERT_EQ(result.report.warnings.size(), 1U);
    const Problem& told = result.report.warnings[0];
    EXPECT_EQ(told.code, ProblemCode::KeyColumnMissing);
    EXPECT_EQ(told.place.cell, "A5");
    EXPECT_EQ(told.found, "5");
    const ImportResult totalled =
        panelOfRows("城市,年份,x\n北京市,2013,1\n,2014,2\n天津市,2013,4\n,2014,5\n,,12\n");
    EXPECT_THAT(rowsOf(totalled), ElementsAre("北京市 2013: 1", "北京市 2014: 2", "天津市 2013: 4",
                                              "天津市 2014: 5"));
    ASSERT_EQ(totalled.report.warnings.size(), 1U);
    EXPECT_EQ(totalled.report.warnings[0].found, "6");
    // Zeros of formulas copied too far are nobody's.
    EXPECT_THAT(panelOfRows("城市,x\n北京市,1\n天津市,4\n石家庄市,2\n,0\n,0\n").report.warnings,
                IsEmpty());
    // The same year twice under one name: not written once.
    EXPECT_EQ(panelOfRows("城市,年份,x\n北京市,2013,1\n,2013,2\n天津市,2013,4\n,2013,5\n")
                  .panel.rowCount(),
              2U);
}

TEST(RepeatedKeys, GoOnOverThePage) {
    for (const char* pageBreak : {"城市,年份,x\n", "续表,,\n", "(续表),,\n城市,年份,x\n"}) {
        const ImportResult result =
            panelOfRows("城市,年份,x\n北京市,2013,1\n,2014,2\n,2015,3\n天津市,2013,4\n" +
                        std::string(pageBreak) + ",2014,5\n,2015,6\n唐山市,2013,7\n,2014,8\n");
        EXPECT_THAT(rowsOf(result),
                    ElementsAre("北京市 2013: 1", "北京市 2014: 2", "北京市 2015: 3",
                                "天津市 2013: 4", "天津市 2014: 5", "天津市 2015: 6",
                                "唐山市 2013: 7", "唐山市 2014: 8"))
            << pageBreak;
    }
}

TEST(RepeatedKeys, BelowTheirFirstRowAreNotGuessed) {
    const ImportResult result = panelOfRows("城市,年份,x\n,2013,1\n北京市,2014,2\n,2015,3\n"
                                            ",2013,4\n天津市,2014,5\n,2015,6\n");
    EXPECT_THAT(rowsOf(result), ElementsAre("北京市 2014: 2", "天津市 2014: 5"));
    ASSERT_EQ(result.report.warnings.size(), 1U);
    EXPECT_EQ(result.report.warnings[0].found, "2, 4, 5, 7");
}

TEST(RepeatedKeys, OfProvincesTellPlacesApart) {
    const ImportResult result =
        panelOfRows("省份,城市,x\n江苏,Nanjing,1\n,Suzhou,2\n,Taizhou,3\n"
                    "浙江,Hangzhou,4\n,Taizhou,5\n安徽,合肥,6\n,Suzhou,7\n");
    EXPECT_THAT(result.panel.unitLabels(),
                ElementsAre("南京市", "苏州市", "泰州市", "杭州市", "台州市", "合肥市", "宿州市"));
}

} // namespace
} // namespace citypanel::sheets
