// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value or the Problem that prevented it; CITYPANEL_TRY propagates the Problem.
#pragma once

#include "core/base/problem.h"

#include <tl/expected.hpp>

#include <utility>

namespace citypanel {

/// A value of type T or a Problem. Must not be dropped.
template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Problem> {
public:
    using tl::expected<T, Problem>::expected;

    // Lets `return problem;` stand where a Result is expected.
    Result(Problem problem) : tl::expected<T, Problem>(tl::unexpect, std::move(problem)) {}
};

/// Success without a value, or a Problem.
using Status = Result<void>;

} // namespace citypanel

#define CITYPANEL_CONCAT_INNER(a, b) a##b
#define CITYPANEL_CONCAT(a, b) CITYPANEL_CONCAT_INNER(a, b)

/// `CITYPANEL_TRY(auto x, f());` declares x from the value of f(), or returns f()'s Problem from
/// the enclosing function. `CITYPANEL_TRY_STATUS(f());` does the same for a Status.
#define CITYPANEL_TRY(declaration, expression)                                                     \
    CITYPANEL_TRY_NAMED(CITYPANEL_CONCAT(citypanelTry_, __LINE__), declaration, expression)
#define CITYPANEL_TRY_NAMED(name, declaration, expression)                                         \
    auto name = (expression);                                                                      \
    if (!name) {                                                                                   \
        return std::move(name).error();                                                            \
    }                                                                                              \
    declaration = *std::move(name)
#define CITYPANEL_TRY_STATUS(expression)                                                           \
    do {                                                                                           \
        auto citypanelStatus = (expression);                                                       \
        if (!citypanelStatus) {                                                                    \
            return std::move(citypanelStatus).error();                                             \
        }                                                                                          \
    } while (false)
