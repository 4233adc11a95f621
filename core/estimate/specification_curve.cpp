// SPDX-License-Identifier: GPL-3.0-or-later
// Estimating every specification, block by block.
#include "core/estimate/specification_curve.h"

#include "core/base/parallel.h"
#include "core/estimate/distributions.h"
#include "core/estimate/linear_fit.h"
#include "core/estimate/specification_block.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel {

namespace {

constexpr double significant = 0.05;
constexpr std::size_t specificationsPerChunk = 64;

Status checkChoices(const SpecificationChoices& choices) {
    const bool isEmpty = specificationCount(choices) == 0;
    if (isEmpty) {
        return Problem{.code = ProblemCode::OptionInvalid, .expected = "choices"};
    }
    for (const Panel& panel : choices.panels) {
        if (panel.rowCount() != choices.panels.front().rowCount()) {
            return Problem{.code = ProblemCode::SizeMismatch,
                           .found = std::to_string(panel.rowCount()),
                           .expected = std::to_string(choices.panels.front().rowCount())};
        }
    }
    return {};
}

void fill(SpecificationEstimate& estimate, const Result<Fit>& fit, const std::string& regressor) {
    const TermEstimate* term = fit ? fit->term(regressor) : nullptr;
    if (term == nullptr) {
        estimate.problem = fit ? Problem{.code = ProblemCode::RegressorsAllDropped,
                                         .place = {.variable = regressor}}
                               : fit.error();
        return;
    }
    estimate.term = *term;
    estimate.nobs = fit->nobs;
    estimate.dfResidual = fit->dfResidual;
}

/// The name that a term of that text has in a fit.
std::string termName(const std::string& text) {
    const auto formula = parseModelFormula("`_` ~ " + text);
    return formula && !formula->regressors.empty() ? formula->regressors.front().name : text;
}

class CurveEstimator {
public:
    CurveEstimator(const SpecificationChoices& choices, Progress& progress)
        : choices_(choices), progress_(progress) {
        curve_.estimates.resize(specificationCount(choices));
        for (const std::string& regressor : choices.regressors) {
            names_.push_back(termName(regressor));
        }
    }

    Result<SpecificationCurve> run() {
        for (const SpecificationBlock& block : blocksOf(choices_)) {
            if (progress_.cancelled()) {
                return cancelledProblem();
            }
            const Result<CleanBlock> clean = cleanBlock(choices_, block);
            parallelChunks(block.members.size(), specificationsPerChunk, [&](const Chunk& chunk) {
                if (!progress_.cancelled()) {
                    estimateChunk(block, clean ? &*clean : nullptr, chunk);
                }
            });
            done_ += block.members.size();
            progress_.report(static_cast<double>(done_) /
                             static_cast<double>(curve_.estimates.size()));
        }
        if (progress_.cancelled()) {
            return cancelledProblem();
        }
        curve_.summary = summariseSpecifications(curve_.estimates);
        return std::move(curve_);
    }

private:
    void estimateChunk(const SpecificationBlock& block, const CleanBlock* clean,
                       const Chunk& chunk) {
        CleanModel part;
        if (clean != nullptr) {
            part = clean->model;
        }
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
            const std::size_t number = block.members[i];
            SpecificationEstimate& estimate = curve_.estimates[number];
            estimate.choices = placeOf(choices_, number);
            fill(estimate,
                 clean == nullptr ? alone(estimate.choices)
                                  : fromBlock(*clean, part, estimate.choices),
                 names_[estimate.choices[2]]);
        }
    }

    [[nodiscard]] Result<Fit> alone(const SpecificationPlace& place) const {
        EstimateOptions options;
        options.vcov = choices_.vcovs[place[5]];
        options.ssc = choices_.ssc;
        options.level = choices_.level;
        options.where = choices_.samples[place[6]];
        NoProgress quiet;
        return citypanel::estimate(choices_.panels[place[0]], specificationFormula(choices_, place),
                                   options, quiet);
    }

    /// The columns of one specification put together from those of the block.
    [[nodiscard]] Result<Fit> fromBlock(const CleanBlock& block, CleanModel& part,
                                        const SpecificationPlace& place) const {
        const std::vector<std::size_t> columns = columnsOf(choices_, block, place);
        DesignMatrix& matrix = part.data.columns;
        matrix.values = gatherColumns(block.model.data.columns, columns);
        matrix.names.clear();
        part.raw.clear();
        for (const std::size_t column : columns) {
            matrix.names.push_back(block.model.data.columns.names[column]);
            part.raw.push_back(block.model.raw[column]);
        }
        part.data.exogenous = columns.size() - 1;
        if (part.isAbsorbed(0)) {
            return alone(place);
        }
        CITYPANEL_TRY(const ModelFormula formula,
                      parseModelFormula(specificationFormula(choices_, place)));
        return fitLeastSquares(part, choices_.panels[place[0]], formula, block.options);
    }

    const SpecificationChoices& choices_;
    Progress& progress_;
    SpecificationCurve curve_;
    std::vector<std::string> names_;
    std::size_t done_ = 0;
};

} // namespace

std::size_t specificationCount(const SpecificationChoices& choices) {
    return choices.panels.size() * choices.outcomes.size() * choices.regressors.size() *
           choices.controls.size() * choices.effects.size() * choices.vcovs.size() *
           choices.samples.size();
}

std::string specificationFormula(const SpecificationChoices& choices,
                                 const SpecificationPlace& place) {
    std::string formula = choices.outcomes[place[1]] + " ~ " + choices.regressors[place[2]];
    for (const std::string& control : choices.controls[place[3]]) {
        formula += " + " + control;
    }
    std::string effects;
    for (const std::string& effect : choices.effects[place[4]]) {
        effects += (effects.empty() ? " | " : " + ") + effect;
    }
    return formula + effects;
}

SpecificationSummary summariseSpecifications(const std::vector<SpecificationEstimate>& estimates) {
    SpecificationSummary summary;
    std::vector<double> values;
    double positive = 0.0;
    double above = 0.0; // significant with this sign
    double below = 0.0;
    double z = 0.0;
    for (const SpecificationEstimate& estimate : estimates) {
        const TermEstimate& term = estimate.term;
        if (estimate.problem || isMissing(term.pValue)) {
            continue;
        }
        values.push_back(term.estimate);
        positive += term.estimate > 0.0 ? 1.0 : 0.0;
        const bool isSignificant = term.pValue < significant;
        above += isSignificant && term.estimate > 0.0 ? 1.0 : 0.0;
        below += isSignificant && term.estimate < 0.0 ? 1.0 : 0.0;
        // The quantile of half of p, finite also where p is zero in double precision.
        const double tail = std::max(term.pValue / 2.0, 1e-300);
        z += std::copysign(-normalQuantile(tail), term.estimate);
    }
    summary.specifications = values.size();
    if (values.empty()) {
        return summary;
    }
    const auto n = static_cast<double>(values.size());
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    summary.median =
        values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
    summary.sharePositive = positive / n;
    summary.shareSignificant = std::max(above, below) / n;
    summary.stouffer = z / std::sqrt(n);
    return summary;
}

Result<SpecificationCurve> specificationCurve(const SpecificationChoices& choices,
                                              Progress& progress) {
    CITYPANEL_TRY_STATUS(checkChoices(choices));
    return CurveEstimator(choices, progress).run();
}

} // namespace citypanel
