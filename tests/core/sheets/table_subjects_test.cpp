// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of different things and sizes joined under one name are told; what titles say of scopes
// and units of measure.
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/title_scope.h"
#include "tests/core/sheets/panel_variables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::citypanel::testing::variablesOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

using NamedTexts = std::vector<std::pair<std::string, std::string>>; ///< files by name

ImportResult importOf(const NamedTexts& files) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    for (const auto& [name, text] : files) {
        workbooks.push_back(*readWorkbook(QByteArray::fromStdString(text), name, progress));
    }
    return *readPanel(workbooks, detectPlan(workbooks), true, progress);
}

/// Warnings of one kind as "variable: found, expected".
std::vector<std::string> warningsOf(const ImportResult& result, ProblemCode code) {
    std::vector<std::string> texts;
    for (const Problem& warning : result.report.warnings) {
        if (warning.code == code) {
            texts.push_back(warning.place.variable + ": " + warning.found + ", " +
                            warning.expected);
        }
    }
    return texts;
}

std::string page(const std::string& title, const std::string& headings,
                 const std::vector<std::string>& values) {
    static const std::vector<std::string> cities{"石家庄市", "唐山市", "秦皇岛市"};
    std::string text = title + "\n城市," + headings + "\n";
    for (std::size_t i = 0; i < cities.size(); ++i) {
        text += cities[i] + "," + values[i] + "\n";
    }
    return text;
}

const std::vector<std::string> twoValues{"9,5", "8,4", "7,3"};

TEST(TableSubjects, OfOtherGroupsAndFlowsAreTold) {
    EXPECT_THAT(
        warningsOf(
            importOf({{"a.csv", page("城镇居民家庭人均收支（2016年）",
                                     "人均可支配收入（元）,人均消费支出（元）", twoValues)},
                      {"b.csv", page("农村居民家庭人均收支（2017年）",
                                     "人均可支配收入（元）,人均消费支出（元）", twoValues)}}),
            ProblemCode::TablesDiffer),
        ElementsAre("人均可支配收入, 人均消费支出: 农村居民家庭人均收支, 城镇居民家庭人均收支"));
    EXPECT_THAT(
        warningsOf(importOf({{"a.csv", page("户籍人口（2016年）", "总人口,城镇人口", twoValues)},
                             {"b.csv", page("常住人口（2017年）", "总人口,城镇人口", twoValues)}}),
                   ProblemCode::TablesDiffer),
        ElementsAre("城镇人口, 总人口: 常住人口, 户籍人口"));
}

TEST(TableSubjects, OfTheSameTableInOtherWordsAreNot) {
    EXPECT_THAT(
        warningsOf(
            importOf({{"a.csv", page("2-1 人口状况（2016年）", "年末总人口,人口密度", twoValues)},
                      {"b.csv",
                       page("2-3 各市人口主要指标（2017年）", "年末总人口,人口密度", twoValues)}}),
            ProblemCode::TablesDiffer),
        IsEmpty());
    EXPECT_THAT(
        warningsOf(
            importOf({{"a.csv", page("2-1 综合（2016年）", "财政收入,工资总额", twoValues)},
                      {"b.csv", page("2-9 财政（2017年）", "财政收入,工资总额", twoValues)}}),
            ProblemCode::TablesDiffer),
        IsEmpty());
}

// 2006.csv and 副本2007.csv, a file a province, a sheet's own words: no titles that differ.
TEST(TableSubjects, OfNamesAndPlacesAreNone) {
    const std::string table = "城市,第一产业,小学\n石家庄市,9,5\n唐山市,8,4\n邯郸市,7,3\n";
    EXPECT_THAT(warningsOf(importOf({{"Data_2006.csv", table}, {"2008年鉴.csv", table}}),
                           ProblemCode::TablesDiffer),
                IsEmpty());
    EXPECT_THAT(
        warningsOf(
            importOf(
                {{"a.csv", page("河北省各市地区生产总值（2015年）", "第一产业,小学", twoValues)},
                 {"b.csv", page("江苏省各市地区生产总值（2016年）", "第一产业,小学", twoValues)}}),
            ProblemCode::TablesDiffer),
        IsEmpty());
}

TEST(TableSubjects, OfOneSectionOfRowsAreOfThat) {
    const auto turned = [](const std::string& year, const std::string& section) {
        return "教育（" + year + "年）,,,\n指标,石家庄市,唐山市,秦皇岛市\n" + section +
               ",,,\n学校数(所),50,49,44\n";
    };
    EXPECT_THAT(warningsOf(importOf({{"a.csv", turned("2015", "普通高等学校")},
                                     {"b.csv", turned("2016", "普通中学")}}),
                           ProblemCode::TablesDiffer),
                ElementsAre("学校数: 教育普通中学, 教育普通高等学校"));
}

TEST(TableSubjects, OfAContinuationIsNotThatOfItsFile) {
    EXPECT_THAT(warningsOf(importOf({{"abc.csv", page("教育（2016年）", "小学,中学", twoValues) +
                                                     "续表\n城市,小学,中学\n邯郸市,1,2\n"}}),
                           ProblemCode::TablesDiffer),
                IsEmpty());
}

TEST(TableSubjects, OfPartsOfTwoPlacesThatShareNamesAreTold) {
    const auto parts = [](const std::string& title, const std::string& own) {
        return title + "\n区,GDP\n全市,9\n鼓楼区,4\n" + own + ",5\n";
    };
    EXPECT_THAT(warningsOf(importOf({{"a.csv", parts("南京市各区主要指标（2015年）", "玄武区")},
                                     {"b.csv", parts("徐州市各区主要指标（2016年）", "云龙区")}}),
                           ProblemCode::TablesDiffer),
                ElementsAre(": 徐州市, 南京市"));
}

// Nothing in the files says the unit of measure.
TEST(TableLevels, OfQuiteAnotherSizeAreTold) {
    const std::vector<std::string> yuan{"56603000,717", "24573000,384", "13653000,376"};
    const std::vector<std::string> more{"6213,7190000", "2699,3850000", "1386,3770000"};
    const std::string heads = "地区生产总值,年末总人口";
    EXPECT_THAT(
        warningsOf(importOf({{"a.csv", page("指标（2015年）", heads, yuan)},
                             {"b.csv", page("指标（2016年）", heads, more)}}),
                   ProblemCode::LevelsDiffer),
        ElementsAre("地区生产总值: 1/9100, a.csv, a.csv", "年末总人口: 10000, a.csv, a.csv"));
    EXPECT_THAT(warningsOf(importOf({{"a.csv", page("指标（2015年）", heads, yuan)},
                                     {"b.csv", page("指标（2016年）", heads, yuan)}}),
                           ProblemCode::LevelsDiffer),
                IsEmpty());
}

TEST(TableSubjects, NameHeadingsThatSayNoVariable) {
    const auto names = [](const std::string& title, const std::string& headings) {
        return variablesOf(importOf({{"a.csv", page(title, headings, twoValues)}}).panel);
    };
    EXPECT_THAT(names("商品房销售面积（2016年）", "合计,住宅"),
                ElementsAre("商品房销售面积_合计", "商品房销售面积_住宅"));
    EXPECT_THAT(names("地区生产总值（2016年）", "总量,增速(%)"),
                ElementsAre("地区生产总值_总量", "地区生产总值_增速"));
    EXPECT_THAT(names("专利申请量（2016年）", "合计,发明"),
                ElementsAre("专利申请量_合计", "专利申请量_发明"));
    const auto ofFile =
        importOf({{"2014年人均可支配收入.csv", "城市,城镇,农村\n石家庄市,9,5\n唐山市,8,4\n"}});
    EXPECT_THAT(variablesOf(ofFile.panel),
                ElementsAre("人均可支配收入_城镇", "人均可支配收入_农村"));
}

TEST(TitleScope, IsReadInManyForms) {
    for (const char* title :
         {"财政收支（市 辖 区）", "财政收支（市区）", "财政收支—市辖区", "各城市市辖区财政收支",
          "财政收支[市辖区]", "财政收支（市辖区（不含县））", "财政收支（不包括市辖县）",
          "财政收支(2014年 市 区)", "财政收支——不包括市辖县", "财政收支（不包括市辖县，下同）",
          "城市市区财政收支"}) {
        EXPECT_EQ(scopeInTitle(title), "市辖区") << title;
    }
    EXPECT_EQ(scopeInName("财政-市区-2015"), "市辖区");
    EXPECT_EQ(scopeInName("市 辖 区"), "市辖区");
    EXPECT_EQ(scopeInTitle("市区道路面积"), "");
}

TEST(UnitOfNotes, IsThatOfATableThatSaysNoOther) {
    const auto unit = [](const std::string& text) {
        return importOf({{"a_2015.csv", text}}).panel.find("财政收入")->unitOfMeasure();
    };
    const std::string table = page("财政", "财政收入,财政支出", twoValues);
    EXPECT_EQ(unit(table + "注：本表单位为亿元。,,\n"), "亿元");
    EXPECT_EQ(
        unit(page("财政 单位：万元", "财政收入,财政支出", twoValues) + "注：本表单位为亿元。,,\n"),
        "万元");
}

// Sheets of any name: what years across are of is in the names of the files.
TEST(TableSubjects, OfFilesTellYearsAcrossApart) {
    const auto book = [](const std::string& file, const std::string& sheetName, const char* year) {
        Workbook made{.fileName = file};
        Sheet sheet(sheetName);
        sheet.setText(0, 0, "城市");
        sheet.setText(0, 1, year);
        sheet.setText(0, 2, std::to_string(std::stoi(year) + 1));
        for (std::size_t row = 1; row < 4; ++row) {
            sheet.setText(row, 0,
                          std::vector<std::string>{"石家庄市", "唐山市", "邯郸市"}[row - 1]);
            sheet.setNumber(row, 1, 50 + static_cast<double>(row));
            sheet.setNumber(row, 2, 60 + static_cast<double>(row));
        }
        made.sheets.push_back(std::move(sheet));
        return made;
    };
    NoProgress progress;
    for (const std::string name : {"年度数据", "Worksheet", "result", "线性插值"}) {
        std::vector<Workbook> books;
        books.push_back(book("地区生产总值.xlsx", name, "2012"));
        books.push_back(book("年末总人口.xlsx", name, "2014"));
        const auto result = readPanel(books, detectPlan(books), true, progress);
        ASSERT_TRUE(result) << name;
        const bool isTold = !warningsOf(*result, ProblemCode::TablesDiffer).empty();
        EXPECT_TRUE(isTold || result->panel.find("年末总人口") != nullptr) << name;
    }
}

// A line among the rows that says another year is not passed over without a word.
TEST(YearLines, OfAnotherYearAreTold) {
    EXPECT_THAT(
        warningsOf(importOf({{"a.csv", page("2-1 各市财政（2014年）", "财政收入", {"1", "2", "3"}) +
                                           "3-1 各市（2015年）,\n邯郸市,4\n保定市,5\n"}}),
                   ProblemCode::PeriodMissing),
        ElementsAre(": 2015, 2014"));
    EXPECT_THAT(
        warningsOf(
            importOf(
                {{"a.csv", "主要指标（2014年）,,,\n指标,石家庄市,唐山市,秦皇岛市\n财政收入,1,2,3\n"
                           "2015年,,,\n财政支出,4,5,6\n"}}),
            ProblemCode::PeriodMissing),
        ElementsAre(": 2015, 2014"));
}

} // namespace
} // namespace citypanel::sheets
