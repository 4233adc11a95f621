// SPDX-License-Identifier: GPL-3.0-or-later
// Schur complement of small effects: formed densely, factorised once, exact rank.
#include "core/estimate/rank_cholesky.h"
#include "core/estimate/schur_complement.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace citypanel {

namespace {

/// Pivots below this share of the column's weight are redundant levels.
constexpr double redundantPivot = 1e-10;

class DenseSchur final : public SchurComplement {
public:
    explicit DenseSchur(RankCholesky factor) : factor_(std::move(factor)) {}

    [[nodiscard]] int solve(const double* b, double* a) const override {
        std::copy(b, b + factor_.size(), a);
        factor_.solve(a, 1);
        return 0;
    }

    [[nodiscard]] std::size_t rank() const override { return factor_.rank(); }

    [[nodiscard]] bool rankIsExact() const override { return true; }

    [[nodiscard]] std::vector<double> inverse() const override { return factor_.inverse(); }

private:
    RankCholesky factor_;
};

/// True when every group of the primary effect meets every level of the one other effect exactly
/// once, in order, without weights.
bool isBalanced(const EffectLayout& layout) {
    const std::size_t levels = layout.columnCount();
    if (layout.features().size() != 1 || !layout.features()[0].values.empty() ||
        !layout.weights().empty() || !layout.basis().empty() ||
        layout.rowCount() != layout.groupCount() * levels) {
        return false;
    }
    const std::vector<std::int32_t>& columns = layout.features()[0].columns;
    std::size_t expected = 0;
    for (const std::int32_t column : columns) {
        if (static_cast<std::size_t>(column) != expected) {
            return false;
        }
        expected = expected + 1 == levels ? 0 : expected + 1;
    }
    return true;
}

/// Groups that meet the same levels, each once.
struct LevelSet {
    std::uint64_t levels = 0; ///< a bit a level
    std::size_t groups = 0;
};

/// The groups of the primary effect by the levels they meet, ascending, where the one other effect
/// has few levels, no weights, and no group meets a level twice: units that miss some periods, of
/// which there are few kinds however many units. Nothing otherwise.
std::optional<std::vector<LevelSet>> levelSets(const EffectLayout& layout) {
    constexpr std::size_t bits = 64;
    if (layout.features().size() != 1 || !layout.features()[0].values.empty() ||
        !layout.weights().empty() || !layout.basis().empty() || layout.columnCount() > bits) {
        return std::nullopt;
    }
    const std::vector<std::int32_t>& columns = layout.features()[0].columns;
    std::unordered_map<std::uint64_t, std::size_t> counts;
    for (std::size_t g = 0; g < layout.groupCount(); ++g) {
        std::uint64_t levels = 0;
        for (std::size_t r = layout.groupBegin(g); r < layout.groupBegin(g + 1); ++r) {
            const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(columns[r]);
            if ((levels & bit) != 0) {
                return std::nullopt;
            }
            levels |= bit;
        }
        ++counts[levels];
    }
    std::vector<LevelSet> sets;
    for (const auto& [levels, groups] : counts) {
        sets.push_back({levels, groups});
    }
    // In one order whatever the table's: the same bits everywhere.
    std::sort(sets.begin(), sets.end(),
              [](const LevelSet& a, const LevelSet& b) { return a.levels < b.levels; });
    return sets;
}

/// Forms S group by group; the products of one group touch only the columns that occur in it.
class DenseBuilder {
public:
    explicit DenseBuilder(const EffectLayout& layout)
        : layout_(layout)
        , size_(layout.columnCount())
        , matrix_(size_ * size_, 0.0)
        , reference_(size_, 0.0)
        , scratch_(size_, 0.0) {}

    RankCholesky build() {
        if (isBalanced(layout_)) {
            fillBalanced();
        } else if (const auto sets = levelSets(layout_)) {
            fillFrom(*sets);
        } else {
            addColumnProducts();
            for (std::size_t g = 0; g < layout_.groupCount(); ++g) {
                subtractGroup(g);
            }
        }
        return {std::move(matrix_), std::move(reference_), redundantPivot};
    }

private:
    double& lower(std::size_t i, std::size_t j) {
        return matrix_[std::min(i, j) * size_ + std::max(i, j)];
    }

    void fillBalanced() {
        const auto groups = static_cast<double>(layout_.groupCount());
        const double share = groups / static_cast<double>(size_);
        for (std::size_t j = 0; j < size_; ++j) {
            for (std::size_t i = j; i < size_; ++i) {
                lower(i, j) = i == j ? groups - share : -share;
            }
        }
        std::fill(reference_.begin(), reference_.end(), groups);
    }

    /// Each set of levels once, times the groups that have it.
    void fillFrom(const std::vector<LevelSet>& sets) {
        std::vector<std::size_t> levels;
        for (const LevelSet& set : sets) {
            levels.clear();
            for (std::size_t i = 0; i < size_; ++i) {
                if (((set.levels >> i) & 1U) != 0) {
                    levels.push_back(i);
                }
            }
            const auto groups = static_cast<double>(set.groups);
            const double share = groups / static_cast<double>(levels.size());
            for (std::size_t b = 0; b < levels.size(); ++b) {
                reference_[levels[b]] += groups;
                lower(levels[b], levels[b]) += groups;
                for (std::size_t a = b; a < levels.size(); ++a) {
                    lower(levels[a], levels[b]) -= share;
                }
            }
        }
    }

    [[nodiscard]] double valueOf(const EffectFeature& feature, std::size_t row) const {
        return feature.values.empty() ? 1.0 : feature.values[row];
    }

    void addColumnProducts() {
        const std::vector<EffectFeature>& features = layout_.features();
        for (std::size_t f = 0; f < features.size(); ++f) {
            for (std::size_t r = 0; r < layout_.rowCount(); ++r) {
                const auto i = static_cast<std::size_t>(features[f].columns[r]);
                const double value = layout_.weightAt(r) * valueOf(features[f], r);
                reference_[i] += value * valueOf(features[f], r);
                for (std::size_t e = 0; e <= f; ++e) {
                    const auto j = static_cast<std::size_t>(features[e].columns[r]);
                    lower(i, j) += value * valueOf(features[e], r);
                }
            }
        }
    }

    /// S -= (C'W q)(C'W q)' for each basis vector q of the group.
    void subtractGroup(std::size_t group) {
        if (layout_.basis().empty()) {
            collect(group, nullptr);
            subtractOuter(layout_.inverseGroupWeights()[group]);
            return;
        }
        for (const std::vector<double>& q : layout_.basis()) {
            collect(group, &q);
            subtractOuter(1.0);
        }
    }

    void collect(std::size_t group, const std::vector<double>* q) {
        touched_.clear();
        for (const EffectFeature& feature : layout_.features()) {
            for (std::size_t r = layout_.groupBegin(group); r < layout_.groupBegin(group + 1);
                 ++r) {
                const auto column = static_cast<std::size_t>(feature.columns[r]);
                if (scratch_[column] == 0.0) {
                    touched_.push_back(column);
                }
                scratch_[column] +=
                    layout_.weightAt(r) * valueOf(feature, r) * (q == nullptr ? 1.0 : (*q)[r]);
            }
        }
    }

    void subtractOuter(double scale) {
        std::sort(touched_.begin(), touched_.end());
        touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
        for (std::size_t b = 0; b < touched_.size(); ++b) {
            const double value = scratch_[touched_[b]] * scale;
            double* column = matrix_.data() + touched_[b] * size_;
            for (std::size_t a = b; a < touched_.size(); ++a) {
                column[touched_[a]] -= value * scratch_[touched_[a]];
            }
        }
        for (const std::size_t column : touched_) {
            scratch_[column] = 0.0;
        }
    }

    const EffectLayout& layout_;
    std::size_t size_;
    std::vector<double> matrix_;
    std::vector<double> reference_;
    std::vector<double> scratch_;
    std::vector<std::size_t> touched_;
};

} // namespace

std::unique_ptr<const SchurComplement> denseSchur(const EffectLayout& layout) {
    return std::make_unique<DenseSchur>(DenseBuilder(layout).build());
}

} // namespace citypanel
