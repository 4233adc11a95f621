// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one cell that are no unit.
#include "core/sheets/section_lines.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/name_forms.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace citypanel::sheets {

namespace {

/// What a line says; empty where it says nothing of the kind.
struct Section {
    std::int64_t year = 0;
    std::string scope{};
    std::string unitOfMeasure{};

    [[nodiscard]] bool saysAny() const {
        return year != 0 || !scope.empty() || !unitOfMeasure.empty();
    }
};

/// The one filled cell of a row; nothing where there are several or none.
std::optional<std::size_t> onlyCell(const Sheet& sheet, std::size_t row) {
    std::optional<std::size_t> only;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (isFilled(sheet, row, column)) {
            if (only) {
                return std::nullopt;
            }
            only = column;
        }
    }
    return only;
}

/// "(市辖区)" and "一、市辖区" are 市辖区.
std::string scopeAlone(const std::string& text) {
    static const QRegularExpression scope =
        caseless("^(?:[(一二三四五六七八九十\\d]+[)、.]?\\s*)?\\(?(全市|市辖区)\\)?$");
    return scope.match(QString::fromStdString(text)).captured(1).toStdString();
}

std::int64_t yearAlone(const std::string& text) {
    static const QRegularExpression year = caseless("^\\(?((?:19|20)\\d\\d)\\s*年?度?\\)?$");
    return year.match(QString::fromStdString(text)).captured(1).toLongLong();
}

Section sectionIn(const Sheet& sheet, const Layout& layout, std::size_t row) {
    const auto column = onlyCell(sheet, row);
    if (!column) {
        return {};
    }
    const std::string text = tidyHeader(sheet.textAt(row, *column));
    const bool isOfNames = layout.unitColumn < 0 ||
                           static_cast<std::int64_t>(*column) <= layout.unitColumn ||
                           sheet.at(row, *column).kind == CellKind::Text;
    Section section{.scope = scopeAlone(text), .unitOfMeasure = unitInLine(text)};
    if (layout.kind == LayoutKind::OnePeriod && layout.unitColumn >= 0 && isOfNames) {
        section.year = yearAlone(text);
    }
    return section;
}

void take(const Section& line, Section& known) {
    known.year = line.year != 0 ? line.year : known.year;
    known.scope = line.scope.empty() ? known.scope : line.scope;
    known.unitOfMeasure = line.unitOfMeasure.empty() ? known.unitOfMeasure : line.unitOfMeasure;
}

/// Gives a table what the lines above its rows say. A unit of measure holds for columns that have
/// that of the whole table, or none.
void apply(const Section& said, DetectedLayout& table) {
    Layout& layout = table.layout;
    if (said.year != 0) {
        layout.periodRule = PeriodRule::Title;
        layout.givenPeriod = said.year;
        layout.isPeriodGuessed = false;
        table.titleYear = {.data = said.year};
    }
    for (ColumnLayout& column : layout.columns) {
        if (!column.isImported || column.isText) {
            continue;
        }
        if (!said.unitOfMeasure.empty() && column.unitOfMeasure == table.unitLine) {
            column.unitOfMeasure = said.unitOfMeasure;
        }
    }
    giveScope(said.scope, layout);
    table.unitLine = said.unitOfMeasure.empty() ? table.unitLine : said.unitOfMeasure;
    if (!said.scope.empty()) {
        table.title += '(' + said.scope + ')'; // it holds for a page that goes on
    }
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

std::vector<DetectedLayout> partedBySections(const Sheet& sheet, DetectedLayout table) {
    std::vector<DetectedLayout> parts;
    Section said{.scope = scopeAlone(table.title)};
    auto begin = static_cast<std::size_t>(table.layout.bodyBegin);
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
    for (std::size_t row = begin; row < std::min(end, sheet.rowCount()); ++row) {
        const Section line = sectionIn(sheet, table.layout, row);
        if (line.saysAny() && holdsRows(sheet, row + 1, end)) {
            addPart(row);
            take(line, said);
            begin = row + 1;
            isParted = true;
        }
    }
    addPart(end);
    return isParted && !parts.empty() ? std::move(parts) : std::vector{std::move(table)};
}

void readSectionLines(const Sheet& sheet, DetectedLayout& table) {
    Section said;
    for (std::int64_t row = table.layout.headerEnd; row < table.layout.bodyBegin; ++row) {
        take(sectionIn(sheet, table.layout, static_cast<std::size_t>(row)), said);
    }
    apply(said, table);
}

} // namespace citypanel::sheets
