// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of variables, groups and levels wherever they are named.
#include "core/report/phrase_labels.h"
#include "sample_table.h"

#include <gtest/gtest.h>

namespace citypanel::report {
namespace {

using study::own;
using study::phrase;
using study::Word;
using text::Language;

const Labels& labels() {
    static const Labels all{{"nqp", {.en = "Productive forces", .zh = "新质生产力"}},
                            {"资源型城市", {.en = "Resource-based cities", .zh = "资源型城市"}},
                            {"非资源型城市", {.en = "Other cities", .zh = "非资源型城市"}},
                            {"rank", {.en = "City rank", .zh = "城市等级"}},
                            {"unused", {}}};
    return all;
}

TEST(PhraseLabels, ReplaceWholeTextsAtAnyDepth) {
    const PhraseLabels english(labels(), Language::English);
    const study::Phrase said =
        english.of(phrase(Word::PairOf, {own("资源型城市"), own("非资源型城市")}));
    EXPECT_EQ(said.arguments[0].own, "Resource-based cities");
    EXPECT_EQ(said.arguments[1].own, "Other cities");
    EXPECT_EQ(english.of(own("资源型城市的")).own, "资源型城市的");
    EXPECT_EQ(english.of(own("unused")).own, "unused");
    EXPECT_EQ(english.of(own("(2) 资源型城市")).own, "(2) Resource-based cities");
    EXPECT_EQ(english.of(own("(a) 资源型城市")).own, "(a) 资源型城市");
    EXPECT_EQ(english.of(own("kind == \"资源型城市\" and x == \"a\"")).own,
              "kind == \"Resource-based cities\" and x == \"a\"");
    const study::Phrase group{.word = Word::Group, .own = "rank"};
    EXPECT_EQ(PhraseLabels(labels(), Language::Chinese).of(group).own, "城市等级");
}

TEST(PhraseLabels, TablesTeachWhatTheirRowsStandFor) {
    study::Table table = testing::sampleTable(); // "Nqp" is the row of term nqp
    study::Figure figure{.key = "f"};
    figure.title = phrase(Word::TitleRegression, {own("Nqp")});
    figure.y.categories = {own("资源型城市")};
    figure.series = {{.name = own("Nqp"), .points = {{.label = own("非资源型城市")}}}};
    figure.notes = {{study::NoteKind::Other, own("Nqp"), {}}};
    PhraseLabels words(labels(), Language::English);
    EXPECT_EQ(words.of(figure).title.arguments[0].own, "Nqp");
    words.learn(table);
    const study::Figure after = words.of(figure);
    EXPECT_EQ(after.title.arguments[0].own, "Productive forces");
    EXPECT_EQ(after.y.categories[0].own, "Resource-based cities");
    EXPECT_EQ(after.series[0].name.own, "Productive forces");
    EXPECT_EQ(after.series[0].points[0].label.own, "Other cities");
    EXPECT_EQ(after.notes[0].text.own, "Productive forces");
}

TEST(PhraseLabels, HeadingsAndCellsOfATableHaveThem) {
    study::Table table = testing::sampleTable();
    table.columns[0].title = own("资源型城市");
    table.rows[0].cells[1] = own("非资源型城市");
    const study::Table after = withEdits(table, {}, labels(), Language::English);
    EXPECT_EQ(after.columns[0].title.own, "Resource-based cities");
    EXPECT_EQ(after.rows[0].label.own, "Productive forces");
    EXPECT_EQ(std::get<study::Phrase>(after.rows[0].cells[1]).own, "Other cities");
}

TEST(PhraseLabels, InSentencesTheLongestTextComesFirstAndNamesStay) {
    const PhraseLabels words(labels(), Language::English);
    EXPECT_EQ(words.inSentence("rank: groups 非资源型城市 and 资源型城市."),
              "rank: groups Other cities and Resource-based cities.");
}

} // namespace
} // namespace citypanel::report
