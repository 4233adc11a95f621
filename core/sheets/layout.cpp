// SPDX-License-Identifier: GPL-3.0-or-later
// Finding header, body, keys and period of a sheet.
#include "core/sheets/layout.h"

#include "core/panel/number_text.h"
#include "core/sheets/cell_text.h"
#include "core/sheets/header_text.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace citypanel::sheets {

namespace {

constexpr std::int64_t firstYear = 1900;
constexpr std::int64_t lastYear = 2100;
constexpr std::size_t searchedRows = 60;   // a header lies in the first rows or nowhere
constexpr std::int64_t mostHeaderRows = 4; // scope, indicator, group, translation

bool isYear(double value) {
    return value == std::floor(value) && value >= firstYear && value <= lastYear;
}

/// How many cells of a row hold numbers, years and other text.
struct RowContent {
    std::size_t numbers = 0;
    std::size_t years = 0;
    std::size_t texts = 0;

    [[nodiscard]] std::size_t filled() const { return numbers + texts; }
};

RowContent contentOf(const Sheet& sheet, std::size_t row) {
    RowContent content;
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        const Cell cell = sheet.at(row, column);
        if (cell.kind == CellKind::Empty) {
            continue;
        }
        const CellValue value = readNumber(cell);
        if (value.meaning == CellMeaning::Number) {
            ++content.numbers;
            content.years += isYear(value.number) ? 1 : 0;
        } else {
            content.texts += cell.kind == CellKind::Text && tidyHeader(cell.text).empty() ? 0 : 1;
        }
    }
    return content;
}

/// A body row holds a number that is not just a year over a column.
bool looksLikeBody(const RowContent& content) {
    const bool isYearHeader = content.numbers >= 2 && content.years == content.numbers;
    return content.numbers > 0 && !isYearHeader && content.numbers + 4 >= content.texts;
}

std::optional<std::size_t> findBody(const Sheet& sheet) {
    const std::size_t rows = std::min(sheet.rowCount(), searchedRows);
    for (std::size_t row = 1; row < rows; ++row) {
        if (!looksLikeBody(contentOf(sheet, row))) {
            continue;
        }
        std::size_t filled = 0;
        std::size_t body = 0;
        for (std::size_t next = row; next < std::min(row + 12, sheet.rowCount()); ++next) {
            const RowContent content = contentOf(sheet, next);
            filled += content.filled() > 0 ? 1 : 0;
            body += looksLikeBody(content) ? 1 : 0;
        }
        if (3 * body >= 2 * filled) {
            return row;
        }
    }
    return std::nullopt;
}

/// The filled rows directly above the body, blank rows between them and the body passed over.
void findHeader(const Sheet& sheet, Layout& layout) {
    std::int64_t row = layout.bodyBegin - 1;
    const auto filled = [&](std::int64_t r) {
        return contentOf(sheet, static_cast<std::size_t>(r)).filled();
    };
    while (row > 0 && filled(row) == 0) {
        --row;
    }
    layout.headerEnd = row + 1;
    layout.headerBegin = row;
    while (layout.headerBegin > 0 && layout.headerEnd - layout.headerBegin < mostHeaderRows &&
           filled(layout.headerBegin - 1) >= 2) {
        --layout.headerBegin;
    }
}

/// The text over a column in one header row: its own, that of its merged range, or, in a row above
/// another that is filled here, that of the nearest cell to the left.
std::string headerCell(const Sheet& sheet, std::size_t row, std::size_t column, bool isLastRow) {
    if (!sheet.isEmptyAt(row, column)) {
        return sheet.textAt(row, column);
    }
    for (const MergedRange& range : sheet.merged) {
        if (range.firstRow <= row && row <= range.lastRow && range.firstColumn <= column &&
            column <= range.lastColumn && !sheet.isEmptyAt(range.firstRow, range.firstColumn)) {
            return range.firstRow == row ? sheet.textAt(row, range.firstColumn) : std::string();
        }
    }
    if (isLastRow || sheet.isEmptyAt(row + 1, column)) {
        return {};
    }
    for (std::size_t left = column; left-- > 0;) {
        if (!sheet.isEmptyAt(row, left)) {
            return sheet.textAt(row, left);
        }
    }
    return {};
}

std::vector<std::string> headerCells(const Sheet& sheet, const Layout& layout, std::size_t column) {
    std::vector<std::string> cells;
    for (std::int64_t row = layout.headerBegin; row < layout.headerEnd; ++row) {
        cells.push_back(
            headerCell(sheet, static_cast<std::size_t>(row), column, row + 1 == layout.headerEnd));
    }
    return cells;
}

/// What a column's body holds.
struct ColumnContent {
    std::size_t numbers = 0;
    std::size_t years = 0;
    std::size_t texts = 0;
    std::size_t distinctYears = 0;
};

ColumnContent columnContent(const Sheet& sheet, const Layout& layout, std::size_t column) {
    constexpr std::int64_t sampled = 400;
    ColumnContent content;
    std::set<double> years;
    const std::int64_t end = std::min(layout.bodyEnd, layout.bodyBegin + sampled);
    for (std::int64_t row = layout.bodyBegin; row < end; ++row) {
        const Cell cell = sheet.at(static_cast<std::size_t>(row), column);
        const CellValue value = readNumber(cell);
        if (value.meaning == CellMeaning::Number) {
            ++content.numbers;
            if (isYear(value.number)) {
                ++content.years;
                years.insert(value.number);
            }
        } else if (cell.kind == CellKind::Text && value.meaning == CellMeaning::Unreadable) {
            ++content.texts;
        }
    }
    content.distinctYears = years.size();
    return content;
}

bool matches(const std::string& text, const char* pattern) {
    const QRegularExpression expression(QString::fromUtf8(pattern),
                                        QRegularExpression::CaseInsensitiveOption);
    return expression.match(QString::fromStdString(text)).hasMatch();
}

/// How much a header reads like the name of units; 0: not at all.
int unitRank(const std::string& name) {
    if (matches(name, "^(城市|城市名称|地级市|city|city_name|cityname|市)$")) {
        return 5;
    }
    if (matches(name, "^(城市代码|city_?code|code|行政区划代码)$")) {
        return 3;
    }
    if (matches(name, "^(地区|region|firm|unit|id|state|country|name|prefecture|individual)$")) {
        return 4;
    }
    return matches(name, "(城市|city)") ? 2 : 0;
}

bool isPeriodName(const std::string& name) {
    return matches(name, "^(年份|年度|年|year|period|time|date)$");
}

/// The unit column: the best name, else the first column of text, else the first of all.
std::int64_t chooseUnitColumn(const Sheet& sheet, const Layout& layout) {
    std::int64_t best = -1;
    int bestRank = 0;
    for (const ColumnLayout& column : layout.columns) {
        const int rank = unitRank(column.name);
        if (rank > bestRank && column.column != layout.periodColumn) {
            best = column.column;
            bestRank = rank;
        }
    }
    if (best >= 0) {
        return best;
    }
    for (const ColumnLayout& column : layout.columns) {
        const ColumnContent content =
            columnContent(sheet, layout, static_cast<std::size_t>(column.column));
        if (content.texts > content.numbers && column.column != layout.periodColumn) {
            return column.column;
        }
    }
    return -1;
}

std::int64_t choosePeriodColumn(const Sheet& sheet, const Layout& layout) {
    std::int64_t byContent = -1;
    for (const ColumnLayout& column : layout.columns) {
        const ColumnContent content =
            columnContent(sheet, layout, static_cast<std::size_t>(column.column));
        const bool allYears =
            content.numbers > 0 && content.years == content.numbers && content.texts == 0;
        if (allYears && isPeriodName(column.name)) {
            return column.column;
        }
        const bool repeats = content.distinctYears > 1 && content.years > content.distinctYears;
        if (allYears && repeats && byContent < 0) {
            byContent = column.column;
        }
    }
    return byContent;
}

void describeColumns(const Sheet& sheet, Layout& layout, const std::string& unitLine) {
    std::map<std::string, int> used;
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        const HeaderText header = joinHeader(headerCells(sheet, layout, column));
        if (header.name.empty()) {
            continue;
        }
        const ColumnContent content = columnContent(sheet, layout, column);
        const int count = ++used[header.name];
        const bool isText = content.texts > content.numbers;
        layout.columns.push_back(
            {.column = static_cast<std::int64_t>(column),
             .name = count == 1 ? header.name : header.name + "_" + std::to_string(count),
             .label = header.label,
             .unitOfMeasure =
                 header.unitOfMeasure.empty() && !isText ? unitLine : header.unitOfMeasure,
             .scope = header.scope,
             .isText = isText,
             .isImported = content.numbers > 0 && !isText});
    }
}

/// Text of the lines above the header: the title, and the unit of the whole table.
void readLinesAbove(const Sheet& sheet, DetectedLayout& detected) {
    for (std::int64_t row = 0; row < detected.layout.headerBegin; ++row) {
        for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
            const std::string text = sheet.textAt(static_cast<std::size_t>(row), column);
            if (text.empty()) {
                continue;
            }
            if (const std::string unit = unitInLine(text); !unit.empty()) {
                detected.unitLine = unit;
            } else if (detected.title.empty()) {
                detected.title = tidyHeader(text);
            }
        }
    }
}

bool isWide(const Layout& layout) {
    const auto years =
        std::count_if(layout.columns.begin(), layout.columns.end(), [](const ColumnLayout& c) {
            const auto number = parseNumber(c.label);
            return number && isYear(*number);
        });
    return years >= 2 && 2 * static_cast<std::size_t>(years) >= layout.columns.size() - 1;
}

bool looksLikeYearbook(const Layout& layout) {
    return std::any_of(layout.columns.begin(), layout.columns.end(),
                       [](const ColumnLayout& c) { return !c.scope.empty(); });
}

void choosePeriodRule(const Sheet& sheet, const std::string& fileName, DetectedLayout& detected) {
    Layout& layout = detected.layout;
    if (layout.periodColumn >= 0) {
        layout.kind = LayoutKind::Long;
        layout.periodRule = PeriodRule::Column;
    } else if (isWide(layout)) {
        layout.kind = LayoutKind::WideByPeriod;
        layout.periodRule = PeriodRule::Headers;
    } else {
        layout.kind = LayoutKind::OnePeriod;
        if (const std::int64_t titled = yearIn(detected.title); titled != 0) {
            layout.periodRule = PeriodRule::Given;
            layout.givenPeriod = titled;
        } else if (yearIn(fileName) != 0) {
            layout.periodRule =
                looksLikeYearbook(layout) ? PeriodRule::FileNameLessOne : PeriodRule::FileName;
        } else {
            layout.periodRule =
                yearIn(sheet.name()) != 0 ? PeriodRule::SheetName : PeriodRule::Given;
        }
    }
}

} // namespace

std::int64_t yearIn(const std::string& text) {
    static const QRegularExpression year(QStringLiteral("(?<!\\d)(19\\d\\d|20\\d\\d|2100)(?!\\d)"));
    std::int64_t found = 0;
    auto all = year.globalMatch(QString::fromStdString(text));
    while (all.hasNext()) {
        found = all.next().captured(1).toLongLong();
    }
    return found;
}

std::int64_t periodOfSheet(const Layout& layout, const std::string& fileName,
                           const std::string& sheetName) {
    switch (layout.periodRule) {
    case PeriodRule::Given:
        return layout.givenPeriod;
    case PeriodRule::FileName:
        return yearIn(fileName);
    case PeriodRule::FileNameLessOne:
        return yearIn(fileName) == 0 ? 0 : yearIn(fileName) - 1;
    case PeriodRule::SheetName:
        return yearIn(sheetName);
    case PeriodRule::Column:
    case PeriodRule::Headers:
        break;
    }
    return 0;
}

DetectedLayout detectLayout(const Sheet& sheet, const std::string& fileName) {
    DetectedLayout detected;
    const auto body = findBody(sheet);
    if (!body) {
        return detected;
    }
    Layout& layout = detected.layout;
    detected.hasTable = true;
    layout.bodyBegin = static_cast<std::int64_t>(*body);
    layout.bodyEnd = static_cast<std::int64_t>(sheet.rowCount());
    findHeader(sheet, layout);
    readLinesAbove(sheet, detected);
    describeColumns(sheet, layout, detected.unitLine);
    layout.periodColumn = choosePeriodColumn(sheet, layout);
    layout.unitColumn = chooseUnitColumn(sheet, layout);
    choosePeriodRule(sheet, fileName, detected);
    for (ColumnLayout& column : layout.columns) {
        if (column.column == layout.unitColumn || column.column == layout.periodColumn) {
            column.isImported = false;
        }
    }
    return detected;
}

} // namespace citypanel::sheets
