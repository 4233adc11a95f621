// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as HTML: captions and headers that screen readers announce, rules written at the cells so
// that a copy keeps them.
#include "core/report/render.h"
#include "core/report/text_parts.h"
#include "core/report/typeset.h"

namespace citypanel::report {

namespace {

constexpr std::string_view thick = "1.5pt solid";
constexpr std::string_view thin = "0.75pt solid";

constexpr std::string_view pageStyle =
    "body{font-family:'Times New Roman','SimSun','Songti SC','Noto Serif CJK SC',serif;"
    "margin:2em auto;max-width:60em;padding:0 1em}"
    "figure{margin:0 0 2.5em;overflow-x:auto}table{border-collapse:collapse;margin:0 auto}"
    "caption{margin-bottom:.5em;font-weight:bold}"
    "th,td{padding:.1em .8em;font-weight:normal;font-variant-numeric:lining-nums tabular-nums}"
    "figcaption{font-size:.85em;max-width:48em;margin:.4em auto 0}";

std::string style(const std::string& declarations) {
    return declarations.empty() ? std::string() : " style=\"" + declarations + '"';
}

/// What hangs after the digits takes no room, so that the digits stay under one another.
std::string content(const TypesetCell& cell) {
    if (cell.align != Align::Decimal || cell.tail.empty()) {
        return escapedXml(cell.text());
    }
    return escapedXml(cell.head) + "<span style=\"display:inline-block;width:0;white-space:pre\">" +
           escapedXml(cell.tail) + "</span>";
}

class HtmlTable {
public:
    explicit HtmlTable(const TypesetTable& table) : table_(table) {}

    std::string print() {
        out_ +=
            "<figure>\n<table>\n<caption>" + escapedXml(table_.caption()) + "</caption>\n<thead>\n";
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
    static std::string border(std::string_view side, std::string_view line) {
        return "border-" + std::string(side) + ":" + std::string(line) + ";";
    }

    static std::string spanAttribute(const TypesetCell& cell) {
        return cell.span > 1 ? " colspan=\"" + std::to_string(cell.span) + '"' : std::string();
    }

    static std::string alignment(const TypesetCell& cell) {
        switch (cell.align) {
        case Align::Left:
            return "text-align:left;";
        case Align::Centre:
            return "text-align:center;";
        case Align::Decimal:
            // Room at the right for what hangs after the digits.
            return "text-align:right;padding-right:3em;";
        }
        return {};
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
        for (const TypesetCell& cell : table_.header[index].cells) {
            std::string declarations = isFirst ? border("top", thick) : std::string();
            if (isLast || cell.isRuledBelow) {
                declarations += border("bottom", thin);
            }
            out_ += headerCell(cell, declarations + alignment(cell));
        }
        out_ += "</tr>\n";
    }

    void bodyLine(std::size_t index) {
        const TypesetLine& line = table_.body[index];
        const bool isLast = index + 1 == table_.body.size();
        const bool hasSecond = !isLast && table_.body[index + 1].isSecond();
        const std::string rules = (line.isRuledAbove ? border("top", thin) : std::string()) +
                                  (isLast ? border("bottom", thick) : std::string());
        out_ += "<tr>";
        for (std::size_t i = line.isSecond() ? 1 : 0; i < line.cells.size(); ++i) {
            const TypesetCell& cell = line.cells[i];
            if (i == 0) {
                const bool endsTable = hasSecond && index + 2 == table_.body.size();
                out_ += "<th scope=\"row\"" + spanAttribute(cell) +
                        (hasSecond ? " rowspan=\"2\"" : "") +
                        style(rules + (endsTable ? border("bottom", thick) : std::string()) +
                              "text-align:left;vertical-align:top;") +
                        '>' + content(cell) + "</th>";
            } else {
                out_ += "<td" + spanAttribute(cell) + style(rules + alignment(cell)) + '>' +
                        content(cell) + "</td>";
            }
        }
        out_ += "</tr>\n";
    }

    const TypesetTable& table_;
    std::string out_;
};

std::string fragment(std::span<const study::Table> tables, const TableStyle& style) {
    std::string out;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const TypesetTable table = typeset(tables[i], style, i);
        out += HtmlTable(table).print();
    }
    return out;
}

} // namespace

QByteArray renderHtmlFragment(std::span<const study::Table> tables, const TableStyle& style) {
    return bytesOf(fragment(tables, style));
}

QByteArray renderHtml(std::span<const study::Table> tables, const TableStyle& style) {
    const bool isEnglish = style.language == text::Language::English;
    std::string title = "CityPanel";
    if (!tables.empty()) {
        title = typeset(tables.front(), style).caption();
    }
    return bytesOf("<!DOCTYPE html>\n<html lang=\"" + std::string(isEnglish ? "en" : "zh-CN") +
                   "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                   "content=\"width=device-width\">\n<title>" +
                   escapedXml(title) + "</title>\n<style>" + std::string(pageStyle) +
                   "</style>\n</head>\n<body>\n" + fragment(tables, style) + "</body>\n</html>\n");
}

} // namespace citypanel::report
