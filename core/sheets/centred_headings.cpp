// SPDX-License-Identifier: GPL-3.0-or-later
// Sub-headings compared for the turns in which they come again.
#include "core/sheets/centred_headings.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/section_words.h"
#include "core/sheets/unit_lines.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace citypanel::sheets {

namespace {

constexpr std::size_t widestRun = 256; // columns that are compared

/// What stands below a row of the header in a column but for units of measure, "": nothing.
std::string textsBelow(const Sheet& sheet, const HeaderRows& header, std::size_t row,
                       std::size_t column) {
    std::string texts;
    bool isFilledBelow = false;
    for (std::size_t below = row + 1; below < header.end; ++below) {
        const std::string text = tidyHeader(sheet.textAt(below, column));
        const bool isName = !text.empty() && unitAlone(text).empty();
        isFilledBelow = isFilledBelow || isName;
        texts += (isName ? joinHeader({text}).name : std::string()) + '\n';
    }
    return isFilledBelow ? texts : std::string();
}

/// Neighbouring columns with sub-headings.
struct Run {
    std::size_t begin = 0;
    std::vector<std::string> below;    ///< by column
    std::vector<std::size_t> headings; ///< columns filled in the row
};

/// Whether a sub-heading is marked as a part of what stands left of it: #工业, 其中：住宅.
bool isPartBelow(const Sheet& sheet, const HeaderRows& header, std::size_t row,
                 std::size_t column) {
    static const QRegularExpression mark(QStringLiteral("^(?:#|其中)"));
    for (std::size_t below = row + 1; below < header.end; ++below) {
        if (matches(tidyHeader(sheet.textAt(below, column)), mark)) {
            return true;
        }
    }
    return false;
}

/// The run a column is in; none where a cell of the row is merged there, or it is too long.
std::optional<Run> runAround(const Sheet& sheet, const HeaderRows& header, std::size_t row,
                             std::size_t column, std::size_t firstColumn) {
    Run run{column, {}, {}};
    if (isPartBelow(sheet, header, row, column)) {
        return std::nullopt; // under the heading at its left, whatever stands at its right
    }
    while (run.begin > firstColumn && column - run.begin < widestRun &&
           !isPartBelow(sheet, header, row, run.begin - 1) &&
           !textsBelow(sheet, header, row, run.begin - 1).empty()) {
        --run.begin;
    }
    for (std::size_t next = run.begin; next < sheet.columnCount(); ++next) {
        std::string below = textsBelow(sheet, header, row, next);
        if (below.empty()) {
            break;
        }
        if (run.below.size() == widestRun || isMerged(sheet, row, next)) {
            return std::nullopt;
        }
        if (isFilled(sheet, row, next)) {
            run.headings.push_back(next);
        }
        run.below.push_back(std::move(below));
    }
    return run;
}

/// Whether the sub-headings are those of their first `length` columns again and again.
bool comesAgain(const std::vector<std::string>& below, std::size_t length) {
    for (std::size_t i = length; i < below.size(); ++i) {
        if (below[i] != below[i - length]) {
            return false;
        }
    }
    return below.size() % length == 0;
}

/// Whether the run is made of turns of so many sub-headings, no shorter ones, and each turn has
/// exactly one heading.
bool isOfTurns(const Run& run, std::size_t length) {
    // 面积 over 市辖区, and a lost heading over 全市 | 市辖区: yearbooks have 全市 first.
    const bool beginsInDistricts = scopeWord(tidyHeader(run.below.front())) == "市辖区";
    if ((beginsInDistricts && run.headings.front() == run.begin) ||
        !comesAgain(run.below, length)) {
        return false;
    }
    for (std::size_t i = 0; i < run.headings.size(); ++i) {
        if ((run.headings[i] - run.begin) / length != i) {
            return false;
        }
    }
    for (std::size_t shorter = 1; shorter < length; ++shorter) {
        if (comesAgain(run.below, shorter)) {
            return false;
        }
    }
    return true;
}

/// Scopes or years, each of them once: one that comes again begins another group.
bool areScopesOrYears(const std::vector<std::string>& below) {
    if (std::set<std::string>(below.begin(), below.end()).size() != below.size()) {
        return false;
    }
    const auto isOne = [](const std::string& texts) {
        const std::string text = tidyHeader(texts); // v2017年: as names are written
        return yearAlone(text.starts_with('v') ? text.substr(1) : text) != 0 ||
               !scopeWord(text).empty();
    };
    return std::all_of(below.begin(), below.end(), isOne);
}

using Groups = std::vector<HeadingGroup>;

/// Whether all sub-headings of a group are different.
bool areDifferent(const Run& run, std::size_t begin, std::size_t end) {
    const auto first = run.below.begin() + static_cast<std::ptrdiff_t>(begin - run.begin);
    const auto last = run.below.begin() + static_cast<std::ptrdiff_t>(end - run.begin);
    return std::set<std::string>(first, last).size() == end - begin;
}

/// All ways to part the run from a column on so that each heading stands over the middle of its
/// group, or beside the middle, of two columns at least, where `isEven`.
void partFrom(const Run& run, std::size_t begin, bool isEven, Groups& groups,
              std::vector<Groups>& found) {
    constexpr std::size_t most = 2; // more do not tell more
    const std::size_t end = run.begin + run.below.size();
    if (found.size() == most || groups.size() == run.headings.size()) {
        if (begin == end && found.size() < most) {
            found.push_back(groups);
        }
        return;
    }
    const std::size_t heading = run.headings[groups.size()];
    if (heading < begin) {
        return;
    }
    const std::size_t middle = 2 * (heading - begin) + 1;
    for (std::size_t width = middle - (isEven ? 1 : 0); width <= middle + (isEven ? 1 : 0);
         ++width) {
        const bool isEnough = width > 1 || !isEven; // one alone is right over its column
        if (isEnough && heading < begin + width && begin + width <= end &&
            areDifferent(run, begin, begin + width)) {
            groups.push_back({begin, begin + width, heading, false});
            partFrom(run, begin + width, isEven, groups, found);
            groups.pop_back();
        }
    }
}

/// The groups whose headings stand right over the middle of theirs, or nearly so where that comes
/// out in one way only; empty where it does not.
Groups groupsByMiddle(const Run& run) {
    for (const bool isEven : {false, true}) {
        Groups groups;
        std::vector<Groups> found;
        partFrom(run, run.begin, isEven, groups, found);
        if (found.size() == 1) {
            return found.front();
        }
    }
    return {};
}

/// Whether headings reach to their right beyond doubt: from the first one on the sub-headings come
/// again below each of them. Columns left of it are of single indicators.
bool reachRight(const Run& run) {
    if (run.headings.size() < 2) {
        return false;
    }
    const auto skipped = static_cast<std::ptrdiff_t>(run.headings.front() - run.begin);
    const std::vector<std::string> below(run.below.begin() + skipped, run.below.end());
    const std::size_t length = run.headings[1] - run.headings[0];
    for (std::size_t i = 0; i < run.headings.size(); ++i) {
        if (run.headings[i] != run.headings.front() + i * length) {
            return false;
        }
    }
    return below.size() == length * run.headings.size() && comesAgain(below, length);
}

/// Whether a row above says something over a run of columns: it is no heading of the first level.
bool isHeadedAbove(const Sheet& sheet, const HeaderRows& header, std::size_t row, const Run& run) {
    for (std::size_t above = header.begin; above < row; ++above) {
        for (std::size_t column = run.begin; column < run.begin + run.below.size(); ++column) {
            if (isFilled(sheet, above, column) || isMerged(sheet, above, column)) {
                return true;
            }
        }
    }
    return false;
}

/// Whether the names of units stand in the first rows of a header, so that single indicators beside
/// groups stand there too, and a blank cell beside groups is of one of them.
bool areKeysOnTop(const Sheet& sheet, const HeaderRows& header, std::size_t row,
                  std::size_t firstColumn) {
    bool isOnTop = false;
    for (std::size_t column = 0; column < firstColumn; ++column) {
        for (std::size_t at = header.begin; at < header.end; ++at) {
            const bool isKey = isUnitName(tidyHeader(sheet.textAt(at, column)));
            isOnTop = isOnTop || (isKey && at <= row);
            if (isKey && at > row) {
                return false;
            }
        }
    }
    return isOnTop;
}

/// Whether headings do not stand over the first of their columns, as far as can be told: the first
/// column of neighbouring groups has none.
bool isOffItsColumns(const Sheet& sheet, const HeaderRows& header, std::size_t row, const Run& run,
                     std::size_t firstColumn) {
    return run.headings.front() != run.begin && !reachRight(run) &&
           areKeysOnTop(sheet, header, row, firstColumn) && !isHeadedAbove(sheet, header, row, run);
}

} // namespace

std::optional<HeadingGroup> centredGroup(const Sheet& sheet, const HeaderRows& header,
                                         std::size_t row, std::size_t column,
                                         std::size_t firstColumn) {
    constexpr std::size_t fewestColumns = 2; // under one heading
    if (row + 1 >= header.end || column < firstColumn) {
        return std::nullopt;
    }
    const auto run = runAround(sheet, header, row, column, firstColumn);
    if (!run || run->headings.empty() || column >= run->begin + run->below.size()) {
        return std::nullopt;
    }
    const std::size_t length = run->below.size() / run->headings.size();
    const bool isEven = run->below.size() % run->headings.size() == 0 && length >= fewestColumns;
    const bool isOfAll = run->headings.size() == 1 && row == header.begin &&
                         run->begin == firstColumn && run->headings[0] > firstColumn &&
                         areScopesOrYears(run->below);
    const bool isOfTurn = run->headings.size() > 1 && isEven && isOfTurns(*run, length);
    if (isEven && (isOfAll || isOfTurn)) {
        const std::size_t turn = (column - run->begin) / length;
        const std::size_t begin = run->begin + turn * length;
        return HeadingGroup{begin, begin + length, run->headings[turn]};
    }
    if (!isOffItsColumns(sheet, header, row, *run, firstColumn)) {
        return std::nullopt;
    }
    for (const HeadingGroup& group : groupsByMiddle(*run)) {
        if (group.begin <= column && column < group.end) {
            return group;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> doubtfulHeading(const Sheet& sheet, const HeaderRows& header,
                                           std::size_t column, std::size_t firstColumn) {
    for (std::size_t row = header.begin; row + 1 < header.end; ++row) {
        if (isFilled(sheet, row, column) || column < firstColumn) {
            continue;
        }
        const auto run = runAround(sheet, header, row, column, firstColumn);
        if (!run || run->headings.empty() || column >= run->begin + run->below.size() ||
            !isOffItsColumns(sheet, header, row, *run, firstColumn)) {
            continue;
        }
        // Where the headings come out one word for all of them does.
        const auto group = centredGroup(sheet, header, row, column, firstColumn);
        if (!group || (!group->isSure && column == run->begin)) {
            return row;
        }
    }
    return std::nullopt;
}

} // namespace citypanel::sheets
