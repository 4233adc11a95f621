// SPDX-License-Identifier: GPL-3.0-or-later
// Tables and figures as Rich Text Format 1.9.1: native tables, decimal tabs, repeated header rows.
#include "core/report/column_widths.h"
#include "core/report/document.h"
#include "core/report/render.h"
#include "core/report/text_parts.h"

#include <QString>

#include <algorithm>

namespace citypanel::report {

namespace {

// Lengths are in twips, twentieths of a point; sizes of text in half points.
constexpr int pageWidthTwips = 11906; ///< A4
constexpr int pageHeightTwips = 16838;
constexpr int marginTwips = 1440;
constexpr int cellGap = 60;
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

ColumnWidths rtfWidths(const TypesetTable& table, int pageWidth) {
    return {table,
            {.pageWidth = pageWidth,
             .cellMargin = cellGap,
             .halfEm = table.density == Density::Compact ? 75 : 90}};
}

class RtfTable {
public:
    RtfTable(const TypesetTable& table, int pageWidth)
        : table_(table)
        , thick_(table.rules == RuleStyle::Heavy ? 30 : 15)
        , widths_(rtfWidths(table, pageWidth)) {}

    std::string print() const {
        std::string out =
            "\\pard\\keepn\\qc\\sb240\\sa80\\b\\fs21 " + rtfText(table_.caption()) + "\\b0\\par\n";
        for (std::size_t i = 0; i < table_.header.size(); ++i) {
            out +=
                row(table_.header[i],
                    {.isHeader = true, .isFirst = i == 0, .isLast = i + 1 == table_.header.size()});
        }
        for (std::size_t i = 0; i < table_.body.size(); ++i) {
            out += row(table_.body[i], {.isLast = i + 1 == table_.body.size()});
        }
        return out + "\\pard\\qj\\sb60\\sa240\\fs18 " + rtfText(withBreaks(noteParagraph(table_))) +
               "\\par\n";
    }

private:
    struct Place {
        bool isHeader = false;
        bool isFirst = false;
        bool isLast = false;
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
        std::string out = "\\trowd\\trqc\\trgaph" + std::to_string(cellGap) + "\\trkeep" +
                          (place.isHeader ? "\\trhdr" : "");
        std::string cells;
        std::size_t column = 0;
        int edge = 0;
        for (const TypesetCell& cell : line.cells) {
            const auto end = column + static_cast<std::size_t>(cell.span);
            edge += widths_.of(column, cell.span);
            out += "\\clvertalc" + rules(line, cell, place) + "\\cellx" + std::to_string(edge);
            cells += paragraph(cell, column) + "\\cell";
            column = end;
        }
        return out + '\n' + cells + "\\row\n";
    }

    [[nodiscard]] std::string paragraph(const TypesetCell& cell, std::size_t column) const {
        std::string result = "\\pard\\intbl\\keepn\\fs" +
                             std::to_string(table_.density == Density::Compact ? 15 : 18);
        if (cell.align == Align::Decimal) {
            result += "\\tqdec\\tx" + std::to_string(widths_.decimalPosition(column));
        } else {
            result += cell.align == Align::Centre ? "\\qc" : "\\ql";
        }
        return result + ' ' + rtfText(cell.text());
    }

    const TypesetTable& table_;
    int thick_;
    ColumnWidths widths_;
};

class RtfDocument {
public:
    RtfDocument(const TableStyle& style, int pageWidth)
        : numbering_(style), pageWidth_(pageWidth) {}

    std::string body(const Document& document) {
        if (!document.title.empty()) {
            out_ += "\\pard\\qc\\sb120\\sa240\\b\\fs32 " + rtfText(document.title) + "\\b0\\par\n";
        }
        for (const Block& block : document.blocks) {
            std::visit([this](const auto& kind) { add(kind); }, block);
        }
        return std::move(out_);
    }

private:
    void add(const HeadingBlock& heading) {
        out_ += "\\pard\\keepn\\ql\\sb360\\sa120\\b\\fs28 " + rtfText(heading.text) + "\\b0\\par\n";
    }

    void add(const ParagraphBlock& paragraph) {
        out_ += std::string(paragraph.isLine ? "\\pard\\ql" : "\\pard\\qj") + "\\sa120\\fs21 " +
                rtfText(withBreaks(paragraph.text)) + "\\par\n";
    }

    void add(const TableBlock& block) {
        const TypesetTable table = numbering_.next(block.table);
        out_ += RtfTable(table, pageWidth_).print();
    }

    void add(const FigureBlock& figure) {
        const auto twips = [](double millimetres) {
            return std::to_string(static_cast<int>(millimetres * twipsPerMillimetre));
        };
        out_ += "\\pard\\keepn\\qc\\sb240{\\pict\\pngblip\\picwgoal" +
                twips(figure.picture.widthMm) + "\\pichgoal" + twips(figure.picture.heightMm) +
                '\n' + figure.picture.png.toHex().toStdString() +
                "}\\par\n\\pard\\qc\\sb80\\sa160\\b\\fs21 " +
                rtfText(numbering_.figureLabel() + std::to_string(numbering_.nextFigure()) +
                        numbering_.separator() + figure.title) +
                "\\b0\\par\n";
        for (const std::string& note : figure.notes) {
            out_ += "\\pard\\qj\\sa160\\fs18 " + rtfText(note) + "\\par\n";
        }
    }

    Numbering numbering_;
    int pageWidth_;
    std::string out_;
};

/// Many columns, or numbers without room, need the long side of the paper.
bool isWide(const Document& document, const TableStyle& style) {
    Numbering numbering(style);
    return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
        const auto* table = std::get_if<TableBlock>(&block);
        return table != nullptr &&
               (table->table.columns.size() > 9 ||
                !rtfWidths(numbering.next(table->table), pageWidthTwips - 2 * marginTwips).fits());
    });
}

} // namespace

QByteArray documentRtf(const Document& document, const TableStyle& style) {
    const bool wide = isWide(document, style);
    const int width = wide ? pageHeightTwips : pageWidthTwips;
    const std::string margin = std::to_string(marginTwips);
    // Associated fonts: Latin in \loch, Chinese in \dbch.
    return bytesOf(
        "{\\rtf1\\ansi\\ansicpg936\\deff0\\uc1{\\fonttbl{\\f0\\froman\\fcharset0 Times New "
        "Roman;}{\\f1\\fnil\\fcharset134 SimSun;}}\\paperw" +
        std::to_string(width) + "\\paperh" +
        std::to_string(wide ? pageWidthTwips : pageHeightTwips) + (wide ? "\\landscape" : "") +
        "\\margl" + margin + "\\margr" + margin + "\\margt" + margin + "\\margb" + margin +
        "\\loch\\f0\\dbch\\f1\n" + RtfDocument(style, width - 2 * marginTwips).body(document) +
        "}\n");
}

QByteArray renderRtf(std::span<const study::Table> tables, const TableStyle& style) {
    return documentRtf(documentOf(tables), style);
}

} // namespace citypanel::report
