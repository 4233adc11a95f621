// SPDX-License-Identifier: GPL-3.0-or-later
// Step: one transformation of the panel as a value; the list of all there are.
#pragma once

#include "core/recipe/calculate_step.h"
#include "core/recipe/capital_stock_step.h"
#include "core/recipe/column_steps.h"
#include "core/recipe/correct_step.h"
#include "core/recipe/coverage_step.h"
#include "core/recipe/deflate_step.h"
#include "core/recipe/efficiency_step.h"
#include "core/recipe/filter_step.h"
#include "core/recipe/group_steps.h"
#include "core/recipe/interpolate_step.h"
#include "core/recipe/predict_step.h"
#include "core/recipe/standard_coal_step.h"
#include "core/recipe/standardise_step.h"
#include "core/recipe/step_effect.h"
#include "core/recipe/winsorise_step.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace citypanel::recipe {

/// A step of a newer minor version: kept as it came and written back; it blocks what follows.
struct UnknownStep {
    std::string name{}; ///< its id in the file
    std::string json{}; ///< its fields, as a JSON object

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    /// Always one StepUnknown.
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const UnknownStep&, const UnknownStep&) = default;
};

/// A new step is one new file and one line here (README.md); the compiler then lists what is
/// missing: its words, its Stata and R equivalents, its form.
using Step = std::variant<FilterStep, CoverageStep, InterpolateStep, WinsoriseStep, CalculateStep,
                          RenameStep, DropStep, StandardiseStep, QuantileGroupStep, ListGroupStep,
                          CrossingStep, PilotStep, CorrectStep, CapitalStockStep, DeflateStep,
                          StandardCoalStep, EfficiencyStep, PredictStep, UnknownStep>;

/// A step known to this version: has id and fields().
template <typename T>
concept KnownStep = HasFields<T> && requires {
    T::id;
};

/// Stable name of the step's kind ("interpolate"); an unknown step's name as read.
[[nodiscard]] std::string_view idOf(const Step& step);

/// A step of that kind with its default parameters; nothing for an unknown id.
[[nodiscard]] std::optional<Step> stepOfId(std::string_view id);

/// The ids of all kinds, in the order of the variant.
[[nodiscard]] std::vector<std::string_view> stepIds();

[[nodiscard]] ColumnEffect effectOf(const Step& step, const Columns& columns);

/// Everything wrong with the step before columns like these; empty means it may run.
[[nodiscard]] Problems checkStep(const Step& step, const Columns& columns);

/// Runs the step. Cells it makes or changes carry `key` in their origins. The panel's columns that
/// the step does not touch are shared. Problems: the step's own, Cancelled.
[[nodiscard]] Result<StepOutcome> applyStep(const Step& step, const Panel& panel,
                                            const std::string& key, Progress& progress);

/// The step with the columns it reads renamed (old name -> new name), in expressions too.
[[nodiscard]] Step renamed(Step step, const std::map<std::string, std::string>& names);

} // namespace citypanel::recipe
