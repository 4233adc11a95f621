// SPDX-License-Identifier: GPL-3.0-or-later
// RenameStep and DropStep: columns renamed, labelled, dropped.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/recipe/step_effect.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// Renames a column, or gives it a label and a unit of measure; empty texts change nothing.
struct RenameStep {
    static constexpr std::string_view id = "rename";

    ColumnName variable{};
    NewColumnName name{};
    std::string label{};
    std::string unitOfMeasure{};

    static constexpr auto fields() {
        return FieldList{field("variable", &RenameStep::variable), field("name", &RenameStep::name),
                         field("label", &RenameStep::label),
                         field("unit_of_measure", &RenameStep::unitOfMeasure)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const RenameStep&, const RenameStep&) = default;
};

/// Drops columns; the panel's keys cannot be dropped.
struct DropStep {
    static constexpr std::string_view id = "drop";

    std::vector<ColumnName> variables{};

    static constexpr auto fields() { return FieldList{field("variables", &DropStep::variables)}; }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const DropStep&, const DropStep&) = default;
};

} // namespace citypanel::recipe
