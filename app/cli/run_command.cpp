// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli run: evaluates a project and writes its tables and figures to a folder.
#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/figures.h"
#include "app/cli/parse.h"
#include "app/cli/project_argument.h"
#include "core/project/evaluate_project.h"
#include "core/project/report_results.h"
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
    Writer(const QDir& folder, Formats formats, const project::Project& project)
        : folder_(folder)
        , formats_(std::move(formats))
        , project_(project)
        , style_(project::tableStyleOf(project)) {}

    Status write(const project::ReportResult& result) {
        return result.table != nullptr ? writeTable(project::shownTable(project_, result),
                                                    project::fileNameOf(project_, result))
                                       : drawFigure(project::shownFigure(project_, result),
                                                    project::fileNameOf(project_, result));
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
        std::vector<std::string> formats = formats_.figures;
        // The numbers of a figure go with it where tables are written as csv.
        if (!formats.empty() &&
            std::count(formats_.tables.begin(), formats_.tables.end(), report::Format::Csv) > 0) {
            formats.emplace_back("csv");
        }
        for (const std::string& format : formats) {
            const QString path = folder_.filePath(QString::fromStdString(withEnding(name, format)));
            CITYPANEL_TRY_STATUS(
                writeFigure(figure, style_.language, path, project_.report.figures));
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
    QDir folder_;
    Formats formats_;
    const project::Project& project_;
    report::TableStyle style_;
    QByteArray written_;
};

constexpr text::Bilingual noStudyWord{
    "the project has no study named “{only}”<<; its studies are {names}>>",
    "项目中没有名为“{only}”的研究<<，现有研究：{names}>>"};

std::string studyNames(const project::Project& project) {
    std::string names;
    for (const study::ProjectStudy& study : project.studies) {
        names += (names.empty() ? "" : ", ") + (study.name.empty() ? study.key : study.name);
    }
    return names;
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
    auto loaded = loadStyled(invocation);
    if (!loaded) {
        return tl::unexpected(loaded.error());
    }
    project::Project& project = *loaded;
    const std::string only = invocation.valueOr("only", {});
    std::string names = studyNames(project);
    project.studies = chosenStudies(project, only);
    if (!only.empty() && project.studies.empty()) {
        return tl::unexpected(
            wrongUsage(invocation, noStudyWord, {{"only", only}, {"names", std::move(names)}}));
    }
    if (auto failure = nothingToWrite(invocation, project)) {
        return tl::unexpected(*std::move(failure));
    }
    project::EvaluationCache cache;
    CITYPANEL_CLI_TRY(const project::ProjectEvaluation evaluation,
                      project::evaluate(project, cache, progress));
    CITYPANEL_CLI_TRY(const OutputFolder folder, OutputFolder::of(invocation));
    Writer writer(folder.dir(), formatsOf(invocation.format), project);
    for (const project::ReportResult& result :
         project::reportResults(project, evaluation.studies)) {
        if (const Status written = writer.write(result); !written) {
            return tl::unexpected(Failure::of(written.error()));
        }
    }
    // What could be made is written; what could not is the exit status.
    if (!ofSeverity(evaluation.problems, Severity::Error).empty()) {
        return tl::unexpected(
            Failure{ExitStatus::DataProblem, {}, named(evaluation.problems, project, invocation)});
    }
    return Output{{}, named(evaluation.problems, project, invocation), writer.written()};
}

} // namespace

const Command& runCommand() {
    static const Command command{
        "run",
        "PROJECT",
        {"evaluates a project and writes every table and figure", "计算项目并写出全部表格和图形"},
        1,
        1,
        {{"only", "NAME", {"only the study of this name", "只运行该名称的研究"}}, styleOption()},
        "text|json|csv|md|tex|html|docx|xlsx|rtf|svg|pdf|png",
        "docx,csv,html,svg,png",
        &run,
        true};
    return command;
}

} // namespace citypanel::cli
