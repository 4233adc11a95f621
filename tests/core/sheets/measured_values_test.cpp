// SPDX-License-Identifier: GPL-3.0-or-later
// Values with their unit of measure in the cell.
#include "core/base/problem.h"
#include "core/sheets/import.h"
#include "core/sheets/measured_values.h"
#include "core/sheets/read_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ImportResult measuredOf(const std::string& csv) {
    NoProgress progress;
    const Workbook book = *readWorkbook(QByteArray::fromStdString(csv), "x_2012.csv", progress);
    const std::vector<const Workbook*> books{&book};
    return *readPanel(books, withSureConversions(detectPlan(books)), true, progress);
}

std::vector<double> numbersOf(const ImportResult& result, const std::string& name) {
    const auto* variable = result.panel.find(name);
    return variable == nullptr
               ? std::vector<double>()
               : std::vector<double>(variable->numbers().begin(), variable->numbers().end());
}

std::vector<std::string> cellsWarnedOf(const ImportResult& result, ProblemCode code) {
    std::vector<std::string> cells;
    for (const Problem& warning : result.report.warnings) {
        if (warning.code == code) {
            cells.push_back(warning.place.cell);
        }
    }
    return cells;
}

std::string withValues(const std::string& heading, const std::vector<std::string>& values) {
    std::string csv = "城市,人口(万人)," + heading + "\n";
    const std::vector<std::string> cities{"石家庄市", "唐山市", "太原市", "大同市"};
    for (std::size_t i = 0; i < values.size(); ++i) {
        csv += cities[i] + ",1,\"" + values[i] + "\"\n";
    }
    return csv;
}

TEST(MeasuredValues, AreReadInTheUnitOfTheirColumn) {
    const ImportResult result =
        measuredOf(withValues("GDP(万元)", {"123万元", "1.2亿元", "1,234.5 万 元", "77"}));
    EXPECT_THAT(numbersOf(result, "GDP"), ElementsAre(123, 12000, 1234.5, 77));
    EXPECT_EQ(result.panel.find("GDP")->unitOfMeasure(), "万元");
    ASSERT_EQ(result.report.conversions.size(), 1U);
    EXPECT_EQ(result.report.conversions[0].conversion.from, "亿元");
    EXPECT_EQ(result.report.conversions[0].conversion.to, "万元");
    EXPECT_EQ(result.report.conversions[0].valueCount, 1U);
    EXPECT_THAT(result.report.warnings, IsEmpty());
    for (const ReadCell& cell : result.cells) {
        EXPECT_EQ(cell.convertedFrom, cell.asWritten == "1.2亿元" ? "亿元" : "");
    }
}

TEST(MeasuredValues, SayTheUnitOfAColumnThatSaysNone) {
    const ImportResult result =
        measuredOf(withValues("GDP", {"123.4亿元", "5600万元", "…", "12亿元"}));
    EXPECT_EQ(result.panel.find("GDP")->unitOfMeasure(), "亿元");
    EXPECT_EQ(numbersOf(result, "GDP")[1], 0.56);
    EXPECT_EQ(numbersOf(result, "GDP")[3], 12);
    const ImportResult alone = measuredOf("城市,GDP\n石家庄市,5亿元\n唐山市,6亿元\n太原市,7亿元\n");
    EXPECT_EQ(alone.panel.find("GDP")->unitOfMeasure(), "亿元");
    EXPECT_THAT(numbersOf(alone, "GDP"), ElementsAre(5, 6, 7));
    const ImportResult share =
        measuredOf("单位：万元,,\n" + withValues("增速", {"12.3%", "4%", "5.5%", "6%"}));
    EXPECT_EQ(share.panel.find("增速")->unitOfMeasure(), "%");
    EXPECT_EQ(numbersOf(share, "增速")[0], 12.3);
}

TEST(MeasuredValues, OfAnotherKindThanTheirColumnAreNotRead) {
    const ImportResult result =
        measuredOf(withValues("GDP(万元)", {"123万人", "12.3%", "5", "12元"}));
    EXPECT_EQ(cellsWarnedOf(result, ProblemCode::CellUnreadable).size(), 3U);
    EXPECT_EQ(result.report.valueCount, 5U); // 人口, and 5
    const ImportResult perMille = measuredOf(withValues("出生率(‰)", {"12‰", "1.2%", "9", "8"}));
    EXPECT_THAT(numbersOf(perMille, "出生率"), ElementsAre(12, 12, 9, 8));
}

TEST(MeasuredValues, AmongPlainNumbersOfNoUnitAreTold) {
    const ImportResult result = measuredOf(withValues("GDP", {"123万元", "1.2亿元", "456", "789"}));
    EXPECT_THAT(cellsWarnedOf(result, ProblemCode::CellUnreadable), ElementsAre("C2", "C3"));
    const ImportResult share = measuredOf(withValues("增速", {"0.123", "12.3%", "0.05", "0.06"}));
    EXPECT_THAT(cellsWarnedOf(share, ProblemCode::UnitOfMeasureDiffers), ElementsAre("C3"));
    const ImportResult said = measuredOf(withValues("增速(%)", {"12", "12.3%", "5", "6"}));
    EXPECT_THAT(said.report.warnings, IsEmpty());
}

TEST(MeasuredValues, AreToldFromOtherTexts) {
    const auto unitOf = [](const char* text) {
        const auto measured = readMeasured(Cell{.kind = CellKind::Text, .text = text});
        return measured ? measured->unitOfMeasure : std::string("none");
    };
    EXPECT_EQ(unitOf("１２３万元"), "万元");
    EXPECT_EQ(unitOf("-12.5 元/人"), "元/人");
    for (const char* text : {"2010年", "3月", "100 million yuan", "12", "万元", "1.5万", "5G",
                             "110千伏", "1,23万元", "约12万元", "1-2万元", "12万元以上"}) {
        EXPECT_EQ(unitOf(text), "none") << text;
    }
}

} // namespace
} // namespace citypanel::sheets
