// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the errors of a panel model.
#include "core/estimate/panel_tests.h"

#include "core/estimate/distributions.h"
#include "core/estimate/inference.h"
#include "core/estimate/random_effects.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace citypanel {

namespace {

/// Fewest common periods that give a correlation.
constexpr std::size_t fewestCommon = 3;

/// Residuals of one unit, by period.
struct UnitResiduals {
    std::vector<Period> periods{};
    std::vector<double> values{};
};

Result<std::vector<UnitResiduals>> residualsByUnit(const Panel& panel, const Fit& fit) {
    if (panel.isCrossSection()) {
        return Problem{.code = ProblemCode::KeyColumnMissing};
    }
    std::vector<UnitResiduals> units(panel.unitCount());
    const std::vector<std::size_t> rows = fit.sample.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        UnitResiduals& unit = units[static_cast<std::size_t>(panel.unitCodes()[rows[i]])];
        unit.periods.push_back(panel.periods()[rows[i]]);
        unit.values.push_back(fit.residuals[i]);
    }
    return units;
}

double meanSquare(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) {
        sum += value * value;
    }
    return sum / static_cast<double>(values.size());
}

/// Correlation over the periods both have, and their number.
struct PairCorrelation {
    std::size_t common = 0;
    double r = missingValue;
};

PairCorrelation correlationOf(const UnitResiduals& a, const UnitResiduals& b) {
    std::vector<std::pair<double, double>> common;
    for (std::size_t i = 0, j = 0; i < a.periods.size() && j < b.periods.size();) {
        if (a.periods[i] == b.periods[j]) {
            common.emplace_back(a.values[i++], b.values[j++]);
        } else {
            ++(a.periods[i] < b.periods[j] ? i : j);
        }
    }
    const auto n = static_cast<double>(common.size());
    double meanA = 0.0;
    double meanB = 0.0;
    for (const auto& [x, y] : common) {
        meanA += x / n;
        meanB += y / n;
    }
    double ab = 0.0;
    double aa = 0.0;
    double bb = 0.0;
    for (const auto& [x, y] : common) {
        ab += (x - meanA) * (y - meanB);
        aa += (x - meanA) * (x - meanA);
        bb += (y - meanB) * (y - meanB);
    }
    return {common.size(), ab / std::sqrt(aa * bb)};
}

} // namespace

Result<TestStatistic> groupwiseHeteroskedasticity(const Panel& panel, const Fit& fit) {
    CITYPANEL_TRY(const std::vector<UnitResiduals> units, residualsByUnit(panel, fit));
    const double pooled = meanSquare(fit.residuals);
    double statistic = 0.0;
    std::size_t counted = 0;
    for (const UnitResiduals& unit : units) {
        const auto T = static_cast<double>(unit.values.size());
        if (unit.values.size() < 2) {
            continue;
        }
        const double variance = meanSquare(unit.values);
        double spread = 0.0;
        for (const double e : unit.values) {
            spread += (e * e - variance) * (e * e - variance);
        }
        // Two residuals of a within fit are equal but for their sign: their squares say nothing of
        // the spread.
        if (spread > 1e-20 * variance * variance) {
            spread /= T * (T - 1.0);
            statistic += (variance - pooled) * (variance - pooled) / spread;
            ++counted;
        }
    }
    if (counted == 0) {
        return Problem{.code = ProblemCode::ObservationsTooFew,
                       .place = {.variable = panel.keys().unit},
                       .found = std::to_string(fit.nobs),
                       .expected = std::to_string(3 * panel.unitCount())};
    }
    return chiSquaredTest(statistic, static_cast<double>(counted));
}

Result<SerialCorrelationTest> serialCorrelation(const Panel& panel, const ModelFormula& formula,
                                                const EstimateOptions& options,
                                                Progress& progress) {
    CITYPANEL_TRY(const Fit differences,
                  estimateFirstDifference(panel, formula, options, false, progress));
    // e_it on e_i,t-1 without constant, clustered by unit.
    std::vector<double> residuals(panel.rowCount(), missingValue);
    const std::vector<std::size_t> rows = differences.sample.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        residuals[rows[i]] = differences.residuals[i];
    }
    const Panel residualPanel = *panel.withVariable(Variable::numeric("_e", std::move(residuals)));
    EstimateOptions second;
    second.vcov = {.kind = CovarianceKind::Cluster, .clusters = {panel.keys().unit}, .lags = {}};
    CITYPANEL_TRY(const Fit lagged,
                  estimate(residualPanel, "_e ~ 0 + lag(_e,1)", second, progress));
    const TermEstimate& slope = lagged.terms.front();
    SerialCorrelationTest result;
    result.coefficient = slope.estimate;
    const double t = (slope.estimate + 0.5) / slope.stdError;
    result.test = {t * t, 1.0, lagged.dfResidual, fisherUpperTail(t * t, 1.0, lagged.dfResidual)};
    return result;
}

Result<CrossSectionalDependence> crossSectionalDependence(const Panel& panel, const Fit& fit) {
    CITYPANEL_TRY(const std::vector<UnitResiduals> units, residualsByUnit(panel, fit));
    CrossSectionalDependence result;
    double sum = 0.0;
    double correlations = 0.0;
    double absolute = 0.0;
    for (std::size_t a = 0; a < units.size(); ++a) {
        for (std::size_t b = a + 1; b < units.size(); ++b) {
            const PairCorrelation pair = correlationOf(units[a], units[b]);
            if (pair.common < fewestCommon || isMissing(pair.r)) {
                continue;
            }
            ++result.pairs;
            sum += std::sqrt(static_cast<double>(pair.common)) * pair.r;
            correlations += pair.r;
            absolute += std::abs(pair.r);
        }
    }
    if (result.pairs == 0) {
        return Problem{.code = ProblemCode::ObservationsTooFew,
                       .place = {.variable = panel.keys().period},
                       .found = "0",
                       .expected = std::to_string(fewestCommon)};
    }
    const auto pairs = static_cast<double>(result.pairs);
    result.statistic = sum / std::sqrt(pairs);
    result.pValue = normalTwoSided(result.statistic);
    result.meanCorrelation = correlations / pairs;
    result.meanAbsoluteCorrelation = absolute / pairs;
    return result;
}

} // namespace citypanel
