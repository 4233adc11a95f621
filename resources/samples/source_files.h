// SPDX-License-Identifier: GPL-3.0-or-later
// The files a project is made of: read as workbooks, and kept in the project.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/project.h"
#include "core/sheets/read_workbook.h"

#include <QByteArray>

#include <string>
#include <utility>
#include <vector>

namespace citypanel::samples {

/// Names and bytes of the files, in the order in which they are read.
using SourceFiles = std::vector<std::pair<std::string, QByteArray>>;

/// Adds the files to the project's sources, and reads them. Problems: those of readWorkbook.
[[nodiscard]] inline Result<std::vector<sheets::Workbook>> addSources(project::Project& project,
                                                                      const SourceFiles& files) {
    NoProgress progress;
    std::vector<sheets::Workbook> workbooks;
    for (const auto& [name, bytes] : files) {
        CITYPANEL_TRY(sheets::Workbook workbook, sheets::readWorkbook(bytes, name, progress));
        workbooks.push_back(std::move(workbook));
        project.sources.push_back(project::sourceOf(name, bytes));
    }
    return workbooks;
}

} // namespace citypanel::samples
