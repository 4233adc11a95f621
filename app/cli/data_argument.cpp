// SPDX-License-Identifier: GPL-3.0-or-later
// Reading DATA: by core/sheets for files, by core/project for projects.
#include "app/cli/data_argument.h"

#include "app/cli/parse.h"
#include "core/project/evaluate_project.h"
#include "core/project/project_file.h"
#include "core/recipe/tuned_weights.h"
#include "core/sheets/data_file.h"
#include "core/study/describe.h"

#include <cmath>
#include <cstdio>
#include <unistd.h>
#include <utility>

namespace citypanel::cli {

namespace {

constexpr text::Bilingual panelWord{"--panel needs two names, UNIT,PERIOD",
                                    "--panel 需要两个列名：个体,时期"};

tl::expected<PanelKeys, Failure> keysOf(const Invocation& invocation) {
    const auto panel = invocation.value("panel");
    if (!panel) {
        return PanelKeys{};
    }
    const std::vector<std::string> names = splitList(*panel);
    if (names.size() != 2) {
        return tl::unexpected(Failure::wrongUsage(std::string(panelWord.in(invocation.language))));
    }
    return PanelKeys{names[0], names[1]};
}

tl::expected<Panel, Failure> panelOfProject(const std::string& path, Progress& progress) {
    CITYPANEL_CLI_TRY(project::Project project, project::load(QString::fromStdString(path)));
    project.studies.clear(); // only the panel is asked for
    project::EvaluationCache cache;
    CITYPANEL_CLI_TRY(const project::ProjectEvaluation evaluation,
                      project::evaluate(project, cache, progress));
    Problems errors = ofSeverity(evaluation.problems, Severity::Error);
    if (!errors.empty()) {
        return tl::unexpected(Failure{ExitStatus::DataProblem, {}, std::move(errors)});
    }
    return evaluation.recipe.result();
}

} // namespace

Option panelOption() {
    return {"panel",
            "UNIT,PERIOD",
            {"names of the two key columns (left out: rows are a cross-section)",
             "两个键列的名称（不给出则按截面数据处理）"}};
}

Option whereOption() {
    return {"where",
            "EXPR",
            {"keeps the rows for which the expression is true", "只保留使表达式为真的行"}};
}

TerminalProgress::TerminalProgress() : isTerminal_(isatty(fileno(stderr)) != 0) {}

TerminalProgress::~TerminalProgress() {
    if (shownPercent_ >= 0) {
        std::fputs("\r     \r", stderr);
    }
}

void TerminalProgress::report(double fraction) {
    const int percent = static_cast<int>(std::lround(100 * fraction));
    if (isTerminal_ && percent != shownPercent_) {
        shownPercent_ = percent;
        std::fprintf(stderr, "\r%3d %%", percent);
    }
}

tl::expected<Panel, Failure> readData(const Invocation& invocation, const std::string& path,
                                      Progress& progress) {
    if (path.ends_with(".citypanel")) {
        return panelOfProject(path, progress);
    }
    const auto keys = keysOf(invocation);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    CITYPANEL_CLI_TRY(Panel panel, sheets::readDataFile(path, *keys, progress));
    return panel;
}

tl::expected<Panel, Failure> readRows(const Invocation& invocation, Progress& progress) {
    auto panel = readData(invocation, invocation.arguments[0], progress);
    const ExpressionText where{invocation.valueOr("where", {})};
    if (!panel || where.empty()) {
        return panel;
    }
    CITYPANEL_CLI_TRY(const std::vector<std::size_t> rows, study::selectedRows(*panel, where));
    std::vector<bool> keep(panel->rowCount(), false);
    for (const std::size_t row : rows) {
        keep[row] = true;
    }
    return panel->filtered(keep);
}

std::vector<std::string> tunedVariablesOf(const std::string& path) {
    if (!path.ends_with(".citypanel")) {
        return {};
    }
    const auto project = project::load(QString::fromStdString(path));
    return project ? recipe::tunedVariables(project->recipe) : std::vector<std::string>{};
}

} // namespace citypanel::cli
