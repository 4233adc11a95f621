// SPDX-License-Identifier: GPL-3.0-or-later
// The problem of a step or study that a file holds and this version cannot read.
#pragma once

#include "core/base/problem.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// StepUnknown. Of a kind that is known, its parameters are told, which have another form here.
[[nodiscard]] inline Problem unknownKind(const std::string& name, const std::string& json,
                                         const std::vector<std::string_view>& known) {
    const bool isKnown = std::find(known.begin(), known.end(), name) != known.end();
    return {.code = ProblemCode::StepUnknown,
            .found = name,
            .expected = isKnown ? json : std::string()};
}

} // namespace citypanel::recipe
