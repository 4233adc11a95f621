// SPDX-License-Identifier: GPL-3.0-or-later
// Help topics: the pages of resources/help as Markdown, in both languages.
#pragma once

#include "core/text/language.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::text {

/// The names of all topics ("index", "covariances") in alphabetical order.
[[nodiscard]] std::vector<std::string> helpTopics();

/// The page of a topic as Markdown, its title in the first line ("# Title"); nothing for a name
/// that is not among the topics.
[[nodiscard]] std::optional<std::string> helpPage(std::string_view topic, Language language);

/// The title of a page: its first line without the mark.
[[nodiscard]] std::string helpTitle(std::string_view page);

} // namespace citypanel::text
