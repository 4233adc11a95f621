// SPDX-License-Identifier: GPL-3.0-or-later
// EfficiencyModel: how efficiency is measured, against whom, and for whom.
#pragma once

#include "core/base/fields.h"
#include "core/base/tagged_text.h"
#include "core/frontier/technology.h"

#include <array>
#include <cstdint>
#include <optional>

namespace citypanel::frontier {

enum class Measure : std::uint8_t {
    Radial,               ///< CCR, BCC: one factor for all inputs, or for all outputs
    Sbm,                  ///< slacks-based (Tone 2001, 2004)
    Directional,          ///< directional distance function
    NonRadialDirectional, ///< a beta a variable (Zhou, Ang and Wang 2012)
    Ebm,                  ///< epsilon-based (Tone and Tsutsui 2010), undesirable outputs as inputs
};

constexpr auto enumNames(Measure) {
    return std::array{
        EnumName{Measure::Radial, "radial"},   EnumName{Measure::Sbm, "sbm"},
        EnumName{Measure::Directional, "ddf"}, EnumName{Measure::NonRadialDirectional, "nddf"},
        EnumName{Measure::Ebm, "ebm"},
    };
}

/// What may change. Directional models have a direction instead.
enum class Orientation : std::uint8_t { None, In, Out };

constexpr auto enumNames(Orientation) {
    return std::array{
        EnumName{Orientation::None, "none"},
        EnumName{Orientation::In, "in"},
        EnumName{Orientation::Out, "out"},
    };
}

/// Whether a unit may be compared with a frontier that it is not part of.
enum class SuperEfficiency : std::uint8_t {
    Off,
    Efficient, ///< the super-efficiency score replaces the score of efficient units
    Every,     ///< every unit's own column is left out; slacks-based: inefficient units get 1
};

constexpr auto enumNames(SuperEfficiency) {
    return std::array{
        EnumName{SuperEfficiency::Off, "off"},
        EnumName{SuperEfficiency::Efficient, "efficient"},
        EnumName{SuperEfficiency::Every, "every"},
    };
}

/// Which unit-periods span the frontier.
enum class Reference : std::uint8_t {
    Global, ///< all
    Period, ///< those of the same period
    Window, ///< those of `window` successive periods; the score is the mean over windows
    Group,  ///< those of the same level of `group`, all periods
};

constexpr auto enumNames(Reference) {
    return std::array{
        EnumName{Reference::Global, "global"},
        EnumName{Reference::Period, "period"},
        EnumName{Reference::Window, "window"},
        EnumName{Reference::Group, "group"},
    };
}

/// What to do with rows that no model of this kind can take: negative values, no positive input, no
/// positive desirable output. Rows with missing values are always left out.
enum class UnusableRows : std::uint8_t { Refuse, Exclude };

constexpr auto enumNames(UnusableRows) {
    return std::array{
        EnumName{UnusableRows::Refuse, "refuse"},
        EnumName{UnusableRows::Exclude, "exclude"},
    };
}

struct EfficiencyModel {
    Technology technology{};
    Measure measure = Measure::Sbm;
    Orientation orientation = Orientation::None;
    SuperEfficiency super = SuperEfficiency::Off;
    Reference reference = Reference::Global;
    std::int64_t window = 3; ///< periods of a window
    ColumnName group{};      ///< for Reference::Group
    UnusableRows unusable = UnusableRows::Refuse;
    std::optional<double> epsilon{}; ///< epsilon-based: none takes it from the data

    static constexpr auto fields() {
        return FieldList{field("technology", &EfficiencyModel::technology),
                         field("model", &EfficiencyModel::measure),
                         field("orientation", &EfficiencyModel::orientation),
                         field("super", &EfficiencyModel::super),
                         field("reference", &EfficiencyModel::reference),
                         field("window", &EfficiencyModel::window),
                         field("group", &EfficiencyModel::group),
                         field("unusable", &EfficiencyModel::unusable),
                         field("epsilon", &EfficiencyModel::epsilon)};
    }

    friend bool operator==(const EfficiencyModel&, const EfficiencyModel&) = default;
};

} // namespace citypanel::frontier
