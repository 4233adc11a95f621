// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-sample-project WORKBOOK.xlsx PROJECT.citypanel: writes the project over the workbook.
#include "core/project/project_file.h"
#include "core/sheets/read_workbook.h"
#include "core/text/problem_text.h"
#include "resources/samples/sample_project.h"

#include <QFileInfo>
#include <QString>

#include <cstdio>

namespace {

using namespace citypanel;

Status writeProject(const char* workbook, const char* file) {
    CITYPANEL_TRY(const auto bytes, sheets::readFileBytes(workbook));
    const QString name = QFileInfo(QString::fromUtf8(workbook)).fileName();
    CITYPANEL_TRY(const auto project, samples::sampleProject(name.toStdString(), bytes));
    return project::save(project, QString::fromUtf8(file));
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: citypanel-sample-project WORKBOOK.xlsx PROJECT.citypanel\n", stderr);
        return 2;
    }
    if (const Status status = writeProject(argv[1], argv[2]); !status) {
        const std::string said = text::sentence(status.error(), text::Language::English);
        std::fputs((said + "\n").c_str(), stderr);
        return 1;
    }
    return 0;
}
