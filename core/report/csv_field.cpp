// SPDX-License-Identifier: GPL-3.0-or-later
// Quoting, and disarming of formulas.
#include "core/report/csv_field.h"

#include "core/panel/number_text.h"
#include "core/panel/spreadsheet_formula.h"
#include "core/panel/variable.h"
#include "core/report/text_parts.h"

namespace citypanel::report {

std::string quotedField(std::string_view text) {
    if (text.find_first_of("\",\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    return '"' + replaced(text, {{"\"", "\"\""}}) + '"';
}

std::string textField(const std::string& text) {
    return quotedField(runsAsFormula(text) ? "'" + text : text);
}

std::string numberField(double value) {
    return isMissing(value) ? std::string() : shortestText(value == 0.0 ? 0.0 : value);
}

} // namespace citypanel::report
