// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes of the units energy is recorded in.
#include "core/prepare/standard_coal.h"

#include "core/panel/unit_of_measure.h"

namespace citypanel::prepare {

double baseUnitsPer(EnergyUnit unit) {
    switch (unit) {
    case EnergyUnit::Kilogram:
    case EnergyUnit::CubicMetre:
    case EnergyUnit::KilowattHour:
    case EnergyUnit::Megajoule:
        return 1;
    case EnergyUnit::Tonne:
    case EnergyUnit::Gigajoule:
        return 1e3;
    case EnergyUnit::TenThousandCubicMetres:
    case EnergyUnit::TenThousandKilowattHours:
        return 1e4;
    case EnergyUnit::TenThousandTonnes:
        return 1e7;
    case EnergyUnit::HundredMillionCubicMetres:
    case EnergyUnit::HundredMillionKilowattHours:
        return 1e8;
    }
    return 1;
}

std::string_view unitText(EnergyUnit unit) {
    switch (unit) {
    case EnergyUnit::Kilogram:
        return "kg";
    case EnergyUnit::Tonne:
        return "t";
    case EnergyUnit::TenThousandTonnes:
        return "10^4 t";
    case EnergyUnit::CubicMetre:
        return "m3";
    case EnergyUnit::TenThousandCubicMetres:
        return "10^4 m3";
    case EnergyUnit::HundredMillionCubicMetres:
        return "10^8 m3";
    case EnergyUnit::KilowattHour:
        return "kWh";
    case EnergyUnit::TenThousandKilowattHours:
        return "10^4 kWh";
    case EnergyUnit::HundredMillionKilowattHours:
        return "10^8 kWh";
    case EnergyUnit::Megajoule:
        return "MJ";
    case EnergyUnit::Gigajoule:
        return "GJ";
    }
    return {};
}

std::optional<EnergyUnit> energyUnitOf(std::string_view unitOfMeasure) {
    const auto wanted = parseUnitOfMeasure(unitOfMeasure);
    if (!wanted) {
        return std::nullopt;
    }
    for (const auto& entry : enumNames(EnergyUnit{})) {
        if (parseUnitOfMeasure(unitText(entry.value))->isSame(*wanted)) {
            return entry.value;
        }
    }
    return std::nullopt;
}

double kilogramsPer(CoalUnit unit) {
    switch (unit) {
    case CoalUnit::Tonnes:
        return 1e3;
    case CoalUnit::TenThousandTonnes:
        return 1e7;
    }
    return 1;
}

} // namespace citypanel::prepare
