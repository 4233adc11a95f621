// SPDX-License-Identifier: GPL-3.0-or-later
// Columns before and after a step.
#include "core/recipe/step_effect.h"

#include <algorithm>

namespace citypanel::recipe {

const ColumnInfo* Columns::find(std::string_view name) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const ColumnInfo& info) { return info.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

std::vector<std::string> Columns::names() const {
    std::vector<std::string> names;
    names.reserve(columns.size());
    for (const ColumnInfo& info : columns) {
        names.push_back(info.name);
    }
    return names;
}

std::vector<ColumnInfo> infosOf(const Columns& columns, const std::vector<ColumnName>& names) {
    std::vector<ColumnInfo> infos;
    for (const ColumnName& name : names) {
        if (const ColumnInfo* info = columns.find(name.text)) {
            infos.push_back(*info);
        }
    }
    return infos;
}

Columns columnsOf(const Panel& panel) {
    return {panel.columnInfo(), panel.keys()};
}

namespace {

void put(std::vector<ColumnInfo>& columns, const ColumnInfo& info) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const ColumnInfo& c) { return c.name == info.name; });
    if (found == columns.end()) {
        columns.push_back(info);
    } else {
        *found = info;
    }
}

void rename(Columns& columns, const ColumnRename& change) {
    for (ColumnInfo& info : columns.columns) {
        info.name = info.name == change.from ? change.to : info.name;
    }
    for (std::string* key : {&columns.keys.unit, &columns.keys.period}) {
        *key = *key == change.from ? change.to : *key;
    }
}

} // namespace

Columns columnsAfter(const Columns& before, const ColumnEffect& effect) {
    Columns after = before;
    for (const std::string& name : effect.removes) {
        std::erase_if(after.columns, [&](const ColumnInfo& info) { return info.name == name; });
    }
    for (const ColumnInfo& info : effect.changes) {
        put(after.columns, info);
    }
    for (const ColumnInfo& info : effect.adds) {
        put(after.columns, info);
    }
    for (const ColumnRename& change : effect.renames) {
        rename(after, change);
    }
    after.keys = effect.keys.value_or(after.keys);
    return after;
}

} // namespace citypanel::recipe
