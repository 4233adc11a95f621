// SPDX-License-Identifier: GPL-3.0-or-later
// Parsing by QCommandLineParser, and the sentences for what does not parse.
#include "app/cli/parse.h"

#include "app/cli/help.h"
#include "core/base/parallel.h"
#include "core/text/pattern.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <set>

namespace citypanel::cli {

namespace {

constexpr text::Bilingual tooFewWord{"too few arguments; expected", "参数不足，应为"};
constexpr text::Bilingual tooManyWord{"too many arguments; expected", "参数过多，应为"};
constexpr text::Bilingual otherKindWord{
    "--out {file}: nothing is written as {ending}; end the name otherwise (formats: {formats})",
    "--out {file}：不能写成 {ending}；请使用其他后缀（可用格式：{formats}）"};
constexpr text::Bilingual formatWord{"--format must be one of {formats}, not “{given}”",
                                     "--format 应为 {formats} 之一，不能是“{given}”"};
constexpr text::Bilingual languageWord{"--lang must be en or zh", "--lang 应为 en 或 zh"};
constexpr text::Bilingual threadsWord{"--threads must be a whole number of at least 1",
                                      "--threads 应为不小于 1 的整数"};
constexpr text::Bilingual unknownOptionWord{"unknown option", "没有这个选项"};
constexpr text::Bilingual missingValueWord{"an option lacks its value; see",
                                           "某个选项缺少取值，见"};

constexpr text::Bilingual repeatedWord{"--{option} is given twice", "--{option} 给出了两次"};

std::string toText(const QString& text) {
    return text.toStdString();
}

tl::unexpected<Failure> usage(std::string sentence) {
    return tl::unexpected(Failure::wrongUsage(std::move(sentence)));
}

void declare(QCommandLineParser& parser, std::span<const Option> options) {
    for (const Option& option : options) {
        const QString name = QString::fromUtf8(option.name.data(), qsizetype(option.name.size()));
        const QString value =
            QString::fromUtf8(option.value.data(), qsizetype(option.value.size()));
        parser.addOption(QCommandLineOption(name, QString(), value));
    }
}

void collect(const QCommandLineParser& parser, std::span<const Option> options,
             Invocation& invocation) {
    for (const Option& option : options) {
        const QString name = QString::fromUtf8(option.name.data(), qsizetype(option.name.size()));
        if (!parser.isSet(name)) {
            continue;
        }
        std::vector<std::string>& values = invocation.options[std::string(option.name)];
        for (const QString& value : parser.values(name)) {
            values.push_back(toText(value));
        }
    }
}

/// Of two values the first would be lost without a word.
std::optional<std::string> repeatedOption(std::span<const Option> options,
                                          const Invocation& invocation) {
    for (const Option& option : options) {
        const auto found = invocation.options.find(option.name);
        if (!option.repeatable && found != invocation.options.end() && found->second.size() > 1) {
            return text::filled(repeatedWord, invocation.language,
                                {{"option", std::string(option.name)}});
        }
    }
    return std::nullopt;
}

std::string parseProblem(const QCommandLineParser& parser, const Command& command,
                         text::Language language) {
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty()) {
        return std::string(unknownOptionWord.in(language)) + ": --" + toText(unknown.first());
    }
    return std::string(missingValueWord.in(language)) + " citypanel-cli " +
           std::string(command.name) + " --help";
}

std::optional<std::string> argumentProblem(const Command& command, std::size_t count,
                                           text::Language language) {
    if (count >= command.minimumArguments && count <= command.maximumArguments) {
        return std::nullopt;
    }
    const text::Bilingual& word = count < command.minimumArguments ? tooFewWord : tooManyWord;
    return std::string(word.in(language)) + ": citypanel-cli " + std::string(command.name) + " " +
           std::string(command.usage);
}

/// What --out ends in where that is a format of the command and --format is not given, so that a
/// table called x.docx is one.
std::string defaultFormatOf(const Command& command, const Invocation& invocation,
                            const std::vector<std::string>& known) {
    const QFileInfo out(QString::fromStdString(invocation.valueOr("out", "")));
    const std::string ending = out.suffix().toLower().toStdString();
    const bool isFormat = std::find(known.begin(), known.end(), ending) != known.end();
    return isFormat && !command.takesSeveralFormats ? ending : std::string(command.defaultFormat);
}

/// Endings that name a kind of file which is opened by it: text in a file called x.pdf would be
/// taken for a damaged document.
std::optional<std::string> endingProblem(const Command& command, const Invocation& invocation,
                                         const std::vector<std::string>& known) {
    const auto out = invocation.value("out");
    const std::string ending =
        QFileInfo(QString::fromStdString(out.value_or(""))).suffix().toLower().toStdString();
    constexpr std::array<std::string_view, 8> others{"pdf", "doc", "odt", "xls",
                                                     "ods", "png", "svg", "pptx"};
    const bool isOther = std::find(others.begin(), others.end(), ending) != others.end() &&
                         std::find(known.begin(), known.end(), ending) == known.end();
    if (!isOther || command.takesSeveralFormats) {
        return std::nullopt;
    }
    return text::filled(
        otherKindWord, invocation.language,
        {{"file", *out}, {"ending", ending}, {"formats", std::string(command.formats)}});
}

std::optional<std::string> applyCommonOptions(const Command& command, Invocation& invocation) {
    const std::vector<std::string> known = splitList(command.formats, '|');
    if (auto problem = endingProblem(command, invocation, known)) {
        return problem;
    }
    invocation.format = invocation.valueOr("format", defaultFormatOf(command, invocation, known));
    const std::vector<std::string> given =
        command.takesSeveralFormats ? splitList(invocation.format) : std::vector{invocation.format};
    const bool areKnown = std::all_of(given.begin(), given.end(), [&](const std::string& format) {
        return std::find(known.begin(), known.end(), format) != known.end();
    });
    if (!areKnown || given.empty()) {
        return text::filled(
            formatWord, invocation.language,
            {{"formats", std::string(command.formats)}, {"given", invocation.format}});
    }
    const std::string lang = invocation.valueOr("lang", "en");
    if (lang != "en" && lang != "zh") {
        return std::string(languageWord.in(invocation.language));
    }
    if (const auto threads = invocation.value("threads")) {
        bool isNumber = false;
        const uint count = QString::fromStdString(*threads).toUInt(&isNumber);
        if (!isNumber || count < 1) {
            return std::string(threadsWord.in(invocation.language));
        }
        setParallelThreads(count);
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> Invocation::value(std::string_view name) const {
    const auto found = options.find(name);
    return found == options.end() || found->second.empty() ? std::nullopt
                                                           : std::optional(found->second.back());
}

std::string Invocation::valueOr(std::string_view name, std::string fallback) const {
    return value(name).value_or(std::move(fallback));
}

Failure Failure::of(Problem problem) {
    return Failure{ExitStatus::DataProblem, {}, {std::move(problem)}};
}

Failure Failure::wrongUsage(std::string sentence) {
    return Failure{ExitStatus::WrongUsage, "citypanel-cli: " + std::move(sentence), {}};
}

Problems ofSeverity(const Problems& problems, Severity severity) {
    Problems chosen;
    std::copy_if(problems.begin(), problems.end(), std::back_inserter(chosen),
                 [&](const Problem& problem) { return problem.severity == severity; });
    return chosen;
}

text::Language languageOf(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--lang" && i + 1 < words.size()) {
            return words[i + 1] == "zh" ? text::Language::Chinese : text::Language::English;
        }
        if (words[i].starts_with("--lang=")) {
            return words[i] == "--lang=zh" ? text::Language::Chinese : text::Language::English;
        }
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return std::string_view(value).starts_with("zh") ? text::Language::Chinese
                                                             : text::Language::English;
        }
    }
    return text::Language::English;
}

Parsed parse(const Command& command, const std::vector<std::string>& words,
             text::Language language) {
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    declare(parser, command.options);
    declare(parser, commonOptions());
    QStringList list;
    for (const std::string& word : words) {
        list << QString::fromStdString(word); // the first, the command's name, stands for argv[0]
    }
    if (!parser.parse(list)) {
        return usage(parseProblem(parser, command, language));
    }
    Invocation invocation;
    invocation.language = language;
    collect(parser, command.options, invocation);
    collect(parser, commonOptions(), invocation);
    for (const QString& argument : parser.positionalArguments()) {
        invocation.arguments.push_back(toText(argument));
    }
    if (invocation.has("help")) {
        return invocation;
    }
    if (const auto problem = argumentProblem(command, invocation.arguments.size(), language)) {
        return usage(*problem);
    }
    for (const std::span<const Option> options : {std::span(command.options), commonOptions()}) {
        if (const auto problem = repeatedOption(options, invocation)) {
            return usage(*problem);
        }
    }
    if (const auto problem = applyCommonOptions(command, invocation)) {
        return usage(*problem);
    }
    return invocation;
}

std::vector<std::string> splitList(std::string_view list, char separator) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        std::string_view part = list.substr(0, end);
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        part = part.substr(0, part.find_last_not_of(' ') + 1);
        if (!part.empty()) {
            parts.emplace_back(part);
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

} // namespace citypanel::cli
