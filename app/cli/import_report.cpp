// SPDX-License-Identifier: GPL-3.0-or-later
// Reports of an import as JSON and as lines.
#include "app/cli/import_report.h"

#include "app/cli/left_out_lines.h"
#include "app/cli/rows_text.h"
#include "app/cli/year_lines.h"
#include "core/panel/number_text.h"
#include "core/text/pattern.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace citypanel::cli {

namespace {

using sheets::ImportPlan;
using sheets::ImportReport;
using sheets::ImportResult;
using text::Bilingual;

constexpr Bilingual summaryPattern{
    "{1} {1?unit|units} x {2} {2?period|periods}, {3} {3?row|rows}, {4} {4?variable|variables}: "
    "{5} "
    "{5?value|values}, {6} missing<<, {7} {7?number|numbers} stored as text>>, {8} "
    "{8?warning|warnings}",
    "个体 {1} 个 × 时期 {2} 个，{3} 行，{4} 个变量：{5} 个值，{6} 个缺失<<，{7} "
    "个以文本存储的数字>>，{8} 条警告"};
constexpr Bilingual variablePattern{
    "  {name}<< ({unit})>>: {values} {values?value|values}<<, {first}>><<-{last}>>",
    "  {name}<<（{unit}）>>：{values} 个值<<，{first}>><<-{last}>>"};
constexpr Bilingual absentPattern{"{n} {n?unit-period has|unit-periods have} no row",
                                  "{n} 个“个体—时期”没有数据行"};
constexpr Bilingual asWrittenPattern{
    "Names are taken as written, though {n} of {all} {n?is a city|are cities} of China: --places "
    "china matches them",
    "名称按原样读入，但 {all} 个中有 {n} 个是中国城市：用 --places china 可匹配"};
constexpr Bilingual unknownNamesPattern{
    "None of {n} {n?name|names} is one of a city or province of China: taken as written "
    "({names}). --places FILE matches them with a list of your own",
    "{n} 个名称都不是中国的省市，按原样读入（{names}）。--places 文件 可用自己的名录匹配"};
constexpr Bilingual conflictPattern{
    "{n} {n?value was|values were} given more than once and differently; {undecided} of them "
    "{undecided?is|are} left missing",
    "{n} 个值有多个不同来源；其中 {undecided} 个未决定，作缺失处理"};
constexpr Bilingual nameTakenPattern{"{file}, {sheet}: “{written}” was taken for {unit}",
                                     "{file}，{sheet}：“{written}”按 {unit} 处理"};
constexpr Bilingual convertedPattern{
    "{file}, {sheet}: {variable} converted from {from} to {to} ({n} {n?value|values})",
    "{file}，{sheet}：{variable} 由{from}换算为{to}（{n} 个值）"};
constexpr Bilingual differencePattern{
    "{file}, {sheet}: {variable} is in {unit}, elsewhere in {others}: convert it with --convert "
    "{variable}={others}, or leave it",
    "{file}，{sheet}：{variable} 的单位为{unit}，其他表为{others}：可用 --convert "
    "{variable}={others} 换算"};

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

qint64 count(std::size_t n) {
    return static_cast<qint64>(n);
}

std::size_t absentRows(const Panel& panel) {
    return panel.unitCount() * panel.distinctPeriods().size() - panel.rowCount();
}

/// The first and last period in which a variable has a value.
struct Coverage {
    std::size_t values = 0;
    Period first = 0;
    Period last = 0;
};

Coverage coverageOf(const Panel& panel, const Variable& variable) {
    Coverage coverage;
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        if (variable.isMissingAt(row)) {
            continue;
        }
        const Period period = panel.periods()[row];
        coverage.first = coverage.values == 0 ? period : std::min(coverage.first, period);
        coverage.last = coverage.values == 0 ? period : std::max(coverage.last, period);
        ++coverage.values;
    }
    return coverage;
}

bool isKey(const Panel& panel, const Variable& variable) {
    return variable.name() == panel.keys().unit || variable.name() == panel.keys().period;
}

QJsonArray variablesJson(const Panel& panel) {
    QJsonArray list;
    for (const Variable& variable : panel.columns()) {
        if (isKey(panel, variable)) {
            continue;
        }
        const Coverage coverage = coverageOf(panel, variable);
        QJsonObject entry{{QStringLiteral("name"), toQString(variable.name())},
                          {QStringLiteral("label"), toQString(variable.label())},
                          {QStringLiteral("unit_of_measure"), toQString(variable.unitOfMeasure())},
                          {QStringLiteral("values"), count(coverage.values)}};
        if (coverage.values > 0) {
            entry.insert(QStringLiteral("first_period"), static_cast<qint64>(coverage.first));
            entry.insert(QStringLiteral("last_period"), static_cast<qint64>(coverage.last));
        }
        list.append(entry);
    }
    return list;
}

QJsonArray leftOutColumnsJson(const std::vector<Place>& columns) {
    QJsonArray array;
    for (const Place& place : columns) {
        array.append(QJsonObject{{QStringLiteral("file"), toQString(place.file)},
                                 {QStringLiteral("sheet"), toQString(place.sheet)},
                                 {QStringLiteral("column"), toQString(place.variable)}});
    }
    return array;
}

QJsonArray unmatchedJson(const ImportReport& report) {
    QJsonArray list;
    for (const sheets::UnmatchedUnit& unmatched : report.unmatched) {
        QJsonArray suggestions;
        for (const std::string& suggestion : unmatched.suggestions) {
            suggestions.append(toQString(suggestion));
        }
        list.append(QJsonObject{{QStringLiteral("file"), toQString(unmatched.file)},
                                {QStringLiteral("sheet"), toQString(unmatched.sheet)},
                                {QStringLiteral("cell"), toQString(unmatched.cell)},
                                {QStringLiteral("written"), toQString(unmatched.written)},
                                {QStringLiteral("is_ambiguous"), unmatched.isAmbiguous},
                                {QStringLiteral("suggestions"), suggestions}});
    }
    return list;
}

QJsonValue valueJson(double number, const std::string& text) {
    if (!text.empty()) {
        return toQString(text);
    }
    return isMissing(number) ? QJsonValue() : QJsonValue(number);
}

QJsonArray conflictsJson(const ImportReport& report) {
    QJsonArray list;
    for (const sheets::ValueConflict& conflict : report.conflicts) {
        QJsonArray values;
        for (const sheets::GivenValue& value : conflict.values) {
            values.append(QJsonObject{
                {QStringLiteral("value"), valueJson(value.number, value.text)},
                {QStringLiteral("file"), toQString(value.file)},
                {QStringLiteral("sheet"), toQString(value.sheet)},
                {QStringLiteral("cell"), toQString(cellName(value.row, value.column))}});
        }
        list.append(QJsonObject{
            {QStringLiteral("variable"), toQString(conflict.variable)},
            {QStringLiteral("unit"), toQString(conflict.unit)},
            {QStringLiteral("period"), static_cast<qint64>(conflict.period)},
            {QStringLiteral("is_within_table"), conflict.isWithinTable},
            {QStringLiteral("rule"),
             conflict.isDecided ? QStringLiteral("decision") : toQString(nameOf(conflict.rule))},
            {QStringLiteral("value"), valueJson(conflict.number, conflict.text)},
            {QStringLiteral("values"), values}});
    }
    return list;
}

QJsonObject conversionJson(const sheets::UnitConversion& conversion) {
    return {{QStringLiteral("file"), toQString(conversion.file)},
            {QStringLiteral("sheet"), toQString(conversion.sheet)},
            {QStringLiteral("variable"), toQString(conversion.variable)},
            {QStringLiteral("from"), toQString(conversion.from)},
            {QStringLiteral("to"), toQString(conversion.to)}};
}

QJsonArray conversionsJson(const ImportReport& report) {
    QJsonArray list;
    for (const sheets::AppliedConversion& applied : report.conversions) {
        QJsonObject entry = conversionJson(applied.conversion);
        entry.insert(QStringLiteral("values"), count(applied.valueCount));
        list.append(entry);
    }
    return list;
}

QJsonArray offersJson(const ImportPlan& plan) {
    QJsonArray list;
    for (const sheets::UnitConversion& conversion : plan.conversions) {
        if (conversion.state == sheets::NameState::Offered) {
            list.append(conversionJson(conversion));
        }
    }
    return list;
}

QJsonArray differencesJson(const ImportReport& report) {
    QJsonArray list;
    for (const sheets::UnitDifference& difference : report.unitDifferences) {
        list.append(
            QJsonObject{{QStringLiteral("file"), toQString(difference.file)},
                        {QStringLiteral("sheet"), toQString(difference.sheet)},
                        {QStringLiteral("variable"), toQString(difference.variable)},
                        {QStringLiteral("unit_of_measure"), toQString(difference.unitOfMeasure)},
                        {QStringLiteral("others"), toQString(difference.others)}});
    }
    return list;
}

QJsonArray namesTakenJson(const ImportPlan& plan) {
    QJsonArray list;
    for (const sheets::NameDecision& name : plan.names) {
        if (name.state == sheets::NameState::Accepted) {
            list.append(QJsonObject{{QStringLiteral("file"), toQString(name.file)},
                                    {QStringLiteral("sheet"), toQString(name.sheet)},
                                    {QStringLiteral("written"), toQString(name.written)},
                                    {QStringLiteral("unit"), toQString(name.unit)}});
        }
    }
    return list;
}

/// What a reader of the cell list should know: an unreadable cell, a name understood differently, a
/// conversion.
std::string noteOf(const sheets::ReadCell& cell) {
    std::string note = cell.isUnreadable ? "unreadable" : "";
    if (!cell.isUnreadable && cell.unit != cell.unitAsWritten) {
        note = "unit written " + cell.unitAsWritten;
    }
    if (!cell.convertedFrom.empty()) {
        note += (note.empty() ? "" : "; ") + ("converted from " + cell.convertedFrom);
    }
    return note;
}

std::string variableLines(const Panel& panel, text::Language language) {
    std::string lines;
    for (const Variable& variable : panel.columns()) {
        if (isKey(panel, variable)) {
            continue;
        }
        const Coverage coverage = coverageOf(panel, variable);
        const bool hasValues = coverage.values > 0;
        lines +=
            text::filled(
                variablePattern, language,
                {{"name", variable.name()},
                 {"unit", variable.unitOfMeasure()},
                 {"values", std::to_string(coverage.values)},
                 {"first", hasValues ? std::to_string(coverage.first) : ""},
                 {"last", coverage.last > coverage.first ? std::to_string(coverage.last) : ""}}) +
            "\n";
    }
    return lines;
}

QJsonArray yearsJson(const ImportPlan& plan) {
    QJsonArray list;
    for (const sheets::SheetImport& table : plan.sheets) {
        const std::int64_t period = sheets::periodOfSheet(table.layout, table.file, table.sheet);
        list.append(
            QJsonObject{{QStringLiteral("file"), toQString(table.file)},
                        {QStringLiteral("sheet"), toQString(table.sheet)},
                        {QStringLiteral("period_rule"), toQString(nameOf(table.layout.periodRule))},
                        {QStringLiteral("is_period_guessed"), table.layout.isPeriodGuessed},
                        {QStringLiteral("period"),
                         period == 0 ? QJsonValue() : QJsonValue(static_cast<qint64>(period))}});
    }
    return list;
}

std::string decisionLines(const ImportResult& result, const ImportPlan& plan,
                          text::Language language) {
    std::string lines;
    for (const sheets::NameDecision& name : plan.names) {
        if (name.state == sheets::NameState::Accepted) {
            lines += text::filled(nameTakenPattern, language,
                                  {{"file", name.file},
                                   {"sheet", name.sheet},
                                   {"written", name.written},
                                   {"unit", name.unit}}) +
                     "\n";
        }
    }
    for (const sheets::AppliedConversion& applied : result.report.conversions) {
        lines += text::filled(convertedPattern, language,
                              {{"file", applied.conversion.file},
                               {"sheet", applied.conversion.sheet},
                               {"variable", applied.conversion.variable},
                               {"from", applied.conversion.from},
                               {"to", applied.conversion.to},
                               {"n", std::to_string(applied.valueCount)}}) +
                 "\n";
    }
    for (const sheets::UnitDifference& difference : result.report.unitDifferences) {
        if (difference.unitOfMeasure.empty()) {
            continue; // nothing to convert from; the warning says it
        }
        lines += text::filled(differencePattern, language,
                              {{"file", difference.file},
                               {"sheet", difference.sheet},
                               {"variable", difference.variable},
                               {"unit", difference.unitOfMeasure},
                               {"others", difference.others}}) +
                 "\n";
    }
    return lines;
}

std::size_t undecided(const ImportReport& report) {
    return static_cast<std::size_t>(
        std::count_if(report.conflicts.begin(), report.conflicts.end(), [](const auto& conflict) {
            return conflict.rule == sheets::ConflictRule::Missing && !conflict.isDecided;
        }));
}

/// The first names of the units, in their order.
std::string firstNames(std::span<const std::string> names) {
    constexpr std::size_t named = 3;
    std::string list;
    for (std::size_t i = 0; i < std::min(named, names.size()); ++i) {
        list += (i == 0 ? "" : ", ") + names[i];
    }
    return list + (names.size() > named ? ", …" : "");
}

/// A line where names are taken as written that a gazetteer would match, and where it knows none of
/// them unless that was asked for; municipalities are provinces too.
std::string asWrittenLine(const Panel& panel, const ImportPlan& plan, bool isAsked,
                          text::Language language) {
    if (plan.unitNames != sheets::UnitNames::AsWritten) {
        return {};
    }
    const sheets::Gazetteer& gazetteer = sheets::chinaPrefectures();
    const std::span<const std::string> names = panel.unitLabels();
    std::size_t cities = 0;
    bool isNoneKnown = true;
    for (const std::string& name : names) {
        const sheets::NameMatch match = gazetteer.match(name, {.listsOnlyPlaces = true});
        const bool isPlace = match.kind == sheets::NameKind::Place;
        cities += isPlace && gazetteer.places()[match.place].rank != "municipality" ? 1 : 0;
        isNoneKnown = isNoneKnown && match.kind == sheets::NameKind::Unknown;
    }
    const std::string all = std::to_string(names.size());
    if (cities > 0) {
        return text::filled(asWrittenPattern, language,
                            {{"n", std::to_string(cities)}, {"all", all}}) +
               "\n";
    }
    return isAsked || !isNoneKnown ? std::string()
                                   : text::filled(unknownNamesPattern, language,
                                                  {{"n", all}, {"names", firstNames(names)}}) +
                                         "\n";
}

} // namespace

QByteArray importReportJson(const ImportResult& result, const ImportPlan& plan) {
    const Panel& panel = result.panel;
    const ImportReport& report = result.report;
    const QJsonObject json{
        {QStringLiteral("units"), count(panel.unitCount())},
        {QStringLiteral("periods"), count(panel.distinctPeriods().size())},
        {QStringLiteral("rows"), count(panel.rowCount())},
        {QStringLiteral("variables"), count(panel.columnCount() - 2)},
        {QStringLiteral("columns"), variablesJson(panel)},
        {QStringLiteral("values"), count(report.valueCount)},
        {QStringLiteral("missing"), count(report.missingCount)},
        {QStringLiteral("numbers_as_text"), count(report.textNumberCount)},
        {QStringLiteral("unreadable"), count(report.unreadableCount)},
        {QStringLiteral("rows_skipped"), count(report.skippedRowCount)},
        {QStringLiteral("rows_left_out"), count(report.leftOutRowCount)},
        {QStringLiteral("formulas_uncalculated"), count(report.uncalculated.size())},
        {QStringLiteral("places"), count(report.placeCount)},
        {QStringLiteral("absent_unit_periods"), count(absentRows(panel))},
        {QStringLiteral("tables"), yearsJson(plan)},
        {QStringLiteral("columns_left_out"), leftOutColumnsJson(report.leftOutColumns)},
        {QStringLiteral("text_columns_left_out"), leftOutColumnsJson(report.leftOutTexts)},
        {QStringLiteral("unmatched"), unmatchedJson(report)},
        {QStringLiteral("names_taken"), namesTakenJson(plan)},
        {QStringLiteral("conflicts"), conflictsJson(report)},
        {QStringLiteral("conversions"), conversionsJson(report)},
        {QStringLiteral("conversions_offered"), offersJson(plan)},
        {QStringLiteral("unit_differences"), differencesJson(report)},
        {QStringLiteral("warnings"), count(report.warnings.size())}};
    return QJsonDocument(json).toJson();
}

QByteArray importReportText(const ImportResult& result, const ImportPlan& plan,
                            std::span<const sheets::Workbook* const> workbooks, bool areNamesAsked,
                            text::Language language) {
    const Panel& panel = result.panel;
    const ImportReport& report = result.report;
    const auto number = [](std::size_t n) { return std::to_string(n); };
    std::string lines =
        text::filledInOrder(summaryPattern, language,
                            {number(panel.unitCount()), number(panel.distinctPeriods().size()),
                             number(panel.rowCount()), number(panel.columnCount() - 2),
                             number(report.valueCount), number(report.missingCount),
                             report.textNumberCount == 0 ? "" : number(report.textNumberCount),
                             number(report.warnings.size())}) +
        "\n" + variableLines(panel, language) + yearLines(plan, language) +
        leftOutLines(report, plan, workbooks, language) +
        asWrittenLine(panel, plan, areNamesAsked, language);
    if (const std::size_t absent = absentRows(panel); absent > 0) {
        lines += text::filled(absentPattern, language, {{"n", number(absent)}}) + "\n";
    }
    if (!report.conflicts.empty()) {
        lines += text::filled(conflictPattern, language,
                              {{"n", number(report.conflicts.size())},
                               {"undecided", number(undecided(report))}}) +
                 "\n";
    }
    return QByteArray::fromStdString(lines + decisionLines(result, plan, language));
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
            csv += (i == 0 ? "" : ",") + csvCell(fields[i]);
        }
        csv += "\n";
    }
    return QByteArray::fromStdString(csv);
}

} // namespace citypanel::cli
