// SPDX-License-Identifier: GPL-3.0-or-later
// Loading a project for a command that writes tables.
#include "app/cli/project_argument.h"

#include "core/project/project_file.h"
#include "core/project/style_file.h"
#include "core/report/atomic_file.h"

#include <QString>

namespace citypanel::cli {

Option styleOption() {
    return {"style", "FILE", {"table style saved as a file", "保存为文件的表格样式"}};
}

Result<project::Project> loadStyled(const Invocation& invocation) {
    CITYPANEL_TRY(project::Project project,
                  project::load(QString::fromStdString(invocation.arguments[0])));
    if (const auto path = invocation.value("style")) {
        CITYPANEL_TRY(const QByteArray bytes, report::readFile(QString::fromStdString(*path)));
        const auto style = project::styleFromBytes(bytes);
        if (!style) {
            return located(style.error(), {.file = *path});
        }
        project.report.style = style->style;
        project.settings.tableLanguage = nameOf(style->style.language);
    }
    if (invocation.has("lang")) {
        project.settings.tableLanguage = nameOf(invocation.language);
    }
    return project;
}

Result<QDir> outputFolder(const Invocation& invocation) {
    const QDir folder(QString::fromStdString(invocation.valueOr("out", "out")));
    if (!folder.mkpath(QStringLiteral("."))) {
        return Problem{.code = ProblemCode::FileUnwritable,
                       .place = {.file = folder.path().toStdString()}};
    }
    return folder;
}

} // namespace citypanel::cli
