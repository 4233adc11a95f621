// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli import: yearbook files to one long panel, with a report on standard error.
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "core/panel/number_text.h"
#include "core/report/atomic_file.h"
#include "core/sheets/data_file.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/text/pattern.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace citypanel::cli {

namespace {

constexpr text::Bilingual layoutWord{
    "--layout must be one of auto, long, wide, sheet-per-year, file-per-year",
    "--layout 应为 auto、long、wide、sheet-per-year、file-per-year 之一"};
constexpr text::Bilingual yearWord{"--year must be a year, or one of file, file-1, title",
                                   "--year 应为年份，或 file、file-1、title 之一"};
constexpr text::Bilingual summaryPattern{
    "{1} units x {2} periods, {3} rows, {4} variables: {5} values, {6} missing, {7} numbers stored "
    "as text, {8} warnings",
    "{1} 个个体 × {2} 个时期，{3} 行，{4} 个变量：{5} 个值，{6} 个缺失，{7} "
    "个以文本存储的数字，{8} 条警告"};
constexpr text::Bilingual variableWord{"--var must be NAME=HEADER", "--var 应为 名称=表头"};

std::optional<Failure> applyLayout(const Invocation& invocation, sheets::Layout& layout) {
    const std::string kind = invocation.valueOr("layout", "auto");
    if (kind == "long") {
        layout.kind = sheets::LayoutKind::Long;
        layout.periodRule = sheets::PeriodRule::Column;
    } else if (kind == "wide") {
        layout.kind = sheets::LayoutKind::WideByPeriod;
        layout.periodRule = sheets::PeriodRule::Headers;
    } else if (kind == "sheet-per-year") {
        layout.kind = sheets::LayoutKind::OnePeriod;
        layout.periodRule = sheets::PeriodRule::SheetName;
    } else if (kind == "file-per-year") {
        layout.kind = sheets::LayoutKind::OnePeriod;
        layout.periodRule = sheets::PeriodRule::FileName;
    } else if (kind != "auto") {
        return Failure::wrongUsage(std::string(layoutWord.in(invocation.language)));
    }
    return std::nullopt;
}

/// Only sheets whose rows do not say their own period take --year.
std::optional<Failure> applyYear(const Invocation& invocation, sheets::Layout& layout) {
    const auto year = invocation.value("year");
    if (!year) {
        return std::nullopt;
    }
    const auto number = parseNumber(*year);
    const bool isYear = number && *number >= 1000 && *number <= 9999;
    if (!isYear && *year != "file" && *year != "file-1" && *year != "title") {
        return Failure::wrongUsage(std::string(yearWord.in(invocation.language)));
    }
    if (layout.kind != sheets::LayoutKind::OnePeriod) {
        return std::nullopt;
    }
    if (isYear) {
        layout.periodRule = sheets::PeriodRule::Given;
        layout.givenPeriod = static_cast<std::int64_t>(*number);
    } else if (*year == "file" || *year == "file-1") {
        layout.periodRule =
            *year == "file" ? sheets::PeriodRule::FileName : sheets::PeriodRule::FileNameLessOne;
    }
    return std::nullopt;
}

/// Keeps the columns that --var names (by header or detected name), under the names given.
std::optional<Failure> applyVariables(const Invocation& invocation, sheets::Layout& layout) {
    const auto found = invocation.options.find("var");
    if (found == invocation.options.end()) {
        return std::nullopt;
    }
    for (sheets::ColumnLayout& column : layout.columns) {
        column.isImported = false;
    }
    for (const std::string& pair : found->second) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0) {
            return Failure::wrongUsage(std::string(variableWord.in(invocation.language)));
        }
        const std::string header = pair.substr(equals + 1);
        for (sheets::ColumnLayout& column : layout.columns) {
            if (column.name == header || column.label == header) {
                column.name = pair.substr(0, equals);
                column.isImported = true;
            }
        }
    }
    return std::nullopt;
}

std::optional<Failure> adjust(const Invocation& invocation, sheets::ImportPlan& plan) {
    const std::string scope = invocation.valueOr("scope", "all");
    plan.scope = scope == "all" ? std::string() : scope;
    for (sheets::SheetImport& sheet : plan.sheets) {
        for (const auto apply : {&applyLayout, &applyYear, &applyVariables}) {
            if (auto failure = apply(invocation, sheet.layout)) {
                return failure;
            }
        }
    }
    return std::nullopt;
}

std::string csvField(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    return quoted + "\"";
}

/// What a reader of the cell list should know: an unreadable cell, a name understood differently.
std::string noteOf(const sheets::ReadCell& cell) {
    if (cell.isUnreadable) {
        return "unreadable";
    }
    return cell.unit == cell.unitAsWritten ? std::string() : "unit written " + cell.unitAsWritten;
}

QByteArray cellsCsv(const std::vector<sheets::ReadCell>& cells) {
    std::string csv = "unit,code,period,variable,scope,unit_of_measure,value,file,sheet,cell,"
                      "as_written,note\n";
    for (const sheets::ReadCell& cell : cells) {
        const std::vector<std::string> fields{cell.unit,
                                              cell.code,
                                              std::to_string(cell.period),
                                              cell.variable,
                                              cell.scope,
                                              cell.unitOfMeasure,
                                              shortestText(cell.value),
                                              cell.file,
                                              cell.sheet,
                                              cellName(cell.row, cell.column),
                                              cell.asWritten,
                                              noteOf(cell)};
        for (std::size_t i = 0; i < fields.size(); ++i) {
            csv += (i == 0 ? "" : ",") + csvField(fields[i]);
        }
        csv += "\n";
    }
    return QByteArray::fromStdString(csv);
}

QByteArray reportJson(const sheets::ImportResult& result) {
    const auto count = [](std::size_t n) { return static_cast<qint64>(n); };
    const Panel& panel = result.panel;
    const std::size_t gaps = panel.unitCount() * panel.distinctPeriods().size() - panel.rowCount();
    const QJsonObject json{
        {QStringLiteral("units"), count(panel.unitCount())},
        {QStringLiteral("periods"), count(panel.distinctPeriods().size())},
        {QStringLiteral("rows"), count(panel.rowCount())},
        {QStringLiteral("variables"), count(panel.columnCount() - 2)},
        {QStringLiteral("values"), count(result.report.valueCount)},
        {QStringLiteral("missing"), count(result.report.missingCount)},
        {QStringLiteral("numbers_as_text"), count(result.report.textNumberCount)},
        {QStringLiteral("rows_skipped"), count(result.report.skippedRowCount)},
        {QStringLiteral("absent_unit_periods"), count(gaps)},
        {QStringLiteral("warnings"), count(result.report.warnings.size())}};
    return QJsonDocument(json).toJson();
}

QByteArray reportText(const sheets::ImportResult& result, text::Language language) {
    const Panel& panel = result.panel;
    const auto number = [](std::size_t n) { return std::to_string(n); };
    return QByteArray::fromStdString(
        text::filledInOrder(summaryPattern, language,
                            {number(panel.unitCount()), number(panel.distinctPeriods().size()),
                             number(panel.rowCount()), number(panel.columnCount() - 2),
                             number(result.report.valueCount), number(result.report.missingCount),
                             number(result.report.textNumberCount),
                             number(result.report.warnings.size())}) +
        "\n");
}

Outcome run(const Invocation& invocation) {
    TerminalProgress progress;
    std::vector<sheets::Workbook> workbooks;
    for (const std::string& path : invocation.arguments) {
        CITYPANEL_CLI_TRY(sheets::Workbook workbook, sheets::readWorkbookFile(path, progress));
        workbooks.push_back(std::move(workbook));
    }
    sheets::ImportPlan plan = sheets::withSureNames(sheets::detectPlan(workbooks));
    if (auto failure = adjust(invocation, plan)) {
        return tl::unexpected(*std::move(failure));
    }
    const auto cells = invocation.value("cells");
    CITYPANEL_CLI_TRY(const sheets::ImportResult result,
                      sheets::readPanel(workbooks, plan, cells.has_value(), progress));
    if (cells) {
        const Status written =
            report::writeAtomically(QString::fromStdString(*cells), cellsCsv(result.cells));
        if (!written) {
            return tl::unexpected(Failure::of(written.error()));
        }
    }
    return Output{sheets::csvOf(result.panel), result.report.warnings,
                  invocation.format == "json" ? reportJson(result)
                                              : reportText(result, invocation.language)};
}

} // namespace

const Command& importCommand() {
    static const Command command{
        "import",
        "FILE...",
        {"joins yearbook files to one long panel (csv)", "把年鉴文件合并成一个长表面板（csv）"},
        1,
        1000,
        {{"layout",
          "KIND",
          {"auto (default), long, wide, sheet-per-year, file-per-year",
           "布局：auto（默认）、long、wide、sheet-per-year、file-per-year"}},
         {"year",
          "YEAR",
          {"the period of pages that carry none: a year, file, file-1, title",
           "没有年份的页面的时期：年份、file、file-1、title"}},
         {"scope", "SCOPE", {"全市, 市辖区 or all (default)", "口径：全市、市辖区或 all（默认）"}},
         {"var",
          "NAME=HEADER",
          {"take this column under this name (repeatable)", "按此名称取该列（可重复）"},
          true},
         {"cells",
          "CELLS.csv",
          {"also write one row for each value read", "另外逐个写出读到的值"}}},
        "csv|json",
        "csv",
        &run};
    return command;
}

} // namespace citypanel::cli
