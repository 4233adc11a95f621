// SPDX-License-Identifier: GPL-3.0-or-later
// SchurComplement: the system that remains after the largest effect is eliminated, and its
// solution.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/effect_layout.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace citypanel {

/// S = C'W C - C'W P C of a layout with at least one column besides the primary effect's.
class SchurComplement {
public:
    virtual ~SchurComplement() = default;

    /// Solves S a = b for one consistent right-hand side (columnCount values). The result is the
    /// number of iterations used (0: direct).
    [[nodiscard]] virtual int solve(const double* b, double* a) const = 0;
    [[nodiscard]] virtual std::size_t rank() const = 0;
    [[nodiscard]] virtual bool rankIsExact() const = 0;

    /// columnCount x columnCount generalised inverse, or nothing when that is too large.
    [[nodiscard]] virtual std::vector<double> inverse() const = 0;
};

/// The method that suits the layout: dense factor up to 2,500 columns; sparse factor while its fill
/// is moderate; conjugate gradients otherwise. Problem: Cancelled.
[[nodiscard]] Result<std::unique_ptr<const SchurComplement>>
makeSchurComplement(const EffectLayout& layout, Progress& progress);

// The three methods, one file each.
[[nodiscard]] std::unique_ptr<const SchurComplement> denseSchur(const EffectLayout& layout);
/// Nothing when the factor would be too large.
[[nodiscard]] std::unique_ptr<const SchurComplement> sparseSchur(const EffectLayout& layout);
[[nodiscard]] std::unique_ptr<const SchurComplement> iterativeSchur(const EffectLayout& layout);

/// Rank of the columns besides the primary effect's by pairwise connected components: exact when
/// there is one other effect of levels alone.
struct PairwiseRank {
    std::size_t rank = 0;
    bool isExact = false;
};

[[nodiscard]] PairwiseRank pairwiseRank(const EffectLayout& layout);

} // namespace citypanel
