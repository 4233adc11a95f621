// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli script: the project as a script of Stata or R, with its data.
#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/project_argument.h"
#include "core/project/evaluate_project.h"
#include "core/project/script.h"
#include "core/report/atomic_file.h"

namespace citypanel::cli {

namespace {

Outcome runScript(const Invocation& invocation) {
    const std::string to = invocation.valueOr("to", {});
    const auto kind = valueOf<text::ScriptKind>(to);
    if (!kind) {
        return tl::unexpected(wrongChoice<text::ScriptKind>(invocation, "to", to));
    }
    TerminalProgress progress;
    const auto loaded = loadStyled(invocation);
    if (!loaded) {
        return tl::unexpected(loaded.error());
    }
    const project::Project& project = *loaded;
    project::EvaluationCache cache;
    CITYPANEL_CLI_TRY(const project::ProjectEvaluation evaluation,
                      project::evaluate(project, cache, progress));
    if (!evaluation.recipe.isComplete()) {
        return tl::unexpected(
            Failure{ExitStatus::DataProblem, {}, ofSeverity(evaluation.problems, Severity::Error)});
    }
    const project::ScriptOptions options{.kind = *kind, .hasRecipe = invocation.has("recipe")};
    CITYPANEL_CLI_TRY(const report::Entries files,
                      project::scriptFiles(project, evaluation, options));
    CITYPANEL_CLI_TRY(const OutputFolder folder, OutputFolder::of(invocation));
    QByteArray written;
    for (const auto& [name, bytes] : files) {
        const QString path = folder.dir().filePath(name);
        if (const Status status = report::writeAtomically(path, bytes); !status) {
            return tl::unexpected(Failure::of(status.error()));
        }
        written += path.toUtf8() + "\n";
    }
    return Output{{}, {}, written};
}

} // namespace

const Command& scriptCommand() {
    static const Command command{
        "script",
        "PROJECT",
        {"writes the project as a script of Stata or R and its data, which give the same numbers",
         "把项目写成 Stata 或 R 脚本及其数据，可在那里得到相同结果"},
        1,
        1,
        {{"to",
          "stata|r|r-base",
          {"program (r: fixest; r-base: no packages)",
           "目标程序（r 用 fixest，r-base 不用扩展包）"}},
         {"recipe", "", {"the preparation as code, too", "同时写出数据处理的代码"}},
         styleOption()},
        "text",
        "text",
        &runScript};
    return command;
}

} // namespace citypanel::cli
