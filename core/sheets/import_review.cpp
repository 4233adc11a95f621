// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what can be read, and counting what is open.
#include "core/sheets/import_review.h"

#include "core/sheets/unit_of_measure.h"

#include <algorithm>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr double shareOfNames = 0.3; // of the time of a review

std::size_t openConflicts(const ImportReport& report, const VariableSources& adopted) {
    return static_cast<std::size_t>(
        std::count_if(report.conflicts.begin(), report.conflicts.end(),
                      [&](const ValueConflict& conflict) { return isOpen(conflict, adopted); }));
}

/// Takes the tables of a problem's sheet out of the plan; how many they were.
std::size_t leaveOut(const Problem& problem, ImportPlan& plan) {
    return std::erase_if(plan.sheets, [&](const SheetImport& table) {
        return problem.place.file == table.file && problem.place.sheet == table.sheet;
    });
}

/// Reads the tables that can be read; the problems of the others, and how many they are, go into
/// the review. Problem: Cancelled.
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
        review.unreadable.push_back(result.error());
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

bool isPeriodAGuess(const SheetImport& table) {
    return !table.layout.columns.empty() && table.layout.isPeriodGuessed &&
           table.layout.kind == LayoutKind::OnePeriod;
}

ImportPlan readablePart(ImportPlan plan, const ImportReview& review) {
    for (const Problems* problems : {&review.missingPeriods, &review.unreadable}) {
        for (const Problem& problem : *problems) {
            leaveOut(problem, plan);
        }
    }
    return plan;
}

Result<ImportReview> reviewImport(std::span<const Workbook* const> workbooks,
                                  const ImportPlan& plan, const VariableSources& adopted,
                                  Progress& progress) {
    ImportReview review;
    review.missingPeriods = missingPeriods(plan);
    SubProgress naming(progress, 0, shareOfNames);
    CITYPANEL_TRY(review.names, nameDoubts(workbooks, plan, naming));
    review.conversions = conversionOffers(workbooks, plan);
    SubProgress reading(progress, shareOfNames, 1);
    CITYPANEL_TRY_STATUS(readWhatCanBe(workbooks, readablePart(plan, review), review, reading));
    if (!review.unreadable.empty()) {
        review.problem = review.unreadable.front();
    }
    if (!review.missingPeriods.empty() && !review.result) {
        review.problem = review.missingPeriods.front(); // not that there is nothing to read
    }
    if (review.result) {
        review.open.conflicts = openConflicts(review.result->report, adopted);
        describe(review);
    }
    review.open.periods = review.missingPeriods.size();
    review.open.guesses = static_cast<std::size_t>(
        std::count_if(plan.sheets.begin(), plan.sheets.end(), isPeriodAGuess));
    review.open.names = static_cast<std::size_t>(
        std::count_if(review.names.begin(), review.names.end(),
                      [](const NameDoubt& doubt) { return !doubt.isDecided(); }));
    review.open.conversions = static_cast<std::size_t>(
        std::count_if(review.conversions.begin(), review.conversions.end(),
                      [](const UnitConversion& c) { return c.state == NameState::Offered; }));
    return review;
}

bool isOfShape(const Problem& problem) {
    const bool isOfQuotes = problem.code == ProblemCode::CellUnreadable && problem.expected == "\"";
    const bool isOfUnits = problem.code == ProblemCode::UnitUnmatched && problem.place.unit.empty();
    const bool isOfOtherMeasure = // and no conversion is offered
        problem.code == ProblemCode::UnitOfMeasureDiffers && !problem.found.empty() &&
        !problem.expected.empty() && !conversion(problem.found, problem.expected);
    return isOfUnits || isOfQuotes || isOfOtherMeasure ||
           problem.code == ProblemCode::HeaderNotFound ||
           problem.code == ProblemCode::PeriodUnreadable ||
           problem.code == ProblemCode::KeyColumnMissing ||
           problem.code == ProblemCode::UnitsNotNamed ||
           problem.code == ProblemCode::LevelsDiffer ||
           problem.code == ProblemCode::ShownOtherwise ||
           problem.code == ProblemCode::TablesDiffer ||
           problem.code == ProblemCode::UnitOfMeasureDoubtful;
}

} // namespace citypanel::sheets
