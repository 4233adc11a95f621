// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one cell that are no unit.
#include "core/sheets/section_lines.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/heading_units.h"
#include "core/sheets/section_words.h"
#include "core/sheets/title_scope.h"
#include "core/sheets/unit_of_measure.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr std::size_t mostParts = 2000;

/// What a line says; empty where it says nothing of the kind.
struct Section {
    std::int64_t year = 0;
    std::string scope{};
    std::string unitOfMeasure{};

    friend bool operator==(const Section&, const Section&) = default;

    [[nodiscard]] bool saysAny() const { return year != 0 || !scope.empty(); }
};

/// Where lines of a year may stand as numbers: left of the values, and where the first ones do.
std::set<std::size_t> columnsOfYears(const Sheet& sheet, const Layout& layout) {
    std::set<std::size_t> columns;
    for (std::int64_t row = layout.headerEnd; row < layout.bodyBegin; ++row) {
        if (const auto line = sectionLine(sheet, static_cast<std::size_t>(row))) {
            columns.insert(line->column);
        }
    }
    return columns;
}

Section sectionIn(const Sheet& sheet, const Layout& layout,
                  const std::set<std::size_t>& columnsOfYears, std::size_t row) {
    const auto line = sectionLine(sheet, row);
    if (!line) {
        return {};
    }
    const std::size_t column = line->column;
    const bool isOfNames =
        layout.unitColumn < 0 || static_cast<std::int64_t>(column) <= layout.unitColumn ||
        sheet.at(row, column).kind == CellKind::Text || columnsOfYears.contains(column);
    Section section{.scope = line->scope};
    if (layout.kind == LayoutKind::OnePeriod && layout.unitColumn >= 0 && isOfNames) {
        section.year = line->year;
    }
    section.unitOfMeasure = section.saysAny() ? line->unitOfMeasure : std::string();
    return section;
}

void take(const Section& line, Section& known) {
    known.year = line.year != 0 ? line.year : known.year;
    known.scope = line.scope.empty() ? known.scope : line.scope;
    known.unitOfMeasure = line.unitOfMeasure.empty() ? known.unitOfMeasure : line.unitOfMeasure;
}

/// Gives a table what the lines above its rows say.
void apply(const Section& said, DetectedLayout& table) {
    Layout& layout = table.layout;
    if (said.year != 0) {
        layout.periodRule = PeriodRule::Title;
        layout.givenPeriod = said.year;
        layout.isPeriodGuessed = false;
        table.titleYear = {.data = said.year};
    }
    giveScope(said.scope, layout);
    for (ColumnLayout& column : layout.columns) {
        const bool isOpen = column.isImported && !column.isText && !said.unitOfMeasure.empty();
        const bool takesUnit =
            isOpen && mayBeIn(column.label, said.unitOfMeasure) &&
            (column.unitOfMeasure.empty() || conversion(column.unitOfMeasure, said.unitOfMeasure));
        column.unitOfMeasure = takesUnit ? said.unitOfMeasure : column.unitOfMeasure;
    }
    if (!said.scope.empty()) {
        table.title = titleWithScope(table.title, said.scope); // it holds for a page that goes on
    }
}

/// Takes the scope that columns have by the title alone away from them, for lines to say another.
std::string takeTitleScope(DetectedLayout& table) {
    std::string scope = scopeInTitle(table.title);
    const auto remove = [](std::string& text, const std::string& ending) {
        if (text.ends_with(ending)) {
            text.resize(text.size() - ending.size());
        }
    };
    for (ColumnLayout& column : table.layout.columns) {
        if (!scope.empty() && column.scope == scope) {
            remove(column.name, "_" + scope);
            remove(column.label, ", " + scope);
            column.scope.clear();
        }
    }
    return scope;
}

bool holdsRows(const Sheet& sheet, std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < std::min(end, sheet.rowCount()); ++row) {
        if (rowContent(sheet, row).numbers > 0) {
            return true;
        }
    }
    return false;
}

} // namespace

void giveScope(const std::string& scope, Layout& layout) {
    for (ColumnLayout& column : layout.columns) {
        if (!scope.empty() && column.isImported && !column.isText && column.scope.empty()) {
            column.name = withScope({column.name, column.label, {}, {}}, scope).name;
            column.scope = scope;
        }
    }
}

void giveNamedScope(const std::string& sheetName, const std::string& fileName,
                    std::vector<DetectedLayout>& tables) {
    const auto saysScope = [](const DetectedLayout& table) {
        const auto& columns = table.layout.columns;
        return table.title.find("全市") != std::string::npos ||
               table.title.find("市辖区") != std::string::npos ||
               std::any_of(columns.begin(), columns.end(),
                           [](const ColumnLayout& column) { return !column.scope.empty(); });
    };
    if (std::any_of(tables.begin(), tables.end(), saysScope)) {
        return;
    }
    const std::string ofSheet = scopeInName(sheetName);
    for (DetectedLayout& table : tables) {
        giveScope(ofSheet.empty() ? scopeInName(fileName) : ofSheet, table.layout);
    }
}

std::vector<DetectedLayout> partedBySections(const Sheet& sheet, DetectedLayout table) {
    std::vector<DetectedLayout> parts;
    const DetectedLayout whole = table;
    Section said{.scope = takeTitleScope(table)};
    const std::set<std::size_t> columns = columnsOfYears(sheet, table.layout);
    const auto first = static_cast<std::size_t>(table.layout.bodyBegin);
    std::size_t begin = first;
    const auto end = static_cast<std::size_t>(table.layout.bodyEnd);
    const auto addPart = [&](std::size_t to) {
        if (holdsRows(sheet, begin, to)) {
            DetectedLayout part = table;
            part.layout.bodyBegin = static_cast<std::int64_t>(begin);
            part.layout.bodyEnd = static_cast<std::int64_t>(to);
            apply(said, part);
            parts.push_back(std::move(part));
        }
    };
    bool isParted = false;
    for (auto row = static_cast<std::size_t>(table.layout.headerEnd);
         row < std::min(end, sheet.rowCount()); ++row) {
        const Section line = sectionIn(sheet, table.layout, columns, row);
        Section next = said;
        take(line, next);
        const bool isNew = !isParted || !(next == said);
        if (line.saysAny() && isNew && holdsRows(sheet, row + 1, end)) {
            addPart(row);
            said = next;
            begin = std::max(row + 1, first);
            isParted = true;
        }
    }
    addPart(end);
    if (parts.size() > mostParts) {
        table.hasTable = false; // lines of a report, not of a table
        return {std::move(table)};
    }
    return isParted && !parts.empty() ? std::move(parts) : std::vector{whole};
}

void readSectionLines(const Sheet& sheet, DetectedLayout& table) {
    Section said;
    const std::set<std::size_t> columns = columnsOfYears(sheet, table.layout);
    for (std::int64_t row = table.layout.headerEnd; row < table.layout.bodyBegin; ++row) {
        take(sectionIn(sheet, table.layout, columns, static_cast<std::size_t>(row)), said);
    }
    apply(said, table);
}

} // namespace citypanel::sheets
