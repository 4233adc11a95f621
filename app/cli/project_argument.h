// SPDX-License-Identifier: GPL-3.0-or-later
// The PROJECT argument of commands that write tables, with the language and style of the call.
#pragma once

#include "app/cli/command.h"
#include "core/project/project.h"

#include <QDir>

namespace citypanel::cli {

/// `--style FILE`.
[[nodiscard]] Option styleOption();

/// The project of the first argument, in the language of --lang and the table style of --style
/// where these are given. Problems: those of project::load, readFile and styleFromBytes.
[[nodiscard]] tl::expected<project::Project, Failure> loadStyled(const Invocation& invocation);

/// The folder of --out ("out" without it), made where it is not there. Problem: FileUnwritable.
[[nodiscard]] Result<QDir> outputFolder(const Invocation& invocation);

} // namespace citypanel::cli
