// SPDX-License-Identifier: GPL-3.0-or-later
// Counting the values of a text column that are numbers.
#include "core/panel/not_numeric.h"

#include "core/panel/number_text.h"

#include <optional>
#include <string>

namespace citypanel {

Problem notNumeric(const Panel& panel, const Variable& column) {
    std::size_t numbers = 0;
    std::size_t others = 0;
    std::optional<std::size_t> first;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.isMissingAt(row)) {
            continue;
        }
        if (parseNumber(column.textAt(row))) {
            ++numbers;
        } else {
            ++others;
            first = first.value_or(row);
        }
    }
    Problem problem{.code = ProblemCode::VariableNotNumeric, .place = {.variable = column.name()}};
    if (!first) {
        if (numbers == 0) {
            problem.code = ProblemCode::SampleEmpty;
        }
        return problem;
    }
    problem.found = column.textAt(*first);
    if (numbers >= others) {
        problem.code = ProblemCode::CellUnreadable;
        problem.place.unit =
            panel.unitLabels()[static_cast<std::size_t>(panel.unitCodes()[*first])];
        if (!panel.isCrossSection()) {
            problem.place.period = std::to_string(panel.periods()[*first]);
        }
    }
    return problem;
}

} // namespace citypanel
