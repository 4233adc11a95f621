// SPDX-License-Identifier: GPL-3.0-or-later
// Which levels of the factors in a formula's terms get columns.
#pragma once

#include "core/estimate/model_formula.h"

namespace citypanel {

/// Marks the factors of every term by the rule of marginality of R's model.matrix (Chambers and
/// Hastie 1992, Statistical Models in S, section 2.4.1): contrasts (a level left out) only where
/// the term without the factor is in the model, all levels elsewhere, so that a model never hangs
/// on which levels come first. Absorbed effects count as terms. Of a product of factors all of
/// which have all levels, while their rest is in the model, the cell of the reference levels is
/// left out.
void codeFactors(ModelFormula& formula);

} // namespace citypanel
