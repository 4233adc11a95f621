// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli sheets: the sheets of a file and how each would be read.
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/hidden_parts.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/import.h"
#include "core/sheets/layout.h"
#include "core/sheets/read_workbook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <span>
#include <utility>
#include <vector>

namespace citypanel::cli {

namespace {

constexpr text::Bilingual noTableWord{"no table found", "没有找到表格"};
constexpr text::Bilingual headerWord{"header rows", "表头行"};
constexpr text::Bilingual bodyWord{"body rows", "数据行"};
constexpr text::Bilingual unitsWord{"unit of measure", "计量单位"};
constexpr text::Bilingual unitKeyWord{"units in column", "个体所在列"};
constexpr text::Bilingual turnedWord{"rows and columns change places; counted as in the file",
                                     "行列互换后读取；行列号按文件原样"};
constexpr text::Bilingual givenUnitWord{"all of", "全表属于"};
constexpr text::Bilingual rowsWhereWord{"rows where", "只取行"};
constexpr text::Bilingual periodWord{"period", "时期"};
constexpr text::Bilingual variablesWord{"variables", "变量"};
constexpr text::Bilingual hiddenWord{"hidden", "隐藏"};
constexpr text::Bilingual hiddenRowsWord{"hidden rows", "隐藏的行"};
constexpr text::Bilingual hiddenColumnsWord{"hidden columns", "隐藏的列"};
constexpr text::Bilingual mustTellWord{"stands nowhere: give --year",
                                       "文件中没有：请用 --year 给出"};

/// A row of the grid as the file counts it: a column, by its letters, of a turned sheet.
std::string rowName(const sheets::Layout& layout, std::int64_t row) {
    return layout.isTransposed ? sheets::columnLetters(row) : std::to_string(row + 1);
}

std::string columnName(const sheets::Layout& layout, std::int64_t column) {
    return layout.isTransposed ? std::to_string(column + 1) : sheets::columnLetters(column);
}

std::string rowRange(const sheets::Layout& layout, std::int64_t begin, std::int64_t end) {
    if (end <= begin) {
        return "-"; // a table without a header
    }
    return end - begin == 1 ? rowName(layout, begin)
                            : rowName(layout, begin) + "-" + rowName(layout, end - 1);
}

bool periodIsMissing(const sheets::Layout& layout, const std::string& file,
                     const std::string& sheet) {
    const bool fromSheet = layout.periodRule != sheets::PeriodRule::Column &&
                           layout.periodRule != sheets::PeriodRule::Headers;
    return fromSheet && sheets::periodOfSheet(layout, file, sheet) == 0;
}

std::string periodText(const sheets::Layout& layout, const std::string& file,
                       const std::string& sheet, text::Language language) {
    if (layout.periodRule == sheets::PeriodRule::Column) {
        return columnName(layout, layout.periodColumn);
    }
    if (layout.periodRule == sheets::PeriodRule::Headers) {
        return std::string(nameOf(layout.periodRule));
    }
    if (periodIsMissing(layout, file, sheet)) {
        return std::string(mustTellWord.in(language));
    }
    return std::to_string(sheets::periodOfSheet(layout, file, sheet)) + " (" +
           std::string(nameOf(layout.periodRule)) + ")";
}

std::string describeTable(const sheets::Sheet& sheet, const sheets::DetectedLayout& detected,
                          const std::string& file, text::Language language) {
    const sheets::Layout& layout = detected.layout;
    std::string lines;
    const auto line = [&](const text::Bilingual& word, const std::string& value) {
        lines += "  " + std::string(word.in(language)) + ": " + value + "\n";
    };
    if (!detected.hasTable) {
        return lines + "  " + std::string(noTableWord.in(language)) + "\n";
    }
    lines += "  " + std::string(nameOf(layout.kind)) +
             (detected.title.empty() ? "" : "  \"" + detected.title + "\"") + "\n";
    if (layout.isTransposed) {
        lines += "  " + std::string(turnedWord.in(language)) + "\n";
    }
    line(headerWord, rowRange(layout, layout.headerBegin, layout.headerEnd));
    line(bodyWord, rowRange(layout, layout.bodyBegin, layout.bodyEnd));
    if (!detected.unitLine.empty()) {
        line(unitsWord, detected.unitLine);
    }
    for (const sheets::RowCondition& condition : layout.rowsWhere) {
        line(rowsWhereWord, columnName(layout, condition.column) + " = " + condition.text);
    }
    line(unitKeyWord, layout.unitColumn < 0 ? "-" : columnName(layout, layout.unitColumn));
    if (!layout.givenUnit.empty()) {
        line(givenUnitWord, layout.givenUnit);
    }
    line(periodWord, periodText(layout, file, sheet.name(), language));
    line(variablesWord, std::to_string(layout.columns.size()));
    for (const sheets::ColumnLayout& column : layout.columns) {
        lines += "    " + columnName(layout, column.column) + "  " + column.name +
                 (column.unitOfMeasure.empty() ? "" : " (" + column.unitOfMeasure + ")") +
                 (column.isImported ? "" : "  -") + "\n";
    }
    return lines;
}

/// The tables of a sheet, with the periods they have beside the other sheets of the file.
std::vector<sheets::DetectedLayout> tablesOf(const sheets::Sheet& sheet, const std::string& file,
                                             const sheets::ImportPlan& plan) {
    std::vector<sheets::DetectedLayout> tables = sheets::detectLayouts(sheet, file);
    for (const sheets::SheetImport& entry : plan.sheets) {
        const auto at = static_cast<std::size_t>(entry.table);
        if (entry.sheet == sheet.name() && at < tables.size()) {
            tables[at].layout.periodRule = entry.layout.periodRule;
            tables[at].layout.givenPeriod = entry.layout.givenPeriod;
        }
    }
    return tables;
}

std::string describeSheet(const sheets::Sheet& sheet, const std::string& file,
                          const sheets::ImportPlan& plan, text::Language language) {
    std::string lines = sheet.name() + "  " + std::to_string(sheet.rowCount()) + " x " +
                        std::to_string(sheet.columnCount());
    lines += sheet.isHidden ? "  (" + std::string(hiddenWord.in(language)) + ")\n" : "\n";
    for (const auto& [word, names] : {std::pair(hiddenRowsWord, hiddenRows(sheet)),
                                      std::pair(hiddenColumnsWord, hiddenColumns(sheet))}) {
        if (!names.empty()) {
            lines += "  " + std::string(word.in(language)) + ": " + listed(names, false) + "\n";
        }
    }
    for (const sheets::DetectedLayout& table : tablesOf(sheet, file, plan)) {
        lines += describeTable(sheet, table, file, language);
    }
    return lines;
}

QString qs(const std::string& text) {
    return QString::fromStdString(text);
}

QString qs(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonArray namesJson(const std::vector<std::string>& names) {
    QJsonArray array;
    for (const std::string& name : names) {
        array.append(qs(name));
    }
    return array;
}

QJsonObject columnJson(const sheets::Layout& layout, const sheets::ColumnLayout& column) {
    return {{QStringLiteral("column"), qs(columnName(layout, column.column))},
            {QStringLiteral("name"), qs(column.name)},
            {QStringLiteral("label"), qs(column.label)},
            {QStringLiteral("unit_of_measure"), qs(column.unitOfMeasure)},
            {QStringLiteral("scope"), qs(column.scope)},
            {QStringLiteral("imported"), column.isImported}};
}

/// What a table means, put into the object.
void describeTable(const sheets::Sheet& sheet, const sheets::DetectedLayout& detected,
                   const std::string& file, QJsonObject& json) {
    const sheets::Layout& layout = detected.layout;
    QJsonArray columns;
    for (const sheets::ColumnLayout& column : layout.columns) {
        columns.append(columnJson(layout, column));
    }
    const std::int64_t period = sheets::periodOfSheet(layout, file, sheet.name());
    json[QStringLiteral("layout")] = qs(nameOf(layout.kind));
    json[QStringLiteral("is_transposed")] = layout.isTransposed;
    if (!layout.givenUnit.empty()) {
        json[QStringLiteral("given_unit")] = qs(layout.givenUnit);
    }
    QJsonObject conditions;
    for (const sheets::RowCondition& condition : layout.rowsWhere) {
        conditions[qs(columnName(layout, condition.column))] = qs(condition.text);
    }
    if (!conditions.isEmpty()) {
        json[QStringLiteral("rows_where")] = conditions;
    }
    json[QStringLiteral("title")] = qs(detected.title);
    json[QStringLiteral("units_line")] = qs(detected.unitLine);
    json[QStringLiteral("header_rows")] =
        qs(rowRange(layout, layout.headerBegin, layout.headerEnd));
    json[QStringLiteral("body_rows")] = qs(rowRange(layout, layout.bodyBegin, layout.bodyEnd));
    json[QStringLiteral("unit_column")] =
        layout.unitColumn < 0 ? QJsonValue()
                              : QJsonValue(qs(columnName(layout, layout.unitColumn)));
    json[QStringLiteral("period_column")] =
        layout.periodColumn < 0 ? QJsonValue()
                                : QJsonValue(qs(columnName(layout, layout.periodColumn)));
    json[QStringLiteral("period_rule")] = qs(nameOf(layout.periodRule));
    json[QStringLiteral("period")] = period == 0 ? QJsonValue() : QJsonValue(qint64{period});
    json[QStringLiteral("variables")] = columns;
}

/// A sheet with its first table; further ones, stacked below it, in a list.
QJsonObject sheetJson(const sheets::Sheet& sheet, const std::string& file,
                      const sheets::ImportPlan& plan) {
    const std::vector<sheets::DetectedLayout> tables = tablesOf(sheet, file, plan);
    QJsonObject json{{QStringLiteral("name"), qs(sheet.name())},
                     {QStringLiteral("rows"), static_cast<qint64>(sheet.rowCount())},
                     {QStringLiteral("columns"), static_cast<qint64>(sheet.columnCount())},
                     {QStringLiteral("hidden"), sheet.isHidden},
                     {QStringLiteral("hidden_rows"), namesJson(hiddenRows(sheet))},
                     {QStringLiteral("hidden_columns"), namesJson(hiddenColumns(sheet))},
                     {QStringLiteral("has_table"), tables[0].hasTable}};
    if (tables[0].hasTable) {
        describeTable(sheet, tables[0], file, json);
    }
    QJsonArray further;
    for (std::size_t i = 1; i < tables.size(); ++i) {
        QJsonObject table;
        describeTable(sheet, tables[i], file, table);
        further.append(table);
    }
    if (!further.isEmpty()) {
        json[QStringLiteral("further_tables")] = further;
    }
    return json;
}

Outcome runSheets(const Invocation& invocation) {
    TerminalProgress progress;
    CITYPANEL_CLI_TRY(const sheets::Workbook workbook,
                      sheets::readWorkbookFile(invocation.arguments[0], progress));
    const sheets::ImportPlan plan = sheets::detectPlan(std::span(&workbook, 1));
    if (invocation.format == "json") {
        QJsonArray list;
        for (const sheets::Sheet& sheet : workbook.sheets) {
            list.append(sheetJson(sheet, workbook.fileName, plan));
        }
        const QJsonObject json{{QStringLiteral("file"), qs(workbook.fileName)},
                               {QStringLiteral("sheets"), list}};
        return Output{QJsonDocument(json).toJson(), workbook.warnings};
    }
    std::string lines;
    for (const sheets::Sheet& sheet : workbook.sheets) {
        lines += describeSheet(sheet, workbook.fileName, plan, invocation.language);
    }
    return Output{QByteArray::fromStdString(lines), workbook.warnings};
}

} // namespace

const Command& sheetsCommand() {
    static const Command command{"sheets",
                                 "FILE",
                                 {"lists the sheets of a file and how each would be read",
                                  "列出文件中的工作表及其识别出的布局"},
                                 1,
                                 1,
                                 {},
                                 "text|json",
                                 "text",
                                 &runSheets};
    return command;
}

} // namespace citypanel::cli
