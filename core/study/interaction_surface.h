// SPDX-License-Identifier: GPL-3.0-or-later
// The figure of what a regressor and a moderator predict together.
#pragma once

#include "core/base/result.h"
#include "core/panel/panel.h"
#include "core/study/figure.h"
#include "core/study/study_model.h"

namespace citypanel::study {

/// "surface_<moderator>": over a grid between the 1st and 99th percentiles of both in the sample,
/// the predicted outcome less that at their means, other variables and effects held
/// (interactionSurface). Point::count: rows of the sample nearest to the place.
/// Problems: VariableUnknown when the fit lacks a term (dropped as collinear), those of valuesIn.
[[nodiscard]] Result<Figure> surfaceFigure(const Panel& panel, const StudyModel& model,
                                           const ExpressionText& moderator, const Fit& fit);

} // namespace citypanel::study
