// SPDX-License-Identifier: GPL-3.0-or-later
// Sums over weighted rows and the elimination of effects from them.
#include "core/estimate/row_moments.h"

#include "core/estimate/absorbed_effects.h"
#include "core/estimate/rank_cholesky.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace citypanel {

namespace {

/// Pivots of D'D below this share of its diagonal over all rows are dependent levels.
constexpr double dependentLevelPivot = 1e-10;

bool haveLevelsAlone(const std::vector<AbsorbedTerm>& effects) {
    return !effects.empty() &&
           std::all_of(effects.begin(), effects.end(), [](const AbsorbedTerm& effect) {
               return effect.hasLevels && effect.slopes.empty();
           });
}

/// The columns with the effects of all rows taken out; empty where they do not come out.
std::vector<double> cleaned(std::span<const double> columns, const ModelData& data) {
    std::vector<double> values(columns.begin(), columns.end());
    std::vector<double*> pointers;
    for (std::size_t begin = 0; begin < values.size(); begin += data.rowCount()) {
        pointers.push_back(values.data() + begin);
    }
    NoProgress progress;
    const auto absorbed = AbsorbedEffects::build(data.effects, data.weights, progress);
    return absorbed && absorbed->partialOut(pointers, progress) ? values : std::vector<double>();
}

} // namespace

/// Of one set of weights; the last four belong to the group at hand.
struct RowMoments::Sums {
    std::vector<double> packed;  ///< X'X, lower triangle by rows
    std::vector<double> mixed;   ///< D'X, q x levels
    std::vector<double> dummies; ///< D'D, lower triangle by columns
    std::vector<double> group;   ///< sum of x
    double weight = 0.0;
    std::vector<std::size_t> chosen{};
    std::vector<double> chosenWeights{};
};

std::optional<RowMoments> RowMoments::build(std::span<const double> columns,
                                            const ModelData& data) {
    if (!haveLevelsAlone(data.effects)) {
        return std::nullopt;
    }
    const auto largest = std::max_element(data.effects.begin(), data.effects.end(),
                                          [](const AbsorbedTerm& a, const AbsorbedTerm& b) {
                                              return a.grouping.levels < b.grouping.levels;
                                          });
    RowMoments result;
    std::vector<std::pair<const Grouping*, std::size_t>>
        others; // with the number of its first level
    for (auto effect = data.effects.begin(); effect != data.effects.end(); ++effect) {
        if (effect != largest) {
            others.emplace_back(&effect->grouping, result.size_);
            result.size_ += effect->grouping.levels;
        }
    }
    const std::vector<double> values =
        result.size_ <= mostLevels ? cleaned(columns, data) : std::vector<double>();
    if (values.empty()) {
        return std::nullopt;
    }
    const std::size_t n = data.rowCount();
    result.q_ = values.size() / n;
    result.others_ = others.size();
    result.rows_.resize(n);
    std::iota(result.rows_.begin(), result.rows_.end(), std::size_t{0});
    const std::vector<std::int32_t>& codes = largest->grouping.codes;
    std::stable_sort(result.rows_.begin(), result.rows_.end(),
                     [&](std::size_t a, std::size_t b) { return codes[a] < codes[b]; });
    result.diagonal_.assign(result.size_, 0.0);
    for (std::size_t at = 0; at < n; ++at) {
        const std::size_t row = result.rows_[at];
        if (at == 0 || codes[row] != codes[result.rows_[at - 1]]) {
            result.begins_.push_back(at);
        }
        const double weight = data.weights.empty() ? 1.0 : data.weights[row];
        if (!data.weights.empty()) {
            result.weights_.push_back(weight);
        }
        for (std::size_t j = 0; j < result.q_; ++j) {
            result.values_.push_back(values[j * n + row]);
            for (std::size_t k = 0; k <= j; ++k) {
                result.products_.push_back(values[j * n + row] * values[k * n + row]);
            }
        }
        for (const auto& [grouping, first] : others) {
            const std::size_t level = first + static_cast<std::size_t>(grouping->codes[row]);
            result.levels_.push_back(static_cast<std::uint32_t>(level));
            result.diagonal_[level] += weight;
        }
    }
    result.begins_.push_back(n);
    return result;
}

std::vector<double> RowMoments::crossProducts(std::span<const double> weights) const {
    Sums sums{std::vector<double>(q_ * (q_ + 1) / 2, 0.0), std::vector<double>(q_ * size_, 0.0),
              std::vector<double>(size_ * size_, 0.0), std::vector<double>(q_, 0.0)};
    for (std::size_t group = 0; group + 1 < begins_.size(); ++group) {
        addGroup(group, weights, sums);
    }
    return solved(sums);
}

void RowMoments::addGroup(std::size_t group, std::span<const double> weights, Sums& sums) const {
    sums.weight = 0.0;
    sums.chosen.clear();
    sums.chosenWeights.clear();
    std::fill(sums.group.begin(), sums.group.end(), 0.0);
    for (std::size_t at = begins_[group]; at < begins_[group + 1]; ++at) {
        const double times = weights[rows_[at]];
        if (times > 0.0) {
            addRow(at, weights_.empty() ? times : times * weights_[at], sums);
        }
    }
    if (sums.chosen.empty()) {
        return;
    }
    // 1. X'X less s s' / w of the group.
    const double inverse = 1.0 / sums.weight;
    for (std::size_t i = 0, k = 0; i < q_; ++i) {
        for (std::size_t j = 0; j <= i; ++j, ++k) {
            sums.packed[k] -= sums.group[i] * sums.group[j] * inverse;
        }
    }
    // 2. D'X and D'D less (D'w)(s') / w and (D'w)(D'w)' / w.
    for (std::size_t a = 0; a < sums.chosen.size(); ++a) {
        const std::uint32_t* levels = levels_.data() + sums.chosen[a] * others_;
        const double share = sums.chosenWeights[a] * inverse;
        for (std::size_t f = 0; f < others_; ++f) {
            double* mixed = sums.mixed.data() + levels[f] * q_;
            for (std::size_t j = 0; j < q_; ++j) {
                mixed[j] -= share * sums.group[j];
            }
            double* column = sums.dummies.data() + levels[f] * size_;
            for (std::size_t b = 0; b < sums.chosen.size(); ++b) {
                const std::uint32_t* other = levels_.data() + sums.chosen[b] * others_;
                for (std::size_t g = 0; g < others_; ++g) {
                    column[other[g]] -= share * sums.chosenWeights[b];
                }
            }
        }
    }
}

void RowMoments::addRow(std::size_t at, double weight, Sums& sums) const {
    sums.weight += weight;
    sums.chosen.push_back(at);
    sums.chosenWeights.push_back(weight);
    const double* x = values_.data() + at * q_;
    for (std::size_t j = 0; j < q_; ++j) {
        sums.group[j] += weight * x[j];
    }
    const std::size_t pairs = sums.packed.size();
    const double* products = products_.data() + at * pairs;
    for (std::size_t k = 0; k < pairs; ++k) {
        sums.packed[k] += weight * products[k];
    }
    const std::uint32_t* levels = levels_.data() + at * others_;
    for (std::size_t f = 0; f < others_; ++f) {
        double* mixed = sums.mixed.data() + levels[f] * q_;
        for (std::size_t j = 0; j < q_; ++j) {
            mixed[j] += weight * x[j];
        }
        double* column = sums.dummies.data() + levels[f] * size_;
        for (std::size_t g = 0; g < others_; ++g) {
            column[levels[g]] += weight;
        }
    }
}

/// X'X - X'D (D'D)^- D'X.
std::vector<double> RowMoments::solved(Sums& sums) const {
    std::vector<double> right(q_ * size_);
    for (std::size_t level = 0; level < size_; ++level) {
        for (std::size_t j = 0; j < q_; ++j) {
            right[j * size_ + level] = sums.mixed[level * q_ + j];
        }
    }
    const std::vector<double> mixed = right;
    if (size_ > 0) {
        RankCholesky(std::move(sums.dummies), diagonal_, dependentLevelPivot)
            .solve(right.data(), q_);
    }
    std::vector<double> full(q_ * q_);
    for (std::size_t i = 0, k = 0; i < q_; ++i) {
        for (std::size_t j = 0; j <= i; ++j, ++k) {
            const double* a = mixed.data() + i * size_;
            full[i * q_ + j] = full[j * q_ + i] =
                sums.packed[k] - std::inner_product(a, a + size_, right.data() + j * size_, 0.0);
        }
    }
    return full;
}

} // namespace citypanel
