// SPDX-License-Identifier: GPL-3.0-or-later
// Help texts and usage sentences of citypanel-cli, in both languages.
#pragma once

#include "app/cli/command.h"

#include <string>
#include <string_view>

namespace citypanel::cli {

/// The command of that name, or nullptr.
[[nodiscard]] const Command* findCommand(std::string_view name);

/// The list of commands, the common options and the exit statuses.
[[nodiscard]] std::string overview(text::Language language);

/// Usage, summary and options of one command.
[[nodiscard]] std::string helpOf(const Command& command, text::Language language);

/// Options that every command takes.
[[nodiscard]] std::span<const Option> commonOptions();

[[nodiscard]] std::string unknownCommand(std::string_view name, text::Language language);

/// Neither a command nor a help topic; names the topics.
[[nodiscard]] std::string unknownTopic(std::string_view name, text::Language language);

} // namespace citypanel::cli
