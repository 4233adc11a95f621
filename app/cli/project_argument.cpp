// SPDX-License-Identifier: GPL-3.0-or-later
// Loading a project for a command that writes tables.
#include "app/cli/project_argument.h"

#include "app/cli/choice.h"
#include "core/project/project_file.h"
#include "core/project/style_file.h"
#include "core/report/atomic_file.h"
#include "core/text/step_names.h"

#include <QFileInfo>
#include <QString>

#include <utility>

namespace citypanel::cli {

namespace {

constexpr text::Bilingual projectWord{
    "{file} is no .citypanel project; this command takes one. Data files go to describe, index, "
    "efficiency, estimate and compare",
    "{file} 不是 .citypanel 项目，该命令需要项目文件。数据文件请用 "
    "describe、index、efficiency、estimate、compare"};

constexpr text::Bilingual noDataWord{
    "citypanel-cli: the project has no data, so nothing was written. Open it in citypanel and "
    "import its files (Import), or give data to a command that takes them (citypanel-cli --help).",
    "citypanel-cli：项目中没有数据，未写出任何文件。请在 citypanel "
    "中打开该项目并导入数据文件（“导入”"
    "页），或改用直接接受数据文件的命令（citypanel-cli --help）。"};
constexpr text::Bilingual noStudiesWord{
    "citypanel-cli: the project has no studies, so nothing was written. Open it in citypanel and "
    "add a study (Studies).",
    "citypanel-cli：项目中没有研究，未写出任何文件。请在 citypanel "
    "中打开该项目并添加研究（“研究”页）。"};

} // namespace

Option styleOption() {
    return {"style", "FILE", {"table style saved as a file", "保存为文件的表格样式"}};
}

tl::expected<project::Project, Failure> loadStyled(const Invocation& invocation) {
    const std::string& file = invocation.arguments[0];
    auto loaded = project::load(QString::fromStdString(file));
    if (!loaded && loaded.error().code == ProblemCode::FileNotProject &&
        !QString::fromStdString(file).endsWith(u".citypanel", Qt::CaseInsensitive)) {
        return tl::unexpected(wrongUsage(invocation, projectWord, {{"file", file}}));
    }
    CITYPANEL_CLI_TRY(project::Project project, std::move(loaded));
    if (const auto path = invocation.value("style")) {
        CITYPANEL_CLI_TRY(const QByteArray bytes, report::readFile(QString::fromStdString(*path)));
        const auto style = project::styleFromBytes(bytes);
        if (!style) {
            return tl::unexpected(Failure::of(located(style.error(), {.file = *path})));
        }
        project.report.style = style->style;
        project.settings.tableLanguage = nameOf(style->style.language);
    }
    if (invocation.has("lang")) {
        project.settings.tableLanguage = nameOf(invocation.language);
    }
    return project;
}

Problems named(const Problems& problems, const project::Project& project,
               const Invocation& invocation) {
    if (invocation.format == "json") {
        return problems; // programs look steps up by their keys
    }
    const text::StepNames names = text::stepNames(project.recipe);
    Problems list;
    for (const Problem& problem : problems) {
        list.push_back(text::withStepNames(problem, names, invocation.language));
    }
    return list;
}

Result<OutputFolder> OutputFolder::of(const Invocation& invocation) {
    const QDir folder(QString::fromStdString(invocation.valueOr("out", "out")));
    int madeCount = 0;
    for (QString path = folder.absolutePath(); !QFileInfo::exists(path);
         path = QFileInfo(path).absolutePath()) {
        ++madeCount;
    }
    OutputFolder made(folder, madeCount);
    if (!folder.mkpath(QStringLiteral("."))) {
        return Problem{.code = ProblemCode::FileUnwritable,
                       .place = {.file = folder.path().toStdString()}};
    }
    return made;
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : dir_(other.dir_), madeCount_(std::exchange(other.madeCount_, 0)) {}

OutputFolder::~OutputFolder() {
    QString path = dir_.absolutePath();
    for (int i = 0; i < madeCount_ && QDir().rmdir(path); ++i) { // one that holds a file stays
        path = QFileInfo(path).absolutePath();
    }
}

std::optional<Failure> nothingToWrite(const Invocation& invocation,
                                      const project::Project& project) {
    if (!project.sources.empty() && !project.studies.empty()) {
        return std::nullopt;
    }
    const text::Bilingual& word = project.sources.empty() ? noDataWord : noStudiesWord;
    return Failure{ExitStatus::DataProblem, std::string(word.in(invocation.language)), {}};
}

} // namespace citypanel::cli
