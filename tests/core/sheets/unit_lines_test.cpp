// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of units of measure among the rows of tables.
#include "core/base/problem.h"
#include "core/sheets/import.h"
#include "core/sheets/layout_edits.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/unit_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ImportResult linesOf(const std::string& csv, const std::string& name = "x_2012.csv") {
    NoProgress progress;
    const Workbook book = *readWorkbook(QByteArray::fromStdString(csv), name, progress);
    const std::vector<const Workbook*> books{&book};
    return *readPanel(books, withSureConversions(detectPlan(books)), true, progress);
}

std::vector<std::string> warnedUnitCells(const ImportResult& result) {
    std::vector<std::string> cells;
    for (const Problem& warning : result.report.warnings) {
        if (warning.code == ProblemCode::UnitOfMeasureDiffers) {
            cells.push_back(warning.place.cell);
        }
    }
    return cells;
}

const std::vector<std::string> linesOfUnits{
    "(亿元)",         "（亿元）",       "亿元",           "[亿元]",      "【亿元】",
    "单位：亿元",     "单位：,亿元",    "（单位：亿元）", " 亿 元 ",     "按亿元计",
    "以下单位为亿元", "计量单位：亿元", "以亿元计算",     ",单位：亿元", ",(亿元)"};

TEST(UnitLines, HoldForTheRowsBelowThem) {
    for (const std::string& line : linesOfUnits) {
        const ImportResult result = linesOf(
            "2-5 地区生产总值,,\n单位：万元,,\n城市,2010年,2011年\n石家庄市,34010186,40826841\n"
            "唐山市,44691568,54424500\n" +
                line + "\n太原市,1778.05,2080.12\n大同市,694.3,843.4\n",
            "2-5.csv");
        const auto* output = result.panel.find("地区生产总值");
        ASSERT_NE(output, nullptr) << line;
        EXPECT_EQ(output->unitOfMeasure(), "万元") << line;
        EXPECT_THAT(std::vector<double>(output->numbers().begin(), output->numbers().end()),
                    ElementsAre(34010186, 40826841, 44691568, 54424500, 17780500, 20801200, 6943000,
                                8434000))
            << line;
        ASSERT_EQ(result.report.conversions.size(), 1U) << line;
        EXPECT_EQ(result.report.conversions[0].valueCount, 4U) << line;
        EXPECT_THAT(warnedUnitCells(result), IsEmpty()) << line;
    }
}

TEST(UnitLines, HoldInTablesOfOnePeriodToo) {
    for (const std::string& line : linesOfUnits) {
        const ImportResult result =
            linesOf("2-5 地区生产总值(2012年),\n单位：万元,\n城市,地区生产总值\n"
                    "石家庄市,45002062\n唐山市,58616300\n秦皇岛市,11391700\n" +
                    line + "\n太原市,2311.43\n大同市,931.33\n阳泉市,60.04\n");
        const auto* output = result.panel.find("地区生产总值");
        ASSERT_NE(output, nullptr) << line;
        EXPECT_EQ(output->numbers()[0], 45002062) << line;
        EXPECT_EQ(output->numbers()[3], 23114300) << line;
        EXPECT_EQ(output->unitOfMeasure(), "万元") << line;
    }
}

TEST(UnitLines, StandAboveARepeatedHeader) {
    for (const char* line : {"单位：亿元", "(亿元)", "亿元", "[亿元]"}) {
        const ImportResult result = linesOf(
            "2-5 地区生产总值,,\n单位：万元,,\n城市,2010年,2011年\n石家庄市,34010186,40826841\n"
            "唐山市,44691568,54424500\n" +
                std::string(line) +
                "\n城市,2010年,2011年\n太原市,1778.05,2080.12\n大同市,694.3,843.4\n",
            "2-5.csv");
        const auto* output = result.panel.find("地区生产总值");
        ASSERT_NE(output, nullptr) << line;
        EXPECT_EQ(output->numbers()[4], 17780500) << line;
    }
}

TEST(UnitLines, OfTheSameUnitChangeNothing) {
    const ImportResult result = linesOf("城市,GDP(万元)\n石家庄市,1\n唐山市,2\n(10 000 yuan)\n"
                                        "太原市,3\n大同市,4\n");
    EXPECT_THAT(result.report.conversions, IsEmpty());
    EXPECT_THAT(warnedUnitCells(result), IsEmpty());
    EXPECT_EQ(result.panel.find("GDP")->numbers()[2], 3);
}

TEST(UnitLines, SaidAgainOnEachPageNeedNoWord) {
    const std::string page = "2-1 主要指标,,\n单位：亿元,,\n城市,GDP,年末总人口(万人)\n";
    const ImportResult result =
        linesOf(page + "石家庄市,1,2\n唐山市,3,4\n,,\n" + page + "太原市,5,6\n大同市,7,8\n");
    EXPECT_THAT(result.report.warnings, IsEmpty());
    EXPECT_EQ(result.panel.find("GDP")->numbers()[3], 7);
    const ImportResult others = linesOf("城市,数值\n地区生产总值(亿元),\n石家庄市,1\n唐山市,3\n"
                                        "年末总人口(万人),\n城市,数值\n太原市,5\n大同市,7\n");
    EXPECT_FALSE(warnedUnitCells(others).empty());
}

TEST(UnitLines, ThatMayMeanOtherColumnsAreToldWithTheirCell) {
    for (const char* line : {"亿元", "%", "单位：亿元", "二、财政收入（亿元）"}) {
        const ImportResult result =
            linesOf("城市,年末总人口(万人),GDP(万元)\n石家庄市,1,2\n唐山市,3,4\n" +
                    std::string(line) + "\n太原市,5,6\n大同市,7,8\n");
        EXPECT_THAT(warnedUnitCells(result), ElementsAre("A4")) << line;
        EXPECT_EQ(result.panel.find("GDP")->unitOfMeasure(), "万元") << line;
    }
    const ImportResult unsaid =
        linesOf("城市,GDP\n石家庄市,1\n唐山市,2\n亿元\n太原市,3\n大同市,4\n亿元\n");
    EXPECT_THAT(warnedUnitCells(unsaid), ElementsAre("A4"));
}

TEST(UnitLines, StayWhenTheRowsAreReadAnew) {
    NoProgress progress;
    const Workbook book =
        *readWorkbook(QByteArray("城市,GDP(万元)\n石家庄市,100\n唐山市,200\n亿元\n"
                                 "太原市,3\n大同市,4\n"),
                      "x_2012.csv", progress);
    const std::vector<const Workbook*> books{&book};
    const ImportPlan plan = detectPlan(books);
    ASSERT_EQ(plan.sheets.size(), 2U);
    EXPECT_EQ(plan.sheets[0].layout.bodyEnd, 3);
    EXPECT_EQ(plan.sheets[1].layout.columns[1].unitOfMeasure, "亿元");
    const Layout anew =
        withRowsReadAnew(*book.find(plan.sheets[1].sheet), book.fileName, plan.sheets[1].layout);
    EXPECT_EQ(anew, plan.sheets[1].layout);
}

TEST(UnitLines, AreToldFromOtherTexts) {
    EXPECT_EQ(unitAlone("单 位：亿 元"), "亿元");
    EXPECT_EQ(unitAlone("(10 000 yuan)"), "10 000 yuan");
    for (const char* text :
         {"石家庄市", "注：单位为亿元的除外", "GDP(亿元)", "人均", "", "以下", "(续)", "2012年",
          "地区生产总值 单位：亿元", "单位：亿元  增速:%", "单位：亿元、万人"}) {
        EXPECT_EQ(unitAlone(text), "") << text;
    }
}

} // namespace
} // namespace citypanel::sheets
