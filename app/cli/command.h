// SPDX-License-Identifier: GPL-3.0-or-later
// Command: one word of citypanel-cli, its arguments and options in both languages, and what it
// runs.
#pragma once

#include "core/base/problem.h"
#include "core/base/result.h"
#include "core/text/language.h"

#include <tl/expected.hpp>

#include <QByteArray>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::cli {

/// The exit statuses that scripts rely on.
enum class ExitStatus : int {
    Done = 0,
    DataProblem = 1, ///< the data or the model has a problem
    WrongUsage = 2,
};

/// An option as declared: `--name VALUE`, or a flag when `value` is empty.
struct Option {
    std::string_view name;
    std::string_view value;
    text::Bilingual help;
    bool repeatable = false;
};

/// One call, parsed: what stands on the command line after the command's name.
struct Invocation {
    std::vector<std::string> arguments;
    std::map<std::string, std::vector<std::string>, std::less<>> options;
    text::Language language = text::Language::English;
    std::string format = "text";

    [[nodiscard]] bool has(std::string_view name) const { return options.contains(name); }

    /// The last value given for an option.
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
    [[nodiscard]] std::string valueOr(std::string_view name, std::string fallback) const;
};

/// A file that an option of the command names, written together with --out or not at all.
struct SideFile {
    std::string path;
    QByteArray bytes;
};

/// What a command leaves: bytes for standard output or --out, a report for standard output (for
/// standard error while that holds the bytes), remarks for standard error (of the data, and of how
/// the call was understood), and files besides.
struct Output {
    QByteArray bytes{};
    Problems warnings{};
    QByteArray report{};
    std::vector<std::string> notices{};
    std::vector<SideFile> files{};
};

/// Why a command stopped: wrong usage (a sentence) or problems of the data or model.
struct Failure {
    ExitStatus status = ExitStatus::DataProblem;
    std::string usage{};
    Problems problems{};

    [[nodiscard]] static Failure of(Problem problem);
    [[nodiscard]] static Failure wrongUsage(std::string sentence);
};

using Outcome = tl::expected<Output, Failure>;

/// The problems of one severity, in their order.
[[nodiscard]] Problems ofSeverity(const Problems& problems, Severity severity);

/// A command as listed in the help.
struct Command {
    std::string_view name;
    std::string_view usage; ///< arguments after the name, e.g. "DATA FORMULA"
    text::Bilingual summary;
    std::size_t minimumArguments = 1;
    std::size_t maximumArguments = 1;
    std::vector<Option> options;
    std::string_view formats;       ///< accepted by --format, separated by '|'
    std::string_view defaultFormat; ///< a list, separated by ',', where several may be given
    Outcome (*run)(const Invocation&);
    bool takesSeveralFormats = false;
};

/// All commands in the order of the work.
[[nodiscard]] std::span<const Command> commands();

[[nodiscard]] const Command& sheetsCommand();
[[nodiscard]] const Command& importCommand();
[[nodiscard]] const Command& prepareCommand();
[[nodiscard]] const Command& describeCommand();
[[nodiscard]] const Command& indexCommand();
[[nodiscard]] const Command& efficiencyCommand();
[[nodiscard]] const Command& estimateCommand();
[[nodiscard]] const Command& compareCommand();
[[nodiscard]] const Command& runCommand();
[[nodiscard]] const Command& reportCommand();
[[nodiscard]] const Command& scriptCommand();

} // namespace citypanel::cli

/// `CITYPANEL_CLI_TRY(auto x, f());`: x from a Result, or the command's Failure.
#define CITYPANEL_CLI_TRY(declaration, expression)                                                 \
    CITYPANEL_CLI_TRY_NAMED(CITYPANEL_CONCAT(citypanelCliTry_, __LINE__), declaration, expression)
#define CITYPANEL_CLI_TRY_NAMED(name, declaration, expression)                                     \
    auto name = (expression);                                                                      \
    if (!name) {                                                                                   \
        return tl::unexpected(citypanel::cli::Failure::of(std::move(name).error()));               \
    }                                                                                              \
    declaration = *std::move(name)
