// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the workbooks of a project and joining their sheets.
#include "core/project/read_sources.h"

#include "core/sheets/read_workbook.h"

#include <algorithm>
#include <utility>

namespace citypanel::project {

namespace {

constexpr double shareOfReading = 0.7; // of the time of an import, the rest is joining

Hash keyOf(const Project& project) {
    return hashValue(project.sources, hashValue(project.plan));
}

bool isPlanned(const sheets::ImportPlan& plan, const std::string& file) {
    return std::any_of(plan.sheets.begin(), plan.sheets.end(),
                       [&](const sheets::SheetImport& sheet) { return sheet.file == file; });
}

} // namespace

ImportPtr ImportCache::find(Hash key) const {
    const std::lock_guard lock(mutex_);
    return key == key_ ? result_ : nullptr;
}

void ImportCache::store(Hash key, ImportPtr result) {
    const std::lock_guard lock(mutex_);
    key_ = key;
    result_ = std::move(result);
}

Result<std::vector<sheets::Workbook>> readWorkbooks(const Project& project, Progress& progress) {
    std::vector<sheets::Workbook> workbooks;
    const double count = static_cast<double>(std::max<std::size_t>(project.sources.size(), 1));
    for (std::size_t i = 0; i < project.sources.size(); ++i) {
        const Source& source = project.sources[i];
        if (!isPlanned(project.plan, source.name)) {
            continue;
        }
        SubProgress part(progress, static_cast<double>(i) / count,
                         static_cast<double>(i + 1) / count);
        CITYPANEL_TRY(auto workbook, sheets::readWorkbook(source.bytes, source.name, part));
        workbooks.push_back(std::move(workbook));
    }
    return workbooks;
}

Result<ImportPtr> readSources(const Project& project, ImportCache& cache, Progress& progress) {
    if (project.plan.sheets.empty()) {
        return std::make_shared<const sheets::ImportResult>();
    }
    const Hash key = keyOf(project);
    if (ImportPtr known = cache.find(key)) {
        return known;
    }
    SubProgress reading(progress, 0.0, shareOfReading);
    CITYPANEL_TRY(const auto workbooks, readWorkbooks(project, reading));
    SubProgress joining(progress, shareOfReading, 1.0);
    CITYPANEL_TRY(auto result, sheets::readPanel(workbooks, project.plan, false, joining));
    auto shared = std::make_shared<const sheets::ImportResult>(std::move(result));
    cache.store(key, shared);
    return ImportPtr(shared);
}

} // namespace citypanel::project
