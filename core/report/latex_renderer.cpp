// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as a LaTeX document: booktabs rules, threeparttable notes, decimals aligned by a pair of
// columns for each model; ctex where there is Chinese (XeLaTeX).
#include "core/report/render.h"
#include "core/report/text_parts.h"
#include "core/report/typeset.h"

#include <algorithm>

namespace citypanel::report {

namespace {

std::string escaped(std::string_view text) {
    return replaced(text, {{"\\", "\\textbackslash{}"},
                           {"{", "\\{"},
                           {"}", "\\}"},
                           {"$", "\\$"},
                           {"&", "\\&"},
                           {"%", "\\%"},
                           {"#", "\\#"},
                           {"_", "\\_"},
                           {"^", "\\textasciicircum{}"},
                           {"~", "\\textasciitilde{}"},
                           {"<", "\\textless{}"},
                           {">", "\\textgreater{}"},
                           {"***", "$^{***}$"},
                           {"**", "$^{**}$"},
                           {"*", "$^{*}$"},
                           {"\u2212", "$-$"},
                           {"×", "$\\times$"},
                           {"√", "$\\surd$"},
                           {"²", "$^2$"},
                           {"–", "--"},
                           {"“", "``"},
                           {"”", "''"}});
}

/// A character beyond Latin, Greek and Cyrillic: three UTF-8 bytes of the CJK planes.
bool hasChinese(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xE3 && byte <= 0xF4;
    });
}

/// Every column but that of the labels is a pair: up to the last digit, and what hangs after it.
std::string latexCell(const TypesetCell& cell, bool isLabel) {
    if (isLabel) {
        return cell.span == 1 ? escaped(cell.text())
                              : "\\multicolumn{" + std::to_string(2 * cell.span - 1) + "}{l}{" +
                                    escaped(cell.text()) + '}';
    }
    if (cell.align == Align::Decimal) {
        return escaped(cell.head) + " & " + escaped(cell.tail);
    }
    return "\\multicolumn{" + std::to_string(2 * cell.span) + "}{c}{" + escaped(cell.text()) + '}';
}

std::string latexLine(const TypesetLine& line) {
    std::string result;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        result += (i > 0 ? " & " : "") + latexCell(line.cells[i], i == 0);
    }
    return result + " \\\\\n";
}

std::string groupRules(const TypesetLine& line) {
    std::string result;
    int column = 1;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        const int width = i == 0 ? 2 * line.cells[i].span - 1 : 2 * line.cells[i].span;
        if (line.cells[i].isRuledBelow) {
            result += "\\cmidrule(lr){" + std::to_string(column) + '-' +
                      std::to_string(column + width - 1) + '}';
        }
        column += width;
    }
    return result.empty() ? result : result + '\n';
}

std::string latexTable(const TypesetTable& table) {
    std::string out = "\\begin{table}[htbp]\n\\centering\\small\n\\begin{threeparttable}\n";
    out += table.number > 0
               ? "\\setcounter{table}{" + std::to_string(table.number - 1) + "}\n\\caption{"
               : std::string("\\caption*{");
    out += escaped(table.title) + "}\n\\begin{tabular}{l";
    for (std::size_t i = 1; i < table.columnCount; ++i) {
        out += "r@{}l";
    }
    out += "}\n\\toprule\n";
    for (const TypesetLine& line : table.header) {
        out += latexLine(line) + groupRules(line);
    }
    out += "\\midrule\n";
    for (const TypesetLine& line : table.body) {
        out += (line.isRuledAbove ? "\\midrule\n" : "") + latexLine(line);
    }
    out += "\\bottomrule\n\\end{tabular}\n";
    if (!table.notes.empty()) {
        out += "\\begin{tablenotes}[flushleft]\\footnotesize\n\\item " +
               escaped(noteParagraph(table)) + "\n\\end{tablenotes}\n";
    }
    return out + "\\end{threeparttable}\n\\end{table}\n";
}

} // namespace

QByteArray renderLatex(std::span<const study::Table> tables, const TableStyle& style) {
    std::string body;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        body += '\n' + latexTable(typeset(tables[i], style, i));
    }
    std::string out;
    if (hasChinese(body)) {
        out += "% Compile with XeLaTeX.\n\\documentclass{article}\n\\usepackage[";
        out += style.language == text::Language::Chinese ? "scheme=chinese" : "scheme=plain";
        out += "]{ctex}\n";
    } else {
        out += "\\documentclass{article}\n\\usepackage[utf8]{inputenc}\n"
               "\\usepackage[T1]{fontenc}\n";
    }
    out += "\\usepackage{booktabs,caption,threeparttable}\n"
           "\\usepackage[margin=2.5cm]{geometry}\n\\begin{document}\n";
    return bytesOf(out + body + "\n\\end{document}\n");
}

} // namespace citypanel::report
