// SPDX-License-Identifier: GPL-3.0-or-later
// Units of measure as yearbooks write them: which are of one kind, and how to convert.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::sheets {

/// A unit of measure taken apart: 万元 is 10,000 of the base 元.
struct MeasureUnit {
    std::string base{}; ///< 元, 人, 吨, ...; two for a ratio: 元/人
    double scale = 1.0; ///< how many of the base one unit is
};

/// Chinese units with their multiples (亿元, 万吨, 公顷, 千米, 元/人), and the English ones beside
/// them ("10 000 yuan", "100 million yuan", "1000 tons", "billion USD"). Nothing where the text is
/// no unit known here. 1 亩 is 10000/15 square metres; 吨标准煤 (tonnes of coal equivalent) is no
/// 吨.
[[nodiscard]] std::optional<MeasureUnit> measureUnit(std::string_view text);

/// How values in one unit become values in another: multiplied, then divided, by whole numbers
/// where the units allow it. By a power of ten the point of the number as written moves, so that
/// 12345 万元 is exactly 1.2345 亿元, and 0.101 亿元 exactly 1010 万元.
struct Conversion {
    double multiplier = 1.0;
    double divisor = 1.0;

    [[nodiscard]] double operator()(double value) const;

    [[nodiscard]] bool changesNothing() const { return multiplier == divisor; }
};

/// Nothing when the two are of different kinds or one is unknown.
[[nodiscard]] std::optional<Conversion> conversion(std::string_view from, std::string_view to);

/// Whether two units are one, however they are spelled: 万元 and 10 000 yuan.
[[nodiscard]] bool areSameMeasure(std::string_view a, std::string_view b);

/// What a unit is usually converted to: other multiples of the same base, itself left out.
[[nodiscard]] std::vector<std::string> conversionTargets(std::string_view from);

} // namespace citypanel::sheets
