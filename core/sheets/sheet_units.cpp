// SPDX-License-Identifier: GPL-3.0-or-later
// Names of sheets taken for the units of their tables.
#include "core/sheets/sheet_units.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/find_sheet.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/table_variable.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace citypanel::sheets {

namespace {

/// What the sheets of places in one file are like.
struct PlaceSheets {
    std::set<std::string> variables{};
    bool areTurned = false;      ///< one of them has its variables down
    bool hasPrefectures = false; ///< not provinces and municipalities alone
};

std::set<std::string> variablesOf(const Layout& layout) {
    std::set<std::string> names;
    for (const ColumnLayout& column : layout.columns) {
        if (column.isImported) {
            names.insert(column.name);
        }
    }
    return names;
}

bool shareVariables(const Layout& layout, const PlaceSheets& sheets) {
    const std::set<std::string> names = variablesOf(layout);
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return sheets.variables.contains(name); });
}

/// Whether a sheet is called as one that is of no unit: 说明, 目录, Sheet3.
bool isOfNoUnit(const std::string& sheetName) {
    static const QRegularExpression words =
        caseless("^(编制|编写|数据|指标|使用)?(说明|解释|目录|目次|封面|封底|注释|附注|备注|附录)$|"
                 "^(read ?me|contents?|notes?|index|cover|about)$");
    return saysNothing(sheetName) || matches(tidyHeader(sheetName), words);
}

/// Whether the unit of a sheet is not to be read beside those of the other sheets.
bool isLeftOutBeside(const PlaceSheets& sheets, const std::string& sheetName) {
    const bool isProvince =
        chinaPrefectures().match(tidyName(sheetName)).kind == NameKind::Province;
    return isOfNoUnit(sheetName) || (isProvince && sheets.hasPrefectures);
}

std::map<std::string, PlaceSheets> placeSheetsByFile(const ImportPlan& plan) {
    std::map<std::string, PlaceSheets> known;
    for (const SheetImport& entry : plan.sheets) {
        if (entry.layout.givenUnit.empty()) {
            continue;
        }
        PlaceSheets& sheets = known[entry.file];
        sheets.variables.merge(variablesOf(entry.layout));
        sheets.areTurned = sheets.areTurned || entry.layout.isTransposed;
        const NameMatch match = chinaPrefectures().match(tidyName(entry.layout.givenUnit));
        const bool isPrefecture = match.kind == NameKind::Place &&
                                  chinaPrefectures().places()[match.place].rank != "municipality";
        sheets.hasPrefectures = sheets.hasPrefectures || isPrefecture;
    }
    return known;
}

/// The layout of a sheet beside sheets of places that is of what its name says; nothing where its
/// rows say their units, or its variables are others.
std::optional<Layout> layoutOfNamed(std::span<const Workbook* const> workbooks,
                                    const SheetImport& entry, const PlaceSheets& sheets) {
    Layout layout = entry.layout;
    layout.givenUnit = tidyHeader(entry.sheet);
    const Sheet* sheet = findSheet(workbooks, entry);
    const bool mayBeTurned = sheet != nullptr && sheets.areTurned && !layout.isTransposed &&
                             layout.kind == LayoutKind::WideByPeriod;
    if (layout.unitColumn >= 0 && mayBeTurned) {
        auto turned = turnedTableOf(*sheet, entry.file, layout.givenUnit);
        return turned && shareVariables(*turned, sheets) ? turned : std::nullopt;
    }
    const bool isOfOne = layout.unitColumn < 0 && shareVariables(layout, sheets);
    return isOfOne ? std::optional(std::move(layout)) : std::nullopt;
}

} // namespace

void takeSheetUnits(std::span<const Workbook* const> workbooks, ImportPlan& plan) {
    const std::map<std::string, PlaceSheets> known = placeSheetsByFile(plan);
    for (SheetImport& entry : plan.sheets) {
        const auto sheets = known.find(entry.file);
        if (sheets == known.end()) {
            continue;
        }
        if (entry.layout.givenUnit.empty()) {
            auto layout = layoutOfNamed(workbooks, entry, sheets->second);
            if (!layout) {
                continue;
            }
            entry.layout = *std::move(layout);
        }
        if (isLeftOutBeside(sheets->second, entry.layout.givenUnit)) {
            plan.names.push_back({.file = entry.file,
                                  .sheet = entry.sheet,
                                  .written = entry.layout.givenUnit,
                                  .state = NameState::LeftOut});
        }
    }
}

} // namespace citypanel::sheets
