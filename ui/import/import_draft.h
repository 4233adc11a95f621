// SPDX-License-Identifier: GPL-3.0-or-later
// ImportDraft: files and their layouts while a person looks at them, before they are imported.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/project.h"
#include "core/sheets/import.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace citypanel::ui {

/// A value: the page replaces it as a whole. Workbooks are shared between versions.
struct ImportDraft {
    std::vector<project::Source> sources{};
    std::shared_ptr<const std::vector<sheets::Workbook>> workbooks{}; ///< one a source
    /// One entry a sheet that may be read; what takes part is in `isChosen`, in the same order.
    sheets::ImportPlan plan{};
    std::vector<bool> isChosen{};

    [[nodiscard]] bool isEmpty() const { return sources.empty(); }

    /// The chosen sheets alone.
    [[nodiscard]] sheets::ImportPlan chosenPlan() const;
};

/// The draft with more files read; a file of a name that is there already takes its place (next
/// year's edition), and keeps the layouts of sheets that have the same names.
/// Problems: those of sheets::readWorkbook.
[[nodiscard]] Result<ImportDraft> withFiles(const ImportDraft& draft, const QStringList& paths,
                                            Progress& progress);

/// The draft of a project that has sources already. Problems: those of sheets::readWorkbook.
[[nodiscard]] Result<ImportDraft> draftOf(const project::Project& project, Progress& progress);

/// Without the file of that name.
[[nodiscard]] ImportDraft withoutFile(ImportDraft draft, const std::string& file);

/// With a layout for one sheet; with `alike`, the same rows, keys and rules for all sheets of the
/// same number of columns, whose own columns keep their names.
[[nodiscard]] ImportDraft withLayout(ImportDraft draft, std::size_t sheet,
                                     const sheets::Layout& layout, bool alike);

} // namespace citypanel::ui
