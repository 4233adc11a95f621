// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what can be read, and counting what is open.
#include "core/sheets/import_review.h"

#include <algorithm>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr double shareOfNames = 0.3; // of the time of a review

std::size_t openConflicts(const ImportReport& report, bool isRuleChosen) {
    return static_cast<std::size_t>(std::count_if(
        report.conflicts.begin(), report.conflicts.end(), [&](const ValueConflict& conflict) {
            const bool isLeftOpen = conflict.rule == ConflictRule::Missing || !isRuleChosen;
            return !conflict.isDecided && isLeftOpen;
        }));
}

/// The plan without the tables whose period has to be told.
ImportPlan readablePart(const ImportPlan& plan, const Problems& missing) {
    ImportPlan part = plan;
    std::erase_if(part.sheets, [&](const SheetImport& table) {
        return std::any_of(missing.begin(), missing.end(), [&](const Problem& problem) {
            return problem.place.file == table.file && problem.place.sheet == table.sheet;
        });
    });
    return part;
}

void describe(ImportReview& review) {
    const Panel& panel = review.result->panel;
    review.coverage = coverageOf(panel);
    review.variables = variableCoverage(panel);
    review.gaps = gapsOf(panel);
}

} // namespace

Result<ImportReview> reviewImport(std::span<const Workbook* const> workbooks,
                                  const ImportPlan& plan, bool isRuleChosen, Progress& progress) {
    ImportReview review;
    review.missingPeriods = missingPeriods(plan);
    SubProgress naming(progress, 0, shareOfNames);
    CITYPANEL_TRY(review.names, nameDoubts(workbooks, plan, naming));
    review.conversions = conversionOffers(workbooks, plan);
    SubProgress reading(progress, shareOfNames, 1);
    auto result = readPanel(workbooks, readablePart(plan, review.missingPeriods), false, reading);
    if (result) {
        review.open.conflicts = openConflicts(result->report, isRuleChosen);
        review.result = *std::move(result);
        describe(review);
    } else if (result.error().code == ProblemCode::Cancelled) {
        return result.error();
    } else {
        review.problem = result.error();
    }
    review.open.periods = review.missingPeriods.size();
    review.open.names = static_cast<std::size_t>(
        std::count_if(review.names.begin(), review.names.end(),
                      [](const NameDoubt& doubt) { return !doubt.isDecided(); }));
    review.open.conversions = static_cast<std::size_t>(
        std::count_if(review.conversions.begin(), review.conversions.end(),
                      [](const UnitConversion& c) { return c.state == NameState::Offered; }));
    return review;
}

} // namespace citypanel::sheets
