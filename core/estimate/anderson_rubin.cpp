// SPDX-License-Identifier: GPL-3.0-or-later
// The Anderson-Rubin test and the confidence set it inverts to.
#include "core/estimate/distributions.h"
#include "core/estimate/inference.h"
#include "core/estimate/instrument_tests.h"
#include "core/estimate/least_squares.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <utility>
#include <vector>

namespace citypanel {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int gridPoints = 1000;
constexpr int bisections = 60;

/// The F test that the instruments have no effect on y - b x, from the reduced forms of both: their
/// coefficients and the covariance of these are polynomials in b.
class ReducedForms {
public:
    ReducedForms(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
                 const SandwichRule& rule)
        : blocks_(blocks), covariance_(covariance), rule_(rule), all_(blocks.instruments) {
        all_.insert(all_.end(), blocks.exogenous.begin(), blocks.exogenous.end());
        factor_ = LeastSquares::factor(all_, blocks.rows);
        outcome_ = factor_.solve(blocks.outcome);
        constant_ = covarianceAt(0.0);
        if (blocks.m == 1) {
            endogenous_ = factor_.solve(blocks.endogenous);
            // V(b) = V0 + b V1 + b^2 V2, from V at b = 0, 1 and -1 times the scale of b.
            unit_ = std::sqrt(outcome_.rss / endogenous_.rss);
            unit_ = std::isfinite(unit_) && unit_ > 0.0 ? unit_ : 1.0;
            const MatrixXd above = covarianceAt(unit_);
            const MatrixXd below = covarianceAt(-unit_);
            square_ = (0.5 * (above + below) - constant_) / (unit_ * unit_);
            linear_ = 0.5 * (above - below) / unit_;
        }
    }

    /// At b, and, infinite, in the limit: the test of the first stage.
    [[nodiscard]] TestStatistic test(double b) const {
        if (std::isinf(b)) {
            return testOf(reduced(endogenous_), square_);
        }
        if (b == 0.0) {
            return testOf(reduced(outcome_), constant_);
        }
        return testOf(reduced(outcome_) - b * reduced(endogenous_),
                      constant_ + b * linear_ + b * b * square_);
    }

    /// Ratio of the residuals' sizes: how far b reaches at least.
    [[nodiscard]] double unit() const { return unit_; }

    /// Two-stage least squares, near which the statistic is smallest, and its standard error.
    [[nodiscard]] std::pair<double, double> centre() const {
        const Eigen::Map<const VectorXd> x(blocks_.endogenous.data(),
                                           static_cast<Eigen::Index>(blocks_.rows));
        const Eigen::Map<const VectorXd> e(endogenous_.residuals.data(), x.size());
        VectorXd fitted = x - e;
        if (blocks_.p > 0) {
            const std::vector<double> rest = LeastSquares::factor(blocks_.exogenous, blocks_.rows)
                                                 .solve({fitted.data(), blocks_.rows})
                                                 .residuals;
            fitted = Eigen::Map<const VectorXd>(rest.data(), x.size());
        }
        const Eigen::Map<const VectorXd> y(blocks_.outcome.data(), x.size());
        const double b = fitted.dot(y) / fitted.dot(x);
        const Eigen::Map<const VectorXd> ey(outcome_.residuals.data(), x.size());
        const double rss = (ey - b * e).squaredNorm();
        return {b, std::sqrt(rss / rule_.residual / fitted.squaredNorm())};
    }

private:
    [[nodiscard]] Eigen::Index instruments() const { return static_cast<Eigen::Index>(blocks_.L); }

    [[nodiscard]] VectorXd reduced(const LeastSquaresSolution& solution) const {
        return Eigen::Map<const VectorXd>(solution.coefficients.data(), instruments());
    }

    [[nodiscard]] TestStatistic testOf(const VectorXd& coefficients, const MatrixXd& V) const {
        const auto L = static_cast<double>(blocks_.L);
        TestStatistic result{missingValue, L, rule_.residual, missingValue};
        const QuadraticForm form = quadraticForm({coefficients.data(), blocks_.L},
                                                 {V.data(), static_cast<std::size_t>(V.size())});
        result.statistic = form.value / L;
        result.pValue = fisherUpperTail(result.statistic, L, rule_.residual);
        return result;
    }

    /// Covariance of the instruments' coefficients at b.
    [[nodiscard]] MatrixXd covarianceAt(double b) const {
        const auto length = static_cast<Eigen::Index>(blocks_.L + blocks_.p);
        const Eigen::Map<const MatrixXd> A(factor_.inverse().data(), length, length);
        std::vector<double> residuals = outcome_.residuals;
        for (std::size_t i = 0; b != 0.0 && i < residuals.size(); ++i) {
            residuals[i] -= b * endogenous_.residuals[i];
        }
        if (covariance_.isIid()) {
            const double rss =
                std::inner_product(residuals.begin(), residuals.end(), residuals.begin(), 0.0);
            return A.topLeftCorner(instruments(), instruments()) * (rss / rule_.residual);
        }
        const std::vector<double> meat = covariance_.meat(scoresOf(all_, residuals));
        const Eigen::Map<const MatrixXd> M(meat.data(), length, length);
        const MatrixXd top = A.topRows(instruments());
        return top * M * top.transpose() * rule_.factor;
    }

    const InstrumentBlocks& blocks_;
    const CovarianceEstimator& covariance_;
    SandwichRule rule_;
    std::vector<double> all_;
    LeastSquares factor_;
    LeastSquaresSolution outcome_;
    LeastSquaresSolution endogenous_;
    MatrixXd constant_;
    MatrixXd linear_;
    MatrixXd square_;
    double unit_ = 1.0;
};

/// Points over the whole line, dense around the estimate at the scale of its standard error and
/// around zero at the scale of the data, so that a narrow set and a wide one are both met.
std::vector<double> searchPoints(const ReducedForms& forms) {
    std::vector<double> points;
    const auto spread = [&points](double centre, double scale) {
        for (int i = 0; std::isfinite(scale) && i < gridPoints; ++i) {
            const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(gridPoints);
            points.push_back(centre + scale * std::tan(std::numbers::pi * (share - 0.5)));
        }
    };
    const auto [estimate, error] = forms.centre();
    spread(0.0, forms.unit());
    spread(estimate, error);
    std::sort(points.begin(), points.end());
    return points;
}

/// Where acceptance changes between two points.
template <typename Accepts>
double boundary(double low, double high, bool acceptsLow, const Accepts& accepts) {
    for (int step = 0; step < bisections; ++step) {
        const double middle = 0.5 * (low + high);
        (accepts(middle) == acceptsLow ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

} // namespace

void andersonRubin(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
                   const SandwichRule& rule, double level, InstrumentTests& tests) {
    const ReducedForms forms(blocks, covariance, rule);
    tests.andersonRubinF = forms.test(0.0);
    if (blocks.m != 1) {
        return;
    }
    const double critical = fisherQuantile(level, static_cast<double>(blocks.L), rule.residual);
    const auto accepts = [&](double b) { return forms.test(b).statistic <= critical; };
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<double> points = searchPoints(forms);
    bool inside = accepts(infinity);
    double begin = -infinity;
    double last = -infinity;
    for (const double point : points) {
        const bool next = accepts(point);
        if (next != inside) {
            // Beyond the outermost point the limit stands for the line.
            const double end = std::isinf(last) ? point : boundary(last, point, inside, accepts);
            if (inside) {
                tests.andersonRubinSet.emplace_back(begin, end);
            }
            begin = end;
            inside = next;
        }
        last = point;
    }
    if (inside) {
        tests.andersonRubinSet.emplace_back(begin, accepts(infinity) ? infinity : last);
    }
}

} // namespace citypanel
