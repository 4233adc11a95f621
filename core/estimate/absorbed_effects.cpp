// SPDX-License-Identifier: GPL-3.0-or-later
// Partialling out effects: elimination of the largest, Schur complement of the others, check.
#include "core/estimate/absorbed_effects.h"

#include "core/base/parallel.h"
#include "core/estimate/effect_layout.h"
#include "core/estimate/effect_leverages.h"
#include "core/estimate/effect_recovery.h"
#include "core/estimate/schur_complement.h"
#include "core/panel/number_text.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace citypanel {

namespace {

/// Corrections beyond the first solution, and the group mean (in sds) they aim at.
constexpr int mostCorrections = 4;
constexpr double goodEnough = 1e-13;
constexpr double unacceptable = 1e-8;
/// Fewer values than this are not worth a second thread.
constexpr std::size_t serialValues = 100'000;

} // namespace

struct AbsorbedEffects::Impl {
    explicit Impl(std::vector<AbsorbedTerm> terms, std::vector<double> weights)
        : layout(std::move(terms), std::move(weights)) {
        if (layout.columnCount() > 0) {
            inverseColumnWeights.assign(layout.columnCount(), 0.0);
            for (const EffectFeature& feature : layout.features()) {
                for (std::size_t r = 0; r < layout.rowCount(); ++r) {
                    const double value = feature.values.empty() ? 1.0 : feature.values[r];
                    inverseColumnWeights[static_cast<std::size_t>(feature.columns[r])] +=
                        layout.weightAt(r) * std::abs(value);
                }
            }
            for (double& weight : inverseColumnWeights) {
                weight = weight > 0.0 ? 1.0 / weight : 0.0;
            }
        }
    }

    /// The sd of a column in sorted order (weighted).
    [[nodiscard]] double spread(const double* x) const {
        using Column = Eigen::Map<const Eigen::ArrayXd>;
        const auto n = static_cast<Eigen::Index>(layout.rowCount());
        const Column values(x, n);
        if (layout.weights().empty()) {
            return std::sqrt((values - values.mean()).square().mean());
        }
        const Column weights(layout.weights().data(), n);
        const double total = weights.sum();
        const double mean = (weights * values).sum() / total;
        return std::sqrt((weights * (values - mean).square()).sum() / total);
    }

    [[nodiscard]] double largestMean(const std::vector<double>& sums) const {
        double largest = 0.0;
        for (std::size_t j = 0; j < sums.size(); ++j) {
            largest = std::max(largest, std::abs(sums[j]) * inverseColumnWeights[j]);
        }
        return largest;
    }

    /// Cleans one column in sorted order; total (may be null) collects the coefficients of C.
    AbsorptionCheck clean(double* x, double* total) const {
        AbsorptionCheck check;
        const std::size_t columns = layout.columnCount();
        if (columns == 0) {
            layout.sweep(x, nullptr, nullptr);
            if (!layout.basis().empty()) {
                layout.sweep(x, nullptr, nullptr);
            }
            return check;
        }
        const double sd = spread(x);
        std::vector<double> sums(columns, 0.0);
        std::vector<double> a(columns, 0.0);
        layout.sweep(x, nullptr, sums.data());
        for (int i = 0; i <= mostCorrections; ++i) {
            check.iterations = std::max(check.iterations, schur->solve(sums.data(), a.data()));
            std::fill(sums.begin(), sums.end(), 0.0);
            layout.sweep(x, a.data(), sums.data());
            for (std::size_t j = 0; total != nullptr && j < columns; ++j) {
                total[j] += a[j];
            }
            const double before =
                i == 0 ? std::numeric_limits<double>::infinity() : check.largestMean;
            check.largestMean = sd > 0.0 ? largestMean(sums) / sd : 0.0;
            if (check.largestMean <= goodEnough || check.largestMean > 0.5 * before) {
                break;
            }
        }
        return check;
    }

    EffectLayout layout;
    std::unique_ptr<const SchurComplement> schur;
    std::vector<double> inverseColumnWeights;
};

AbsorbedEffects::AbsorbedEffects(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Result<AbsorbedEffects> AbsorbedEffects::build(std::vector<AbsorbedTerm> terms,
                                               std::vector<double> weights, Progress& progress) {
    auto impl = std::make_shared<Impl>(std::move(terms), std::move(weights));
    if (impl->layout.columnCount() > 0) {
        CITYPANEL_TRY(impl->schur, makeSchurComplement(impl->layout, progress));
    }
    return AbsorbedEffects(std::move(impl));
}

std::size_t AbsorbedEffects::rowCount() const {
    return impl_->layout.rowCount();
}

std::size_t AbsorbedEffects::rank() const {
    return impl_->layout.primaryRank() + (impl_->schur ? impl_->schur->rank() : 0);
}

bool AbsorbedEffects::rankIsExact() const {
    return !impl_->schur || impl_->schur->rankIsExact();
}

Result<AbsorptionCheck> AbsorbedEffects::partialOut(std::span<double* const> columns,
                                                    Progress& progress) const {
    const std::size_t n = rowCount();
    std::vector<AbsorptionCheck> checks(columns.size());
    const auto work = [&](const Chunk& chunk) {
        std::vector<double> sorted(impl_->layout.isInOrder() ? 0 : n);
        for (std::size_t j = chunk.begin; j < chunk.end && !progress.cancelled(); ++j) {
            if (impl_->layout.isInOrder()) {
                checks[j] = impl_->clean(columns[j], nullptr);
                continue;
            }
            impl_->layout.gather(columns[j], sorted.data());
            checks[j] = impl_->clean(sorted.data(), nullptr);
            impl_->layout.scatter(sorted.data(), columns[j]);
        }
    };
    if (n * columns.size() < serialValues) {
        work(Chunk{0, 0, columns.size()});
    } else {
        parallelChunks(columns.size(), 1, work);
    }
    if (progress.cancelled()) {
        return cancelledProblem();
    }
    AbsorptionCheck worst;
    for (const AbsorptionCheck& check : checks) {
        worst.largestMean = std::max(worst.largestMean, check.largestMean);
        worst.iterations = std::max(worst.iterations, check.iterations);
    }
    if (!(worst.largestMean <= unacceptable)) {
        return Problem{.code = ProblemCode::NotConverged,
                       .found = shortestText(worst.largestMean),
                       .expected = shortestText(unacceptable)};
    }
    return worst;
}

Result<std::vector<double>> AbsorbedEffects::leverages() const {
    const EffectLayout& layout = impl_->layout;
    std::vector<double> inverse;
    if (layout.columnCount() > 0) {
        inverse = impl_->schur->inverse();
        if (inverse.empty()) {
            return Problem{.code = ProblemCode::ConventionUnsupported,
                           .found = std::to_string(layout.columnCount())};
        }
    }
    return effectLeverages(layout, inverse);
}

Result<std::vector<EffectCoefficients>> AbsorbedEffects::recover(std::span<const double> column,
                                                                 Progress& progress) const {
    const EffectLayout& layout = impl_->layout;
    const std::size_t n = rowCount();
    std::vector<double> x(n);
    layout.gather(column.data(), x.data());
    std::vector<double> a(layout.columnCount(), 0.0);
    impl_->clean(x.data(), a.data());
    if (progress.cancelled()) {
        return cancelledProblem();
    }
    std::vector<EffectCoefficients> effects(layout.terms().size());
    for (std::size_t t = 0; t < effects.size(); ++t) {
        effects[t].name = layout.terms()[t].grouping.name;
        effects[t].slopes.resize(layout.terms()[t].slopes.size());
    }
    for (const EffectFeature& feature : layout.features()) {
        EffectCoefficients& effect = effects[feature.term];
        const auto first = a.begin() + static_cast<std::ptrdiff_t>(feature.offset);
        std::vector<double> values(
            first,
            first + static_cast<std::ptrdiff_t>(layout.terms()[feature.term].grouping.levels));
        (feature.slope < 0 ? effect.levels
                           : effect.slopes[static_cast<std::size_t>(feature.slope)]) =
            std::move(values);
    }
    // What the primary effect explains of the column once the others' part is gone.
    std::vector<double> rest(n);
    layout.gather(column.data(), rest.data());
    std::vector<double> others(n, 0.0);
    layout.expand(a.data(), others.data());
    for (std::size_t r = 0; r < n; ++r) {
        rest[r] -= others[r] + x[r];
    }
    std::vector<double> explained(n);
    layout.scatter(rest.data(), explained.data());
    recoverPrimary(layout, explained, effects);
    return effects;
}

} // namespace citypanel
