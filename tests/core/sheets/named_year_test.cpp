// SPDX-License-Identifier: GPL-3.0-or-later
// Years in names of files and sheets and in titles: the data's, a book's, that of printing.
#include "core/sheets/import.h"
#include "core/sheets/layout.h"
#include "core/sheets/named_year.h"
#include "core/sheets/read_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;

struct YearCase {
    std::string text;
    std::int64_t data; ///< the year of its data; 0: to be asked
};

TEST(NamedYear, OfAFileIsThatOfTheDataOrOneAfterIt) {
    const std::vector<YearCase> cases{
        {"pop_2013.xlsx", 2013},
        {"城市数据2013.xlsx", 2013},
        {"2013年人口.xlsx", 2013},
        {"人口2013-06-01.xlsx", 2013},
        {"城市人口(2018.6.1更新).xlsx", 0},
        {"城市人口2018年6月更新.xlsx", 0},
        {"2018更新版_城市人口2017.xlsx", 2017},
        {"2018年更新改造投资.xlsx", 2018},
        {"2013年鉴.xlsx", 2012},
        {"2013中国统计摘要.xlsx", 2012},
        {"中国城市统计年鉴2013.xlsx", 2012},
        {"中国城市统计年鉴－2013.xlsx", 2012},
        {"2013年中国城市统计年鉴.xlsx", 2012},
        {"年鉴２０１３.xlsx", 2012},
        {"2013統計年鑒.xlsx", 2012},
        {"统计年鑑2013.xlsx", 2012},
        {"China_Statistical_Year_Book_2013.xlsx", 2012},
        {"City Year-Book 2013.xlsx", 2012},
        {"2013 year book.xlsx", 2012},
        {"Yearbook_2018.csv", 2017},
        {"年鉴_人口_2013.xlsx", 2012},
        {"China City Statistical Yearbook 2013 (data 2012).xlsx", 2012},
        {"河北经济年鉴2013（2012年）.xlsx", 2012},
        {"年鉴2013_2012年数据.xlsx", 2012},
        {"data2012_yearbook2013.xlsx", 2012},
        {"年鉴2013(2012).xlsx", 2012},
        {"2013年鉴_note2012.xlsx", 0},
        {"年鉴2012和2013.xlsx", 0},
        {"2012-2013年鉴.xlsx", 0},
        {"城市数据2000-2013.xlsx", 0},
        {"gdp 2010, 2012.xlsx", 0},
        {"296个地级市GDP（以2000年为基期）.xlsx", 0},
        {"2013年GDP（2000年不变价）.xlsx", 2013},
        {"2019年鉴(2018年数据).xlsx", 2018},
        {"2019年统计年鉴（2018年数据）.xlsx", 2018},
        {"城市统计年鉴2019数据.xlsx", 2018},
        {"中国城市统计年鉴2019-2018年数据.xlsx", 2018},
        {"12013.xlsx", 0},
        {"1899.xlsx", 0},
        {"a.csv", 0},
    };
    for (const YearCase& expected : cases) {
        EXPECT_EQ(namedYear(expected.text, NamedBy::File).ofData(), expected.data) << expected.text;
    }
}

TEST(NamedYear, OfATitleIsThatOfTheDataUnlessABookHasIt) {
    const std::vector<YearCase> cases{
        {"2-1 人口(2012年)", 2012},
        {"2-1 人口（2012）", 2012},
        {"（2017年末数，截至2018年3月）", 2017},
        {"2017年人口，截至2018年3月", 2017},
        {"截至2018年底人口", 2018},
        {"2012年末人口", 2012},
        {"Population 2010", 2010},
        {"中国城市统计年鉴 2013", 2012},
        {"《中国城市统计年鉴》（2013）", 2012},
        {"China City Statistical Yearbook 2013", 2012},
        {"资料来源：中国城市统计年鉴2013，中国统计出版社2014年1月", 2012},
        {"中国统计出版社2014年1月", 0},
        {"2014年出版", 0},
        {"中国城市统计年鉴2013 2-1 人口(2012年)", 2012},
        {"2011年人口，资料来源：中国城市统计年鉴2013", 2011},
        {"2012年人口 资料来源：中国城市统计年鉴", 2012},
        {"人口 (2010-2012)", 0},
        {"2012年与2011年比较", 0},
        {"年鉴2010", 2009},
        {"2010年", 2010},
    };
    for (const YearCase& expected : cases) {
        EXPECT_EQ(namedYear(expected.text, NamedBy::Text).ofData(), expected.data) << expected.text;
    }
}

TEST(NamedYear, SaysThatSeveralYearsLeaveItOpen) {
    EXPECT_TRUE(namedYear("2013年鉴_note2012.xlsx", NamedBy::File).hasSeveral);
    EXPECT_TRUE(namedYear("2012年与2011年比较", NamedBy::Text).hasSeveral);
    EXPECT_FALSE(namedYear("年鉴_人口_2013.xlsx", NamedBy::File).hasSeveral);
    EXPECT_FALSE(namedYear("2013年鉴.xlsx", NamedBy::File).hasSeveral);
    EXPECT_FALSE(namedYear("a.csv", NamedBy::File).hasSeveral);
    EXPECT_EQ(namedYear("2013年鉴.xlsx", NamedBy::File).book, 2013);
    EXPECT_TRUE(namedYear("年鉴2013_2012年数据.xlsx", NamedBy::File).isMarked);
}

Sheet pageNamed(const std::string& name) {
    Sheet sheet(name);
    sheet.setText(0, 0, "城市");
    sheet.setText(0, 1, "人口");
    const std::vector<std::string> cities{"北京市", "天津市", "石家庄市"};
    for (std::size_t i = 0; i < cities.size(); ++i) {
        sheet.setText(i + 1, 0, cities[i]);
        sheet.setNumber(i + 1, 1, 5.5 + static_cast<double>(i));
    }
    return sheet;
}

/// The period and rule of each sheet of a workbook of pages of those names.
std::vector<SheetImport> pagesOf(const std::string& file, const std::vector<std::string>& names) {
    std::vector<Workbook> workbooks(1);
    workbooks[0].fileName = file;
    workbooks[0].format = FileFormat::Xlsx;
    for (const std::string& name : names) {
        workbooks[0].sheets.push_back(pageNamed(name));
    }
    return detectPlan(std::span<const Workbook>(workbooks)).sheets;
}

std::vector<std::int64_t> periodsOf(const std::string& file,
                                    const std::vector<std::string>& names) {
    std::vector<std::int64_t> periods;
    for (const SheetImport& entry : pagesOf(file, names)) {
        periods.push_back(periodOfSheet(entry.layout, entry.file, entry.sheet));
    }
    return periods;
}

TEST(SheetYears, WinOverThatOfTheFileWhereSheetsHaveDifferentOnes) {
    for (const char* file : {"城市数据2013.xlsx", "2013年鉴.xlsx", "城市数据2000-2013.xlsx",
                             "城市数据2013版.xlsx", "data.xlsx"}) {
        EXPECT_THAT(periodsOf(file, {"2010", "2011年", "2012"}), ElementsAre(2010, 2011, 2012))
            << file;
    }
    EXPECT_THAT(periodsOf("a.xlsx", {"年鉴2010", "年鉴2011"}), ElementsAre(2009, 2010));
    EXPECT_THAT(periodsOf("城市数据2013.xlsx", {"人口", "工资"}), ElementsAre(2013, 2013));
    EXPECT_THAT(periodsOf("城市数据2013.xlsx", {"2010", "2011", "汇总"}),
                ElementsAre(2010, 2011, 0)); // of no year, as the file's is that of none of them
}

TEST(SheetYears, OfTheOnlySheetWinAndAreDoubtfulWhereTheFileSaysAnother) {
    const Layout other = pagesOf("人口2016.xlsx", {"2015年"})[0].layout;
    EXPECT_EQ(other.periodRule, PeriodRule::SheetName);
    EXPECT_TRUE(other.isPeriodGuessed);
    EXPECT_THAT(periodsOf("人口2016.xlsx", {"2015年"}), ElementsAre(2015));
    EXPECT_THAT(periodsOf("人口2016.xlsx", {"2015年人口", "2015年GDP"}), ElementsAre(2015, 2015));
    EXPECT_FALSE(pagesOf("人口2016.xlsx", {"2016年"})[0].layout.isPeriodGuessed);
    for (const char* sheet : {"2015", "2016"}) { // the year of the data, and of the book
        EXPECT_THAT(periodsOf("2016年鉴.xlsx", {sheet}), ElementsAre(2015)) << sheet;
        EXPECT_FALSE(pagesOf("2016年鉴.xlsx", {sheet})[0].layout.isPeriodGuessed) << sheet;
    }
}

TEST(YearsAcross, StandOverSeveralNamesOrHaveTwoDigits) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(*readWorkbook("城市,2012年,,2013年,\n,GDP(亿元),人口,GDP(亿元),人口\n"
                                      "北京市,1,2,3,4\n天津市,5,6,7,8\n石家庄市,9,1,2,3\n",
                                      "pair.csv", progress));
    const auto pair = readPanel(workbooks, detectPlan(workbooks), false, progress);
    ASSERT_TRUE(pair) << problemCodeName(pair.error().code);
    EXPECT_THAT(pair->panel.distinctPeriods(), ElementsAre(2012, 2013));
    EXPECT_THAT(pair->panel.find("GDP")->numbers(), ElementsAre(1, 3, 5, 7, 9, 2));
    EXPECT_THAT(pair->panel.find("人口")->numbers(), ElementsAre(2, 4, 6, 8, 1, 3));
    EXPECT_EQ(pair->panel.find("GDP")->unitOfMeasure(), "亿元");
    workbooks.clear();
    workbooks.push_back(*readWorkbook(
        "城市,98年,99年,11年\n北京市,1,2,3\n天津市,5,6,7\n石家庄市,9,1,2\n", "gdp.csv", progress));
    const auto digits = readPanel(workbooks, detectPlan(workbooks), false, progress);
    ASSERT_TRUE(digits) << problemCodeName(digits.error().code);
    EXPECT_THAT(digits->panel.distinctPeriods(), ElementsAre(1998, 1999, 2011));
    EXPECT_EQ(digits->panel.find("gdp")->numbers()[2], 3.0);
}

TEST(SheetYears, OfAYearbookAreDoubtfulUnlessTheBookIsYounger) {
    EXPECT_TRUE(pagesOf("城市统计年鉴.xlsx", {"2010", "2011"})[0].layout.isPeriodGuessed);
    EXPECT_TRUE(pagesOf("2012年鉴.xlsx", {"2011", "2012"})[0].layout.isPeriodGuessed);
    EXPECT_FALSE(pagesOf("2013年鉴.xlsx", {"2011", "2012"})[0].layout.isPeriodGuessed);
    EXPECT_FALSE(pagesOf("城市数据2013.xlsx", {"2011", "2012"})[0].layout.isPeriodGuessed);
}

Layout layoutOf(const std::string& text, const std::string& file) {
    NoProgress progress;
    const Workbook workbook = *readWorkbook(QByteArray::fromStdString(text), file, progress);
    return detectLayout(workbook.sheets[0], file).layout;
}

TEST(TitleYear, StatesTheDataAndABookTheYearBefore) {
    const std::string table = "城市,人口\n北京市,5\n天津市,4\n石家庄市,3\n";
    const std::vector<std::pair<std::string, std::int64_t>> titles{
        {"2-1 人口(2012年)", 2012},
        {"中国城市统计年鉴2013", 2012},
        {"2013年版 2-1 人口", 2012},
        {"资料来源：中国城市统计年鉴2013，中国统计出版社2014年1月", 2012},
        {"中国城市统计年鉴2013\n2-1 人口（2011年）", 2011},
        {"2-1 人口\n2011年  单位：万人", 2011},
        {"2-1 人口\n注：2010年起口径调整", 2013}, // a note is not asked, the file is
        {"2-1 人口", 2013},
    };
    for (const auto& [title, period] : titles) {
        const Layout layout = layoutOf(title + "\n" + table, "pop_2013.csv");
        EXPECT_EQ(periodOfSheet(layout, "pop_2013.csv", "pop_2013.csv"), period) << title;
    }
    EXPECT_EQ(layoutOf("2-1 人口(2012年)\n" + table, "2013年鉴.csv").periodRule, PeriodRule::Title);
    EXPECT_EQ(layoutOf("中国城市统计年鉴2013\n" + table, "a.csv").periodRule,
              PeriodRule::TitleLessOne);
}

// Data_2013.xlsx of the real editions is known by its columns alone: taken, and said to be a guess.
TEST(FileYear, GuessedFromTheColumnsIsMarked) {
    const std::string scoped = "城市,人口_全市,人口_市辖区\n北京市,5,1\n天津市,4,2\n石家庄市,3,3\n";
    EXPECT_TRUE(layoutOf(scoped, "人口2013.csv").isPeriodGuessed);
    EXPECT_EQ(layoutOf(scoped, "人口2013.csv").periodRule, PeriodRule::FileNameLessOne);
    EXPECT_FALSE(layoutOf(scoped, "2013年鉴.csv").isPeriodGuessed);
    EXPECT_EQ(layoutOf(scoped, "年鉴2013（2012年）.csv").periodRule, PeriodRule::FileName);
}

TEST(NamedYear, OfACensusThatDataRestOnAndOfMakingATableAreNone) {
    for (const char* title : {"根据2010年第六次人口普查调整的地区生产总值", "印刷日期 2014年5月",
                              "依据2008年经济普查修订", "导出时间：2015-03-01"}) {
        EXPECT_EQ(namedYear(title, NamedBy::Text).ofData(), 0) << title;
    }
    EXPECT_EQ(namedYear("2010年第六次人口普查资料", NamedBy::Text).data, 2010);
    EXPECT_EQ(namedYear("统计局发布2013年GDP", NamedBy::Text).data, 2013);
    EXPECT_EQ(namedYear("根据2010年人口普查推算的2012年人口", NamedBy::Text).data, 2012);
}

TEST(NamedYear, OfAPartOfAYearIsAsked) {
    for (const char* title :
         {"2017年1季度各市GDP", "2017年上半年", "各市GDP(2017年1-6月)", "2017年前三季度",
          "GDP_2017Q1", "2017年3月份", "2017年1—9月", "2017年1-2季度", "2017年一至三季度",
          "2017年四季度", "2017年前11个月", "2017年1月", "各市GDP 2017.6", "2017/06", "2017H1",
          "2017年半年报", "Jan-Jun 2017"}) {
        EXPECT_EQ(namedYear(title, NamedBy::Text).ofData(), 0) << title;
    }
    for (const char* title :
         {"各市GDP(2017年1-12月)", "2017年12月末人口", "2017年第一产业", "2017年三产增加值",
          "2017年一般公共预算收入", "2017年第四季度末", "2017年12月", "表2017-12"}) {
        EXPECT_EQ(namedYear(title, NamedBy::Text).data, 2017) << title;
    }
}

std::int64_t yearOfPage(const std::string& lines, const std::string& file) {
    const std::string csv = lines + "城市,人口\n北京市,5\n天津市,4\n石家庄市,3\n";
    return periodOfSheet(layoutOf(csv, file), file, file);
}

// The year of the file is not that of a quarter in it.
TEST(TitleYear, IsAskedWhereAPartOfAYearIsMeant) {
    for (const char* lines : {"2016年一季度各市主要指标\n", "各市主要指标（1-6月）\n",
                              "上半年各市主要指标\n", "2016年各市主要指标\n（上半年）\n",
                              "2016年各市主要指标\n1-9月累计\n", "2016年各市主要指标\n3月份\n"}) {
        EXPECT_EQ(yearOfPage(lines, "data_2016.csv"), 0) << lines;
    }
    for (const char* file : {"2016年一季度.csv", "2016年1-6月.csv", "2016H1.csv"}) {
        EXPECT_EQ(yearOfPage("2016年各市主要指标\n", file), 0) << file;
    }
    for (const char* lines :
         {"2016年各市主要指标（1-12月）\n", "2016年各市主要指标\n12月\n",
          "2016年各市主要指标\n注：一季度起口径调整\n", "2016年第一产业增加值\n"}) {
        EXPECT_EQ(yearOfPage(lines, "data_2016.csv"), 2016) << lines;
    }
}

TEST(SheetYears, AreAskedWhereSheetsArePartsOfAYear) {
    EXPECT_THAT(periodsOf("data_2016.xlsx", {"一季度", "1-6月", "3月", "全年"}),
                ElementsAre(0, 0, 0, 2016));
    EXPECT_THAT(periodsOf("data.xlsx", {"2015年", "2016年", "2017年1-9月"}),
                ElementsAre(2015, 2016, 0));
}

// What a title rests on, is printed by or is priced in is no year of its data.
TEST(NamedYear, OfStandardsPricesAndSourcesIsNone) {
    for (const char* title :
         {"空气质量（GB 3095-2012）", "产业分类（GB/T 4754-2011）", "地区生产总值（2000年价）",
          "按2017年行政区划", "按2011年国民经济行业分类", "按2014年汇率计算", "© 2021",
          "来源：EPS 2022", "更新至2022"}) {
        EXPECT_EQ(namedYear(title, NamedBy::Text).ofData(), 0) << title;
    }
}

TEST(TitleYear, ThatTheFileContradictsIsAGuess) {
    const std::string table = "城市,人口\n北京市,5\n天津市,4\n石家庄市,3\n";
    EXPECT_TRUE(layoutOf("2012年人口\n" + table, "2015.csv").isPeriodGuessed);
    EXPECT_FALSE(layoutOf("2014年人口\n" + table, "2015.csv").isPeriodGuessed); // of an edition
    EXPECT_FALSE(layoutOf("人口（2012年）\n" + table, "2015.csv").isPeriodGuessed);
}

// 2016.xlsx beside 中国城市统计年鉴2015.xlsx of the same table; sheets of years of which one is
// titled by the year before.
TEST(YearOfASet, IsAGuessBesideEditions) {
    NoProgress progress;
    const QByteArray table = "城市,财政收入\n石家庄市,5\n唐山市,4\n邯郸市,3\n";
    std::vector<Workbook> books;
    books.push_back(*readWorkbook(table, "中国城市统计年鉴2015.csv", progress));
    books.push_back(*readWorkbook(table, "2016.csv", progress));
    const ImportPlan plan = detectPlan(books);
    EXPECT_FALSE(plan.sheets.at(0).layout.isPeriodGuessed);
    EXPECT_TRUE(plan.sheets.at(1).layout.isPeriodGuessed);
    EXPECT_EQ(plan.sheets.at(1).layout.periodRule, PeriodRule::FileName);
    books.erase(books.begin());
    EXPECT_FALSE(detectPlan(books).sheets.at(0).layout.isPeriodGuessed);

    Workbook book{.fileName = "y.xlsx"};
    for (const char* name : {"2015", "2016"}) {
        Sheet sheet(name);
        sheet.setText(0, 0, std::string(name) == "2015" ? "2014年财政" : "财政");
        for (std::size_t row = 0; row < 4; ++row) {
            static const std::vector<std::string> cities{"城市", "石家庄市", "唐山市", "邯郸市"};
            sheet.setText(row + 1, 0, cities[row]);
            if (row == 0) {
                sheet.setText(1, 1, "财政收入");
            } else {
                sheet.setNumber(row + 1, 1, 5);
            }
        }
        book.sheets.push_back(std::move(sheet));
    }
    std::vector<Workbook> one;
    one.push_back(std::move(book));
    const ImportPlan ofSheets = detectPlan(one);
    EXPECT_EQ(ofSheets.sheets.at(0).layout.givenPeriod, 2014);
    EXPECT_EQ(ofSheets.sheets.at(1).layout.periodRule, PeriodRule::SheetName);
    EXPECT_TRUE(ofSheets.sheets.at(1).layout.isPeriodGuessed);
}

// 中国城市建设统计年鉴2016 has the data of 2016.
TEST(NamedYear, OfAYearbookOfUrbanConstructionIsThatOfItsData) {
    EXPECT_EQ(namedYear("中国城市建设统计年鉴2016.xlsx", NamedBy::File).data, 2016);
    EXPECT_EQ(namedYear("2016年城市建设统计年鉴", NamedBy::Text).data, 2016);
    EXPECT_EQ(namedYear("中国城市统计年鉴2016.xlsx", NamedBy::File).book, 2016);
}

} // namespace
} // namespace citypanel::sheets
