// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of Stata and R share.
#pragma once

#include "core/estimate/covariance.h"
#include "core/panel/expression_lexer.h"

#include <string>
#include <vector>

namespace citypanel::text {

/// The tokens of an expression or formula; none where it cannot be read.
[[nodiscard]] inline std::vector<expression::Token> tokensOf(const std::string& text) {
    const Result<std::vector<expression::Token>> tokens = expression::tokenise(text);
    return tokens ? *tokens : std::vector<expression::Token>{};
}

/// Whether errors need the leverages of the model with its effects, which few commands have.
[[nodiscard]] inline bool needsLeverages(const CovarianceSpec& vcov) {
    return vcov.kind == CovarianceKind::Hc2 || vcov.kind == CovarianceKind::Hc3;
}

} // namespace citypanel::text
