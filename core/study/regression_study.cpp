// SPDX-License-Identifier: GPL-3.0-or-later
// Running a regression study: each column by itself, so that one that fails leaves the others.
#include "core/study/regression_study.h"

#include "core/study/regression_table.h"

namespace citypanel::study {

namespace {

/// Fills formula, covariance and fit as far as they can be made.
Status estimateInto(EstimatedModel& model, const Panel& panel, Progress& progress) {
    const RegressionColumn& column = model.specification;
    CITYPANEL_TRY(model.formula, parseModelFormula(column.formula.text));
    CITYPANEL_TRY(model.vcov, parseCovariance(column.vcov));
    EstimateOptions options;
    options.vcov = model.vcov;
    options.ssc = column.ssc;
    options.weights = column.weights.text;
    options.weightKind = column.weightKind;
    options.where = column.where.text;
    CITYPANEL_TRY(Fit fit, estimate(panel, model.formula, options, progress));
    model.fit = std::make_shared<const Fit>(std::move(fit));
    return {};
}

} // namespace

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
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto done = static_cast<double>(i) / static_cast<double>(columns.size());
        const auto next = static_cast<double>(i + 1) / static_cast<double>(columns.size());
        SubProgress part(progress, done, next);
        EstimatedModel& model = models.emplace_back();
        model.specification = columns[i];
        const std::string key = std::to_string(i + 1);
        if (Status status = estimateInto(model, panel, part); !status) {
            if (status.error().code == ProblemCode::Cancelled) {
                return status.error();
            }
            result.problems.push_back(located(status.error(), Place{.step = key}));
        } else {
            result.fits.emplace(key, model.fit);
        }
    }
    result.tables.push_back(regressionTable(*this, models, panel));
    result.figures.push_back(coefficientFigure(*this, models, panel));
    progress.report(1.0);
    return result;
}

} // namespace citypanel::study
