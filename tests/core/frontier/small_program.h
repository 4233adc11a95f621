// SPDX-License-Identifier: GPL-3.0-or-later
// A linear program small enough to be solved by hand.
#pragma once

#include "core/frontier/linear_program.h"

#include <vector>

namespace citypanel::frontier {

/// min -x - 2y, x + y + s = 4, x + 3y + r = 6: x = 3, y = 1, duals -1/2 and -1/2.
inline LinearProgram smallProgram() {
    LinearProgram program;
    program.clear(2);
    program.rhs = {4.0, 6.0};
    program.addColumn(-1.0, std::vector{1.0, 1.0}, false);
    program.addColumn(-2.0, std::vector{1.0, 3.0}, false);
    program.addColumn(0.0, std::vector{1.0, 0.0}, false);
    program.addColumn(0.0, std::vector{0.0, 1.0}, false);
    return program;
}

} // namespace citypanel::frontier
