// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as pipe tables of Markdown (GitHub's and Pandoc's).
#include "core/report/render.h"
#include "core/report/text_parts.h"
#include "core/report/typeset.h"

namespace citypanel::report {

namespace {

std::string escaped(std::string_view text) {
    return replaced(text,
                    {{"\\", "\\\\"}, {"|", "\\|"}, {"*", "\\*"}, {"_", "\\_"}, {"<", "&lt;"}});
}

std::string markdownLine(const TypesetLine& line) {
    std::string result = "|";
    for (const TypesetCell& cell : line.cells) {
        result += ' ' + escaped(cell.text()) + " |";
        // A pipe table has no spanning cells: the rest stay empty.
        for (int i = 1; i < cell.span; ++i) {
            result += "  |";
        }
    }
    return result + '\n';
}

} // namespace

QByteArray renderMarkdown(std::span<const study::Table> tables, const TableStyle& style) {
    std::string out;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const TypesetTable table = typeset(tables[i], style, i);
        out += (i > 0 ? "\n**" : "**") + escaped(table.caption()) + "**\n\n";
        // Only one header line is allowed; the others are rows.
        out += markdownLine(table.header.front());
        out += "| :--- |";
        for (std::size_t column = 1; column < table.columnCount; ++column) {
            out += " :---: |";
        }
        out += '\n';
        for (std::size_t line = 1; line < table.header.size(); ++line) {
            out += markdownLine(table.header[line]);
        }
        for (const TypesetLine& line : table.body) {
            out += markdownLine(line);
        }
        if (!table.notes.empty()) {
            out += '\n' + escaped(noteParagraph(table)) + '\n';
        }
    }
    return bytesOf(out);
}

} // namespace citypanel::report
