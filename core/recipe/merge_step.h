// SPDX-License-Identifier: GPL-3.0-or-later
// MergeStep: columns of another table brought in by common columns.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/recipe/step_effect.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// Name of a source file of the project.
using SourceName = TaggedText<struct SourceNameTag>;

/// A table that is no part of the panel, as read, and the hash of its content.
struct OtherTable {
    Panel table; ///< a cross-section
    Hash hash = 0;
};

/// Brings in columns of another table: each row of the panel gets the values of the one row of the
/// table that agrees in the key columns (many to one), missing where there is none. A table by
/// province and year fits a panel of cities this way. The table itself is no parameter: whoever
/// holds the sources sets it before checking or running (core/project/bound_tables.h).
struct MergeStep {
    static constexpr std::string_view id = "merge";

    SourceName source{};
    std::string sheet{};                  ///< empty: the first of the file
    std::vector<ColumnName> on{};         ///< key columns of the panel
    std::vector<std::string> tableKeys{}; ///< of the table, in that order; empty: the same names
    std::vector<std::string> take{};      ///< columns of the table; empty: all but its keys
    std::string suffix{};                 ///< put to the names of the new columns

    std::shared_ptr<const OtherTable> table{}; ///< null: no such source

    static constexpr auto fields() {
        return FieldList{
            field("source", &MergeStep::source), field("sheet", &MergeStep::sheet),
            field("on", &MergeStep::on),         field("table_keys", &MergeStep::tableKeys),
            field("take", &MergeStep::take),     field("suffix", &MergeStep::suffix)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;

    /// By parameters; the table belongs to the source.
    friend bool operator==(const MergeStep& a, const MergeStep& b) {
        return a.source == b.source && a.sheet == b.sheet && a.on == b.on &&
               a.tableKeys == b.tableKeys && a.take == b.take && a.suffix == b.suffix;
    }
};

} // namespace citypanel::recipe
