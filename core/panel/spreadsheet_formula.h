// SPDX-License-Identifier: GPL-3.0-or-later
// Which text of a csv file a spreadsheet would run.
#pragma once

#include <string_view>

namespace citypanel {

/// Text that a spreadsheet takes for a formula when it opens a csv file (OWASP, CSV injection): it
/// begins with = @ or a tab, or with a sign and is neither a number nor a dash for a missing one.
[[nodiscard]] bool runsAsFormula(std::string_view text);

} // namespace citypanel
