// SPDX-License-Identifier: GPL-3.0-or-later
// Columns known again by header and name, and merged.
#include "core/sheets/said_columns.h"

namespace citypanel::sheets {

void mergeColumn(const ColumnLayout& base, const ColumnLayout& said, ColumnLayout& fresh) {
    fresh.name = merged(base.name, said.name, fresh.name);
    fresh.variableLabel = merged(base.variableLabel, said.variableLabel, fresh.variableLabel);
    if (fresh.unitOfMeasure == base.unitOfMeasure) { // else what was corrected is gone
        fresh.unitOfMeasure = said.unitOfMeasure;
    }
    fresh.isText = merged(base.isText, said.isText, fresh.isText);
    fresh.isImported = merged(base.isImported, said.isImported, fresh.isImported);
}

SaidColumns::SaidColumns(const Layout& base, const Layout& said) {
    std::map<std::string, int> counts;
    for (const ColumnLayout& column : base.columns) {
        if (const ColumnLayout* same = findColumn(said, column.column)) {
            const Both both(&column, same);
            byHeader_.emplace(HeaderKey{column.label, counts[column.label]++}, both);
            byName_.emplace(column.name, both);
        }
    }
}

void SaidColumns::applyTo(Layout& layout) const {
    std::map<std::string, int> counts;
    for (ColumnLayout& column : layout.columns) {
        const auto header = byHeader_.find({column.label, counts[column.label]++});
        const auto name = byName_.find(column.name);
        if (header != byHeader_.end() || name != byName_.end()) {
            const auto& [base, said] = header != byHeader_.end() ? header->second : name->second;
            mergeColumn(*base, *said, column);
        }
    }
}

} // namespace citypanel::sheets
