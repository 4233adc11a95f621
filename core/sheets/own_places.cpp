// SPDX-License-Identifier: GPL-3.0-or-later
// A table of places read by the names of its columns.
#include "core/sheets/own_places.h"

#include "core/panel/origin.h"
#include "core/sheets/cell_text.h"

#include <QRegularExpression>
#include <QString>

#include <optional>
#include <set>

namespace citypanel::sheets {

namespace {

/// Which columns hold what; a table without a header of names lists names in its first column.
struct PlaceColumns {
    std::optional<std::size_t> code{};
    std::optional<std::size_t> name{};
    std::optional<std::size_t> group{};
    std::optional<std::size_t> aliases{};
};

bool means(const QString& header, const char* pattern) {
    return QRegularExpression(QString::fromUtf8(pattern), QRegularExpression::CaseInsensitiveOption)
        .match(header)
        .hasMatch();
}

PlaceColumns findColumns(const Sheet& sheet) {
    PlaceColumns columns;
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        const QString header = QString::fromStdString(tidyHeader(sheet.textAt(0, column)));
        if (means(header, "(代码|编码)$|code$|^id$")) {
            columns.code = columns.code.value_or(column);
        } else if (means(header, "^(别名|曾用名)$|^alias(es)?$")) {
            columns.aliases = columns.aliases.value_or(column);
        } else if (means(header, "^(省份?|组|地区组|所属.*)$|^(group|province|state|region)$")) {
            columns.group = columns.group.value_or(column);
        } else if (means(header, "(名称|名)$|name$|^(县|县区|企业|公司|国家|unit|county|firm)$")) {
            columns.name = columns.name.value_or(column);
        }
    }
    return columns;
}

std::vector<std::string> partedAliases(const std::string& text) {
    static const QRegularExpression separators(QStringLiteral("[;；|]"));
    std::vector<std::string> aliases;
    const auto parts = QString::fromStdString(text).split(separators, Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        aliases.push_back(tidyName(part.toStdString()));
    }
    return aliases;
}

} // namespace

Result<std::vector<OwnPlace>> readOwnPlaces(const Workbook& workbook) {
    if (workbook.sheets.empty()) {
        return Problem{.code = ProblemCode::NoDataRows, .place = {.file = workbook.fileName}};
    }
    const Sheet& sheet = workbook.sheets[0];
    PlaceColumns columns = findColumns(sheet);
    const std::size_t firstRow = columns.name ? 1 : 0;
    const std::size_t nameColumn = columns.name.value_or(0);
    std::vector<OwnPlace> places;
    std::set<std::string> seen;
    for (std::size_t row = firstRow; row < sheet.rowCount(); ++row) {
        const auto text = [&](std::optional<std::size_t> column) {
            return column ? tidyName(sheet.textAt(row, *column)) : std::string();
        };
        OwnPlace place{.code = columns.name ? text(columns.code) : std::string(),
                       .name = text(nameColumn),
                       .group = columns.name ? text(columns.group) : std::string(),
                       .aliases = partedAliases(text(columns.aliases))};
        if (place.name.empty()) {
            continue;
        }
        if (!seen.insert(place.group + "\n" + place.name).second) {
            return Problem{.code = ProblemCode::DuplicateKey,
                           .place = {.file = workbook.fileName,
                                     .sheet = sheet.name(),
                                     .cell = cellName(static_cast<std::int32_t>(row),
                                                      static_cast<std::int32_t>(nameColumn)),
                                     .unit = place.name}};
        }
        places.push_back(std::move(place));
    }
    if (places.empty()) {
        return Problem{.code = ProblemCode::NoDataRows,
                       .place = {.file = workbook.fileName, .sheet = sheet.name()}};
    }
    return places;
}

} // namespace citypanel::sheets
