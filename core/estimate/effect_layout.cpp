// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting rows by the eliminated effect and sweeping columns through its groups.
#include "core/estimate/effect_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel {

namespace {

/// A group's basis vector shorter than this share of the column it came from is rounding.
constexpr double dependentSlopeShare = 1e-10;

} // namespace

EffectLayout::EffectLayout(std::vector<AbsorbedTerm> terms, std::vector<double> weights)
    : n_(terms.front().grouping.codes.size())
    , terms_(std::move(terms))
    , weights_(std::move(weights)) {
    choosePrimary();
    sortRows();
    makeFeatures();
    makeBasis();
}

void EffectLayout::choosePrimary() {
    std::size_t largest = 0;
    for (std::size_t t = 0; t < terms_.size(); ++t) {
        const std::size_t columns =
            terms_[t].grouping.levels * (terms_[t].slopes.size() + (terms_[t].hasLevels ? 1 : 0));
        if (columns > largest) {
            largest = columns;
            primary_ = t;
        }
    }
    isPrimary_.assign(terms_.size(), false);
    for (std::size_t t = 0; t < terms_.size(); ++t) {
        isPrimary_[t] =
            t == primary_ || terms_[t].grouping.codes == terms_[primary_].grouping.codes;
    }
}

void EffectLayout::sortRows() {
    const Grouping& groups = terms_[primary_].grouping;
    begins_.assign(groups.levels + 1, 0);
    for (const std::int32_t code : groups.codes) {
        ++begins_[static_cast<std::size_t>(code) + 1];
    }
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    if (std::is_sorted(groups.codes.begin(), groups.codes.end())) {
        return;
    }
    std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
    order_.resize(n_);
    for (std::size_t row = 0; row < n_; ++row) {
        order_[next[static_cast<std::size_t>(groups.codes[row])]++] = row;
    }
    if (!weights_.empty()) {
        weights_ = sorted(weights_);
    }
}

template <typename T>
std::vector<T> EffectLayout::sorted(const std::vector<T>& values) const {
    if (order_.empty()) {
        return values;
    }
    std::vector<T> result(n_);
    for (std::size_t i = 0; i < n_; ++i) {
        result[i] = values[order_[i]];
    }
    return result;
}

void EffectLayout::makeFeatures() {
    const auto add = [&](std::size_t term, int slope, std::vector<double> values) {
        EffectFeature feature{sorted(terms_[term].grouping.codes), std::move(values), term, slope,
                              columnCount_};
        for (std::int32_t& column : feature.columns) {
            column += static_cast<std::int32_t>(columnCount_);
        }
        columnCount_ += terms_[term].grouping.levels;
        features_.push_back(std::move(feature));
    };
    for (std::size_t t = 0; t < terms_.size(); ++t) {
        if (isPrimary_[t]) {
            continue;
        }
        if (terms_[t].hasLevels) {
            add(t, -1, {});
        }
        for (std::size_t s = 0; s < terms_[t].slopes.size(); ++s) {
            add(t, static_cast<int>(s), sorted(terms_[t].slopes[s]));
        }
    }
}

void EffectLayout::makeBasis() {
    inverseWeights_.resize(groupCount());
    for (std::size_t g = 0; g < groupCount(); ++g) {
        double sum = 0.0;
        for (std::size_t r = begins_[g]; r < begins_[g + 1]; ++r) {
            sum += weightAt(r);
        }
        inverseWeights_[g] = 1.0 / sum;
    }
    bool hasLevels = false;
    std::vector<std::vector<double>> columns;
    for (std::size_t t = 0; t < terms_.size(); ++t) {
        if (isPrimary_[t]) {
            hasLevels = hasLevels || terms_[t].hasLevels;
            for (const std::vector<double>& slope : terms_[t].slopes) {
                columns.push_back(sorted(slope));
            }
        }
    }
    primaryRank_ = hasLevels && columns.empty() ? groupCount() : 0;
    if (columns.empty()) {
        return;
    }
    if (hasLevels) {
        columns.insert(columns.begin(), std::vector<double>(n_, 1.0));
    }
    for (std::size_t g = 0; g < groupCount(); ++g) {
        primaryRank_ += orthonormalise(columns, begins_[g], begins_[g + 1]);
    }
    basis_ = std::move(columns);
}

std::size_t EffectLayout::orthonormalise(std::vector<std::vector<double>>& columns,
                                         std::size_t begin, std::size_t end) const {
    const auto product = [&](const std::vector<double>& a, const std::vector<double>& b) {
        double sum = 0.0;
        for (std::size_t r = begin; r < end; ++r) {
            sum += weightAt(r) * a[r] * b[r];
        }
        return sum;
    };
    std::size_t rank = 0;
    for (std::size_t j = 0; j < columns.size(); ++j) {
        const double before = std::sqrt(product(columns[j], columns[j]));
        for (std::size_t i = 0; i < 2 * j; ++i) { // twice, against cancellation
            const std::vector<double>& earlier = columns[i % j];
            const double c = product(earlier, columns[j]);
            for (std::size_t r = begin; r < end; ++r) {
                columns[j][r] -= c * earlier[r];
            }
        }
        const double after = std::sqrt(product(columns[j], columns[j]));
        const bool isKept = after > dependentSlopeShare * before;
        rank += isKept ? 1 : 0;
        for (std::size_t r = begin; r < end; ++r) {
            columns[j][r] = isKept ? columns[j][r] / after : 0.0;
        }
    }
    return rank;
}

void EffectLayout::gather(const double* from, double* to) const {
    if (order_.empty()) {
        std::copy(from, from + n_, to);
        return;
    }
    for (std::size_t i = 0; i < n_; ++i) {
        to[i] = from[order_[i]];
    }
}

void EffectLayout::scatter(const double* from, double* to) const {
    if (order_.empty()) {
        std::copy(from, from + n_, to);
        return;
    }
    for (std::size_t i = 0; i < n_; ++i) {
        to[order_[i]] = from[i];
    }
}

void EffectLayout::expand(const double* a, double* x) const {
    std::fill(x, x + n_, 0.0);
    for (const EffectFeature& feature : features_) {
        for (std::size_t r = 0; r < n_; ++r) {
            const double value = a[feature.columns[r]];
            x[r] += feature.values.empty() ? value : value * feature.values[r];
        }
    }
}

void EffectLayout::sweep(double* x, const double* a, double* b) const {
    if (basis_.empty()) {
        sweepLevels(x, a, b);
    } else {
        sweepBasis(x, a, b);
    }
}

namespace {

void subtractFeature(const EffectFeature& feature, const double* a, double* x, std::size_t begin,
                     std::size_t end) {
    if (feature.values.empty()) {
        for (std::size_t r = begin; r < end; ++r) {
            x[r] -= a[feature.columns[r]];
        }
    } else {
        for (std::size_t r = begin; r < end; ++r) {
            x[r] -= a[feature.columns[r]] * feature.values[r];
        }
    }
}

void accumulateFeature(const EffectFeature& feature, const double* x, const double* weights,
                       double* b, std::size_t begin, std::size_t end) {
    for (std::size_t r = begin; r < end; ++r) {
        double value = weights == nullptr ? x[r] : weights[r] * x[r];
        if (!feature.values.empty()) {
            value *= feature.values[r];
        }
        b[feature.columns[r]] += value;
    }
}

/// Weighted sum over [begin, end), in two halves that do not wait for each other.
double groupSum(const double* x, const double* weights, std::size_t begin, std::size_t end) {
    double even = 0.0;
    double odd = 0.0;
    std::size_t r = begin;
    for (; r + 1 < end; r += 2) {
        even += weights == nullptr ? x[r] : weights[r] * x[r];
        odd += weights == nullptr ? x[r + 1] : weights[r + 1] * x[r + 1];
    }
    if (r < end) {
        even += weights == nullptr ? x[r] : weights[r] * x[r];
    }
    return even + odd;
}

} // namespace

void EffectLayout::sweepLevels(double* x, const double* a, double* b) const {
    const double* w = weights_.empty() ? nullptr : weights_.data();
    for (std::size_t g = 0; g + 1 < begins_.size(); ++g) {
        const std::size_t begin = begins_[g];
        const std::size_t end = begins_[g + 1];
        for (std::size_t f = 0; a != nullptr && f < features_.size(); ++f) {
            subtractFeature(features_[f], a, x, begin, end);
        }
        const double mean = groupSum(x, w, begin, end) * inverseWeights_[g];
        for (std::size_t r = begin; r < end; ++r) {
            x[r] -= mean;
        }
        for (std::size_t f = 0; b != nullptr && f < features_.size(); ++f) {
            accumulateFeature(features_[f], x, w, b, begin, end);
        }
    }
}

void EffectLayout::sweepBasis(double* x, const double* a, double* b) const {
    const double* w = weights_.empty() ? nullptr : weights_.data();
    for (std::size_t g = 0; g + 1 < begins_.size(); ++g) {
        const std::size_t begin = begins_[g];
        const std::size_t end = begins_[g + 1];
        for (std::size_t f = 0; a != nullptr && f < features_.size(); ++f) {
            subtractFeature(features_[f], a, x, begin, end);
        }
        for (const std::vector<double>& q : basis_) {
            double c = 0.0;
            for (std::size_t r = begin; r < end; ++r) {
                c += weightAt(r) * q[r] * x[r];
            }
            for (std::size_t r = begin; r < end; ++r) {
                x[r] -= c * q[r];
            }
        }
        for (std::size_t f = 0; b != nullptr && f < features_.size(); ++f) {
            accumulateFeature(features_[f], x, w, b, begin, end);
        }
    }
}

} // namespace citypanel
