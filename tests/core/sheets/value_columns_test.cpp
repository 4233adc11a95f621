// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of values most of whose cells cannot be read, and columns left out though they hold some.
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/value_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ImportResult importOfColumn(const std::string& heading, const std::vector<std::string>& cells) {
    std::string csv = "城市," + heading + ",年末总人口(万人)\n";
    const std::vector<std::string> cities{"北京市",   "天津市", "石家庄市", "唐山市",
                                          "秦皇岛市", "邯郸市", "邢台市",   "保定市"};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        csv += cities[i] + "," + cells[i] + "," + std::to_string(i + 1) + "\n";
    }
    NoProgress progress;
    const Workbook book = *readWorkbook(QByteArray::fromStdString(csv), "gdp_2015.csv", progress);
    const std::vector<const Workbook*> books{&book};
    return *readPanel(books, detectPlan(books), true, progress);
}

/// Values of the variable in the order of the cells; -1: missing.
std::vector<double> valuesOf(const ImportResult& result, const std::string& name) {
    const auto* variable = result.panel.find(name);
    std::vector<double> values;
    for (std::size_t i = 0; variable != nullptr && i < result.panel.rowCount(); ++i) {
        const double value = variable->numbers()[i];
        values.push_back(isMissing(value) ? -1 : value);
    }
    return values;
}

TEST(ValueColumns, AreReadUnderAUnitOfMeasureWhateverTheirCellsHold) {
    const std::vector<std::vector<std::string>> columns{{"1.5万", "2.5万", "3.5万", "4"},
                                                        {"12元", "13元", "14元", "4"},
                                                        {"(12)", "(13)", "(14)", "4"},
                                                        {"约12", "约13", "约14", "4"},
                                                        {"1（预）", "2（预）", "3", "4"},
                                                        {"¥1", "¥2", "¥3", "4"},
                                                        {"1。5", "2。5", "3。5", "4"},
                                                        {"1/2", "2/2", "3/2", "4"},
                                                        {"1—", "2—", "3—", "4"},
                                                        {"未统计", "未统计", "未统计", "4"},
                                                        {"*", "*", "*", "4"}};
    for (const auto& cells : columns) {
        const ImportResult result = importOfColumn("地区生产总值(亿元)", cells);
        const std::vector<double> values = valuesOf(result, "地区生产总值");
        ASSERT_EQ(values.size(), 4U) << cells[0];
        EXPECT_EQ(values[0], -1.0) << cells[0];
        EXPECT_EQ(values[3], 4.0) << cells[0];
        const auto unread = static_cast<std::size_t>(std::count(values.begin(), values.end(), -1));
        EXPECT_EQ(result.report.unreadableCount, unread) << cells[0];
    }
}

TEST(ValueColumns, OfWhichNothingCanBeReadAreListedCellByCell) {
    const ImportResult result = importOfColumn("地区生产总值(亿元)", {"1.5万", "2.5万", "3.5万"});
    EXPECT_THAT(valuesOf(result, "地区生产总值"), ElementsAre(-1, -1, -1));
    EXPECT_EQ(result.report.unreadableCount, 3U);
}

TEST(ValueColumns, WithoutAUnitOfMeasureAreKnownByTheirCells) {
    const ImportResult result = importOfColumn("地区生产总值", {"1.5万", "2.5万", "—", "4"});
    EXPECT_THAT(valuesOf(result, "地区生产总值"), ElementsAre(-1, -1, -1, 4));
    EXPECT_EQ(result.report.unreadableCount, 2U);
}

TEST(ValueColumns, OfTextStayOutAndAreNamedWhereTheyHoldANumber) {
    const ImportResult noted = importOfColumn("备注", {"撤县设市", "见说明", "12", "更名"});
    EXPECT_EQ(noted.panel.find("备注"), nullptr);
    ASSERT_EQ(noted.report.leftOutColumns.size(), 1U);
    EXPECT_EQ(noted.report.leftOutColumns[0].variable, "备注");
    const ImportResult text = importOfColumn("备注", {"撤县设市", "见说明", "2011年更名", "更名"});
    EXPECT_THAT(text.report.leftOutColumns, IsEmpty());
    ASSERT_EQ(text.report.leftOutTexts.size(), 1U);
    EXPECT_EQ(text.report.leftOutTexts[0].variable, "备注");
}

TEST(ValueColumns, WithoutAHeadingAreNamedByTheirLetters) {
    const ImportResult result = importOfColumn("", {"7", "8", "9"});
    ASSERT_EQ(result.report.leftOutColumns.size(), 1U);
    EXPECT_EQ(result.report.leftOutColumns[0].variable, "B");
    EXPECT_THAT(valuesOf(result, "年末总人口"), ElementsAre(1, 2, 3));
}

TEST(ValueColumns, OfCodesAreNamedUnlessTheySayThePlacesAgain) {
    const auto leftOut = [](const std::string& heading, const std::vector<std::string>& cells) {
        return importOfColumn(heading, cells).report.leftOutColumns.size();
    };
    EXPECT_EQ(leftOut("统一代码", {"91130100", "91130200", "91130300"}), 1U);
    EXPECT_EQ(leftOut("代码", {"7", "9", "12"}), 1U);
    EXPECT_EQ(leftOut("行政区划代码", {"130100", "130200", "130300"}), 0U);
    EXPECT_EQ(leftOut("id", {"1", "2", "3"}), 0U);
}

TEST(ValueColumns, MayPartThousandsByBlanks) {
    const ImportResult all =
        importOfColumn("地区生产总值(亿元)", {"1 234.5", "12 234", "1 234 567", "999"});
    EXPECT_THAT(valuesOf(all, "地区生产总值"), ElementsAre(1234.5, 12234, 1234567, 999));
    EXPECT_EQ(all.report.unreadableCount, 0U);
    // Beside numbers written otherwise the blank may be a misread digit or comma.
    const ImportResult one =
        importOfColumn("地区生产总值(亿元)", {"1 164.60", "1234", "2345", "3456"});
    EXPECT_THAT(valuesOf(one, "地区生产总值"), ElementsAre(-1, 1234, 2345, 3456));
    EXPECT_EQ(one.report.unreadableCount, 1U);
    const ImportResult misread =
        importOfColumn("地区生产总值(亿元)", {"1 23.5", "2 345", "3 456", "4 567"});
    EXPECT_THAT(valuesOf(misread, "地区生产总值"), ElementsAre(-1, 2345, 3456, 4567));
}

TEST(ValueColumns, AreNotThoseOfCodesAndDates) {
    for (const char* text : {"600000.SH", "2010-05", "2010-05-01", "第1位", "2011年更名", "A12"}) {
        EXPECT_FALSE(isNearNumber(text)) << text;
    }
    for (const char* text : {"1.5万", "12元", "(12)", "（12）", "约12", ">12", "12-15", "3/4"}) {
        EXPECT_TRUE(isNearNumber(text)) << text;
    }
}

} // namespace
} // namespace citypanel::sheets
