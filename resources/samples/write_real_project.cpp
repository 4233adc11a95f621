// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-real-project FILES.txt FOLDER PROJECT.citypanel: writes the real-data project over the
// files named in FILES.txt, looked for in FOLDER. Exit status 3: some are not there; they are
// named.
#include "core/project/project_file.h"
#include "core/sheets/read_workbook.h"
#include "core/text/problem_text.h"
#include "resources/samples/real_project.h"

#include <QDir>
#include <QFileInfo>
#include <QString>
#include <QStringList>

#include <cstdio>

namespace {

using namespace citypanel;

constexpr int filesAbsent = 3;

Status writeReal(const QStringList& names, const QDir& folder, const QString& file) {
    std::vector<std::pair<std::string, QByteArray>> files;
    for (const QString& name : names) {
        CITYPANEL_TRY(const auto bytes, sheets::readFileBytes(folder.filePath(name).toStdString()));
        files.emplace_back(QFileInfo(name).fileName().toStdString(), bytes);
    }
    CITYPANEL_TRY(const auto project, samples::realProject(files));
    return project::save(project, file);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("usage: citypanel-real-project FILES.txt FOLDER PROJECT.citypanel\n", stderr);
        return 2;
    }
    const auto list = sheets::readFileBytes(argv[1]);
    const QStringList names =
        QString::fromUtf8(list ? *list : QByteArray()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QDir folder(QString::fromUtf8(argv[2]));
    QStringList absent;
    for (const QString& name : names) {
        if (!folder.exists(name)) {
            absent.append(name);
        }
    }
    if (names.isEmpty() || !absent.isEmpty()) {
        std::fputs((QStringLiteral("not there: %1\n").arg(absent.join(QStringLiteral(", "))))
                       .toUtf8()
                       .constData(),
                   stderr);
        return filesAbsent;
    }
    if (const Status status = writeReal(names, folder, QString::fromUtf8(argv[3])); !status) {
        const std::string said = text::sentence(status.error(), text::Language::English);
        std::fputs((said + "\n").c_str(), stderr);
        return 1;
    }
    return 0;
}
