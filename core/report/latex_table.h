// SPDX-License-Identifier: GPL-3.0-or-later
// A typeset table as a LaTeX float.
#pragma once

#include "core/report/typeset.h"

#include <string>
#include <string_view>

namespace citypanel::report {

/// A table environment with booktabs rules and threeparttable notes; needs those packages, caption
/// and, for S columns, siunitx.
[[nodiscard]] std::string latexTable(const TypesetTable& table, LatexNumbers numbers);

/// Text with what LaTeX reads as commands escaped.
[[nodiscard]] std::string latexText(std::string_view text);

/// Too long for one page: continued over several, where other tables float.
[[nodiscard]] bool isLongLatexTable(const TypesetTable& table);

} // namespace citypanel::report
