// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of steps: every kind, field and option has words in both languages.
#include "core/text/step_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

namespace citypanel::text {
namespace {

constexpr std::array languages{Language::English, Language::Chinese};

bool isAscii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

TEST(StepText, EveryKindHasATitleAndASentence) {
    for (const std::string_view id : recipe::stepIds()) {
        const auto step = recipe::stepOfId(id);
        ASSERT_TRUE(step) << id;
        EXPECT_NE(stepTitle(id, Language::English), id);
        EXPECT_FALSE(isAscii(stepTitle(id, Language::Chinese))) << id;
        for (const Language language : languages) {
            EXPECT_FALSE(stepSentence(*step, language).empty()) << id;
        }
    }
}

TEST(StepText, EveryFieldHasALabelInBothLanguages) {
    for (const std::string_view id : recipe::stepIds()) {
        std::visit(
            [&](const auto& known) {
                if constexpr (recipe::KnownStep<std::decay_t<decltype(known)>>) {
                    visitFields(known, [&](std::string_view field, const auto&) {
                        EXPECT_NE(fieldLabel(field, Language::English), field) << id;
                        EXPECT_FALSE(isAscii(fieldLabel(field, Language::Chinese)))
                            << id << ' ' << field;
                    });
                }
            },
            *recipe::stepOfId(id));
    }
}

TEST(StepText, SaysTheParameters) {
    recipe::WinsoriseStep step;
    step.variables = {ColumnName("gdp"), ColumnName("fdi")};
    EXPECT_EQ(stepSentence(step, Language::English),
              "Winsorises gdp and fdi at 1% and 99% of all rows.");
    EXPECT_EQ(stepSentence(step, Language::Chinese),
              "对 gdp 和 fdi 在 1% 和 99% 处缩尾（全样本）。");
}

TEST(StepText, SaysTheFirstNamesOfManyWhereRoomIsShort) {
    recipe::DropStep step;
    for (const char* name : {"a", "b", "c", "d", "e"}) {
        step.variables.emplace_back(name);
    }
    EXPECT_EQ(stepSentence(step, Language::English, 3), "Drops a, b, c and 2 more.");
    EXPECT_EQ(stepSentence(step, Language::Chinese, 3), "删除 a、b、c 等 5 项。");
    EXPECT_EQ(stepSentence(step, Language::English, 4), "Drops a, b, c, d and e.");
    EXPECT_EQ(stepSentence(step, Language::English), "Drops a, b, c, d and e.");
}

TEST(StepText, SaysWhereAValueWasRead) {
    const Origin origin{
        .kind = OriginKind::Observed, .file = "a.xlsx", .sheet = "2016", .row = 16, .column = 1};
    EXPECT_EQ(originSentence(origin, Language::English), "Read from a.xlsx, sheet 2016, cell B17.");
    EXPECT_EQ(originSentence(origin, Language::Chinese), "读自 a.xlsx，工作表“2016”，单元格 B17。");
}

} // namespace
} // namespace citypanel::text
