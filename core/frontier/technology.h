// SPDX-License-Identifier: GPL-3.0-or-later
// Technology: what units use and make, and what an efficiency model assumes about the frontier.
#pragma once

#include "core/base/fields.h"
#include "core/base/tagged_text.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace citypanel::frontier {

/// Returns to scale: what the sum of the intensities lambda may be.
enum class ReturnsToScale : std::uint8_t {
    Constant,      ///< any
    Variable,      ///< 1
    NonIncreasing, ///< at most 1
    NonDecreasing, ///< at least 1
};

constexpr auto enumNames(ReturnsToScale) {
    return std::array{
        EnumName{ReturnsToScale::Constant, "crs"},
        EnumName{ReturnsToScale::Variable, "vrs"},
        EnumName{ReturnsToScale::NonIncreasing, "nirs"},
        EnumName{ReturnsToScale::NonDecreasing, "ndrs"},
    };
}

/// Where undesirable outputs stand in slacks-based models. Radial models always contract them with
/// the inputs, directional ones follow their direction.
enum class UndesirableAs : std::uint8_t {
    Output, ///< in the denominator with the desirable outputs (Tone 2004)
    Input,  ///< in the numerator with the inputs
};

constexpr auto enumNames(UndesirableAs) {
    return std::array{
        EnumName{UndesirableAs::Output, "output"},
        EnumName{UndesirableAs::Input, "input"},
    };
}

/// Disposability of undesirable outputs in directional models.
enum class Disposability : std::uint8_t {
    Weak,      ///< B lambda = b - beta g; under VRS the usual shortcut, sum lambda = 1
    Strong,    ///< B lambda <= b - beta g
    Kuosmanen, ///< weak with a second intensity vector (Kuosmanen 2005)
};

constexpr auto enumNames(Disposability) {
    return std::array{
        EnumName{Disposability::Weak, "weak"},
        EnumName{Disposability::Strong, "strong"},
        EnumName{Disposability::Kuosmanen, "kuosmanen"},
    };
}

/// Direction of a directional distance function, signs as in (-x, +y, -b).
enum class Direction : std::uint8_t {
    Usual,   ///< Outputs for the directional distance function, All for the non-radial one
    Outputs, ///< (0, y, b), own values
    All,     ///< (x, y, b), own values
    Ones,    ///< (1, 1, 1): depends on units of measure
    Range,   ///< own distance to the best value of each variable (Portela and others 2004)
};

constexpr auto enumNames(Direction) {
    return std::array{
        EnumName{Direction::Usual, "usual"}, EnumName{Direction::Outputs, "yb"},
        EnumName{Direction::All, "xyb"},     EnumName{Direction::Ones, "ones"},
        EnumName{Direction::Range, "range"},
    };
}

/// A variable in one role, with its weight in slacks-based and non-radial directional models.
struct RoleVariable {
    ColumnName variable{};
    /// None: 1 in slacks-based models; in the non-radial DDF a third a role, split evenly within.
    std::optional<double> weight{};

    static constexpr auto fields() {
        return FieldList{field("variable", &RoleVariable::variable),
                         field("weight", &RoleVariable::weight)};
    }

    friend bool operator==(const RoleVariable&, const RoleVariable&) = default;
};

struct Technology {
    std::vector<RoleVariable> inputs{};
    std::vector<RoleVariable> good{}; ///< desirable outputs
    std::vector<RoleVariable> bad{};  ///< undesirable outputs
    ReturnsToScale returns = ReturnsToScale::Constant;
    UndesirableAs undesirableAs = UndesirableAs::Output;
    Disposability disposability = Disposability::Weak;
    Direction direction = Direction::Usual;

    static constexpr auto fields() {
        return FieldList{field("inputs", &Technology::inputs),
                         field("good", &Technology::good),
                         field("bad", &Technology::bad),
                         field("rts", &Technology::returns),
                         field("bad_as", &Technology::undesirableAs),
                         field("disposability", &Technology::disposability),
                         field("direction", &Technology::direction)};
    }

    /// Inputs, then desirable, then undesirable outputs: the order of every list of variables.
    [[nodiscard]] std::vector<RoleVariable> variables() const;

    friend bool operator==(const Technology&, const Technology&) = default;
};

} // namespace citypanel::frontier
