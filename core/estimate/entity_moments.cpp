// SPDX-License-Identifier: GPL-3.0-or-later
// Sums over entities, and the elimination of the effects that reach across them.
#include "core/estimate/entity_moments.h"

#include "core/estimate/rank_cholesky.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace citypanel {

namespace {

/// Pivots of D'D below this share of its diagonal over all entities are dependent levels.
constexpr double dependentMeanPivot = 1e-10;

/// Effects that another one already spans are left out.
std::vector<const Grouping*> necessaryEffects(const ModelData& data) {
    std::vector<const Grouping*> effects;
    for (std::size_t i = 0; i < data.effects.size(); ++i) {
        const Grouping& candidate = data.effects[i].grouping;
        bool isSpanned = false;
        for (std::size_t j = 0; j < data.effects.size() && !isSpanned; ++j) {
            const Grouping& other = data.effects[j].grouping;
            const bool isFiner = j != i && isNested(other, candidate);
            isSpanned = isFiner && (j < i || !isNested(candidate, other));
        }
        if (!isSpanned) {
            effects.push_back(&candidate);
        }
    }
    return effects;
}

std::size_t rootOf(std::vector<std::size_t>& parents, std::size_t node) {
    while (parents[node] != node) {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    return node;
}

} // namespace

class EntityMoments::Builder {
public:
    Builder(std::span<const double> columns, const ModelData& data, const Grouping& entities)
        : data_(data)
        , entities_(entities)
        , n_(data.rowCount())
        , columns_(columns.begin(), columns.end())
        , rowsOf_(entities.levels) {
        for (std::size_t row = 0; row < n_; ++row) {
            rowsOf_[static_cast<std::size_t>(entities.codes[row])].push_back(row);
        }
    }

    std::optional<EntityMoments> run() {
        if (!sortEffects()) {
            return std::nullopt;
        }
        numberLevels();
        for (const Component& component : result_.components_) {
            if (component.size > mostLevels) {
                return std::nullopt;
            }
        }
        takeOutWithin();
        result_.q_ = columns_.size() / n_;
        for (std::size_t e = 0; e < rowsOf_.size(); ++e) {
            result_.entities_.push_back(momentsOf(e));
        }
        addDiagonals();
        return std::move(result_);
    }

private:
    [[nodiscard]] double weight(std::size_t row) const {
        return data_.weights.empty() ? 1.0 : data_.weights[row];
    }

    /// The effect within entities and those across them; false when the model is of another kind.
    bool sortEffects() {
        for (const AbsorbedTerm& effect : data_.effects) {
            if (!effect.hasLevels || !effect.slopes.empty()) {
                return false;
            }
        }
        for (const Grouping* effect : necessaryEffects(data_)) {
            if (!isNested(*effect, entities_)) {
                across_.push_back(effect);
            } else if (within_ == nullptr) {
                within_ = effect;
            } else {
                return false;
            }
        }
        return true;
    }

    /// Numbers the levels of the effects across entities by connected component of the graph of
    /// entities and levels: all levels that an entity touches are in one component.
    void numberLevels() {
        std::size_t count = 0;
        for (const Grouping* effect : across_) {
            offsets_.push_back(count);
            count += effect->levels;
        }
        std::vector<std::size_t> parents(count + entities_.levels);
        std::iota(parents.begin(), parents.end(), std::size_t{0});
        for (std::size_t row = 0; row < n_; ++row) {
            const std::size_t entity = count + static_cast<std::size_t>(entities_.codes[row]);
            for (std::size_t f = 0; f < across_.size(); ++f) {
                parents[rootOf(parents, levelAt(f, row))] = rootOf(parents, entity);
            }
        }
        std::vector<std::size_t> componentOf(parents.size(), parents.size());
        places_.resize(count);
        componentOfLevel_.resize(count);
        for (std::size_t level = 0; level < count; ++level) {
            std::size_t& component = componentOf[rootOf(parents, level)];
            if (component == parents.size()) {
                component = result_.components_.size();
                result_.components_.emplace_back();
            }
            componentOfLevel_[level] = component;
            places_[level] = result_.components_[component].size++;
        }
    }

    [[nodiscard]] std::size_t levelAt(std::size_t effect, std::size_t row) const {
        return offsets_[effect] + static_cast<std::size_t>(across_[effect]->codes[row]);
    }

    /// Columns less their (weighted) means over the effect within entities.
    void takeOutWithin() {
        if (within_ == nullptr) {
            return;
        }
        totals_.assign(within_->levels, 0.0);
        for (std::size_t row = 0; row < n_; ++row) {
            totals_[static_cast<std::size_t>(within_->codes[row])] += weight(row);
        }
        std::vector<double> sums(within_->levels);
        for (std::size_t begin = 0; begin < columns_.size(); begin += n_) {
            std::fill(sums.begin(), sums.end(), 0.0);
            for (std::size_t row = 0; row < n_; ++row) {
                sums[static_cast<std::size_t>(within_->codes[row])] +=
                    weight(row) * columns_[begin + row];
            }
            for (std::size_t row = 0; row < n_; ++row) {
                const auto level = static_cast<std::size_t>(within_->codes[row]);
                columns_[begin + row] -= sums[level] / totals_[level];
            }
        }
    }

    Entity momentsOf(std::size_t e) const {
        const std::vector<std::size_t>& rows = rowsOf_[e];
        const std::size_t q = result_.q_;
        Entity entity;
        for (std::size_t i = 0; i < q; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = 0.0;
                for (const std::size_t row : rows) {
                    sum += weight(row) * columns_[i * n_ + row] * columns_[j * n_ + row];
                }
                entity.columns.push_back(sum);
            }
        }
        if (across_.empty() || rows.empty()) {
            return entity;
        }
        entity.component = componentOfLevel_[levelAt(0, rows.front())];
        for (const std::size_t row : rows) {
            for (std::size_t f = 0; f < across_.size(); ++f) {
                entity.levels.push_back(places_[levelAt(f, row)]);
            }
        }
        std::sort(entity.levels.begin(), entity.levels.end());
        entity.levels.erase(std::unique(entity.levels.begin(), entity.levels.end()),
                            entity.levels.end());
        addMixed(rows, entity);
        addDummies(rows, entity);
        return entity;
    }

    /// Place of a row's level among the levels of its entity.
    [[nodiscard]] std::size_t localAt(const Entity& entity, std::size_t effect,
                                      std::size_t row) const {
        const std::size_t place = places_[levelAt(effect, row)];
        return static_cast<std::size_t>(
            std::lower_bound(entity.levels.begin(), entity.levels.end(), place) -
            entity.levels.begin());
    }

    void addMixed(const std::vector<std::size_t>& rows, Entity& entity) const {
        const std::size_t q = result_.q_;
        entity.mixed.assign(entity.levels.size() * q, 0.0);
        for (const std::size_t row : rows) {
            for (std::size_t f = 0; f < across_.size(); ++f) {
                double* sums = entity.mixed.data() + localAt(entity, f, row) * q;
                for (std::size_t j = 0; j < q; ++j) {
                    sums[j] += weight(row) * columns_[j * n_ + row];
                }
            }
        }
    }

    /// D'W D less, for each level g of the effect within, (D'w_g)(D'w_g)' / sum of w_g.
    void addDummies(const std::vector<std::size_t>& rows, Entity& entity) const {
        const std::size_t t = entity.levels.size();
        entity.dummies.assign(t * t, 0.0);
        for (const std::size_t row : rows) {
            for (std::size_t f = 0; f < across_.size(); ++f) {
                for (std::size_t g = 0; g < across_.size(); ++g) {
                    entity.dummies[localAt(entity, f, row) * t + localAt(entity, g, row)] +=
                        weight(row);
                }
            }
        }
        if (within_ == nullptr) {
            return;
        }
        std::vector<std::int32_t> groups;
        for (const std::size_t row : rows) {
            groups.push_back(within_->codes[row]);
        }
        std::sort(groups.begin(), groups.end());
        groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
        std::vector<double> sums(t);
        for (const std::int32_t group : groups) {
            std::fill(sums.begin(), sums.end(), 0.0);
            for (const std::size_t row : rows) {
                for (std::size_t f = 0; f < across_.size() && within_->codes[row] == group; ++f) {
                    sums[localAt(entity, f, row)] += weight(row);
                }
            }
            const double total = totals_[static_cast<std::size_t>(group)];
            for (std::size_t i = 0; i < t; ++i) {
                for (std::size_t j = 0; j < t; ++j) {
                    entity.dummies[i * t + j] -= sums[i] * sums[j] / total;
                }
            }
        }
    }

    void addDiagonals() {
        for (Component& component : result_.components_) {
            component.diagonal.assign(component.size, 0.0);
        }
        for (const Entity& entity : result_.entities_) {
            const std::size_t t = entity.levels.size();
            for (std::size_t i = 0; i < t; ++i) {
                result_.components_[entity.component].diagonal[entity.levels[i]] +=
                    entity.dummies[i * t + i];
            }
        }
    }

    const ModelData& data_;
    const Grouping& entities_;
    std::size_t n_;
    std::vector<double> columns_;
    std::vector<std::vector<std::size_t>> rowsOf_;
    const Grouping* within_ = nullptr;
    std::vector<const Grouping*> across_;
    std::vector<std::size_t> offsets_;
    std::vector<std::size_t> places_;
    std::vector<std::size_t> componentOfLevel_;
    std::vector<double> totals_;
    EntityMoments result_;
};

std::optional<EntityMoments> EntityMoments::build(std::span<const double> columns,
                                                  const ModelData& data, const Grouping& entities) {
    return Builder(columns, data, entities).run();
}

std::vector<double> EntityMoments::crossProducts(std::span<const double> weights) const {
    std::vector<double> packed(q_ * (q_ + 1) / 2, 0.0);
    std::vector<std::vector<double>> mixed;   // size x q, column by column
    std::vector<std::vector<double>> dummies; // size x size, lower triangle by columns
    for (const Component& component : components_) {
        mixed.emplace_back(component.size * q_, 0.0);
        dummies.emplace_back(component.size * component.size, 0.0);
    }
    for (std::size_t e = 0; e < entities_.size(); ++e) {
        const Entity& entity = entities_[e];
        const double w = weights[e];
        if (w == 0.0) {
            continue;
        }
        for (std::size_t i = 0; i < packed.size(); ++i) {
            packed[i] += w * entity.columns[i];
        }
        const std::size_t t = entity.levels.size();
        for (std::size_t i = 0; i < t; ++i) {
            const std::size_t size = components_[entity.component].size;
            double* sums = mixed[entity.component].data() + entity.levels[i];
            for (std::size_t j = 0; j < q_; ++j) {
                sums[j * size] += w * entity.mixed[i * q_ + j];
            }
            double* column = dummies[entity.component].data() + entity.levels[i] * size;
            for (std::size_t j = i; j < t; ++j) {
                column[entity.levels[j]] += w * entity.dummies[i * t + j];
            }
        }
    }
    for (std::size_t c = 0; c < components_.size(); ++c) {
        const std::size_t size = components_[c].size;
        std::vector<double> solved = mixed[c];
        RankCholesky(std::move(dummies[c]), components_[c].diagonal, dependentMeanPivot)
            .solve(solved.data(), q_);
        for (std::size_t i = 0, at = 0; i < q_; ++i) {
            for (std::size_t j = 0; j <= i; ++j, ++at) {
                const double* a = mixed[c].data() + i * size;
                packed[at] -= std::inner_product(a, a + size, solved.data() + j * size, 0.0);
            }
        }
    }
    std::vector<double> full(q_ * q_);
    for (std::size_t i = 0, at = 0; i < q_; ++i) {
        for (std::size_t j = 0; j <= i; ++j, ++at) {
            full[i * q_ + j] = full[j * q_ + i] = packed[at];
        }
    }
    return full;
}

} // namespace citypanel
