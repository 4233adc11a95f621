// SPDX-License-Identifier: GPL-3.0-or-later
// Headings that say no variable, called after what the whole table is of.
#include "core/sheets/names_by_title.h"

#include "core/sheets/companion_names.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/named_year.h"
#include "core/sheets/of_which_headings.h"
#include "core/sheets/section_words.h"
#include "core/sheets/table_variable.h"
#include "core/sheets/unit_of_measure.h"
#include "core/sheets/value_columns.h"
#include "core/sheets/year_headers.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

namespace citypanel::sheets {

namespace {

/// The one column of values under a year and nothing else, where no other heading says a year:
/// 2014年 | 比上年增长 | 位次. Null where there is none, or more.
ColumnLayout* columnOfOneYear(Layout& layout) {
    ColumnLayout* found = nullptr;
    for (ColumnLayout& column : layout.columns) {
        if (!column.isImported || splitYear(column.label).year == 0) {
            continue;
        }
        if (found != nullptr || column.isText || yearAlone(column.label) == 0) {
            return nullptr;
        }
        found = &column;
    }
    return found;
}

/// Whether a column is headed by a scope and nothing else.
bool isScopeAlone(const ColumnLayout& column) {
    return column.isImported && !column.isText && !column.scope.empty() &&
           column.label == column.scope;
}

/// Whether scopes alone in a header of one row are of the variables left of them: they come again,
/// each right behind a variable and in a unit of its kind, if any, and the table counts no
/// districts.
bool followVariables(const std::vector<ColumnLayout>& columns) {
    static const QRegularExpression counted(QStringLiteral("县|区划|[乡镇旗]|街道|地级市"));
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].isImported &&
            counted.match(QString::fromStdString(columns[i].label)).hasMatch()) {
            return false;
        }
        if (!isScopeAlone(columns[i])) {
            continue;
        }
        const bool isBehind = i > 0 && columns[i - 1].isImported && !columns[i - 1].isText &&
                              columns[i - 1].scope.empty() &&
                              (columns[i].unitOfMeasure.empty() ||
                               conversion(columns[i].unitOfMeasure, columns[i - 1].unitOfMeasure));
        if (!isBehind) {
            return false;
        }
        ++pairs;
    }
    return pairs > 1;
}

} // namespace

void nameByYearAndTitle(DetectedLayout& detected) {
    ColumnLayout* column = columnOfOneYear(detected.layout);
    const HeaderText variable = titleHeader(detected.title);
    const std::int64_t stated = detected.titleYear.ofData();
    if (column == nullptr || variable.name.empty() || isUnitWord(variable.name) ||
        (stated != 0 && stated != yearAlone(column->label))) {
        return;
    }
    detected.titleYear.data = yearAlone(column->label);
    column->name = variable.name;
    column->unitOfMeasure =
        column->unitOfMeasure.empty() ? variable.unitOfMeasure : column->unitOfMeasure;
}

void nameScopesAlone(Layout& layout) {
    std::vector<ColumnLayout>& columns = layout.columns;
    if (layout.headerEnd != layout.headerBegin + 1 || !followVariables(columns)) {
        return;
    }
    for (std::size_t i = 1; i < columns.size(); ++i) {
        if (isScopeAlone(columns[i])) {
            const HeaderText header =
                withScope({columns[i - 1].name, columns[i - 1].label, {}, {}}, columns[i].scope);
            columns[i].name = header.name;
            columns[i].label = header.label;
            columns[i].unitOfMeasure = columns[i].unitOfMeasure.empty()
                                           ? columns[i - 1].unitOfMeasure
                                           : columns[i].unitOfMeasure;
        }
    }
}

HeaderText indicatorOfTable(const Sheet& sheet, const std::string& fileName,
                            const DetectedLayout& detected) {
    HeaderText titled = titleHeader(detected.title);
    const Layout& layout = detected.layout;
    const auto isSection = [&](const ColumnLayout& column) { // GDP(亿元) over rows of scopes
        const ColumnContent content = contentOf(sheet, layout, column.column);
        return !column.isImported && column.column != layout.unitColumn &&
               content.numbers + content.texts == 0;
    };
    if (std::any_of(layout.columns.begin(), layout.columns.end(), isSection)) {
        return titled;
    }
    const bool isBySheet = sheet.name() != fileName && !saysNothing(sheet.name());
    if (!titled.name.empty() || isBySheet) {
        return titled;
    }
    static const QRegularExpression number(QStringLiteral("^v?[\\d_]*$")); // 2014.xlsx
    HeaderText ofFile = variableOfTable({}, {}, fileName);
    return matches(ofFile.name, number) ? titled : ofFile;
}

void nameScopesByTitle(const HeaderText& variable, Layout& layout) {
    if (isUnitWord(variable.name)) {
        return;
    }
    std::set<std::string> scopes;
    for (const ColumnLayout& column : layout.columns) {
        const bool isValue = column.isImported && !column.isText;
        if (isValue && (!isScopeAlone(column) || !scopes.insert(column.scope).second)) {
            return;
        }
    }
    for (ColumnLayout& column : layout.columns) {
        if (isScopeAlone(column) && !variable.name.empty()) {
            const HeaderText header =
                withScope({variable.name, variable.label, {}, {}}, column.scope);
            column.name = header.name;
            column.label = header.label;
            column.unitOfMeasure =
                column.unitOfMeasure.empty() ? variable.unitOfMeasure : column.unitOfMeasure;
        }
    }
}

void namePartsByTitle(const std::string& variable, Layout& layout) {
    static const QRegularExpression many(
        QStringLiteral("指标|情况|概况|统计|资料|、|和|及|与|，|,|表$"));
    if (variable.empty() || isUnitWord(variable) || saysPartOnly(variable) ||
        saysWholeOnly(variable) || matches(variable, many)) {
        return;
    }
    const auto saysNoVariable = [](const std::string& name) { // 合计, 合计_男
        const QStringList parts = QString::fromStdString(name).split(u'_');
        return std::all_of(parts.begin(), parts.end(), [](const QString& part) {
            return saysKindOnly(part.toStdString()) || saysWholeOnly(part.toStdString());
        });
    };
    bool haveAnyOf = false; // the title's variable
    const auto isOther = [&](const ColumnLayout& column) {
        const std::string name = nameWithoutScope(column);
        const bool isOf = saysNoVariable(name);
        const bool isValue = column.isImported && !column.isText;
        haveAnyOf = haveAnyOf || (isValue && isOf);
        return isValue && !isOf && !isCompanionName(name);
    };
    if (std::any_of(layout.columns.begin(), layout.columns.end(), isOther) || !haveAnyOf) {
        return;
    }
    for (ColumnLayout& column : layout.columns) {
        if (column.isImported && !column.isText) {
            column.name = variable + "_" + column.name;
        }
    }
}

} // namespace citypanel::sheets
