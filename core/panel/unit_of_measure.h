// SPDX-License-Identifier: GPL-3.0-or-later
// Units of measure as people write them ("10^4 yuan", "万元/人"), and the unit of an expression.
#pragma once

#include "core/panel/expression.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel {

/// A base unit and its power.
struct UnitFactor {
    std::string base{};    ///< canonical: "yuan", "person", "kg", ...
    std::string written{}; ///< as it was read, for writing
    int power = 1;

    friend bool operator==(const UnitFactor& a, const UnitFactor& b) {
        return a.base == b.base && a.power == b.power;
    }
};

/// scale times a product of base units; without factors a plain number, %, or a ratio.
struct UnitOfMeasure {
    double scale = 1;
    std::vector<UnitFactor> factors{}; ///< sorted by base, no power zero

    /// The same dimension and scale (to rounding), whatever the spelling.
    [[nodiscard]] bool isSame(const UnitOfMeasure& other) const;
    /// The same dimension: a conversion exists.
    [[nodiscard]] bool isCompatible(const UnitOfMeasure& other) const;
    /// "万元/人", "10^4 yuan/person"; empty for a plain number.
    [[nodiscard]] std::string text() const;
};

/// Reads a unit. Known are the decimal prefixes of Chinese and powers of ten, and the units of the
/// yearbooks (yuan, persons, tonnes, cubic metres, kWh, areas, ...); nothing for anything else, so
/// that an unknown word never counts as a unit.
[[nodiscard]] std::optional<UnitOfMeasure> parseUnitOfMeasure(std::string_view text);

[[nodiscard]] UnitOfMeasure multiplied(const UnitOfMeasure& a, const UnitOfMeasure& b, int power);

/// What is known of an expression's unit.
struct ExpressionUnit {
    std::optional<UnitOfMeasure> unit{}; ///< nothing where a column's unit is unknown

    /// Two quantities added, subtracted or compared whose units differ: position and both texts.
    struct Mismatch {
        std::size_t position = 0;
        std::string left{};
        std::string right{};
    };

    std::vector<Mismatch> mismatches{};
};

/// The unit of an expression over columns whose units `unitOf` gives as text. Sums keep the unit,
/// products and ratios combine, a factor that is a power of ten converts (10000 * 万元 is 元),
/// logarithms and growth rates are plain numbers.
[[nodiscard]] ExpressionUnit
unitOfExpression(const Expression& expression,
                 const std::function<std::string(const std::string&)>& unitOf);

} // namespace citypanel
