// SPDX-License-Identifier: GPL-3.0-or-later
// Headers found again down the column of units.
#include "core/sheets/table_blocks.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/header_text.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/of_which_headings.h"
#include "core/sheets/section_words.h"
#include "core/sheets/unit_lines.h"
#include "core/sheets/unit_of_measure.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace citypanel::sheets {

namespace {

constexpr std::size_t mostLinesAbove = 6; // title, units of measure, groups of columns, blanks

/// Texts and no numbers: a row of words over columns.
bool isRowOfWords(const Sheet& sheet, std::size_t row, std::size_t fewest) {
    const RowContent content = rowContent(sheet, row);
    return content.numbers == 0 && content.texts >= fewest;
}

/// Finds the column of the key in rows that are headers: words over units, periods or indicators,
/// by the texts as they stand in the cells.
class HeaderKeys {
public:
    HeaderKeys(const Sheet& sheet, const Layout& layout)
        : sheet_(sheet)
        , unitColumn_(layout.unitColumn < 0 ? layout.periodColumn : layout.unitColumn) {
        for (std::int64_t row = layout.headerBegin; unitColumn_ >= 0 && row < layout.headerEnd;
             ++row) {
            words_.insert(tidyName(sheet.textAt(static_cast<std::size_t>(row),
                                                static_cast<std::size_t>(unitColumn_))));
        }
        words_.erase(std::string());
        haveDigits_ = std::any_of(words_.begin(), words_.end(), startsWithDigit);
    }

    /// The column of the word for units, or of the first cell where that is a word for periods or
    /// indicators, or is what stands over the units of the table above.
    [[nodiscard]] std::optional<std::size_t> keyIn(std::size_t row) {
        bool isFirst = true;
        for (std::size_t column = 0; column < sheet_.widthOf(row); ++column) {
            const Cell cell = sheet_.at(row, column);
            if (cell.kind == CellKind::Text) {
                const Key key = keyOf(cell.text);
                const bool isAbove = static_cast<std::int64_t>(column) == unitColumn_;
                if (key == Key::Units || (key == Key::Others && isFirst) ||
                    (key == Key::AsAbove && isAbove)) {
                    return column;
                }
                isFirst = isFirst && key == Key::Blank;
            }
            isFirst = isFirst && cell.kind != CellKind::Number;
        }
        return std::nullopt;
    }

private:
    enum class Key : std::uint8_t { None, Blank, Units, Others, AsAbove };

    static bool startsWithDigit(std::string_view text) {
        const std::size_t first = text.starts_with('-') ? 1 : 0;
        return text.size() > first && text[first] >= '0' && text[first] <= '9';
    }

    Key keyOf(std::string_view text) {
        if (startsWithDigit(text) && !haveDigits_) {
            return Key::None; // a number of a text file: there are too many to remember
        }
        const auto found = known_.find(text);
        if (found != known_.end()) {
            return found->second;
        }
        return known_.emplace(text, readKey(text)).first->second; // the sheet keeps the text
    }

    Key readKey(std::string_view text) const {
        static const QRegularExpression indicators =
            caseless("^(指标|指标名称|项目|变量|indicator|item|variable|series)s?$");
        constexpr std::size_t longest = 40; // bytes of such a word
        const std::string word = tidyName(text);
        if (word.empty()) {
            return Key::Blank;
        }
        const bool mayBeWord =
            text.size() <= longest && text.find_first_of("0123456789") == std::string_view::npos;
        if (mayBeWord && isUnitWord(word)) {
            return Key::Units;
        }
        if (words_.contains(word)) {
            return Key::AsAbove;
        }
        const bool isOther = mayBeWord && (isPeriodName(word) || matches(word, indicators));
        return isOther ? Key::Others : Key::None;
    }

    const Sheet& sheet_;
    std::int64_t unitColumn_;
    std::set<std::string> words_;
    bool haveDigits_ = false; ///< one of the words begins with a digit
    std::unordered_map<std::string_view, Key> known_;
};

/// Texts, and no numbers but years.
bool isRowOfHeadings(const Sheet& sheet, std::size_t row) {
    const RowContent content = rowContent(sheet, row);
    return content.texts > 0 && content.filled() > 1 && content.years == content.numbers;
}

bool saysNote(const std::string& text) {
    static const QRegularExpression note(QStringLiteral("^(注|资料来源|数据来源|说明|note|source)"),
                                         QRegularExpression::CaseInsensitiveOption);
    return matches(text, note);
}

/// A line over a table that is alone in its row: "2-5 续表", "二、财政 (2012年)". A name alone may
/// be a unit without values.
bool isTitleLine(const Sheet& sheet, std::size_t row) {
    static const QRegularExpression title(
        QStringLiteral(
            "续|表|^\\d+ ?[-–—.]\\d+|(19|20)\\d\\d|^[一二三四五六七八九十]+、|table|contin"),
        QRegularExpression::CaseInsensitiveOption);
    std::string text;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (isFilled(sheet, row, column)) {
            if (!text.empty()) {
                return false;
            }
            text = tidyHeader(sheet.textAt(row, column));
        }
    }
    const bool isApart = row > 0 && rowContent(sheet, row - 1).filled() == 0;
    const bool isTitle = matches(text, title) || isApart ||
                         !joinHeader({text}).unitOfMeasure.empty(); // "年末总人口(万人)"
    return isTitle && !text.empty() && !saysNote(text);
}

/// Titles of tables side by side: 产值(亿元) | | 人口(万人).
bool isRowOfTitles(const Sheet& sheet, std::size_t row) {
    std::vector<std::size_t> titles;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (!isFilled(sheet, row, column)) {
            continue;
        }
        const bool isNext = column > 0 && isFilled(sheet, row, column - 1);
        if (isNext || sheet.at(row, column).kind != CellKind::Text) {
            return false; // most rows are told by their first cells, before any text is read
        }
        titles.push_back(column);
    }
    static const QRegularExpression numbered(QStringLiteral( // 2-3 面积(2014年)
        "^(?:表|table)?\\s*\\d+ ?[-–—.]\\d+|\\((?:19|20)\\d\\d年?\\)$"));
    return titles.size() > 1 && isRowOfWords(sheet, row, 2) &&
           std::all_of(titles.begin(), titles.end(), [&](std::size_t column) {
               const std::string text = tidyHeader(sheet.textAt(row, column));
               return matches(text, numbered) || !joinHeader({text}).unitOfMeasure.empty() ||
                      (titles.front() == 0 && saysWhatIsMeasured(joinHeader({text}).name));
           });
}

bool standsAboveHeader(const Sheet& sheet, std::size_t row, std::size_t key) {
    std::size_t first = 0;
    while (first <= key && !isFilled(sheet, row, first)) {
        ++first;
    }
    const RowContent content = rowContent(sheet, row);
    const bool isGroups = first > key && content.filled() > 0 && content.years == content.numbers;
    return content.filled() == 0 || isUnitLine(sheet, row) || isGroups ||
           isTitleWithUnit(sheet, row) || isTitleLine(sheet, row) || isSectionLine(sheet, row) ||
           isRowOfTitles(sheet, row);
}

/// A text alone in its row that may be a line of a title: no place, no number, no note.
bool mayBeTitle(const Sheet& sheet, std::size_t row) {
    const RowContent content = rowContent(sheet, row);
    if (content.numbers > 0 || content.texts != 1) {
        return false;
    }
    std::size_t column = 0;
    while (!isFilled(sheet, row, column)) {
        ++column;
    }
    const std::string text = sheet.textAt(row, column);
    return !saysNote(tidyHeader(text)) &&
           chinaPrefectures().match(tidyName(text), {.listsOnlyPlaces = true}).kind ==
               NameKind::Unknown;
}

/// The row at which the block of a header begins: the first of the lines directly above it (title,
/// units of measure, groups of columns, blank rows) that are no rows of a unit. Below row `last`.
std::size_t blockBegin(const Sheet& sheet, std::size_t header, std::size_t last, std::size_t key) {
    const std::string word = tidyHeader(sheet.textAt(header, key));
    std::size_t begin = header;
    for (std::size_t row = header; row > last + 1 && header - row < mostLinesAbove;) {
        --row;
        const bool isLine = rowContent(sheet, row).filled() == 1;
        const bool isOfYears = isPeriodName(word) && isLine;
        const bool isOfIndicators = isLine && isKeyHeading(word) && !isUnitWord(word) && row > 0 &&
                                    !namesUnit(sheet, row - 1, key); // of one place
        const bool isOfMeasure = // 固定资产投资 over 城市 | 亿元
            isLine && mayBeTitle(sheet, row) &&
            saysWhatIsMeasured(joinHeader({sheet.textAt(row, *onlyCell(sheet, row))}).name);
        if (standsAboveHeader(sheet, row, key) || isOfYears || isOfIndicators || isOfMeasure) {
            begin = row; // and the lines between it and the header with it
        } else if (!mayBeTitle(sheet, row)) {
            break;
        }
    }
    return begin;
}

/// Whether a row is that of a place among other places, or below years, whose values may look like
/// years.
bool isPlaceAmongPlaces(const Sheet& sheet, std::size_t row) {
    return namesPlace(sheet, row) &&
           ((row > 0 && (namesPlace(sheet, row - 1) || isYearHeader(rowContent(sheet, row - 1)))) ||
            (row + 1 < sheet.rowCount() && namesPlace(sheet, row + 1)));
}

/// How many years a row of years is to have in a wide table: half of those that stand in a row of
/// its header, be they over several columns each.
std::size_t fewestYears(const Sheet& sheet, const Layout& layout) {
    std::size_t most = 0;
    for (std::int64_t row = layout.headerBegin; row < layout.headerEnd; ++row) {
        const RowContent content = rowContent(sheet, static_cast<std::size_t>(row));
        const bool areYears = isYearHeader(content) || isLoneYear(content);
        most = areYears ? std::max(most, content.years + content.namedYears) : most;
    }
    return ((most == 0 ? layout.columns.size() : most) + 1) / 2;
}

/// Whether a row below the header of a wide table is years again, without a word over the units.
bool isHeaderOfYears(const Sheet& sheet, std::size_t row, const Layout& layout,
                     std::size_t fewest) {
    if (layout.kind != LayoutKind::WideByPeriod) {
        return false;
    }
    const RowContent content = rowContent(sheet, row);
    const std::size_t named = content.numbers == 0 && content.texts >= fewest
                                  ? countNamedYears(sheet, row) // 2011年, 2012年
                                  : content.namedYears;
    const bool areYears =
        isYearHeader(content) || (content.numbers == 0 && named > 1 && named + 1 >= content.texts);
    return areYears && content.years + named >= fewest && !isPlaceAmongPlaces(sheet, row) &&
           !isDataLikeYears(sheet, row);
}

/// Whether a row below a header without a word in its corner is of places across: those of another
/// table with rows and columns turned.
bool isHeaderOfPlaces(const Sheet& sheet, std::size_t row, const Layout& layout) {
    if (layout.unitColumn < 0 ||
        isFilled(sheet, row, static_cast<std::size_t>(layout.unitColumn)) ||
        !isRowOfWords(sheet, row, 2)) {
        return false;
    }
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (isFilled(sheet, row, column) && !namesUnit(sheet, row, column)) {
            return false;
        }
    }
    return true;
}

/// Whether a line is the title of another table whose header leaves the corner over the names of
/// units blank: below it stand headings, units of measure perhaps, and then a place.
bool isTitleOverBlankCorner(const Sheet& sheet, std::size_t row, const Layout& layout) {
    constexpr std::size_t mostRows = 10; // headings, a total, a province, the first place
    const auto key = static_cast<std::size_t>(layout.unitColumn);
    const auto only = onlyCell(sheet, row);
    const bool isTitle = only ? isTitleLine(sheet, row) : isRowOfTitles(sheet, row);
    if (layout.unitColumn < 0 || !isTitle || isSectionLine(sheet, row) || namesPlace(sheet, row) ||
        (only && !unitInLine(sheet.textAt(row, *only)).empty() &&
         textBeforeUnit(sheet.textAt(row, *only)).empty())) {
        return false;
    }
    bool hasHeadings = false;
    const std::size_t end = std::min(sheet.rowCount(), row + 1 + mostRows);
    for (std::size_t below = row + 1; below < end; ++below) {
        const RowContent content = rowContent(sheet, below);
        const auto line = onlyCell(sheet, below); // another line of the title
        if (content.filled() == 0 || isUnitLine(sheet, below) || (line && *line < key)) {
            continue;
        }
        if (isFilled(sheet, below, key)) {
            const bool isWithoutValues = content.numbers == 0; // a province
            const bool isUnit = hasHeadings && namesUnit(sheet, below, key);
            if (isUnit && isWithoutValues) {
                continue;
            }
            return isUnit;
        }
        if (content.numbers > content.years) {
            return false;
        }
        hasHeadings = true;
    }
    return false;
}

/// The first of the rows of headings without a word over the units that a row belongs to.
std::size_t firstHeading(const Sheet& sheet, std::size_t row, std::size_t last,
                         const Layout& layout) {
    const auto key = static_cast<std::size_t>(layout.unitColumn);
    while (row > last + 1 && !isFilled(sheet, row, key) && !isFilled(sheet, row - 1, key) &&
           isRowOfWords(sheet, row - 1, 1)) {
        --row;
    }
    return row;
}

/// The rows of a header over one column.
std::vector<HeaderText> headingsOver(const Sheet& sheet, const Layout& layout, std::size_t column) {
    std::vector<HeaderText> headings;
    for (std::int64_t row = layout.headerBegin; row < layout.headerEnd; ++row) {
        headings.push_back(
            joinHeader({tidyHeader(sheet.textAt(static_cast<std::size_t>(row), column))}));
    }
    return headings;
}

/// Whether a heading stands over a column already, in the same unit of measure.
bool isHeadingOf(const Sheet& sheet, const Layout& layout, std::size_t column,
                 const HeaderText& heading) {
    const auto known = headingsOver(sheet, layout, column);
    const bool isKnown = std::any_of(known.begin(), known.end(), [&](const HeaderText& above) {
        return above.name == heading.name && above.scope == heading.scope;
    });
    const auto described = findColumn(layout, static_cast<std::int64_t>(column));
    return isKnown && (heading.unitOfMeasure.empty() ||
                       (described != nullptr &&
                        areSameMeasure(heading.unitOfMeasure, described->unitOfMeasure)));
}

/// What rows of words without one over the units say.
struct HeadingsBeside {
    std::set<std::string> texts;
    bool nameVariables = false; ///< one is neither a unit of measure nor a scope
    bool isOther = false;       ///< one does not stand over its column yet
    bool isInHan = false;
    bool haveUnits = false; ///< 人口(万人)
};

/// The headings in rows [begin, end); nothing where a cell is a note, a place or a mark.
std::optional<HeadingsBeside> headingsBeside(const Sheet& sheet, const Layout& layout,
                                             std::size_t begin, std::size_t end) {
    HeadingsBeside found;
    for (std::size_t row = begin; row < end; ++row) {
        for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
            const std::string text = tidyHeader(sheet.textAt(row, column));
            if (text.empty()) {
                continue;
            }
            if (saysNote(text) || readNumber(text).meaning != CellMeaning::Unreadable) {
                return std::nullopt;
            }
            found.texts.insert(text);
            found.isInHan = found.isInHan || hasHan(text);
            if (isUnitOfMeasure(text)) {
                const auto described = findColumn(layout, static_cast<std::int64_t>(column));
                found.isOther = found.isOther || described == nullptr ||
                                !areSameMeasure(text, described->unitOfMeasure);
                continue;
            }
            const HeaderText heading = joinHeader({text});
            found.isOther = found.isOther || !isHeadingOf(sheet, layout, column, heading);
            found.haveUnits = found.haveUnits || !heading.unitOfMeasure.empty();
            found.nameVariables = found.nameVariables || scopeWord(text).empty();
        }
    }
    return found;
}

/// Whether the numbers of a row stand in the one column that is headed above it, and in no other.
bool isNumberBelow(const Sheet& sheet, std::size_t heading, std::size_t row) {
    const auto only = onlyCell(sheet, heading);
    return only && rowContent(sheet, row).numbers == 1 &&
           readNumber(sheet.at(row, *only)).meaning == CellMeaning::Number;
}

/// The first row with a number at or below a row, where places stand in all rows to it.
std::optional<std::size_t> firstPlaceWithNumber(const Sheet& sheet, std::size_t row,
                                                std::size_t key) {
    constexpr std::size_t mostRows = 5; // the numbers of columns, a total, a province
    const std::size_t end = std::min(sheet.rowCount(), row + mostRows);
    for (; row < end && (namesUnit(sheet, row, key) || isNumberedLine(sheet, row)); ++row) {
        if (rowContent(sheet, row).numbers > 0 && namesUnit(sheet, row, key)) {
            return row;
        }
    }
    return std::nullopt;
}

/// Whether a row below a header without a word over the units begins another such header, of other
/// variables or of the same in another order, with places below it.
bool isHeaderUnderBlankCorner(const Sheet& sheet, std::size_t row, const Layout& layout) {
    constexpr std::size_t mostHeaderRows = 5;
    if (layout.unitColumn < 0) {
        return false;
    }
    const auto key = static_cast<std::size_t>(layout.unitColumn);
    if (isFilled(sheet, row, key) || !isRowOfWords(sheet, row, 1) || isUnitLine(sheet, row) ||
        isSectionLine(sheet, row)) {
        return false;
    }
    for (std::int64_t above = layout.headerBegin; above < layout.headerEnd; ++above) {
        if (isFilled(sheet, static_cast<std::size_t>(above), key)) {
            return false;
        }
    }
    std::size_t below = row + 1;
    while (below < sheet.rowCount() && below - row < mostHeaderRows &&
           !isFilled(sheet, below, key) && isRowOfWords(sheet, below, 1)) {
        ++below;
    }
    const auto found = headingsBeside(sheet, layout, row, below);
    const auto place = firstPlaceWithNumber(sheet, below, key);
    if (!found || !place || !found->isOther || !found->nameVariables) {
        return false;
    }
    const bool wasInHan =
        std::any_of(layout.columns.begin(), layout.columns.end(), [](const ColumnLayout& column) {
            return column.isImported && hasHan(column.label);
        });
    const bool isHeading =
        found->texts.size() > 1 || found->haveUnits || isNumberBelow(sheet, row, *place);
    return isHeading && found->isInHan == wasInHan;
}

} // namespace

std::vector<std::size_t> blockBegins(const Sheet& sheet, const Layout& layout) {
    std::vector<std::size_t> begins;
    if (layout.headerEnd <= layout.headerBegin) {
        return begins;
    }
    HeaderKeys keys(sheet, layout);
    const std::size_t end = std::min(sheet.rowCount(), static_cast<std::size_t>(layout.bodyEnd));
    const std::size_t years = fewestYears(sheet, layout);
    const auto goesOn = [&](std::size_t row, std::size_t key) {
        const RowContent content = rowContent(sheet, row);
        const bool isWithoutValues = content.texts <= content.marks + 1 && content.marks > 0;
        if (namesUnit(sheet, row, key) || isWithoutValues) {
            return false; // a place of which nothing is known
        }
        const bool isOfYears = isYearHeader(content) && content.texts == content.namedYears + 1;
        return isRowOfWords(sheet, row, 1) || isHeaderOfYears(sheet, row, layout, years) ||
               (isOfYears && keys.keyIn(row)); // City, 2007, 2008
    };
    std::size_t last = static_cast<std::size_t>(layout.bodyBegin);
    for (std::size_t row = last + 1; row < end; ++row) {
        if (isTitleOverBlankCorner(sheet, row, layout) ||
            isHeaderUnderBlankCorner(sheet, row, layout)) {
            begins.push_back(firstHeading(sheet, row, last, layout));
            while (row + 1 < end &&
                   !isFilled(sheet, row + 1, static_cast<std::size_t>(layout.unitColumn))) {
                ++row; // to the last of its headings
            }
            last = row;
            continue;
        }
        const auto key = keys.keyIn(row);
        const bool isHeader = (key && isRowOfHeadings(sheet, row)) ||
                              isHeaderOfYears(sheet, row, layout, years) ||
                              isHeaderOfPlaces(sheet, row, layout);
        if (!isHeader) {
            continue;
        }
        const std::size_t keyColumn = key.value_or(0);
        begins.push_back(blockBegin(sheet, row, last, keyColumn));
        while (row + 1 < end && goesOn(row + 1, keyColumn)) {
            ++row; // in English perhaps, with a word for units again; with the years of variables
        }
        last = row;
    }
    return begins;
}

bool isUnitHeader(const Sheet& sheet, std::size_t row) {
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (isFilled(sheet, row, column)) {
            return isRowOfHeadings(sheet, row) && isKeyHeading(sheet.textAt(row, column));
        }
    }
    return false;
}

bool saysContinued(const std::string& title) {
    static const QRegularExpression continued = caseless("续|continue");
    return matches(title, continued) || isContinuation(title);
}

bool holdTheSame(const Layout& a, const Layout& b) {
    const bool haveSameKeys = a.kind == b.kind && a.unitColumn == b.unitColumn &&
                              a.periodColumn == b.periodColumn && a.periodRule == b.periodRule &&
                              a.givenPeriod == b.givenPeriod && a.givenUnit == b.givenUnit;
    const auto imported = [](const Layout& layout) {
        std::vector<const ColumnLayout*> columns;
        for (const ColumnLayout& column : layout.columns) {
            if (column.isImported) {
                columns.push_back(&column);
            }
        }
        return columns;
    };
    const auto first = imported(a);
    const auto second = imported(b);
    return haveSameKeys && std::equal(first.begin(), first.end(), second.begin(), second.end(),
                                      [](const ColumnLayout* x, const ColumnLayout* y) {
                                          return x->column == y->column && x->name == y->name &&
                                                 x->scope == y->scope && x->period == y->period &&
                                                 areSameMeasure(x->unitOfMeasure, y->unitOfMeasure);
                                      });
}

} // namespace citypanel::sheets
