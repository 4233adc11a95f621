// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as HTML: captions and headers that screen readers announce, rules written at the cells so
// that a copy keeps them.
#include "core/report/display_width.h"
#include "core/report/document.h"
#include "core/report/render.h"
#include "core/report/text_parts.h"
#include "core/report/typeset.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace citypanel::report {

namespace {

constexpr std::string_view thickRule = "1.5pt solid";
constexpr std::string_view thin = "0.75pt solid";

// Wide tables are wider than the text, and stand on landscape paper when they are printed.
constexpr std::string_view pageStyle =
    "body{font-family:'Times New Roman','SimSun','Songti SC','Noto Serif CJK SC',serif;"
    "margin:2em auto;max-width:60em;padding:0 1em}"
    "figure{margin:0 0 2.5em;overflow-x:auto}table{border-collapse:collapse;margin:0 auto}"
    "caption{margin-bottom:.5em;font-weight:bold}"
    "th,td{padding:.1em .8em;font-weight:normal;font-variant-numeric:lining-nums tabular-nums}"
    "tbody th{min-width:12em}" // Chinese labels could break anywhere
    ".head{display:inline-block;text-align:right}"
    ".tail{display:inline-block;text-align:left;white-space:pre}"
    ".wide{width:min(96vw,84em);margin-left:50%;transform:translateX(-50%);font-size:.82em}"
    ".wide th,.wide td{padding:.1em .3em}"
    "h1{font-size:1.6em;text-align:center}h2{font-size:1.25em;margin-top:2em}h3{font-size:1.05em;"
    "margin-top:1.5em}"
    "p{line-height:1.6;overflow-wrap:anywhere}.drawn{text-align:center}"
    ".line{text-align:left;margin:.3em 0;overflow-wrap:anywhere}"
    "figcaption{font-size:.85em;max-width:70em;margin:.4em auto 0}.wide figcaption{font-size:1em}"
    "@page{size:A4;margin:2cm}@page wide{size:A4 landscape;margin:1.6cm}"
    "@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt}"
    "figure{overflow:visible;break-inside:avoid;margin-bottom:1.5em}table{font-size:8.5pt}"
    "tr{break-inside:avoid}th,td{padding:.05em .5em}h2,h3{break-after:avoid}"
    ".wide{page:wide;width:auto;margin-left:0;transform:none;font-size:7pt}"
    ".wide table{font-size:7pt;line-height:1.15}.wide th,.wide td{padding:.05em .25em}"
    ".drawn img{max-height:42vh}}";

constexpr std::size_t manyColumns = 8; ///< from here on a table is wide

std::string style(const std::string& declarations) {
    return declarations.empty() ? std::string() : " style=\"" + declarations + '"';
}

/// What is a table for: a page measures its columns, Word takes what it is pasted as it stands.
enum class HtmlUse : std::uint8_t { Page, Paste };

/// What hangs after the digits takes no room, so that the digits stay under one another.
std::string content(const TypesetCell& cell) {
    if (cell.align != Align::Decimal || cell.tail.empty()) {
        return escapedXml(cell.text());
    }
    return escapedXml(cell.head) + "<span style=\"display:inline-block;width:0;white-space:pre\">" +
           escapedXml(cell.tail) + "</span>";
}

/// "2.5" of 5.
std::string halves(std::size_t count) {
    return std::to_string(count / 2) + (count % 2 == 1 ? ".5" : "");
}

class HtmlTable {
public:
    HtmlTable(const TypesetTable& table, HtmlUse use)
        : table_(table)
        , use_(use)
        , thick_(table.rules == RuleStyle::Heavy ? thickRule : thin)
        , heads_(table.columnCount)
        , tails_(table.columnCount) {
        for (const TypesetLine& line : table.body) {
            std::size_t column = 0;
            for (const TypesetCell& cell : line.cells) {
                if (cell.span == 1) {
                    tails_[column] = std::max(tails_[column], displayWidth(cell.tail));
                    if (cell.align == Align::Decimal) {
                        heads_[column] = std::max(heads_[column], displayWidth(cell.head));
                    }
                }
                column += static_cast<std::size_t>(cell.span);
            }
        }
    }

    std::string print() {
        const bool isWide = use_ == HtmlUse::Page && table_.columnCount > manyColumns;
        out_ += std::string(isWide ? "<figure class=\"wide\">" : "<figure>") + "\n<table" +
                density() + ">\n<caption>" + escapedXml(table_.caption()) + "</caption>\n<thead>\n";
        for (std::size_t i = 0; i < table_.header.size(); ++i) {
            headerLine(i);
        }
        out_ += "</thead>\n<tbody>\n";
        for (std::size_t i = 0; i < table_.body.size(); ++i) {
            bodyLine(i);
        }
        out_ += "</tbody>\n</table>\n";
        if (!table_.notes.empty()) {
            out_ += "<figcaption>" + escapedXml(noteParagraph(table_)) + "</figcaption>\n";
        }
        out_ += "</figure>\n";
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string density() const {
        return table_.density == Density::Compact
                   ? std::string(" style=\"font-size:85%;line-height:1.1\"")
                   : std::string();
    }

    static std::string border(std::string_view side, std::string_view line) {
        return "border-" + std::string(side) + ":" + std::string(line) + ";";
    }

    static std::string spanAttribute(const TypesetCell& cell) {
        return cell.span > 1 ? " colspan=\"" + std::to_string(cell.span) + '"' : std::string();
    }

    /// `column` is where the cell begins.
    [[nodiscard]] std::string alignment(const TypesetCell& cell, std::size_t column) const {
        switch (cell.align) {
        case Align::Left:
            return "text-align:left;";
        case Align::Centre:
            return "text-align:center;";
        case Align::Decimal:
            if (use_ == HtmlUse::Page) {
                return "text-align:center;white-space:nowrap;";
            }
            // Room at the right for what hangs after the digits, half an em a character.
            return "text-align:right;padding-right:" + halves(tails_[column] + 2) + "em;";
        }
        return {};
    }

    /// On a page, blocks of one width hold the digits and what hangs after them, so that the
    /// numbers are centred as a whole; a character takes no more room than a digit.
    [[nodiscard]] std::string contentAt(const TypesetCell& cell, std::size_t column) const {
        if (use_ == HtmlUse::Paste || cell.align != Align::Decimal || cell.head.empty()) {
            return content(cell);
        }
        return "<span class=\"head\"" +
               style("min-width:" + std::to_string(heads_[column]) + "ch") + '>' +
               escapedXml(cell.head) + "</span><span class=\"tail\"" +
               style("width:" + std::to_string(tails_[column]) + "ch") + '>' +
               escapedXml(cell.tail) + "</span>";
    }

    /// An empty corner is no header of anything.
    static std::string headerCell(const TypesetCell& cell, const std::string& declarations) {
        const std::string attributes = spanAttribute(cell) + style(declarations);
        if (cell.text().empty()) {
            return "<td" + attributes + "></td>";
        }
        const std::string scope = cell.span > 1 ? "colgroup" : "col";
        return "<th scope=\"" + scope + '"' + attributes + '>' + content(cell) + "</th>";
    }

    void headerLine(std::size_t index) {
        const bool isFirst = index == 0;
        const bool isLast = index + 1 == table_.header.size();
        out_ += "<tr>";
        std::size_t column = 0;
        for (const TypesetCell& cell : table_.header[index].cells) {
            std::string declarations = isFirst ? border("top", thick_) : std::string();
            if (isLast || cell.isRuledBelow) {
                declarations += border("bottom", thin);
            }
            out_ += headerCell(cell, declarations + alignment(cell, column));
            column += static_cast<std::size_t>(cell.span);
        }
        out_ += "</tr>\n";
    }

    void bodyLine(std::size_t index) {
        const TypesetLine& line = table_.body[index];
        const bool isLast = index + 1 == table_.body.size();
        const bool hasSecond = !isLast && table_.body[index + 1].isSecond();
        const std::string rules = (line.isRuledAbove ? border("top", thin) : std::string()) +
                                  (isLast ? border("bottom", thick_) : std::string());
        out_ += "<tr>";
        std::size_t column = 0;
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            const TypesetCell& cell = line.cells[i];
            const std::size_t at =
                std::exchange(column, column + static_cast<std::size_t>(cell.span));
            if (i == 0 && line.isSecond()) {
                continue; // the label spans both lines
            }
            if (i == 0) {
                const bool endsTable = hasSecond && index + 2 == table_.body.size();
                out_ += "<th scope=\"row\"" + spanAttribute(cell) +
                        (hasSecond ? " rowspan=\"2\"" : "") +
                        style(rules + (endsTable ? border("bottom", thick_) : std::string()) +
                              "text-align:left;vertical-align:top;") +
                        '>' + content(cell) + "</th>";
            } else {
                out_ += "<td" + spanAttribute(cell) + style(rules + alignment(cell, at)) + '>' +
                        contentAt(cell, at) + "</td>";
            }
        }
        out_ += "</tr>\n";
    }

    const TypesetTable& table_;
    HtmlUse use_;
    std::string_view thick_;
    std::vector<std::size_t> heads_; ///< widest of each column
    std::vector<std::size_t> tails_; ///< widest of each column
    std::string out_;
};

std::string inParagraph(const ParagraphBlock& paragraph) {
    return (paragraph.isLine ? "<p class=\"line\">" : "<p>") + escapedXml(paragraph.text) +
           "</p>\n";
}

class HtmlDocument {
public:
    HtmlDocument(const TableStyle& style, HtmlUse use) : numbering_(style), use_(use) {}

    std::string body(const Document& document) {
        if (!document.title.empty()) {
            out_ += "<h1>" + escapedXml(document.title) + "</h1>\n";
        }
        for (const Block& block : document.blocks) {
            std::visit([this](const auto& kind) { add(kind); }, block);
        }
        return std::move(out_);
    }

private:
    void add(const HeadingBlock& heading) {
        const std::string level = heading.isSub ? "h3>" : "h2>";
        out_ += "<" + level + escapedXml(heading.text) + "</" + level + "\n";
    }

    void add(const ParagraphBlock& paragraph) { out_ += inParagraph(paragraph); }

    void add(const TableBlock& block) {
        const TypesetTable table = numbering_.next(block.table);
        out_ += HtmlTable(table, use_).print();
    }

    void add(const FigureBlock& figure) {
        out_ += "<figure class=\"drawn\">\n<img alt=\"" + escapedXml(figure.description) +
                "\" style=\"width:" + std::to_string(static_cast<int>(figure.picture.widthMm)) +
                "mm;max-width:100%\" src=\"data:image/svg+xml;base64," +
                figure.picture.svg.toBase64().toStdString() + "\">\n<figcaption><strong>" +
                escapedXml(numbering_.figureLabel() + std::to_string(numbering_.nextFigure()) +
                           numbering_.separator() + figure.title) +
                "</strong>";
        if (!figure.notes.empty()) {
            out_ += "<br>" + escapedXml(noteOf(figure));
        }
        out_ += "</figcaption>\n</figure>\n";
    }

    Numbering numbering_;
    HtmlUse use_;
    std::string out_;
};

std::string titleOf(const Document& document, const TableStyle& style) {
    if (document.title.empty() && !document.blocks.empty()) {
        if (const auto* first = std::get_if<TableBlock>(&document.blocks.front())) {
            return typeset(first->table, style).caption();
        }
    }
    return document.title.empty() ? "CityPanel" : document.title;
}

} // namespace

QByteArray documentHtml(const Document& document, const TableStyle& style) {
    const bool isEnglish = style.language == text::Language::English;
    return bytesOf("<!DOCTYPE html>\n<html lang=\"" + std::string(isEnglish ? "en" : "zh-CN") +
                   "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                   "content=\"width=device-width\">\n<title>" +
                   escapedXml(titleOf(document, style)) + "</title>\n<style>" +
                   std::string(pageStyle) + "</style>\n</head>\n<body>\n" +
                   HtmlDocument(style, HtmlUse::Page).body(document) + "</body>\n</html>\n");
}

QByteArray renderHtmlFragment(std::span<const study::Table> tables, const TableStyle& style) {
    return bytesOf(HtmlDocument(style, HtmlUse::Paste).body(documentOf(tables)));
}

QByteArray renderHtml(std::span<const study::Table> tables, const TableStyle& style) {
    return documentHtml(documentOf(tables), style);
}

} // namespace citypanel::report
