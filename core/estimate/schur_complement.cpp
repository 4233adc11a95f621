// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing how the Schur complement is solved, and counting its rank by pairs.
#include "core/estimate/schur_complement.h"

#include <algorithm>

namespace citypanel {

namespace {

constexpr std::size_t largestDense = 2500;

} // namespace

Result<std::unique_ptr<const SchurComplement>> makeSchurComplement(const EffectLayout& layout,
                                                                   Progress& progress) {
    if (progress.cancelled()) {
        return cancelledProblem();
    }
    if (layout.columnCount() <= largestDense) {
        return denseSchur(layout);
    }
    if (std::unique_ptr<const SchurComplement> sparse = sparseSchur(layout)) {
        return sparse;
    }
    return iterativeSchur(layout);
}

PairwiseRank pairwiseRank(const EffectLayout& layout) {
    const std::vector<AbsorbedTerm>& terms = layout.terms();
    std::vector<std::size_t> others;
    std::size_t primary = 0;
    PairwiseRank result;
    bool hasSlopes = false;
    for (std::size_t t = 0; t < terms.size(); ++t) {
        hasSlopes = hasSlopes || !terms[t].slopes.empty();
        if (layout.isPrimary(t)) {
            primary = t;
        } else if (terms[t].hasLevels) {
            others.push_back(t);
        }
    }
    for (std::size_t i = 0; i < others.size(); ++i) {
        const Grouping& grouping = terms[others[i]].grouping;
        std::size_t redundant = connectedComponents(terms[primary].grouping, grouping);
        for (std::size_t j = 0; j < i; ++j) {
            redundant =
                std::max(redundant, connectedComponents(terms[others[j]].grouping, grouping));
        }
        result.rank += grouping.levels - redundant;
    }
    for (const EffectFeature& feature : layout.features()) {
        result.rank += feature.slope >= 0 ? terms[feature.term].grouping.levels : 0;
    }
    result.isExact = others.size() == 1 && !hasSlopes;
    return result;
}

} // namespace citypanel
