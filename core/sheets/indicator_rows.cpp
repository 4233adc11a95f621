// SPDX-License-Identifier: GPL-3.0-or-later
// Rows grouped by what their labels say.
#include "core/sheets/indicator_rows.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/of_which_headings.h"
#include "core/sheets/repeated_keys.h"
#include "core/sheets/unit_of_measure.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
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

/// A column that labels rows, and for each row of the body the one whose label holds for it.
struct LabelColumn {
    std::int64_t column = 0;
    std::vector<std::size_t> rows{};
    bool isWrittenOnce = false; ///< for several rows
};

std::vector<LabelColumn> labelColumns(const Sheet& sheet, const Layout& layout,
                                      const std::vector<std::int64_t>& columns) {
    std::vector<LabelColumn> all;
    for (const std::int64_t column : columns) {
        LabelColumn label{.column = column, .rows = keyRows(sheet, layout, column)};
        for (std::size_t i = 0; i < label.rows.size(); ++i) {
            const bool isOfOther =
                label.rows[i] != noRow && label.rows[i] != at(layout.bodyBegin) + i;
            label.isWrittenOnce = label.isWrittenOnce || isOfOther;
        }
        all.push_back(std::move(label));
    }
    return all;
}

/// What the labels of the row in position `index` of the body say.
Labels labelsOf(const Sheet& sheet, const std::vector<LabelColumn>& columns, std::size_t index) {
    Labels labels;
    for (const LabelColumn& label : columns) {
        const std::size_t row = label.rows[index];
        const Cell cell = row == noRow ? Cell{} : sheet.at(row, at(label.column));
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

/// Rows that say the same: all of them, or where labels are written once those from one such label
/// to the next.
struct RowGroup {
    Labels labels{};
    std::size_t begin = 0; ///< rows of the sheet
    std::size_t end = 0;
};

/// The groups of rows with values, in the order they are met, and whether some unit and period has
/// more than one of them.
struct RowGroups {
    std::vector<RowGroup> groups{};
    bool tellUnitsApart = false;
};

/// Collects groups row by row.
class GroupFinder {
public:
    GroupFinder(const std::vector<LabelColumn>& columns, std::size_t begin)
        : columns_(columns), begin_(begin) {}

    /// To be called for each row, whether it holds values or not.
    void enter(std::size_t index, std::size_t row) {
        std::vector<std::size_t> once;
        for (const LabelColumn& column : columns_) {
            if (column.isWrittenOnce) {
                once.push_back(column.rows[index]);
            }
        }
        if (once != once_) {
            close(row);
            once_ = std::move(once);
        }
    }

    void add(const Labels& labels) {
        if (met_.insert(labels).second) {
            groups_.push_back({labels, begin_, begin_});
        }
    }

    std::vector<RowGroup> take(std::size_t end) {
        close(end);
        return std::move(groups_);
    }

private:
    void close(std::size_t end) {
        for (std::size_t i = groups_.size() - met_.size(); i < groups_.size(); ++i) {
            groups_[i].end = end;
        }
        met_.clear();
        begin_ = end;
    }

    const std::vector<LabelColumn>& columns_;
    std::size_t begin_;             ///< of the rows of the labels that are written once
    std::vector<std::size_t> once_; ///< rows of those labels
    std::set<Labels> met_;          ///< the last groups, which are not closed
    std::vector<RowGroup> groups_;
};

RowGroups groupsOf(const Sheet& sheet, const Layout& layout,
                   const std::vector<LabelColumn>& columns) {
    RowGroups result;
    std::set<std::pair<std::string, std::string>> keys;
    const std::size_t begin = at(layout.bodyBegin);
    const std::size_t end = std::min(sheet.rowCount(), at(layout.bodyEnd));
    GroupFinder finder(columns, begin);
    const auto named = layout.unitColumn < 0 ? std::vector<std::size_t>()
                                             : keyRows(sheet, layout, layout.unitColumn);
    for (std::size_t row = begin; row < end; ++row) {
        finder.enter(row - begin, row);
        const bool hasName = !named.empty() && named[row - begin] != noRow;
        const std::string unit =
            hasName ? sheet.textAt(named[row - begin], at(layout.unitColumn)) : std::string();
        if ((layout.unitColumn >= 0 && unit.empty()) || !holdsNumber(sheet, layout, row)) {
            continue;
        }
        finder.add(labelsOf(sheet, columns, row - begin));
        const std::string period =
            layout.periodColumn < 0 ? std::string() : sheet.textAt(row, at(layout.periodColumn));
        result.tellUnitsApart = !keys.emplace(unit, period).second || result.tellUnitsApart;
    }
    result.groups = finder.take(at(layout.bodyEnd));
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

/// Rows of the sheet with one label, by the label of the total that they are a part of.
using RowsByTotal = std::map<std::string, std::vector<std::int64_t>>;

bool beginsWithBlank(const std::string& label) {
    return label.starts_with(' ') || label.starts_with("\u3000") || label.starts_with('\t');
}

/// For each label of parts (其中：工业, or one that blanks stand before) the rows that have it, by
/// the nearest label of another kind above them that is of the same unit.
std::map<std::string, RowsByTotal> rowsOfParts(const Sheet& sheet, const Layout& layout,
                                               std::int64_t indicator) {
    std::map<std::string, RowsByTotal> parts;
    if (indicator < 0 || layout.unitColumn < 0) {
        return parts;
    }
    const auto named = keyRows(sheet, layout, layout.unitColumn);
    const std::size_t end = std::min(sheet.rowCount(), at(layout.bodyEnd));
    std::map<std::string, std::string> totals; // by unit: cities may follow each other
    std::set<std::string> inParts;             // units whose last row is a part
    for (std::size_t row = at(layout.bodyBegin); row < end; ++row) {
        const std::size_t key = named[row - at(layout.bodyBegin)];
        const std::string unit =
            key == noRow ? std::string() : sheet.textAt(key, at(layout.unitColumn));
        std::string& total = totals[unit];
        const std::string label = sheet.textAt(row, at(indicator));
        const std::string name = joinHeader({tidyHeader(label)}).name;
        const bool goesOn = (inParts.contains(unit) && saysKindOnly(name)) || // 其中：男, 女
                            saysKindOf(joinHeader({tidyHeader(total)}).name, name);
        if (saysOfWhich(tidyHeader(label)) || beginsWithBlank(label) || goesOn) {
            parts[label][total].push_back(static_cast<std::int64_t>(row));
            inParts.insert(unit);
        } else {
            total = label;
            inParts.erase(unit);
        }
    }
    return parts;
}

/// What rows say that are a part of a total.
Said asPart(Said said, const std::string& total) {
    const HeaderText header = joinHeader({tidyHeader(total)});
    const ColumnLayout whole{
        .name = header.name, .label = header.label, .unitOfMeasure = header.unitOfMeasure};
    ColumnLayout part{
        .name = said.header.name, .label = said.header.label, .unitOfMeasure = said.unitOfMeasure};
    makePartOf(whole, part);
    said.label = part.label;
    said.header.name = part.name;
    said.unitOfMeasure = part.unitOfMeasure;
    return said;
}

/// A table for each total that the rows of a label are a part of.
std::vector<DetectedLayout> partedByTotals(const DetectedLayout& table, const Said& said,
                                           const RowsByTotal& rows) {
    std::vector<DetectedLayout> tables;
    for (const auto& [total, own] : rows) {
        tables.push_back(table);
        auto& ignored = tables.back().layout.ignoredRows;
        for (const auto& [other, others] : rows) {
            if (other != total) {
                ignored.insert(ignored.end(), others.begin(), others.end());
            }
        }
        std::sort(ignored.begin(), ignored.end());
        nameColumns(total.empty() ? said : asPart(said, total), tables.back().layout);
    }
    return tables;
}

/// The table with the rows of a group: those with its labels, within its rows where some label is
/// written once for several.
DetectedLayout partOfGroup(const DetectedLayout& table, const RowGroup& group,
                           const std::vector<LabelColumn>& written, bool isParted) {
    DetectedLayout part = table;
    bool areRanges = false;
    for (std::size_t i = 0; i < written.size() && isParted; ++i) {
        if (!written[i].isWrittenOnce) {
            part.layout.rowsWhere.push_back({written[i].column, group.labels[i]});
        }
        areRanges = areRanges || written[i].isWrittenOnce;
    }
    if (areRanges) {
        part.layout.bodyBegin = static_cast<std::int64_t>(group.begin);
        part.layout.bodyEnd = static_cast<std::int64_t>(group.end);
    }
    return part;
}

/// The columns that label the rows of a table, without its keys.
RowLabels labelsBesideKeys(const Sheet& sheet, const Layout& layout) {
    RowLabels labels = rowLabels(sheet, layout);
    for (std::int64_t* label : {&labels.indicator, &labels.unitOfMeasure, &labels.scope}) {
        const bool isKey = *label == layout.unitColumn || *label == layout.periodColumn;
        *label = isKey ? -1 : *label;
    }
    return labels;
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
    const RowLabels labels = labelsBesideKeys(sheet, table.layout);
    const std::vector<std::int64_t> columns = labels.columns();
    if (!table.hasTable || columns.empty() || table.layout.unitColumn < 0) {
        return {std::move(table)};
    }
    DetectedLayout unlabelled = table;
    for (ColumnLayout& column : unlabelled.layout.columns) {
        column.isImported = column.isImported && !labels.contains(column.column);
    }
    const std::vector<LabelColumn> written = labelColumns(sheet, table.layout, columns);
    const RowGroups rows = groupsOf(sheet, unlabelled.layout, written);
    const bool hasUnits = labels.unitOfMeasure >= 0 || labels.scope >= 0;
    const bool isParted = rows.groups.size() > 1 && (rows.tellUnitsApart || hasUnits);
    if (rows.groups.empty() || rows.groups.size() > mostTables ||
        (rows.groups.size() > 1 && !isParted)) {
        return {std::move(table)};
    }
    const bool areRanges =
        isParted && std::any_of(written.begin(), written.end(),
                                [](const LabelColumn& label) { return label.isWrittenOnce; });
    const auto parts = areRanges || !isParted ? std::map<std::string, RowsByTotal>()
                                              : rowsOfParts(sheet, table.layout, labels.indicator);
    std::vector<DetectedLayout> tables;
    for (const RowGroup& group : rows.groups) {
        DetectedLayout part = partOfGroup(unlabelled, group, written, isParted);
        const Said said = saidBy(labels, group.labels);
        const auto ofTotals = parts.find(group.labels.front());
        if (labels.indicator >= 0 && ofTotals != parts.end()) {
            for (DetectedLayout& ofTotal : partedByTotals(part, said, ofTotals->second)) {
                tables.push_back(std::move(ofTotal));
            }
            continue;
        }
        nameColumns(said, part.layout);
        tables.push_back(std::move(part));
    }
    return tables;
}

} // namespace citypanel::sheets
