// SPDX-License-Identifier: GPL-3.0-or-later
// A panel's columns as worksheets.
#include "core/report/panel_workbook.h"

#include "core/report/xlsx_package.h"
#include "core/report/xlsx_sheet.h"

#include <string>
#include <vector>

namespace citypanel::report {

namespace {

constexpr std::size_t mostRows = 1'048'576;
constexpr std::size_t mostColumns = 16'384;

constexpr text::Bilingual panelWord{"panel", "面板"};
constexpr text::Bilingual variablesWord{"variables", "变量"};
constexpr text::Bilingual nameWord{"name", "变量名"};
constexpr text::Bilingual labelWord{"label", "标签"};
constexpr text::Bilingual unitWord{"unit of measure", "计量单位"};

std::string dataSheet(const Panel& panel, std::size_t header) {
    constexpr double width = 14;
    XlsxSheet sheet(std::vector<double>(panel.columnCount(), width));
    sheet.freeze(1, panel.isCrossSection() ? 0 : 2);
    sheet.beginRow();
    for (const Variable& variable : panel.columns()) {
        sheet.text(variable.name(), header);
    }
    sheet.endRow();
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        sheet.beginRow();
        for (const Variable& variable : panel.columns()) {
            if (variable.isMissingAt(row)) {
                sheet.blank(0);
            } else if (variable.isNumeric()) {
                sheet.number(variable.numbers()[row], 0);
            } else {
                sheet.text(variable.textAt(row), 0);
            }
        }
        sheet.endRow();
    }
    return sheet.xml();
}

std::string variableSheet(const Panel& panel, std::size_t header, text::Language language) {
    XlsxSheet sheet({28, 40, 18});
    sheet.freeze(1, 1);
    sheet.beginRow();
    for (const text::Bilingual& word : {nameWord, labelWord, unitWord}) {
        sheet.text(word.in(language), header);
    }
    sheet.endRow();
    for (const Variable& variable : panel.columns()) {
        sheet.beginRow();
        for (const std::string& cell :
             {variable.name(), variable.label(), variable.unitOfMeasure()}) {
            sheet.text(cell, 0);
        }
        sheet.endRow();
    }
    return sheet.xml();
}

} // namespace

Result<QByteArray> workbookOf(const Panel& panel, text::Language language) {
    if (panel.rowCount() >= mostRows || panel.columnCount() > mostColumns) {
        return Problem{
            .code = ProblemCode::FileTooLarge,
            .found = std::to_string(panel.rowCount()) + " x " + std::to_string(panel.columnCount()),
            .expected = std::to_string(mostRows - 1) + " x " + std::to_string(mostColumns)};
    }
    XlsxStyles styles;
    const std::size_t header = styles.indexOf({.isBold = true});
    return packedWorkbook(
        {{std::string(panelWord.in(language)), dataSheet(panel, header)},
         {std::string(variablesWord.in(language)), variableSheet(panel, header, language)}},
        styles);
}

} // namespace citypanel::report
