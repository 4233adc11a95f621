// SPDX-License-Identifier: GPL-3.0-or-later
// The first character decides, but for signs.
#include "core/panel/spreadsheet_formula.h"

namespace citypanel {

bool runsAsFormula(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    const char first = text.front();
    if (first != '+' && first != '-') {
        return first == '=' || first == '@' || first == '\t' || first == '\r';
    }
    const std::string_view rest = text.substr(1);
    const bool isDash = rest.find_first_not_of("- ") == std::string_view::npos;
    const bool isNumber = rest.find_first_not_of("0123456789.,% ") == std::string_view::npos;
    return !isDash && !isNumber;
}

} // namespace citypanel
