// SPDX-License-Identifier: GPL-3.0-or-later
// Words of tables, phrases, numbers, names.
#include "core/study/labels.h"
#include "core/text/names.h"
#include "core/text/numbers.h"
#include "core/text/pattern.h"
#include "core/text/report_words.h"
#include "core/text/words.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace citypanel::text {
namespace {

using study::Phrase;
using study::Word;

void expectBothLanguages(const Bilingual& pattern, int key) {
    EXPECT_EQ(pattern.english.empty(), pattern.chinese.empty()) << key;
    EXPECT_EQ(namesIn(pattern.english), namesIn(pattern.chinese)) << pattern.english;
}

TEST(Words, EveryKeyHasBothLanguagesWithTheSamePlaces) {
    for (int i = 0; i <= static_cast<int>(study::lastWord); ++i) {
        const Bilingual pattern = wordPattern(static_cast<Word>(i));
        expectBothLanguages(pattern, i);
        // The first five are made of their parts.
        EXPECT_EQ(pattern.english.empty(), i <= static_cast<int>(Word::Product)) << i;
    }
    for (int i = 0; i <= static_cast<int>(lastTableWord); ++i) {
        const Bilingual pattern = tableWordPattern(static_cast<TableWord>(i));
        expectBothLanguages(pattern, i);
        EXPECT_FALSE(pattern.english.empty()) << i;
    }
    for (int i = 0; i <= static_cast<int>(lastReportWord); ++i) {
        const Bilingual pattern = reportWordPattern(static_cast<ReportWord>(i));
        expectBothLanguages(pattern, i);
        EXPECT_FALSE(pattern.english.empty()) << i;
    }
}

TEST(Words, ChineseHasNoHalfWidthPunctuationAmongItsCharacters) {
    for (int i = 0; i <= static_cast<int>(study::lastWord); ++i) {
        const std::string_view chinese = wordPattern(static_cast<Word>(i)).chinese;
        for (std::size_t at = 1; at < chinese.size(); ++at) {
            const bool afterChinese = static_cast<unsigned char>(chinese[at - 1]) >= 0x80;
            EXPECT_FALSE(afterChinese &&
                         std::string_view(",;:?").find(chinese[at]) != std::string_view::npos)
                << chinese;
        }
    }
}

TEST(Say, FixedEffectsOfKnownAndOwnGroups) {
    const Phrase city{.word = Word::Group, .own = "city"};
    const Phrase own{.word = Word::Group, .own = "zone_id"};
    const Phrase both =
        study::phrase(Word::Product, {Phrase{.word = Word::Group, .own = "province"},
                                      Phrase{.word = Word::Group, .own = "year"}});
    const auto effect = [](const Phrase& group) {
        return study::phrase(Word::FixedEffect, {group});
    };
    EXPECT_EQ(say(effect(city), Language::Chinese), "城市固定效应");
    EXPECT_EQ(sayCapitalised(effect(city), Language::English), "City fixed effects");
    EXPECT_EQ(sayCapitalised(effect(own), Language::English), "zone_id fixed effects");
    EXPECT_EQ(say(effect(both), Language::Chinese), "省份×年份固定效应");
    EXPECT_EQ(sayCapitalised(effect(both), Language::English), "Province × year fixed effects");
}

TEST(Say, KnownGroupsAreTranslatedFromEitherLanguage) {
    EXPECT_EQ(say(Phrase{.word = Word::Group, .own = "城市"}, Language::English), "city");
}

TEST(Say, ClusteredErrorsNameTheirClustersAndNumbers) {
    const auto cluster = [](const char* name, std::size_t count) {
        return study::phrase(Word::ClusterWithCount,
                             {Phrase{.word = Word::Group, .own = name}, study::number(count)});
    };
    const Phrase errors =
        study::phrase(Word::ErrorsClustered,
                      {study::phrase(Word::List, {cluster("city", 1242), cluster("year", 12)})});
    EXPECT_EQ(say(errors, Language::Chinese),
              "聚类到城市层面（G = 1,242）和年份层面（G = 12）的稳健标准误");
    EXPECT_EQ(say(errors, Language::English),
              "standard errors clustered by city (G = 1,242) and year (G = 12)");
}

TEST(Listed, JoinsAsTheLanguageDoes) {
    EXPECT_EQ(listed({"a"}, Language::English), "a");
    EXPECT_EQ(listed({"a", "b", "c"}, Language::English), "a, b and c");
    EXPECT_EQ(listed({"甲", "乙", "丙"}, Language::Chinese), "甲、乙和丙");
    EXPECT_EQ(listed({}, Language::Chinese), "");
}

TEST(Numbers, RealMinusSignAndNoNegativeZero) {
    EXPECT_EQ(fixedNumber(-0.0574, 3), "\u22120.057");
    EXPECT_EQ(fixedNumber(-0.0004, 3), "0.000");
    EXPECT_EQ(fixedNumber(-0.0004, 3, SignOfZeros::Kept), "\u22120.000");
    EXPECT_EQ(fixedNumber(-0.0, 3, SignOfZeros::Kept), "0.000");
    EXPECT_EQ(groupedNumber(-0.0001, 2, SignOfZeros::Kept), "\u22120.00");
    EXPECT_EQ(groupedNumber(0.0001, 2, SignOfZeros::Kept), "0.00");
    EXPECT_EQ(fixedNumber(2.0, 0), "2");
    EXPECT_EQ(fixedNumber(std::nan(""), 3), "");
    EXPECT_EQ(fixedNumber(-std::numeric_limits<double>::infinity(), 3), "\u2212∞");
    EXPECT_EQ(fixedNumber(1e22, 1), "10000000000000000000000.0");
}

TEST(Numbers, ThousandsAndPercent) {
    EXPECT_EQ(wholeNumber(2904), "2,904");
    EXPECT_EQ(wholeNumber(1234567), "1,234,567");
    EXPECT_EQ(wholeNumber(-12), "\u221212");
    EXPECT_EQ(wholeNumber(0), "0");
    EXPECT_EQ(percentage(0.1), "10%");
    EXPECT_EQ(percentage(0.001), "0.1%");
    EXPECT_EQ(percentage(0.95), "95%");
}

TEST(Names, CovarianceInBothLanguages) {
    EXPECT_EQ(
        describe(CovarianceSpec{.kind = CovarianceKind::Cluster, .clusters = {"city", "year"}},
                 Language::Chinese),
        "聚类到城市层面和年份层面的稳健标准误");
    EXPECT_EQ(describe(CovarianceSpec{.kind = CovarianceKind::DriscollKraay, .lags = 1},
                       Language::English),
              "Driscoll–Kraay standard errors (1 lag)");
    EXPECT_EQ(describe(CovarianceSpec{.kind = CovarianceKind::Hc1}, Language::English),
              "robust (HC1) standard errors");
}

TEST(Names, StepReports) {
    recipe::StepReport report;
    report.variables.push_back({.variable = "gdp", .filled = 1, .clipped = 1200});
    report.rowsBefore = 10;
    report.rowsAfter = 7;
    EXPECT_EQ(describe(report, Language::English),
              "1 gap filled, 1,200 values winsorised, 3 rows removed");
    EXPECT_EQ(describe(report, Language::Chinese), "插补 1 个缺失值，缩尾 1,200 个值，剔除 3 行");
    EXPECT_EQ(describe(recipe::StepReport{}, Language::Chinese), "没有改动");
    report = {};
    report.variables.push_back({.variable = "gdp", .corrected = 1});
    EXPECT_EQ(describe(report, Language::English), "1 value corrected");
}

TEST(Words, SmallPValuesAreNotZero) {
    EXPECT_EQ(say(study::pValuePhrase(0.0004), Language::English), "< 0.001");
    EXPECT_EQ(say(study::pValuePhrase(0.179), Language::Chinese), "= 0.179");
}

TEST(Words, TermsOfVariablesAreSaidByTheirLabels) {
    const std::vector<std::string> cities{"a"};
    const auto panel = Panel::create(
        {"city", "year"},
        {Variable::text("city", cities), Variable::numeric("year", {2011.0}),
         Variable::numeric("x", {1.0}).withLabel("income"), Variable::numeric("z", {1.0})});
    ASSERT_TRUE(panel);
    const auto said = [&panel](const char* name, Language language) {
        return say(study::variablePhrase(*panel, name), language);
    };
    EXPECT_EQ(said("x:z", Language::English), "income × z");
    EXPECT_EQ(said("lag(x,2)", Language::English), "income, lagged 2 periods");
    EXPECT_EQ(said("lag(x,1)", Language::Chinese), "income（滞后1期）");
    EXPECT_EQ(said("log(x)", Language::English), "log(x)");
    EXPECT_EQ(said("i(z,x):x", Language::English), "i(z,x):x");
}

} // namespace
} // namespace citypanel::text
