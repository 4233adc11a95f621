// SPDX-License-Identifier: GPL-3.0-or-later
// From the sources of a project to the panel as read, by its plan; and sources added to a project.
#pragma once

#include "core/base/hash.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/project.h"
#include "core/sheets/import.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::project {

using WorkbookPtr = std::shared_ptr<const sheets::Workbook>;
using ImportPtr = std::shared_ptr<const sheets::ImportResult>;

/// Workbooks by the content of their files, and the last import, so that an edit of the recipe
/// reads nothing again and a new file only itself. Thread-safe.
class ImportCache {
public:
    /// A source as grids. Problems: those of sheets::readWorkbook, located in the file.
    [[nodiscard]] Result<WorkbookPtr> workbook(const Source& source, Progress& progress);

    [[nodiscard]] ImportPtr find(Hash key) const;
    void store(Hash key, ImportPtr result);

    /// Forgets the workbooks of files that are not among the sources.
    void keepOnly(const std::vector<Source>& sources);

private:
    using WorkbookKey = std::pair<std::string, std::string>; ///< content hash, name

    mutable std::mutex mutex_;
    std::map<WorkbookKey, WorkbookPtr> workbooks_;
    Hash key_ = 0;
    ImportPtr result_;
};

/// The sources as grids and the panel they give.
struct ReadSources {
    std::vector<WorkbookPtr> workbooks{}; ///< as the sources; null where one cannot be read
    ImportPtr import{};                   ///< null without a plan, and where it cannot be read
    Problems problems{};                  ///< of files and of the plan
};

/// Reads what there is to read; what cannot be read is a problem of the result. Problem: Cancelled.
[[nodiscard]] Result<ReadSources> readSources(const Project& project, ImportCache& cache,
                                              Progress& progress);

/// The tables of files and their detected layouts. Problems: those of sheets::readWorkbook,
/// Cancelled.
[[nodiscard]] Result<sheets::ImportPlan> detectTables(const std::vector<Source>& sources,
                                                      ImportCache& cache, Progress& progress);

/// The project with sources added and their detected tables in its plan. A source of the same name
/// is replaced; where the plan knows its tables already, they stay as they are.
[[nodiscard]] Project withSources(Project project, const std::vector<Source>& added,
                                  const sheets::ImportPlan& detected);

} // namespace citypanel::project
