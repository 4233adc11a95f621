// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli: the study without a window. Reads the command line, runs one command, and turns
// its outcome into output, remarks and an exit status.
#include "app/cli/command.h"
#include "app/cli/help.h"
#include "app/cli/own_files.h"
#include "app/cli/parse.h"
#include "core/report/atomic_file.h"
#include "core/report/fit_json.h"
#include "core/text/help_topics.h"
#include "core/text/problem_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace citypanel::cli {

namespace {

void print(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
}

/// A sentence a line, or one JSON object where JSON was asked for.
void printProblems(const Problems& problems, const Invocation& invocation,
                   const std::vector<std::string>& notices = {}) {
    if (problems.empty() && notices.empty()) {
        return;
    }
    if (invocation.format == "json") {
        const QByteArray json = report::problemsJson(problems, invocation.language, notices);
        print(stderr, {json.constData(), static_cast<std::size_t>(json.size())});
        return;
    }
    for (const std::string& notice : notices) {
        print(stderr, notice + "\n");
    }
    for (const Problem& problem : problems) {
        print(stderr, text::sentence(problem, invocation.language) + "\n");
    }
}

/// --out and the files besides are written together; standard output comes after them.
Status deliver(const Output& output, const Invocation& invocation) {
    const QByteArray& bytes = output.bytes;
    const std::optional<std::string> path = invocation.value("out");
    const bool toFile = path && !bytes.isEmpty();
    std::vector<report::NamedBytes> files;
    if (toFile) {
        files.push_back({QString::fromStdString(*path), bytes});
    }
    for (const SideFile& file : output.files) {
        files.push_back({QString::fromStdString(file.path), file.bytes});
    }
    if (Status written = report::writeTogether(files); !written || toFile) {
        return written;
    }
    const auto size = static_cast<std::size_t>(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0) {
        return Problem{.code = ProblemCode::FileUnwritable, .place = {.file = "stdout"}};
    }
    return {};
}

ExitStatus fail(const Failure& failure, const Invocation& invocation) {
    if (!failure.usage.empty()) {
        print(stderr, failure.usage + "\n");
    }
    printProblems(failure.problems, invocation);
    return failure.status;
}

ExitStatus execute(const Command& command, const Invocation& invocation) {
    const Outcome outcome = command.run(invocation);
    if (!outcome) {
        return fail(outcome.error(), invocation);
    }
    printProblems(outcome->warnings, invocation, outcome->notices);
    if (const Status delivered = deliver(*outcome, invocation); !delivered) {
        return fail(Failure::of(delivered.error()), invocation);
    }
    const QByteArray& report = outcome->report;
    print(invocation.has("out") || outcome->bytes.isEmpty() ? stdout : stderr,
          {report.constData(), static_cast<std::size_t>(report.size())});
    return ExitStatus::Done;
}

/// `help`, `help COMMAND`, `help TOPIC`.
ExitStatus help(const std::vector<std::string>& words, text::Language language) {
    const bool isNamed = words.size() > 1 && !words[1].starts_with("--");
    if (!isNamed) {
        print(stdout, overview(language));
        return words.empty() ? ExitStatus::WrongUsage : ExitStatus::Done;
    }
    const Command* command = findCommand(words[1]);
    const auto page = text::helpPage(words[1], language);
    if (command != nullptr) {
        print(stdout, helpOf(*command, language));
    }
    if (page) { // several commands have a page of the same name, which says what the numbers are
        print(stdout, (command != nullptr ? "\n" : "") + *page);
    }
    if (command != nullptr || page) {
        return ExitStatus::Done;
    }
    return fail(Failure::wrongUsage(unknownTopic(words[1], language)), {});
}

/// --lang before the command is as good as behind it.
std::vector<std::string> withLanguageLast(std::vector<std::string> words) {
    const std::ptrdiff_t count = words.empty()                          ? 0
                                 : words.front().starts_with("--lang=") ? 1
                                 : words.front() == "--lang"            ? 2
                                                                        : 0;
    if (count > 0 && words.size() > static_cast<std::size_t>(count)) {
        std::rotate(words.begin(), words.begin() + count, words.end());
    }
    return words;
}

ExitStatus main(const std::vector<std::string>& words) {
    const text::Language language = languageOf(words);
    if (words.empty() || words.front() == "help" || words.front() == "--help" ||
        words.front() == "-h") {
        return help(words, language);
    }
    if (words.front() == "--version") {
        print(stdout, "citypanel-cli " CITYPANEL_VERSION "\n");
        return ExitStatus::Done;
    }
    const Command* command = findCommand(words.front());
    if (command == nullptr) {
        return fail(Failure::wrongUsage(unknownCommand(words.front(), language)), {});
    }
    const Parsed parsed = parse(*command, words, language);
    if (!parsed) {
        return fail(parsed.error(), {});
    }
    if (parsed->has("help")) {
        print(stdout, helpOf(*command, language));
        return ExitStatus::Done;
    }
    if (const auto files = checkOwnFiles(*parsed); !files) {
        return fail(files.error(), *parsed);
    }
    return execute(*command, *parsed);
}

} // namespace

} // namespace citypanel::cli

int main(int argc, char** argv) {
    try {
        QCoreApplication::setApplicationName(QStringLiteral("citypanel-cli"));
        const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
        const int status =
            static_cast<int>(citypanel::cli::main(citypanel::cli::withLanguageLast(words)));
        if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
            if (status != 0) {
                return status; // the command has said why
            }
            std::fputs("citypanel-cli: standard output cannot be written\n", stderr);
            return 1;
        }
        return status;
    } catch (const std::exception& exception) {
        // Only a bug or exhausted memory gets here; it still ends with a line and a status.
        std::fprintf(stderr, "citypanel-cli: %s\n", exception.what());
        return 1;
    }
}
