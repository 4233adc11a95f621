// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks with a sheet a place, and sheets of anything else among them.
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;

/// A workbook whose sheets hold what csv texts do.
Workbook sheetsOf(const std::vector<std::pair<std::string, std::string>>& sheets) {
    NoProgress progress;
    Workbook book;
    book.fileName = "各市.xlsx";
    book.format = FileFormat::Xlsx;
    for (const auto& [name, csv] : sheets) {
        const Workbook read = *readWorkbook(QByteArray::fromStdString(csv), "x.csv", progress);
        Sheet sheet(name);
        for (std::size_t row = 0; row < read.sheets[0].rowCount(); ++row) {
            for (std::size_t column = 0; column < read.sheets[0].widthOf(row); ++column) {
                const Cell cell = read.sheets[0].at(row, column);
                if (cell.kind == CellKind::Number) {
                    sheet.setNumber(row, column, cell.number);
                } else if (cell.kind == CellKind::Text) {
                    sheet.setText(row, column, std::string(cell.text));
                }
            }
        }
        book.sheets.push_back(std::move(sheet));
    }
    return book;
}

struct SheetUnitsRead {
    ImportPlan plan;
    ImportResult result;
};

SheetUnitsRead readSheetUnits(const std::vector<std::pair<std::string, std::string>>& sheets) {
    NoProgress progress;
    const Workbook book = sheetsOf(sheets);
    const std::vector<const Workbook*> books{&book};
    const ImportPlan plan = detectPlan(books);
    return {plan, *readPanel(books, plan, true, progress)};
}

/// The values of a variable in 2011 by unit.
std::map<std::string, double> valuesOf2011(const ImportResult& result,
                                           const std::string& variable) {
    std::map<std::string, double> values;
    for (const ReadCell& cell : result.cells) {
        if (cell.variable == variable && cell.period == 2011) {
            values.emplace(cell.unit, cell.value);
        }
    }
    return values;
}

using UnitValues = std::map<std::string, double>;

/// Years down the side, population and GDP across.
std::string placeYearsDown(int population) {
    return "主要指标,,\n年份,人口(万人),GDP(万元)\n2010,100,1000\n2011," +
           std::to_string(population) + ",2000\n";
}

/// Variables down the side, years across.
std::string placeYearsAcross(int population) {
    return "主要指标,,\n指标,2010年,2011年\n人口(万人),100," + std::to_string(population) +
           "\nGDP(万元),1000,2000\n财政收入(万元),10,20\n";
}

TEST(SheetUnits, TotalsAmongSheetsOfCitiesAreLeftOutAndNamed) {
    for (const char* total : {"合计", "全省", "全国"}) {
        for (const auto& table : {placeYearsDown, placeYearsAcross}) {
            const auto read =
                readSheetUnits({{"石家庄市", table(1)}, {"唐山市", table(2)}, {total, table(3)}});
            EXPECT_EQ(valuesOf2011(read.result, "人口"),
                      (UnitValues{{"石家庄市", 1}, {"唐山市", 2}}))
                << total;
            EXPECT_EQ(read.result.panel.columnCount(), table(0) == placeYearsDown(0) ? 4U : 5U);
            EXPECT_THAT(read.result.report.skippedNames, ElementsAre(total));
        }
    }
}

TEST(SheetUnits, SheetsCalledAfterNoUnitAreLeftOutByADecision) {
    const auto read = readSheetUnits({{"石家庄市", placeYearsDown(1)},
                                      {"唐山市", placeYearsDown(2)},
                                      {"Sheet3", placeYearsDown(3)},
                                      {"说明", placeYearsDown(4)},
                                      {"河北省", placeYearsDown(5)}});
    EXPECT_EQ(valuesOf2011(read.result, "人口"), (UnitValues{{"石家庄市", 1}, {"唐山市", 2}}));
    EXPECT_THAT(read.result.report.leftOutNames, ElementsAre("Sheet3", "说明", "河北省"));
    EXPECT_EQ(read.result.report.leftOutRowCount, 6U);
    EXPECT_EQ(read.result.report.skippedRowCount, 0U);
}

TEST(SheetUnits, ASheetOfAThemeIsAskedAbout) {
    for (const auto& table : {placeYearsDown, placeYearsAcross}) {
        const auto read =
            readSheetUnits({{"石家庄市", table(1)}, {"唐山市", table(2)}, {"人口", table(3)}});
        EXPECT_EQ(valuesOf2011(read.result, "人口"),
                  (UnitValues{{"石家庄市", 1}, {"唐山市", 2}, {"人口", 3}}));
        ASSERT_EQ(read.result.report.unmatched.size(), 1U);
        EXPECT_EQ(read.result.report.unmatched[0].written, "人口");
    }
}

TEST(SheetUnits, ACopiedSheetIsOfItsCityAndTheirValuesAreCompared) {
    const auto read = readSheetUnits({{"石家庄市", placeYearsDown(1)},
                                      {"唐山市", placeYearsDown(2)},
                                      {"石家庄市 (2)", placeYearsDown(3)}});
    EXPECT_EQ(read.result.panel.unitCount(), 2U);
    ASSERT_EQ(read.result.report.conflicts.size(), 1U);
    EXPECT_EQ(read.result.report.conflicts[0].unit, "石家庄市");
    EXPECT_EQ(read.result.report.conflicts[0].values[1].number, 3);
}

TEST(SheetUnits, ASheetOfTheDistrictsOfACityIsOfThatScope) {
    for (const auto& table : {placeYearsDown, placeYearsAcross}) {
        for (const char* name : {"石家庄市辖区", "石家庄市市辖区", "石家庄(市辖区)"}) {
            const auto read =
                readSheetUnits({{"石家庄市", table(1)}, {"唐山", table(2)}, {name, table(3)}});
            EXPECT_EQ(valuesOf2011(read.result, "人口"),
                      (UnitValues{{"石家庄市", 1}, {"唐山市", 2}}))
                << name;
            EXPECT_EQ(valuesOf2011(read.result, "人口_市辖区"), (UnitValues{{"石家庄市", 3}}))
                << name;
        }
    }
}

TEST(SheetUnits, SheetsOfProvincesAmongMunicipalitiesAreRead) {
    const auto read = readSheetUnits(
        {{"北京", placeYearsDown(1)}, {"天津", placeYearsDown(2)}, {"河北", placeYearsDown(3)}});
    EXPECT_EQ(valuesOf2011(read.result, "人口"),
              (UnitValues{{"北京市", 1}, {"天津市", 2}, {"河北", 3}}));
}

TEST(SheetUnits, SheetsOfProvincesWithVariablesDownAreReadAsTheyAre) {
    const auto read = readSheetUnits({{"北京", placeYearsAcross(1)},
                                      {"天津", placeYearsAcross(2)},
                                      {"河北", placeYearsAcross(3)}});
    EXPECT_EQ(valuesOf2011(read.result, "财政收入"),
              (UnitValues{{"北京市", 20}, {"天津市", 20}, {"河北", 20}}));
}

TEST(SheetUnits, TotalsAmongTheYearsOfAUnitAreSkippedAndNamed) {
    const auto read = readSheetUnits({{"2-1", "城市,年份,GDP\n石家庄市,2010,1\n,2011,3\n,平均,2\n"
                                              "唐山市,2010,5\n,2011,7\n,平均,6\n"
                                              "邯郸市,2010,5\n,2011,8\n,平均,6\n"}});
    EXPECT_EQ(valuesOf2011(read.result, "GDP"),
              (UnitValues{{"石家庄市", 3}, {"唐山市", 7}, {"邯郸市", 8}}));
    EXPECT_THAT(read.result.report.skippedNames, ElementsAre("平均"));
    EXPECT_EQ(read.result.panel.rowCount(), 6U);
}

TEST(SheetUnits, BlocksOfAWholeProvinceAreTotals) {
    const auto read = readSheetUnits({{"2-1", "城市,年份,GDP\n全省,2010,9\n,2011,11\n"
                                              "石家庄市,2010,1\n,2011,3\n"
                                              "唐山市,2010,5\n,2011,7\n"}});
    EXPECT_EQ(valuesOf2011(read.result, "GDP"), (UnitValues{{"石家庄市", 3}, {"唐山市", 7}}));
    EXPECT_THAT(read.result.report.skippedNames, ElementsAre("全省"));
}

TEST(SheetUnits, AYearWrittenOnceHoldsForACityWithoutValues) {
    for (const char* blank : {"", "…"}) {
        const std::string none = std::string(blank) + "," + blank;
        const auto read = readSheetUnits(
            {{"2-1", "年份,城市,人口,GDP\n2010,石家庄市,1,2\n,唐山市,3,4\n,邯郸市,5,6\n"
                     "2011,石家庄市,1,2\n,唐山市," +
                         none + "\n,邯郸市,7,8\n2012,石家庄市," + none +
                         "\n,唐山市,3,4\n,邯郸市,5,6\n"}});
        EXPECT_EQ(read.result.panel.rowCount(), 9U);
        EXPECT_EQ(read.result.report.valueCount, 14U);
        EXPECT_EQ(valuesOf2011(read.result, "GDP").at("邯郸市"), 8);
    }
}

TEST(SheetUnits, YearsHoldWhereEveryBlockLacksTheSameCity) {
    const auto read =
        readSheetUnits({{"2-1", "年份,城市,人口,GDP\n2010,石家庄市,1,2\n,唐山市,…,…\n,邯郸市,5,6\n"
                                "2011,石家庄市,1,2\n,唐山市,…,…\n,邯郸市,7,8\n"}});
    EXPECT_EQ(valuesOf2011(read.result, "GDP").at("邯郸市"), 8);
    EXPECT_EQ(read.result.report.valueCount, 8U);
}

} // namespace
} // namespace citypanel::sheets
