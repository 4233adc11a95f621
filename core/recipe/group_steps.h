// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of rows: by quantile, by list, by crossing two groups, and the pilot flag.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/prepare/group.h"
#include "core/recipe/step_effect.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// Makes a category column from the quantiles of a variable: 2 groups split at the median. A value
/// equal to a limit belongs to the lower group (Stata's xtile) unless ties says upper.
struct QuantileGroupStep {
    static constexpr std::string_view id = "quantile_group";

    ColumnName variable{};
    NewColumnName name{};
    std::int64_t groups = 2;
    prepare::Within within = prepare::Within::Pooled;
    prepare::Ties ties = prepare::Ties::Lower;
    prepare::QuantileRule quantile = prepare::QuantileRule::Pctile;
    std::vector<std::string> labels{}; ///< lowest group first; empty is "low", "high" or 1, 2, ...

    static constexpr auto fields() {
        return FieldList{field("variable", &QuantileGroupStep::variable),
                         field("name", &QuantileGroupStep::name),
                         field("groups", &QuantileGroupStep::groups),
                         field("within", &QuantileGroupStep::within),
                         field("ties", &QuantileGroupStep::ties),
                         field("quantile", &QuantileGroupStep::quantile),
                         field("labels", &QuantileGroupStep::labels)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const QuantileGroupStep&, const QuantileGroupStep&) = default;
};

/// Makes a category column from limits: k limits give k + 1 groups.
struct ValueGroupStep {
    static constexpr std::string_view id = "value_group";

    ColumnName variable{};
    NewColumnName name{};
    std::vector<double> limits{}; ///< ascending
    prepare::Ties ties = prepare::Ties::Upper;
    std::vector<std::string> labels{}; ///< lowest group first; empty: as quantile groups

    static constexpr auto fields() {
        return FieldList{
            field("variable", &ValueGroupStep::variable), field("name", &ValueGroupStep::name),
            field("limits", &ValueGroupStep::limits), field("ties", &ValueGroupStep::ties),
            field("labels", &ValueGroupStep::labels)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const ValueGroupStep&, const ValueGroupStep&) = default;
};

/// Makes a category column from lists of the values of a column (units when the column is left
/// empty); values in no list get the remainder's label, or missing when that is empty.
struct ListGroupStep {
    static constexpr std::string_view id = "list_group";

    ColumnName variable{};
    NewColumnName name{};
    std::map<std::string, std::vector<std::string>> lists{}; ///< label of the group -> its values
    std::string remainder{};

    static constexpr auto fields() {
        return FieldList{field("variable", &ListGroupStep::variable),
                         field("name", &ListGroupStep::name), field("lists", &ListGroupStep::lists),
                         field("remainder", &ListGroupStep::remainder)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const ListGroupStep&, const ListGroupStep&) = default;
};

/// Makes a category column from the combinations of two groups, with a name a combination
/// ("high x low" unless named).
struct CrossingStep {
    static constexpr std::string_view id = "crossing";

    ColumnName first{};
    ColumnName second{};
    NewColumnName name{};
    std::map<std::string, std::string> labels{}; ///< "first level x second level" -> its name

    static constexpr auto fields() {
        return FieldList{field("first", &CrossingStep::first),
                         field("second", &CrossingStep::second), field("name", &CrossingStep::name),
                         field("labels", &CrossingStep::labels)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const CrossingStep&, const CrossingStep&) = default;
};

/// Makes a flag that is 1 from each listed unit's start period on and 0 before; units without a
/// start are 0 throughout.
struct PilotStep {
    static constexpr std::string_view id = "pilot";

    NewColumnName name{};
    std::map<std::string, std::int64_t> starts{}; ///< unit -> first period with 1

    static constexpr auto fields() {
        return FieldList{field("name", &PilotStep::name), field("starts", &PilotStep::starts)};
    }

    [[nodiscard]] ColumnEffect effect(const Columns& columns) const;
    [[nodiscard]] Problems check(const Columns& columns) const;
    [[nodiscard]] Result<StepOutcome> apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const;
    friend bool operator==(const PilotStep&, const PilotStep&) = default;
};

} // namespace citypanel::recipe
