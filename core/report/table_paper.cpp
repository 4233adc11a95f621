// SPDX-License-Identifier: GPL-3.0-or-later
// Heights of rows and notes, estimated from the lines that their text takes.
#include "core/report/table_paper.h"

#include "core/report/text_parts.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace citypanel::report {

namespace {

// Lengths are in twips.
constexpr int uprightMargin = 1440;
constexpr int landscapeMargin = 1077; ///< 1.9 cm
constexpr int cellMargin = 60;        ///< left and right, as the table style has it
constexpr int twipsOfHalfPoint = 10;
constexpr int compactSize = 15;
constexpr int smallestUpright = 15; ///< smaller text turns the paper
constexpr double latinLine = 1.15;  ///< height of a line of the size (Times New Roman)
constexpr double chineseLine = 1.45;
constexpr int captionHeight = 600;
constexpr int headingHeight = 840;
constexpr int spaceOfRules = 80;
constexpr double tight = 0.88;            // another program's fonts may need more than the page
constexpr std::size_t linesWithNotes = 4; ///< that stay on the page of the notes
constexpr double caution = 1.02;          ///< text is measured by tables of widths

int lineHeight(int halfPoints, bool isChinese) {
    const double natural = (isChinese ? chineseLine : latinLine) * twipsOfHalfPoint * halfPoints;
    return std::max(textLine(halfPoints).least, static_cast<int>(std::ceil(natural)));
}

int spacing(int halfPoints) {
    const TextLine line = textLine(halfPoints);
    return line.before + line.after;
}

bool hasChineseCell(const TypesetLine& line) {
    return std::any_of(line.cells.begin(), line.cells.end(),
                       [](const TypesetCell& cell) { return hasChinese(cell.text()); });
}

int heightOf(const TypesetTable& table, const ColumnWidths& widths, int halfPoints) {
    double height = captionHeight + spaceOfRules;
    for (const auto* lines : {&table.header, &table.body}) {
        for (const TypesetLine& line : *lines) {
            height += static_cast<double>(widths.linesOf(line)) *
                          lineHeight(halfPoints, hasChineseCell(line)) +
                      spacing(halfPoints);
        }
    }
    const std::string notes = noteParagraph(table);
    TypesetLine asLine{.cells = {{.head = notes, .span = static_cast<int>(table.columnCount)}}};
    height +=
        static_cast<double>(widths.linesOf(asLine)) * lineHeight(halfPoints, hasChinese(notes)) +
        spacing(halfPoints);
    return static_cast<int>(height * caution);
}

/// Papers and sizes in the order in which they are tried.
std::vector<TablePaper> candidates(const TypesetTable& table) {
    const int largest = table.density == Density::Compact ? compactSize : tableTextSizes.front();
    std::vector<TablePaper> papers;
    for (const bool isLandscape : {false, true}) {
        for (const int size : tableTextSizes) {
            if (size <= largest && (isLandscape || size >= smallestUpright)) {
                papers.push_back({.isLandscape = isLandscape, .halfPoints = size});
            }
        }
    }
    return papers;
}

} // namespace

TextLine textLine(int halfPoints) {
    if (halfPoints == tableTextSizes.front()) {
        return {.least = 250, .before = 10, .after = 30};
    }
    return {.least = halfPoints * 25 / 2};
}

int TablePaper::margin() const {
    return isLandscape ? landscapeMargin : uprightMargin;
}

int TablePaper::width() const {
    return (isLandscape ? pageLong : pageShort) - 2 * margin();
}

int TablePaper::height() const {
    return (isLandscape ? pageShort : pageLong) - 2 * margin();
}

bool TablePaper::keepsWithNext(const TypesetTable& table, std::size_t line) const {
    const std::size_t after = line + 1;
    return (holdsTable && !isTight) || after + linesWithNotes > table.body.size() ||
           table.body[line].kind == LineKind::Heading || table.body[after].isSecond();
}

PaperMeasures TablePaper::measures() const {
    return {.pageWidth = width(),
            .cellMargin = cellMargin,
            .halfEm = halfPoints * twipsOfHalfPoint / 2};
}

TablePaper paperFor(const TypesetTable& table, bool isHeaded) {
    std::optional<TablePaper> onSeveral; // pages, nothing broken within a line
    std::optional<TablePaper> crowded;   // on one page, with tests and labels on several lines
    std::optional<TablePaper> crowdedOnSeveral;
    const auto keep = [](std::optional<TablePaper>& kept, const TablePaper& paper) {
        kept = kept ? kept : paper;
    };
    const bool isRegression = std::any_of(table.body.begin(), table.body.end(),
                                          [](const TypesetLine& line) { return line.isSecond(); });
    TablePaper paper;
    for (const TablePaper& candidate : candidates(table)) {
        paper = candidate;
        const ColumnWidths widths(table, paper.measures());
        const int height = heightOf(table, widths, paper.halfPoints);
        const int room = paper.height() - (isHeaded ? headingHeight : 0);
        paper.holdsTable = height <= room;
        paper.isTight = height > tight * room;
        const bool fits = paper.isLandscape ? widths.fits() : widths.fitsPleasantly();
        // A list of rows may go on on the next page; a regression is smaller rather than divided.
        if (fits && (paper.holdsTable || !isRegression)) {
            return paper;
        }
        if (fits) {
            keep(onSeveral, paper);
        } else if (widths.keepsWords() && paper.isLandscape) {
            keep(paper.holdsTable ? crowded : crowdedOnSeveral, paper);
        }
    }
    for (const auto& next : {crowded, onSeveral, crowdedOnSeveral}) {
        if (next) {
            return *next;
        }
    }
    return paper;
}

} // namespace citypanel::report
