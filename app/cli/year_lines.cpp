// SPDX-License-Identifier: GPL-3.0-or-later
// Sources of years in words.
#include "app/cli/year_lines.h"

#include "core/sheets/grid_scan.h"
#include "core/sheets/key_columns.h"
#include "core/text/pattern.h"

#include <algorithm>
#include <vector>

namespace citypanel::cli {

namespace {

using sheets::PeriodRule;
using text::Bilingual;

constexpr Bilingual columnPattern{"{where}: the years stand in column {column}",
                                  "{where}：年份在 {column} 列"};
constexpr Bilingual rowPattern{"{where}: the years stand in row {row}",
                               "{where}：年份在第 {row} 行"};
constexpr Bilingual headersPattern{"{where}: the years stand in the headings",
                                   "{where}：年份在表头"};
constexpr Bilingual otherHeadingsPattern{
    "Doubtful: {where}: the years stand in the headings, and the title, the name of the file or "
    "that "
    "of the sheet states another; correct the headings if that one is meant",
    "存疑：{where}"
    "：年份取自表头，但标题、文件名或工作表名写的是另一年份；若以后者为准，请修改表头"};
constexpr Bilingual givenPattern{"{where}: {period}, as given",
                                 "{where}：{period} 年，由使用者给出"};
constexpr Bilingual fileYearPattern{
    "{where}: {period}, the year in its name; --year file-1 takes the year before, as in a "
    "yearbook",
    "{where}：{period} 年，取自文件名；若为年鉴（刊载上一年数据），用 --year file-1"};
constexpr Bilingual guessedFilePattern{
    "Doubtful: {where}: {period}, the year in its name, while another file of this table is a "
    "yearbook with the data of the year before; --year file-1 takes that, --year file confirms "
    "{period}",
    "存疑：{where}：{period} 年，取自文件名，而同一表的另一文件是年鉴（刊载上一年数据）；--year "
    "file-1 "
    "取上一年，--year file 确认 {period} 年"};
constexpr Bilingual editionPattern{
    "{where}: {period}, the year before that of its name, as editions of yearbooks carry; --year "
    "file takes {named}",
    "{where}：{period} 年，为文件名年份的上一年（年鉴通常刊载上一年数据）；--year file 则取 "
    "{named} 年"};
constexpr Bilingual guessedEditionPattern{
    "Doubtful: {where}: {period} is a guess, the year before that of its name, since columns of "
    "全市 and 市辖区 are those of a yearbook; --year file takes {named}, --year file-1 confirms "
    "{period}",
    "存疑：{where}：{period} 年为推断（文件名年份的上一年），因为“全市、市辖区”分列是年鉴的样式；"
    "--year file 取 {named} 年，--year file-1 确认 {period} 年"};
constexpr Bilingual sheetPattern{"{where}: {period}, the year in the name of the sheet",
                                 "{where}：{period} 年，取自工作表名"};
constexpr Bilingual guessedSheetPattern{
    "Doubtful: {where}: {period}, the year in the name of the sheet, while the name of the file "
    "says a yearbook or another year, or a title on another sheet the year before; --year sheet-1 "
    "takes the year before, --year file that of the file",
    "存疑：{where}：{period} "
    "年，取自工作表名，而文件名写的是年鉴或另一年份，或另一工作表的标题为上一"
    "年；--year sheet-1 取上一年，--year file 取文件名年份"};
constexpr Bilingual sheetEditionPattern{
    "{where}: {period}, the year before that in the name of the sheet, which is a yearbook's; "
    "--year sheet takes {named}",
    "{where}：{period} 年，为工作表名中年鉴年份的上一年；--year sheet 则取 {named} 年"};
constexpr Bilingual titlePattern{"{where}: {period}, the year in the title above the table",
                                 "{where}：{period} 年，取自表格上方的标题"};
constexpr Bilingual guessedTitlePattern{
    "Doubtful: {where}: {period}, the year in the title above the table, while the name of the "
    "file says another; --year file takes that, --year title confirms {period}",
    "存疑：{where}：{period} 年，取自表格上方的标题，而文件名写的是另一年份；--year file "
    "取文件名年份，"
    "--year title 确认 {period} 年"};
constexpr Bilingual titleEditionPattern{
    "{where}: {period}, the year before that of the yearbook named above the table",
    "{where}：{period} 年，为表格上方所写年鉴年份的上一年"};

constexpr Bilingual withoutYearPattern{
    "{where}: not read, since they have no year in a table of years: {columns}",
    "{where}：该表按年份分列，以下各列无年份，未读取：{columns}"};

const Bilingual& patternOf(const sheets::Layout& layout) {
    switch (layout.periodRule) {
    case PeriodRule::Column:
        return layout.isTransposed ? rowPattern : columnPattern;
    case PeriodRule::Headers:
        return layout.isPeriodGuessed ? otherHeadingsPattern : headersPattern;
    case PeriodRule::Given:
        return givenPattern;
    case PeriodRule::FileName:
        return layout.isPeriodGuessed ? guessedFilePattern : fileYearPattern;
    case PeriodRule::FileNameLessOne:
        return layout.isPeriodGuessed ? guessedEditionPattern : editionPattern;
    case PeriodRule::SheetName:
        return layout.isPeriodGuessed ? guessedSheetPattern : sheetPattern;
    case PeriodRule::SheetNameLessOne:
        return sheetEditionPattern;
    case PeriodRule::Title:
        return layout.isPeriodGuessed ? guessedTitlePattern : titlePattern;
    case PeriodRule::TitleLessOne:
        return layout.isPeriodGuessed ? guessedTitlePattern : titleEditionPattern;
    }
    return givenPattern;
}

/// Tables of a file with one source of years.
struct YearSource {
    std::string file;
    const sheets::Layout* layout;
    std::int64_t period;
    std::vector<std::string> sheets;

    [[nodiscard]] bool isSameAs(const YearSource& other) const {
        return file == other.file && period == other.period &&
               layout->periodRule == other.layout->periodRule &&
               layout->periodColumn == other.layout->periodColumn &&
               layout->isPeriodGuessed == other.layout->isPeriodGuessed;
    }
};

std::vector<YearSource> yearSources(const sheets::ImportPlan& plan) {
    std::vector<YearSource> sources;
    for (const sheets::SheetImport& table : plan.sheets) {
        YearSource source{.file = table.file,
                          .layout = &table.layout,
                          .period = sheets::periodOfSheet(table.layout, table.file, table.sheet),
                          .sheets = {table.sheet}};
        const auto known = std::find_if(sources.begin(), sources.end(),
                                        [&](const YearSource& s) { return s.isSameAs(source); });
        if (known == sources.end()) {
            sources.push_back(std::move(source));
        } else if (known->sheets.back() != table.sheet) {
            known->sheets.push_back(table.sheet);
        }
    }
    return sources;
}

/// The file, with the sheets meant where its years have other sources too.
std::string whereOf(const YearSource& source, const std::vector<YearSource>& all) {
    constexpr std::size_t named = 5;
    const bool isAlone = std::none_of(all.begin(), all.end(), [&](const YearSource& other) {
        return other.file == source.file && !other.isSameAs(source);
    });
    if (isAlone) {
        return source.file;
    }
    std::string where = source.file;
    for (std::size_t i = 0; i < std::min(named, source.sheets.size()); ++i) {
        where += ", " + source.sheets[i];
    }
    return where + (source.sheets.size() > named ? ", …" : "");
}

/// Columns of numbers that a table of years leaves out, keys and codes apart.
std::string columnsWithoutYear(const sheets::Layout& layout) {
    std::string names;
    for (const sheets::ColumnLayout& column : layout.columns) {
        const bool isKey = column.column == layout.unitColumn || sheets::isCodeName(column.name);
        if (layout.kind == sheets::LayoutKind::WideByPeriod && !isKey && !column.isText &&
            !column.isImported && sheets::periodOfColumn(column) == 0) {
            names += (names.empty() ? "" : ", ") + column.label;
        }
    }
    return names;
}

} // namespace

std::string yearLines(const sheets::ImportPlan& plan, text::Language language) {
    std::string lines;
    const std::vector<YearSource> sources = yearSources(plan);
    for (const YearSource& source : sources) {
        const bool hasColumn = source.layout->periodColumn >= 0;
        lines +=
            text::filled(
                patternOf(*source.layout), language,
                {{"where", whereOf(source, sources)},
                 {"period", std::to_string(source.period)},
                 {"named", std::to_string(source.period + 1)},
                 {"row", std::to_string(source.layout->periodColumn + 1)},
                 {"column", hasColumn ? sheets::columnLetters(source.layout->periodColumn) : ""}}) +
            "\n";
    }
    for (const sheets::SheetImport& table : plan.sheets) {
        if (const std::string columns = columnsWithoutYear(table.layout); !columns.empty()) {
            lines +=
                text::filled(withoutYearPattern, language,
                             {{"where", table.file + ", " + table.sheet}, {"columns", columns}}) +
                "\n";
        }
    }
    return lines;
}

} // namespace citypanel::cli
