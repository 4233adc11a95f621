// SPDX-License-Identifier: GPL-3.0-or-later
// ImportDraft: files and their layouts while a person looks at them, before they are imported.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/project.h"
#include "core/project/read_sources.h"
#include "core/sheets/conflicts.h"
#include "core/sheets/import.h"
#include "core/sheets/import_mapping.h"
#include "core/sheets/renewed_layout.h"

#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace citypanel::ui {

/// A file that could not be read as tables, and why.
struct UnreadFile {
    std::string name{};
    Problem problem{};
};

/// A file that took the place of another of its name, and the variables it has or lacks besides.
struct RenewedFile {
    std::string name{};
    sheets::ColumnChanges columns{};
    bool isYearToConfirm = false; ///< it was typed for the other file
};

/// A value: the page replaces it as a whole. Workbooks are shared between versions.
struct ImportDraft {
    std::vector<project::Source> sources{};
    std::vector<project::WorkbookPtr> workbooks{}; ///< one a source
    std::vector<UnreadFile> unread{};
    std::vector<RenewedFile> renewed{}; ///< by the files read last
    std::vector<std::string> asked{}; ///< names of files that are here and were chosen, with other
                                      ///< contents, so that nothing was read (SameName::Ask)
    /// One entry a table that may be read, also of sheets where none was found, whose layouts have
    /// no columns; what takes part is in `isChosen`, in the same order.
    sheets::ImportPlan plan{};
    std::vector<bool> isChosen{};
    /// Somebody said what holds where values of these differ; what came later is asked for.
    sheets::VariableSources adopted{};

    [[nodiscard]] bool isEmpty() const { return sources.empty() && unread.empty(); }

    /// The chosen sheets alone; the others, which are not read, in `leftOut`.
    [[nodiscard]] sheets::ImportPlan chosenPlan() const;
    [[nodiscard]] std::vector<const sheets::Workbook*> workbookPointers() const;
    /// The sheet of a table of the plan; nullptr where its file or sheet is gone.
    [[nodiscard]] const sheets::Sheet* sheetOf(std::size_t table) const;
    /// The first table on that sheet ("": on any sheet of the file).
    [[nodiscard]] std::optional<std::size_t> tableOn(const std::string& file,
                                                     const std::string& sheet) const;
};

/// What becomes of a file whose name a file of the draft has, with other contents.
enum class SameName : std::uint8_t {
    Ask,       ///< nothing is read; the draft as it was, with the names in `asked`
    TakePlace, ///< next year's edition: sheets of the same names keep what was said of them
    ReadBoth,  ///< under the name of its folder
};

/// The draft with more files read, folders with all the data files in them. Files of one name in
/// several folders are told apart by the folder's name. Files that cannot be read are listed with
/// their reasons, and the others are read all the same. Problem: Cancelled.
[[nodiscard]] Result<ImportDraft> withFiles(const ImportDraft& draft, const QStringList& paths,
                                            SameName sameName, project::ImportCache& cache,
                                            Progress& progress);

/// The draft of a project that has sources already. Problem: Cancelled.
[[nodiscard]] Result<ImportDraft> draftOf(const project::Project& project,
                                          project::ImportCache& cache, Progress& progress);

/// Without the file of that name.
[[nodiscard]] ImportDraft withoutFile(ImportDraft draft, const std::string& file);

/// With a layout for one table; with `alike`, the same rows, keys and rules for all tables of the
/// same number of columns, whose own columns keep their names; sheets as wide are turned as it is.
[[nodiscard]] ImportDraft withLayout(ImportDraft draft, std::size_t table,
                                     const sheets::Layout& layout, bool alike);

/// With tables ticked or not; tables without columns stay out.
[[nodiscard]] ImportDraft withChosen(ImportDraft draft, const std::vector<std::size_t>& tables,
                                     bool isChosen);

/// With the decisions of a saved mapping; what it does not speak of stays, and what is ticked.
[[nodiscard]] ImportDraft withMapping(ImportDraft draft, const sheets::ImportMapping& mapping);

/// What is chosen stays chosen, under a plan that differs in everything but its list of tables.
[[nodiscard]] ImportDraft withDecisions(ImportDraft draft, sheets::ImportPlan chosen);

} // namespace citypanel::ui
