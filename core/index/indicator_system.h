// SPDX-License-Identifier: GPL-3.0-or-later
// IndicatorSystem: dimensions, sub-dimensions and indicators of a composite index, as a value that
// can be saved, shared and rearranged.
#pragma once

#include "core/base/fields.h"
#include "core/base/tagged_text.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace citypanel::index {

/// Which values of an indicator are good.
enum class Direction : std::uint8_t {
    Positive, ///< the more the better
    Negative, ///< the less the better
    Moderate, ///< the nearer to `low` the better
    Interval, ///< best from `low` to `high`
};

constexpr auto enumNames(Direction) {
    return std::array{EnumName<Direction>{Direction::Positive, "positive"},
                      EnumName<Direction>{Direction::Negative, "negative"},
                      EnumName<Direction>{Direction::Moderate, "moderate"},
                      EnumName<Direction>{Direction::Interval, "interval"}};
}

/// A leaf of the tree.
struct Indicator {
    std::string name{};          ///< its key: weights and tables call it by this name
    std::string label{};         ///< as readers see it; empty is the name
    ExpressionText expression{}; ///< a column, or a formula of columns
    Direction direction = Direction::Positive;
    double low = 0;          ///< best value (Moderate), lower end of the best (Interval)
    double high = 0;         ///< upper end of the best (Interval)
    std::string unit{};      ///< unit of measure, for readers
    std::string note{};      ///< source, remarks
    std::string dimension{}; ///< first tier; empty: directly under the goal
    std::string group{};     ///< second tier within the dimension; empty: none

    static constexpr auto fields() {
        return FieldList{field("name", &Indicator::name),
                         field("label", &Indicator::label),
                         field("expression", &Indicator::expression),
                         field("direction", &Indicator::direction),
                         field("low", &Indicator::low),
                         field("high", &Indicator::high),
                         field("unit", &Indicator::unit),
                         field("note", &Indicator::note),
                         field("dimension", &Indicator::dimension),
                         field("group", &Indicator::group)};
    }

    [[nodiscard]] const std::string& title() const { return label.empty() ? name : label; }

    friend bool operator==(const Indicator&, const Indicator&) = default;
};

/// The tree, leaves in order; a dimension stands where its first indicator does.
struct IndicatorSystem {
    std::string title{};
    std::string note{};
    std::vector<Indicator> indicators{};

    static constexpr auto fields() {
        return FieldList{field("title", &IndicatorSystem::title),
                         field("note", &IndicatorSystem::note),
                         field("indicators", &IndicatorSystem::indicators)};
    }

    friend bool operator==(const IndicatorSystem&, const IndicatorSystem&) = default;
};

/// The names of the dimensions in order of first appearance; the empty one is none.
[[nodiscard]] std::vector<std::string> dimensionsOf(const std::vector<Indicator>& indicators);

/// The places of a dimension's indicators in the list.
[[nodiscard]] std::vector<std::size_t> membersOf(const std::vector<Indicator>& indicators,
                                                 const std::string& dimension);

} // namespace citypanel::index
