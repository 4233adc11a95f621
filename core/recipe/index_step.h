// SPDX-License-Identifier: GPL-3.0-or-later
// IndexStep: a composite index and the indices of its dimensions as variables of the panel.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/index/indicator_system.h"
#include "core/index/weighting.h"
#include "core/recipe/step_effect.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::index {
struct CompositeIndex;
} // namespace citypanel::index

namespace citypanel::recipe {

/// Adds the index `name` and, unless sub_indices says none, an index of each dimension, named as in
/// `sub_names` (dimension -> variable) or "<name>_<dimension>"; missing where a row lacks an
/// indicator. `tuned` says that `weights` were moved by hand from those of the method and stand in
/// their place.
struct IndexStep {
    static constexpr std::string_view id = "index";

    std::vector<index::Indicator> indicators{};
    NewColumnName name{};
    std::string label{};
    index::WeightMethod method = index::WeightMethod::Entropy;
    index::Normalisation normalisation = index::Normalisation::MinMax;
    index::WeightScope scope = index::WeightScope::Pooled;
    index::Stages stages = index::Stages::One;
    double shift = 0;
    index::ShiftedScore shiftedScore = index::ShiftedScore::No;
    index::Aggregation aggregation = index::Aggregation::Sum;
    index::Conflict conflict = index::Conflict::Signed;
    index::VariationOf variationOf = index::VariationOf::Normalised;
    std::vector<index::WeightMethod> components{};
    index::Combination combination = index::Combination::Product;
    std::vector<index::Judgements> judgements{};
    std::map<std::string, double> weights{};
    bool tuned = false;
    index::SubIndices subIndices = index::SubIndices::Renormalised;
    std::map<std::string, std::string> subNames{};
    index::IncompleteRows incomplete = index::IncompleteRows::Exclude;

    static constexpr auto fields() {
        return FieldList{field("indicators", &IndexStep::indicators),
                         field("name", &IndexStep::name),
                         field("label", &IndexStep::label),
                         field("weighting", &IndexStep::method),
                         field("normalisation", &IndexStep::normalisation),
                         field("scope", &IndexStep::scope),
                         field("stages", &IndexStep::stages),
                         field("shift", &IndexStep::shift),
                         field("shifted_score", &IndexStep::shiftedScore),
                         field("aggregation", &IndexStep::aggregation),
                         field("conflict", &IndexStep::conflict),
                         field("variation_of", &IndexStep::variationOf),
                         field("components", &IndexStep::components),
                         field("combination", &IndexStep::combination),
                         field("judgements", &IndexStep::judgements),
                         field("weights", &IndexStep::weights),
                         field("tuned", &IndexStep::tuned),
                         field("sub_indices", &IndexStep::subIndices),
                         field("sub_names", &IndexStep::subNames),
                         field("incomplete", &IndexStep::incomplete)};
    }

    /// The rule that the parameters describe.
    [[nodiscard]] index::Weighting weighting() const;
    /// The variable of a dimension's index.
    [[nodiscard]] std::string subName(const std::string& dimension) const;

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const IndexStep&, const IndexStep&) = default;
};

/// The panel with an index's variables added, or replaced where they are there already.
/// Problem: SizeMismatch.
[[nodiscard]] Result<Panel> withIndex(Panel panel, const IndexStep& step,
                                      const index::CompositeIndex& index);

} // namespace citypanel::recipe
