// SPDX-License-Identifier: GPL-3.0-or-later
// Units and coefficients of the conversion to standard coal (GB/T 2589-2020, Appendix A).
#pragma once

#include "core/base/fields.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace citypanel::prepare {

/// Unit in which a carrier's quantity is recorded.
enum class EnergyUnit : std::uint8_t {
    Kilogram,
    Tonne,
    TenThousandTonnes,
    CubicMetre,
    TenThousandCubicMetres,
    HundredMillionCubicMetres,
    KilowattHour,
    TenThousandKilowattHours,
    HundredMillionKilowattHours,
    Megajoule,
    Gigajoule,
};

constexpr auto enumNames(EnergyUnit) {
    using Name = EnumName<EnergyUnit>;
    return std::array{Name{EnergyUnit::Kilogram, "kg"},
                      Name{EnergyUnit::Tonne, "t"},
                      Name{EnergyUnit::TenThousandTonnes, "1e4_t"},
                      Name{EnergyUnit::CubicMetre, "m3"},
                      Name{EnergyUnit::TenThousandCubicMetres, "1e4_m3"},
                      Name{EnergyUnit::HundredMillionCubicMetres, "1e8_m3"},
                      Name{EnergyUnit::KilowattHour, "kwh"},
                      Name{EnergyUnit::TenThousandKilowattHours, "1e4_kwh"},
                      Name{EnergyUnit::HundredMillionKilowattHours, "1e8_kwh"},
                      Name{EnergyUnit::Megajoule, "mj"},
                      Name{EnergyUnit::Gigajoule, "gj"}};
}

/// Unit of the result.
enum class CoalUnit : std::uint8_t { Tonnes, TenThousandTonnes };

constexpr auto enumNames(CoalUnit) {
    using Name = EnumName<CoalUnit>;
    return std::array{Name{CoalUnit::Tonnes, "tce"}, Name{CoalUnit::TenThousandTonnes, "1e4_tce"}};
}

/// Base units (kg, m3, kWh, MJ) in one of the unit.
[[nodiscard]] double baseUnitsPer(EnergyUnit unit);

/// The same unit as one of measure (core/panel/unit_of_measure.h reads it).
[[nodiscard]] std::string_view unitText(EnergyUnit unit);

/// The energy unit a column's unit of measure means ("万立方米", "10^4 kWh"); nothing where it is
/// none of those above.
[[nodiscard]] std::optional<EnergyUnit> energyUnitOf(std::string_view unitOfMeasure);

/// Kilograms of coal equivalent in one of the unit.
[[nodiscard]] double kilogramsPer(CoalUnit unit);

/// A carrier's usual coefficient in kgce per base unit.
struct CoalCoefficient {
    std::string_view carrier;
    EnergyUnit base;
    double coefficient;
};

/// GB/T 2589-2020, Appendix A (electricity and heat at calorific value; gas and coke-oven gas at
/// the upper end of their range).
inline constexpr std::array coalCoefficients{
    CoalCoefficient{"natural_gas", EnergyUnit::CubicMetre, 1.33},
    CoalCoefficient{"lpg", EnergyUnit::Kilogram, 1.7143},
    CoalCoefficient{"electricity", EnergyUnit::KilowattHour, 0.1229},
    CoalCoefficient{"heat", EnergyUnit::Megajoule, 0.03412},
    CoalCoefficient{"raw_coal", EnergyUnit::Kilogram, 0.7143},
    CoalCoefficient{"washed_coal", EnergyUnit::Kilogram, 0.9000},
    CoalCoefficient{"coke", EnergyUnit::Kilogram, 0.9714},
    CoalCoefficient{"crude_oil", EnergyUnit::Kilogram, 1.4286},
    CoalCoefficient{"fuel_oil", EnergyUnit::Kilogram, 1.4286},
    CoalCoefficient{"gasoline", EnergyUnit::Kilogram, 1.4714},
    CoalCoefficient{"kerosene", EnergyUnit::Kilogram, 1.4714},
    CoalCoefficient{"diesel", EnergyUnit::Kilogram, 1.4571},
    CoalCoefficient{"coke_oven_gas", EnergyUnit::CubicMetre, 0.6143},
};

} // namespace citypanel::prepare
