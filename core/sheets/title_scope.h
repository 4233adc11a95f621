// SPDX-License-Identifier: GPL-3.0-or-later
// Scopes that titles, and names of sheets and files, give for a whole table.
#pragma once

#include <string>
#include <string_view>

namespace citypanel::sheets {

/// The scope a title gives in brackets, "2-3 工业 ... 排放量(全市)", or that of the districts at
/// its beginning, "2017年市辖区主要指标"; empty when it gives none.
[[nodiscard]] std::string scopeInTitle(std::string_view title);

/// The scope in the name of a sheet or a file: "GDP(市辖区)2017", "城市市辖区", "市辖区人口"; that
/// of the whole city apart from other words only, "全市2017". Empty where it gives none, or both.
[[nodiscard]] std::string scopeInName(std::string_view name);

/// The scope that brackets of a text say, alone or among other words: "GDP(全市,2017年)"; "": none,
/// or both.
[[nodiscard]] std::string scopeInBrackets(const std::string& text);

/// A title that states that scope at its end, and no other; "": none.
[[nodiscard]] std::string titleWithScope(std::string title, const std::string& scope);

/// A title without the scope that brackets of it say: "GDP(全市,2017年)" is "GDP(2017年)".
[[nodiscard]] std::string withoutScopeInBrackets(const std::string& title);

/// A text without brackets that hold nothing any more, and without the commas that parted what was
/// taken out of them: "(,亿元)" is "(亿元)".
[[nodiscard]] std::string withoutEmptyBrackets(const std::string& text);

} // namespace citypanel::sheets
