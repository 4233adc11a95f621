// SPDX-License-Identifier: GPL-3.0-or-later
// Import: several sheets, each with its layout, joined to one panel with known provenance.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/panel/panel.h"
#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstdint>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace citypanel::sheets {

/// One sheet that takes part, by the names of its file and itself.
struct SheetImport {
    std::string file{};
    std::string sheet{};
    Layout layout{};

    static constexpr auto fields() {
        return std::tuple{field("file", &SheetImport::file), field("sheet", &SheetImport::sheet),
                          field("layout", &SheetImport::layout)};
    }

    friend bool operator==(const SheetImport&, const SheetImport&) = default;
};

/// What to read from where; a part of the project.
struct ImportPlan {
    std::vector<SheetImport> sheets{};
    std::string unitName = "city";   ///< name of the key column of units
    std::string periodName = "year"; ///< name of the key column of periods
    std::string scope{};             ///< "全市" or "市辖区": only such columns; empty: all

    static constexpr auto fields() {
        return std::tuple{
            field("sheets", &ImportPlan::sheets), field("unit_name", &ImportPlan::unitName),
            field("period_name", &ImportPlan::periodName), field("scope", &ImportPlan::scope)};
    }

    friend bool operator==(const ImportPlan&, const ImportPlan&) = default;
};

/// One value as it was read.
struct ReadCell {
    std::string unit{};
    Period period = 0;
    std::string variable{};
    std::string scope{};
    std::string unitOfMeasure{};
    double value = missingValue;
    std::string file{};
    std::string sheet{};
    std::int32_t row = 0;    ///< 0-based
    std::int32_t column = 0; ///< 0-based
    std::string asWritten{};
    bool isUnreadable = false;
};

/// What reading came across.
struct ImportReport {
    std::size_t rowCount = 0;        ///< rows of units read
    std::size_t valueCount = 0;      ///< values that are not missing
    std::size_t textNumberCount = 0; ///< of them, numbers stored as text
    std::size_t missingCount = 0;    ///< empty cells and missing marks
    std::size_t skippedRowCount = 0; ///< totals, province headings, repeated headers, notes
    Problems warnings{};             ///< unreadable cells, values given twice and alike or not
};

struct ImportResult {
    Panel panel{};
    ImportReport report{};
    std::vector<ReadCell> cells{}; ///< only when asked for
};

/// A plan for all sheets that hold a table, by their detected layouts; hidden sheets are left out.
[[nodiscard]] ImportPlan detectPlan(std::span<const Workbook> workbooks);

/// Reads and joins the sheets of a plan on unit and period. Rows without a value, totals of all
/// units and repeated headers are skipped and counted. Cells that cannot be read stay missing and
/// are warned of. A value that two sheets give differently is taken from the first and warned of.
/// Problems: SheetNotFound, KeyColumnMissing, PeriodMissing (the layout's period has to be told),
/// PeriodUnreadable, DuplicateKey (one sheet gives a unit-period twice with different values),
/// VariableDuplicate, NoDataRows, Cancelled.
[[nodiscard]] Result<ImportResult> readPanel(std::span<const Workbook> workbooks,
                                             const ImportPlan& plan, bool withCells,
                                             Progress& progress);

/// The same for workbooks that are held elsewhere, e.g. by a cache.
[[nodiscard]] ImportPlan detectPlan(std::span<const Workbook* const> workbooks);
[[nodiscard]] Result<ImportResult> readPanel(std::span<const Workbook* const> workbooks,
                                             const ImportPlan& plan, bool withCells,
                                             Progress& progress);

} // namespace citypanel::sheets
