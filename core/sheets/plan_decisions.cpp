// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions put in the place of earlier ones.
#include "core/sheets/plan_decisions.h"

#include "core/panel/origin.h"
#include "core/sheets/unit_of_measure.h"

#include <algorithm>
#include <utility>

namespace citypanel::sheets {

const UnitConversion* conversionOf(const ImportPlan& plan, const SheetImport& table,
                                   const ColumnLayout& column) {
    const auto found = std::find_if(
        plan.conversions.begin(), plan.conversions.end(), [&](const UnitConversion& known) {
            return known.state == NameState::Accepted && !column.isText &&
                   known.file == table.file && known.sheet == table.sheet &&
                   known.table == table.table && known.variable == column.name &&
                   known.from == column.unitOfMeasure && conversion(known.from, known.to);
        });
    return found == plan.conversions.end() ? nullptr : &*found;
}

const UnitConversion* conversionOf(const ImportPlan& plan, const Origin& origin,
                                   const std::string& variable) {
    if (origin.row < 0) {
        return nullptr;
    }
    for (const SheetImport& table : plan.sheets) {
        const Layout& layout = table.layout;
        // A turned sheet is laid out by its columns, and its cells are named as in the file.
        const std::int64_t row = layout.isTransposed ? origin.column : origin.row;
        const std::int64_t place = layout.isTransposed ? origin.row : origin.column;
        if (table.file != origin.file || table.sheet != origin.sheet || row < layout.bodyBegin ||
            row >= layout.bodyEnd) {
            continue;
        }
        for (const ColumnLayout& column : layout.columns) {
            const bool isHere = column.column == place && column.name == variable;
            if (const auto* found = isHere ? conversionOf(plan, table, column) : nullptr) {
                return found;
            }
        }
    }
    return nullptr;
}

const std::string& unitAsRead(const ImportPlan& plan, const SheetImport& table,
                              const ColumnLayout& column) {
    const UnitConversion* converted = conversionOf(plan, table, column);
    return converted == nullptr ? column.unitOfMeasure : converted->to;
}

ImportPlan withConversionsDecided(ImportPlan plan, const std::vector<UnitConversion>& decided) {
    for (const UnitConversion& conversion : decided) {
        const auto same = std::find_if(
            plan.conversions.begin(), plan.conversions.end(), [&](const UnitConversion& known) {
                return known.file == conversion.file && known.sheet == conversion.sheet &&
                       known.table == conversion.table && known.variable == conversion.variable;
            });
        if (same == plan.conversions.end()) {
            plan.conversions.push_back(conversion);
        } else {
            *same = conversion;
        }
    }
    return plan;
}

ImportPlan withValueDecided(ImportPlan plan, const ValueConflict& conflict,
                            std::optional<std::size_t> chosen) {
    std::erase_if(plan.values, [&](const ValueDecision& known) {
        return known.variable == conflict.variable && known.unit == conflict.unit &&
               known.period == conflict.period;
    });
    ValueDecision decision{
        .variable = conflict.variable, .unit = conflict.unit, .period = conflict.period};
    if (chosen) {
        const GivenValue& value = conflict.values[*chosen];
        decision.file = value.file;
        decision.sheet = value.sheet;
        decision.cell = cellName(value.row, value.column);
    }
    plan.values.push_back(std::move(decision));
    return plan;
}

} // namespace citypanel::sheets
