// SPDX-License-Identifier: GPL-3.0-or-later
// The options of `efficiency` as a model and an index of productivity.
#pragma once

#include "app/cli/command.h"
#include "core/frontier/efficiency_model.h"
#include "core/frontier/productivity.h"

#include <optional>
#include <vector>

namespace citypanel::cli {

/// --inputs, --good, ..., --influence, --panel, --where.
[[nodiscard]] std::vector<Option> efficiencyOptions();

/// The model that the options describe. Failure: WrongUsage for a choice that is not there, for
/// roles that are empty or shared, and for options that contradict one another or would be ignored.
[[nodiscard]] tl::expected<frontier::EfficiencyModel, Failure>
efficiencyModelOf(const Invocation& invocation);

/// --productivity, where it is given and can be had of these options. Failure: WrongUsage.
[[nodiscard]] tl::expected<std::optional<frontier::ProductivityIndex>, Failure>
productivityOf(const Invocation& invocation);

} // namespace citypanel::cli
