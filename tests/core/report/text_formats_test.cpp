// SPDX-License-Identifier: GPL-3.0-or-later
// The formats that are text, against their expected bytes.
#include "core/panel/number_text.h"
#include "core/report/display_width.h"
#include "core/report/render.h"
#include "sample_table.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

namespace citypanel::report {
namespace {

using testing::sampleTable;

std::string rendered(Format format, const TableStyle& style = {},
                     const study::Table& table = sampleTable()) {
    const auto bytes = render({&table, 1}, style, format);
    EXPECT_TRUE(bytes);
    return bytes ? bytes->toStdString() : std::string();
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(TextFormat, AlignsDecimalsAndChinese) {
    EXPECT_EQ(rendered(Format::Text), "Table 1  Regression results: Coor\n"
                                      "=====================================================\n"
                                      "                                      基准\n"
                                      "                           --------------------------\n"
                                      "                              (1)           (2)\n"
                                      "Variable                     Coor          Coor\n"
                                      "-----------------------------------------------------\n"
                                      "Nqp                         0.563***     -0.004\n"
                                      "                           (0.074)       (0.029)\n"
                                      "Econ_1                                    0.009**\n"
                                      "                                         (0.004)\n"
                                      "City fixed effects            Yes           No\n"
                                      "Observations                 2,904         2,820\n"
                                      "Within R²                   0.762\n"
                                      "Kleibergen–Paap rk Wald F             222.650 {16.38}\n"
                                      "=====================================================\n"
                                      "Notes: Standard errors clustered by city (G = 242) in\n"
                                      "parentheses. *, ** and *** denote significance at the 10%,\n"
                                      "5% and 1% levels. Column (2): degrees of freedom and\n"
                                      "small-sample corrections follow reghdfe.\n");
}

TEST(DisplayWidth, ChineseTakesTwoColumns) {
    EXPECT_EQ(displayWidth("abc"), 3U);
    EXPECT_EQ(displayWidth("城市"), 4U);
    EXPECT_EQ(displayWidth("（1）"), 5U);
    EXPECT_EQ(displayWidth("R²"), 2U);
    EXPECT_EQ(displayWidth(""), 0U);
}

TEST(Wrapped, BreaksAtBlanksAndBetweenChineseCharacters) {
    EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
    EXPECT_EQ(wrapped("城市固定效应", 8), (std::vector<std::string>{"城市固定", "效应"}));
    // No line begins with a full stop.
    EXPECT_EQ(wrapped("城市固定。效应", 8), (std::vector<std::string>{"城市固", "定。效应"}));
    EXPECT_EQ(wrapped("immensely", 4), (std::vector<std::string>{"immensely"}));
}

/// Cells of a csv line without quotes.
std::vector<std::string> cellsOf(const std::string& csv, std::size_t line) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < line; ++i) {
        at = csv.find("\r\n", at) + 2;
    }
    std::vector<std::string> cells(1);
    for (; csv.compare(at, 2, "\r\n") != 0; ++at) {
        if (csv[at] == ',') {
            cells.emplace_back();
        } else {
            cells.back() += csv[at];
        }
    }
    return cells;
}

TEST(CsvFormat, NumbersReadBackToTheShownDigits) {
    TableStyle style;
    style.digits = 5;
    style.stars = {};
    const std::string csv = rendered(Format::Csv, style);
    EXPECT_TRUE(csv.rfind("\xEF\xBB\xBF", 0) == 0);
    const std::vector<std::string> estimates = cellsOf(csv, 4);
    EXPECT_EQ(estimates[1], "estimate");
    EXPECT_NEAR(*parseNumber(estimates[2]), 0.56312345678901234, 0.5e-5);
    EXPECT_NEAR(*parseNumber(estimates[3]), -0.0042, 0.5e-5);
    const std::vector<std::string> errors = cellsOf(csv, 5);
    EXPECT_EQ(errors[1], "std_error");
    // Without parentheses, which a spreadsheet takes for a minus.
    EXPECT_NEAR(*parseNumber(errors[2]), 0.0741, 0.5e-5);
}

TEST(CsvFormat, DisarmsFormulas) {
    study::Table table = sampleTable();
    table.rows[0].label = study::own("=HYPERLINK(\"http://x\",\"y\")");
    table.rows[1].label = study::own("@SUM(1)");
    const std::string csv = rendered(Format::Csv, {}, table);
    EXPECT_TRUE(contains(csv, "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""));
    EXPECT_TRUE(contains(csv, "\r\n'@SUM(1),"));
}

TEST(MarkdownFormat, EscapesWhatMarkdownReads) {
    const std::string markdown = rendered(Format::Markdown);
    EXPECT_TRUE(contains(markdown, "| Nqp | 0.563\\*\\*\\* | \u22120.004 |\n"));
    EXPECT_TRUE(contains(markdown, "| Econ\\_1 |"));
    EXPECT_TRUE(contains(markdown, "| :--- | :---: | :---: |\n"));
}

TEST(LatexFormat, UsesBooktabsAndPairsOfColumns) {
    const std::string latex = rendered(Format::Latex);
    EXPECT_TRUE(contains(latex, "\\begin{tabular}{lr@{}lr@{}l}"));
    EXPECT_TRUE(contains(latex, "Nqp & 0.563 & $^{***}$ & $-$0.004 &  \\\\\n"));
    EXPECT_TRUE(contains(latex, "Econ\\_1"));
    EXPECT_TRUE(contains(latex, "\\cmidrule(lr){2-5}"));
    EXPECT_TRUE(contains(latex, "222.650 \\{16.38\\}"));
    EXPECT_TRUE(contains(latex, "{ctex}")); // its group heading is Chinese
    study::Table english = sampleTable();
    for (study::Column& column : english.columns) {
        column.group = {};
    }
    EXPECT_FALSE(contains(rendered(Format::Latex, {}, english), "ctex"));
}

TEST(HtmlFormat, IsWellFormedAndAnnouncesItsHeaders) {
    study::Table table = sampleTable();
    table.rows[0].label = study::own("a < b & \"c\"");
    const QByteArray html = renderHtmlFragment({&table, 1}, TableStyle{});
    QXmlStreamReader reader(html);
    int headers = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement &&
            reader.name() == QLatin1String("th")) {
            EXPECT_TRUE(reader.attributes().hasAttribute(QLatin1String("scope")));
            ++headers;
        }
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    EXPECT_EQ(headers, 12); // 1 + 2 + 3 above, 6 at the side
    EXPECT_TRUE(html.contains("<caption>Table 1  Regression results: Coor</caption>"));
    EXPECT_TRUE(renderHtml({&table, 1}, TableStyle{}).contains("<html lang=\"en\">"));
}

TEST(JsonFormat, KeepsFullPrecisionAndKeys) {
    const QJsonDocument json =
        QJsonDocument::fromJson(QByteArray::fromStdString(rendered(Format::Json)));
    const QJsonObject table = json[QStringLiteral("tables")].toArray().first().toObject();
    const QJsonObject row = table[QStringLiteral("rows")].toArray().first().toObject();
    EXPECT_EQ(row[QStringLiteral("key")].toString(), QStringLiteral("term:nqp"));
    EXPECT_EQ(row[QStringLiteral("role")].toString(), QStringLiteral("core"));
    const QJsonObject cell = row[QStringLiteral("cells")].toArray().first().toObject();
    EXPECT_EQ(cell[QStringLiteral("estimate")].toDouble(), 0.56312345678901234);
    EXPECT_EQ(table[QStringLiteral("notes")].toArray().size(), 3);
}

TEST(Formats, AreFoundByFileNames) {
    EXPECT_EQ(formatOfFile("a.b/Table.DOCX"), Format::Docx);
    EXPECT_EQ(formatOfFile("t.txt"), Format::Text);
    EXPECT_EQ(formatOfFile("t.pdf"), std::nullopt);
    EXPECT_EQ(formatOfFile("docx"), std::nullopt);
}

TEST(Formats, SayTheSameBytesTwiceAndNothingForNoTables) {
    const study::Table table = sampleTable();
    for (const auto& entry : enumNames(Format{})) {
        const auto first = render({&table, 1}, TableStyle{}, entry.value);
        const auto second = render({&table, 1}, TableStyle{}, entry.value);
        ASSERT_TRUE(first && second) << entry.name;
        EXPECT_EQ(*first, *second) << entry.name;
        EXPECT_TRUE(render({}, TableStyle{}, entry.value)) << entry.name;
    }
}

} // namespace
} // namespace citypanel::report
