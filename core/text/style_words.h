// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the choices of table and figure styles, by the names of their fields and values.
#pragma once

#include "core/text/language.h"

#include <string>
#include <string_view>

namespace citypanel::text {

/// Name of a field of TableStyle or FigureStyle, and of a value of its enumerations; the name
/// itself where it has no words.
[[nodiscard]] std::string styleFieldLabel(std::string_view field, Language language);
[[nodiscard]] std::string styleOptionLabel(std::string_view option, Language language);

/// Name of a built-in style; the name itself for another one.
[[nodiscard]] std::string styleName(std::string_view name, Language language);

} // namespace citypanel::text
