// SPDX-License-Identifier: GPL-3.0-or-later
// Conflicts: values given differently for one variable, unit and period, decided by a plan.
#pragma once

#include "core/sheets/import.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace citypanel::sheets {

/// Whether two values of one key say the same: equal texts, and numbers equal but for the last bits
/// that a conversion of units may change.
[[nodiscard]] bool saySame(double a, const std::string& textA, double b, const std::string& textB);

/// Variables by the sheets they are read from, each as variable, file and sheet: what somebody
/// adopted the rules of a plan for.
using VariableSources = std::set<std::tuple<std::string, std::string, std::string>>;

/// All variables of the tables that a plan reads.
[[nodiscard]] VariableSources sourcesOf(const ImportPlan& plan);

/// Whether a conflict is between sources for all of which the rules were adopted.
[[nodiscard]] bool isAmong(const ValueConflict& conflict, const VariableSources& adopted);

/// Whether a conflict waits for somebody: not decided by hand, and left missing by its rule or of
/// sources for which no rule was adopted.
[[nodiscard]] bool isOpen(const ValueConflict& conflict, const VariableSources& adopted);

/// The rules and decisions of a plan, looked up fast. Keeps a reference to the plan.
class ConflictRules {
public:
    explicit ConflictRules(const ImportPlan& plan);

    /// Fills rule, isDecided, chosen, number and text of a conflict whose values are all there.
    void decide(ValueConflict& conflict) const;

private:
    using Key = std::tuple<std::string, std::string, std::int64_t>; ///< variable, unit, period

    [[nodiscard]] ConflictRule ruleFor(const ValueConflict& conflict) const;

    const ImportPlan& plan_;
    std::map<std::string, ConflictRule> byVariable_;
    std::map<Key, const ValueDecision*> decisions_;
};

/// What the origin of a decided value names as its step: "first", "newer", "mean", "missing" or
/// "decision".
[[nodiscard]] std::string decidedBy(const ValueConflict& conflict);

/// The first of a conflict's values that says something else than the first of all.
[[nodiscard]] const GivenValue& otherValue(const ValueConflict& conflict);

/// Another file whose value the rule Newer would take as well, since its name says the same year
/// or, like that of the file taken, none.
[[nodiscard]] std::optional<std::string> rivalInAge(const ValueConflict& conflict);

/// The conflict as a warning: DuplicateKey, with the values and their cells in `expected` and the
/// value taken in `found`, empty where it is left missing.
[[nodiscard]] Problem warningOf(const ValueConflict& conflict);

} // namespace citypanel::sheets
