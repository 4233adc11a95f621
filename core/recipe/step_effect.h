// SPDX-License-Identifier: GPL-3.0-or-later
// What a step does to the columns, declared before it runs, and what it did, reported after.
#pragma once

#include "core/base/hash.h"
#include "core/base/problem.h"
#include "core/base/tagged_text.h"
#include "core/panel/panel.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// What is known of a panel before any value is read: its columns and which of them are its keys.
struct Columns {
    std::vector<ColumnInfo> columns;
    PanelKeys keys{};

    [[nodiscard]] const ColumnInfo* find(std::string_view name) const;
    /// Names, for "did you mean".
    [[nodiscard]] std::vector<std::string> names() const;
};

[[nodiscard]] Columns columnsOf(const Panel& panel);

/// A column that gets another name.
struct ColumnRename {
    std::string from;
    std::string to;

    friend bool operator==(const ColumnRename&, const ColumnRename&) = default;
};

/// A step's effect on the columns: serves checking, renaming and the cache key. Declared from the
/// parameters alone, so that a faulty step still has one.
struct ColumnEffect {
    std::vector<std::string> needs{};    ///< columns read
    std::vector<ColumnInfo> adds{};      ///< columns made
    std::vector<ColumnInfo> changes{};   ///< columns whose values or labels change, as they become
    std::vector<std::string> removes{};  ///< columns gone afterwards
    std::vector<ColumnRename> renames{}; ///< applied last
    bool selectsRows = false;            ///< rows may be dropped, by the needed columns alone
    std::optional<PanelKeys> keys{};     ///< the keys afterwards, where they become others
    Hash outside = 0;                    ///< what is read from outside the panel, as a hash
};

/// What is known of the named columns, those that exist.
[[nodiscard]] std::vector<ColumnInfo> infosOf(const Columns& columns,
                                              const std::vector<ColumnName>& names);

/// The columns after a step with this effect.
[[nodiscard]] Columns columnsAfter(const Columns& before, const ColumnEffect& effect);

/// Cells of one variable that a step touched.
struct VariableChange {
    std::string variable;
    std::size_t filled = 0;    ///< missing before, a value after
    std::size_t clipped = 0;   ///< replaced by a limit
    std::size_t dropped = 0;   ///< a value before, missing after
    std::size_t computed = 0;  ///< calculated values
    std::size_t corrected = 0; ///< replaced, or put where none was, by hand
    std::size_t missing = 0;   ///< results that are missing although a value was asked for

    friend bool operator==(const VariableChange&, const VariableChange&) = default;
};

/// A number worth knowing besides the counts: a limit used, a ratio implied.
struct StepFigure {
    std::string name;     ///< stable: "lower_limit", "initial_ratio_median", ...
    std::string variable; ///< the variable it belongs to
    double value = missingValue;

    friend bool operator==(const StepFigure&, const StepFigure&) = default;
};

/// What a step did, in the order of its variables.
struct StepReport {
    std::vector<VariableChange> variables;
    std::size_t rowsBefore = 0;
    std::size_t rowsAfter = 0;
    Problems warnings; ///< observations that did not stop the step (Severity::Warning)
    std::vector<StepFigure> figures{};

    friend bool operator==(const StepReport&, const StepReport&) = default;
};

/// A step's result.
struct StepOutcome {
    Panel panel;
    StepReport report;
};

} // namespace citypanel::recipe
