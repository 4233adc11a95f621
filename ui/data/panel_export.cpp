// SPDX-License-Identifier: GPL-3.0-or-later
// Formats, dialog and writing of panel files.
#include "ui/data/panel_export.h"

#include "core/report/atomic_file.h"
#include "core/report/panel_workbook.h"
#include "core/sheets/data_file.h"
#include "core/sheets/stata_writer.h"
#include "ui/widgets/preferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace citypanel::ui {

namespace {

constexpr const char* panelExportContext = "citypanel::ui::PanelExport";
const QString panelFormatKey = QStringLiteral("panelFormat");

struct PanelFormat {
    const char* ending;
    const char* name;
};

constexpr PanelFormat panelFormats[] = {
    {"xlsx", QT_TRANSLATE_NOOP("citypanel::ui::PanelExport", "Excel workbook")},
    {"csv", QT_TRANSLATE_NOOP("citypanel::ui::PanelExport", "Comma-separated values")},
    {"dta", QT_TRANSLATE_NOOP("citypanel::ui::PanelExport", "Stata data")},
};

Result<QByteArray> bytesOfPanel(const QString& ending, const Panel& panel,
                                std::span<const std::string> tuned, text::Language language) {
    if (ending == QLatin1String("xlsx")) {
        return report::workbookOf(panel, language);
    }
    if (ending == QLatin1String("dta")) {
        return sheets::dtaOf(panel);
    }
    if (ending == QLatin1String("csv")) {
        return sheets::csvOf(panel, tuned);
    }
    return Problem{.code = ProblemCode::FileFormatUnknown,
                   .found = ending.toStdString(),
                   .expected = "xlsx, csv, dta"};
}

} // namespace

Status writePanel(const QString& path, const Panel& panel, std::span<const std::string> tuned,
                  text::Language language) {
    const QFileInfo file(path);
    auto bytes = bytesOfPanel(file.suffix().toLower(), panel, tuned, language);
    if (!bytes) {
        return located(bytes.error(), {.file = file.fileName().toStdString()});
    }
    return report::writeAtomically(path, *bytes);
}

QString choosePanelFile(QWidget* parent, const QString& name) {
    const QString last = Preferences::choice(panelFormatKey, QStringLiteral("xlsx"));
    QStringList filters;
    QString chosen;
    for (const PanelFormat& format : panelFormats) {
        const QString ending = QString::fromLatin1(format.ending);
        filters.append(
            QStringLiteral("%1 (*.%2)")
                .arg(QCoreApplication::translate(panelExportContext, format.name), ending));
        chosen = ending == last ? filters.last() : chosen;
    }
    QString path = QFileDialog::getSaveFileName(
        parent,
        QCoreApplication::translate(
            panelExportContext,
            QT_TRANSLATE_NOOP("citypanel::ui::PanelExport", "Export the Panel")),
        QDir(Preferences::lastFolder()).filePath(name + QLatin1Char('.') + last),
        filters.join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty()) {
        return path;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QLatin1Char('.') + chosen.section(QStringLiteral("*."), 1).chopped(1);
    }
    Preferences::setLastFolder(QFileInfo(path).absolutePath());
    Preferences::setChoice(panelFormatKey, QFileInfo(path).suffix().toLower());
    return path;
}

} // namespace citypanel::ui
