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

/// Takes the tables of a problem's sheet out of the plan; how many they were.
std::size_t leaveOut(const Problem& problem, ImportPlan& plan) {
    return std::erase_if(plan.sheets, [&](const SheetImport& table) {
        return problem.place.file == table.file && problem.place.sheet == table.sheet;
    });
}

/// The plan without the tables whose period has to be told.
ImportPlan readablePart(const ImportPlan& plan, const Problems& missing) {
    ImportPlan part = plan;
    for (const Problem& problem : missing) {
        leaveOut(problem, part);
    }
    return part;
}

/// Reads the tables that can be read; the first problem of the others, and how many they are, go
/// into the review. Problem: Cancelled.
Status readWhatCanBe(std::span<const Workbook* const> workbooks, ImportPlan part,
                     ImportReview& review, Progress& progress) {
    for (;;) {
        Result<ImportResult> result = readPanel(workbooks, part, false, progress);
        if (result) {
            review.result = *std::move(result);
            return {};
        }
        if (result.error().code == ProblemCode::Cancelled) {
            return result.error();
        }
        if (!review.problem) {
            review.problem = result.error();
        }
        const std::size_t left = leaveOut(result.error(), part);
        review.open.tables += left;
        if (left == 0 || part.sheets.empty()) {
            return {};
        }
    }
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
    CITYPANEL_TRY_STATUS(
        readWhatCanBe(workbooks, readablePart(plan, review.missingPeriods), review, reading));
    if (review.result) {
        review.open.conflicts = openConflicts(review.result->report, isRuleChosen);
        describe(review);
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
