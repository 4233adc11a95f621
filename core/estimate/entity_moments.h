// SPDX-License-Identifier: GPL-3.0-or-later
// EntityMoments: sums over entities from which a model can be solved again under any weights of
// the entities.
#pragma once

#include "core/estimate/model_data.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace citypanel {

/// For each entity (a unit, a cluster) the cross products of the columns X, of X with the dummies D
/// of the effects that reach across entities, and of D with itself, all after the effect that lies
/// within entities is taken out. Sums of those over weighted entities give X'X, D'X and D'D of the
/// reweighted sample exactly, hence X'X - X'D (D'D)^- D'X without a pass over the rows.
class EntityMoments {
public:
    /// columns: n x q (scaled as wanted); entities: one code a row. Nothing when the model is not
    /// of this kind: slopes by group, two effects within entities, or more than `mostLevels`
    /// connected levels across entities.
    [[nodiscard]] static std::optional<EntityMoments>
    build(std::span<const double> columns, const ModelData& data, const Grouping& entities);

    /// X'X after all effects, q x q, with entity e counted weights[e] times.
    [[nodiscard]] std::vector<double> crossProducts(std::span<const double> weights) const;

    /// Largest system of connected levels that is solved for each set of weights.
    static constexpr std::size_t mostLevels = 128;

private:
    class Builder;

    struct Entity {
        std::size_t component = 0;
        std::vector<std::size_t> levels{}; ///< places within the component
        std::vector<double> columns{};     ///< X'X, lower triangle by rows
        std::vector<double> mixed{};       ///< D'X, levels x q
        std::vector<double> dummies{};     ///< D'D, levels x levels
    };

    struct Component {
        std::size_t size = 0;
        std::vector<double> diagonal{}; ///< of D'D with every weight 1
    };

    std::size_t q_ = 0;
    std::vector<Entity> entities_;
    std::vector<Component> components_;
};

} // namespace citypanel
