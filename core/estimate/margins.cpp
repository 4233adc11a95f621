// SPDX-License-Identifier: GPL-3.0-or-later
// Effects along a moderator or a square, and where a parabola turns.
#include "core/estimate/margins.h"

#include "core/estimate/distributions.h"
#include "core/estimate/inference.h"
#include "core/panel/near_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace citypanel {

namespace {

/// Position of the first of several spellings of a term.
Result<std::size_t> indexOf(const Fit& fit, std::initializer_list<std::string> spellings) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < fit.terms.size(); ++i) {
        if (std::find(spellings.begin(), spellings.end(), fit.terms[i].name) != spellings.end()) {
            return i;
        }
        names.push_back(fit.terms[i].name);
    }
    return Problem{.code = ProblemCode::VariableUnknown,
                   .place = {.variable = *spellings.begin()},
                   .expected = nearNames(*spellings.begin(), names)};
}

Result<std::size_t> productOf(const Fit& fit, std::string_view regressor,
                              std::string_view moderator) {
    const std::string x(regressor);
    const std::string z(moderator);
    return indexOf(fit,
                   {x + ":" + z, z + ":" + x, "I(" + x + "*" + z + ")", "I(" + z + "*" + x + ")"});
}

/// b_i + c b_j.
TermEstimate combined(const Fit& fit, std::size_t i, std::size_t j, double c, double level) {
    const double estimate = fit.terms[i].estimate + c * fit.terms[j].estimate;
    const double variance =
        fit.covarianceOf(i, i) + 2.0 * c * fit.covarianceOf(i, j) + c * c * fit.covarianceOf(j, j);
    return termEstimate(fit.terms[i].name, estimate, variance, fit.dfResidual, level);
}

std::vector<MarginalEffect> effectsAt(const Fit& fit, std::size_t i, std::size_t j, double factor,
                                      std::span<const double> values, double level) {
    std::vector<MarginalEffect> effects;
    for (const double value : values) {
        effects.push_back({value, combined(fit, i, j, factor * value, level)});
    }
    return effects;
}

Result<std::size_t> squareOf(const Fit& fit, std::string_view regressor, std::string_view square) {
    const std::string x(regressor);
    return square.empty() ? indexOf(fit, {"I(" + x + "^2)", x + ":" + x, "I(" + x + "*" + x + ")"})
                          : indexOf(fit, {std::string(square)});
}

/// Values r at which b_1 + 2 b_2 r differs from zero by less than t standard errors: between the
/// roots of a quadratic when b_2 itself differs from zero.
void fillFieller(const Fit& fit, std::size_t i, std::size_t j, double level, TurningPoint& point) {
    const double t = studentQuantile(0.5 + level / 2.0, fit.dfResidual);
    const double b1 = fit.terms[i].estimate;
    const double b2 = 2.0 * fit.terms[j].estimate;
    const double v11 = fit.covarianceOf(i, i);
    const double v12 = 2.0 * fit.covarianceOf(i, j);
    const double v22 = 4.0 * fit.covarianceOf(j, j);
    const double a = b2 * b2 - t * t * v22;
    const double b = 2.0 * (b1 * b2 - t * t * v12);
    const double c = b1 * b1 - t * t * v11;
    const double discriminant = b * b - 4.0 * a * c;
    if (a > 0.0 && discriminant >= 0.0) {
        point.confLow = (-b - std::sqrt(discriminant)) / (2.0 * a);
        point.confHigh = (-b + std::sqrt(discriminant)) / (2.0 * a);
    }
}

} // namespace

Result<std::vector<MarginalEffect>> moderatedEffects(const Fit& fit, std::string_view regressor,
                                                     std::string_view moderator,
                                                     std::span<const double> values, double level) {
    CITYPANEL_TRY(const std::size_t own, indexOf(fit, {std::string(regressor)}));
    CITYPANEL_TRY(const std::size_t product, productOf(fit, regressor, moderator));
    return effectsAt(fit, own, product, 1.0, values, level);
}

Result<std::vector<PredictedShift>> interactionSurface(const Fit& fit, std::string_view regressor,
                                                       std::string_view moderator,
                                                       std::span<const double> xs,
                                                       std::span<const double> zs, double x0,
                                                       double z0, double level) {
    CITYPANEL_TRY(const std::size_t own, indexOf(fit, {std::string(regressor)}));
    CITYPANEL_TRY(const std::size_t other, indexOf(fit, {std::string(moderator)}));
    CITYPANEL_TRY(const std::size_t product, productOf(fit, regressor, moderator));
    const std::array at{own, other, product};
    std::vector<PredictedShift> surface;
    for (const double z : zs) {
        for (const double x : xs) {
            const std::array weights{x - x0, z - z0, x * z - x0 * z0};
            double estimate = 0.0;
            double variance = 0.0;
            for (std::size_t i = 0; i < at.size(); ++i) {
                estimate += weights[i] * fit.terms[at[i]].estimate;
                for (std::size_t j = 0; j < at.size(); ++j) {
                    variance += weights[i] * weights[j] * fit.covarianceOf(at[i], at[j]);
                }
            }
            surface.push_back({x, z,
                               termEstimate(fit.terms[product].name, estimate,
                                            std::max(variance, 0.0), fit.dfResidual, level)});
        }
    }
    return surface;
}

Result<std::vector<MarginalEffect>> quadraticEffects(const Fit& fit, std::string_view regressor,
                                                     std::string_view square,
                                                     std::span<const double> values, double level) {
    CITYPANEL_TRY(const std::size_t own, indexOf(fit, {std::string(regressor)}));
    CITYPANEL_TRY(const std::size_t second, squareOf(fit, regressor, square));
    return effectsAt(fit, own, second, 2.0, values, level);
}

Result<TurningPoint> turningPoint(const Fit& fit, std::string_view regressor,
                                  std::string_view square, double lowest, double highest,
                                  double level) {
    CITYPANEL_TRY(const std::size_t i, indexOf(fit, {std::string(regressor)}));
    CITYPANEL_TRY(const std::size_t j, squareOf(fit, regressor, square));
    const double b1 = fit.terms[i].estimate;
    const double b2 = fit.terms[j].estimate;
    TurningPoint point;
    point.at = -b1 / (2.0 * b2);
    point.isMaximum = b2 < 0.0;
    const double g1 = -1.0 / (2.0 * b2);
    const double g2 = b1 / (2.0 * b2 * b2);
    point.stdError =
        std::sqrt(g1 * g1 * fit.covarianceOf(i, i) + 2.0 * g1 * g2 * fit.covarianceOf(i, j) +
                  g2 * g2 * fit.covarianceOf(j, j));
    fillFieller(fit, i, j, level, point);
    point.slopeAtLowest = combined(fit, i, j, 2.0 * lowest, level);
    point.slopeAtHighest = combined(fit, i, j, 2.0 * highest, level);
    if (point.at > lowest && point.at < highest) {
        point.pValue = 0.5 * std::max(point.slopeAtLowest.pValue, point.slopeAtHighest.pValue);
    }
    return point;
}

} // namespace citypanel
