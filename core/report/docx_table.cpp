// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as native Word tables in three-line style (WordprocessingML; elements stand in the order
// of the schema).
#include "core/report/docx_table.h"

#include "core/report/column_widths.h"
#include "core/report/docx_package.h"
#include "core/report/text_parts.h"

#include <algorithm>

namespace citypanel::report {

namespace {

// Weights are in eighths of a point.
constexpr std::string_view thickRuleEighths = "12";
constexpr std::string_view thinRule = "6";
constexpr std::string_view spaceBelowRule = "<w:spacing w:before=\"40\"/>";

std::string rule(std::string_view side, std::string_view weight) {
    return "<w:" + std::string(side) + " w:val=\"single\" w:sz=\"" + std::string(weight) +
           "\" w:space=\"0\" w:color=\"auto\"/>";
}

class DocxTable {
public:
    DocxTable(const TypesetTable& table, const TablePaper& paper, bool beginsPage)
        : table_(table), paper_(paper), widths_(table, paper.measures()), beginsPage_(beginsPage) {}

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
        // A paragraph must follow: two tables with nothing between them would become one. Without
        // notes it is a point high, so that it begins no page of its own.
        out_ += table_.notes.empty()
                    ? "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"240\" w:line=\"20\" "
                      "w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>"
                    : "<w:p><w:pPr><w:pStyle w:val=\"" + docxNoteStyle(paper_.halfPoints) + "\"/>" +
                          noteIndent() + "</w:pPr>" + docxRun(withBreaks(noteParagraph(table_))) +
                          "</w:p>";
        return std::move(out_);
    }

private:
    void caption() {
        out_ +=
            std::string("<w:p><w:pPr><w:pStyle w:val=\"Caption\"/>") +
            (beginsPage_ ? "<w:pageBreakBefore/>" : "") + "</w:pPr>" +
            docxCaption(table_.numberLabel, table_.number, table_.captionSeparator, table_.title) +
            "</w:p>";
    }

    /// At the table too: LibreOffice does not take them from the default style.
    [[nodiscard]] std::string cellMargins() const {
        const std::string width =
            docxAttribute("w", std::to_string(paper_.measures().cellMargin)) + " w:type=\"dxa\"/>";
        return "<w:tblCellMar><w:left" + width + "<w:right" + width + "</w:tblCellMar>";
    }

    void tableProperties() {
        const int full = widths_.whole();
        const std::string_view weight =
            table_.rules == RuleStyle::Heavy ? thickRuleEighths : thinRule;
        out_ += "<w:tblPr><w:tblW" + docxAttribute("w", std::to_string(full)) +
                " w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>" + rule("top", weight) +
                rule("bottom", weight) + "</w:tblBorders><w:tblLayout w:type=\"fixed\"/>" +
                cellMargins() +
                "<w:tblLook w:val=\"0420\" "
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
        const std::string indent = std::to_string((paper_.width() - full) / 2);
        return "<w:ind" + docxAttribute("left", indent) + docxAttribute("right", indent) + "/>";
    }

    void headerRow(std::size_t index) {
        const bool isLast = index + 1 == table_.header.size();
        isBelowRule_ = index == 0;
        out_ += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        cells(table_.header[index], true, isLast ? rule("bottom", thinRule) : std::string());
        out_ += "</w:tr>";
    }

    void bodyRow(std::size_t index) {
        const TypesetLine& line = table_.body[index];
        out_ += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        isBelowRule_ = index == 0 || line.isRuledAbove;
        cells(line, paper_.keepsWithNext(table_, index),
              line.isRuledAbove ? rule("top", thinRule) : std::string());
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
                             docxTextStyle(paper_.halfPoints) + "\"/>";
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
        }
        if (isBelowRule_) {
            result += spaceBelowRule;
        }
        if (cell.align == Align::Centre) {
            result += "<w:jc w:val=\"center\"/>";
        }
        return result + "</w:pPr>" + docxRun(withBreaks(cell.text())) + "</w:p>";
    }

    const TypesetTable& table_;
    TablePaper paper_;
    ColumnWidths widths_;
    bool beginsPage_;
    bool isBelowRule_ = true; ///< of the row that is being written
    std::string out_;
};

} // namespace

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

std::string docxTable(const TypesetTable& table, const TablePaper& paper, bool beginsPage) {
    return DocxTable(table, paper, beginsPage).print();
}

} // namespace citypanel::report
