// SPDX-License-Identifier: GPL-3.0-or-later
// Back from the shown state to the one in which the value appeared.
#include "core/recipe/correction_place.h"

#include <algorithm>
#include <optional>

namespace citypanel::recipe {

namespace {

/// The cell's value, missing or not; nothing where the panel has no such number.
std::optional<double> valueIn(const Panel& panel, std::string_view variable,
                              const std::string& unit, Period period) {
    const Variable* column = panel.find(variable);
    const auto labels = panel.unitLabels();
    const auto at = std::find(labels.begin(), labels.end(), unit);
    if (column == nullptr || !column->isNumeric() || at == labels.end()) {
        return std::nullopt;
    }
    const auto row = panel.rowOf(static_cast<std::size_t>(at - labels.begin()), period);
    return row ? std::optional(column->numbers()[*row]) : std::nullopt;
}

} // namespace

std::size_t correctionPlace(const Evaluation& evaluation, std::size_t shown,
                            std::string_view variable, const std::string& unit, Period period) {
    const auto panelAfter = [&](std::size_t steps) -> const Panel& {
        return steps == 0 ? evaluation.source : evaluation.steps[steps - 1].panel;
    };
    std::size_t place = std::min(shown, evaluation.steps.size());
    const auto value = valueIn(panelAfter(place), variable, unit, period);
    while (value && place > 0) {
        const auto before = valueIn(panelAfter(place - 1), variable, unit, period);
        if (!before || !isSameNumber(*before, *value)) {
            break;
        }
        --place;
    }
    return value ? place : shown;
}

} // namespace citypanel::recipe
