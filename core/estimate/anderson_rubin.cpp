// SPDX-License-Identifier: GPL-3.0-or-later
// The Anderson-Rubin test and the confidence set it inverts to.
#include "core/estimate/distributions.h"
#include "core/estimate/inference.h"
#include "core/estimate/instrument_tests.h"
#include "core/estimate/least_squares.h"

#include <Eigen/Core>

#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace citypanel {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int gridPoints = 2000;
constexpr int bisections = 60;

/// Reduced forms of the outcome and of the endogenous regressor, and the middle matrices of their
/// scores: the F of y - b x on the instruments is a rational function of b.
class ReducedForms {
public:
    ReducedForms(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
                 const SandwichRule& rule)
        : blocks_(blocks)
        , covariance_(covariance)
        , rule_(rule)
        , size_(blocks.L + blocks.p)
        , all_(blocks.instruments) {
        all_.insert(all_.end(), blocks.exogenous.begin(), blocks.exogenous.end());
        factor_ = LeastSquares::factor(all_, blocks.rows);
        outcome_ = factor_.solve(blocks.outcome);
        if (blocks.m == 1) {
            endogenous_ = factor_.solve(blocks.endogenous);
            // M(y - b x) = Myy - b (Mxy + Myx) + b^2 Mxx, from M at b = 0, 1 and -1.
            const MatrixXd at0 = middle(0.0);
            const MatrixXd at1 = middle(1.0);
            const MatrixXd atMinus1 = middle(-1.0);
            square_ = 0.5 * (at1 + atMinus1) - at0;
            linear_ = 0.5 * (at1 - atMinus1);
            constant_ = at0;
        } else {
            constant_ = middle(0.0);
        }
    }

    /// F that the instruments' coefficients in y - b x are zero.
    [[nodiscard]] TestStatistic test(double b) const {
        VectorXd coefficients = reduced(outcome_);
        MatrixXd V = constant_;
        if (b != 0.0) {
            coefficients -= b * reduced(endogenous_);
            V += b * linear_ + b * b * square_;
        }
        const Eigen::Map<const MatrixXd> A(factor_.inverse().data(), length(), length());
        const MatrixXd covariance = covariance_.isIid() ? V : MatrixXd(A * V * A * rule_.factor);
        const MatrixXd corner = covariance.topLeftCorner(instruments(), instruments());
        const auto L = static_cast<double>(blocks_.L);
        TestStatistic result{missingValue, L, rule_.residual, missingValue};
        const QuadraticForm form =
            quadraticForm({coefficients.data(), blocks_.L},
                          {corner.data(), static_cast<std::size_t>(corner.size())});
        result.statistic = form.value / L;
        result.pValue = fisherUpperTail(result.statistic, L, rule_.residual);
        return result;
    }

private:
    [[nodiscard]] Eigen::Index length() const { return static_cast<Eigen::Index>(size_); }

    [[nodiscard]] Eigen::Index instruments() const { return static_cast<Eigen::Index>(blocks_.L); }

    [[nodiscard]] VectorXd reduced(const LeastSquaresSolution& solution) const {
        return Eigen::Map<const VectorXd>(solution.coefficients.data(), instruments());
    }

    /// Middle matrix of the scores at b, or s^2 (X'X)^-1 when iid.
    [[nodiscard]] MatrixXd middle(double b) const {
        std::vector<double> residuals = outcome_.residuals;
        for (std::size_t i = 0; b != 0.0 && i < residuals.size(); ++i) {
            residuals[i] -= b * endogenous_.residuals[i];
        }
        if (covariance_.isIid()) {
            const double rss =
                std::inner_product(residuals.begin(), residuals.end(), residuals.begin(), 0.0);
            return Eigen::Map<const MatrixXd>(factor_.inverse().data(), length(), length()) *
                   (rss / rule_.residual);
        }
        const std::vector<double> meat = covariance_.meat(scoresOf(all_, residuals));
        return Eigen::Map<const MatrixXd>(meat.data(), length(), length());
    }

    const InstrumentBlocks& blocks_;
    const CovarianceEstimator& covariance_;
    SandwichRule rule_;
    std::size_t size_;
    std::vector<double> all_;
    LeastSquares factor_;
    LeastSquaresSolution outcome_;
    LeastSquaresSolution endogenous_;
    MatrixXd constant_;
    MatrixXd linear_;
    MatrixXd square_;
};

} // namespace

void andersonRubin(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
                   const SandwichRule& rule, double level, InstrumentTests& tests) {
    const ReducedForms forms(blocks, covariance, rule);
    tests.andersonRubinF = forms.test(0.0);
    if (blocks.m != 1) {
        return;
    }
    const double critical = fisherQuantile(level, static_cast<double>(blocks.L), rule.residual);
    // b runs over the whole line as centre + scale tan(angle); the set's ends are where acceptance
    // changes between neighbouring angles.
    const auto norm = [](const std::vector<double>& x) {
        return std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
    };
    const double scale = norm(blocks.outcome) / norm(blocks.endogenous);
    const auto valueAt = [&](double share) {
        return scale * std::tan(std::numbers::pi * (share - 0.5));
    };
    const auto accepts = [&](double share) {
        return forms.test(valueAt(share)).statistic <= critical;
    };
    const auto shareAt = [](int i) {
        return (static_cast<double>(i) + 0.5) / static_cast<double>(gridPoints);
    };
    const double infinity = std::numeric_limits<double>::infinity();
    bool inside = accepts(shareAt(0));
    double begin = -infinity;
    for (int i = 1; i < gridPoints; ++i) {
        const bool next = accepts(shareAt(i));
        if (next == inside) {
            continue;
        }
        double low = shareAt(i - 1);
        double high = shareAt(i);
        for (int step = 0; step < bisections; ++step) {
            const double middle = 0.5 * (low + high);
            (accepts(middle) == inside ? low : high) = middle;
        }
        const double end = valueAt(0.5 * (low + high));
        if (inside) {
            tests.andersonRubinSet.emplace_back(begin, end);
        } else {
            begin = end;
        }
        inside = next;
    }
    if (inside) {
        tests.andersonRubinSet.emplace_back(begin, infinity);
    }
}

} // namespace citypanel
