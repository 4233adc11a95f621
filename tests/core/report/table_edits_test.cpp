// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of tables, built-in styles, and choices of style as every format prints them.
#include "core/report/render.h"
#include "core/report/report_plan.h"
#include "core/report/table_edits.h"
#include "core/report/typeset.h"
#include "sample_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::sampleTable;
using text::Language;

std::vector<std::string> keysOf(const study::Table& table) {
    std::vector<std::string> keys;
    for (const study::Row& row : table.rows) {
        keys.push_back(row.key);
    }
    return keys;
}

TEST(TableEdits, NothingEditedIsTheTable) {
    const study::Table before = sampleTable();
    const study::Table after = withEdits(sampleTable(), {}, {}, Language::English);
    EXPECT_EQ(renderJson({&after, 1}, {}), renderJson({&before, 1}, {}));
}

TEST(TableEdits, RowsAreOrderedAndLeftOut) {
    const TableEdits edits{.order = {"nobs", "absent", "term:econ"},
                           .hidden = {"fe:city", "kp_rk_wald_f", "none"}};
    EXPECT_THAT(keysOf(withEdits(sampleTable(), edits, {}, Language::English)),
                ElementsAre("nobs", "term:econ", "term:nqp", "within_r_squared"));
}

TEST(TableEdits, LabelsAreOfTheLanguageOrOfTheOther) {
    TableEdits edits{.title = {.en = "Baseline", .zh = "基准回归"}};
    edits.columns["2"] = {.en = "Synergy", .zh = {}};
    edits.groups["1"] = {.en = {}, .zh = "全样本"};
    edits.note = {.en = "Own note.", .zh = {}};
    const Labels labels{{"nqp", {.en = "Productive forces", .zh = "新质生产力"}}};
    const study::Table table = withEdits(sampleTable(), edits, labels, Language::Chinese);
    EXPECT_EQ(table.title.own, "基准回归");
    EXPECT_EQ(table.rows[0].label.own, "新质生产力");
    EXPECT_EQ(table.rows[1].label.own, "Econ_1");
    EXPECT_EQ(table.columns[1].title.own, "Synergy");
    EXPECT_EQ(table.columns[0].group.own, "全样本");
    EXPECT_EQ(table.columns[1].group.own, "基准");
    TableStyle style;
    style.explains = false;
    EXPECT_THAT(renderText({&table, 1}, style).toStdString(), HasSubstr("Own note."));
}

TEST(TableEdits, AVariableHasOneLabelInAllTables) {
    EXPECT_EQ(labelKeyOf("term:gdp"), "gdp");
    EXPECT_EQ(labelKeyOf("variable:gdp"), "gdp");
    EXPECT_EQ(labelKeyOf("nobs"), "nobs");
}

TEST(TableStyles, InferenceStandsBesideWhereAsked) {
    TableStyle style;
    style.placement = Placement::Beside;
    const TypesetTable table = typeset(sampleTable(), style);
    EXPECT_EQ(table.body[0].cells[1].text(), "0.563*** (0.074)");
    EXPECT_EQ(table.body[1].cells[2].text(), "0.009** (0.004)");
    EXPECT_FALSE(table.body[1].isSecond());
}

TEST(TableStyles, NumbersStayNumbersWhereInferenceStandsBeside) {
    const study::Table table = sampleTable();
    TableStyle style;
    style.placement = Placement::Beside;
    EXPECT_THAT(renderCsv({&table, 1}, style).toStdString(), HasSubstr("std_error,0.074"));
}

TEST(TableStyles, RowsOfEffectsAndTestsMayBeLeftOut) {
    TableStyle style;
    style.listsEffects = false;
    style.listsTests = false;
    const study::Table table = sampleTable();
    const std::string text = renderText({&table, 1}, style).toStdString();
    EXPECT_THAT(text, Not(HasSubstr("fixed effects")));
    EXPECT_THAT(text, Not(HasSubstr("Kleibergen")));
}

TEST(TableStyles, CaptionsAsTheStyleHasThem) {
    TableStyle style;
    EXPECT_EQ(typeset(sampleTable(), style).caption(), "Table 1  Regression results: Coor");
    style.captions = CaptionStyle::Colon;
    EXPECT_EQ(typeset(sampleTable(), style).caption(), "Table 1: Regression results: Coor");
    style.language = Language::Chinese;
    EXPECT_EQ(typeset(sampleTable(), style).caption(), "表1：回归结果：Coor");
    style.captions = CaptionStyle::Dash;
    EXPECT_EQ(typeset(sampleTable(), style).caption(), "表1—回归结果：Coor");
}

TEST(TableStyles, BuiltInOnesKeepTheLanguageUnlessTheyHaveOne) {
    TableStyle current{.language = Language::Chinese};
    current.firstNumber = 4;
    for (const NamedStyle& style : builtInStyles()) {
        const TableStyle chosen = applied(style, current);
        EXPECT_EQ(chosen.language,
                  style.name == "three_line_en" ? Language::English : Language::Chinese)
            << style.name;
        EXPECT_EQ(chosen.firstNumber, 4) << style.name;
    }
    EXPECT_TRUE(builtInStyles()[2].style.stars.empty());
}

TEST(ReportPlan, FindsAndMakesItems) {
    ReportPlan plan;
    EXPECT_EQ(std::as_const(plan).find("s1", "regression"), nullptr);
    plan.at("s1", "regression").isIncluded = false;
    EXPECT_EQ(plan.items.size(), 1U);
    EXPECT_FALSE(plan.at("s1", "regression").isIncluded);
}

} // namespace
} // namespace citypanel::report
