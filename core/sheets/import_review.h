// SPDX-License-Identifier: GPL-3.0-or-later
// Import review: what a plan gives, what it leaves to be decided, and what is not there.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/panel/coverage.h"
#include "core/sheets/conflicts.h"
#include "core/sheets/import.h"
#include "core/sheets/name_doubts.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace citypanel::sheets {

/// How many things wait for somebody to decide them, by kind.
struct OpenDecisions {
    std::size_t periods = 0;     ///< tables whose period stands nowhere
    std::size_t guesses = 0;     ///< tables whose period is a guess (Layout::isPeriodGuessed)
    std::size_t tables = 0;      ///< tables that cannot be read as they are laid out
    std::size_t names = 0;       ///< names that match no place, or several
    std::size_t conversions = 0; ///< columns in another unit of measure than their variable
    std::size_t conflicts = 0;   ///< values that differ and that no rule settles

    [[nodiscard]] std::size_t all() const {
        return periods + guesses + tables + names + conversions + conflicts;
    }
};

struct ImportReview {
    std::optional<ImportResult> result{}; ///< of the tables that can be read
    std::optional<Problem> problem{};     ///< why the first of the others cannot, or nothing can
    Problems missingPeriods{};            ///< tables left out for that, by file and sheet
    Problems unreadable{};                ///< of the tables left out for another reason
    std::vector<NameDoubt> names{};
    std::vector<UnitConversion> conversions{}; ///< decided ones among them
    Coverage coverage{};
    std::vector<VariableCoverage> variables{};
    std::vector<Gap> gaps{};
    OpenDecisions open{};
};

/// Whether a table is of one period that nobody chose and that nothing says for sure.
[[nodiscard]] bool isPeriodAGuess(const SheetImport& table);

/// The plan without the tables that a review had to leave out.
[[nodiscard]] ImportPlan readablePart(ImportPlan plan, const ImportReview& review);

/// Reads a plan as far as it goes. Values that differ between tables count as settled when
/// somebody adopted the plan's rules for all their sources, or when they are decided one by one;
/// those of one table that the rule leaves missing never do.
/// Problem: Cancelled, and nothing else.
[[nodiscard]] Result<ImportReview> reviewImport(std::span<const Workbook* const> workbooks,
                                                const ImportPlan& plan,
                                                const VariableSources& adopted, Progress& progress);

/// Whether a problem is of the shape of a whole table: it has no header, or a heading or cell that
/// should be a year and is none, no column of units or a doubtful unit of measure, or variables
/// stand where units should.
[[nodiscard]] bool isOfShape(const Problem& problem);

} // namespace citypanel::sheets
