// SPDX-License-Identifier: GPL-3.0-or-later
// Headings that come again, told apart by the total they are of.
#include "core/sheets/of_which_headings.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/heading_units.h"
#include "core/sheets/name_forms.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace citypanel::sheets {

namespace {

/// Whether a header cell over a column begins a list of parts.
bool beginsParts(const Sheet& sheet, const Layout& layout, const ColumnLayout& column) {
    static const QRegularExpression mark(QStringLiteral("^(?:其中|of which)\\s*:|^#"),
                                         QRegularExpression::CaseInsensitiveOption);
    for (std::int64_t row = layout.headerBegin; row < layout.headerEnd; ++row) {
        const std::string text = tidyHeader(
            sheet.textAt(static_cast<std::size_t>(row), static_cast<std::size_t>(column.column)));
        if (mark.match(QString::fromStdString(text)).hasMatch()) {
            return true;
        }
    }
    return false;
}

/// Whether a column stands under a blank merged cell of the header: what is left of that is the
/// total, and parts of it stand below it.
bool isUnderBlankMerge(const Sheet& sheet, const Layout& layout, const ColumnLayout& column) {
    const auto at = static_cast<std::size_t>(column.column);
    if (column.label == column.scope) {
        return false; // of what is not said
    }
    return std::any_of(sheet.merged.begin(), sheet.merged.end(), [&](const MergedRange& range) {
        const bool isInHeader = static_cast<std::int64_t>(range.firstRow) >= layout.headerBegin &&
                                static_cast<std::int64_t>(range.lastRow) + 1 < layout.headerEnd;
        return isInHeader && range.firstColumn <= at && at <= range.lastColumn &&
               range.firstColumn < range.lastColumn && range.firstColumn > 1 &&
               tidyHeader(sheet.textAt(range.firstRow, range.firstColumn)).empty();
    });
}

/// For each column the total whose parts stand there, as far as a mark says so: the last one
/// before the nearest mark.
std::vector<std::optional<std::size_t>> totals(const Sheet& sheet, const Layout& layout) {
    std::vector<std::optional<std::size_t>> found(layout.columns.size());
    std::optional<std::size_t> total;
    bool wasMarked = false;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const bool isValue = layout.columns[i].isImported && !layout.columns[i].isText;
        const bool isMarked = isValue && beginsParts(sheet, layout, layout.columns[i]);
        const bool isAfterValue =
            i > 0 && layout.columns[i - 1].isImported && !layout.columns[i - 1].isText;
        if (isMarked && !wasMarked && isAfterValue) {
            total = i - 1;
        }
        wasMarked = isMarked;
        found[i] = isValue ? total : std::nullopt;
    }
    return found;
}

/// Whether a part of a total is measured as it is: 其中：利润 of a number of firms is not, nor is
/// any average, share or growth.
bool isSameMeasureOfPart(const ColumnLayout& total, const ColumnLayout& part) {
    static const QRegularExpression counts(QStringLiteral("^[百千万]?[个家户件所座辆部台次]$"));
    static const QRegularExpression ratio(
        QStringLiteral("均|率|比|占|面$|指数|增|速|强度|密度|系数"));
    const QString label = QString::fromStdString(part.label);
    return !counts.match(QString::fromStdString(total.unitOfMeasure)).hasMatch() &&
           !ratio.match(label).hasMatch() && mayBeIn(part.label, total.unitOfMeasure);
}

/// Calls a part that says nothing of its total after it; between them stand parts alone.
void namePart(const Sheet& sheet, const Layout& layout, std::size_t part, std::size_t total,
              ColumnLayout& column) {
    for (std::size_t i = total + 1; i < part; ++i) {
        const ColumnLayout& between = layout.columns[i];
        if (!saysPartOnly(nameWithoutScope(between)) && !beginsParts(sheet, layout, between)) {
            return;
        }
    }
    const ColumnLayout& whole = layout.columns[total];
    column.name = nameWithoutScope(whole) + "_" + column.name;
    column.label = whole.label + ", " + column.label;
}

/// Calls all parts that say nothing of their total after it.
void nameParts(const Sheet& sheet, const Layout& unnamed, std::vector<ColumnLayout>& columns) {
    const auto isPart = [](const ColumnLayout& column) {
        return saysPartOnly(nameWithoutScope(column));
    };
    if (std::none_of(columns.begin(), columns.end(), isPart)) {
        return;
    }
    const std::vector<std::optional<std::size_t>> ofTotal = totals(sheet, unnamed);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (isPart(columns[i]) && ofTotal[i] && *ofTotal[i] < i) {
            namePart(sheet, unnamed, i, *ofTotal[i], columns[i]);
        }
    }
}

} // namespace

bool saysPartOnly(const std::string& name) {
    static const QRegularExpression parts(
        QStringLiteral("^(男|女|男性|女性|城镇|农村|乡村|第[一二三]产业)$"));
    return matches(name, parts);
}

bool saysWholeOnly(const std::string& name) {
    static const QRegularExpression wholes(
        QStringLiteral("^(合计|总计|小计|总数|总量|全部|数量|金额)$"));
    return matches(name, wholes);
}

void giveUnitOfTotal(const Sheet& sheet, Layout& layout) {
    const ColumnLayout* total = nullptr;
    bool isPart = false;
    std::string last; // part, without its scope
    for (ColumnLayout& column : layout.columns) {
        const bool isValue = column.isImported && !column.isText;
        const std::string name = nameWithoutScope(column);
        const bool goesOn = isPart && (saysPartOnly(name) || name == last); // 其中：男 | 女
        last = name;
        isPart = isValue && total != nullptr &&
                 (goesOn || beginsParts(sheet, layout, column) ||
                  isUnderBlankMerge(sheet, layout, column));
        if (!isPart) {
            total = isValue ? &column : nullptr;
        } else if (column.unitOfMeasure.empty() && isSameMeasureOfPart(*total, column)) {
            column.unitOfMeasure = total->unitOfMeasure;
        }
    }
}

void nameOfWhich(const Sheet& sheet, Layout& layout) {
    const Layout unnamed = layout;
    nameParts(sheet, unnamed, layout.columns);
    std::map<std::string, std::vector<std::size_t>> byName;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        byName[unnamed.columns[i].name].push_back(i);
    }
    std::vector<std::optional<std::size_t>> ofTotal;
    const std::vector<ColumnLayout>& before = unnamed.columns;
    for (const auto& [name, columns] : byName) {
        if (columns.size() < 2 || saysPartOnly(nameWithoutScope(before[columns.front()]))) {
            continue;
        }
        if (ofTotal.empty()) {
            ofTotal = totals(sheet, layout);
        }
        std::set<std::size_t> different;
        std::set<std::string> firstParts;
        for (const std::size_t i : columns) {
            if (ofTotal[i]) {
                different.insert(*ofTotal[i]);
                firstParts.insert(before[*ofTotal[i] + 1].name);
            }
        }
        if (different.size() != columns.size() || firstParts.size() != 1) {
            continue; // a total may come again by itself
        }
        for (const std::size_t i : columns) {
            ColumnLayout& column = layout.columns[i];
            const ColumnLayout& total = before[*ofTotal[i]];
            column.name = total.name + "_" + column.name;
            column.label = total.label + ", " + column.label;
        }
    }
}

} // namespace citypanel::sheets
