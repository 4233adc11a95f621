// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of years in every form, and those whose years cannot be read.
#include "core/base/problem.h"
#include "core/sheets/cell_text.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/written_years.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;

Result<ImportResult> readYears(const std::string& csv, const std::string& name = "x_2013.csv") {
    NoProgress progress;
    const Workbook book = *readWorkbook(QByteArray::fromStdString(csv), name, progress);
    const std::vector<const Workbook*> books{&book};
    return readPanel(books, detectPlan(books), true, progress);
}

/// Three rows of a city in these years, under a title that says another.
std::string tableOfYears(const std::vector<std::string>& years,
                         const std::string& heading = "年份") {
    std::string csv = "2-12 主要指标(2015年),,\n城市," + heading + ",年末总人口(万人)\n";
    int value = 0;
    for (const char* city : {"石家庄市", "唐山市"}) {
        for (const std::string& year : years) {
            csv += std::string(city) + "," + year + "," + std::to_string(++value) + "\n";
        }
    }
    return csv;
}

TEST(WrittenYears, AreReadInEveryForm) {
    for (const auto& years : std::vector<std::vector<std::string>>{
             {"二〇一〇年", "二○一一年", "二零一二年"},
             {"2010年1-12月", "2011年1—12月", "2012年1月-12月"},
             {"10年", "11年", "12年"},
             {"２０１０年度", "2011年末", "2012年全年"},
             {"'10", "'11", "'12"},
             {"10", "11", "12"},
             {"2010年12月31日", "2011年12月31日", "2012年12月31日"},
             {"2010.12.31", "2011.12.31", "2012.12.31"},
             {"2010.1-12", "2011.1-12", "2012.1-12"}}) {
        const auto result = readYears(tableOfYears(years));
        ASSERT_TRUE(result) << years[0];
        EXPECT_THAT(result->panel.distinctPeriods(), ElementsAre(2010, 2011, 2012)) << years[0];
        EXPECT_EQ(result->panel.find("年末总人口")->numbers()[5], 6.0) << years[0];
        EXPECT_TRUE(result->report.warnings.empty()) << years[0];
    }
}

TEST(WrittenYears, OfTwoDigitsGoOnInTheNextCentury) {
    for (const auto& years :
         std::vector<std::vector<std::string>>{{"98", "99", "0", "1"},
                                               {"98", "99", "00", "01"},
                                               {"'98", "'99", "'00", "'01"},
                                               {"98年", "99年", "00年", "01年"}}) {
        const auto result = readYears(tableOfYears(years));
        ASSERT_TRUE(result) << years[2];
        EXPECT_THAT(result->panel.distinctPeriods(), ElementsAre(1998, 1999, 2000, 2001))
            << years[2];
        EXPECT_TRUE(result->report.warnings.empty()) << years[2];
    }
    EXPECT_TRUE(crossCenturies({95, 0, 5, 10}));
    EXPECT_FALSE(crossCenturies({95, 0, 4}));
    EXPECT_FALSE(crossCenturies({0, 1, 2}));
}

TEST(WrittenYears, OfOneCityAloneAreRead) {
    const auto result =
        readYears("石家庄市(2015年)主要指标,\n年份,GDP\n98,1\n99,2\n0,3\n1,4\n", "石家庄市.csv");
    ASSERT_TRUE(result);
    EXPECT_THAT(result->panel.distinctPeriods(), ElementsAre(1998, 1999, 2000, 2001));
}

TEST(WrittenYears, ThatCannotBeReadAreNeverThoseOfTheTitle) {
    for (const auto& years :
         std::vector<std::vector<std::string>>{{"2010/2011", "2011/2012", "2012/2013"},
                                               {"2010年1-6月", "2011年1-6月", "2012年1-6月"},
                                               {"上年", "本年", "下年"},
                                               {"1", "2", "x3"},
                                               {"201001", "201101", "201201"},
                                               {"一〇年", "一一年", "一二年"}}) {
        for (const char* heading : {"年份", "年度", "Year", "时间"}) {
            if (years[0] == "1" && std::string(heading) == "时间") {
                continue; // hours, perhaps
            }
            const auto result = readYears(tableOfYears(years, heading));
            ASSERT_FALSE(result) << years[0] << heading;
            EXPECT_EQ(result.error().code, ProblemCode::PeriodUnreadable) << years[0];
            EXPECT_EQ(result.error().place.cell.substr(0, 1), "B") << years[0];
        }
    }
}

TEST(WrittenYears, AreNoneWhereTheWordStandsOverOthers) {
    const auto corner = readYears("年份,2010,2011\n石家庄市,1,2\n唐山市,3,4\n", "GDP.csv");
    ASSERT_TRUE(corner);
    EXPECT_THAT(corner->panel.distinctPeriods(), ElementsAre(2010, 2011));
    const auto hours = readYears("城市,时间,GDP\n石家庄市,1.5,1\n唐山市,2,3\n");
    ASSERT_TRUE(hours);
    EXPECT_THAT(hours->panel.distinctPeriods(), ElementsAre(2013));
    const auto terms = readYears("城市,期限,GDP\n石家庄市,10年,1\n唐山市,20年,3\n唐山市,10年,3\n");
    ASSERT_TRUE(terms);
    EXPECT_THAT(terms->panel.distinctPeriods(), ElementsAre(2013));
}

TEST(WrittenYears, InChineseDigitsStandInHeadingsAndTitles) {
    const auto wide = readYears("GDP,,\n城市,二〇一〇年,二〇一一年\n石家庄市,1,2\n唐山市,3,4\n");
    ASSERT_TRUE(wide);
    EXPECT_THAT(wide->panel.distinctPeriods(), ElementsAre(2010, 2011));
    const auto titled = readYears("二〇一〇年主要指标,\n城市,GDP\n石家庄市,1\n唐山市,3\n");
    ASSERT_TRUE(titled);
    EXPECT_THAT(titled->panel.distinctPeriods(), ElementsAre(2010));
    EXPECT_EQ(withYearsInDigits("一九九九年至二○○五年"), "1999年至2005年");
}

} // namespace
} // namespace citypanel::sheets
