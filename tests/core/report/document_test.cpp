// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of headings, paragraphs, tables and figures; figures as numbers; RTF.
#include "core/report/archive.h"
#include "core/report/document.h"
#include "core/report/figure_csv.h"
#include "core/report/render.h"
#include "sample_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QXmlStreamReader>

namespace citypanel::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::sampleTable;
using text::Language;

study::Table wideTable() {
    study::Table table = sampleTable();
    while (table.columns.size() < 12) {
        table.columns.push_back(table.columns.front());
        for (study::Row& row : table.rows) {
            row.cells.push_back(row.cells.front());
        }
    }
    return table;
}

Document sampleDocument() {
    FigureBlock figure{.key = "s1-coefficients", .title = "Coefficients & more"};
    figure.description = "Coefficients";
    figure.notes = {"Bars are 95% intervals."};
    figure.picture = {.png = "png", .svg = "<svg/>", .pdf = "pdf", .widthMm = 90, .heightMm = 60};
    return {"A <report>",
            {HeadingBlock{"Methods"}, ParagraphBlock{"Said 50% & more."}, TableBlock{sampleTable()},
             figure, TableBlock{wideTable()}, TableBlock{sampleTable()}}};
}

TEST(DocxDocument, HasPicturesHeadingsAndTurnedPages) {
    const auto bytes = documentDocx(sampleDocument(), {});
    ASSERT_TRUE(bytes);
    const Entries parts = *unpacked(*bytes);
    EXPECT_EQ(parts.at(QStringLiteral("word/media/image1.png")), "png");
    const std::string xml = parts.at(QStringLiteral("word/document.xml")).toStdString();
    EXPECT_THAT(xml, HasSubstr("r:embed=\"rIdPicture1\""));
    EXPECT_THAT(xml, HasSubstr("Figure "));
    EXPECT_THAT(xml, HasSubstr("SEQ Figure"));
    EXPECT_THAT(xml, HasSubstr("w:orient=\"landscape\""));
    EXPECT_THAT(xml, HasSubstr("cx=\"3240000\" cy=\"2160000\""));
    EXPECT_THAT(xml, HasSubstr("<w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>"));
    const std::string relations =
        parts.at(QStringLiteral("word/_rels/document.xml.rels")).toStdString();
    EXPECT_THAT(relations, HasSubstr("Id=\"rIdPicture1\""));
    for (const auto& [name, part] : parts) {
        if (name.endsWith(QLatin1String(".png"))) {
            continue;
        }
        QXmlStreamReader reader(part);
        while (!reader.atEnd()) {
            reader.readNext();
        }
        EXPECT_FALSE(reader.hasError()) << name.toStdString();
    }
    EXPECT_EQ(*documentDocx(sampleDocument(), {}), *bytes);
}

TEST(DocxDocument, AHeadingStandsOnThePageOfTheTableItHeads) {
    const Document document{
        .blocks = {ParagraphBlock{"Before."}, HeadingBlock{"Variables"}, TableBlock{wideTable()}}};
    const std::string xml = unpacked(*documentDocx(document, {}))
                                ->at(QStringLiteral("word/document.xml"))
                                .toStdString();
    // The upright section ends before the heading.
    EXPECT_LT(xml.find("<w:sectPr"), xml.find("Variables"));
}

TEST(DocxDocument, TurnsThePaperForNumbersThatWouldBreak) {
    study::Table table{.key = "counts"};
    study::Row row{study::RowRole::Count, "nobs", study::own("N"), {}};
    for (int i = 1; i <= 8; ++i) {
        table.columns.push_back({.key = std::to_string(i), .number = i});
        row.cells.emplace_back(study::Number{12345678901234.0, study::NumberRole::Count});
    }
    table.rows = {row};
    const auto xmlOf = [](const study::Table& shown) {
        const Entries parts = *unpacked(*documentDocx({.blocks = {TableBlock{shown}}}, {}));
        return parts.at(QStringLiteral("word/document.xml")).toStdString();
    };
    EXPECT_THAT(xmlOf(table), HasSubstr("w:orient=\"landscape\""));
    for (study::Cell& cell : table.rows[0].cells) {
        cell = study::Number{12, study::NumberRole::Count};
    }
    EXPECT_THAT(xmlOf(table), Not(HasSubstr("w:orient")));
}

/// A regression of many columns and terms, with notes of many words.
study::Table tallTable(int columns, int terms) {
    study::Table table{.key = "checks"};
    table.rowHeading = study::own("Variable");
    for (int i = 1; i <= columns; ++i) {
        table.columns.push_back({.key = std::to_string(i),
                                 .number = static_cast<std::size_t>(i),
                                 .title = study::own("Coor"),
                                 .group = study::own("Check " + std::to_string(i))});
    }
    for (int i = 0; i < terms; ++i) {
        table.rows.push_back(
            {study::RowRole::Core, "term:" + std::to_string(i), study::own("Expenditure share"),
             std::vector<study::Cell>(static_cast<std::size_t>(columns),
                                      study::Coefficient{-0.25, 0.01, -25, 0.001, -0.3, -0.2})});
    }
    std::string note;
    for (int i = 0; i < 20; ++i) {
        note += "Columns are checks of the first. ";
    }
    table.notes = {{study::NoteKind::Own, study::own(note), {}}};
    return table;
}

std::string wordXmlOf(const study::Table& table, const TableStyle& style = {}) {
    const Entries parts = *unpacked(*documentDocx({.blocks = {TableBlock{table}}}, style));
    return parts.at(QStringLiteral("word/document.xml")).toStdString();
}

/// Of each row, whether its first cell keeps with the next row, which is what Word and LibreOffice
/// go by.
std::vector<bool> keptRows(const std::string& xml) {
    std::vector<bool> kept;
    for (std::size_t row = xml.find("<w:tr>"); row != std::string::npos;
         row = xml.find("<w:tr>", row + 1)) {
        const std::string cell = xml.substr(row, xml.find("</w:tc>", row) - row);
        kept.push_back(cell.find("<w:keepNext/>") != std::string::npos);
        EXPECT_THAT(cell, HasSubstr("<w:cantSplit/>"));
    }
    return kept;
}

TEST(DocxDocument, AWideRegressionStandsOnOneLandscapePageInSmallerText) {
    const std::string xml = wordXmlOf(tallTable(10, 13));
    EXPECT_THAT(xml, HasSubstr("w:orient=\"landscape\""));
    EXPECT_THAT(xml, HasSubstr("w:left=\"1077\""));
    EXPECT_THAT(xml, Not(HasSubstr("w:val=\"TableText\"")));
    const std::vector<bool> kept = keptRows(xml);
    for (std::size_t i = 3; i + 1 < kept.size(); i += 2) {
        EXPECT_TRUE(kept[i]) << i;
    }
}

TEST(DocxDocument, ATableThatItsPageHoldsWithEaseIsOneBlockWithItsNotes) {
    EXPECT_THAT(keptRows(wordXmlOf(tallTable(3, 8))), ::testing::Each(true));
}

TEST(DocxDocument, ALongTableDividesNoPairAndKeepsItsNotes) {
    const std::vector<bool> kept = keptRows(wordXmlOf(tallTable(10, 40)));
    const std::size_t header = 3;
    ASSERT_EQ(kept.size(), header + 80);
    std::size_t breaks = 0;
    for (std::size_t i = header; i < kept.size(); i += 2) {
        EXPECT_TRUE(kept[i]) << i; // an estimate with its standard error
        breaks += kept[i + 1] ? 0 : 1;
    }
    EXPECT_GT(breaks, 30U);
    for (std::size_t i = kept.size() - 4; i < kept.size(); ++i) {
        EXPECT_TRUE(kept[i]) << i; // the last rows with the notes
    }
}

TEST(DocxDocument, HeadingsOfColumnsBreakAfterAChineseComma) {
    study::Table table = sampleTable();
    table.columns[0].title = study::own("剔除2020\u30012021和2022");
    EXPECT_THAT(wordXmlOf(table), HasSubstr("2020\u3001\u200B2021"));
}

TEST(LatexDocument, PutsWideTablesSideways) {
    study::Table table{.key = "counts"};
    study::Row row{study::RowRole::Count, "nobs", study::own("N"), {}};
    for (int i = 1; i <= 12; ++i) {
        table.columns.push_back({.key = std::to_string(i), .number = i});
        row.cells.emplace_back(study::Number{123456789.0, study::NumberRole::Count});
    }
    table.rows = {row};
    const std::string wide = documentLatex({.blocks = {TableBlock{table}}}, {}).toStdString();
    EXPECT_THAT(wide, HasSubstr("\\usepackage{rotating}"));
    EXPECT_THAT(wide, HasSubstr("\\end{sidewaystable}"));
    const std::string upright =
        documentLatex({.blocks = {TableBlock{sampleTable()}}}, {}).toStdString();
    EXPECT_THAT(upright, Not(HasSubstr("sideways")));
    EXPECT_THAT(upright, Not(HasSubstr("rotating")));
}

TEST(DocxDocument, ListsOfLatinNamesMayBreakAfterAChineseComma) {
    const Document document{.blocks = {ParagraphBlock{"对 gdp\u3001fdi 和人口\u3001面积"}}};
    const Entries parts = *unpacked(*documentDocx(document, {}));
    EXPECT_THAT(parts.at(QStringLiteral("word/document.xml")).toStdString(),
                HasSubstr("gdp\u3001\u200Bfdi 和人口\u3001面积"));
}

TEST(DocxDocument, SaysNothingOfAUser) {
    const Entries parts = *unpacked(*documentDocx(sampleDocument(), {}));
    EXPECT_FALSE(parts.contains(QStringLiteral("docProps/core.xml")));
    for (const auto& [name, part] : parts) {
        EXPECT_FALSE(part.contains("creator") || part.contains("lastModifiedBy"))
            << name.toStdString();
    }
}

TEST(HtmlDocument, KeepsItsFiguresInside) {
    const std::string html = documentHtml(sampleDocument(), {}).toStdString();
    EXPECT_THAT(html, HasSubstr("data:image/svg+xml;base64,PHN2Zy8+"));
    EXPECT_THAT(html, HasSubstr("<h1>A &lt;report&gt;</h1>"));
    EXPECT_THAT(html, HasSubstr("Figure 1  Coefficients &amp; more"));
    EXPECT_THAT(html, HasSubstr("alt=\"Coefficients\""));
    EXPECT_THAT(html, HasSubstr("Table 3  "));
}

TEST(LatexDocument, BundlesItsFigures) {
    const Entries files = *unpacked(*documentLatexBundle(sampleDocument(), {}));
    EXPECT_EQ(files.at(QStringLiteral("figures/s1-coefficients.pdf")), "pdf");
    const std::string tex = files.at(QStringLiteral("report.tex")).toStdString();
    EXPECT_THAT(tex, HasSubstr("\\includegraphics[width=90mm]{figures/s1-coefficients.pdf}"));
    EXPECT_THAT(tex, HasSubstr("Said 50\\% \\& more."));
}

TEST(LatexFormat, SiunitxColumnsHaveRoomForEveryNumber) {
    const study::Table table = sampleTable();
    TableStyle style;
    style.latexNumbers = LatexNumbers::Siunitx;
    const std::string tex = renderLatex({&table, 1}, style).toStdString();
    EXPECT_THAT(tex, HasSubstr("\\usepackage{siunitx}"));
    EXPECT_THAT(tex, HasSubstr("S[table-format=1.3"));
    EXPECT_THAT(tex, HasSubstr("S[table-format=-1.3"));
    EXPECT_THAT(tex, HasSubstr("0.563{$^{***}$}"));
    EXPECT_THAT(tex, HasSubstr("{(}0.074{)}"));
}

TEST(RtfFormat, IsATableOfRowsWithRepeatedHeader) {
    const study::Table table = sampleTable();
    const std::string rtf = renderRtf({&table, 1}, {}).toStdString();
    EXPECT_TRUE(rtf.starts_with("{\\rtf1"));
    EXPECT_THAT(rtf, HasSubstr("\\trhdr"));
    EXPECT_THAT(rtf, HasSubstr("\\tqdec"));
    EXPECT_THAT(rtf, HasSubstr("0.563***\\cell"));
    EXPECT_THAT(rtf, HasSubstr("\\u8722?0.004")) << "a real minus sign";
    EXPECT_THAT(rtf, HasSubstr("\\u22522?\\u20934?")) << "基准";
    const auto rows = [&rtf](const std::string& word) {
        std::size_t count = 0;
        for (std::size_t at = rtf.find(word); at != std::string::npos;
             at = rtf.find(word, at + 1)) {
            ++count;
        }
        return count;
    };
    EXPECT_EQ(rows("\\trowd"), rows("\\row\n"));
    EXPECT_EQ(rows("\\cellx"), rows("\\cell\\") + rows("\\cell\n") + rows("\\cell}"));
    EXPECT_THAT(rtf, Not(HasSubstr("\\author")));
}

TEST(RtfFormat, EscapesWhatRtfReads) {
    study::Table table = sampleTable();
    table.title = study::own("{a}\\b");
    EXPECT_THAT(renderRtf({&table, 1}, {}).toStdString(), HasSubstr("\\{a\\}\\\\b"));
}

TEST(DocumentFormats, AreFoundByFileNames) {
    EXPECT_EQ(documentFormatOfFile("a.DOCX"), DocumentFormat::Docx);
    EXPECT_EQ(documentFormatOfFile("a.zip"), DocumentFormat::Latex);
    EXPECT_EQ(documentFormatOfFile("a.tex"), std::nullopt);
    EXPECT_EQ(documentFormatOfFile("a"), std::nullopt);
}

TEST(FigureCsv, HasALineAPointInFullPrecision) {
    study::Figure figure{.key = "coefficients"};
    figure.x = {.kind = study::AxisKind::Categories,
                .categories = {study::own("=cmd()"), study::own("b, c")}};
    study::Series series{.key = "s", .name = study::own("Nqp")};
    series.points.push_back({.x = 0, .y = 0.1, .intervals = {{0.95, -0.25, 1.0 / 3}}});
    series.points.push_back({.x = 1, .y = missingValue});
    figure.series.push_back(series);
    EXPECT_EQ(figureCsv(figure, Language::English).toStdString(),
              "\xEF\xBB\xBFseries,category,y,low 95%,high 95%\r\n"
              "Nqp,'=cmd(),0.1,-0.25,0.3333333333333333\r\n"
              "Nqp,\"b, c\",,,\r\n");

    figure.x = {.title = study::own("year")};
    figure.y.title = study::own("Index (weights tuned by hand)");
    EXPECT_THAT(figureCsv(figure, Language::English).toStdString(),
                HasSubstr("series,x: year,y: Index (weights tuned by hand),low 95%"));
}

} // namespace
} // namespace citypanel::report
