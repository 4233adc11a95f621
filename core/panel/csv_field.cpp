// SPDX-License-Identifier: GPL-3.0-or-later
// Quoting, and disarming of formulas.
#include "core/panel/csv_field.h"

#include "core/panel/number_text.h"
#include "core/panel/spreadsheet_formula.h"
#include "core/panel/variable.h"

namespace citypanel {

std::string quotedField(std::string_view text) {
    if (text.find_first_of("\",\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted.append(c == '"' ? 2 : 1, c);
    }
    return quoted + '"';
}

std::string textField(const std::string& text) {
    return quotedField(runsAsFormula(text) ? "'" + text : text);
}

std::string numberField(double value) {
    return isMissing(value) ? std::string() : shortestText(value == 0.0 ? 0.0 : value);
}

} // namespace citypanel
