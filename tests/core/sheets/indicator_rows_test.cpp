// SPDX-License-Identifier: GPL-3.0-or-later
// Variables that stand in rows: 城市, 指标, 单位, 2010, 2011.
#include "core/sheets/import.h"
#include "core/sheets/indicator_rows.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/regions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class IndicatorRows : public ::testing::Test {
protected:
    void read(const std::string& csv) {
        NoProgress progress;
        book_ = *readWorkbook(QByteArray::fromStdString(csv), "数据.csv", progress);
        const std::vector<const Workbook*> books{&book_};
        plan_ = detectPlan(books);
        result_ = *readPanel(books, withSureConversions(plan_), true, progress);
    }

    double value(const std::string& unit, Period period, const std::string& variable) {
        for (const ReadCell& cell : result_.cells) {
            if (cell.unit == unit && cell.period == period && cell.variable == variable) {
                return cell.value;
            }
        }
        return missingValue;
    }

    std::vector<std::string> variables() {
        std::vector<std::string> names;
        for (std::size_t i = 2; i < result_.panel.columnCount(); ++i) {
            names.push_back(result_.panel.columns()[i].name());
        }
        return names;
    }

    Workbook book_;
    ImportPlan plan_;
    ImportResult result_;
};

TEST_F(IndicatorRows, BecomeVariablesOfAWideTable) {
    read("指标,单位,城市,2011年,2012年\nGDP,亿元,合肥市,1,2\nGDP,亿元,芜湖市,3,4\n"
         "户籍人口,万人,合肥市,5,6\n户籍人口,万人,芜湖市,7,8\n");
    EXPECT_THAT(variables(), ElementsAre("GDP", "户籍人口"));
    EXPECT_EQ(value("芜湖市", 2012, "GDP"), 4);
    EXPECT_EQ(value("合肥市", 2011, "户籍人口"), 5);
    EXPECT_EQ(result_.panel.columns()[2].unitOfMeasure(), "亿元");
    EXPECT_EQ(result_.panel.columns()[3].unitOfMeasure(), "万人");
    EXPECT_EQ(result_.panel.rowCount(), 4U);
    EXPECT_THAT(result_.report.warnings, IsEmpty());
}

TEST_F(IndicatorRows, BecomeVariablesOfALongTable) {
    read("地区,年份,指标名称,单位,数值\n石家庄市,2009,GDP,亿元,9\n石家庄市,2009,人口,万人,8\n"
         "石家庄市,2010,GDP,亿元,10\n石家庄市,2010,人口,万人,7\n唐山市,2009,GDP,亿元,19\n"
         "唐山市,2009,人口,万人,18\n");
    EXPECT_THAT(variables(), ElementsAre("GDP", "人口"));
    EXPECT_EQ(value("石家庄市", 2010, "人口"), 7);
    EXPECT_EQ(value("唐山市", 2009, "GDP"), 19);
    EXPECT_THAT(result_.report.conflicts, IsEmpty());
}

TEST_F(IndicatorRows, MayHaveSeveralValues) {
    read("id,year,variable,value,flag\n1,2011,gdp,1,0\n1,2011,pop,3,1\n2,2011,gdp,5,0\n"
         "2,2011,pop,7,1\n1,2012,gdp,2,0\n1,2012,pop,4,1\n");
    EXPECT_THAT(variables(), ElementsAre("gdp_value", "gdp_flag", "pop_value", "pop_flag"));
    EXPECT_EQ(value("2", 2011, "pop_value"), 7);
    EXPECT_EQ(value("1", 2012, "gdp_value"), 2);
}

TEST_F(IndicatorRows, UnitsOfMeasureThatChangeFromRowToRowAreCompared) {
    read(
        "城市,指标,单位,2009,2010\n石家庄市,GDP,亿元,1000,2000\n唐山市,GDP,万元,20000000,30000000\n"
        "秦皇岛市,GDP,亿元,3000,4000\n邯郸市,GDP,万元,40000000,50000000\n");
    EXPECT_THAT(variables(), ElementsAre("GDP"));
    EXPECT_EQ(value("唐山市", 2009, "GDP"), 2000); // 亿元
    EXPECT_EQ(value("秦皇岛市", 2010, "GDP"), 4000);
    EXPECT_THAT(result_.report.conversions, SizeIs(1));
}

TEST_F(IndicatorRows, AScopeInRowsIsTheScopeOfTheirValues) {
    read(
        "城市,口径,年份,GDP(亿元)\n合肥市,全市,2011,10\n合肥市,市辖区,2011,4\n合肥市,全市,2012,11\n"
        "合肥市,市辖区,2012,5\n芜湖市,全市,2011,7\n芜湖市,市辖区,2011,1\n");
    EXPECT_THAT(variables(), ElementsAre("GDP_全市", "GDP_市辖区"));
    EXPECT_EQ(value("合肥市", 2012, "GDP_市辖区"), 5);
    EXPECT_EQ(value("芜湖市", 2011, "GDP_全市"), 7);
    NoProgress progress;
    const std::vector<const Workbook*> books{&book_};
    plan_.scope = "全市";
    result_ = *readPanel(books, plan_, true, progress);
    EXPECT_THAT(variables(), ElementsAre("GDP_全市"));
}

TEST_F(IndicatorRows, AColumnThatTellsNoRowsApartStaysWhatItIs) {
    read("城市,年份,项目,GDP\n合肥市,2011,甲,10\n合肥市,2012,乙,4\n芜湖市,2011,丙,11\n"
         "芜湖市,2012,甲,5\n");
    EXPECT_EQ(value("芜湖市", 2012, "GDP"), 5);
    EXPECT_THAT(plan_.sheets, SizeIs(1));
}

TEST_F(IndicatorRows, OneIndicatorGivesItsName) {
    read("城市,指标,单位,2009,2010\n石家庄市,GDP,亿元,1,2\n唐山市,GDP,亿元,2,3\n");
    EXPECT_THAT(variables(), ElementsAre("GDP"));
    EXPECT_EQ(result_.panel.columns()[2].unitOfMeasure(), "亿元");
    EXPECT_THAT(plan_.sheets[0].layout.rowsWhere, IsEmpty());
}

TEST_F(IndicatorRows, ARowWithoutALabelIsNotLost) {
    read("城市,指标,2009,2010\n石家庄市,GDP,1,2\n唐山市,GDP,2,3\n石家庄市,,5,6\n唐山市,,7,8\n");
    EXPECT_EQ(value("唐山市", 2009, "GDP"), 2);
    EXPECT_EQ(result_.report.valueCount, 8U);
}

TEST_F(IndicatorRows, RowsOfTheOthersAreNotes) {
    read("城市,指标,2009,2010\n石家庄市,GDP,1,2\n石家庄市,人口,5,6\n唐山市,GDP,2,3\n唐山市,人口,7,"
         "8\n");
    ASSERT_THAT(plan_.sheets, SizeIs(2));
    const Layout& layout = plan_.sheets[1].layout;
    const UnitColumn units = readUnits(book_.sheets[0], layout, &chinaPrefectures(), {});
    EXPECT_THAT(
        rowRoles(book_.sheets[0], layout, units, {}),
        ElementsAre(RowRole::Header, RowRole::Note, RowRole::Data, RowRole::Note, RowRole::Data));
    EXPECT_TRUE(isLeftOut(book_.sheets[0], layout, 1));
}

TEST_F(IndicatorRows, RowsMarkedByHandKeepTheirIndicator) {
    read("城市,指标,2009,2010\n石家庄市,GDP,1,2\n石家庄市,人口,5,6\n唐山市,GDP,2,3\n唐山市,人口,7,"
         "8\n");
    Layout marked = plan_.sheets[1].layout;
    marked.bodyEnd = 4;
    const DetectedLayout again = layoutOfRows(book_.sheets[0], book_.fileName, marked);
    EXPECT_EQ(again.layout.rowsWhere, marked.rowsWhere);
    EXPECT_EQ(again.layout.columns[2].name, "人口");
}

// 其中：女 stands below 年末人口 and below 从业人员, once with a mark for a missing value.
TEST_F(IndicatorRows, OfPartsAreOfTheTotalAboveThem) {
    read("城市,指标,2014,2015\n合肥市,年末人口(万人),700,707\n合肥市,其中：女,350,353\n"
         "合肥市,从业人员(万人),400,404\n合肥市,其中：女,180,182\n芜湖市,年末人口(万人),701,708\n"
         "芜湖市,其中：女,…,…\n芜湖市,从业人员(万人),401,405\n芜湖市,其中：女,181,183\n");
    EXPECT_THAT(variables(),
                UnorderedElementsAre("年末人口", "年末人口_女", "从业人员", "从业人员_女"));
    EXPECT_EQ(value("合肥市", 2015, "年末人口_女"), 353);
    EXPECT_TRUE(isMissing(value("芜湖市", 2014, "年末人口_女")));
    EXPECT_EQ(value("芜湖市", 2014, "从业人员_女"), 181);
    EXPECT_EQ(result_.panel.find("从业人员_女")->unitOfMeasure(), "万人");
    read("城市,年份,指标,值\n合肥市,2014,用电量(亿千瓦时),250\n合肥市,2014,其中：工业,107\n"
         "合肥市,2015,生产总值(亿元),5660\n合肥市,2015,其中：工业,2412\n"
         "芜湖市,2014,用电量(亿千瓦时),130\n芜湖市,2014,其中：工业,87\n"
         "芜湖市,2015,生产总值(亿元),2457\n芜湖市,2015,其中：工业,1210\n");
    EXPECT_EQ(value("芜湖市", 2014, "用电量_工业"), 87);
    EXPECT_EQ(value("芜湖市", 2015, "生产总值_工业"), 1210);
}

// All cities of one indicator, then all of the next.
TEST_F(IndicatorRows, OfPartsAreOfTheTotalOfTheirCity) {
    read("年份,指标,城市,值\n2014,用电量(亿千瓦时),合肥市,250\n2014,用电量(亿千瓦时),芜湖市,130\n"
         "2014,其中：工业,合肥市,107\n2014,其中：工业,芜湖市,87\n2015,生产总值(亿元),合肥市,5660\n"
         "2015,生产总值(亿元),芜湖市,2457\n2015,其中：工业,合肥市,2412\n2015,其中：工业,芜湖市,"
         "1210\n");
    EXPECT_EQ(value("芜湖市", 2014, "用电量_工业"), 87);
    EXPECT_EQ(value("芜湖市", 2015, "生产总值_工业"), 1210);
}

} // namespace
} // namespace citypanel::sheets
