// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of headers, told from titles, lines of units and rows of data.
#include "core/sheets/header_rows.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/section_words.h"
#include "core/sheets/unit_lines.h"
#include "core/sheets/unit_of_measure.h"
#include "core/sheets/year_headers.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <optional>

namespace citypanel::sheets {

namespace {

constexpr std::size_t mostHeaderRows = 8; // scope, indicator, of which, unit, each in English too
constexpr std::size_t mostRowsAboveBlank = 3;
constexpr std::size_t keyColumns = 4; // a number, a province and a code stand left of the name

bool isBracketed(const std::string& text) {
    return text.size() > 2 && text.front() == '(' && text.back() == ')';
}

} // namespace

bool namesUnit(const Sheet& sheet, std::size_t row, std::size_t column) {
    const Cell cell = sheet.at(row, column);
    const bool isName =
        cell.kind == CellKind::Text && readNumber(cell).meaning == CellMeaning::Unreadable;
    if (!isName) {
        return false;
    }
    const std::string name = withoutFrame(tidyHeader(cell.text)); // "一、石家庄市"
    return chinaPrefectures().match(name, {.listsOnlyPlaces = true}).kind != NameKind::Unknown;
}

namespace {

/// Whether the first names down a column are of units of the gazetteer, some of them at least, and
/// no column of values has a name among them.
bool holdsUnits(const Sheet& sheet, std::size_t column, std::size_t bodyBegin) {
    constexpr std::size_t looked = 12;
    const ColumnContent content = columnContent(sheet, column, bodyBegin, sheet.rowCount());
    if (content.numbers - content.years > content.texts) { // cities may stand over their years
        return false;
    }
    for (std::size_t row = bodyBegin; row < std::min(sheet.rowCount(), bodyBegin + looked); ++row) {
        if (namesUnit(sheet, row, column)) {
            return true;
        }
    }
    return false;
}

/// Whether a row names a place in a column in which the body names places too.
bool namesPlaceOfBody(const Sheet& sheet, std::size_t row, std::size_t bodyBegin) {
    for (std::size_t column = 0; column < std::min(sheet.columnCount(), keyColumns); ++column) {
        if (namesUnit(sheet, row, column) && holdsUnits(sheet, column, bodyBegin)) {
            return true;
        }
    }
    return false;
}

/// A cell that says that there is no value, or that a formula failed: no header does.
bool saysMissing(const Sheet& sheet, std::size_t row, std::size_t column) {
    static const QRegularExpression error(QStringLiteral("^#[A-Z0-9/]+[!?]?$"));
    const Cell cell = sheet.at(row, column);
    const bool isMark = cell.kind == CellKind::Text &&
                        (readNumber(cell).meaning == CellMeaning::Missing ||
                         error.match(QString::fromStdString(std::string(cell.text))).hasMatch());
    return isMark || cell.kind == CellKind::Error;
}

/// Whether a row below another has a name that no header has, over names of the body, and no value
/// beside it: every other cell is empty, or every filled one says that its value is missing.
bool isUnitWithoutValues(const Sheet& sheet, std::size_t row, std::size_t bodyBegin) {
    std::size_t key = 0;
    while (key < sheet.columnCount() && !isFilled(sheet, row, key)) {
        ++key;
    }
    const std::string name = tidyHeader(sheet.textAt(row, key));
    const bool isName = sheet.at(row, key).kind == CellKind::Text &&
                        readNumber(name).meaning == CellMeaning::Unreadable && !isUnitName(name) &&
                        !isPeriodName(name) && !isBracketed(name) && unitInLine(name).empty();
    const ColumnContent below = columnContent(sheet, key, bodyBegin, sheet.rowCount());
    const std::size_t above = row - 1;
    const bool isOfNames = isName && below.texts > below.numbers;
    const bool isOfYears = yearAlone(name) != 0 && below.numbers > below.texts &&
                           rowContent(sheet, row).marks > 0; // 2009年, …, …
    if (!(isOfNames || isOfYears) || isMerged(sheet, row, key) || !isFilled(sheet, above, key) ||
        rowContent(sheet, above).filled() < 2) {
        return false;
    }
    for (std::size_t column = key + 1; column < sheet.columnCount(); ++column) {
        if (isMerged(sheet, row, column) ||
            (isFilled(sheet, row, column) && !saysMissing(sheet, row, column))) {
            return false;
        }
    }
    return true;
}

/// 1, 2, 3, ...: columns that are numbered.
bool areNumbered(const std::vector<double>& numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] != numbers[0] + static_cast<double>(i)) {
            return false;
        }
    }
    return numbers.empty() || numbers[0] == 0 || numbers[0] == 1;
}

/// The place of a cell in the numbering of columns: 1 for "1", "(1)", "甲" and "A"; 0: none.
/// `isNumber` says that it is a digit.
int numberInLine(const Sheet& sheet, std::size_t row, std::size_t column, bool& isNumber) {
    static const QRegularExpression digits(QStringLiteral("^\\(?(\\d{1,3})\\)?$"));
    static const QString stems = QStringLiteral("甲乙丙丁戊己庚辛壬癸");
    const QString text = QString::fromStdString(tidyHeader(sheet.textAt(row, column)));
    const auto match = digits.match(text);
    isNumber = match.hasMatch();
    if (isNumber || text.size() != 1) {
        return match.captured(1).toInt();
    }
    const QChar letter = text[0].toUpper();
    const bool isLatin = letter >= u'A' && letter <= u'Z';
    return isLatin ? letter.unicode() - u'A' + 1 : static_cast<int>(stems.indexOf(letter)) + 1;
}

bool isLatinLetter(const std::string& text) {
    return text.size() == 1 && QChar(QLatin1Char(text.front())).isLetter();
}

/// Whether the cells of a row are numbered in turn, letters or stems first.
bool isNumberedInTurn(const Sheet& sheet, std::size_t row) {
    int last = 0;
    bool wasNumber = false;
    std::size_t count = 0;
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        if (!isFilled(sheet, row, column)) {
            continue;
        }
        bool isNumber = false;
        const int number = numberInLine(sheet, row, column, isNumber);
        const bool beginsDigits = isNumber && !wasNumber && number == 1;
        const bool goesOn = number == last + 1 && (count == 0 || isNumber == wasNumber);
        if (number == 0 || !(beginsDigits || goesOn)) {
            return false;
        }
        last = number;
        wasNumber = isNumber;
        ++count;
    }
    return count >= 2;
}

/// Whether years stand above a row, or up to three rows above it a word for units over its first
/// cell.
bool isBelowKeyHeading(const Sheet& sheet, std::size_t row) {
    constexpr std::size_t mostRows = 3;
    std::size_t key = 0;
    while (!isFilled(sheet, row, key)) {
        ++key;
    }
    for (std::size_t above = row; above > 0 && row - above < mostRows;) {
        --above;
        const RowContent content = rowContent(sheet, above);
        if (isYearHeader(content) || isLoneYear(content) ||
            (content.filled() > 1 && isKeyHeading(sheet.textAt(above, key)))) {
            return true;
        }
    }
    return false;
}

/// Whether a row of units of measure alone is one of a header, each over its own columns: there are
/// several, or names stand right above them, beside that of the names of units (城市).
bool isUnitRowOfHeader(const Sheet& sheet, std::size_t row, std::size_t first) {
    std::vector<std::string> units;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (!isFilled(sheet, row, column)) {
            continue;
        }
        if (column == 0 || !unitInCell(sheet, row, column).empty()) {
            return false; // "单位：" is of the whole table
        }
        units.push_back(unitAlone(sheet.textAt(row, column)));
    }
    const auto isOther = [&](const std::string& unit) {
        return !unit.empty() && !areSameMeasure(unit, units.front());
    };
    const bool hasNames = row > first && rowContent(sheet, row - 1).texts >= 2 &&
                          isUnitName(tidyHeader(sheet.textAt(row - 1, 0)));
    return !units.empty() && (hasNames || std::any_of(units.begin(), units.end(), isOther));
}

/// Whether the one text of a row is a title, though it stands over other columns than the first: it
/// has the number of a table or says a year among other words, and what stands below it names
/// variables rather than their scopes, years or units.
bool isTitleAside(const Sheet& sheet, std::size_t row) {
    static const QRegularExpression title(
        QStringLiteral("^(表|table|附表|续表)?\\s*\\d{1,2}[-–—.]\\d{1,3}(?!\\d)|"
                       "\\(([^()]*[,;、\\s])?(19|20)\\d\\d\\s*年?([,;、\\s][^()]*)?\\)$|"
                       "^(19|20)\\d\\d\\s*年度?(?![末底初]).*(指标|情况|统计|数据|各市|各地|城市)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto only = onlyCell(sheet, row);
    const std::string text = only ? tidyHeader(sheet.textAt(row, *only)) : std::string();
    if (text.empty() || yearAlone(text) != 0 ||
        !title.match(QString::fromStdString(text)).hasMatch()) {
        return false;
    }
    std::size_t names = 0;
    for (std::size_t column = 1; column < sheet.widthOf(row + 1); ++column) {
        const std::string below = tidyHeader(sheet.textAt(row + 1, column));
        const bool isPart = yearAlone(below) != 0 || !joinHeader({below}).scope.empty() ||
                            !unitAlone(below).empty() || isUnitOfMeasure(below);
        if (isPart) {
            return false;
        }
        names += below.empty() ? 0 : 1;
    }
    return names > 0 && isUnitName(tidyHeader(sheet.textAt(row + 1, 0)));
}

/// Whether the one text of a row says that the table goes on: 续表, (continued), 第2页.
bool isPageLine(const Sheet& sheet, std::size_t row) {
    const auto only = onlyCell(sheet, row);
    return only && isContinuation(tidyName(sheet.textAt(row, *only)));
}

/// The first column in which one of the first rows of a body is filled.
std::size_t firstColumnOf(const Sheet& sheet, std::size_t bodyBegin) {
    constexpr std::size_t looked = 5;
    std::size_t first = sheet.columnCount();
    for (std::size_t row = bodyBegin; row < std::min(sheet.rowCount(), bodyBegin + looked); ++row) {
        std::size_t column = 0;
        while (column < first && !isFilled(sheet, row, column)) {
            ++column;
        }
        first = column;
    }
    return first;
}

/// Whether rows say nothing but units of measure, scopes and totals beside the key, which are of
/// headings in other rows.
bool sayNoVariable(const Sheet& sheet, const HeaderRows& rows, std::size_t key) {
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
        for (std::size_t column = key + 1; column < sheet.columnCount(); ++column) {
            std::string text = tidyHeader(sheet.textAt(row, column));
            text = isBracketed(text) ? text.substr(1, text.size() - 2) : text;
            if (!text.empty() && !isUnitOfMeasure(text) && scopeWord(text).empty() &&
                !isTotalName(tidyName(text))) {
                return false;
            }
        }
    }
    return true;
}

bool holdsDigit(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether a cell heads names of units: 城市, "城 市", and with its translation below it.
bool headsUnits(const Sheet& sheet, std::size_t row, std::size_t column) {
    const std::string text = sheet.textAt(row, column);
    return isUnitName(tidyName(text)) || isUnitName(tidyName(text.substr(0, text.find('\n'))));
}

/// The row at which a header goes on above a blank row within it: the rows below leave the column
/// of names without a heading, and a row above has that heading among others; or the rows on one
/// side of it say no variable.
std::optional<std::size_t> beginAboveBlank(const Sheet& sheet, const HeaderRows& header,
                                           std::size_t first, std::size_t key) {
    if (header.begin < first + 2 || rowContent(sheet, header.begin - 1).filled() > 0) {
        return std::nullopt;
    }
    bool isKeyBlank = true;
    for (std::size_t row = header.begin; row < header.end; ++row) {
        isKeyBlank = isKeyBlank && !isFilled(sheet, row, key);
    }
    const bool sayLittle = sayNoVariable(sheet, header, key);
    const std::size_t end = header.begin - 1;
    for (std::size_t row = end; row-- > first && end - row <= mostRowsAboveBlank;) {
        if (headsUnits(sheet, row, key)) {
            const bool isHeader = rowContent(sheet, row).texts >= 2 && (isKeyBlank || sayLittle);
            return isHeader ? std::optional(row) : std::nullopt;
        }
        if (isFilled(sheet, row, key)) {
            break;
        }
    }
    const HeaderRows above{end - 1, end};
    const bool isGroup = sayLittle && isKeyBlank && onlyCell(sheet, end - 1) &&
                         rowContent(sheet, end - 1).texts == 1 && !isUnitLine(sheet, end - 1) &&
                         !holdsDigit(sheet.textAt(end - 1, *onlyCell(sheet, end - 1)));
    const bool isOfHeader = (isGroup || rowContent(sheet, end - 1).texts >= 2) &&
                            !isFilled(sheet, end - 1, key) && !isTitleWithUnit(sheet, end - 1);
    const bool isGroups = isKeyBlank && sayNoVariable(sheet, above, key);
    return isOfHeader && (sayLittle || isGroups) ? std::optional(end - 1) : std::nullopt;
}

/// Whether the last row above the body is nothing but the unit of measure of the whole table, below
/// the headings: "按当年价格计算  单位：亿元".
bool isUnitBelowHeader(const Sheet& sheet, std::size_t row, std::size_t first) {
    const auto only = onlyCell(sheet, row);
    return row > first && only && rowContent(sheet, row - 1).texts >= 2 &&
           !unitInLine(sheet.textAt(row, *only)).empty() &&
           !unitAlone(sheet.textAt(row, *only)).empty();
}

} // namespace

bool isTitleWithUnit(const Sheet& sheet, std::size_t row) {
    const std::string title = tidyHeader(sheet.textAt(row, 0));
    bool hasUnit = false;
    for (std::size_t column = 1; column < sheet.columnCount(); ++column) {
        if (!isFilled(sheet, row, column)) {
            continue;
        }
        const bool isStated = !unitInCell(sheet, row, column).empty();
        if (!isStated && !(hasUnit && isUnitOfMeasure(sheet.textAt(row, column)))) {
            return false;
        }
        hasUnit = true;
    }
    return hasUnit && !title.empty() && !isUnitName(title);
}

bool isNumberedLine(const Sheet& sheet, std::size_t row) {
    constexpr std::size_t mostLines = 2; // A, B, C above (1), (2), (3)
    std::size_t first = row;
    std::size_t next = row;
    for (std::size_t lines = 0; lines < mostLines && isNumberedInTurn(sheet, next); ++lines) {
        ++next;
    }
    while (first > 0 && row - first < mostLines && isNumberedInTurn(sheet, first - 1)) {
        --first;
    }
    if (first == 0 || next == row) {
        return false;
    }
    if (rowContent(sheet, first - 1).texts < 2 && !isBelowKeyHeading(sheet, row)) {
        return false;
    }
    while (next < sheet.rowCount() && rowContent(sheet, next).filled() == 0) {
        ++next;
    }
    std::size_t key = 0;
    while (!isFilled(sheet, row, key)) {
        ++key;
    }
    // Units may be called A and B, or 1 and 2: names below are longer, and Chinese below letters.
    const bool isNumberOfColumns =
        next < sheet.rowCount() && tidyHeader(sheet.textAt(next, key)).size() > 1 &&
        readNumber(sheet.at(next, key)).meaning == CellMeaning::Unreadable;
    return isNumberOfColumns &&
           (!isLatinLetter(tidyHeader(sheet.textAt(row, key))) ||
            hasHan(sheet.textAt(first - 1, key)) || hasHan(sheet.textAt(next, key)));
}

std::string unitInCell(const Sheet& sheet, std::size_t row, std::size_t column) {
    static const QRegularExpression word(QStringLiteral("^\\(?(?:计量)?单\\s*位\\s*:$"));
    const std::string text = tidyHeader(sheet.textAt(row, column));
    if (!word.match(QString::fromStdString(text)).hasMatch()) {
        return unitInLine(text);
    }
    std::size_t next = column + 1;
    while (next < sheet.columnCount() && !isFilled(sheet, row, next)) {
        ++next;
    }
    const std::string unit =
        next < sheet.columnCount() ? tidyHeader(sheet.textAt(row, next)) : std::string();
    return isUnitOfMeasure(unit) ? unit : std::string();
}

bool namesPlace(const Sheet& sheet, std::size_t row) {
    for (std::size_t column = 0; column < std::min(sheet.columnCount(), keyColumns); ++column) {
        if (namesUnit(sheet, row, column)) {
            return true;
        }
    }
    return false;
}

namespace {

/// The first filled column of a row; that behind the last where it has none.
std::size_t firstFilled(const Sheet& sheet, std::size_t row) {
    std::size_t column = 0;
    while (column < sheet.widthOf(row) && !isFilled(sheet, row, column)) {
        ++column;
    }
    return column;
}

/// Whether the numbers of two rows are the same, column by column.
bool holdSameNumbers(const Sheet& sheet, std::size_t a, std::size_t b) {
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        const CellValue first = readNumber(sheet.at(a, column));
        const CellValue second = readNumber(sheet.at(b, column));
        if (first.meaning == CellMeaning::Number &&
            (second.meaning != CellMeaning::Number || first.number != second.number)) {
            return false;
        }
    }
    return true;
}

/// Whether a row holds words over a column of years, up to three rows deep: 指标 over 单位.
bool headsYears(const Sheet& sheet, std::size_t row, std::size_t key) {
    constexpr std::size_t deepest = 3;
    for (std::size_t above = 0; above < deepest; ++above) {
        const RowContent content = rowContent(sheet, row - above);
        if (content.numbers > 0 || content.texts < 2 || !isFilled(sheet, row - above, key)) {
            return false;
        }
        if (isKeyHeading(sheet.textAt(row - above, key))) {
            return true;
        }
        if (row == above) {
            return false;
        }
    }
    return false;
}

} // namespace

bool isDataLikeYears(const Sheet& sheet, std::size_t row) {
    constexpr std::size_t mostRows = 20; // between it and its header
    if (!isYearHeader(rowContent(sheet, row))) {
        return false;
    }
    const std::size_t key = firstFilled(sheet, row);
    const auto isYearAt = [&](std::size_t at) {
        const CellValue value = readNumber(sheet.at(at, key));
        return (value.meaning == CellMeaning::Number && isYear(value.number)) ||
               yearAlone(tidyHeader(sheet.textAt(at, key))) != 0; // 2009年
    };
    const auto isNamed = [&](std::size_t at) {
        const std::string name = tidyHeader(sheet.textAt(at, key));
        return sheet.at(at, key).kind == CellKind::Text && !isYearAt(at) && !isKeyHeading(name) &&
               yearAlone(name) == 0 && !isBracketed(name) && unitAlone(name).empty();
    };
    const bool beginsWithYear = isYearAt(row);
    if (!beginsWithYear && !isNamed(row)) {
        return false;
    }
    for (std::size_t above = row; above > 0 && row - above < mostRows;) {
        --above;
        if (beginsWithYear && !isYearAt(above)) {
            return headsYears(sheet, above, key);
        }
        const RowContent content = rowContent(sheet, above);
        if (!beginsWithYear && !isNamed(above)) {
            return isYearHeader(content) && firstFilled(sheet, above) == key &&
                   isKeyHeading(sheet.textAt(above, key)) && !holdSameNumbers(sheet, row, above);
        }
        if (content.numbers == 0) {
            return false;
        }
    }
    return false;
}

bool holdsData(const Sheet& sheet, std::size_t row, std::size_t bodyBegin) {
    const RowContent content = rowContent(sheet, row);
    if (!looksLikeBody(content) || content.years == content.numbers) {
        return false;
    }
    std::vector<double> numbers;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (!isFilled(sheet, row, column)) {
            continue;
        }
        const ColumnContent below = columnContent(sheet, column, bodyBegin, sheet.rowCount());
        const CellValue value = readNumber(sheet.at(row, column));
        const bool isText = value.meaning == CellMeaning::Unreadable;
        const bool isOfUnits = isText && isUnitName(tidyHeader(sheet.textAt(row, column)));
        if (isOfUnits || (isText && below.numbers > below.texts)) {
            return false;
        }
        if (value.meaning == CellMeaning::Number) {
            numbers.push_back(value.number);
        }
    }
    return !areNumbered(numbers);
}

bool isUnitLine(const Sheet& sheet, std::size_t row) {
    bool hasUnit = false;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (!isFilled(sheet, row, column)) {
            continue;
        }
        const std::string text = tidyHeader(sheet.textAt(row, column));
        const bool isStated = !unitInCell(sheet, row, column).empty();
        const bool isAlone =
            column == 0 && !unitAlone(text).empty(); // 亿元, over other columns too
        if (!isStated && !isBracketed(text) && !isAlone && !(hasUnit && isUnitOfMeasure(text))) {
            return false;
        }
        hasUnit = true;
    }
    return hasUnit;
}

std::size_t firstUnitRow(const Sheet& sheet, std::size_t bodyBegin, std::size_t first) {
    std::size_t begin = bodyBegin;
    for (std::size_t row = bodyBegin; row-- > first;) {
        if (rowContent(sheet, row).filled() == 0) {
            continue;
        }
        const bool isUnit = namesPlaceOfBody(sheet, row, bodyBegin) ||
                            (row > first && isUnitWithoutValues(sheet, row, bodyBegin));
        if (!isUnit) {
            break;
        }
        begin = row;
    }
    return begin;
}

HeaderRows findHeaderRows(const Sheet& sheet, std::size_t bodyBegin, std::size_t first) {
    std::size_t row = bodyBegin - 1;
    while (row > first && (rowContent(sheet, row).filled() == 0 || isNumberedLine(sheet, row) ||
                           isSectionLine(sheet, row) || isUnitBelowHeader(sheet, row, first))) {
        --row;
    }
    HeaderRows header{row, row + 1};
    const std::size_t firstColumn = firstColumnOf(sheet, bodyBegin);
    while (header.begin > first && header.end - header.begin < mostHeaderRows) {
        const std::size_t above = header.begin - 1;
        const RowContent content = rowContent(sheet, above);
        const bool isTitle = content.filled() == 1 &&
                             (isFilled(sheet, above, 0) || isFilled(sheet, above, firstColumn) ||
                              isTitleAside(sheet, above) || isPageLine(sheet, above));
        const bool isOfTable = isUnitLine(sheet, above) && !isUnitRowOfHeader(sheet, above, first);
        if (const auto upper = beginAboveBlank(sheet, header, first, firstColumn)) {
            header.begin = *upper;
            continue;
        }
        const bool isData = namesPlace(sheet, above) &&
                            (content.numbers > content.years ||
                             (content.numbers == 0 && content.marks > 0 && // a table without any
                              content.texts <= content.marks + keyColumns));
        if (isData || content.filled() == 0 || isTitle || isOfTable ||
            isTitleWithUnit(sheet, above) || isSectionLine(sheet, above)) {
            break;
        }
        header.begin = above;
    }
    return header;
}

} // namespace citypanel::sheets
