// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as a workbook: a sheet as printed, whose numbers are numbers and whose stars and
// parentheses are number formats, and a sheet in full precision. Written by hand over QuaZip:
// libxlsxwriter cannot share a process with it (both bring zip functions of the same names).
#include "core/report/display_width.h"
#include "core/report/render.h"
#include "core/report/text_parts.h"
#include "core/report/typeset.h"
#include "core/report/xlsx_package.h"
#include "core/report/xlsx_sheet.h"
#include "core/report/xlsx_styles.h"
#include "core/text/pattern.h"
#include "core/text/words.h"

#include <algorithm>

namespace citypanel::report {

namespace {

/// Display widths of a table's columns, and of what hangs after the digits.
struct ColumnWidths {
    std::vector<double> whole;
    std::vector<std::size_t> tails;
};

ColumnWidths widthsOf(const TypesetTable& table) {
    std::vector<std::size_t> widths(table.columnCount, 6);
    std::vector<std::size_t> tails(table.columnCount);
    const auto measure = [&](const TypesetLine& line) {
        std::size_t column = 0;
        for (const TypesetCell& cell : line.cells) {
            if (cell.span == 1) {
                widths[column] = std::max(widths[column], displayWidth(cell.text()));
                tails[column] = std::max(tails[column], displayWidth(cell.tail));
            }
            column += static_cast<std::size_t>(cell.span);
        }
    };
    std::for_each(table.header.begin(), table.header.end(), measure);
    std::for_each(table.body.begin(), table.body.end(), measure);
    ColumnWidths result{.whole = {}, .tails = std::move(tails)};
    for (const std::size_t width : widths) {
        result.whole.push_back(static_cast<double>(width) + 3.0);
    }
    return result;
}

/// One table as it is printed.
class PrintedSheet {
public:
    PrintedSheet(const TypesetTable& table, XlsxStyles& styles)
        : table_(table), styles_(styles), widths_(widthsOf(table)), sheet_(widths_.whole) {}

    std::string xml() {
        const CellLook caption{.align = Align::Centre, .isBold = true};
        sheet_.beginRow();
        sheet_.text(table_.caption(), styles_.indexOf(caption), table_.columnCount);
        sheet_.endRow();
        for (std::size_t i = 0; i < table_.header.size(); ++i) {
            line(table_.header[i],
                 {.isRuledBelow = i + 1 == table_.header.size(), .isFirst = i == 0});
        }
        for (std::size_t i = 0; i < table_.body.size(); ++i) {
            line(table_.body[i], {.isRuledAbove = table_.body[i].isRuledAbove,
                                  .isLast = i + 1 == table_.body.size()});
        }
        notes();
        return sheet_.xml();
    }

private:
    void line(const TypesetLine& line, const CellLook& rules) {
        std::size_t column = 0;
        sheet_.beginRow();
        for (const TypesetCell& cell : line.cells) {
            CellLook look = rules;
            look.align = cell.align;
            look.isRuledBelow = look.isRuledBelow || cell.isRuledBelow;
            const auto span = static_cast<std::size_t>(cell.span);
            if (cell.number) {
                const bool isDecimal = cell.align == Align::Decimal;
                look.numberFormat = numberFormatOf(cell, isDecimal ? widths_.tails[column] : 0);
                sheet_.number(cell.number->value, styles_.indexOf(look));
            } else {
                sheet_.text(cell.text(), styles_.indexOf(look), span);
            }
            column += span;
        }
        sheet_.endRow();
    }

    void notes() {
        if (table_.notes.empty()) {
            return;
        }
        const std::string note = noteParagraph(table_);
        double width = 0;
        for (const double column : widths_.whole) {
            width += column;
        }
        const double lines = 1.0 + static_cast<double>(displayWidth(note)) / width;
        sheet_.beginRow(15.0 * static_cast<double>(static_cast<int>(lines + 0.9)));
        sheet_.text(note, styles_.indexOf({.wraps = true}), table_.columnCount);
        sheet_.endRow();
    }

    const TypesetTable& table_;
    XlsxStyles& styles_;
    ColumnWidths widths_;
    XlsxSheet sheet_;
};

/// One table in full precision: a line for each number of a cell, named in the second column.
class PreciseSheet {
public:
    PreciseSheet(const study::Table& table, text::Language language)
        : table_(table), language_(language), sheet_(widths(table.columns.size())) {}

    std::string xml() {
        sheet_.freeze(1, 2);
        sheet_.beginRow();
        sheet_.blank(0, 2);
        for (const study::Column& column : table_.columns) {
            const std::string title = text::say(column.title, language_);
            sheet_.text(column.number ? "(" + std::to_string(*column.number) + ") " + title : title,
                        0);
        }
        sheet_.endRow();
        for (const study::Row& row : table_.rows) {
            write(row);
        }
        return sheet_.xml();
    }

private:
    using Numbers = std::vector<std::pair<std::string, double>>;

    static std::vector<double> widths(std::size_t columns) {
        std::vector<double> result(columns + 2, 20.0);
        result.front() = 28.0;
        return result;
    }

    static Numbers numbersOf(const study::Cell& cell) {
        if (const auto* c = std::get_if<study::Coefficient>(&cell)) {
            return {{"estimate", c->estimate},   {"std_error", c->stdError},
                    {"statistic", c->statistic}, {"p_value", c->pValue},
                    {"conf_low", c->confLow},    {"conf_high", c->confHigh}};
        }
        if (const auto* number = std::get_if<study::Number>(&cell)) {
            return {{"value", number->value}};
        }
        if (const auto* test = std::get_if<study::TestValue>(&cell)) {
            return {{"statistic", test->statistic},
                    {"p_value", test->pValue},
                    {"critical", test->critical}};
        }
        if (const auto* mark = std::get_if<study::Mark>(&cell)) {
            return {{"value", mark->isPresent ? 1.0 : 0.0}};
        }
        return {};
    }

    /// The names of the numbers that any cell of the row has.
    static std::vector<std::string> statisticsOf(const study::Row& row) {
        std::vector<std::string> names;
        for (const study::Cell& cell : row.cells) {
            for (const auto& [name, value] : numbersOf(cell)) {
                if (!isMissing(value) &&
                    std::find(names.begin(), names.end(), name) == names.end()) {
                    names.push_back(name);
                }
            }
        }
        return names;
    }

    void write(const study::Row& row) {
        const std::string label = text::sayCapitalised(row.label, language_);
        const std::vector<std::string> statistics = statisticsOf(row);
        if (statistics.empty()) {
            sheet_.beginRow();
            sheet_.text(label, 0);
            sheet_.endRow();
        }
        for (const std::string& statistic : statistics) {
            sheet_.beginRow();
            sheet_.text(label, 0);
            sheet_.text(statistic, 0);
            for (const study::Cell& cell : row.cells) {
                write(cell, statistic);
            }
            sheet_.endRow();
        }
    }

    void write(const study::Cell& cell, const std::string& statistic) {
        for (const auto& [name, value] : numbersOf(cell)) {
            if (name == statistic && !isMissing(value)) {
                return sheet_.number(value, 0);
            }
        }
        sheet_.blank(0);
    }

    const study::Table& table_;
    text::Language language_;
    XlsxSheet sheet_;
};

std::vector<NamedSheet> sheetsOf(std::span<const study::Table> tables, const TableStyle& style,
                                 XlsxStyles& styles) {
    std::vector<NamedSheet> sheets;
    TableStyle below = style;
    below.placement = Placement::Below;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const auto first = static_cast<std::size_t>(std::max(style.firstNumber, 1));
        const auto words = [&style](text::TableWord word, const std::string& argument) {
            return text::filledInOrder(text::tableWordPattern(word), style.language, {argument});
        };
        const std::string name = words(text::TableWord::TableNumber, std::to_string(first + i));
        const TypesetTable table = typeset(tables[i], below, i);
        sheets.push_back({name, PrintedSheet(table, styles).xml()});
        sheets.push_back({words(text::TableWord::FullPrecision, name),
                          PreciseSheet(tables[i], style.language).xml()});
    }
    return sheets;
}

} // namespace

Result<QByteArray> renderXlsx(std::span<const study::Table> tables, const TableStyle& style) {
    XlsxStyles styles;
    const std::vector<NamedSheet> sheets = sheetsOf(tables, style, styles);
    return packedWorkbook(sheets, styles);
}

} // namespace citypanel::report
