// SPDX-License-Identifier: GPL-3.0-or-later
// Looking up a coefficient by name.
#include "core/estimate/fit.h"

#include <algorithm>

namespace citypanel {

const TermEstimate* Fit::term(std::string_view name) const {
    const auto found = std::find_if(terms.begin(), terms.end(),
                                    [&](const TermEstimate& t) { return t.name == name; });
    return found == terms.end() ? nullptr : &*found;
}

} // namespace citypanel
