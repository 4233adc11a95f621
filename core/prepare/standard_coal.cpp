// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes of the units energy is recorded in.
#include "core/prepare/standard_coal.h"

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
