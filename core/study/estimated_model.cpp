// SPDX-License-Identifier: GPL-3.0-or-later
// Estimating columns: each by itself, so that one that fails leaves the others.
#include "core/study/estimated_model.h"

#include <string>
#include <utility>

namespace citypanel::study {

Result<EstimateOptions> optionsOf(const RegressionColumn& column) {
    EstimateOptions options;
    if (column.vcov.empty()) {
        return Problem{.code = ProblemCode::StandardErrorsMissing};
    }
    CITYPANEL_TRY(options.vcov, parseCovariance(column.vcov));
    options.ssc = column.ssc;
    options.weights = column.weights.text;
    options.weightKind = column.weightKind;
    options.where = column.where.text;
    return options;
}

Status estimateModel(EstimatedModel& model, const Panel& panel, Progress& progress) {
    CITYPANEL_TRY(model.formula, parseModelFormula(model.specification.formula.text));
    CITYPANEL_TRY(const EstimateOptions options, optionsOf(model.specification));
    model.vcov = options.vcov;
    CITYPANEL_TRY(Fit fit,
                  estimateBy(model.specification.estimator, model.panel ? *model.panel : panel,
                             model.formula, options, progress));
    if (fit.randomEffects) {
        // Robust errors of random effects are clustered by unit.
        CITYPANEL_TRY(model.vcov, parseCovariance(fit.vcov));
    }
    model.fit = std::make_shared<const Fit>(std::move(fit));
    return {};
}

void keepModel(const EstimatedModel& model, const std::string& key, StudyResult& result) {
    result.fits.emplace(key, model.fit);
    result.columns.emplace(key, std::make_shared<const RegressionColumn>(model.specification));
}

Status estimateModels(std::vector<EstimatedModel>& models, const Panel& panel, StudyResult& result,
                      Progress& progress) {
    const auto count = static_cast<double>(models.size());
    for (std::size_t i = 0; i < models.size(); ++i) {
        const auto done = static_cast<double>(i);
        SubProgress part(progress, done / count, (done + 1.0) / count);
        const std::string key = std::to_string(i + 1);
        const Status status = models[i].fit ? Status{} : estimateModel(models[i], panel, part);
        if (status) {
            keepModel(models[i], key, result);
        } else if (status.error().code == ProblemCode::Cancelled) {
            return status.error();
        } else {
            result.problems.push_back(located(status.error(), Place{.column = key}));
        }
    }
    return {};
}

} // namespace citypanel::study
