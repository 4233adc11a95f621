// SPDX-License-Identifier: GPL-3.0-or-later
// Tables and figures as Rich Text Format 1.9.1: native tables, decimal tabs, repeated header rows.
#include "core/report/column_widths.h"
#include "core/report/document.h"
#include "core/report/render.h"
#include "core/report/table_paper.h"
#include "core/report/text_parts.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace citypanel::report {

namespace {

// Lengths are in twips, twentieths of a point; sizes of text in half points.
constexpr double twipsPerMillimetre = 1440 / 25.4;

/// Characters beyond ASCII as \uN? (UTF-16 units, signed), which every reader of RTF knows.
std::string rtfText(std::string_view text) {
    std::string result;
    for (const QChar unit : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))) {
        const char16_t code = unit.unicode();
        if (code == u'\\' || code == u'{' || code == u'}') {
            result += '\\';
            result += static_cast<char>(code);
        } else if (code >= 0x20 && code < 0x7F) {
            result += static_cast<char>(code);
        } else if (code >= 0x7F) {
            result += "\\u" + std::to_string(static_cast<std::int16_t>(code)) + '?';
        }
    }
    return result;
}

std::string rule(std::string_view side, int weight) {
    return "\\clbrdr" + std::string(side) + "\\brdrs\\brdrw" + std::to_string(weight);
}

class RtfTable {
public:
    RtfTable(const TypesetTable& table, const TablePaper& paper)
        : table_(table)
        , thick_(table.rules == RuleStyle::Heavy ? 30 : 15)
        , paper_(paper)
        , widths_(table, paper.measures()) {}

    std::string print() const {
        std::string out =
            "\\pard\\keepn\\qc\\sb240\\sa80\\b\\fs21 " + rtfText(table_.caption()) + "\\b0\\par\n";
        for (std::size_t i = 0; i < table_.header.size(); ++i) {
            out += row(table_.header[i], {.isHeader = true,
                                          .isFirst = i == 0,
                                          .isLast = i + 1 == table_.header.size(),
                                          .keepsNext = true});
        }
        for (std::size_t i = 0; i < table_.body.size(); ++i) {
            out += row(table_.body[i], {.isLast = i + 1 == table_.body.size(),
                                        .keepsNext = paper_.keepsWithNext(table_, i)});
        }
        return out + "\\pard\\qj\\sb60\\sa240\\fs" + std::to_string(paper_.halfPoints) + ' ' +
               rtfText(withBreaks(noteParagraph(table_))) + "\\par\n";
    }

private:
    struct Place {
        bool isHeader = false;
        bool isFirst = false;
        bool isLast = false;
        bool keepsNext = false;
    };

    [[nodiscard]] std::string rules(const TypesetLine& line, const TypesetCell& cell,
                                    const Place& place) const {
        std::string result;
        if (place.isFirst || line.isRuledAbove) {
            result += rule("t", place.isFirst ? thick_ : 15);
        }
        if (place.isLast || cell.isRuledBelow) {
            result += rule("b", place.isLast && !place.isHeader ? thick_ : 15);
        }
        return result;
    }

    [[nodiscard]] std::string row(const TypesetLine& line, const Place& place) const {
        std::string out = "\\trowd\\trqc\\trgaph" + std::to_string(paper_.measures().cellMargin) +
                          "\\trkeep" + (place.isHeader ? "\\trhdr" : "");
        std::string cells;
        std::size_t column = 0;
        int edge = 0;
        for (const TypesetCell& cell : line.cells) {
            const auto end = column + static_cast<std::size_t>(cell.span);
            edge += widths_.of(column, cell.span);
            out += "\\clvertalc" + rules(line, cell, place) + "\\cellx" + std::to_string(edge);
            cells += paragraph(cell, column, place.keepsNext) + "\\cell";
            column = end;
        }
        return out + '\n' + cells + "\\row\n";
    }

    [[nodiscard]] std::string paragraph(const TypesetCell& cell, std::size_t column,
                                        bool keepsNext) const {
        const TextLine line = textLine(paper_.halfPoints);
        std::string result = std::string("\\pard\\intbl") + (keepsNext ? "\\keepn" : "") + "\\sb" +
                             std::to_string(line.before) + "\\sa" + std::to_string(line.after) +
                             "\\sl" + std::to_string(line.least) + "\\slmult0\\fs" +
                             std::to_string(paper_.halfPoints);
        if (cell.align == Align::Decimal) {
            result += "\\tqdec\\tx" + std::to_string(widths_.decimalPosition(column));
        } else {
            result += cell.align == Align::Centre ? "\\qc" : "\\ql";
        }
        return result + ' ' + rtfText(withBreaks(cell.text()));
    }

    const TypesetTable& table_;
    int thick_;
    TablePaper paper_;
    ColumnWidths widths_;
};

/// Paper of the section that begins here.
std::string rtfSection(bool isLandscape) {
    const std::string margin = std::to_string(TablePaper{.isLandscape = isLandscape}.margin());
    return std::string("\\sectd\\sbkpage") + (isLandscape ? "\\lndscpsxn" : "") + "\\pgwsxn" +
           std::to_string(isLandscape ? pageLong : pageShort) + "\\pghsxn" +
           std::to_string(isLandscape ? pageShort : pageLong) + "\\marglsxn" + margin +
           "\\margrsxn" + margin + "\\margtsxn" + margin + "\\margbsxn" + margin + '\n';
}

class RtfDocument {
public:
    explicit RtfDocument(const TableStyle& style) : numbering_(style) {}

    std::string body(const Document& document) {
        if (!document.title.empty()) {
            out_ += "\\pard\\qc\\sb120\\sa240\\b\\fs32 " + rtfText(document.title) + "\\b0\\par\n";
        }
        for (const Block& block : document.blocks) {
            std::visit([this](const auto& kind) { add(kind); }, block);
        }
        out_ += heading_;
        return std::move(out_);
    }

private:
    /// Ends the section where the paper turns; headings stand with what follows them.
    void turn(bool isLandscape) {
        if (isLandscape != isLandscape_) {
            out_ += (out_.empty() ? "" : "\\sect") + rtfSection(isLandscape);
        }
        isLandscape_ = isLandscape;
        out_ += std::exchange(heading_, {});
    }

    void add(const HeadingBlock& heading) {
        heading_ += std::string("\\pard\\keepn\\ql\\sa120\\b") +
                    (heading.isSub ? "\\sb240\\fs24 " : "\\sb360\\fs28 ") + rtfText(heading.text) +
                    "\\b0\\par\n";
    }

    void add(const ParagraphBlock& paragraph) {
        turn(false);
        out_ += std::string(paragraph.isLine ? "\\pard\\ql" : "\\pard\\qj") + "\\sa120\\fs21 " +
                rtfText(withBreaks(paragraph.text)) + "\\par\n";
    }

    void add(const TableBlock& block) {
        const TypesetTable table = numbering_.next(block.table);
        const TablePaper paper = paperFor(table, !heading_.empty());
        turn(paper.isLandscape);
        out_ += RtfTable(table, paper).print();
    }

    void add(const FigureBlock& figure) {
        turn(false);
        const auto twips = [](double millimetres) {
            return std::to_string(static_cast<int>(millimetres * twipsPerMillimetre));
        };
        out_ += "\\pard\\keepn\\qc\\sb240{\\pict\\pngblip\\picwgoal" +
                twips(figure.picture.widthMm) + "\\pichgoal" + twips(figure.picture.heightMm) +
                '\n' + figure.picture.png.toHex().toStdString() + "}\\par\n\\pard" +
                (figure.notes.empty() ? "" : "\\keepn") + "\\qc\\sb80\\sa160\\b\\fs21 " +
                rtfText(numbering_.figureLabel() + std::to_string(numbering_.nextFigure()) +
                        numbering_.separator() + figure.title) +
                "\\b0\\par\n";
        if (!figure.notes.empty()) {
            out_ += "\\pard\\qj\\sa160\\fs18 " + rtfText(withBreaks(noteOf(figure))) + "\\par\n";
        }
    }

    Numbering numbering_;
    bool isLandscape_ = false;
    std::string heading_; ///< waits for what follows it
    std::string out_;
};

} // namespace

QByteArray documentRtf(const Document& document, const TableStyle& style) {
    const bool isReport =
        std::any_of(document.blocks.begin(), document.blocks.end(),
                    [](const Block& block) { return std::holds_alternative<HeadingBlock>(block); });
    const std::string margin = std::to_string(TablePaper{}.margin());
    // Associated fonts: Latin in \loch, Chinese in \dbch.
    return bytesOf(
        "{\\rtf1\\ansi\\ansicpg936\\deff0\\uc1{\\fonttbl{\\f0\\froman\\fcharset0 Times New "
        "Roman;}{\\f1\\fnil\\fcharset134 SimSun;}}\\paperw" +
        std::to_string(pageShort) + "\\paperh" + std::to_string(pageLong) + "\\margl" + margin +
        "\\margr" + margin + "\\margt" + margin + "\\margb" + margin +
        (isReport ? "{\\footer\\pard\\qc\\fs18\\chpgn\\par}" : "") + "\\loch\\f0\\dbch\\f1\n" +
        RtfDocument(style).body(document) + "}\n");
}

QByteArray renderRtf(std::span<const study::Table> tables, const TableStyle& style) {
    return documentRtf(documentOf(tables), style);
}

} // namespace citypanel::report
