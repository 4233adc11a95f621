// SPDX-License-Identifier: GPL-3.0-or-later
// Word and Excel files, unpacked: structure, order of elements, numbers.
#include "core/report/archive.h"
#include "core/report/render.h"
#include "core/study/study.h"
#include "sample_table.h"
#include "tests/support/grunfeld.h"

#include <gtest/gtest.h>

#include <QXmlStreamReader>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

namespace citypanel::report {
namespace {

using testing::sampleTable;

Entries partsOf(Format format, const TableStyle& style = {},
                const study::Table& table = sampleTable()) {
    const auto bytes = render({&table, 1}, style, format);
    EXPECT_TRUE(bytes);
    auto parts = unpacked(bytes ? *bytes : QByteArray());
    EXPECT_TRUE(parts);
    return parts ? *parts : Entries();
}

/// Calls visit(parent, child) for each element, in order. Fails when the XML is not well-formed.
template <typename Visit>
void forEachElement(const QByteArray& xml, Visit visit) {
    QXmlStreamReader reader(xml);
    std::vector<std::string> path{""};
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            const std::string name = reader.name().toString().toStdString();
            visit(path.back(), name, reader.attributes());
            path.push_back(name);
        } else if (token == QXmlStreamReader::EndElement) {
            path.pop_back();
        }
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
}

TEST(DocxFormat, EveryPartIsWellFormedAndDeclared) {
    const Entries parts = partsOf(Format::Docx);
    const QByteArray types = parts.at(QStringLiteral("[Content_Types].xml"));
    for (const auto& [name, bytes] : parts) {
        forEachElement(bytes, [](const auto&, const auto&, const auto&) {});
        const bool isDeclared = name.endsWith(QLatin1String(".rels")) ||
                                name.startsWith(QLatin1Char('[')) ||
                                types.contains(QByteArray("/" + name.toUtf8()));
        EXPECT_TRUE(isDeclared) << name.toStdString();
    }
    EXPECT_EQ(parts.begin()->first, QStringLiteral("[Content_Types].xml"));
}

/// Checks that the children of some elements come in a given order; returns what does not.
std::vector<std::string> outOfOrder(const QByteArray& xml,
                                    const std::map<std::string, std::vector<std::string>>& order) {
    std::vector<std::string> wrong;
    std::vector<std::pair<std::string, std::ptrdiff_t>> open{{"", 0}}; ///< name, last child's place
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::EndElement) {
            open.pop_back();
        } else if (token == QXmlStreamReader::StartElement) {
            const std::string name = reader.name().toString().toStdString();
            if (const auto known = order.find(open.back().first); known != order.end()) {
                const auto& names = known->second;
                const auto place = std::find(names.begin(), names.end(), name) - names.begin();
                const bool isKnown = place < static_cast<std::ptrdiff_t>(names.size());
                if (!isKnown || place < open.back().second) {
                    wrong.push_back(name + " in " + open.back().first);
                }
                open.back().second = place;
            }
            open.emplace_back(name, 0);
        }
    }
    return wrong;
}

/// The orders of wml.xsd (ISO/IEC 29500-1, annex A), of the elements that are used.
TEST(DocxFormat, ElementsStandInTheOrderOfTheSchema) {
    const std::map<std::string, std::vector<std::string>> order{
        {"tblPr",
         {"tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook",
          "tblCaption"}},
        {"tblBorders", {"top", "left", "bottom", "right", "insideH", "insideV"}},
        {"tblCellMar", {"top", "left", "bottom", "right"}},
        {"tcPr", {"tcW", "gridSpan", "vMerge", "tcBorders", "vAlign"}},
        {"pPr",
         {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "pBdr", "tabs", "spacing", "ind",
          "jc", "outlineLvl", "rPr", "sectPr"}},
        {"rPr", {"rFonts", "b", "bCs", "sz", "szCs", "lang"}},
        {"tbl", {"tblPr", "tblGrid", "tr"}},
        {"tr", {"trPr", "tc"}},
        {"tc", {"tcPr", "p"}},
        {"sectPr", {"footerReference", "pgSz", "pgMar"}},
        {"settings", {"defaultTabStop", "characterSpacingControl", "compat"}},
        {"style",
         {"name", "basedOn", "next", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat", "pPr",
          "rPr", "tblPr"}}};
    const Entries parts = partsOf(Format::Docx);
    for (const auto* part :
         {"word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml"}) {
        EXPECT_EQ(outOfOrder(parts.at(QString::fromLatin1(part)), order),
                  std::vector<std::string>())
            << part;
    }
}

/// The orders of sml.xsd.
TEST(XlsxFormat, ElementsStandInTheOrderOfTheSchema) {
    const std::map<std::string, std::vector<std::string>> order{
        {"worksheet",
         {"sheetPr", "sheetViews", "cols", "sheetData", "mergeCells", "pageMargins", "pageSetup"}},
        {"styleSheet",
         {"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"}},
        {"font", {"b", "sz", "name", "family"}},
        {"border", {"left", "right", "top", "bottom", "diagonal"}}};
    const Entries parts = partsOf(Format::Xlsx);
    for (const auto* part :
         {"xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}) {
        EXPECT_EQ(outOfOrder(parts.at(QString::fromLatin1(part)), order),
                  std::vector<std::string>())
            << part;
    }
}

TEST(DocxFormat, IsAThreeLineTableWithARepeatedHeader) {
    const QByteArray xml = partsOf(Format::Docx).at(QStringLiteral("word/document.xml"));
    EXPECT_EQ(xml.count("<w:tblHeader/>"), 3); // each header line
    EXPECT_EQ(xml.count("<w:cantSplit/>"), 3 + 8);
    EXPECT_EQ(xml.count("<w:tcBorders>"), 3); // the rule under the header, a cell each
    EXPECT_TRUE(xml.contains("<w:top w:val=\"single\" w:sz=\"12\""));
    EXPECT_TRUE(xml.contains("<w:tab w:val=\"decimal\""));
    EXPECT_TRUE(xml.contains("w:instr=\" SEQ Table \\* ARABIC \""));
    EXPECT_TRUE(xml.contains("\u2212"
                             "0.004"));
    EXPECT_FALSE(xml.contains("insideV"));
    const QByteArray styles = partsOf(Format::Docx).at(QStringLiteral("word/styles.xml"));
    EXPECT_TRUE(styles.contains("w:ascii=\"Times New Roman\" w:eastAsia=\"SimSun\""));
}

TEST(DocxFormat, ChineseCaptionsCountChineseTables) {
    TableStyle style;
    style.language = text::Language::Chinese;
    style.firstNumber = 4;
    const QByteArray xml = partsOf(Format::Docx, style).at(QStringLiteral("word/document.xml"));
    EXPECT_TRUE(xml.contains("w:instr=\" SEQ 表 \\* ARABIC \""));
    EXPECT_TRUE(xml.contains(">4</w:t>"));
    EXPECT_TRUE(xml.contains("回归结果：Coor"));
}

TEST(DocxFormat, CellWidthsAddUpToTheGrid) {
    const QByteArray xml = partsOf(Format::Docx).at(QStringLiteral("word/document.xml"));
    int grid = 0;
    int row = 0;
    std::set<int> rows;
    forEachElement(xml, [&](const std::string&, const std::string& name, const auto& attributes) {
        const auto width = [&attributes] {
            for (const auto& attribute : attributes) {
                if (attribute.name() == QLatin1String("w")) {
                    return attribute.value().toInt();
                }
            }
            return 0;
        };
        if (name == "gridCol") {
            grid += width();
        } else if (name == "tcW") {
            row += width();
        } else if (name == "tr") {
            rows.insert(std::exchange(row, 0));
        }
    });
    rows.erase(0);
    EXPECT_EQ(rows, std::set<int>{grid});
    EXPECT_LE(grid, 11906 - 2 * 1440);
}

TEST(XlsxFormat, NumbersStayNumbersInFullPrecision) {
    const Entries parts = partsOf(Format::Xlsx);
    const QByteArray printed = parts.at(QStringLiteral("xl/worksheets/sheet1.xml"));
    const QByteArray precise = parts.at(QStringLiteral("xl/worksheets/sheet2.xml"));
    EXPECT_TRUE(printed.contains("<v>0.5631234567890123</v>"));
    EXPECT_TRUE(precise.contains("<v>0.5631234567890123</v>"));
    EXPECT_TRUE(precise.contains("<v>0.886</v>")); // a p-value the printed sheet does not show
    EXPECT_FALSE(printed.contains("<f>"));
    const QByteArray styles = parts.at(QStringLiteral("xl/styles.xml"));
    EXPECT_TRUE(styles.contains("#,##0.000&quot;***&quot;"));
    EXPECT_TRUE(styles.contains("&quot;(&quot;#,##0.000&quot;)&quot;"));
    EXPECT_TRUE(styles.contains("#,##0"));
}

TEST(XlsxFormat, TextIsNeverAFormula) {
    study::Table table = sampleTable();
    table.rows[0].label = study::own("=1+1");
    const QByteArray sheet =
        partsOf(Format::Xlsx, {}, table).at(QStringLiteral("xl/worksheets/sheet1.xml"));
    EXPECT_TRUE(sheet.contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t>"));
}

TEST(XlsxFormat, EveryStyleOfACellExists) {
    const Entries parts = partsOf(Format::Xlsx);
    int styles = 0;
    forEachElement(parts.at(QStringLiteral("xl/styles.xml")),
                   [&](const std::string& parent, const std::string& name, const auto&) {
                       styles += parent == "cellXfs" && name == "xf" ? 1 : 0;
                   });
    forEachElement(parts.at(QStringLiteral("xl/worksheets/sheet1.xml")),
                   [&](const std::string&, const std::string& name, const auto& attributes) {
                       if (name == "c") {
                           EXPECT_LT(attributes.value(QLatin1String("s")).toInt(), styles);
                       }
                   });
}

TEST(Formats, SixtyTablesAreQuick) {
    study::RegressionStudy study;
    for (int i = 0; i < 6; ++i) {
        study.columns.push_back(
            {.formula = "inv ~ value + capital | firm + year", .vcov = "cluster:firm"});
    }
    NoProgress progress;
    const auto result = study.run(testing::grunfeld(), progress);
    ASSERT_TRUE(result);
    const std::vector<study::Table> tables(60, result->tables.front());
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_TRUE(render(tables, TableStyle{}, Format::Docx));
    ASSERT_TRUE(render(tables, TableStyle{}, Format::Xlsx));
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(seconds.count(), 5.0);
    RecordProperty("seconds", std::to_string(seconds.count()));
}

} // namespace
} // namespace citypanel::report
