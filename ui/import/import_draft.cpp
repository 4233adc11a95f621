// SPDX-License-Identifier: GPL-3.0-or-later
// Reading files into a draft and changing it.
#include "ui/import/import_draft.h"

#include "core/sheets/carried_decisions.h"
#include "core/sheets/file_names.h"
#include "core/sheets/find_sheet.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/read_workbook.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

namespace citypanel::ui {

namespace {

bool isCancelled(const Problem& problem) {
    return problem.code == ProblemCode::Cancelled;
}

/// Files as they are, folders as the data files in them, by name, each once.
QStringList filesIn(const QStringList& paths) {
    QStringList files;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(path);
            continue;
        }
        QStringList found;
        QDirIterator below(path,
                           {QStringLiteral("*.xlsx"), QStringLiteral("*.xls"),
                            QStringLiteral("*.csv"), QStringLiteral("*.tsv"),
                            QStringLiteral("*.dta"), QStringLiteral("*.sav")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (below.hasNext()) {
            found.append(below.next());
        }
        found.sort();
        files.append(found);
    }
    files.removeDuplicates();
    return files;
}

/// Entries for visible sheets without a table too, so that a person can point one out.
void addSheetsWithoutTable(const std::vector<project::WorkbookPtr>& workbooks,
                           sheets::ImportPlan& plan) {
    for (const project::WorkbookPtr& workbook : workbooks) {
        for (const sheets::Sheet& sheet : workbook->sheets) {
            const bool isKnown = std::any_of(
                plan.sheets.begin(), plan.sheets.end(), [&](const sheets::SheetImport& table) {
                    return table.file == workbook->fileName && table.sheet == sheet.name();
                });
            if (!sheet.isHidden && !isKnown && sheet.rowCount() > 0) {
                sheets::Layout nothing;
                nothing.headerEnd = 0;
                nothing.bodyBegin = 0;
                nothing.bodyEnd = 0;
                nothing.unitColumn = -1;
                plan.sheets.push_back({workbook->fileName, sheet.name(), 0, nothing});
            }
        }
    }
}

/// Reads the workbooks of the sources; those that cannot be read leave the sources.
Status readSources(ImportDraft& draft, project::ImportCache& cache, Progress& progress) {
    std::vector<project::Source> sources;
    const double count = static_cast<double>(std::max<std::size_t>(draft.sources.size(), 1));
    double done = 0;
    for (const project::Source& source : draft.sources) {
        SubProgress part(progress, done / count, (done + 1) / count);
        done += 1;
        auto workbook = cache.workbook(source, part);
        if (workbook) {
            sources.push_back(source);
            draft.workbooks.push_back(*std::move(workbook));
        } else if (isCancelled(workbook.error())) {
            return workbook.error();
        } else {
            draft.unread.push_back({source.name, workbook.error()});
        }
    }
    draft.sources = std::move(sources);
    return {};
}

bool hasContent(const ImportDraft& draft, const project::Source& source) {
    return std::find(draft.sources.begin(), draft.sources.end(), source) != draft.sources.end();
}

/// Tables of files that others took the place of: what was said of them holds for the new ones as
/// far as it fits, and what is new or gone is noted.
void renewTables(const ImportDraft& before, ImportDraft& draft) {
    const auto workbooksBefore = before.workbookPointers();
    const auto workbooksNow = draft.workbookPointers();
    for (const project::Source& source : before.sources) {
        const bool isThere = std::any_of(draft.sources.begin(), draft.sources.end(),
                                         [&](const auto& s) { return s.name == source.name; });
        if (!isThere || hasContent(draft, source)) {
            continue;
        }
        RenewedFile renewed{.name = source.name};
        for (sheets::SheetImport& table : draft.plan.sheets) {
            const sheets::Sheet* old = sheets::findSheet(workbooksBefore, table);
            const sheets::Sheet* now = sheets::findSheet(workbooksNow, table);
            const auto known = sheets::findTable(before.plan.sheets, table);
            if (table.file != source.name || old == nullptr || now == nullptr || !known) {
                continue;
            }
            const sheets::Layout& said = before.plan.sheets[*known].layout;
            table.layout = sheets::renewedLayout(*old, said, *now, table.file, table.table);
            const sheets::ColumnChanges changes = sheets::columnChanges(said, table.layout);
            const auto add = [](const auto& from, auto& to) {
                to.insert(to.end(), from.begin(), from.end());
            };
            add(changes.added, renewed.columns.added);
            add(changes.gone, renewed.columns.gone);
            renewed.isYearToConfirm =
                renewed.isYearToConfirm || (table.layout.isPeriodGuessed && !said.isPeriodGuessed &&
                                            table.layout.periodRule == sheets::PeriodRule::Given);
        }
        draft.renewed.push_back(std::move(renewed));
    }
}

/// The plan of the draft's workbooks, with what an older plan says of them; what was said of its
/// `chosen` tables holds for further ones.
sheets::ImportPlan planOf(const ImportDraft& draft, const sheets::ImportPlan& old,
                          const sheets::ImportPlan& chosen) {
    sheets::ImportPlan detected = sheets::detectPlan(draft.workbookPointers());
    addSheetsWithoutTable(draft.workbooks, detected);
    sheets::ImportPlan plan = old;
    plan.sheets = detected.sheets;
    plan.leftOut.clear();
    for (sheets::SheetImport& table : plan.sheets) {
        if (const auto known = sheets::findTable(old.sheets, table)) {
            table.layout = old.sheets[*known].layout;
        } else if (const auto kept = sheets::findTable(old.leftOut, table)) {
            table.layout = old.leftOut[*kept].layout;
        }
    }
    if (old.sheets.empty()) {
        plan.unitNames = detected.unitNames;
    }
    sheets::addOffers(detected.names, plan.names);
    if (!chosen.sheets.empty()) {
        sheets::carryColumns(detected, chosen, plan);
        sheets::decideNames(draft.workbookPointers(), old.names, plan);
    }
    return plan;
}

/// What was decided before of names that a mapping does not speak of; places only of the same list.
void keepNames(const sheets::ImportPlan& before, const sheets::ImportMapping& mapping,
               sheets::ImportPlan& plan) {
    const bool isSameList = before.unitNames == plan.unitNames &&
                            before.ownPlaces == plan.ownPlaces && before.scope == plan.scope;
    std::vector<sheets::NameDecision> names;
    for (const sheets::NameDecision& name : before.names) {
        const bool isTold =
            std::any_of(mapping.names.begin(), mapping.names.end(),
                        [&](const auto& told) { return told.written == name.written; });
        const bool isDecided = name.state != sheets::NameState::Offered &&
                               (isSameList || name.state != sheets::NameState::Accepted);
        if (isDecided && !isTold) {
            names.push_back(name);
        }
    }
    sheets::addOffers(plan.names, names); // what is known goes before what is offered
    plan.names = std::move(names);
}

/// Sheets as wide as that of a table are read upright or turned as it is.
void turnAlike(ImportDraft& draft, std::size_t table, bool isTransposed) {
    const sheets::Sheet* model = draft.sheetOf(table);
    for (std::size_t i = 0; i < draft.plan.sheets.size(); ++i) {
        sheets::SheetImport& entry = draft.plan.sheets[i];
        const sheets::Sheet* sheet = draft.sheetOf(i);
        const bool isAlike = model != nullptr && sheet != nullptr && i != table &&
                             sheet->columnCount() == model->columnCount();
        if (isAlike && entry.layout.isTransposed != isTransposed) {
            entry.layout = sheets::layoutTurned(*sheet, entry.file, isTransposed).layout;
        }
    }
}

/// Whether rows and keys stand in the same places, under as many columns, some of one name: what
/// is corrected on one such table is to be corrected on the other.
bool isLaidOutLike(const sheets::Layout& a, const sheets::Layout& b) {
    const bool haveSameRows = a.headerBegin == b.headerBegin && a.headerEnd == b.headerEnd &&
                              a.bodyBegin == b.bodyBegin && a.unitColumn == b.unitColumn &&
                              a.periodColumn == b.periodColumn &&
                              a.columns.size() == b.columns.size();
    return haveSameRows &&
           std::any_of(a.columns.begin(), a.columns.end(), [&](const sheets::ColumnLayout& one) {
               return std::any_of(b.columns.begin(), b.columns.end(),
                                  [&](const sheets::ColumnLayout& other) {
                                      return one.column != a.unitColumn && one.name == other.name;
                                  });
           });
}

void forgetAdopted(sheets::VariableSources& adopted, const std::string& file) {
    std::erase_if(adopted, [&](const auto& source) { return std::get<1>(source) == file; });
}

/// Puts a file beside or in the place of those of the draft, or asks which.
void addSource(project::Source source, const QString& path, SameName sameName, ImportDraft& draft) {
    const auto same = std::find_if(draft.sources.begin(), draft.sources.end(),
                                   [&](const project::Source& s) { return s.name == source.name; });
    if (same == draft.sources.end()) {
        draft.sources.push_back(std::move(source));
        return;
    }
    if (*same == source) {
        return;
    }
    switch (sameName) {
    case SameName::Ask:
        draft.asked.push_back(source.name);
        break;
    case SameName::TakePlace:
        forgetAdopted(draft.adopted, source.name);
        *same = std::move(source);
        break;
    case SameName::ReadBoth: {
        QSet<QString> taken;
        for (const project::Source& known : draft.sources) {
            taken.insert(QString::fromStdString(known.name));
        }
        source.name = sheets::withOwnNames({path}, taken).front().name;
        draft.sources.push_back(std::move(source));
        break;
    }
    }
}

} // namespace

sheets::ImportPlan ImportDraft::chosenPlan() const {
    sheets::ImportPlan chosen = plan;
    chosen.sheets.clear();
    chosen.leftOut.clear();
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
        (isChosen[i] ? chosen.sheets : chosen.leftOut).push_back(plan.sheets[i]);
    }
    const sheets::VariableSources read = sheets::sourcesOf(chosen);
    chosen.isRuleChosen =
        !adopted.empty() && std::includes(adopted.begin(), adopted.end(), read.begin(), read.end());
    return chosen;
}

std::vector<const sheets::Workbook*> ImportDraft::workbookPointers() const {
    std::vector<const sheets::Workbook*> pointers;
    for (const project::WorkbookPtr& workbook : workbooks) {
        pointers.push_back(workbook.get());
    }
    return pointers;
}

const sheets::Sheet* ImportDraft::sheetOf(std::size_t table) const {
    return sheets::findSheet(workbookPointers(), plan.sheets[table]);
}

std::optional<std::size_t> ImportDraft::tableOn(const std::string& file,
                                                const std::string& sheet) const {
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
        if (plan.sheets[i].file == file && (sheet.empty() || plan.sheets[i].sheet == sheet)) {
            return i;
        }
    }
    return std::nullopt;
}

Result<ImportDraft> withFiles(const ImportDraft& draft, const QStringList& paths, SameName sameName,
                              project::ImportCache& cache, Progress& progress) {
    ImportDraft result;
    result.sources = draft.sources;
    result.adopted = draft.adopted;
    for (const auto& [path, name] : sheets::withOwnNames(filesIn(paths))) {
        auto bytes = sheets::readFileBytes(path.toStdString());
        if (!bytes) {
            result.unread.push_back({name, bytes.error()});
            continue;
        }
        addSource(project::sourceOf(name, *std::move(bytes)), path, sameName, result);
    }
    if (!result.asked.empty()) {
        ImportDraft asking = draft;
        asking.asked = std::move(result.asked);
        return asking;
    }
    CITYPANEL_TRY_STATUS(readSources(result, cache, progress));
    result.plan = planOf(result, draft.plan, draft.chosenPlan());
    renewTables(draft, result);
    for (const sheets::SheetImport& table : result.plan.sheets) {
        const auto known = sheets::findTable(draft.plan.sheets, table);
        result.isChosen.push_back(known ? draft.isChosen[*known] : !table.layout.columns.empty());
    }
    return result;
}

Result<ImportDraft> draftOf(const project::Project& project, project::ImportCache& cache,
                            Progress& progress) {
    ImportDraft draft;
    draft.sources = project.sources;
    CITYPANEL_TRY_STATUS(readSources(draft, cache, progress));
    draft.plan = planOf(draft, project.plan, {});
    const bool wasImported = !project.plan.sheets.empty() || !project.plan.leftOut.empty();
    if (wasImported || project.plan.isRuleChosen) {
        draft.adopted = sheets::sourcesOf(project.plan);
    }
    for (const sheets::SheetImport& table : draft.plan.sheets) {
        const bool isKnown = sheets::findTable(project.plan.sheets, table).has_value();
        draft.isChosen.push_back(wasImported ? isKnown : !table.layout.columns.empty());
    }
    return draft;
}

ImportDraft withoutFile(ImportDraft draft, const std::string& file) {
    ImportDraft result = draft;
    result.sources.clear();
    result.workbooks.clear();
    result.plan.sheets.clear();
    result.isChosen.clear();
    for (std::size_t i = 0; i < draft.sources.size(); ++i) {
        if (draft.sources[i].name != file) {
            result.sources.push_back(draft.sources[i]);
            result.workbooks.push_back(draft.workbooks[i]);
        }
    }
    for (std::size_t i = 0; i < draft.plan.sheets.size(); ++i) {
        if (draft.plan.sheets[i].file != file) {
            result.plan.sheets.push_back(draft.plan.sheets[i]);
            result.isChosen.push_back(draft.isChosen[i]);
        }
    }
    forgetAdopted(result.adopted, file);
    const auto isOfFile = [&](const auto& decision) { return decision.file == file; };
    std::erase_if(result.plan.names, isOfFile);
    std::erase_if(result.plan.conversions, isOfFile);
    std::erase_if(result.plan.values, isOfFile);
    std::erase_if(result.unread, [&](const UnreadFile& unread) { return unread.name == file; });
    return result;
}

ImportDraft withLayout(ImportDraft draft, std::size_t table, const sheets::Layout& layout,
                       bool alike) {
    if (alike) {
        turnAlike(draft, table, layout.isTransposed);
    }
    const sheets::Layout before = draft.plan.sheets[table].layout;
    for (std::size_t i = 0; i < draft.plan.sheets.size(); ++i) {
        sheets::Layout& other = draft.plan.sheets[i].layout;
        if (i == table) {
            other = layout;
        } else if (alike && other.isTransposed == layout.isTransposed &&
                   isLaidOutLike(other, before)) {
            const std::int64_t rowsBelowHeader = layout.bodyBegin - layout.headerEnd;
            other.kind = layout.kind;
            other.headerBegin = layout.headerBegin;
            other.headerEnd = layout.headerEnd;
            other.bodyBegin = layout.headerEnd + rowsBelowHeader;
            other.unitColumn = layout.unitColumn;
            other.periodColumn = layout.periodColumn;
            const bool isTitled = layout.periodRule == sheets::PeriodRule::Title ||
                                  layout.periodRule == sheets::PeriodRule::TitleLessOne;
            other.periodRule = isTitled ? other.periodRule : layout.periodRule; // each its own
            other.isPeriodGuessed = other.isPeriodGuessed && isTitled;
        }
    }
    if (layout.columns.empty()) {
        draft.isChosen[table] = false;
    }
    return draft;
}

ImportDraft withChosen(ImportDraft draft, const std::vector<std::size_t>& tables, bool isChosen) {
    for (const std::size_t table : tables) {
        draft.isChosen[table] = isChosen && !draft.plan.sheets[table].layout.columns.empty();
    }
    return draft;
}

ImportDraft withMapping(ImportDraft draft, const sheets::ImportMapping& mapping) {
    const ImportDraft before = draft;
    const auto workbooks = draft.workbookPointers();
    draft.plan = sheets::withMappingOver(workbooks, draft.plan, mapping);
    keepNames(before.plan, mapping, draft.plan);
    addSheetsWithoutTable(draft.workbooks, draft.plan);
    draft.isChosen.clear();
    for (const sheets::SheetImport& table : draft.plan.sheets) {
        const auto known = sheets::findTable(before.plan.sheets, table);
        draft.isChosen.push_back(known ? before.isChosen[*known] : !table.layout.columns.empty());
    }
    if (mapping.isRuleChosen) {
        draft.adopted = sheets::sourcesOf(draft.chosenPlan());
    }
    return draft;
}

ImportDraft withDecisions(ImportDraft draft, sheets::ImportPlan chosen) {
    std::vector<sheets::SheetImport> tables = std::move(draft.plan.sheets);
    for (const sheets::SheetImport& changed : chosen.sheets) {
        if (const auto same = sheets::findTable(tables, changed)) {
            tables[*same].layout = changed.layout;
        }
    }
    draft.plan = std::move(chosen);
    draft.plan.sheets = std::move(tables);
    draft.plan.leftOut.clear();
    return draft;
}

} // namespace citypanel::ui
