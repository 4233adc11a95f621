// SPDX-License-Identifier: GPL-3.0-or-later
// The PROJECT argument of commands that write tables, with the language and style of the call.
#pragma once

#include "app/cli/command.h"
#include "core/project/project.h"

#include <QDir>

#include <optional>

namespace citypanel::cli {

/// `--style FILE`.
[[nodiscard]] Option styleOption();

/// The project of the first argument, in the language of --lang and the table style of --style
/// where these are given. Problems: those of project::load, readFile and styleFromBytes.
[[nodiscard]] tl::expected<project::Project, Failure> loadStyled(const Invocation& invocation);

/// Why a project without data or studies gives no result, and what to do next.
[[nodiscard]] std::optional<Failure> nothingToWrite(const Invocation& invocation,
                                                    const project::Project& project);

/// Problems that call the steps of the recipe by number and title; by their keys where JSON was
/// asked for.
[[nodiscard]] Problems named(const Problems& problems, const project::Project& project,
                             const Invocation& invocation);

/// A folder that files are written to. What was made for it and stays empty is removed again, so
/// that a call that fails leaves nothing.
class OutputFolder {
public:
    /// The folder of --out ("out" without it), made where it is not there. Problem: FileUnwritable.
    [[nodiscard]] static Result<OutputFolder> of(const Invocation& invocation);

    ~OutputFolder();
    OutputFolder(OutputFolder&& other) noexcept;
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    OutputFolder& operator=(OutputFolder&&) = delete;

    [[nodiscard]] const QDir& dir() const { return dir_; }

private:
    OutputFolder(const QDir& dir, int madeCount) : dir_(dir), madeCount_(madeCount) {}

    QDir dir_;
    int madeCount_; ///< folders made: this one and those around it
};

} // namespace citypanel::cli
