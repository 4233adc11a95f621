// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog and the job that writes the script.
#include "ui/window/script_export.h"

#include "core/project/script.h"
#include "core/report/atomic_file.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/preferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <array>

namespace citypanel::ui {

namespace {

constexpr const char* scriptContext = "citypanel::ui::ScriptExport";

struct ScriptChoice {
    text::ScriptKind kind;
    const char* filter; ///< source text
};

constexpr std::array scriptChoices{
    ScriptChoice{text::ScriptKind::Stata,
                 QT_TRANSLATE_NOOP("citypanel::ui::ScriptExport", "Stata script and data (*.zip)")},
    ScriptChoice{text::ScriptKind::Fixest, QT_TRANSLATE_NOOP("citypanel::ui::ScriptExport",
                                                             "R script (fixest) and data (*.zip)")},
    ScriptChoice{text::ScriptKind::BaseR,
                 QT_TRANSLATE_NOOP("citypanel::ui::ScriptExport",
                                   "R script without packages and data (*.zip)")},
};

QString said(const char* source) {
    return QCoreApplication::translate(scriptContext, source);
}

} // namespace

void exportScript(ProjectSession& session, MessageBar& messages, QWidget* window) {
    QStringList filters;
    for (const ScriptChoice& choice : scriptChoices) {
        filters.append(said(choice.filter));
    }
    const QString name =
        session.displayName().isEmpty() ? QStringLiteral("script") : session.displayName();
    QString chosen = filters.first();
    const QString path = QFileDialog::getSaveFileName(
        window, said(QT_TRANSLATE_NOOP("citypanel::ui::ScriptExport", "Export as a Script")),
        QDir(Preferences::lastFolder()).filePath(name + QStringLiteral(".zip")),
        filters.join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty()) {
        return;
    }
    Preferences::setLastFolder(QFileInfo(path).absolutePath());
    const auto at = static_cast<std::size_t>(std::max(qsizetype{0}, filters.indexOf(chosen)));
    writeScript(session, messages, scriptChoices[at].kind, path);
}

void writeScript(ProjectSession& session, MessageBar& messages, text::ScriptKind kind,
                 const QString& path) {
    if (!session.evaluation()->recipe.isComplete()) {
        const Problems& problems = session.evaluation()->problems;
        const auto failed =
            std::find_if(problems.begin(), problems.end(), [](const Problem& problem) {
                return problem.severity == Severity::Error;
            });
        messages.showMessage(MessageBar::Kind::Error,
                             problemSentence(failed != problems.end()
                                                 ? *failed
                                                 : Problem{ProblemCode::SampleEmpty}));
        return;
    }
    session.jobs().runLatest<Status>(
        QStringLiteral("script"),
        [project = session.project(), evaluation = session.evaluation(), kind,
         path](Progress&) -> Status {
            CITYPANEL_TRY(
                const report::Entries files,
                project::scriptFiles(*project, *evaluation, {.kind = kind, .hasRecipe = true}));
            CITYPANEL_TRY(const QByteArray bytes, report::packed(files));
            return report::writeAtomically(path, bytes);
        },
        [bar = QPointer<MessageBar>(&messages), path](const Status& status) {
            if (bar) {
                bar->showMessage(
                    status ? MessageBar::Kind::Information : MessageBar::Kind::Error,
                    status ? said(QT_TRANSLATE_NOOP("citypanel::ui::ScriptExport", "Written: %1"))
                                 .arg(QDir::toNativeSeparators(path))
                           : problemSentence(status.error()));
            }
        });
}

} // namespace citypanel::ui
