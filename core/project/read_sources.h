// SPDX-License-Identifier: GPL-3.0-or-later
// From the sources of a project to the panel as read, by its plan; the last one is kept.
#pragma once

#include "core/base/hash.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/project.h"
#include "core/sheets/import.h"

#include <memory>
#include <mutex>
#include <optional>

namespace citypanel::project {

using ImportPtr = std::shared_ptr<const sheets::ImportResult>;

/// The last import, so that an edit of the recipe does not read the files again. Thread-safe.
class ImportCache {
public:
    [[nodiscard]] ImportPtr find(Hash key) const;
    void store(Hash key, ImportPtr result);

private:
    mutable std::mutex mutex_;
    Hash key_ = 0;
    ImportPtr result_;
};

/// The workbooks of the sources that the plan names, in the order of the sources.
/// Problems: those of sheets::readWorkbook, located in their file.
[[nodiscard]] Result<std::vector<sheets::Workbook>> readWorkbooks(const Project& project,
                                                                  Progress& progress);

/// The panel as read; an empty one without a plan. Problems: those of readWorkbooks and
/// sheets::readPanel.
[[nodiscard]] Result<ImportPtr> readSources(const Project& project, ImportCache& cache,
                                            Progress& progress);

} // namespace citypanel::project
