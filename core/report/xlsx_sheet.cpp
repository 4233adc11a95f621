// SPDX-License-Identifier: GPL-3.0-or-later
// SpreadsheetML of a worksheet; elements stand in the order of the schema.
#include "core/report/xlsx_sheet.h"

#include "core/panel/number_text.h"
#include "core/panel/origin.h"
#include "core/report/text_parts.h"
#include "core/text/pattern.h"

namespace citypanel::report {

std::string XlsxSheet::reference(std::size_t column) const {
    return cellName(static_cast<std::int32_t>(row_) - 1, static_cast<std::int32_t>(column));
}

void XlsxSheet::freeze(std::size_t rows, std::size_t columns) {
    const std::string corner =
        cellName(static_cast<std::int32_t>(rows), static_cast<std::int32_t>(columns));
    view_ = "<pane xSplit=\"" + std::to_string(columns) + "\" ySplit=\"" + std::to_string(rows) +
            "\" topLeftCell=\"" + corner + "\" activePane=\"bottomRight\" state=\"frozen\"/>";
}

void XlsxSheet::beginRow(double height) {
    ++row_;
    column_ = 0;
    rows_ += "<row r=\"" + std::to_string(row_) + '"';
    if (height > 0) {
        rows_ += " ht=\"" + shortestText(height) + "\" customHeight=\"1\"";
    }
    rows_ += '>';
}

void XlsxSheet::endRow() {
    rows_ += "</row>";
}

void XlsxSheet::text(std::string_view text, std::size_t style, std::size_t span) {
    const std::size_t first = column_;
    if (text.empty()) {
        blank(style);
    } else {
        rows_ += "<c r=\"" + reference(column_++) + "\" s=\"" + std::to_string(style) +
                 "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escapedXml(text) +
                 "</t></is></c>";
    }
    if (span > 1) {
        merges_.push_back(reference(first) + ':' + reference(first + span - 1));
        blank(style, span - 1);
    }
}

void XlsxSheet::number(double value, std::size_t style) {
    rows_ += "<c r=\"" + reference(column_++) + "\" s=\"" + std::to_string(style) + "\"><v>" +
             shortestText(value) + "</v></c>";
}

void XlsxSheet::blank(std::size_t style, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        rows_ += "<c r=\"" + reference(column_++) + "\" s=\"" + std::to_string(style) + "\"/>";
    }
}

std::string XlsxSheet::xml() const {
    std::string columns;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
        columns +=
            text::filled("<col min=\"{n}\" max=\"{n}\" width=\"{width}\" customWidth=\"1\"/>",
                         {{"n", std::to_string(i + 1)}, {"width", shortestText(widths_[i])}});
    }
    std::string merges;
    for (const std::string& range : merges_) {
        merges += "<mergeCell ref=\"" + range + "\"/>";
    }
    if (!merges.empty()) {
        merges = "<mergeCells count=\"" + std::to_string(merges_.size()) + "\">" + merges +
                 "</mergeCells>";
    }
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
           "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
           "<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\">" +
           view_ + "</sheetView></sheetViews><cols>" + columns + "</cols><sheetData>" + rows_ +
           "</sheetData>" + merges +
           "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" "
           "footer=\"0.3\"/><pageSetup paperSize=\"9\" fitToHeight=\"0\"/></worksheet>";
}

} // namespace citypanel::report
