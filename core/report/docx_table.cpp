// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as native Word tables in three-line style (WordprocessingML; elements stand in the order
// of the schema).
#include "core/report/docx_table.h"

#include "core/report/column_widths.h"
#include "core/report/text_parts.h"

#include <algorithm>

namespace citypanel::report {

namespace {

// Lengths are in twips, twentieths of a point.
constexpr int cellMargin = 60;   ///< left and right, as the table style has it
constexpr int regularSize = 180; ///< 9 points, as the style of table text has it
constexpr int compactSize = 150;
constexpr std::size_t linesOfAPage = 40;

// Weights are in eighths of a point.
constexpr std::string_view thickRuleEighths = "12";
constexpr std::string_view thinRule = "6";

std::string rule(std::string_view side, std::string_view weight) {
    return "<w:" + std::string(side) + " w:val=\"single\" w:sz=\"" + std::string(weight) +
           "\" w:space=\"0\" w:color=\"auto\"/>";
}

ColumnWidths widthsOnPage(const TypesetTable& table, int textWidthOfPage) {
    return {table,
            {.pageWidth = textWidthOfPage,
             .cellMargin = cellMargin,
             .halfEm = (table.density == Density::Compact ? compactSize : regularSize) / 2}};
}

class DocxTable {
public:
    DocxTable(const TypesetTable& table, int textWidthOfPage)
        : table_(table)
        , pageWidth_(textWidthOfPage)
        , widths_(widthsOnPage(table, textWidthOfPage)) {}

    std::string print() {
        caption();
        out_ += "<w:tbl>";
        tableProperties();
        for (std::size_t i = 0; i < table_.header.size(); ++i) {
            headerRow(i);
        }
        for (std::size_t i = 0; i < table_.body.size(); ++i) {
            bodyRow(i);
        }
        out_ += "</w:tbl>";
        // A paragraph must follow: two tables with nothing between them would become one.
        out_ += "<w:p><w:pPr><w:pStyle w:val=\"TableNote\"/>" + noteIndent() + "</w:pPr>" +
                docxRun(withBreaks(noteParagraph(table_))) + "</w:p>";
        return std::move(out_);
    }

private:
    [[nodiscard]] bool isCompact() const { return table_.density == Density::Compact; }

    void caption() {
        out_ +=
            "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr>" +
            docxCaption(table_.numberLabel, table_.number, table_.captionSeparator, table_.title) +
            "</w:p>";
    }

    void tableProperties() {
        const int full = widths_.whole();
        const std::string_view weight =
            table_.rules == RuleStyle::Heavy ? thickRuleEighths : thinRule;
        out_ += "<w:tblPr><w:tblW" + docxAttribute("w", std::to_string(full)) +
                " w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>" + rule("top", weight) +
                rule("bottom", weight) +
                "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" "
                "w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" "
                "w:noHBand=\"0\" w:noVBand=\"1\"/><w:tblCaption" +
                docxAttribute("val", escapedXml(table_.caption())) + "/></w:tblPr><w:tblGrid>";
        for (std::size_t i = 0; i < table_.columnCount; ++i) {
            out_ += "<w:gridCol" + docxAttribute("w", std::to_string(widths_.of(i))) + "/>";
        }
        out_ += "</w:tblGrid>";
    }

    /// Notes are as wide as the centred table.
    [[nodiscard]] std::string noteIndent() const {
        const int full = widths_.whole();
        const std::string indent = std::to_string((pageWidth_ - full) / 2);
        return "<w:ind" + docxAttribute("left", indent) + docxAttribute("right", indent) + "/>";
    }

    void headerRow(std::size_t index) {
        const bool isLast = index + 1 == table_.header.size();
        out_ += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        cells(table_.header[index], true, isLast ? rule("bottom", thinRule) : std::string());
        out_ += "</w:tr>";
    }

    void bodyRow(std::size_t index) {
        const TypesetLine& line = table_.body[index];
        const std::size_t after = index + 1;
        const bool isLast = after == table_.body.size();
        // A table that fits a page stays on one; in a longer one a coefficient stays with its
        // standard error, the last line with the notes.
        const bool keepsNext = table_.body.size() <= linesOfAPage || isLast ||
                               line.kind == LineKind::Heading || table_.body[after].isSecond() ||
                               after + 1 == table_.body.size();
        out_ += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        cells(line, keepsNext, line.isRuledAbove ? rule("top", thinRule) : std::string());
        out_ += "</w:tr>";
    }

    void cells(const TypesetLine& line, bool keepsNext, std::string_view border) {
        std::size_t column = 0;
        for (const TypesetCell& cell : line.cells) {
            out_ += "<w:tc><w:tcPr><w:tcW" +
                    docxAttribute("w", std::to_string(widths_.of(column, cell.span))) +
                    " w:type=\"dxa\"/>";
            if (cell.span > 1) {
                out_ += "<w:gridSpan" + docxAttribute("val", std::to_string(cell.span)) + "/>";
            }
            if (!border.empty()) {
                out_ += "<w:tcBorders>" + std::string(border) + "</w:tcBorders>";
            }
            out_ += "<w:vAlign w:val=\"center\"/></w:tcPr>" + paragraph(cell, column, keepsNext) +
                    "</w:tc>";
            column += static_cast<std::size_t>(cell.span);
        }
    }

    [[nodiscard]] std::string paragraph(const TypesetCell& cell, std::size_t column,
                                        bool keepsNext) const {
        std::string result = std::string("<w:p><w:pPr><w:pStyle w:val=\"") +
                             (isCompact() ? "TableTextCompact" : "TableText") + "\"/>";
        result += keepsNext ? "<w:keepNext/>" : "";
        if (cell.isRuledBelow) {
            // A rule of the paragraph is shorter than the cell: neighbours stay apart.
            result += "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" "
                      "w:color=\"auto\"/></w:pBdr>";
        }
        if (cell.align == Align::Decimal) {
            // Word aligns a cell's number on its first decimal tab without a tab character.
            result += "<w:tabs><w:tab w:val=\"decimal\"" +
                      docxAttribute("pos", std::to_string(widths_.decimalPosition(column))) +
                      "/></w:tabs>";
        } else if (cell.align == Align::Centre) {
            result += "<w:jc w:val=\"center\"/>";
        }
        return result + "</w:pPr>" + docxRun(cell.text()) + "</w:p>";
    }

    const TypesetTable& table_;
    int pageWidth_;
    ColumnWidths widths_;
    std::string out_;
};

} // namespace

bool docxTableFits(const TypesetTable& table, int pageWidth) {
    return widthsOnPage(table, pageWidth).fits();
}

std::string docxAttribute(std::string_view name, const std::string& value) {
    return " w:" + std::string(name) + "=\"" + value + '"';
}

std::string docxRun(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    return "<w:r><w:t xml:space=\"preserve\">" + escapedXml(text) + "</w:t></w:r>";
}

std::string docxCaption(const std::string& label, std::size_t number, const std::string& separator,
                        const std::string& title) {
    if (number == 0) {
        return docxRun(title);
    }
    std::string sequence = label;
    sequence.erase(sequence.find_last_not_of(' ') + 1);
    return docxRun(label) + "<w:fldSimple" +
           docxAttribute("instr", " SEQ " + escapedXml(sequence) + " \\* ARABIC ") + ">" +
           docxRun(std::to_string(number)) + "</w:fldSimple>" + docxRun(separator + title);
}

std::string docxTable(const TypesetTable& table, int pageWidth) {
    return DocxTable(table, pageWidth).print();
}

} // namespace citypanel::report
