// SPDX-License-Identifier: GPL-3.0-or-later
// Terms in two roles, and lags beyond the panel.
#include "core/estimate/model_checks.h"

#include <string>
#include <vector>

namespace citypanel {

namespace {

Status notAmong(const std::vector<Term>& terms, const std::string& name,
                const std::string& between) {
    for (const Term& term : terms) {
        if (term.name == name) {
            return Problem{.code = ProblemCode::MatrixSingular,
                           .place = {.variable = name, .position = term.position},
                           .found = name + between + name};
        }
    }
    return {};
}

} // namespace

Status checkRoles(const ModelFormula& formula) {
    CITYPANEL_TRY_STATUS(notAmong(formula.regressors, formula.outcomeName, " ~ "));
    CITYPANEL_TRY_STATUS(notAmong(formula.endogenous, formula.outcomeName, " ~ "));
    for (const Term& term : formula.endogenous) {
        CITYPANEL_TRY_STATUS(notAmong(formula.regressors, term.name, " | "));
    }
    return {};
}

Status checkLags(const CovarianceSpec& vcov, std::size_t periods) {
    const bool isNeweyWest = vcov.kind == CovarianceKind::NeweyWest;
    if (!isNeweyWest && vcov.kind != CovarianceKind::DriscollKraay) {
        return {};
    }
    if (periods == 0 || !vcov.lags || *vcov.lags < static_cast<int>(periods)) {
        return {};
    }
    return Problem{.code = ProblemCode::OptionInvalid,
                   .place = {.variable = isNeweyWest ? "nw" : "dk"},
                   .found = std::to_string(*vcov.lags),
                   .expected = "0 .. " + std::to_string(periods - 1)};
}

} // namespace citypanel
