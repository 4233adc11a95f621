// SPDX-License-Identifier: GPL-3.0-or-later
// Rows grouped by what their labels say.
#include "core/sheets/indicator_rows.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/repeated_keys.h"
#include "core/sheets/unit_of_measure.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr std::size_t mostTables = 400;

std::size_t at(std::int64_t position) {
    return static_cast<std::size_t>(position);
}

/// The different texts of a column's body; nothing where a cell holds anything else.
std::set<std::string> textsOf(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    constexpr std::size_t most = 2000;
    std::set<std::string> texts;
    std::set<std::string_view> met; // each is tidied once
    const std::size_t end = std::min(sheet.rowCount(), at(layout.bodyEnd));
    for (std::size_t row = at(layout.bodyBegin); row < end && texts.size() <= most; ++row) {
        const Cell cell = sheet.at(row, at(column));
        if (cell.kind == CellKind::Number) {
            return {};
        }
        if (cell.kind == CellKind::Text && met.insert(cell.text).second &&
            isFilled(sheet, row, at(column))) {
            texts.insert(tidyHeader(cell.text));
        }
    }
    return texts.size() > most ? std::set<std::string>{} : texts;
}

bool areScopes(const std::set<std::string>& texts) {
    return !texts.empty() && std::all_of(texts.begin(), texts.end(), [](const std::string& text) {
        return !scopeWord(text).empty();
    });
}

bool areUnitsOfMeasure(const std::set<std::string>& texts) {
    const auto known = std::count_if(texts.begin(), texts.end(), [](const std::string& text) {
        return text == "%" || measureUnit(text).has_value();
    });
    return known > 0 && 2 * static_cast<std::size_t>(known) >= texts.size();
}

/// What the labels of a row say, in the order of RowLabels::columns.
using Labels = std::vector<std::string>;

Labels labelsOf(const Sheet& sheet, const std::vector<std::int64_t>& columns, std::size_t row) {
    Labels labels;
    for (const std::int64_t column : columns) {
        const Cell cell = sheet.at(row, at(column));
        labels.emplace_back(cell.kind == CellKind::Text ? cell.text : std::string_view());
    }
    return labels;
}

bool holdsNumber(const Sheet& sheet, const Layout& layout, std::size_t row) {
    return std::any_of(
        layout.columns.begin(), layout.columns.end(), [&](const ColumnLayout& column) {
            return column.isImported &&
                   readNumber(sheet.at(row, at(column.column))).meaning == CellMeaning::Number;
        });
}

/// The groups of rows with values, in the order they are met, and whether some unit and period has
/// more than one of them.
struct RowGroups {
    std::vector<Labels> groups{};
    bool tellUnitsApart = false;
};

RowGroups groupsOf(const Sheet& sheet, const Layout& layout,
                   const std::vector<std::int64_t>& columns) {
    RowGroups result;
    std::set<Labels> met;
    std::set<std::pair<std::string, std::string>> keys;
    const std::size_t begin = at(layout.bodyBegin);
    const std::size_t end = std::min(sheet.rowCount(), at(layout.bodyEnd));
    const auto named = layout.unitColumn < 0 ? std::vector<std::size_t>()
                                             : keyRows(sheet, layout, layout.unitColumn);
    for (std::size_t row = begin; row < end; ++row) {
        const bool hasName = !named.empty() && named[row - begin] != noRow;
        const std::string unit =
            hasName ? sheet.textAt(named[row - begin], at(layout.unitColumn)) : std::string();
        if ((layout.unitColumn >= 0 && unit.empty()) || !holdsNumber(sheet, layout, row)) {
            continue;
        }
        Labels labels = labelsOf(sheet, columns, row);
        if (met.insert(labels).second) {
            result.groups.push_back(std::move(labels));
        }
        const std::string period =
            layout.periodColumn < 0 ? std::string() : sheet.textAt(row, at(layout.periodColumn));
        result.tellUnitsApart = !keys.emplace(unit, period).second || result.tellUnitsApart;
    }
    return result;
}

/// What a group's rows say of their values.
struct Said {
    std::string label{};
    HeaderText header{};
    std::string unitOfMeasure{};
    std::string scope{};
};

Said saidBy(const RowLabels& labels, const Labels& texts) {
    Said said;
    std::size_t next = 0;
    const auto take = [&](std::int64_t column) {
        return column < 0 ? std::string() : tidyHeader(texts[next++]);
    };
    said.label = take(labels.indicator);
    said.unitOfMeasure = take(labels.unitOfMeasure);
    said.scope = scopeWord(take(labels.scope));
    if (!said.label.empty()) {
        said.header = joinHeader({said.label});
        said.unitOfMeasure =
            said.unitOfMeasure.empty() ? said.header.unitOfMeasure : said.unitOfMeasure;
    }
    return said;
}

/// Names the columns of a table by what its rows say.
void nameColumns(const Said& said, Layout& layout) {
    std::set<std::string> names;
    for (const ColumnLayout& column : layout.columns) {
        if (column.isImported && !column.isText) {
            names.insert(column.name);
        }
    }
    for (ColumnLayout& column : layout.columns) {
        if (!column.isImported || column.isText) {
            continue;
        }
        if (!said.header.name.empty()) {
            column.name = said.header.name + (names.size() > 1 ? "_" + column.name : "");
            column.variableLabel = said.label;
        }
        if (!said.unitOfMeasure.empty()) {
            column.unitOfMeasure = said.unitOfMeasure;
        }
        const std::string scope = said.scope.empty() ? said.header.scope : said.scope;
        if (!said.scope.empty() && column.scope.empty()) {
            column.name = withScope({column.name, column.label, {}, {}}, scope).name;
        }
        column.scope = column.scope.empty() ? scope : column.scope;
    }
}

} // namespace

std::vector<std::int64_t> RowLabels::columns() const {
    std::vector<std::int64_t> all;
    for (const std::int64_t column : {indicator, unitOfMeasure, scope}) {
        if (column >= 0) {
            all.push_back(column);
        }
    }
    return all;
}

bool RowLabels::contains(std::int64_t column) const {
    return column >= 0 && (column == indicator || column == unitOfMeasure || column == scope);
}

RowLabels rowLabels(const Sheet& sheet, const Layout& layout) {
    static const QRegularExpression indicators =
        caseless("^(指标|变量|项目)(名|名称|内容)?$|"
                 "^(indicator|variable|series|item)s?([ _]?names?)?$");
    static const QRegularExpression measures =
        caseless("^(指标|计量|数据)?单位$|^(units?|uom|units? of measure|measure)$");
    RowLabels labels;
    for (const ColumnLayout& column : layout.columns) {
        if (!column.isText) {
            continue;
        }
        const std::string header = tidyHeader(column.label);
        const bool isIndicator = matches(header, indicators);
        const bool isMeasure = matches(header, measures);
        const std::set<std::string> texts = textsOf(sheet, layout, column.column);
        if (labels.indicator < 0 && isIndicator && !texts.empty()) {
            labels.indicator = column.column;
        } else if (labels.unitOfMeasure < 0 && isMeasure && areUnitsOfMeasure(texts)) {
            labels.unitOfMeasure = column.column;
        } else if (labels.scope < 0 && areScopes(texts)) {
            labels.scope = column.column;
        }
    }
    return labels;
}

std::vector<DetectedLayout> partedByRows(const Sheet& sheet, DetectedLayout table) {
    RowLabels labels = rowLabels(sheet, table.layout);
    for (std::int64_t* label : {&labels.indicator, &labels.unitOfMeasure, &labels.scope}) {
        const bool isKey = *label == table.layout.unitColumn || *label == table.layout.periodColumn;
        *label = isKey ? -1 : *label;
    }
    const std::vector<std::int64_t> columns = labels.columns();
    if (!table.hasTable || columns.empty() || table.layout.unitColumn < 0) {
        return {std::move(table)};
    }
    DetectedLayout unlabelled = table;
    for (ColumnLayout& column : unlabelled.layout.columns) {
        column.isImported = column.isImported && !labels.contains(column.column);
    }
    const RowGroups rows = groupsOf(sheet, unlabelled.layout, columns);
    const bool hasUnits = labels.unitOfMeasure >= 0 || labels.scope >= 0;
    const bool isParted = rows.groups.size() > 1 && (rows.tellUnitsApart || hasUnits);
    if (rows.groups.empty() || rows.groups.size() > mostTables ||
        (rows.groups.size() > 1 && !isParted)) {
        return {std::move(table)};
    }
    std::vector<DetectedLayout> tables;
    for (const Labels& group : rows.groups) {
        DetectedLayout part = unlabelled;
        nameColumns(saidBy(labels, group), part.layout);
        for (std::size_t i = 0; i < columns.size() && isParted; ++i) {
            part.layout.rowsWhere.push_back({columns[i], group[i]});
        }
        tables.push_back(std::move(part));
    }
    return tables;
}

} // namespace citypanel::sheets
