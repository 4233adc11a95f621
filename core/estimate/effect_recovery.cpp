// SPDX-License-Identifier: GPL-3.0-or-later
// An exact fit within each group of the eliminated effect.
#include "core/estimate/effect_recovery.h"

#include "core/estimate/least_squares.h"

namespace citypanel {

namespace {

/// A column of the primary effect within a group: 1, or a slope variable.
struct PrimaryColumn {
    std::size_t term;
    int slope; ///< -1: levels
};

/// The columns of all terms merged into the primary effect, levels first and once.
std::vector<PrimaryColumn> primaryColumns(const EffectLayout& layout) {
    std::vector<PrimaryColumn> columns;
    const std::vector<AbsorbedTerm>& terms = layout.terms();
    for (std::size_t t = 0; t < terms.size(); ++t) {
        if (layout.isPrimary(t) && terms[t].hasLevels && columns.empty()) {
            columns.push_back({t, -1});
        }
    }
    for (std::size_t t = 0; t < terms.size(); ++t) {
        for (std::size_t s = 0; layout.isPrimary(t) && s < terms[t].slopes.size(); ++s) {
            columns.push_back({t, static_cast<int>(s)});
        }
    }
    return columns;
}

std::vector<double>& valuesOf(const PrimaryColumn& column,
                              std::vector<EffectCoefficients>& effects) {
    EffectCoefficients& effect = effects[column.term];
    return column.slope < 0 ? effect.levels : effect.slopes[static_cast<std::size_t>(column.slope)];
}

} // namespace

void recoverPrimary(const EffectLayout& layout, const std::vector<double>& explained,
                    std::vector<EffectCoefficients>& effects) {
    const std::vector<AbsorbedTerm>& terms = layout.terms();
    const std::vector<PrimaryColumn> columns = primaryColumns(layout);
    for (const PrimaryColumn& column : columns) {
        valuesOf(column, effects).assign(layout.groupCount(), 0.0);
    }
    const Grouping& groups = terms[columns.front().term].grouping;
    if (columns.size() == 1 && columns.front().slope < 0) {
        for (std::size_t i = 0; i < explained.size(); ++i) {
            effects[columns.front().term].levels[static_cast<std::size_t>(groups.codes[i])] =
                explained[i];
        }
        return;
    }
    std::vector<std::vector<std::size_t>> members(layout.groupCount());
    for (std::size_t i = 0; i < explained.size(); ++i) {
        members[static_cast<std::size_t>(groups.codes[i])].push_back(i);
    }
    for (std::size_t g = 0; g < members.size(); ++g) {
        std::vector<double> values;
        std::vector<double> target;
        for (const PrimaryColumn& column : columns) {
            const auto slope = static_cast<std::size_t>(column.slope);
            for (const std::size_t i : members[g]) {
                values.push_back(column.slope < 0 ? 1.0 : terms[column.term].slopes[slope][i]);
            }
        }
        for (const std::size_t i : members[g]) {
            target.push_back(explained[i]);
        }
        const LeastSquares fit = LeastSquares::factor(values, members[g].size());
        const std::vector<double> coefficients = fit.solve(target).coefficients;
        for (std::size_t j = 0; j < coefficients.size(); ++j) {
            valuesOf(columns[fit.kept()[j]], effects)[g] = coefficients[j];
        }
    }
}

} // namespace citypanel
