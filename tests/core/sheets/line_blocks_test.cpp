// SPDX-License-Identifier: GPL-3.0-or-later
// Lines between rows that say a year, a scope, a unit or a variable; labels written once.
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/section_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;

ImportPlan lineBlocksPlan(const Workbook& book) {
    const std::vector<const Workbook*> books{&book};
    return detectPlan(books);
}

ImportResult lineBlocksPanel(const std::string& csv) {
    NoProgress progress;
    const Workbook book = *readWorkbook(QByteArray::fromStdString(csv), "表.csv", progress);
    const std::vector<const Workbook*> books{&book};
    return *readPanel(books, lineBlocksPlan(book), true, progress);
}

double lineBlocksValue(const ImportResult& result, const std::string& unit, Period period,
                       const std::string& variable) {
    for (const ReadCell& cell : result.cells) {
        if (cell.unit == unit && cell.period == period && cell.variable == variable) {
            return cell.value;
        }
    }
    return missingValue;
}

TEST(LineBlocks, YearsAloneAreReadInManyForms) {
    for (const char* text : {"2010年", "2010", "2010 年", "一、2010年", "(2010年)", "二〇一〇年",
                             "二○一○年", "二零一零年", "2010年度", "(一)2010年", "2010年:"}) {
        EXPECT_EQ(yearAlone(text), 2010) << text;
    }
    for (const char* text : {"2010年数据为快报数", "12010", "2010-2011年", "一〇年", "2010年6月"}) {
        EXPECT_EQ(yearAlone(text), 0) << text;
    }
    EXPECT_EQ(scopeAlone("二、市 辖 区"), "市辖区");
    EXPECT_EQ(withoutFrame("一、石家庄市:"), "石家庄市");
    EXPECT_EQ(withoutFrame("[石家庄市]"), "石家庄市");
    EXPECT_EQ(withoutFrame("2010年"), "2010年");
}

const std::string headerLine = "城市,人口,GDP\n";

/// Two blocks below lines, with the header below each line or above all.
std::string underLines(const std::string& first, const std::string& second, bool isRepeated) {
    return "各市主要指标,,\n" + (isRepeated ? std::string() : headerLine) + first + "\n" +
           (isRepeated ? headerLine : std::string()) +
           "合计,9,90\n石家庄市,1,10\n唐山市,2,20\n邯郸市,3,30\n" + second + "\n" +
           (isRepeated ? headerLine : std::string()) +
           "合计,18,180\n石家庄市,4,40\n唐山市,5,50\n邯郸市,6,60\n";
}

TEST(LineBlocks, YearsStandInAnyColumnAndForm) {
    const std::vector<std::pair<std::string, std::string>> lines{
        {"2010年,,", "2011年,,"},     {"2010,,", "2011,,"},
        {",2010年,", ",2011年,"},     {",2010,", ",2011,"},
        {",,2010年", ",,2011年"},     {"一、2010年,,", "二、2011年,,"},
        {"(2010年),,", "(2011年),,"}, {"二〇一〇年,,", "二〇一一年,,"},
        {"2010 年,,", "2011 年,,"}};
    for (const bool isRepeated : {false, true}) {
        for (const auto& [first, second] : lines) {
            const ImportResult result = lineBlocksPanel(underLines(first, second, isRepeated));
            EXPECT_EQ(result.panel.rowCount(), 6U) << first << isRepeated;
            EXPECT_EQ(lineBlocksValue(result, "唐山市", 2010, "人口"), 2) << first << isRepeated;
            EXPECT_EQ(lineBlocksValue(result, "石家庄市", 2011, "GDP"), 40) << first << isRepeated;
            EXPECT_EQ(lineBlocksValue(result, "邯郸市", 2011, "人口"), 6) << first << isRepeated;
            EXPECT_EQ(result.panel.columnCount(), 4U) << first << isRepeated;
        }
    }
}

TEST(LineBlocks, ScopesHoldBelowTheirLineAndTheTitlesYearGoesOn) {
    const std::vector<std::pair<std::string, std::string>> lines{{"全市,,", "市辖区,,"},
                                                                 {",全市,", ",市辖区,"},
                                                                 {"一、全市,,", "二、市辖区,,"},
                                                                 {"(全市),,", "(市辖区),,"},
                                                                 {"全 市,,", "市 辖 区,,"}};
    for (const bool isRepeated : {false, true}) {
        for (const auto& [first, second] : lines) {
            std::string csv = underLines(first, second, isRepeated);
            csv.replace(0, std::string("各市主要指标").size(), "各市主要指标(2012年)");
            const ImportResult result = lineBlocksPanel(csv);
            EXPECT_EQ(result.panel.rowCount(), 3U) << first << isRepeated;
            EXPECT_EQ(lineBlocksValue(result, "唐山市", 2012, "人口_全市"), 2)
                << first << isRepeated;
            EXPECT_EQ(lineBlocksValue(result, "邯郸市", 2012, "GDP_市辖区"), 60)
                << first << isRepeated;
            EXPECT_EQ(result.report.valueCount, 12U) << first << isRepeated;
        }
    }
}

TEST(LineBlocks, ScopesStandWithinYears) {
    const ImportResult result = lineBlocksPanel("各市主要指标,,\n城市,人口,GDP\n"
                                                "2010年,,\n全市,,\n石家庄市,1,10\n唐山市,2,20\n"
                                                "市辖区,,\n石家庄市,3,30\n唐山市,4,40\n"
                                                "2011年,,\n全市,,\n石家庄市,5,50\n唐山市,6,60\n"
                                                "市辖区,,\n石家庄市,7,70\n唐山市,8,80\n");
    EXPECT_EQ(lineBlocksValue(result, "唐山市", 2010, "人口_全市"), 2);
    EXPECT_EQ(lineBlocksValue(result, "石家庄市", 2010, "GDP_市辖区"), 30);
    EXPECT_EQ(lineBlocksValue(result, "石家庄市", 2011, "人口_全市"), 5);
    EXPECT_EQ(lineBlocksValue(result, "唐山市", 2011, "GDP_市辖区"), 80);
    EXPECT_EQ(result.report.valueCount, 16U);
}

TEST(LineBlocks, AScopeUnderAHeaderOfTwoColumnsStaysAHeader) {
    const ImportResult result = lineBlocksPanel("各市主要指标(2012年),,\n城市,人口,\n,,市辖区\n"
                                                "石家庄市,9,1\n唐山市,8,2\n邯郸市,7,3\n");
    EXPECT_EQ(lineBlocksValue(result, "唐山市", 2012, "人口_市辖区"), 2);
    EXPECT_EQ(lineBlocksValue(result, "唐山市", 2012, "人口_全市"), 8);
}

TEST(LineBlocks, ACityAloneStandsOverItsYears) {
    for (const std::string mark : {"%", "一、%", "%：", "[%]"}) {
        const auto line = [&](const std::string& city) {
            std::string text = mark;
            return text.replace(text.find('%'), 1, city) + ",,\n";
        };
        const ImportResult result = lineBlocksPanel(
            "2-1 各市主要指标,,\n年份,人口,GDP\n" + line("石家庄市") + "2010,1,10\n2011,2,20\n" +
            line("唐山市") + "2010,3,30\n2011,4,40\n" + line("合计") + "2010,5,50\n2011,6,60\n" +
            line("某某区") + "2010,7,70\n2011,8,80\n注：快报数,,\n");
        EXPECT_EQ(lineBlocksValue(result, "石家庄市", 2011, "GDP"), 20) << mark;
        EXPECT_EQ(lineBlocksValue(result, "唐山市", 2010, "人口"), 3) << mark;
        EXPECT_EQ(lineBlocksValue(result, "某某区", 2011, "人口"), 8) << mark;
        EXPECT_EQ(result.panel.unitCount(), 3U) << mark;
        EXPECT_THAT(result.report.skippedNames, ElementsAre("合计")) << mark;
        ASSERT_EQ(result.report.unmatched.size(), 1U) << mark;
        EXPECT_EQ(result.report.unmatched[0].written, "某某区") << mark;
    }
}

TEST(LineBlocks, AVariableAloneStandsOverItsCities) {
    const ImportResult result =
        lineBlocksPanel("各市主要指标,,\n城市,2010年,2011年\n人口(万人),,\n石家庄市,1,2\n"
                        "唐山市,3,4\nGDP(亿元),,\n石家庄市,5,6\n唐山市,7,8\n");
    EXPECT_EQ(lineBlocksValue(result, "唐山市", 2011, "人口"), 4);
    EXPECT_EQ(lineBlocksValue(result, "石家庄市", 2010, "GDP"), 5);
    EXPECT_EQ(result.panel.columnCount(), 4U);
    EXPECT_EQ(result.panel.columns()[2].unitOfMeasure(), "万人");
    EXPECT_EQ(result.panel.columns()[3].unitOfMeasure(), "亿元");
}

TEST(LineBlocks, ALineThatSaysHowTheVariableIsMeasuredKeepsItsName) {
    const ImportResult result =
        lineBlocksPanel("地区生产总值(亿元),,\n城市,2010年,2011年\n按当年价格,,\n石家庄市,1,2\n"
                        "唐山市,3,4\n比上年增长(%),,\n石家庄市,5,6\n唐山市,7,8\n");
    EXPECT_EQ(lineBlocksValue(result, "唐山市", 2011, "地区生产总值_按当年价格"), 4);
    EXPECT_EQ(lineBlocksValue(result, "石家庄市", 2010, "地区生产总值_比上年增长"), 5);
    EXPECT_EQ(result.panel.columns()[3].unitOfMeasure(), "%");
}

TEST(LineBlocks, LinesOfRegionsOverDifferentCitiesAreNoVariables) {
    const ImportResult result =
        lineBlocksPanel("地区生产总值,,\n城市,2010年,2011年\n东部,,\n石家庄市,1,2\n唐山市,3,4\n"
                        "中部,,\n太原市,5,6\n大同市,7,8\n");
    EXPECT_EQ(lineBlocksValue(result, "大同市", 2011, "地区生产总值"), 8);
    EXPECT_EQ(result.panel.columnCount(), 3U);
}

TEST(LineBlocks, AVariableWrittenOnceHoldsForTheCitiesBelow) {
    for (const char* total : {"", "合计"}) {
        const std::string sum = std::string(total).empty() ? "" : "合计,99,99\n";
        const auto block = [&](const std::string& variable, const std::string& rows) {
            return variable + "," + (sum.empty() ? "" : sum + ",") + rows;
        };
        const ImportResult result =
            lineBlocksPanel("2-1 各市主要指标,,,\n指标,城市,2010年,2011年\n" +
                            block("人口(万人)", "石家庄市,1,2\n,唐山市,…,…\n,邯郸市,3,4\n") +
                            block("GDP(亿元)", "石家庄市,…,…\n,唐山市,5,6\n,邯郸市,7,x\n"));
        EXPECT_EQ(lineBlocksValue(result, "邯郸市", 2011, "人口"), 4);
        EXPECT_EQ(lineBlocksValue(result, "唐山市", 2010, "GDP"), 5);
        EXPECT_EQ(result.report.valueCount, 7U);
        EXPECT_EQ(result.report.unreadableCount, 1U);
        EXPECT_EQ(result.panel.columnCount(), 4U);
        EXPECT_TRUE(result.report.conflicts.empty());
    }
}

TEST(LineBlocks, ListsOfOneYearEachStandSideBySide) {
    for (const char* mark : {"年", ""}) {
        const auto year = [&](int of) { return std::to_string(of) + mark; };
        const ImportResult result = lineBlocksPanel(
            "2-1 地区生产总值(万元),,,\n城市," + year(2010) + ",城市," + year(2011) +
            "\n石家庄市,1,唐山市,4\n唐山市,2,石家庄市,5\n邯郸市,3,,\n");
        EXPECT_EQ(lineBlocksValue(result, "唐山市", 2010, "地区生产总值"), 2) << mark;
        EXPECT_EQ(lineBlocksValue(result, "唐山市", 2011, "地区生产总值"), 4) << mark;
        EXPECT_EQ(result.report.valueCount, 5U) << mark;
    }
}

} // namespace
} // namespace citypanel::sheets
