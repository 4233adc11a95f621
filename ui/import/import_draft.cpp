// SPDX-License-Identifier: GPL-3.0-or-later
// Reading files into a draft and changing it.
#include "ui/import/import_draft.h"

#include "core/sheets/read_workbook.h"

#include <QFileInfo>

#include <algorithm>

namespace citypanel::ui {

namespace {

const sheets::SheetImport* findSheet(const sheets::ImportPlan& plan,
                                     const sheets::SheetImport& like) {
    for (const sheets::SheetImport& sheet : plan.sheets) {
        if (sheet.file == like.file && sheet.sheet == like.sheet && sheet.table == like.table) {
            return &sheet;
        }
    }
    return nullptr;
}

// Reads the sources and detects what has no layout yet; sheets the old plan names keep theirs.
Result<ImportDraft> read(std::vector<project::Source> sources, const sheets::ImportPlan& old,
                         bool oldIsComplete, Progress& progress) {
    ImportDraft draft;
    auto workbooks = std::make_shared<std::vector<sheets::Workbook>>();
    const double count = static_cast<double>(std::max<std::size_t>(sources.size(), 1));
    for (std::size_t i = 0; i < sources.size(); ++i) {
        SubProgress part(progress, static_cast<double>(i) / count,
                         static_cast<double>(i + 1) / count);
        CITYPANEL_TRY(auto workbook, sheets::readWorkbook(sources[i].bytes, sources[i].name, part));
        workbooks->push_back(std::move(workbook));
    }
    draft.plan = sheets::detectPlan(*workbooks);
    draft.plan.unitName = old.unitName;
    draft.plan.periodName = old.periodName;
    draft.plan.scope = old.scope;
    draft.plan.placeColumns = old.placeColumns;
    if (!old.sheets.empty()) {
        draft.plan.unitNames = old.unitNames;
    }
    std::vector<sheets::NameDecision> names = old.names;
    sheets::addOffers(draft.plan.names, names);
    draft.plan.names = std::move(names);
    for (sheets::SheetImport& sheet : draft.plan.sheets) {
        const sheets::SheetImport* known = findSheet(old, sheet);
        if (known != nullptr) {
            sheet.layout = known->layout;
        }
        draft.isChosen.push_back(known != nullptr || !oldIsComplete);
    }
    draft.sources = std::move(sources);
    draft.workbooks = std::move(workbooks);
    return draft;
}

} // namespace

sheets::ImportPlan ImportDraft::chosenPlan() const {
    sheets::ImportPlan chosen = plan;
    chosen.sheets.clear();
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
        if (isChosen[i]) {
            chosen.sheets.push_back(plan.sheets[i]);
        }
    }
    return chosen;
}

Result<ImportDraft> withFiles(const ImportDraft& draft, const QStringList& paths,
                              Progress& progress) {
    std::vector<project::Source> sources = draft.sources;
    for (const QString& path : paths) {
        CITYPANEL_TRY(QByteArray bytes, sheets::readFileBytes(path.toStdString()));
        project::Source source =
            project::sourceOf(QFileInfo(path).fileName().toStdString(), std::move(bytes));
        const auto same =
            std::find_if(sources.begin(), sources.end(),
                         [&](const project::Source& s) { return s.name == source.name; });
        if (same != sources.end()) {
            *same = std::move(source);
        } else {
            sources.push_back(std::move(source));
        }
    }
    std::vector<bool> before = draft.isChosen;
    CITYPANEL_TRY(ImportDraft result, read(std::move(sources), draft.plan, false, progress));
    for (std::size_t i = 0; i < result.plan.sheets.size(); ++i) {
        const sheets::SheetImport* known = findSheet(draft.plan, result.plan.sheets[i]);
        if (known != nullptr) {
            result.isChosen[i] = before[static_cast<std::size_t>(known - draft.plan.sheets.data())];
        }
    }
    return result;
}

Result<ImportDraft> draftOf(const project::Project& project, Progress& progress) {
    return read(project.sources, project.plan, !project.plan.sheets.empty(), progress);
}

ImportDraft withoutFile(ImportDraft draft, const std::string& file) {
    ImportDraft result = draft;
    result.sources.clear();
    result.plan.sheets.clear();
    result.isChosen.clear();
    for (const project::Source& source : draft.sources) {
        if (source.name != file) {
            result.sources.push_back(source);
        }
    }
    for (std::size_t i = 0; i < draft.plan.sheets.size(); ++i) {
        if (draft.plan.sheets[i].file != file) {
            result.plan.sheets.push_back(draft.plan.sheets[i]);
            result.isChosen.push_back(draft.isChosen[i]);
        }
    }
    // The workbook of the file stays in the shared list, unseen: nothing names it any more.
    return result;
}

ImportDraft withLayout(ImportDraft draft, std::size_t sheet, const sheets::Layout& layout,
                       bool alike) {
    for (std::size_t i = 0; i < draft.plan.sheets.size(); ++i) {
        sheets::Layout& other = draft.plan.sheets[i].layout;
        if (i == sheet) {
            other = layout;
        } else if (alike && other.columns.size() == layout.columns.size()) {
            const std::int64_t rowsBelowHeader = layout.bodyBegin - layout.headerEnd;
            other.kind = layout.kind;
            other.headerBegin = layout.headerBegin;
            other.headerEnd = layout.headerEnd;
            other.bodyBegin = layout.headerEnd + rowsBelowHeader;
            other.unitColumn = layout.unitColumn;
            other.periodColumn = layout.periodColumn;
            other.periodRule = layout.periodRule;
        }
    }
    return draft;
}

} // namespace citypanel::ui
