// SPDX-License-Identifier: GPL-3.0-or-later
// Two-stage least squares.
#include "core/estimate/linear_fit.h"

namespace citypanel {

Result<Fit> fitTwoStage(const CleanModel& model, const ModelFormula&, const EstimateOptions&) {
    return Problem{.code = ProblemCode::ConventionUnsupported,
                   .place = {.variable = model.data.columns.names[1]}};
}

} // namespace citypanel
