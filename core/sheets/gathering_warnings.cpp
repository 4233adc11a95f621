// SPDX-License-Identifier: GPL-3.0-or-later
// What a table that is being gathered is to be looked at for.
#include "core/sheets/cell_text.h"
#include "core/sheets/centred_headings.h"
#include "core/sheets/gathering.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_groups.h"
#include "core/sheets/heading_units.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/measured_values.h"
#include "core/sheets/mistyped_years.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/named_year.h"
#include "core/sheets/regions.h"
#include "core/sheets/section_words.h"
#include "core/sheets/unit_lines.h"
#include "core/sheets/unit_of_measure.h"
#include "core/sheets/year_headers.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace citypanel::sheets {

namespace {

/// Whether a column is in a unit of which there are only whole ones, and no mean or share of them.
bool countsWholes(const ColumnLayout& column) {
    static const std::set<std::string> wholes{"人", "户", "辆", "个", "家", "所"};
    static const QRegularExpression means =
        caseless("均|每|率|比|重|密度|指数|插值|/|\\b(per|mean|average|ratio|rate)\\b");
    const auto unit = measureUnit(column.unitOfMeasure);
    return unit && unit->scale == 1.0 && wholes.contains(unit->base) &&
           !matches(column.label + ' ' + column.name, means);
}

/// The first row with a fraction where most values of a column are fractions; the first rows speak
/// for the others.
std::optional<std::size_t> firstFraction(const Sheet& sheet, const Layout& layout,
                                         std::size_t column) {
    constexpr std::size_t looked = 60;
    constexpr std::size_t fewest = 5;
    std::size_t numbers = 0;
    std::size_t fractions = 0;
    std::optional<std::size_t> first;
    const auto end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end && numbers < looked;
         ++row) {
        const CellValue value = readNumber(sheet.at(row, column));
        if (value.meaning != CellMeaning::Number || isLeftOut(sheet, layout, row)) {
            continue;
        }
        ++numbers;
        if (std::floor(value.number) != value.number) {
            ++fractions;
            first = first ? first : row;
        }
    }
    return numbers >= fewest && 2 * fractions > numbers ? first : std::nullopt;
}

} // namespace

void Gathering::warnOfMixedMeasure(const Table& table, const ColumnLayout& column) {
    const bool mayBeMixed = !column.isText && column.unitOfMeasure.empty();
    const auto mixed =
        mayBeMixed ? mixedMeasure(table.sheet, table.layout, column.column) : std::nullopt;
    if (mixed && mixed->unitOfMeasure == "%") { // cells in other units are not read at all
        Problem warning{.code = ProblemCode::UnitOfMeasureDiffers,
                        .place =
                            placeOf(table, mixed->row, static_cast<std::size_t>(column.column)),
                        .found = mixed->unitOfMeasure,
                        .severity = Severity::Warning};
        warning.place.variable = column.name;
        result_.report.warnings.push_back(std::move(warning));
    }
}

void Gathering::warnOfScaledCells(const Table& table) {
    if (!table.sheet.scaled) {
        return;
    }
    const std::size_t row = table.sheet.scaled->row;
    const std::size_t column = table.sheet.scaled->column;
    const auto taken =
        std::find_if(table.columns.begin(), table.columns.end(), [&](const TakenColumn& known) {
            return known.layout.column == static_cast<std::int64_t>(column);
        });
    if (taken == table.columns.end() || !warnedScaled_.insert(table.sheet.name()).second) {
        return;
    }
    Problem warning{.code = ProblemCode::ShownOtherwise,
                    .place = placeOf(table, row, column),
                    .found = table.sheet.textAt(row, column),
                    .severity = Severity::Warning};
    warning.place.variable = taken->layout.name;
    result_.report.warnings.push_back(std::move(warning));
}

void Gathering::warnOfUnitLines(const Table& table) {
    for (const UnitLine& line : unitLines(table.sheet, table.layout)) {
        std::size_t column = 0;
        while (!isFilled(table.sheet, line.row, column)) {
            ++column;
        }
        Problem warning{.code = ProblemCode::UnitOfMeasureDiffers,
                        .place = placeOf(table, line.row, column),
                        .found = line.unitOfMeasure,
                        .expected = line.column->unitOfMeasure,
                        .severity = Severity::Warning};
        warning.place.variable = line.column->name;
        const auto isSame = [&](const Problem& known) { // of another table of the same rows
            return known.code == warning.code && known.place.file == warning.place.file &&
                   known.place.sheet == warning.place.sheet &&
                   known.place.cell == warning.place.cell;
        };
        Problems& warnings = result_.report.warnings;
        if (std::none_of(warnings.begin(), warnings.end(), isSame)) {
            warnings.push_back(std::move(warning));
        }
    }
}

void Gathering::warnOfMisreadNames(const Table& table) {
    std::set<std::string> told;
    for (std::size_t i = 0; gazetteer_ != nullptr && i < table.units.rows.size(); ++i) {
        const UnitRow& unit = table.units.rows[i];
        if (!unit.place || unit.isDecided || !gazetteer_->isMisread(tidyName(unit.written)) ||
            !told.insert(unit.written).second) {
            continue;
        }
        const auto row = static_cast<std::size_t>(table.layout.bodyBegin) + i;
        result_.report.warnings.push_back(
            {.code = ProblemCode::UnitMisread,
             .place = placeOf(table, row, static_cast<std::size_t>(table.layout.unitColumn)),
             .found = unit.written,
             .expected = gazetteer_->places()[*unit.place].name,
             .severity = Severity::Warning});
    }
}

void Gathering::warnOfLabels(const Table& table) {
    for (const TakenColumn& column : table.columns) {
        const auto at = static_cast<std::size_t>(column.layout.column);
        const auto labels = table.sheet.valueLabels.find(at);
        if (column.layout.isText || labels == table.sheet.valueLabels.end()) {
            continue;
        }
        const ValueLabels& known =
            valueLabels_.emplace(column.layout.name, labels->second).first->second;
        for (const double code : {0.0, 1.0}) {
            const auto label = labels->second.find(code);
            const auto other = known.find(code);
            if (label == labels->second.end() || other == known.end() ||
                tidyHeader(other->second) == tidyHeader(label->second)) {
                continue;
            }
            const std::string number = code == 0.0 ? "0" : "1";
            Problem warning{.code = ProblemCode::ValueLabelsDiffer,
                            .place = placeOf(table, 0, at),
                            .found = number + " = " + label->second,
                            .expected = number + " = " + other->second,
                            .severity = Severity::Warning};
            warning.place.variable = column.layout.name;
            result_.report.warnings.push_back(std::move(warning));
            break;
        }
    }
}

void Gathering::warnOfFractions(const Table& table) {
    std::set<std::string> told;
    for (const TakenColumn& column : table.columns) {
        if (column.layout.isText || column.conversion || !countsWholes(column.layout)) {
            continue;
        }
        const auto at = static_cast<std::size_t>(column.layout.column);
        const auto row = firstFraction(table.sheet, table.layout, at);
        if (row && told.insert(column.layout.name).second) {
            Problem warning{.code = ProblemCode::UnitOfMeasureDoubtful,
                            .place = placeOf(table, *row, at),
                            .found = table.sheet.textAt(*row, at),
                            .expected = column.layout.unitOfMeasure,
                            .severity = Severity::Warning};
            warning.place.variable = column.layout.name;
            result_.report.warnings.push_back(std::move(warning));
        }
    }
}

void Gathering::warnOfUnitAbove(const Table& table) {
    const Layout& layout = table.layout;
    const auto above = layout.isTransposed ? std::nullopt : unitAbove(table.sheet, layout);
    for (const TakenColumn& column : table.columns) {
        const std::string& heading = column.layout.label;
        const bool lacksUnit = !column.layout.isText && column.layout.unitOfMeasure.empty();
        if (!above || !lacksUnit ||
            (!countsThings(heading) && !mayBeIn(heading, above->unitOfMeasure))) {
            continue;
        }
        Problem warning{.code = ProblemCode::UnitOfMeasureDiffers,
                        .place = placeOf(table, above->row, above->column),
                        .found = above->unitOfMeasure,
                        .severity = Severity::Warning};
        warning.place.variable = column.layout.name;
        Problems& warnings = result_.report.warnings;
        if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end()) {
            warnings.push_back(std::move(warning));
        }
    }
}

void Gathering::warnOfEmptyHeadings(const Table& table) {
    const Layout& layout = table.layout;
    const HeaderRows header{static_cast<std::size_t>(layout.headerBegin),
                            static_cast<std::size_t>(layout.headerEnd)};
    std::size_t firstColumn = table.sheet.columnCount();
    for (const TakenColumn& taken : table.columns) {
        firstColumn = std::min(firstColumn, static_cast<std::size_t>(taken.layout.column));
    }
    for (const TakenColumn& taken : table.columns) {
        const ColumnLayout& column = taken.layout;
        const auto at = static_cast<std::size_t>(column.column);
        auto row = doubtfulHeading(table.sheet, header, at, firstColumn);
        if (!row && isNamedWithoutHeading(column)) {
            row = header.begin;
            while (*row + 1 < header.end && isFilled(table.sheet, *row, at)) {
                ++*row;
            }
        }
        if (!row) {
            continue;
        }
        Problem warning{.code = ProblemCode::HeaderNotFound,
                        .place = placeOf(table, *row, at),
                        .severity = Severity::Warning};
        warning.place.variable = column.name;
        if (const auto group = centredGroup(table.sheet, header, *row, at, firstColumn)) {
            warning.expected = tidyHeader(table.sheet.textAt(*row, group->heading));
        }
        result_.report.warnings.push_back(std::move(warning));
    }
}

void Gathering::warnOfMergedValues(const Table& table) {
    const auto bodyBegin = static_cast<std::size_t>(table.layout.bodyBegin);
    const auto bodyEnd = static_cast<std::size_t>(table.layout.bodyEnd);
    const auto isTaken = [&](std::size_t column) {
        return std::any_of(table.columns.begin(), table.columns.end(),
                           [&](const TakenColumn& taken) {
                               return taken.layout.column == static_cast<std::int64_t>(column) &&
                                      !taken.layout.isText;
                           });
    };
    for (const MergedRange& range : table.sheet.merged) {
        const bool isDown = range.lastRow > range.firstRow;
        const std::size_t column = isDown ? range.firstColumn : range.firstColumn + 1;
        const std::size_t row = isDown ? range.firstRow + 1 : range.firstRow;
        const bool isWithin = range.firstRow >= bodyBegin && range.firstRow < bodyEnd &&
                              column <= range.lastColumn && isTaken(range.firstColumn) &&
                              isTaken(column);
        const CellValue value = readNumber(table.sheet.at(range.firstRow, range.firstColumn));
        if (!isWithin || value.meaning != CellMeaning::Number ||
            isFilled(table.sheet, row, column)) {
            continue;
        }
        result_.report.warnings.push_back(
            {.code = ProblemCode::CellUnreadable,
             .place = placeOf(table, row, column),
             .found = table.sheet.textAt(range.firstRow, range.firstColumn),
             .expected = cellNameInFile(table.layout, range.firstRow, range.firstColumn),
             .severity = Severity::Warning});
    }
}

void Gathering::warnOfYearLines(const Table& table) {
    const Layout& layout = table.layout;
    const auto warn = [&](std::size_t row, std::size_t column, std::int64_t year) {
        if (year != 0 && year != table.period) {
            result_.report.warnings.push_back({.code = ProblemCode::PeriodMissing,
                                               .place = placeOf(table, row, column),
                                               .found = std::to_string(year),
                                               .expected = std::to_string(table.period),
                                               .severity = Severity::Warning});
        }
    };
    for (const ColumnLayout& column : layout.columns) { // rows of a turned sheet
        if (layout.isTransposed && !column.isImported) {
            warn(static_cast<std::size_t>(std::max<std::int64_t>(layout.headerEnd - 1, 0)),
                 static_cast<std::size_t>(column.column), yearAlone(column.label));
        }
    }
    const std::size_t end =
        std::min(static_cast<std::size_t>(layout.bodyEnd), table.sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end; ++row) {
        const auto only = layout.isTransposed ? std::nullopt : onlyCell(table.sheet, row);
        if (only && table.sheet.at(row, *only).kind == CellKind::Text) {
            const NamedYear year = namedYear(table.sheet.textAt(row, *only), NamedBy::Text);
            warn(row, *only, year.isMarked ? year.data : 0); // 3-1 各市(2015年)
        }
    }
}

void Gathering::warnOfOtherYears(const Table& table) {
    if (table.layout.kind != LayoutKind::OnePeriod) {
        return;
    }
    warnOfYearLines(table);
    for (const TakenColumn& taken : table.columns) {
        const ColumnLayout& column = taken.layout;
        const NameAndYear said = splitYear(column.label);
        if (said.year == 0 || said.year == table.period || isCodeName(said.name)) {
            continue;
        }
        const auto row = static_cast<std::size_t>(
            std::max<std::int64_t>(table.layout.headerEnd - 1, table.layout.headerBegin));
        Problem warning{.code = ProblemCode::PeriodMissing,
                        .place = placeOf(table, row, static_cast<std::size_t>(column.column)),
                        .found = std::to_string(said.year),
                        .expected = std::to_string(table.period),
                        .severity = Severity::Warning};
        warning.place.variable = column.name;
        result_.report.warnings.push_back(std::move(warning));
    }
}

void Gathering::warnOfShape(const Table& table) {
    const Layout& layout = table.layout;
    if (layout.headerEnd <= layout.headerBegin) {
        result_.report.warnings.push_back(
            {.code = ProblemCode::HeaderNotFound,
             .place = placeOf(table, static_cast<std::size_t>(layout.bodyBegin), 0),
             .severity = Severity::Warning});
    }
    for (const CellIndex& cell : mistypedYears(table.sheet, layout)) {
        const auto row = static_cast<std::size_t>(cell.row);
        const auto column = static_cast<std::size_t>(cell.column);
        result_.report.warnings.push_back({.code = ProblemCode::PeriodUnreadable,
                                           .place = placeOf(table, row, column),
                                           .found = tidyHeader(table.sheet.textAt(row, column)),
                                           .severity = Severity::Warning});
    }
    warnOfScaledCells(table);
    warnOfEmptyHeadings(table);
    warnOfMergedValues(table);
    warnOfOtherYears(table);
    warnOfUnitLines(table);
    warnOfUnitAbove(table);
    warnOfLabels(table);
    warnOfMisreadNames(table);
    warnOfFractions(table);
    if (layout.unitColumn < 0 && layout.givenUnit.empty() && plan_.sheets.size() > 1) {
        result_.report.warnings.push_back(
            {.code = ProblemCode::UnitsNotNamed,
             .place = placeOf(table, static_cast<std::size_t>(layout.bodyBegin), 0),
             .severity = Severity::Warning});
    }
    const bool holdsIndicators =
        table.units.distinctPlaces == 0 && holdsIndicatorsAsUnits(table.sheet, layout);
    if (holdsIndicators || hasPlacesAcross(table)) {
        const auto header = static_cast<std::size_t>(layout.headerEnd - 1);
        const auto body = static_cast<std::size_t>(layout.bodyBegin);
        const auto column = static_cast<std::size_t>(layout.unitColumn);
        result_.report.warnings.push_back({.code = ProblemCode::UnitUnmatched,
                                           .place = placeOf(table, header, column),
                                           .found = table.sheet.textAt(body, column),
                                           .severity = Severity::Warning});
    }
}

bool Gathering::hasPlacesAcross(const Table& table) const {
    constexpr std::ptrdiff_t fewest = 2;
    const Layout& layout = table.layout;
    if (gazetteer_ == nullptr || layout.unitColumn < 0 || layout.headerEnd <= layout.headerBegin ||
        table.units.distinctPlaces > 0) {
        return false;
    }
    return std::count_if(
               layout.columns.begin(), layout.columns.end(), [&](const ColumnLayout& column) {
                   // 石家庄市, 2017年; 石家庄市, 全市
                   const std::string first = column.label.substr(0, column.label.find(", "));
                   const NameMatch match =
                       gazetteer_->match(tidyName(first), {.listsOnlyPlaces = true});
                   return column.isImported && match.kind == NameKind::Place;
               }) >= fewest;
}

void Gathering::warnOfDissolved(const Table& table, const Entry& entry, const Target& target) {
    if (target.unit == nullptr || !target.unit->place) {
        return;
    }
    const std::size_t place = *target.unit->place;
    const std::int64_t last = gazetteer_->places()[place].lastYear;
    const bool isLater = last != 0 && target.period > last;
    if (!isLater || !warnedPlaces_.emplace(table.source, place).second) {
        return;
    }
    const Source& source = sources_[table.source];
    result_.report.warnings.push_back({.code = ProblemCode::UnitUnmatched,
                                       .place = {.file = source.file,
                                                 .sheet = source.sheet,
                                                 .cell = cellName(entry.row, entry.column),
                                                 .unit = target.unit->unit,
                                                 .period = std::to_string(target.period)},
                                       .found = target.unit->written,
                                       .expected = std::to_string(last),
                                       .severity = Severity::Warning});
}

} // namespace citypanel::sheets
