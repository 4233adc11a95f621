// SPDX-License-Identifier: GPL-3.0-or-later
// A document as a Word file: paragraphs, native tables, pictures; wide tables on landscape pages.
#include "core/report/archive.h"
#include "core/report/document.h"
#include "core/report/docx_package.h"
#include "core/report/docx_table.h"
#include "core/report/render.h"
#include "core/report/table_paper.h"
#include "core/report/text_parts.h"

#include <algorithm>
#include <utility>

namespace citypanel::report {

namespace {

constexpr double emuPerMillimetre = 36000.0; ///< of DrawingML

std::string styled(std::string_view style, const std::string& runs) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/></w:pPr>" + runs + "</w:p>";
}

/// Page size, margins and, in a report, the number of each page (CT_SectPr).
std::string docxSection(bool isLandscape, bool hasPageNumbers) {
    const std::string margin = std::to_string(TablePaper{.isLandscape = isLandscape}.margin());
    const std::string footer = hasPageNumbers ? "<w:footerReference w:type=\"default\" r:id=\"" +
                                                    std::string(footerRelation) + "\"/>"
                                              : std::string();
    return "<w:sectPr>" + footer + "<w:pgSz" +
           docxAttribute("w", std::to_string(isLandscape ? pageLong : pageShort)) +
           docxAttribute("h", std::to_string(isLandscape ? pageShort : pageLong)) +
           (isLandscape ? docxAttribute("orient", "landscape") : std::string()) + "/><w:pgMar" +
           docxAttribute("top", margin) + docxAttribute("right", margin) +
           docxAttribute("bottom", margin) + docxAttribute("left", margin) +
           " w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/></w:sectPr>";
}

/// An inline picture (DrawingML); `id` is that of its relation and its number.
std::string drawing(const FigureBlock& figure, std::size_t number) {
    const auto emu = [](double millimetres) {
        return std::to_string(static_cast<long>(millimetres * emuPerMillimetre));
    };
    const std::string width = emu(figure.picture.widthMm);
    const std::string height = emu(figure.picture.heightMm);
    const std::string id = std::to_string(number);
    const std::string name = escapedXml(figure.key);
    return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
           "<wp:extent cx=\"" +
           width + "\" cy=\"" + height + "\"/><wp:docPr id=\"" + id + "\" name=\"" + name +
           "\" descr=\"" + escapedXml(figure.description) +
           "\"/><a:graphic><a:graphicData "
           "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
           "<pic:nvPicPr><pic:cNvPr id=\"" +
           id + "\" name=\"" + name +
           "\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"" +
           pictureRelation(number) +
           "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off "
           "x=\"0\" y=\"0\"/><a:ext cx=\"" +
           width + "\" cy=\"" + height +
           "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
           "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
}

class DocxDocument {
public:
    explicit DocxDocument(const TableStyle& style) : numbering_(style) {}

    Result<QByteArray> print(const Document& document) {
        isReport_ =
            std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
                return std::holds_alternative<HeadingBlock>(block);
            });
        if (!document.title.empty()) {
            body_ += styled("Title", docxRun(document.title));
        }
        for (const Block& block : document.blocks) {
            std::visit([this](const auto& kind) { add(kind); }, block);
        }
        flushHeading();
        body_ += docxSection(isLandscape_, isReport_);
        return packed(docxParts(
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
            "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
            "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>" +
                body_ + "</w:body></w:document>",
            pictures_));
    }

private:
    /// Ends the section where the paper turns.
    void turn(bool isLandscape) {
        if (isLandscape != isLandscape_ && !body_.empty()) {
            // A point high: below a table that fills its page it must not begin another.
            body_ += "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" "
                     "w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr>" +
                     docxSection(isLandscape_, isReport_) + "</w:pPr></w:p>";
        }
        isLandscape_ = isLandscape;
        body_ += std::exchange(heading_, {});
    }

    void flushHeading() {
        if (!heading_.empty()) {
            turn(false);
        }
    }

    /// Written with what follows it, on paper that lies as that does.
    void add(const HeadingBlock& heading) {
        heading_ += styled(heading.isSub ? "Heading2" : "Heading1", docxRun(heading.text));
    }

    void add(const ParagraphBlock& paragraph) {
        turn(false);
        body_ += styled(paragraph.isLine ? "ReportLine" : "BodyText",
                        docxRun(withBreaks(paragraph.text)));
    }

    void add(const TableBlock& block) {
        const TypesetTable table = numbering_.next(block.table);
        const TablePaper paper = paperFor(table, !heading_.empty());
        const bool isHeaded = !heading_.empty();
        const bool isFirst = paper.isLandscape != isLandscape_ || body_.empty();
        turn(paper.isLandscape);
        // One block that nearly fills a page would be pushed off it whole by a font that is a
        // little higher; from the top of a page it may end on the next one.
        const bool beginsPage = paper.holdsTable && paper.isTight && !isFirst && !isHeaded;
        body_ += docxTable(table, paper, beginsPage);
    }

    void add(const FigureBlock& figure) {
        turn(false);
        pictures_.push_back(figure.picture.png);
        const std::size_t number = numbering_.nextFigure();
        const std::string note = noteOf(figure);
        body_ += styled("Figure", drawing(figure, number)) +
                 styled(note.empty() ? "FigureCaption" : "FigureCaptionNoted",
                        docxCaption(numbering_.figureLabel(), number, numbering_.separator(),
                                    figure.title)) +
                 (note.empty() ? note : styled("TableNote", docxRun(withBreaks(note))));
    }

    Numbering numbering_;
    std::string body_;
    std::string heading_; ///< waits for what follows it
    std::vector<QByteArray> pictures_;
    bool isLandscape_ = false;
    bool isReport_ = false; ///< more than tables
};

} // namespace

Result<QByteArray> documentDocx(const Document& document, const TableStyle& style) {
    return DocxDocument(style).print(document);
}

Result<QByteArray> renderDocx(std::span<const study::Table> tables, const TableStyle& style) {
    return documentDocx(documentOf(tables), style);
}

} // namespace citypanel::report
