// SPDX-License-Identifier: GPL-3.0-or-later
// The checks that steps share; each adds its Problems to the list.
#pragma once

#include "core/base/tagged_text.h"
#include "core/recipe/step_effect.h"

#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// Collects the problems of one step against the columns before it. An OptionInvalid has the
/// field's name in place.variable, the value in `found` and what is allowed in `expected`.
class StepChecks {
public:
    explicit StepChecks(const Columns& columns) : columns_(columns) {}

    /// OptionMissing of the field where no name is given; VariableUnknown, with near names.
    void exists(const ColumnName& name, std::string_view field = "variable");
    /// As exists, or VariableNotNumeric.
    void isNumeric(const ColumnName& name, std::string_view field = "variable");
    /// As exists or isNumeric, where a name is given at all.
    void isNumericIfNamed(const ColumnName& name);
    /// OptionMissing when the list is empty, VariableDuplicate for a name that occurs twice,
    /// and isNumeric of each.
    void areNumeric(std::string_view field, const std::vector<ColumnName>& names);
    /// OptionInvalid where the column's unit of measure is known and is another.
    void isInUnit(const ColumnName& name, std::string_view unitOfMeasure);
    /// VariableIsKey for a key column, whose values must stay as they are.
    void isNotKey(const ColumnName& name);
    /// OptionMissing when empty, VariableDuplicate when there is such a column already.
    void isFree(std::string_view field, std::string_view name);
    /// OptionMissing of the field where nothing is written; syntax, names and types of an
    /// expression, with byte positions.
    void isExpression(const ExpressionText& expression, bool mustBeCondition,
                      std::string_view field = "expression");
    /// KeyColumnMissing for a cross-section, whose rows have neither unit nor period.
    void hasKeys();
    /// OptionMissing unless true.
    void isGiven(bool isGiven, std::string_view field);
    /// OptionInvalid unless true.
    void require(bool holds, std::string_view field, std::string found, std::string expected);

    [[nodiscard]] const Columns& columns() const { return columns_; }

    [[nodiscard]] Problems take() { return std::move(problems_); }

private:
    const Columns& columns_;
    Problems problems_;
};

} // namespace citypanel::recipe
