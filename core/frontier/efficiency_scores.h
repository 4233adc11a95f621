// SPDX-License-Identifier: GPL-3.0-or-later
// EfficiencyScores: score, status, slacks, projection and peers of every unit-period.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/frontier/efficiency_model.h"
#include "core/panel/panel.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace citypanel::frontier {

enum class EfficiencyStatus : std::uint8_t {
    Efficient,
    WeaklyEfficient, ///< radial and directional: no common improvement, yet slacks remain
    Inefficient,
    SuperEfficient,
    Infeasible, ///< the super-efficiency or cross-period program has no solution
    Excluded,   ///< missing or unusable values; not part of any frontier
};

constexpr auto enumNames(EfficiencyStatus) {
    return std::array{
        EnumName{EfficiencyStatus::Efficient, "efficient"},
        EnumName{EfficiencyStatus::WeaklyEfficient, "weakly-efficient"},
        EnumName{EfficiencyStatus::Inefficient, "inefficient"},
        EnumName{EfficiencyStatus::SuperEfficient, "super-efficient"},
        EnumName{EfficiencyStatus::Infeasible, "infeasible"},
        EnumName{EfficiencyStatus::Excluded, "excluded"},
    };
}

enum class Role : std::uint8_t { Input, Good, Bad };

constexpr auto enumNames(Role) {
    return std::array{
        EnumName{Role::Input, "input"},
        EnumName{Role::Good, "good"},
        EnumName{Role::Bad, "bad"},
    };
}

/// A row of the panel that a unit is measured against, and its intensity.
struct Peer {
    std::size_t row = 0;
    double lambda = 0.0;

    friend bool operator==(const Peer&, const Peer&) = default;
};

/// The slacks of one variable; n values each, NaN where there is no solution.
struct VariableSlacks {
    std::string variable;
    Role role = Role::Input;
    /// In the variable's unit, never negative: excess of an input or undesirable output, shortfall
    /// of a desirable one; under super-efficiency the expansion the unit could afford.
    std::vector<double> slack{};
    /// The point on the frontier. own - projection is the reduction potential of an input or
    /// undesirable output, projection - own the potential of a desirable one.
    std::vector<double> projection{};
    /// Non-radial DDF: the share by which the variable can move in its direction; empty elsewhere.
    std::vector<double> beta{};
};

/// Composite indices of the non-radial DDF (Zhou, Ang and Wang 2012; Zhang and others 2014).
struct DirectionalIndices {
    std::vector<double>
        unifiedEfficiency{}; ///< (1 - mean beta of inputs and bads) / (1 + mean beta of goods)
    /// A desirable-output-specific index a bad: (1 - beta_b) / (1 + mean beta of goods); for CO2
    /// this is the total-factor CO2 performance index. In the order of the undesirable outputs.
    std::vector<std::vector<double>> badPerformance{};
    /// The same for each input; for energy, the total-factor energy performance index.
    std::vector<std::vector<double>> inputPerformance{};
};

/// A row's score within one window.
struct WindowScore {
    std::size_t row = 0;
    Period firstPeriod = 0;
    double score = missingValue;
};

/// What an epsilon-based model derived from the data.
struct EbmParameters {
    double epsilonInputs = 0.0;
    double epsilonOutputs = 0.0;
    std::vector<double> inputWeights{}; ///< inputs, then undesirable outputs; sum 1
    std::vector<double> outputWeights{};
};

/// Vectors of n = rows of the panel. Score: radial theta (in) or phi (out, at least 1);
/// slacks-based rho; directional beta, non-radial w'beta (0 is efficient); epsilon-based gamma. NaN
/// where the status is Infeasible or Excluded.
struct EfficiencyScores {
    EfficiencyModel model{};
    std::vector<double> score{};
    std::vector<EfficiencyStatus> status{};
    std::vector<VariableSlacks> variables{}; ///< in the order of Technology::variables()
    std::vector<std::vector<Peer>> peers{};  ///< in row order; empty in window models
    /// Whether the slacks were proved the only ones that give the score.
    std::vector<bool> slacksUnique{};
    DirectionalIndices directional{};
    std::vector<WindowScore> windows{};
    EbmParameters ebm{};
    Problems warnings{}; ///< Severity::Warning

    [[nodiscard]] std::size_t count(EfficiencyStatus status) const;
    /// Mean of the scores that are there.
    [[nodiscard]] double mean() const;
};

/// Scores every row of a panel. Rows with a missing value are Excluded. Formulations and their
/// sources: README.md of this folder. Problems: OptionInvalid (roles, combinations that do not
/// exist), VariableUnknown, VariableNotNumeric, ValueInfinite, ValueNegative, ValueZero (every
/// input or desirable output of a row), SampleEmpty, ObservationsTooFew (no set of two; a warning:
/// few rows for so many variables), ProgramUnbounded, SolverFailed, Cancelled.
[[nodiscard]] Result<EfficiencyScores> efficiency(const Panel& panel, const EfficiencyModel& model,
                                                  Progress& progress);

} // namespace citypanel::frontier
