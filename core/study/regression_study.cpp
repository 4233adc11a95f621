// SPDX-License-Identifier: GPL-3.0-or-later
// Running a regression study: each column by itself, so that one that fails leaves the others.
#include "core/study/regression_study.h"

#include "core/study/regression_table.h"

namespace citypanel::study {

std::vector<StatisticRow> defaultStatisticRows() {
    return {StatisticRow::Nobs,        StatisticRow::DroppedRows,    StatisticRow::Clusters,
            StatisticRow::AdjRSquared, StatisticRow::WithinRSquared, StatisticRow::InstrumentTests};
}

Result<StudyResult> RegressionStudy::run(const Panel& panel, Progress& progress) const {
    if (columns.empty()) {
        return Problem{.code = ProblemCode::OptionInvalid, .expected = "columns"};
    }
    StudyResult result;
    std::vector<EstimatedModel> models;
    for (const RegressionColumn& column : columns) {
        models.emplace_back().specification = column;
    }
    CITYPANEL_TRY_STATUS(estimateModels(models, panel, result, progress));
    if (result.fits.empty()) {
        return result; // an empty table would look like one that says something
    }
    result.tables.push_back(regressionTable(*this, models, panel));
    result.figures.push_back(coefficientFigure(*this, models, panel));
    progress.report(1.0);
    return result;
}

} // namespace citypanel::study
