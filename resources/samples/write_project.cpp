// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-sample-project CITIES.csv FOLDER PROJECT.citypanel: writes the project over the files.
#include "core/project/project_file.h"
#include "core/sheets/read_workbook.h"
#include "core/text/problem_text.h"
#include "resources/samples/sample_project.h"

#include <QDir>
#include <QString>

#include <cstdio>

namespace {

using namespace citypanel;

Status writeProject(const char* citiesFile, const char* folder, const char* file) {
    CITYPANEL_TRY(const auto csv, sheets::readFileBytes(citiesFile));
    CITYPANEL_TRY(const auto cities, samples::parseCities(csv.toStdString()));
    const QDir directory(QString::fromUtf8(folder));
    samples::SourceFiles files;
    for (const QString& name : directory.entryList(QDir::Files, QDir::Name)) {
        CITYPANEL_TRY(const auto bytes,
                      sheets::readFileBytes(directory.filePath(name).toStdString()));
        files.emplace_back(name.toStdString(), bytes);
    }
    CITYPANEL_TRY(const auto project, samples::sampleProject(files, cities));
    return project::save(project, QString::fromUtf8(file));
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("usage: citypanel-sample-project CITIES.csv FOLDER PROJECT.citypanel\n", stderr);
        return 2;
    }
    if (const Status status = writeProject(argv[1], argv[2], argv[3]); !status) {
        const std::string said = text::sentence(status.error(), text::Language::English);
        std::fputs((said + "\n").c_str(), stderr);
        return 1;
    }
    return 0;
}
