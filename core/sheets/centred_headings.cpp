// SPDX-License-Identifier: GPL-3.0-or-later
// Sub-headings compared for the turns in which they come again.
#include "core/sheets/centred_headings.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/section_words.h"
#include "core/sheets/unit_lines.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace citypanel::sheets {

namespace {

constexpr std::size_t widestRun = 256; // columns that are compared

bool isInMergedRange(const Sheet& sheet, std::size_t row, std::size_t column) {
    return std::any_of(sheet.merged.begin(), sheet.merged.end(), [&](const MergedRange& range) {
        return range.firstRow <= row && row <= range.lastRow && range.firstColumn <= column &&
               column <= range.lastColumn;
    });
}

/// What stands below a row of the header in a column but for units of measure, "": nothing.
std::string textsBelow(const Sheet& sheet, const HeaderRows& header, std::size_t row,
                       std::size_t column) {
    std::string texts;
    bool isFilledBelow = false;
    for (std::size_t below = row + 1; below < header.end; ++below) {
        const std::string text = tidyHeader(sheet.textAt(below, column));
        isFilledBelow = isFilledBelow || !text.empty();
        texts += (unitAlone(text).empty() ? joinHeader({text}).name : std::string()) + '\n';
    }
    return isFilledBelow ? texts : std::string();
}

/// Neighbouring columns with sub-headings.
struct Run {
    std::size_t begin = 0;
    std::vector<std::string> below;    ///< by column
    std::vector<std::size_t> headings; ///< columns filled in the row
};

/// The run a column is in; none where a cell of the row is merged there, or it is too long.
std::optional<Run> runAround(const Sheet& sheet, const HeaderRows& header, std::size_t row,
                             std::size_t column, std::size_t firstColumn) {
    Run run{column, {}, {}};
    while (run.begin > firstColumn && column - run.begin < widestRun &&
           !textsBelow(sheet, header, row, run.begin - 1).empty()) {
        --run.begin;
    }
    for (std::size_t next = run.begin; next < sheet.columnCount(); ++next) {
        std::string below = textsBelow(sheet, header, row, next);
        if (below.empty()) {
            break;
        }
        if (run.below.size() == widestRun || isInMergedRange(sheet, row, next)) {
            return std::nullopt;
        }
        if (isFilled(sheet, row, next)) {
            run.headings.push_back(next);
        }
        run.below.push_back(std::move(below));
    }
    return run;
}

/// Whether the run is made of turns of the first `length` sub-headings, all of them different, and
/// each turn has exactly one heading.
bool isOfTurns(const Run& run, std::size_t length) {
    // 面积 over 市辖区, and a lost heading over 全市 | 市辖区: yearbooks have 全市 first.
    const bool beginsInDistricts = scopeWord(tidyHeader(run.below.front())) == "市辖区";
    if (beginsInDistricts && run.headings.front() == run.begin) {
        return false;
    }
    std::set<std::string> different;
    for (std::size_t i = 0; i < run.below.size(); ++i) {
        if (run.below[i] != run.below[i % length]) {
            return false;
        }
        different.insert(run.below[i]);
    }
    for (std::size_t i = 0; i < run.headings.size(); ++i) {
        if ((run.headings[i] - run.begin) / length != i) {
            return false;
        }
    }
    return different.size() == length;
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

} // namespace

std::optional<HeadingGroup> centredGroup(const Sheet& sheet, const HeaderRows& header,
                                         std::size_t row, std::size_t column,
                                         std::size_t firstColumn) {
    constexpr std::size_t fewestColumns = 2; // under one heading
    if (row + 1 >= header.end || column < firstColumn) {
        return std::nullopt;
    }
    const auto run = runAround(sheet, header, row, column, firstColumn);
    if (!run || run->headings.empty() || run->below.size() % run->headings.size() != 0) {
        return std::nullopt;
    }
    const std::size_t length = run->below.size() / run->headings.size();
    const bool isOfAll = run->headings.size() == 1 && row == header.begin &&
                         run->begin == firstColumn && run->headings[0] > firstColumn &&
                         areScopesOrYears(run->below);
    const bool isOfTurn = run->headings.size() > 1 && isOfTurns(*run, length);
    if (length < fewestColumns || column >= run->begin + run->below.size() ||
        !(isOfAll || isOfTurn)) {
        return std::nullopt;
    }
    const std::size_t turn = (column - run->begin) / length;
    const std::size_t begin = run->begin + turn * length;
    return HeadingGroup{begin, begin + length, run->headings[turn]};
}

} // namespace citypanel::sheets
