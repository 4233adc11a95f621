// SPDX-License-Identifier: GPL-3.0-or-later
// Leverages of absorbed effects, group by group of the eliminated one.
#include "core/estimate/effect_leverages.h"

#include <algorithm>
#include <cmath>

namespace citypanel {

namespace {

class LeverageSums {
public:
    LeverageSums(const EffectLayout& layout, std::span<const double> inverse)
        : layout_(layout)
        , inverse_(inverse)
        , basisSize_(std::max<std::size_t>(1, layout.basis().size()))
        , row_(layout.columnCount(), 0.0) {}

    std::vector<double> run() {
        std::vector<double> sorted(layout_.rowCount());
        for (std::size_t g = 0; g < layout_.groupCount(); ++g) {
            collect(g);
            for (std::size_t r = layout_.groupBegin(g); r < layout_.groupBegin(g + 1); ++r) {
                sorted[r] = layout_.weightAt(r) * leverage(g, r);
            }
        }
        std::vector<double> result(layout_.rowCount());
        layout_.scatter(sorted.data(), result.data());
        return result;
    }

private:
    [[nodiscard]] double basisAt(std::size_t a, std::size_t group, std::size_t r) const {
        return layout_.basis().empty() ? std::sqrt(layout_.inverseGroupWeights()[group])
                                       : layout_.basis()[a][r];
    }

    [[nodiscard]] static double valueOf(const EffectFeature& feature, std::size_t r) {
        return feature.values.empty() ? 1.0 : feature.values[r];
    }

    /// The columns that occur in a group, and for each basis vector q their sums C'W q.
    void collect(std::size_t group) {
        const std::size_t begin = layout_.groupBegin(group);
        const std::size_t end = layout_.groupBegin(group + 1);
        touched_.clear();
        for (const EffectFeature& feature : layout_.features()) {
            for (std::size_t r = begin; r < end; ++r) {
                touched_.push_back(static_cast<std::size_t>(feature.columns[r]));
            }
        }
        std::sort(touched_.begin(), touched_.end());
        touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
        sums_.assign(basisSize_, std::vector<double>(touched_.size(), 0.0));
        for (std::size_t a = 0; a < basisSize_; ++a) {
            for (const EffectFeature& feature : layout_.features()) {
                for (std::size_t r = begin; r < end; ++r) {
                    const auto column = static_cast<std::size_t>(feature.columns[r]);
                    const auto at = static_cast<std::size_t>(
                        std::lower_bound(touched_.begin(), touched_.end(), column) -
                        touched_.begin());
                    sums_[a][at] +=
                        layout_.weightAt(r) * valueOf(feature, r) * basisAt(a, group, r);
                }
            }
        }
    }

    double leverage(std::size_t group, std::size_t r) {
        double sum = 0.0;
        for (std::size_t a = 0; a < basisSize_; ++a) {
            const double q = basisAt(a, group, r);
            sum += q * q;
            for (std::size_t t = 0; t < touched_.size(); ++t) {
                row_[touched_[t]] -= q * sums_[a][t];
            }
        }
        for (const EffectFeature& feature : layout_.features()) {
            row_[static_cast<std::size_t>(feature.columns[r])] += valueOf(feature, r);
        }
        for (const std::size_t j : touched_) {
            double inner = 0.0;
            for (const std::size_t i : touched_) {
                inner += inverse_[j * row_.size() + i] * row_[i];
            }
            sum += row_[j] * inner;
        }
        for (const std::size_t j : touched_) {
            row_[j] = 0.0;
        }
        return sum;
    }

    const EffectLayout& layout_;
    std::span<const double> inverse_;
    std::size_t basisSize_;
    std::vector<double> row_;
    std::vector<std::size_t> touched_;
    std::vector<std::vector<double>> sums_;
};

} // namespace

std::vector<double> effectLeverages(const EffectLayout& layout, std::span<const double> inverse) {
    return LeverageSums(layout, inverse).run();
}

} // namespace citypanel
