// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli run: evaluates a project and writes its tables and figures to a folder.
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/figures.h"
#include "app/cli/parse.h"
#include "core/project/evaluate_project.h"
#include "core/project/project_file.h"
#include "core/report/atomic_file.h"
#include "core/report/render.h"
#include "core/study/study.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace citypanel::cli {

namespace {

/// The formats asked for, of tables and of figures.
struct Formats {
    std::vector<report::Format> tables;
    std::vector<std::string> figures;
};

Formats formatsOf(const std::string& list) {
    Formats formats;
    for (const std::string& name : splitList(list)) {
        if (const auto format = valueOf<report::Format>(name)) {
            formats.tables.push_back(*format);
        } else {
            formats.figures.push_back(name);
        }
    }
    return formats;
}

std::string endingOf(report::Format format) {
    return format == report::Format::Text ? "txt" : std::string(nameOf(format));
}

std::string withEnding(std::string name, std::string_view ending) {
    name += '.';
    name += ending;
    return name;
}

/// Writes the results of one project into one folder.
class Writer {
public:
    Writer(const QDir& folder, Formats formats, const report::TableStyle& style)
        : folder_(folder), formats_(std::move(formats)), style_(style) {}

    Status write(const study::ProjectStudy& study, const study::StudyResult& result) {
        for (const study::Table& table : result.tables) {
            CITYPANEL_TRY_STATUS(writeTable(table, fileName(study, table.key)));
        }
        for (const study::Figure& figure : result.figures) {
            CITYPANEL_TRY_STATUS(drawFigure(figure, fileName(study, figure.key)));
        }
        return {};
    }

    Status writeTable(const study::Table& table, const std::string& name) {
        for (const report::Format format : formats_.tables) {
            CITYPANEL_TRY(const QByteArray bytes,
                          report::render(std::span(&table, 1), style_, format));
            CITYPANEL_TRY_STATUS(writeFile(withEnding(name, endingOf(format)), bytes));
        }
        ++style_.firstNumber;
        return {};
    }

    Status drawFigure(const study::Figure& figure, const std::string& name) {
        for (const std::string& format : formats_.figures) {
            const QString path = folder_.filePath(QString::fromStdString(withEnding(name, format)));
            CITYPANEL_TRY_STATUS(writeFigure(figure, style_.language, path));
            written_ += path.toUtf8() + "\n";
        }
        return {};
    }

    Status writeFile(const std::string& name, const QByteArray& bytes) {
        const QString path = folder_.filePath(QString::fromStdString(name));
        CITYPANEL_TRY_STATUS(report::writeAtomically(path, bytes));
        written_ += path.toUtf8() + "\n";
        return {};
    }

    [[nodiscard]] const QByteArray& written() const { return written_; }

private:
    /// The study's name, fit for a file, with the table's key where that says more.
    static std::string fileName(const study::ProjectStudy& study, const std::string& key) {
        std::string name = study.name.empty() ? study.key : study.name;
        std::replace_if(
            name.begin(), name.end(),
            [](char c) {
                return std::string_view("/\\:*?\"<>| ").find(c) != std::string_view::npos;
            },
            '_');
        return key == study::idOf(study.study) ? name : name + "_" + key;
    }

    QDir folder_;
    Formats formats_;
    report::TableStyle style_;
    QByteArray written_;
};

constexpr text::Bilingual noStudyWord{"the project has no study named", "项目中没有名为此的研究："};

report::TableStyle styleOf(const Invocation& invocation, const project::Project& project) {
    report::TableStyle style;
    style.language = invocation.has("lang")
                         ? invocation.language
                         : valueOf<text::Language>(project.settings.tableLanguage)
                               .value_or(text::Language::English);
    return style;
}

Result<QDir> outputFolder(const Invocation& invocation) {
    const QDir folder(QString::fromStdString(invocation.valueOr("out", "out")));
    if (!folder.mkpath(QStringLiteral("."))) {
        return Problem{.code = ProblemCode::FileUnwritable,
                       .place = {.file = folder.path().toStdString()}};
    }
    return folder;
}

/// The studies that --only names; all without it.
std::vector<study::ProjectStudy> chosenStudies(const project::Project& project,
                                               const std::string& only) {
    std::vector<study::ProjectStudy> studies = project.studies;
    if (!only.empty()) {
        std::erase_if(studies, [&](const study::ProjectStudy& study) {
            return study.name != only && study.key != only;
        });
    }
    return studies;
}

Outcome run(const Invocation& invocation) {
    TerminalProgress progress;
    const std::string& path = invocation.arguments[0];
    CITYPANEL_CLI_TRY(project::Project project, project::load(QString::fromStdString(path)));
    const std::string only = invocation.valueOr("only", {});
    project.studies = chosenStudies(project, only);
    if (!only.empty() && project.studies.empty()) {
        return tl::unexpected(
            Failure::wrongUsage(std::string(noStudyWord.in(invocation.language)) + " " + only));
    }
    project::EvaluationCache cache;
    CITYPANEL_CLI_TRY(const project::ProjectEvaluation evaluation,
                      project::evaluate(project, cache, progress));
    CITYPANEL_CLI_TRY(const QDir folder, outputFolder(invocation));
    Writer writer(folder, formatsOf(invocation.format), styleOf(invocation, project));
    for (std::size_t i = 0; i < evaluation.studies.size(); ++i) {
        const auto& result = evaluation.studies[i].result;
        const Status written = result ? writer.write(project.studies[i], *result) : Status{};
        if (!written) {
            return tl::unexpected(Failure::of(written.error()));
        }
    }
    // What could be made is written; what could not is the exit status.
    if (!ofSeverity(evaluation.problems, Severity::Error).empty()) {
        return tl::unexpected(Failure{ExitStatus::DataProblem, {}, evaluation.problems});
    }
    return Output{{}, evaluation.problems, writer.written()};
}

} // namespace

const Command& runCommand() {
    static const Command command{
        "run",
        "PROJECT",
        {"evaluates a project and writes every table and figure", "计算项目并写出全部表格和图形"},
        1,
        1,
        {{"only", "NAME", {"only the study of this name", "只运行该名称的研究"}}},
        "text|json|csv|md|tex|html|docx|xlsx|svg|pdf|png",
        "docx,csv,html,svg,png",
        &run,
        true};
    return command;
}

} // namespace citypanel::cli
