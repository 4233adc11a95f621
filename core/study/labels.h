// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of variables, terms and groups as tables show them.
#pragma once

#include "core/panel/panel.h"
#include "core/study/phrase.h"

#include <string>
#include <string_view>

namespace citypanel::study {

/// The label of a column, or the name where it has none; of "lag(x,1)" and "x:z" the labels of
/// their variables in words; other terms as they are written.
[[nodiscard]] Phrase variablePhrase(const Panel& panel, std::string_view name);

/// A grouping column, or a product of several for "a^b".
[[nodiscard]] Phrase groupPhrase(const Panel& panel, std::string_view name);

/// A level of a text grouping; combinations ("high x low" in the data) as a product.
[[nodiscard]] Phrase levelName(std::string_view level);

} // namespace citypanel::study
