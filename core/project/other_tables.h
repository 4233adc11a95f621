// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that merge steps bring in, read from the sources of a project.
#pragma once

#include "core/project/read_sources.h"
#include "core/recipe/recipe.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::project {

using OtherTablePtr = std::shared_ptr<const recipe::OtherTable>;

/// Tables by the content of their file and the sheet. Thread-safe.
class OtherTableCache {
public:
    /// The rectangle of variables on a sheet (the first where none is named) of a source.
    /// Problems: SheetNotFound, HeaderNotFound, located in the file.
    [[nodiscard]] Result<OtherTablePtr>
    table(const Source& source, const sheets::Workbook& workbook, const std::string& sheet);

private:
    std::mutex mutex_;
    std::map<std::pair<std::string, std::string>, OtherTablePtr> tables_;
};

/// The step with its table, where it is a merge step and the sources have the table; unchanged
/// otherwise. `workbooks` are as the sources, null where one is unreadable.
[[nodiscard]] recipe::Step withTable(recipe::Step step, const std::vector<Source>& sources,
                                     const std::vector<WorkbookPtr>& workbooks,
                                     OtherTableCache& cache);

/// The same for all steps.
[[nodiscard]] recipe::Recipe withTables(recipe::Recipe recipe, const std::vector<Source>& sources,
                                        const std::vector<WorkbookPtr>& workbooks,
                                        OtherTableCache& cache);

} // namespace citypanel::project
