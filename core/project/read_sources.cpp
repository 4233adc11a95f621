// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the workbooks of a project and joining their sheets.
#include "core/project/read_sources.h"

#include "core/sheets/read_workbook.h"

#include <algorithm>
#include <set>
#include <utility>

namespace citypanel::project {

Result<WorkbookPtr> ImportCache::workbook(const Source& source, Progress& progress) {
    const WorkbookKey key{source.contentHash, source.name};
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = workbooks_.find(key); found != workbooks_.end()) {
            return found->second;
        }
    }
    auto read = sheets::readWorkbook(source.bytes, source.name, progress);
    if (!read) {
        return located(read.error(), {.file = source.name});
    }
    auto workbook = std::make_shared<const sheets::Workbook>(*std::move(read));
    const std::lock_guard lock(mutex_);
    workbooks_[key] = workbook;
    return workbook;
}

ImportPtr ImportCache::find(Hash key) const {
    const std::lock_guard lock(mutex_);
    return key == key_ ? result_ : nullptr;
}

void ImportCache::store(Hash key, ImportPtr result) {
    const std::lock_guard lock(mutex_);
    key_ = key;
    result_ = std::move(result);
}

void ImportCache::keepOnly(const std::vector<Source>& sources) {
    std::set<WorkbookKey> wanted;
    for (const Source& source : sources) {
        wanted.insert({source.contentHash, source.name});
    }
    const std::lock_guard lock(mutex_);
    std::erase_if(workbooks_, [&](const auto& entry) { return !wanted.contains(entry.first); });
}

namespace {

constexpr double shareOfFiles = 0.7; // of the time of an import, the rest is joining

bool isCancelled(const Problem& problem) {
    return problem.code == ProblemCode::Cancelled;
}

Status readWorkbooks(const Project& project, ImportCache& cache, Progress& progress,
                     ReadSources& result) {
    const double count = static_cast<double>(project.sources.size());
    for (const Source& source : project.sources) {
        const double done = static_cast<double>(result.workbooks.size());
        SubProgress part(progress, done / count, (done + 1) / count);
        auto workbook = cache.workbook(source, part);
        if (!workbook && isCancelled(workbook.error())) {
            return workbook.error();
        }
        if (!workbook) {
            result.problems.push_back(workbook.error());
        }
        result.workbooks.push_back(workbook ? *workbook : nullptr);
    }
    cache.keepOnly(project.sources);
    return {};
}

/// The panel of the plan, read anew only when plan or sources changed. Problems: those of
/// sheets::readPanel.
Result<ImportPtr> readImport(const Project& project, const std::vector<WorkbookPtr>& workbooks,
                             ImportCache& cache, Progress& progress) {
    const Hash key = hashValue(project.sources, hashValue(project.plan));
    if (ImportPtr known = cache.find(key)) {
        return known;
    }
    std::vector<const sheets::Workbook*> readable;
    for (const WorkbookPtr& workbook : workbooks) {
        if (workbook) {
            readable.push_back(workbook.get());
        }
    }
    CITYPANEL_TRY(auto read, sheets::readPanel(readable, project.plan, false, progress));
    auto shared = std::make_shared<const sheets::ImportResult>(std::move(read));
    cache.store(key, shared);
    return ImportPtr(shared);
}

bool isPlanned(const sheets::ImportPlan& plan, const std::string& file) {
    return std::any_of(plan.sheets.begin(), plan.sheets.end(),
                       [&](const sheets::SheetImport& sheet) { return sheet.file == file; });
}

} // namespace

Result<ReadSources> readSources(const Project& project, ImportCache& cache, Progress& progress) {
    ReadSources result;
    SubProgress files(progress, 0, shareOfFiles);
    CITYPANEL_TRY_STATUS(readWorkbooks(project, cache, files, result));
    if (project.plan.sheets.empty()) {
        return result;
    }
    SubProgress joining(progress, shareOfFiles, 1);
    auto import = readImport(project, result.workbooks, cache, joining);
    if (!import && isCancelled(import.error())) {
        return import.error();
    }
    if (import) {
        result.import = *std::move(import);
    } else {
        result.problems.push_back(import.error());
    }
    return result;
}

Result<sheets::ImportPlan> detectTables(const std::vector<Source>& sources, ImportCache& cache,
                                        Progress& progress) {
    std::vector<WorkbookPtr> workbooks;
    std::vector<const sheets::Workbook*> pointers;
    const double count = static_cast<double>(sources.size());
    for (const Source& source : sources) {
        const double done = static_cast<double>(workbooks.size());
        SubProgress part(progress, done / count, (done + 1) / count);
        CITYPANEL_TRY(auto workbook, cache.workbook(source, part));
        pointers.push_back(workbook.get());
        workbooks.push_back(std::move(workbook));
    }
    return sheets::detectPlan(pointers);
}

Project withSources(Project project, const std::vector<Source>& added,
                    const sheets::ImportPlan& detected) {
    std::vector<sheets::SheetImport> tables;
    std::copy_if(detected.sheets.begin(), detected.sheets.end(), std::back_inserter(tables),
                 [&](const auto& table) { return !isPlanned(project.plan, table.file); });
    auto& planned = project.plan.sheets;
    if (planned.empty()) {
        project.plan.unitNames = detected.unitNames;
    }
    planned.insert(planned.end(), tables.begin(), tables.end());
    sheets::addOffers(detected.names, project.plan.names);
    for (const Source& source : added) {
        const auto known = std::find_if(project.sources.begin(), project.sources.end(),
                                        [&](const Source& s) { return s.name == source.name; });
        if (known == project.sources.end()) {
            project.sources.push_back(source);
        } else {
            *known = source;
        }
    }
    return project;
}

} // namespace citypanel::project
