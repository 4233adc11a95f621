// SPDX-License-Identifier: GPL-3.0-or-later
// Schur complement of large well-connected effects: conjugate gradients without forming it.
#include "core/estimate/schur_complement.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace citypanel {

namespace {

constexpr int mostIterations = 5000;
/// Residual norm, relative to the right-hand side's, at which a column is done.
constexpr double tolerance = 1e-14;

/// Jacobi-preconditioned conjugate gradients; S v = C'W M C v by one sweep over the rows.
class IterativeSchur final : public SchurComplement {
public:
    explicit IterativeSchur(const EffectLayout& layout)
        : layout_(layout)
        , inverseDiagonal_(layout.columnCount(), 0.0)
        , pairwise_(pairwiseRank(layout)) {
        for (const EffectFeature& feature : layout.features()) {
            for (std::size_t r = 0; r < layout.rowCount(); ++r) {
                const double value = feature.values.empty() ? 1.0 : feature.values[r];
                inverseDiagonal_[static_cast<std::size_t>(feature.columns[r])] +=
                    layout.weightAt(r) * value * value;
            }
        }
        for (double& entry : inverseDiagonal_) {
            entry = entry > 0.0 ? 1.0 / entry : 0.0;
        }
    }

    [[nodiscard]] int solve(const double* b, double* a) const override {
        const std::size_t size = inverseDiagonal_.size();
        std::vector<double> residual(b, b + size);
        std::vector<double> direction(size);
        std::vector<double> image(size);
        std::vector<double> rows(layout_.rowCount());
        std::fill(a, a + size, 0.0);
        const auto preconditionedNorm = [&] {
            double sum = 0.0;
            for (std::size_t i = 0; i < size; ++i) {
                sum += residual[i] * residual[i] * inverseDiagonal_[i];
            }
            return sum;
        };
        double norm = preconditionedNorm();
        const double goal = norm * tolerance * tolerance;
        for (std::size_t i = 0; i < size; ++i) {
            direction[i] = residual[i] * inverseDiagonal_[i];
        }
        int iteration = 0;
        while (norm > goal && norm > 0.0 && iteration < mostIterations) {
            ++iteration;
            layout_.expand(direction.data(), rows.data());
            std::fill(image.begin(), image.end(), 0.0);
            layout_.sweep(rows.data(), nullptr, image.data());
            const double curvature =
                std::inner_product(direction.begin(), direction.end(), image.begin(), 0.0);
            if (!(curvature > 0.0)) {
                break;
            }
            const double step = norm / curvature;
            for (std::size_t i = 0; i < size; ++i) {
                a[i] += step * direction[i];
                residual[i] -= step * image[i];
            }
            const double next = preconditionedNorm();
            const double turn = next / norm;
            norm = next;
            for (std::size_t i = 0; i < size; ++i) {
                direction[i] = residual[i] * inverseDiagonal_[i] + turn * direction[i];
            }
        }
        return iteration;
    }

    [[nodiscard]] std::size_t rank() const override { return pairwise_.rank; }

    [[nodiscard]] bool rankIsExact() const override { return pairwise_.isExact; }

    [[nodiscard]] std::vector<double> inverse() const override { return {}; }

private:
    const EffectLayout& layout_;
    std::vector<double> inverseDiagonal_;
    PairwiseRank pairwise_;
};

} // namespace

std::unique_ptr<const SchurComplement> iterativeSchur(const EffectLayout& layout) {
    return std::make_unique<IterativeSchur>(layout);
}

} // namespace citypanel
