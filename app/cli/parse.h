// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of the command line to an Invocation, by QCommandLineParser.
#pragma once

#include "app/cli/command.h"

#include <string>
#include <string_view>
#include <vector>

namespace citypanel::cli {

using Parsed = tl::expected<Invocation, Failure>;

/// The language asked for by --lang, or else by LC_ALL, LC_MESSAGES or LANG; English otherwise.
[[nodiscard]] text::Language languageOf(const std::vector<std::string>& words);

/// Reads the words of one call; words[0] is the command's name. Failure: WrongUsage, with a
/// sentence that names the option or argument.
[[nodiscard]] Parsed parse(const Command& command, const std::vector<std::string>& words,
                           text::Language language);

/// The non-empty parts of a list "a,b,c", blanks around them removed.
[[nodiscard]] std::vector<std::string> splitList(std::string_view list, char separator = ',');

} // namespace citypanel::cli
