// SPDX-License-Identifier: GPL-3.0-or-later
// How the check of a recipe says which step has to do with a column that is lacking.
#pragma once

#include <string_view>

namespace citypanel::recipe {

/// Stands in `expected` of a VariableUnknown whose `found` is the step that makes the column later
/// than it is needed: a later step, or the step itself (place.step). Without it, `found` is the
/// step that dropped or renamed the column.
inline constexpr std::string_view madeLater = "later";

} // namespace citypanel::recipe
