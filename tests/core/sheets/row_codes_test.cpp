// SPDX-License-Identifier: GPL-3.0-or-later
// Codes beside names: what they settle and what they contradict.
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/row_codes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ImportResult panelWithCodes(const std::string& csv) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(*readWorkbook(QByteArray::fromStdString(csv), "a_2015.csv", progress));
    auto result = readPanel(workbooks, detectPlan(workbooks), false, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code);
    return result ? *std::move(result) : ImportResult{};
}

TEST(RowCodes, TellNamesOfSeveralPlacesApart) {
    const ImportResult result = panelWithCodes(
        "code,name,x\n341300,Suzhou,1\n320500,Suzhou,2\n320100,Nanjing,3\n340100,Hefei,4\n");
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("宿州市", "苏州市", "南京市", "合肥市"));
    EXPECT_THAT(result.report.unmatched, IsEmpty());
}

TEST(RowCodes, TellAProvinceFromThePlaceOfItsName) {
    const ImportResult result =
        panelWithCodes("代码,地区,x\n220000,吉林,1\n220100,长春,2\n220200,吉林,3\n460000,海南,4\n"
                       "460100,海口,5\n632500,海南,6\n630100,西宁,7\n");
    EXPECT_THAT(result.panel.unitLabels(),
                ElementsAre("长春市", "吉林市", "海口市", "海南藏族自治州", "西宁市"));
    EXPECT_EQ(result.report.skippedRowCount, 2U);
}

TEST(RowCodes, ThatContradictNamesAreAsked) {
    const ImportResult result =
        panelWithCodes("行政区划代码,城市,x\n130100,石家庄市,1\n130200,唐山市,2\n130300,邯郸市,3\n"
                       "130400,秦皇岛市,4\n130500,邢台市,5\n130600,保定市,6\n");
    ASSERT_EQ(result.report.unmatched.size(), 2U);
    EXPECT_EQ(result.report.unmatched[0].written, "邯郸市");
    EXPECT_THAT(result.report.unmatched[0].suggestions, ElementsAre("邯郸市", "秦皇岛市"));
}

TEST(RowCodes, OfAnotherSystemSayNothing) {
    // Numbers of a data service that happen to be codes of other places.
    const ImportResult result =
        panelWithCodes("id,城市,x\n110000,石家庄市,1\n120000,唐山市,2\n130100,保定市,3\n"
                       "130200,邢台市,4\n");
    EXPECT_THAT(result.report.unmatched, IsEmpty());
    EXPECT_EQ(result.panel.rowCount(), 4U);
}

TEST(RowCodes, AreMissedWhereNeighboursDisagree) {
    // Between 马鞍山 of 安徽 and 无锡 of 江苏 both cities may be meant; before the capital, which
    // opens its province, the one of the province before is.
    const ImportResult doubtful =
        panelWithCodes("城市,x\n合肥,1\n马鞍山,2\nSuzhou,3\n无锡,4\n常州,5\n");
    ASSERT_EQ(doubtful.report.unmatched.size(), 1U);
    EXPECT_THAT(doubtful.report.unmatched[0].suggestions, ElementsAre("苏州市", "宿州市"));
    const ImportResult sure =
        panelWithCodes("城市,x\n合肥,1\n马鞍山,2\nSuzhou,3\n南京,4\n常州,5\n");
    EXPECT_EQ(sure.panel.unitLabels()[2], "宿州市");
}

} // namespace
} // namespace citypanel::sheets
