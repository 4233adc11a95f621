// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli report: the report of a project as one document.
#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/figures.h"
#include "app/cli/project_argument.h"
#include "core/project/evaluate_project.h"
#include "core/project/report_text.h"
#include "core/report/document.h"

#include <QFileInfo>

#include <optional>
#include <string>

namespace citypanel::cli {

namespace {

constexpr text::Bilingual reportEndingWord{
    "--out {file}: no report is written as {ending}; end the name in .docx, .html or .rtf, or give "
    "--format",
    "--out {file}：报告不能写成 {ending}；请使用后缀 .docx、.html 或 .rtf，或用 --format 指定格式"};
constexpr text::Bilingual bundleWord{
    "--out {file}: a LaTeX report is a zip of its text and figures; end the name in .zip and add "
    "--format tex",
    "--out {file}：LaTeX 报告是包含正文和图形的 zip 包；请使用后缀 .zip 并加 --format tex"};

/// A document is opened by the ending of its name: another one than its format's misleads.
std::optional<Failure> endingFailure(const Invocation& invocation, const std::string& ending) {
    if (ending.empty() || ending == invocation.format || invocation.has("format")) {
        return std::nullopt;
    }
    return wrongUsage(invocation, reportEndingWord,
                      {{"file", invocation.valueOr("out", "")}, {"ending", ending}});
}

Outcome runReport(const Invocation& invocation) {
    const QFileInfo out(QString::fromStdString(invocation.valueOr("out", "")));
    if (out.suffix().toLower() == QStringLiteral("tex")) {
        return tl::unexpected(
            wrongUsage(invocation, bundleWord, {{"file", *invocation.value("out")}}));
    }
    if (auto failure = endingFailure(invocation, out.suffix().toLower().toStdString())) {
        return tl::unexpected(*std::move(failure));
    }
    TerminalProgress progress;
    const auto loaded = loadStyled(invocation);
    if (!loaded) {
        return tl::unexpected(loaded.error());
    }
    const project::Project& project = *loaded;
    if (auto failure = nothingToWrite(invocation, project)) {
        return tl::unexpected(*std::move(failure));
    }
    project::EvaluationCache cache;
    CITYPANEL_CLI_TRY(const project::ProjectEvaluation evaluation,
                      project::evaluate(project, cache, progress));
    const Problems errors = ofSeverity(evaluation.problems, Severity::Error);
    if (!errors.empty()) {
        // Half a report would pass for a whole one.
        return tl::unexpected(
            Failure{ExitStatus::DataProblem, {}, named(errors, project, invocation)});
    }
    const report::TableStyle style = project::tableStyleOf(project);
    const auto draw = [&](const study::Figure& figure) {
        return drawPicture(figure, style.language, project.report.figures);
    };
    CITYPANEL_CLI_TRY(const report::Document document,
                      project::reportDocument(project, evaluation, draw));
    const auto format = valueOf<report::DocumentFormat>(invocation.format);
    CITYPANEL_CLI_TRY(
        const QByteArray bytes,
        report::renderDocument(document, style, format.value_or(report::DocumentFormat::Docx)));
    return Output{bytes, named(evaluation.problems, project, invocation)};
}

} // namespace

const Command& reportCommand() {
    static const Command command{
        "report",
        "PROJECT",
        {"writes tables, figures, methods and data appendix as one document (tex: a zip)",
         "把表格、图形、方法说明和数据附录写成一个文档（tex 为 zip 包）"},
        1,
        1,
        {styleOption()},
        "docx|html|rtf|tex",
        "docx",
        &runReport};
    return command;
}

} // namespace citypanel::cli
