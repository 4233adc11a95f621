// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decides where sources disagree: which value holds, and in which unit of measure.
#pragma once

#include "core/base/fields.h"

#include <array>
#include <cstdint>
#include <string>

namespace citypanel::sheets {

enum class NameState : std::uint8_t {
    Offered,  ///< not decided: what is there stays as written
    Accepted, ///< the offer is taken
    Refused,  ///< stays as written, and is not asked about again
    LeftOut,  ///< rows of the name are not read
};

constexpr auto enumNames(NameState) {
    return std::array{
        EnumName{NameState::Offered, "offered"}, EnumName{NameState::Accepted, "accepted"},
        EnumName{NameState::Refused, "refused"}, EnumName{NameState::LeftOut, "left_out"}};
}

/// How several different values of one variable, unit and period become one.
enum class ConflictRule : std::uint8_t {
    First,   ///< of the table that stands first in the plan, of the upper row
    Newer,   ///< of the latest edition by the year in its file's name; the later one among equals
    Mean,    ///< the mean of the numbers; of texts the first
    Missing, ///< none: missing until somebody decides
};

constexpr auto enumNames(ConflictRule) {
    return std::array{EnumName{ConflictRule::First, "first"},
                      EnumName{ConflictRule::Newer, "newer"}, EnumName{ConflictRule::Mean, "mean"},
                      EnumName{ConflictRule::Missing, "missing"}};
}

/// A rule for the conflicts of one variable, instead of the plan's.
struct VariableRule {
    std::string variable{};
    ConflictRule rule = ConflictRule::First;

    static constexpr auto fields() {
        return FieldList{field("variable", &VariableRule::variable),
                         field("rule", &VariableRule::rule)};
    }

    friend bool operator==(const VariableRule&, const VariableRule&) = default;
};

/// One conflict decided by hand: the value of this cell holds. Without a cell: none holds, the
/// value is missing.
struct ValueDecision {
    std::string variable{};
    std::string unit{};
    std::int64_t period = 0;
    std::string file{};
    std::string sheet{};
    std::string cell{}; ///< "B17"

    static constexpr auto fields() {
        return FieldList{
            field("variable", &ValueDecision::variable), field("unit", &ValueDecision::unit),
            field("period", &ValueDecision::period),     field("file", &ValueDecision::file),
            field("sheet", &ValueDecision::sheet),       field("cell", &ValueDecision::cell)};
    }

    friend bool operator==(const ValueDecision&, const ValueDecision&) = default;
};

/// Values of one variable in one table, converted to another unit of measure when accepted.
struct UnitConversion {
    std::string file{};
    std::string sheet{};
    std::int64_t table = 0; ///< as SheetImport::table
    std::string variable{};
    std::string from{}; ///< as the table says
    std::string to{};
    NameState state = NameState::Offered;
    bool isSure = false; ///< converted, the values are as large as in the other tables, or a line
                         ///< of the same table says it; as they stand, they are not

    static constexpr auto fields() {
        return FieldList{
            field("file", &UnitConversion::file),   field("sheet", &UnitConversion::sheet),
            field("table", &UnitConversion::table), field("variable", &UnitConversion::variable),
            field("from", &UnitConversion::from),   field("to", &UnitConversion::to),
            field("state", &UnitConversion::state), field("is_sure", &UnitConversion::isSure)};
    }

    friend bool operator==(const UnitConversion&, const UnitConversion&) = default;
};

} // namespace citypanel::sheets
