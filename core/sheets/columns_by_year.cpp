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
    for (ColumnLayout& column : layout.columns) {
        const NameAndYear parts = splitYear(column.label);
        if (parts.year == 0 && isSection(sheet, layout, column)) {
            ofTable = {column.name, column.label, column.unitOfMeasure, {}};
        }
        column.isImported = column.isImported && parts.year != 0;
        column.period = parts.year;
        if (parts.year != 0) {
            const bool isOfTable = parts.name.empty() || parts.name == column.scope;
            column.name = isOfTable ? ofTable.name : joinHeader(partsOfLabel(parts.name)).name;
            column.name += isOfTable && !column.scope.empty() ? "_" + column.scope : "";
            if (column.unitOfMeasure.empty() && isOfTable && ofTable.name != variable.name) {
                column.unitOfMeasure = ofTable.unitOfMeasure;
            }
            if (column.unitOfMeasure.empty()) {
                column.unitOfMeasure = unit;
            }
            if (column.unitOfMeasure.empty() && isOfTable) {
                column.unitOfMeasure = ofTable.unitOfMeasure;
            }
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
