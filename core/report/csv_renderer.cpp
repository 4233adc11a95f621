// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as CSV: UTF-8 with a byte order mark, which Excel needs to read Chinese. A second column
// names what each line holds, so that numbers stand without parentheses (which a spreadsheet would
// read as a minus).
#include "core/panel/csv_field.h"
#include "core/report/render.h"
#include "core/report/text_parts.h"
#include "core/report/typeset.h"
#include "core/text/numbers.h"

namespace citypanel::report {

namespace {

/// A number with its digits, its stars or its test's p-value after it, without parentheses.
std::string shownNumber(const TypesetCell& cell) {
    const ShownNumber& number = *cell.number;
    const std::string tail = cell.tail == ")" ? std::string() : cell.tail;
    const auto sign = number.isEstimate ? text::SignOfZeros::Kept : text::SignOfZeros::Dropped;
    return quotedField(withHyphens(text::fixedNumber(number.value, number.digits, sign)) + tail);
}

std::string csvLine(const TypesetLine& line, const std::string& statistic) {
    std::string result;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        const TypesetCell& cell = line.cells[i];
        result += i > 0 ? "," : "";
        result += cell.number ? shownNumber(cell) : textField(withHyphens(cell.text()));
        result += i == 0 ? "," + statistic : std::string();
        result.append(static_cast<std::size_t>(cell.span - 1), ',');
    }
    return result + "\r\n";
}

std::string statisticOf(const TypesetLine& line, const study::Table& table) {
    if (line.isSecond()) {
        return line.statistic;
    }
    if (line.row == noRow || table.rows[line.row].role == study::RowRole::Heading) {
        return {};
    }
    for (const study::Cell& cell : table.rows[line.row].cells) {
        if (std::holds_alternative<study::Coefficient>(cell)) {
            return "estimate";
        }
    }
    return {};
}

} // namespace

QByteArray renderCsv(std::span<const study::Table> tables, const TableStyle& style) {
    std::string out(byteOrderMark);
    TableStyle below = style;
    below.placement = Placement::Below;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const TypesetTable table = typeset(tables[i], below, i);
        out += (i > 0 ? "\r\n" : "") + textField(table.caption()) + "\r\n";
        for (const TypesetLine& line : table.header) {
            out += csvLine(line, {});
        }
        for (const TypesetLine& line : table.body) {
            out += csvLine(line, statisticOf(line, tables[i]));
        }
        if (!table.notes.empty()) {
            out += textField(noteParagraph(table)) + "\r\n";
        }
    }
    return bytesOf(out);
}

} // namespace citypanel::report
