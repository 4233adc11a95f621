// SPDX-License-Identifier: GPL-3.0-or-later
// Options of `efficiency` that contradict one another, or that the model would ignore.
#pragma once

#include "app/cli/command.h"
#include "core/frontier/efficiency_model.h"
#include "core/frontier/productivity.h"

#include <string_view>
#include <vector>

namespace citypanel::cli {

/// The names of the models whose distances an index takes, its own first.
[[nodiscard]] std::vector<std::string_view> measuresOf(frontier::ProductivityIndex index);

/// Failure: WrongUsage naming the option that this model has not, or that it would ignore.
[[nodiscard]] tl::expected<void, Failure> checkModel(const Invocation& invocation,
                                                     const frontier::EfficiencyModel& model);

/// The same of an index of productivity.
[[nodiscard]] tl::expected<void, Failure> checkProductivity(const Invocation& invocation,
                                                            frontier::ProductivityIndex index);

} // namespace citypanel::cli
