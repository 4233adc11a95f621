// SPDX-License-Identifier: GPL-3.0-or-later
// Formats, dialog and writing of table files.
#include "ui/widgets/table_export.h"

#include "core/report/atomic_file.h"
#include "core/report/render.h"
#include "ui/widgets/preferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace citypanel::ui {

namespace {

struct FormatRow {
    const char* ending;
    const char* name;
};

constexpr const char* context = "citypanel::ui::TableExport";

constexpr FormatRow formatRows[] = {
    {"docx", QT_TRANSLATE_NOOP("citypanel::ui::TableExport", "Word document")},
    {"xlsx", QT_TRANSLATE_NOOP("citypanel::ui::TableExport", "Excel workbook")},
    {"tex", QT_TRANSLATE_NOOP("citypanel::ui::TableExport", "LaTeX source")},
    {"rtf", QT_TRANSLATE_NOOP("citypanel::ui::TableExport", "Rich text")},
    {"html", QT_TRANSLATE_NOOP("citypanel::ui::TableExport", "Web page")},
    {"md", QT_TRANSLATE_NOOP("citypanel::ui::TableExport", "Markdown text")},
    {"csv", QT_TRANSLATE_NOOP("citypanel::ui::TableExport", "Comma-separated values")},
    {"json", QT_TRANSLATE_NOOP("citypanel::ui::TableExport", "JSON, every digit")},
    {"txt", QT_TRANSLATE_NOOP("citypanel::ui::TableExport", "Plain text")},
};

} // namespace

Status writeTables(const QString& path, std::span<const study::Table> tables,
                   const report::TableStyle& style) {
    const std::string name = QFileInfo(path).fileName().toStdString();
    const auto format = report::formatOfFile(name);
    if (!format) {
        return Problem{.code = ProblemCode::FileFormatUnknown,
                       .place = {.file = name},
                       .found = QFileInfo(path).suffix().toStdString(),
                       .expected = "docx, xlsx, tex, rtf, html, md, csv, json, txt"};
    }
    CITYPANEL_TRY(const QByteArray bytes, report::render(tables, style, *format));
    return report::writeAtomically(path, bytes);
}

QString chooseTableFile(QWidget* parent, const QString& name) {
    QStringList filters;
    const QString last = Preferences::choice(QStringLiteral("tableFormat"), QStringLiteral("docx"));
    QString chosen;
    for (const FormatRow& row : formatRows) {
        const QString ending = QString::fromLatin1(row.ending);
        const QString filter =
            QStringLiteral("%1 (*.%2)").arg(QCoreApplication::translate(context, row.name), ending);
        filters.append(filter);
        chosen = ending == last ? filter : chosen;
    }
    QString path = QFileDialog::getSaveFileName(
        parent,
        QCoreApplication::translate(
            context, QT_TRANSLATE_NOOP("citypanel::ui::TableExport", "Export Table")),
        QDir(Preferences::lastFolder()).filePath(name + QLatin1Char('.') + last),
        filters.join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty()) {
        return path;
    }
    const QString ending = chosen.section(QStringLiteral("*."), 1).chopped(1);
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QLatin1Char('.') + ending;
    }
    Preferences::setLastFolder(QFileInfo(path).absolutePath());
    Preferences::setChoice(QStringLiteral("tableFormat"), QFileInfo(path).suffix().toLower());
    return path;
}

} // namespace citypanel::ui
