// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a table in different styles.
#include "core/report/typeset.h"
#include "sample_table.h"

#include <gtest/gtest.h>

namespace citypanel::report {
namespace {

using testing::sampleTable;

std::vector<std::string> textsOf(const TypesetLine& line) {
    std::vector<std::string> texts;
    for (const TypesetCell& cell : line.cells) {
        texts.push_back(cell.text());
    }
    return texts;
}

using Texts = std::vector<std::string>;

TEST(Typeset, CoefficientsOverTheirStandardErrors) {
    const TypesetTable table = typeset(sampleTable(), TableStyle{});
    EXPECT_EQ(textsOf(table.body[0]), (Texts{"Nqp", "0.563***", "\u22120.004"}));
    EXPECT_EQ(textsOf(table.body[1]), (Texts{"", "(0.074)", "(0.029)"}));
    EXPECT_EQ(textsOf(table.body[2]), (Texts{"Econ_1", "", "0.009**"}));
    EXPECT_EQ(textsOf(table.body[4]), (Texts{"City fixed effects", "Yes", "No"}));
    EXPECT_EQ(textsOf(table.body[5]), (Texts{"Observations", "2,904", "2,820"}));
    EXPECT_EQ(textsOf(table.body[7]), (Texts{"Kleibergen–Paap rk Wald F", "", "222.650 {16.38}"}));
    EXPECT_TRUE(table.body[1].isSecond());
}

TEST(Typeset, ASmallNegativeEstimateKeepsItsSign) {
    study::Table table = sampleTable();
    table.rows[0].cells = {study::Coefficient{-0.0001, 0.00002, -5, 0.0004, -0.0002, -0.00006},
                           study::Coefficient{-0.0, 0.0, -0.0, 1, -0.0003, 0.0003}};
    table.rows[4].cells[0] = study::Number{-1e-17, study::NumberRole::Measure}; // a mean of noise
    TableStyle style;
    TypesetTable set = typeset(table, style);
    EXPECT_EQ(textsOf(set.body[0]), (Texts{"Nqp", "\u22120.000***", "0.000"}));
    EXPECT_EQ(textsOf(set.body[1]), (Texts{"", "(0.000)", "(0.000)"}));
    EXPECT_EQ(set.body[6].cells[1].text(), "0.000");
    style.inference = Inference::Interval;
    set = typeset(table, style);
    EXPECT_EQ(textsOf(set.body[1]),
              (Texts{"", "[\u22120.000, \u22120.000]", "[\u22120.000, 0.000]"}));
}

TEST(Typeset, HeaderHasGroupsNumbersAndOutcomes) {
    const TypesetTable table = typeset(sampleTable(), TableStyle{});
    ASSERT_EQ(table.header.size(), 3U);
    EXPECT_EQ(table.header[0].cells[1].span, 2);
    EXPECT_TRUE(table.header[0].cells[1].isRuledBelow);
    EXPECT_EQ(textsOf(table.header[1]), (Texts{"", "(1)", "(2)"}));
    EXPECT_EQ(textsOf(table.header[2]), (Texts{"Variable", "Coor", "Coor"}));
    EXPECT_EQ(table.caption(), "Table 1  Regression results: Coor");
}

TEST(Typeset, NotesSayWhatTheStyleShows) {
    TableStyle style;
    TypesetTable table = typeset(sampleTable(), style);
    EXPECT_EQ(table.notes,
              (Texts{"Standard errors clustered by city (G = 242) in parentheses.",
                     "*, ** and *** denote significance at the 10%, 5% and 1% levels.",
                     "Column (2): degrees of freedom and small-sample corrections follow "
                     "reghdfe."}));
    style.inference = Inference::Statistic;
    style.stars = {0.05};
    style.language = text::Language::Chinese;
    table = typeset(sampleTable(), style);
    EXPECT_EQ(table.notes[0], "括号内为t统计量，基于聚类到城市层面（G = 242）的稳健标准误。");
    EXPECT_EQ(table.notes[1], "*表示在5%的水平上显著。");
    EXPECT_EQ(table.body[0].cells[1].text(), "0.563*");
    EXPECT_EQ(table.body[1].cells[1].text(), "(7.600)");
    EXPECT_EQ(table.notePrefix, "注：");
}

TEST(Typeset, NoStarsMeansNoNoteOnStars) {
    TableStyle style;
    style.stars = {};
    style.note = "Own words.";
    const TypesetTable table = typeset(sampleTable(), style);
    EXPECT_EQ(table.body[0].cells[1].text(), "0.563");
    for (const std::string& note : table.notes) {
        EXPECT_EQ(note.find('*'), std::string::npos) << note;
    }
    EXPECT_EQ(table.notes.back(), "Own words.");
}

TEST(Typeset, FoldsControlsIntoOneRow) {
    TableStyle style;
    style.listsControls = false;
    style.marks = MarkStyle::Ticks;
    const TypesetTable table = typeset(sampleTable(), style);
    EXPECT_EQ(textsOf(table.body[2]), (Texts{"Control variables", "×", "√"}));
    EXPECT_EQ(textsOf(table.body[3]), (Texts{"City fixed effects", "√", "×"}));
}

TEST(Typeset, IntervalsAndPValues) {
    TableStyle style;
    style.inference = Inference::Interval;
    style.digits = 2;
    EXPECT_EQ(typeset(sampleTable(), style).body[1].cells[1].text(), "[0.42, 0.71]");
    style.inference = Inference::PValue;
    EXPECT_EQ(typeset(sampleTable(), style).body[1].cells[2].text(), "(0.89)");
    style.inference = Inference::None;
    EXPECT_FALSE(typeset(sampleTable(), style).body[1].isSecond());
}

TEST(Typeset, EveryLineFillsTheWidth) {
    const TypesetTable table = typeset(sampleTable(), TableStyle{});
    for (const auto& lines : {table.header, table.body}) {
        for (const TypesetLine& line : lines) {
            int width = 0;
            for (const TypesetCell& cell : line.cells) {
                width += cell.span;
            }
            EXPECT_EQ(width, static_cast<int>(table.columnCount));
        }
    }
}

TEST(StarsOf, CountsThresholdsInAnyOrder) {
    const std::vector<double> thresholds{0.01, 0.1, 0.05};
    EXPECT_EQ(starsOf(0.0001, thresholds), "***");
    EXPECT_EQ(starsOf(0.03, thresholds), "**");
    EXPECT_EQ(starsOf(0.05, thresholds), "*"); // not below 0.05
    EXPECT_EQ(starsOf(0.5, thresholds), "");
    EXPECT_EQ(starsOf(missingValue, thresholds), "");
}

} // namespace
} // namespace citypanel::report
