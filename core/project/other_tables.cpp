// SPDX-License-Identifier: GPL-3.0-or-later
// Finding the tables of merge steps.
#include "core/project/other_tables.h"

#include "core/sheets/data_file.h"

#include <variant>

namespace citypanel::project {

Result<OtherTablePtr> OtherTableCache::table(const Source& source, const sheets::Workbook& workbook,
                                             const std::string& sheet) {
    const std::pair<std::string, std::string> key{source.contentHash, sheet};
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = tables_.find(key); found != tables_.end()) {
            return found->second;
        }
    }
    const sheets::Sheet* found =
        sheet.empty() && !workbook.sheets.empty() ? &workbook.sheets.front() : workbook.find(sheet);
    if (found == nullptr) {
        return Problem{.code = ProblemCode::SheetNotFound,
                       .place = {.file = source.name, .sheet = sheet},
                       .found = sheet};
    }
    CITYPANEL_TRY(Panel panel, sheets::panelOfSheet(*found, source.name, {}));
    auto table = std::make_shared<const recipe::OtherTable>(
        recipe::OtherTable{std::move(panel), hashText(sheet, hashText(source.contentHash))});
    const std::lock_guard lock(mutex_);
    tables_[key] = table;
    return OtherTablePtr(table);
}

recipe::Step withTable(recipe::Step step, const std::vector<Source>& sources,
                       const std::vector<WorkbookPtr>& workbooks, OtherTableCache& cache) {
    auto* merge = std::get_if<recipe::MergeStep>(&step);
    for (std::size_t i = 0; merge != nullptr && i < sources.size() && i < workbooks.size(); ++i) {
        if (sources[i].name == merge->source.text && workbooks[i]) {
            const auto table = cache.table(sources[i], *workbooks[i], merge->sheet);
            merge->table = table ? *table : nullptr;
        }
    }
    return step;
}

recipe::Recipe withTables(recipe::Recipe recipe, const std::vector<Source>& sources,
                          const std::vector<WorkbookPtr>& workbooks, OtherTableCache& cache) {
    for (recipe::RecipeStep& step : recipe.steps) {
        step.step = withTable(std::move(step.step), sources, workbooks, cache);
    }
    return recipe;
}

} // namespace citypanel::project
