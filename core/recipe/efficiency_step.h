// SPDX-License-Identifier: GPL-3.0-or-later
// EfficiencyStep: efficiency scores as variables of the panel.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/frontier/efficiency_model.h"
#include "core/recipe/step_effect.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// Adds the score `name`, missing where a row is left out or its program has no solution; where
/// asked for, a slack "<name>_slack_<variable>" of each variable; and, of the non-radial DDF, the
/// indices "<name>_unified" (unified efficiency) and "<name>_perf_<variable>" (total-factor
/// performance of each input and undesirable output; Zhou, Ang and Wang 2012).
struct EfficiencyStep {
    static constexpr std::string_view id = "efficiency";

    std::vector<ColumnName> inputs{};
    std::vector<ColumnName> good{};
    std::vector<ColumnName> bad{};
    NewColumnName name{};
    frontier::Measure model = frontier::Measure::Sbm;
    frontier::SuperEfficiency super = frontier::SuperEfficiency::Off;
    frontier::Orientation orientation = frontier::Orientation::None;
    frontier::ReturnsToScale returns = frontier::ReturnsToScale::Constant;
    frontier::Reference reference = frontier::Reference::Global;
    std::int64_t window = 3;
    ColumnName group{}; ///< for Reference::Group
    frontier::UndesirableAs undesirableAs = frontier::UndesirableAs::Output;
    frontier::Disposability disposability = frontier::Disposability::Weak;
    frontier::Direction direction = frontier::Direction::Usual;
    frontier::UnusableRows unusable = frontier::UnusableRows::Refuse;
    bool slacks = false;
    bool indices = false; ///< of the non-radial DDF
    /// One a variable in the same order, or none for the usual weights.
    std::vector<double> inputWeights{};
    std::vector<double> goodWeights{};
    std::vector<double> badWeights{};

    static constexpr auto fields() {
        return FieldList{field("inputs", &EfficiencyStep::inputs),
                         field("good", &EfficiencyStep::good),
                         field("bad", &EfficiencyStep::bad),
                         field("name", &EfficiencyStep::name),
                         field("model", &EfficiencyStep::model),
                         field("super", &EfficiencyStep::super),
                         field("orientation", &EfficiencyStep::orientation),
                         field("rts", &EfficiencyStep::returns),
                         field("reference", &EfficiencyStep::reference),
                         field("window", &EfficiencyStep::window),
                         field("group", &EfficiencyStep::group),
                         field("bad_as", &EfficiencyStep::undesirableAs),
                         field("disposability", &EfficiencyStep::disposability),
                         field("direction", &EfficiencyStep::direction),
                         field("unusable", &EfficiencyStep::unusable),
                         field("slacks", &EfficiencyStep::slacks),
                         field("indices", &EfficiencyStep::indices),
                         field("input_weights", &EfficiencyStep::inputWeights),
                         field("good_weights", &EfficiencyStep::goodWeights),
                         field("bad_weights", &EfficiencyStep::badWeights)};
    }

    /// The model that the parameters describe.
    [[nodiscard]] frontier::EfficiencyModel efficiencyModel() const;

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const EfficiencyStep&, const EfficiencyStep&) = default;
};

} // namespace citypanel::recipe
