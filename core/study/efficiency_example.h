// SPDX-License-Identifier: GPL-3.0-or-later
// EfficiencyExample: a handful of invented units that show what a model asks of one of them.
#pragma once

#include "core/frontier/efficiency_scores.h"
#include "core/study/figure.h"

#include <string>
#include <vector>

namespace citypanel::study {

/// How one variable of the example moves to the frontier.
struct ExampleMove {
    frontier::Role role = frontier::Role::Input;
    double from = missingValue;
    double to = missingValue;

    friend bool operator==(const ExampleMove&, const ExampleMove&) = default;
};

struct EfficiencyExample {
    std::string unit{}; ///< the one that is shown: "F"
    double score = missingValue;
    frontier::EfficiencyStatus status = frontier::EfficiencyStatus::Excluded;
    std::vector<ExampleMove> moves{};
    std::vector<std::string> peers{};
    Figure figure{}; ///< units, frontier, and the way from the unit to its projection

    friend bool operator==(const EfficiencyExample&, const EfficiencyExample&) = default;
};

/// The example under a model's measure, orientation, returns, disposability and super-efficiency:
/// seven units of one input and one desirable output or, where the model has undesirable outputs,
/// of one desirable and one undesirable output per unit of input. All are compared with one
/// another, with usual weights. Problems: those of efficiency(), for combinations that do not
/// exist.
[[nodiscard]] Result<EfficiencyExample> efficiencyExample(const frontier::EfficiencyModel& model);

} // namespace citypanel::study
