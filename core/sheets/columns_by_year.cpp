// SPDX-License-Identifier: GPL-3.0-or-later
// Names of columns without their years.
#include "core/sheets/columns_by_year.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/unit_lines.h"
#include "core/sheets/unit_of_measure.h"
#include "core/sheets/year_headers.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace citypanel::sheets {

namespace {

/// The parts a label was joined from: behind a blank, GDP would be a translation.
std::vector<std::string> partsOfLabel(const std::string& label) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = 0; end != std::string::npos; begin = end + 2) {
        end = label.find(", ", begin);
        parts.push_back(label.substr(begin, end == std::string::npos ? end : end - begin));
    }
    return parts;
}

/// The unit of measure in the heading over the names of units: 万元, "单位：万元", "emission of
/// dust (ton)", "10k person", "minutes per day of male". Any other word is one for those names.
std::string unitInCorner(const std::string& corner) {
    static const QRegularExpression measured = caseless("^[0-9]|\\bper\\b");
    if (std::string unit = unitAlone(corner); !unit.empty()) {
        return unit;
    }
    if (std::string unit = joinHeader({corner}).unitOfMeasure; !unit.empty()) {
        return unit;
    }
    const bool isMeasured = !hasHan(corner) && matches(corner, measured);
    return isMeasured || measureUnit(corner.substr(0, corner.find('('))) ? corner : std::string();
}

/// Whether nothing but a heading stands in a column beside the keys: it says of which variable the
/// years behind it are.
bool isSection(const Sheet& sheet, const Layout& layout, const ColumnLayout& column) {
    const ColumnContent content = contentOf(sheet, layout, column.column);
    return column.column > layout.unitColumn && column.column != layout.periodColumn &&
           content.numbers + content.texts == 0 && !isKeyHeading(column.name);
}

/// Names a column under a year by what stands beside the year; where that is nothing, or a scope,
/// it is of the variable of the table and in its unit of measure.
void nameYearColumn(const std::string& name, const HeaderText& ofTable, ColumnLayout& column) {
    if (column.scope.empty()) {
        column.scope = scopeWord(name); // 2014年全市
    }
    if (!name.empty() && scopeWord(name).empty()) {
        column.name = joinHeader(partsOfLabel(name)).name;
        return;
    }
    column.name = ofTable.name + (column.scope.empty() ? "" : "_" + column.scope);
    column.unitOfMeasure =
        column.unitOfMeasure.empty() ? ofTable.unitOfMeasure : column.unitOfMeasure;
}

} // namespace

bool comeYearsAgain(const Layout& layout) {
    std::map<std::string, std::size_t> periodsByName;
    std::size_t values = 0;
    for (const ColumnLayout& column : layout.columns) {
        values += column.isImported ? 1 : 0;
        if (column.isImported && column.period != 0) {
            ++periodsByName[splitYear(column.label).name];
        }
    }
    if (values == 1 && periodsByName.contains(std::string())) {
        return true; // one of several lists side by side: a year names no variable
    }
    std::size_t repeated = 0;
    for (const auto& [name, periods] : periodsByName) {
        repeated += periods >= 2 ? periods : 0;
    }
    return repeated >= 2 && 2 * repeated >= values;
}

std::set<std::int64_t> yearsOfAllHeadings(const Layout& layout) {
    std::set<std::int64_t> years;
    std::set<std::pair<std::string, std::int64_t>> variables;
    for (const ColumnLayout& column : layout.columns) {
        if (!column.isImported) {
            continue;
        }
        const std::string name = splitYear(column.label).name;
        const bool isOfOther = column.label.find("普查") != std::string::npos || isCodeName(name);
        if (column.period == 0 || isOfOther || !variables.insert({name, column.period}).second) {
            return {};
        }
        years.insert(column.period);
    }
    return years;
}

void nameWideColumns(const Sheet& sheet, const HeaderText& variable, Layout& layout) {
    const bool lacksCorner = layout.unitColumn < 0 || layout.headerEnd <= layout.headerBegin;
    const std::string corner =
        lacksCorner ? std::string()
                    : tidyHeader(sheet.textAt(static_cast<std::size_t>(layout.headerEnd - 1),
                                              static_cast<std::size_t>(layout.unitColumn)));
    const std::string unit = unitInCorner(corner);
    HeaderText ofTable = variable;
    if (!unit.empty()) {
        ofTable.unitOfMeasure = unit;
    }
    for (ColumnLayout& column : layout.columns) {
        const NameAndYear parts = splitYear(column.label);
        if (parts.year == 0 && isSection(sheet, layout, column)) {
            const std::string& own = column.unitOfMeasure.empty() ? unit : column.unitOfMeasure;
            ofTable = {column.name, column.label, own, {}};
        }
        column.isImported = column.isImported && parts.year != 0;
        column.period = parts.year;
        if (parts.year != 0) {
            nameYearColumn(parts.name, ofTable, column);
            column.unitOfMeasure = column.unitOfMeasure.empty() ? unit : column.unitOfMeasure;
        }
    }
}

void dropYearOfPage(std::int64_t year, std::vector<ColumnLayout>& columns) {
    for (ColumnLayout& column : columns) {
        const NameAndYear parts = splitYear(column.label);
        const bool isOfPage = column.isImported && year != 0 && parts.year == year &&
                              !isCodeName(parts.name); // of a list of that year
        const std::string name =
            isOfPage ? joinHeader(partsOfLabel(parts.name)).name : std::string();
        const bool isTaken = name.empty() || std::any_of(columns.begin(), columns.end(),
                                                         [&](const ColumnLayout& other) {
                                                             return other.name == name;
                                                         });
        column.name = isTaken ? column.name : name;
    }
}

} // namespace citypanel::sheets
