// SPDX-License-Identifier: GPL-3.0-or-later
// Carriers of energy added up in coal equivalent.
#include "core/recipe/standard_coal_step.h"

#include "core/panel/number_text.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

namespace {

std::string_view unitName(prepare::CoalUnit unit) {
    return unit == prepare::CoalUnit::Tonnes ? "tce" : "10^4 tce";
}

} // namespace

ColumnEffect StandardCoalStep::effect(const Columns&) const {
    return {.needs = columnsRead(*this),
            .adds = {{.name = name.text, .unitOfMeasure = std::string(unitName(resultUnit))}}};
}

Problems StandardCoalStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.isFree("name", name.text);
    checks.isGiven(!carriers.empty(), "carriers");
    for (const EnergyCarrier& carrier : carriers) {
        checks.isNumeric(carrier.variable, "carriers");
        checks.isInUnit(carrier.variable, prepare::unitText(carrier.unit));
        checks.require(carrier.coefficient > 0, "coefficient", shortestText(carrier.coefficient),
                       "> 0");
    }
    return checks.take();
}

Result<StepOutcome> StandardCoalStep::apply(const Panel& panel, const std::string& key,
                                            Progress&) const {
    std::vector<double> kilograms(panel.rowCount(), 0.0);
    std::vector<bool> hasAny(panel.rowCount(), false);
    for (const EnergyCarrier& carrier : carriers) {
        CITYPANEL_TRY(const Variable quantity, panel.variable(carrier.variable.text));
        const double factor = prepare::baseUnitsPer(carrier.unit) * carrier.coefficient;
        for (std::size_t row = 0; row < kilograms.size(); ++row) {
            const double amount = quantity.numbers()[row];
            hasAny[row] = hasAny[row] || !isMissing(amount);
            kilograms[row] += isMissing(amount) && missingAsZero ? 0.0 : amount * factor;
        }
    }
    for (std::size_t row = 0; row < kilograms.size(); ++row) {
        kilograms[row] =
            hasAny[row] ? kilograms[row] / prepare::kilogramsPer(resultUnit) : missingValue;
    }
    PanelEdit edit(panel, key);
    edit.add(Variable::numeric(name.text, std::move(kilograms))
                 .withUnitOfMeasure(std::string(unitName(resultUnit))));
    return edit.finish();
}

} // namespace citypanel::recipe
