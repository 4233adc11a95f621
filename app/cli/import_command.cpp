// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli import: yearbook files to one long panel, with a report on standard error.
#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/import_report.h"
#include "app/cli/panel_output.h"
#include "core/panel/near_names.h"
#include "core/panel/number_text.h"
#include "core/project/mapping_file.h"
#include "core/sheets/file_names.h"
#include "core/sheets/find_sheet.h"
#include "core/sheets/header_text.h"
#include "core/sheets/import.h"
#include "core/sheets/import_mapping.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/own_places.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/unit_of_measure.h"
#include "core/text/pattern.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>

namespace citypanel::cli {

namespace {

constexpr text::Bilingual layoutWord{
    "--layout must be one of auto, long, wide, sheet-per-year, file-per-year, turned",
    "--layout 应为 auto、long、wide、sheet-per-year、file-per-year、turned 之一"};
constexpr text::Bilingual yearWord{
    "--year must be a year, or one of file, file-1, sheet, sheet-1, title",
    "--year 应为年份，或 file、file-1、sheet、sheet-1、title 之一"};
constexpr text::Bilingual ruleWord{
    "--conflicts and --repeats must be one of first, newer, mean, missing",
    "--conflicts 和 --repeats 应为 first、newer、mean、missing 之一"};
constexpr text::Bilingual convertWord{"--convert must be VARIABLE=UNIT, e.g. GDP=亿元",
                                      "--convert 应为 变量=单位，例如 GDP=亿元"};
constexpr text::Bilingual unitWord{
    "--convert {asked}: no unit of measure of {variable} is given in {where}. Write it behind the "
    "heading, “{variable}(万元)”, or above the table, “单位：万元”, and import again",
    "--convert {asked}：{where} 没有注明 {variable} 的单位。请在表头注明，如“{variable}(万元)”，"
    "或在表上方注明，如“单位：万元”，然后重新导入"};
constexpr text::Bilingual variableWord{"--var must be NAME=HEADER, not “{given}”",
                                       "--var 应为 名称=表头，不能是“{given}”"};

/// The table read with rows and columns changed places, whatever stands on its sheet.
void turn(std::span<const sheets::Workbook* const> workbooks, sheets::SheetImport& table) {
    if (const sheets::Sheet* sheet = sheets::findSheet(workbooks, table)) {
        table.layout = sheets::layoutTurned(*sheet, table.file, true).layout;
    }
}

std::optional<Failure> applyLayout(const Invocation& invocation,
                                   std::span<const sheets::Workbook* const> workbooks,
                                   sheets::SheetImport& table) {
    const std::string kind = invocation.valueOr("layout", "auto");
    sheets::Layout& layout = table.layout;
    if (kind == "turned") {
        turn(workbooks, table);
    } else if (kind == "long") {
        layout.kind = sheets::LayoutKind::Long;
        layout.periodRule = sheets::PeriodRule::Column;
    } else if (kind == "wide") {
        layout.kind = sheets::LayoutKind::WideByPeriod;
        layout.periodRule = sheets::PeriodRule::Headers;
    } else if (kind == "sheet-per-year") {
        layout.kind = sheets::LayoutKind::OnePeriod;
        layout.periodRule = sheets::PeriodRule::SheetName;
        layout.isPeriodGuessed = false;
    } else if (kind == "file-per-year") {
        layout.kind = sheets::LayoutKind::OnePeriod;
        layout.periodRule = sheets::PeriodRule::FileName;
        layout.isPeriodGuessed = false;
    } else if (kind != "auto") {
        return Failure::wrongUsage(std::string(layoutWord.in(invocation.language)));
    }
    return std::nullopt;
}

/// The rule that --year names.
std::optional<sheets::PeriodRule> yearRule(const std::string& word) {
    using sheets::PeriodRule;
    static const std::map<std::string, PeriodRule> rules{{"file", PeriodRule::FileName},
                                                         {"file-1", PeriodRule::FileNameLessOne},
                                                         {"sheet", PeriodRule::SheetName},
                                                         {"sheet-1", PeriodRule::SheetNameLessOne},
                                                         {"title", PeriodRule::Title}};
    const auto found = rules.find(word);
    return found == rules.end() ? std::nullopt : std::optional(found->second);
}

/// A table by a rule; one whose title states no year has to be told it.
void takeYearRule(sheets::PeriodRule rule, sheets::Layout& layout) {
    const bool isTitled = layout.periodRule == sheets::PeriodRule::Title ||
                          layout.periodRule == sheets::PeriodRule::TitleLessOne;
    layout.isPeriodGuessed = false;
    if (rule == sheets::PeriodRule::Title && isTitled) {
        return;
    }
    layout.periodRule = rule;
    layout.givenPeriod = 0;
}

/// --year for the pages that carry none; where all carry one, for all pages instead of it.
std::optional<Failure> applyYear(const Invocation& invocation, sheets::ImportPlan& plan) {
    const auto year = invocation.value("year");
    if (!year) {
        return std::nullopt;
    }
    const auto rule = yearRule(*year);
    const auto number = parseNumber(*year);
    const bool isYear = number && *number >= 1000 && *number <= 9999;
    if (!isYear && !rule) {
        return Failure::wrongUsage(std::string(yearWord.in(invocation.language)));
    }
    if (isYear && !sheets::missingPeriods(plan).empty()) {
        plan = sheets::withPeriod(std::move(plan), static_cast<std::int64_t>(*number));
        return std::nullopt;
    }
    for (sheets::SheetImport& sheet : plan.sheets) {
        sheets::Layout& layout = sheet.layout;
        if (layout.kind != sheets::LayoutKind::OnePeriod) {
            continue;
        }
        takeYearRule(rule.value_or(sheets::PeriodRule::Given), layout);
        layout.givenPeriod = isYear ? static_cast<std::int64_t>(*number) : layout.givenPeriod;
    }
    return std::nullopt;
}

/// The tables whose year stands nowhere, with the options that tell it.
Problems untoldYears(const sheets::ImportPlan& plan) {
    Problems missing = sheets::missingPeriods(plan);
    for (Problem& problem : missing) {
        problem.expected = "--year YEAR, file, file-1, sheet, sheet-1, title";
    }
    return missing;
}

/// Whether a column is meant: by its name or its header, with its unit of measure or without.
bool isCalled(const sheets::ColumnLayout& column, const std::string& header) {
    return column.name == header || column.label == header ||
           column.name == sheets::joinHeader({header}).name;
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
        const std::string header = pair.substr(equals + 1);
        for (sheets::ColumnLayout& column : layout.columns) {
            if (isCalled(column, header)) {
                column.name = pair.substr(0, equals);
                column.isImported = true;
            }
        }
    }
    return std::nullopt;
}

/// The labels and names of a plan's columns, each once.
std::vector<std::string> columnNames(const sheets::ImportPlan& plan) {
    std::vector<std::string> known;
    std::unordered_set<std::string> added;
    const auto add = [&](const std::string& name) {
        if (!name.empty() && added.insert(name).second) {
            known.push_back(name);
        }
    };
    for (const sheets::SheetImport& sheet : plan.sheets) {
        for (const sheets::ColumnLayout& column : sheet.layout.columns) {
            add(column.label);
            add(column.name);
        }
    }
    return known;
}

/// Every header that --var names is in one of the files.
std::optional<Failure> checkVariables(const Invocation& invocation,
                                      const sheets::ImportPlan& plan) {
    const std::vector<std::string> known = columnNames(plan);
    const auto found = invocation.options.find("var");
    for (const std::string& pair :
         found == invocation.options.end() ? std::vector<std::string>{} : found->second) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0) {
            return wrongUsage(invocation, variableWord, {{"given", pair}});
        }
        const std::string header = pair.substr(equals + 1);
        const bool isKnown = std::any_of(
            plan.sheets.begin(), plan.sheets.end(), [&](const sheets::SheetImport& sheet) {
                const auto& columns = sheet.layout.columns;
                return std::any_of(columns.begin(), columns.end(),
                                   [&](const auto& column) { return isCalled(column, header); });
            });
        if (!isKnown) {
            return Failure::of({.code = ProblemCode::VariableUnknown,
                                .place = {.variable = header},
                                .found = "--var " + pair,
                                .expected = nearNames(header, known)});
        }
    }
    return std::nullopt;
}

std::optional<Failure> applyRules(const Invocation& invocation, sheets::ImportPlan& plan) {
    const auto read = [&](const char* option, sheets::ConflictRule& rule) {
        const auto given = invocation.value(option);
        const auto known = given ? valueOf<sheets::ConflictRule>(*given) : std::nullopt;
        rule = known.value_or(rule);
        return !given || known;
    };
    if (read("conflicts", plan.betweenSources) && read("repeats", plan.withinTable)) {
        return std::nullopt;
    }
    return Failure::wrongUsage(std::string(ruleWord.in(invocation.language)));
}

/// Whether what --convert asks for can be done: the variable is there, with a unit of measure that
/// can become that one. Tables that give none stay as they are where others are converted; the
/// report warns of those whose values are of another size.
std::optional<Failure> checkConversion(const sheets::ImportPlan& plan, const std::string& variable,
                                       const std::string& unit, text::Language language) {
    std::vector<std::string> names;
    std::string otherUnit;
    std::string where;
    bool isKnown = false;
    bool isConverted = false;
    for (const sheets::SheetImport& sheet : plan.sheets) {
        for (const sheets::ColumnLayout& column : sheet.layout.columns) {
            if (!column.isImported) {
                continue;
            }
            names.push_back(column.name);
            const bool isMeant = column.name == variable;
            const bool isOther = isMeant && !sheets::conversion(column.unitOfMeasure, unit);
            isKnown = isKnown || isMeant;
            isConverted = isConverted || (isMeant && !isOther);
            if (isOther && otherUnit.empty()) {
                otherUnit = column.unitOfMeasure;
                where = sheet.file + ", " + sheet.sheet;
            }
        }
    }
    if (!isKnown) {
        return Failure::of({.code = ProblemCode::VariableUnknown,
                            .place = {.variable = variable},
                            .found = "--convert " + variable + "=" + unit,
                            .expected = nearNames(variable, names)});
    }
    if (where.empty() || (otherUnit.empty() && isConverted)) {
        return std::nullopt;
    }
    if (otherUnit.empty()) {
        return Failure{
            ExitStatus::DataProblem,
            text::filled(
                unitWord, language,
                {{"asked", variable + "=" + unit}, {"variable", variable}, {"where", where}}),
            {}};
    }
    std::string targets; // of the unit that is there
    for (const std::string& target : sheets::conversionTargets(otherUnit)) {
        targets += (targets.empty() ? "" : ", ") + target;
    }
    return Failure::of({.code = ProblemCode::OptionInvalid,
                        .place = {.variable = "--convert"},
                        .found = variable + " (" + otherUnit + "; " + where + ") = " + unit,
                        .expected = targets});
}

std::optional<Failure> applyConversions(const Invocation& invocation, sheets::ImportPlan& plan) {
    const auto found = invocation.options.find("convert");
    if (found == invocation.options.end()) {
        return std::nullopt;
    }
    for (const std::string& pair : found->second) {
        const std::size_t equals = pair.find('=');
        const std::string unit = equals == std::string::npos ? "" : pair.substr(equals + 1);
        if (equals == 0 || !sheets::measureUnit(unit)) {
            return Failure::wrongUsage(std::string(convertWord.in(invocation.language)));
        }
        if (auto failure =
                checkConversion(plan, pair.substr(0, equals), unit, invocation.language)) {
            return failure;
        }
        plan = sheets::withUnitOfMeasure(std::move(plan), pair.substr(0, equals), unit);
    }
    return std::nullopt;
}

/// --places: china, none, or a file with a list of places.
std::optional<Failure> applyPlaces(const Invocation& invocation,
                                   std::span<const sheets::Workbook* const> workbooks,
                                   sheets::ImportPlan& plan, Progress& progress) {
    const auto places = invocation.value("places");
    if (!places) {
        return std::nullopt;
    }
    std::erase_if(plan.names, [](const sheets::NameDecision& name) {
        return name.state != sheets::NameState::LeftOut; // of sheets that are of no unit
    });
    if (*places == "none") {
        plan.unitNames = sheets::UnitNames::AsWritten;
        return std::nullopt;
    }
    plan.unitNames = sheets::UnitNames::ChinaPrefectures;
    if (*places != "china") {
        const auto workbook = sheets::readWorkbookFile(*places, progress);
        auto own = workbook ? sheets::readOwnPlaces(*workbook)
                            : Result<std::vector<sheets::OwnPlace>>(workbook.error());
        if (!own) {
            return Failure::of(std::move(own).error());
        }
        plan.unitNames = sheets::UnitNames::OwnPlaces;
        plan.ownPlaces = *std::move(own);
    }
    plan.names = sheets::nameOffers(workbooks, plan);
    return std::nullopt;
}

/// A word for each variable of a mapping whose column is in none of the files.
void warnOfAbsent(const std::string& path, const sheets::ImportMapping& mapping,
                  const sheets::ImportPlan& plan, Problems& warnings) {
    const std::vector<std::string> known = columnNames(plan);
    for (const sheets::ColumnMapping& column : mapping.columns) {
        if (column.isImported &&
            std::find(known.begin(), known.end(), column.detected) == known.end()) {
            warnings.push_back({.code = ProblemCode::VariableUnknown,
                                .place = {.file = path, .variable = column.detected},
                                .found = column.name,
                                .expected = nearNames(column.detected, known),
                                .severity = Severity::Warning});
        }
    }
}

std::optional<Failure> applyMapping(const Invocation& invocation,
                                    std::span<const sheets::Workbook* const> workbooks,
                                    sheets::ImportPlan& plan, Problems& warnings) {
    const auto path = invocation.value("mapping");
    if (!path) {
        return std::nullopt;
    }
    const auto bytes = sheets::readFileBytes(*path);
    auto mapping =
        bytes ? project::mappingFromJson(*bytes) : Result<sheets::ImportMapping>(bytes.error());
    if (!mapping) {
        return Failure::of(located(mapping.error(), {.file = *path}));
    }
    warnOfAbsent(*path, *mapping, plan, warnings);
    plan = sheets::withMapping(workbooks, std::move(plan), *mapping);
    for (Problem& problem : sheets::conversionsNotMade(plan, *mapping)) {
        warnings.push_back(std::move(problem));
    }
    return std::nullopt;
}

/// The plan as detected, with what the options say: first what was saved, then names and layouts of
/// single sheets, then what concerns all of them.
tl::expected<sheets::ImportPlan, Failure>
planFor(const Invocation& invocation, std::span<const sheets::Workbook* const> workbooks,
        Problems& warnings, Progress& progress) {
    sheets::ImportPlan plan = sheets::detectPlan(workbooks);
    auto failure = applyMapping(invocation, workbooks, plan, warnings);
    if (!failure) {
        failure = applyPlaces(invocation, workbooks, plan, progress);
    }
    failure = failure ? failure : checkVariables(invocation, plan);
    if (const auto scope = invocation.value("scope")) {
        plan.scope = *scope == "all" ? std::string() : *scope;
    }
    for (std::size_t i = 0; i < plan.sheets.size() && !failure; ++i) {
        failure = applyLayout(invocation, workbooks, plan.sheets[i]);
        failure = failure ? failure : applyVariables(invocation, plan.sheets[i].layout);
    }
    plan.conversions = sheets::conversionOffers(workbooks, plan); // of the names given now
    for (const auto apply : {&applyYear, &applyRules, &applyConversions}) {
        failure = failure ? failure : apply(invocation, plan);
    }
    if (failure) {
        return tl::unexpected(*std::move(failure));
    }
    return sheets::withSureConversions(sheets::withSureNames(std::move(plan)));
}

/// Scopes are those of the yearbooks.
tl::expected<void, Failure> checkScope(const Invocation& invocation) {
    static const std::vector<std::string_view> scopes{"全市", "市辖区", "all"};
    const std::string given = invocation.valueOr("scope", "all");
    if (std::find(scopes.begin(), scopes.end(), given) == scopes.end()) {
        return tl::unexpected(wrongChoice(invocation, "scope", given, scopes));
    }
    return {};
}

void addFile(const Invocation& invocation, const char* option, QByteArray bytes, Output& output) {
    if (const auto path = invocation.value(option)) {
        output.files.push_back({*path, std::move(bytes)});
    }
}

Outcome runImport(const Invocation& invocation) {
    for (const auto& status : {checkScope(invocation), checkPanelEnding(invocation)}) {
        if (!status) {
            return tl::unexpected(status.error());
        }
    }
    TerminalProgress progress;
    std::vector<sheets::Workbook> workbooks;
    QStringList paths;
    for (const std::string& path : invocation.arguments) {
        paths.append(QString::fromStdString(path));
    }
    for (const sheets::NamedPath& file : sheets::withOwnNames(sheets::eachFileOnce(paths))) {
        CITYPANEL_CLI_TRY(sheets::Workbook workbook,
                          sheets::readWorkbookFile(file.path.toStdString(), file.name, progress));
        workbooks.push_back(std::move(workbook));
    }
    std::vector<const sheets::Workbook*> pointers;
    pointers.reserve(workbooks.size());
    for (const sheets::Workbook& workbook : workbooks) {
        pointers.push_back(&workbook);
    }
    Problems warnings;
    const auto plan = planFor(invocation, pointers, warnings, progress);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    if (Problems missing = untoldYears(*plan); !missing.empty()) {
        return tl::unexpected(Failure{.problems = std::move(missing)}); // all files at once
    }
    CITYPANEL_CLI_TRY(sheets::ImportResult result,
                      sheets::readPanel(pointers, *plan, invocation.has("cells"), progress));
    if (invocation.has("var")) { // the others were not asked for
        result.report.leftOutColumns.clear();
        result.report.leftOutTexts.clear();
    }
    CITYPANEL_CLI_TRY(QByteArray bytes, panelBytes(result.panel, invocation));
    warnings.insert(warnings.end(), result.report.warnings.begin(), result.report.warnings.end());
    const bool areNamesAsked = invocation.has("places") || invocation.has("mapping");
    Output output{
        std::move(bytes), std::move(warnings),
        invocation.format == "json"
            ? importReportJson(result, *plan)
            : importReportText(result, *plan, pointers, areNamesAsked, invocation.language)};
    if (invocation.has("cells")) {
        addFile(invocation, "cells", cellsCsv(result.cells), output);
    }
    if (invocation.has("save-mapping")) {
        addFile(invocation, "save-mapping",
                project::mappingToJson(sheets::mappingOf(pointers, *plan)), output);
    }
    return output;
}

} // namespace

const Command& importCommand() {
    static const Command command{
        "import",
        "FILE...",
        {"joins yearbook files to one long panel (csv; xlsx and dta by the ending of --out)",
         "把年鉴文件合并成一个长表面板（csv；按 --out 的后缀也可为 xlsx、dta）"},
        1,
        1000,
        {{"layout",
          "KIND",
          {"auto (default), long, wide, sheet-per-year, file-per-year, turned (cities across)",
           "布局：auto（默认）、long、wide、sheet-per-year、file-per-year、turned（城市横排）"}},
         {"year",
          "YEAR",
          {"the period of pages that carry none (where all carry one: instead of it): a year, "
           "file, file-1 (the file's year less one), sheet, sheet-1, title",
           "没有年份的页面的时期（若各页均有年份则取代之）：年份、file、file-1（文件名年份减一）、"
           "sheet、sheet-1、title"}},
         {"scope", "SCOPE", {"全市, 市辖区 or all (default)", "口径：全市、市辖区或 all（默认）"}},
         {"var",
          "NAME=HEADER",
          {"take this column under this name (repeatable)", "按此名称取该列（可重复）"},
          true},
         {"conflicts",
          "RULE",
          {"where sources differ: first (default), newer, mean, missing",
           "不同来源取值不一致时：first（默认）、newer、mean、missing"}},
         {"repeats",
          "RULE",
          {"where two rows of a table differ: missing (default), first, newer, mean",
           "同一张表两行取值不一致时：missing（默认）、first、newer、mean"}},
         {"convert",
          "VARIABLE=UNIT",
          {"convert this variable to a unit of measure (repeatable)",
           "把该变量换算为此计量单位（可重复）"},
          true},
         {"places",
          "LIST",
          {"what names of units are matched to: china, none, or a file of places",
           "个体名称的对照表：china、none，或地名表文件"}},
         {"mapping",
          "FILE",
          {"apply a mapping saved with --save-mapping", "应用由 --save-mapping 保存的对应关系"}},
         {"save-mapping",
          "FILE",
          {"save names, units and decisions for next year's files",
           "保存变量名、单位和各项决定，供下一年的文件使用"}},
         {"cells",
          "CELLS.csv",
          {"also write one row for each value read", "另外逐个写出读到的值"}}},
        "csv|json",
        "csv",
        &runImport};
    return command;
}

} // namespace citypanel::cli
