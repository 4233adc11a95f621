// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluating one term where it has a value.
#include "core/estimate/term_column.h"

#include "core/estimate/design_matrix.h"

#include <utility>

namespace citypanel {

Result<std::vector<double>> termColumn(const Panel& panel, const Term& term) {
    CITYPANEL_TRY(const EvaluatedTerms terms, EvaluatedTerms::evaluate(panel, {term}));
    std::vector<bool> missing(panel.rowCount(), false);
    std::vector<bool> outside(panel.rowCount(), false);
    terms.markMissing(missing, outside);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < missing.size(); ++row) {
        if (!missing[row]) {
            rows.push_back(row);
        }
    }
    DesignMatrix matrix;
    matrix.rows = rows.size();
    CITYPANEL_TRY_STATUS(terms.appendTo(matrix, panel, rows));
    std::vector<double> values(panel.rowCount(), missingValue);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        values[rows[i]] = std::as_const(matrix).column(0)[i];
    }
    return values;
}

} // namespace citypanel
