// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, sheets and formulas left out in words.
#include "app/cli/left_out_lines.h"

#include "app/cli/hidden_parts.h"
#include "core/sheets/grid_scan.h"
#include "core/text/pattern.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace citypanel::cli {

namespace {

using text::Bilingual;

constexpr Bilingual skippedPattern{
    "{n} {n?row|rows} of totals, provinces, repeated headers or notes skipped: {names}",
    "跳过 {n} 行合计、省份、重复表头或附注：{names}"};
constexpr Bilingual leftOutPattern{"{n} {n?row|rows} of names not to be read left out: {names}",
                                   "按名称的处理决定排除 {n} 行：{names}"};
constexpr Bilingual hiddenPattern{"{file}: hidden {n?sheet|sheets} not read: {names}",
                                  "{file}：隐藏的工作表未读取：{names}"};
constexpr Bilingual hiddenPartsPattern{
    "{where}: rows or columns hidden in the file are read like the others: {names}",
    "{where}：文件中隐藏的行、列与其他行、列一样读取：{names}"};
constexpr Bilingual withoutTablePattern{
    "{file}: no table of cities was found on {names}, though {n?it holds|they hold} numbers: not "
    "read",
    "{file}：{names} 含有数字，但未找到以城市为行的表，未读取"};
constexpr Bilingual columnsPattern{
    "{where}: not read though {n?it holds|they hold} numbers, since most cells are text, or the "
    "heading is empty or says that they are codes: {names}",
    "{where}：以下各列含有数字，但多为文字、无表头或表头表明为代码，未读取：{names}"};
constexpr Bilingual textsPattern{"{where}: {n?a column|columns} of words not read: {names}",
                                 "{where}：以下各列为文字，未读取：{names}"};
constexpr Bilingual uncalculatedPattern{
    "{file}: {n} {n?formula has|formulas have} no stored result and {n?is|are} left missing "
    "({cells}): open the file in the spreadsheet program, recalculate and save it",
    "{file}：{n} "
    "个公式没有保存计算结果，作缺失处理（{cells}）：请在电子表格软件中打开、重新计算并保存"};

/// How many rows are not read, and the first of their names; "" where all are.
std::string rowsLine(const Bilingual& pattern, std::size_t count,
                     const std::vector<std::string>& names, text::Language language) {
    if (count == 0) {
        return {};
    }
    const bool isCutOff = names.size() == sheets::ImportReport::mostSkippedNames;
    return text::filled(pattern, language,
                        {{"n", std::to_string(count)}, {"names", listed(names, isCutOff)}}) +
           "\n";
}

/// Sheets with rows of numbers of which no table is read.
std::string withoutTableLine(const sheets::Workbook& workbook, const sheets::ImportPlan& plan,
                             text::Language language) {
    constexpr std::size_t fewest = 2;
    std::vector<std::string> names;
    for (const sheets::Sheet& sheet : workbook.sheets) {
        const bool isRead =
            std::any_of(plan.sheets.begin(), plan.sheets.end(), [&](const auto& table) {
                return table.file == workbook.fileName && table.sheet == sheet.name();
            });
        std::size_t rows = 0;
        for (std::size_t row = 0; !isRead && row < sheet.rowCount() && rows < fewest; ++row) {
            rows += sheets::rowContent(sheet, row).numbers > 0 ? 1 : 0;
        }
        if (!sheet.isHidden && rows == fewest) {
            names.push_back(sheet.name());
        }
    }
    return names.empty() ? std::string()
                         : text::filled(withoutTablePattern, language,
                                        {{"file", workbook.fileName},
                                         {"n", std::to_string(names.size())},
                                         {"names", listed(names, false)}}) +
                               "\n";
}

std::string hiddenLine(const sheets::Workbook& workbook, text::Language language) {
    std::vector<std::string> hidden;
    for (const sheets::Sheet& sheet : workbook.sheets) {
        if (sheet.isHidden) {
            hidden.push_back(sheet.name());
        }
    }
    if (hidden.empty()) {
        return {};
    }
    return text::filled(hiddenPattern, language,
                        {{"file", workbook.fileName},
                         {"n", std::to_string(hidden.size())},
                         {"names", listed(hidden, false)}}) +
           "\n";
}

/// Rows and columns that the file hides, a line a sheet.
std::string hiddenPartLines(const sheets::Workbook& workbook, text::Language language) {
    constexpr std::size_t most = 20;
    std::string lines;
    for (const sheets::Sheet& sheet : workbook.sheets) {
        std::vector<std::string> names = hiddenRows(sheet);
        for (std::string& column : hiddenColumns(sheet)) {
            names.push_back(std::move(column));
        }
        if (sheet.isHidden || names.empty()) {
            continue;
        }
        const bool isCutOff = names.size() > most;
        names.resize(std::min(names.size(), most));
        lines += text::filled(hiddenPartsPattern, language,
                              {{"where", workbook.fileName + ", " + sheet.name()},
                               {"names", listed(names, isCutOff)}}) +
                 "\n";
    }
    return lines;
}

std::string uncalculatedLine(const sheets::ImportReport& report, const std::string& file,
                             text::Language language) {
    constexpr std::size_t most = 5;
    std::vector<std::string> cells;
    std::size_t all = 0;
    for (const Place& place : report.uncalculated) {
        if (place.file == file && ++all <= most) {
            cells.push_back(place.sheet + "!" + place.cell);
        }
    }
    if (all == 0) {
        return {};
    }
    return text::filled(
               uncalculatedPattern, language,
               {{"file", file}, {"n", std::to_string(all)}, {"cells", listed(cells, all > most)}}) +
           "\n";
}

/// Columns that are not read, a line a sheet.
std::string columnLines(const Bilingual& pattern, const std::vector<Place>& all,
                        text::Language language) {
    std::string lines;
    for (std::size_t begin = 0; begin < all.size();) {
        std::vector<std::string> names;
        std::size_t end = begin;
        for (; end < all.size() && all[end].file == all[begin].file &&
               all[end].sheet == all[begin].sheet;
             ++end) {
            names.push_back(all[end].variable);
        }
        lines += text::filled(pattern, language,
                              {{"where", all[begin].file + ", " + all[begin].sheet},
                               {"n", std::to_string(names.size())},
                               {"names", listed(names, false)}}) +
                 "\n";
        begin = end;
    }
    return lines;
}

} // namespace

std::string leftOutLines(const sheets::ImportReport& report, const sheets::ImportPlan& plan,
                         std::span<const sheets::Workbook* const> workbooks,
                         text::Language language) {
    std::string lines =
        rowsLine(skippedPattern, report.skippedRowCount, report.skippedNames, language) +
        rowsLine(leftOutPattern, report.leftOutRowCount, report.leftOutNames, language) +
        columnLines(columnsPattern, report.leftOutColumns, language) +
        columnLines(textsPattern, report.leftOutTexts, language);
    for (const sheets::Workbook* workbook : workbooks) {
        lines += withoutTableLine(*workbook, plan, language) + hiddenLine(*workbook, language) +
                 hiddenPartLines(*workbook, language) +
                 uncalculatedLine(report, workbook->fileName, language);
    }
    return lines;
}

} // namespace citypanel::cli
