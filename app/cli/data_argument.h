// SPDX-License-Identifier: GPL-3.0-or-later
// The DATA argument shared by the commands: a table file or a project, as a panel.
#pragma once

#include "app/cli/command.h"
#include "core/base/progress.h"
#include "core/panel/panel.h"

#include <string>
#include <vector>

namespace citypanel::cli {

/// `--panel UNIT,PERIOD` and `--where EXPR`, which every command on DATA takes.
[[nodiscard]] Option panelOption();
[[nodiscard]] Option whereOption();

/// Shows how far the work is on standard error, where that is a terminal.
class TerminalProgress final : public Progress {
public:
    TerminalProgress();
    ~TerminalProgress() override;
    void report(double fraction) override;

    [[nodiscard]] bool cancelled() const override { return false; }

private:
    bool isTerminal_;
    int shownPercent_ = -1;
};

/// The panel of a data file with the keys of --panel (a cross-section without them), or the
/// evaluated panel of a project. Problems of reading, located in the file.
[[nodiscard]] tl::expected<Panel, Failure> readData(const Invocation& invocation,
                                                    const std::string& path, Progress& progress);

/// The same, with the rows of --where alone.
[[nodiscard]] tl::expected<Panel, Failure> readRows(const Invocation& invocation,
                                                    Progress& progress);

/// Variables of a project whose weights were tuned by hand; none for a data file.
[[nodiscard]] std::vector<std::string> tunedVariablesOf(const std::string& path);

} // namespace citypanel::cli
