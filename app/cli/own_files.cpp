// SPDX-License-Identifier: GPL-3.0-or-later
// Paths compared as the files they lead to.
#include "app/cli/own_files.h"

#include "app/cli/choice.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <map>

namespace citypanel::cli {

namespace {

constexpr std::array<std::string_view, 3> writtenOptions{"out", "cells", "save-mapping"};

constexpr text::Bilingual sameFileWord{
    "--{first} and --{second} name the same file, {file}; give each its own",
    "--{first} 和 --{second} 是同一个文件 {file}，请分别指定"};
constexpr text::Bilingual ownFileWord{"--{first} names a file that is read, {file}; give another",
                                      "--{first} 是被读取的文件 {file}，请另行指定"};

QString resolved(const std::string& path) {
    const QFileInfo file(QString::fromStdString(path));
    return file.exists() ? file.canonicalFilePath() : QDir::cleanPath(file.absoluteFilePath());
}

bool isWritten(const std::string& option) {
    return std::find(writtenOptions.begin(), writtenOptions.end(), option) != writtenOptions.end();
}

/// Paths the call reads, without an option's name. Words that name no file do no harm.
std::map<QString, std::string_view> filesRead(const Invocation& invocation) {
    std::map<QString, std::string_view> files;
    for (const std::string& path : invocation.arguments) {
        files.emplace(resolved(path), std::string_view());
    }
    for (const auto& [option, values] : invocation.options) {
        for (const std::string& value : values) {
            if (!isWritten(option) && QFileInfo(QString::fromStdString(value)).isFile()) {
                files.emplace(resolved(value), std::string_view());
            }
        }
    }
    return files;
}

} // namespace

tl::expected<void, Failure> checkOwnFiles(const Invocation& invocation) {
    std::map<QString, std::string_view> taken = filesRead(invocation);
    for (const std::string_view option : writtenOptions) {
        const auto path = invocation.value(option);
        const QFileInfo file(QString::fromStdString(path.value_or("")));
        if (!path || (file.exists() && !file.isFile())) {
            continue;
        }
        const auto [other, isFree] = taken.emplace(resolved(*path), option);
        if (isFree) {
            continue;
        }
        const std::string first(other->second.empty() ? option : other->second);
        return tl::unexpected(
            wrongUsage(invocation, other->second.empty() ? ownFileWord : sameFileWord,
                       {{"first", first}, {"second", std::string(option)}, {"file", *path}}));
    }
    return {};
}

} // namespace citypanel::cli
