// SPDX-License-Identifier: GPL-3.0-or-later
// Help texts are built from the declarations of the commands.
#include "app/cli/help.h"

#include "core/text/help_topics.h"

#include <algorithm>
#include <array>

namespace citypanel::cli {

namespace {

constexpr std::array<Option, 5> common{{
    {"format", "FORMAT", {"output format", "输出格式"}},
    {"out",
     "PATH",
     {"write to this file (run: folder) instead of standard output",
      "写入该文件（run 命令：文件夹），而不是标准输出"}},
    {"lang", "en|zh", {"language of texts: English or Chinese", "文字语言：英文或中文"}},
    {"threads", "N", {"processor threads to use (default: all)", "使用的线程数（默认全部）"}},
    {"help", "", {"show this help", "显示本帮助"}},
}};

constexpr text::Bilingual usageWord{"Usage", "用法"};
constexpr text::Bilingual commandsWord{"Commands", "命令"};
constexpr text::Bilingual optionsWord{"Options", "选项"};
constexpr text::Bilingual formatsWord{"Formats", "格式"};
constexpr text::Bilingual dataNote{
    "DATA is csv, tsv, xlsx, xls, dta, sav or a .citypanel project (its evaluated panel).",
    "DATA 可以是 csv、tsv、xlsx、xls、dta、sav 文件，或 .citypanel 项目（取其计算后的面板）。"};
constexpr text::Bilingual statusNote{
    "Exit status: 0 done; 1 the data or model has a problem; 2 wrong usage.",
    "退出状态：0 完成；1 数据或模型有问题；2 用法错误。"};
constexpr text::Bilingual moreNote{"`citypanel-cli COMMAND --help` shows the options of a command.",
                                   "用 `citypanel-cli 命令 --help` 查看某个命令的选项。"};
constexpr text::Bilingual topicsNote{"`citypanel-cli help TOPIC` explains a topic",
                                     "用 `citypanel-cli help 主题` 查看说明，主题有"};
constexpr text::Bilingual pageNote{"What the numbers are: `citypanel-cli help ",
                                   "各项数值的含义见 `citypanel-cli help "};
constexpr text::Bilingual unknownWord{"unknown command", "没有这个命令"};

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

std::string optionLines(std::span<const Option> options, text::Language language) {
    std::string lines;
    for (const Option& option : options) {
        std::string head = "  --" + std::string(option.name);
        if (!option.value.empty()) {
            head += " " + std::string(option.value);
        }
        lines += padded(head, 30) + std::string(option.help.in(language)) + "\n";
    }
    return lines;
}

std::string topicLines(text::Language language) {
    std::string names;
    for (const std::string& topic : text::helpTopics()) {
        names += (names.empty() ? "" : " ") + topic;
    }
    return std::string(topicsNote.in(language)) +
           (language == text::Language::Chinese ? "：" : ": ") + names + "\n";
}

std::string section(const text::Bilingual& title, text::Language language) {
    return "\n" + std::string(title.in(language)) +
           (language == text::Language::Chinese ? "：" : ":") + "\n";
}

} // namespace

const Command* findCommand(std::string_view name) {
    const std::span<const Command> all = commands();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Command& command) { return command.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::span<const Option> commonOptions() {
    return common;
}

std::string overview(text::Language language) {
    std::string help = std::string(usageWord.in(language)) +
                       ": citypanel-cli COMMAND ARGUMENTS [--OPTION VALUE]...\n";
    help += section(commandsWord, language);
    for (const Command& command : commands()) {
        help += padded("  " + std::string(command.name), 16) +
                std::string(command.summary.in(language)) + "\n";
    }
    help += section(optionsWord, language) + optionLines(common, language);
    help += "\n" + std::string(dataNote.in(language)) + "\n" +
            std::string(statusNote.in(language)) + "\n" + std::string(moreNote.in(language)) +
            "\n" + topicLines(language);
    return help;
}

std::string helpOf(const Command& command, text::Language language) {
    std::string help = std::string(usageWord.in(language)) + ": citypanel-cli " +
                       std::string(command.name) + " " + std::string(command.usage) +
                       " [--OPTION VALUE]...\n\n" + std::string(command.summary.in(language)) +
                       "\n";
    help += section(optionsWord, language) + optionLines(command.options, language) +
            optionLines(common, language);
    help += "\n" + std::string(formatsWord.in(language)) + ": " + std::string(command.formats) +
            "\n" + std::string(statusNote.in(language)) + "\n";
    if (text::helpPage(command.name, language)) {
        help += std::string(pageNote.in(language)) + std::string(command.name) + "`\n";
    }
    return help;
}

std::string unknownCommand(std::string_view name, text::Language language) {
    return std::string(unknownWord.in(language)) + ": " + std::string(name) + "\n" +
           std::string(moreNote.in(language));
}

std::string unknownTopic(std::string_view name, text::Language language) {
    return unknownCommand(name, language) + "\n" + topicLines(language);
}

} // namespace citypanel::cli
