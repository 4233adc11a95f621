// SPDX-License-Identifier: GPL-3.0-or-later
// Keys by their names, checked by what the columns hold.
#include "core/sheets/key_columns.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/indicator_rows.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/written_years.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr std::size_t sampledRows = 5000;

std::size_t index(std::int64_t position) {
    return static_cast<std::size_t>(position);
}

/// Whether a heading is that of counties and districts.
bool isCountyWord(const std::string& heading) {
    static const QRegularExpression words = caseless(
        "^(所[属在])?(县|区|县区|区县|县市|县域|县级市|市县区|区县市|旗县|县旗|旗县区|"
        "县级(行政)?(区划?|单位)?|[区县][、/]?[区县]([、/]?市)?|县[(（][市区、旗/]+[)）])(名称?)?$|"
        "^(county|district|counties|districts)([_ ]?names?)?$");
    return matches(heading, words);
}

/// 城市 of "城市City" and "City城市": a heading and its translation, the blank between them gone.
std::string withoutTranslation(const std::string& name) {
    static const QRegularExpression behind = caseless("^([^a-z]+)(city|cities|region|area|name)$");
    static const QRegularExpression before =
        caseless("^(?:city|cities|region|area|name)([^a-z]+)$");
    for (const QRegularExpression* translated : {&behind, &before}) {
        if (const auto match = translated->match(QString::fromStdString(name)); match.hasMatch()) {
            return match.captured(1).trimmed().toStdString();
        }
    }
    return name;
}

/// How much a header reads like the name of units; 0: not at all.
int unitRank(const std::string& heading) {
    const std::string name = withoutTranslation(heading);
    static const QRegularExpression cities =
        caseless("^(城市|各?(城市|地级市|设区市|地市|市州|市县|市)|市[名别]|(城市|地级市|地市|市州)"
                 "(名称?|别)"
                 "|(市|地级市|地区)[(（](州|县|市|区|州、盟)[)）]|city|city_name|cityname"
                 "|行政区划?(名称)?)$");
    static const QRegularExpression units = caseless(
        "^(地区(名称?|别)?|region|firm|unit|id|state|country|name|prefecture|individual|county"
        "|县|县区|企业|公司|省份|国家)$");
    static const QRegularExpression names = caseless("^(city|prefecture|pref)_?name");
    static const QRegularExpression codes =
        caseless("^((城市|地市|地级市)代码|(city|pref|prefecture)_?(code|id)|code|行政区划代码"
                 "|[a-z]+_?id)$");
    static const QRegularExpression word = caseless("(城市|city)");
    if (matches(name, cities)) {
        return 6;
    }
    if (matches(name, units)) {
        return 5;
    }
    if (matches(name, names)) {
        return 4;
    }
    if (matches(name, codes)) {
        return 3;
    }
    return matches(name, word) ? 2 : 0;
}

/// Whether all words of a heading are of a kind: 市、州, 地区/年份. None is.
bool allWords(const std::string& heading, const std::function<bool(const std::string&)>& isOfKind) {
    static const QRegularExpression between(QStringLiteral("[/\\\\|、]"));
    const QStringList words =
        QString::fromStdString(tidyName(heading)).split(between, Qt::SkipEmptyParts);
    return !words.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return isOfKind(word.trimmed().toStdString());
    });
}

/// The same for a heading of several words for units, be they of different kinds: 市、州, 地市/县;
/// and for one of names that are not said to be of units: 名称, 单位名称.
int rankOfParts(const std::string& heading) {
    static const QRegularExpression kinds =
        caseless("^(省|市|州|盟|县|区|地|地区|旗|师|单位|单位名称|名称|区域(名称)?|省市)$");
    constexpr int ofNames = 4;
    const bool areKinds =
        allWords(heading, [](const std::string& word) { return matches(word, kinds); });
    return areKinds ? ofNames : 0;
}

/// How much of the rows are told apart by a column and the period, and whether its values come
/// again in other periods.
struct KeyQuality {
    double uniqueShare = 0;
    bool repeats = false;
};

KeyQuality keyQuality(const Sheet& sheet, const Layout& layout, const RowLabels& labels,
                      std::int64_t column) {
    std::set<std::pair<std::string, std::string>> pairs;
    std::set<std::string> units;
    std::size_t rows = 0;
    const std::size_t end =
        std::min({sheet.rowCount(), index(layout.bodyEnd), index(layout.bodyBegin) + sampledRows});
    for (std::size_t row = index(layout.bodyBegin); row < end; ++row) {
        const std::string unit = sheet.textAt(row, index(column));
        if (!unit.empty()) {
            ++rows;
            units.insert(unit);
            std::string within = sheet.textAt(row, index(layout.periodColumn));
            for (const std::int64_t label : labels.columns()) {
                within += '\n' + sheet.textAt(row, index(label));
            }
            pairs.emplace(unit, std::move(within));
        }
    }
    if (rows == 0) {
        return {};
    }
    return {static_cast<double>(pairs.size()) / static_cast<double>(rows),
            units.size() > 1 && 2 * units.size() <= rows};
}

/// The first column that is a key beside the periods; -1: none.
std::int64_t findKey(const Sheet& sheet, const Layout& layout, const RowLabels& labels) {
    for (const ColumnLayout& column : layout.columns) {
        if (column.column != layout.periodColumn && !labels.contains(column.column)) {
            const KeyQuality quality = keyQuality(sheet, layout, labels, column.column);
            if (quality.repeats && quality.uniqueShare == 1) {
                return column.column;
            }
        }
    }
    return -1;
}

/// Whether the first text down a column is Chinese.
bool holdsHan(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    constexpr std::size_t looked = 20;
    const std::size_t begin = index(layout.bodyBegin);
    for (std::size_t row = begin; row < std::min(sheet.rowCount(), begin + looked); ++row) {
        const std::string text = sheet.labelAt(row, index(column));
        if (!text.empty()) {
            return sheets::hasHan(text);
        }
    }
    return false;
}

std::int64_t unitColumnByName(const Sheet& sheet, const Layout& layout, const RowLabels& labels) {
    std::int64_t best = -1;
    int bestRank = 0;
    for (const ColumnLayout& column : layout.columns) {
        constexpr int asText =
            10; // 地区 of names goes before id, and before how many 地级市 there are
        const ColumnContent content = contentOf(sheet, layout, column.column);
        const int rankOfName = std::max(unitRank(column.name), rankOfParts(column.label));
        const bool isOfNames = rankOfName > 3 && content.texts > content.numbers;
        constexpr int inChinese = 5; // 地区 of Chinese names goes before City of pinyin
        const int rank = rankOfName + (isOfNames ? asText : 0) +
                         (isOfNames && holdsHan(sheet, layout, column.column) ? inChinese : 0);
        // A name that only contains the word must stand over names: 城市建设用地面积 is a variable.
        const bool fits =
            rank > 2 ? content.texts + content.numbers > 0 : content.texts > content.numbers;
        const bool isFree = column.column != layout.periodColumn && !labels.contains(column.column);
        if (rank > bestRank && fits && isFree) {
            best = column.column;
            bestRank = rank;
        }
    }
    return best;
}

/// How many of the names of a column are provinces, and how many places below them.
struct NamedPlaces {
    std::size_t names = 0;
    std::size_t provinces = 0;
    std::size_t places = 0;
};

NamedPlaces namedPlaces(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    constexpr std::size_t enough = 200;
    const Gazetteer& gazetteer = chinaPrefectures();
    NamedPlaces found;
    std::set<std::string> names;
    const std::size_t end =
        std::min({sheet.rowCount(), index(layout.bodyEnd), index(layout.bodyBegin) + sampledRows});
    for (std::size_t row = index(layout.bodyBegin); row < end && names.size() < enough; ++row) {
        const Cell cell = sheet.at(row, index(column));
        if (cell.kind != CellKind::Text || !names.insert(tidyName(cell.text)).second) {
            continue;
        }
        const NameMatch match = gazetteer.match(cell.text, {.listsOnlyPlaces = true});
        const bool isMunicipality =
            match.kind == NameKind::Place && gazetteer.places()[match.place].rank == "municipality";
        const bool isPlace = match.kind == NameKind::Place || match.kind == NameKind::Ambiguous;
        found.provinces += match.kind == NameKind::Province || isMunicipality ? 1 : 0;
        found.places += isPlace && !isMunicipality ? 1 : 0;
    }
    found.names = names.size();
    return found;
}

/// Where a column of provinces was chosen and another holds the places within them, under whatever
/// heading (地区名称, 省会): that one; else the one chosen.
std::int64_t placesWithin(const Sheet& sheet, const Layout& layout, const RowLabels& labels,
                          std::int64_t chosen) {
    const NamedPlaces ofChosen = namedPlaces(sheet, layout, chosen);
    if (2 * ofChosen.provinces < ofChosen.names || ofChosen.places >= ofChosen.provinces) {
        return chosen;
    }
    std::set<std::int64_t> columns;
    for (const ColumnLayout& column : layout.columns) {
        columns.insert(column.column);
    }
    columns.insert(chosen + 1); // it may be without a heading
    for (const std::int64_t column : columns) {
        const bool isFree = column != chosen && column != layout.periodColumn &&
                            index(column) < sheet.columnCount() && !labels.contains(column);
        const NamedPlaces within = isFree ? namedPlaces(sheet, layout, column) : NamedPlaces{};
        if (within.names >= ofChosen.provinces && 2 * within.places > within.names) { // notes apart
            return column;
        }
    }
    return chosen;
}

std::int64_t firstTextColumn(const Sheet& sheet, const Layout& layout, const RowLabels& labels) {
    for (std::int64_t column = 0; index(column) < sheet.columnCount(); ++column) {
        const ColumnContent content = contentOf(sheet, layout, column);
        const bool isFree = column != layout.periodColumn && !labels.contains(column);
        if (content.texts > content.numbers && isFree) {
            return column;
        }
    }
    return -1;
}

/// Beside the names of cities the column of the counties and districts whose rows these are; -1:
/// there is none.
std::int64_t countiesWithin(const Sheet& sheet, const Layout& layout, std::int64_t cities) {
    const auto holdsNames = [&](const ColumnLayout& column) {
        const ColumnContent content = contentOf(sheet, layout, column.column);
        const ColumnContent ofCities = contentOf(sheet, layout, cities);
        return content.texts > content.numbers && 2 * content.texts > ofCities.texts;
    };
    const auto found =
        std::find_if(layout.columns.begin(), layout.columns.end(), [&](const ColumnLayout& column) {
            return column.column != cities &&
                   (isCountyWord(column.name) || isCountyWord(column.label)) && holdsNames(column);
        });
    return found == layout.columns.end() ? -1 : found->column;
}

} // namespace

std::int64_t cityColumnBeside(const Layout& layout) {
    const auto at = [&](std::int64_t column) {
        return std::find_if(layout.columns.begin(), layout.columns.end(),
                            [&](const ColumnLayout& one) { return one.column == column; });
    };
    const auto unit = at(layout.unitColumn);
    if (unit == layout.columns.end() || !(isCountyWord(unit->name) || isCountyWord(unit->label))) {
        return -1;
    }
    const auto city =
        std::find_if(layout.columns.begin(), layout.columns.end(), [&](const ColumnLayout& one) {
            return one.column != layout.unitColumn && one.isText && isUnitName(one.name) &&
                   !isCountyWord(one.name);
        });
    return city == layout.columns.end() ? -1 : city->column;
}

ColumnContent contentOf(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    return columnContent(sheet, index(column), index(layout.bodyBegin), index(layout.bodyEnd));
}

bool isUnitName(const std::string& name) {
    return unitRank(name) > 0;
}

bool isUnitWord(const std::string& name) {
    constexpr int wholeName = 5;
    return unitRank(name) >= wholeName;
}

bool isKeyHeading(const std::string& heading) {
    static const QRegularExpression words =
        caseless("^(名称|区域(名称)?|区划|省市|省区市?|省份?|市区?|[州盟县区地旗师]|单位(名称)?|"
                 "指标(名称)?|项目|变量"
                 "|area|province|item|indicator|variable|series)s?$");
    return allWords(heading, [](const std::string& word) {
        return isUnitWord(word) || isPeriodName(word) || isCodeName(word) || matches(word, words);
    });
}

bool isPeriodName(const std::string& name) {
    static const QRegularExpression words =
        caseless("^(年份|年度|年|年度标识|统计年度|统计年份|数据年份?|数据年度|会计年度|日期|"
                 "统计日期|时间|year"
                 "|data[ _]?year|year[ _]?data|year of data|period|time|date)$");
    return matches(name, words);
}

bool isCodeName(const std::string& name) {
    static const QRegularExpression words =
        caseless("(代码|编码|编号|邮编|区划码)$|^(序号|行号|区号|no\\.?|unnamed: "
                 "?0)$|^(.+_)?(id|code|adcode)$|"
                 "^(pref|prov|city|county|province)_?(code|id)|^pid$");
    return matches(name, words);
}

bool comeUnitsOnce(const Sheet& sheet, const Layout& layout) {
    const std::int64_t column = firstTextColumn(sheet, layout, {});
    std::set<std::string> names;
    const std::size_t end =
        std::min({sheet.rowCount(), index(layout.bodyEnd), index(layout.bodyBegin) + sampledRows});
    for (std::size_t row = index(layout.bodyBegin); column >= 0 && row < end; ++row) {
        const std::string name = sheet.textAt(row, index(column));
        if (!name.empty() && !names.insert(name).second) {
            return false;
        }
    }
    return column >= 0;
}

std::int64_t choosePeriodColumn(const Sheet& sheet, const Layout& layout) {
    std::int64_t byContent = -1;
    for (const ColumnLayout& column : layout.columns) {
        const ColumnContent content = contentOf(sheet, layout, column.column);
        const bool mayBeYears = isPeriodName(column.name) || content.texts > content.numbers;
        const YearCells cells = mayBeYears ? yearCells(sheet, layout, column.column) : YearCells{};
        const bool areYears =
            content.numbers > 0 && content.years == content.numbers && content.texts == 0;
        // Under a name that says so, a note below the table or mistyped years change nothing: the
        // row of each is named when it is read.
        const std::size_t filled = content.numbers + content.texts;
        const bool isNamed =
            isPeriodName(column.name) && cells.years > 0 && 2 * cells.years >= cells.filled;
        const bool isNamedIndex = isPeriodName(column.name) && content.wholes == filled &&
                                  content.distinctWholes > 1 &&
                                  content.wholes > content.distinctWholes;
        if (isNamed || isNamedIndex) {
            return column.column;
        }
        // Hours of sunshine look like years too: a unit of measure, a year over them or places that
        // come once say that they are none.
        static const QRegularExpression ofYears = caseless("year|年[份度]?$|时间|日期");
        const bool repeats = content.distinctYears > 1 && content.years > content.distinctYears &&
                             column.unitOfMeasure.empty() && column.period == 0 &&
                             (matches(column.label, ofYears) || !comeUnitsOnce(sheet, layout));
        const bool areShortYears =
            cells.areShort && cells.years == cells.filled && cells.years > cells.distinctShortYears;
        if (((areYears && repeats) || areShortYears) && byContent < 0) {
            byContent = column.column;
        }
    }
    return byContent;
}

std::int64_t chooseUnitColumn(const Sheet& sheet, const Layout& layout) {
    constexpr double mostly = 0.9; // a few rows twice are for a person to decide
    const RowLabels labels = rowLabels(sheet, layout);
    const std::int64_t named = unitColumnByName(sheet, layout, labels);
    if (layout.periodColumn >= 0 &&
        (named < 0 || keyQuality(sheet, layout, labels, named).uniqueShare < mostly)) {
        if (const std::int64_t county = named < 0 ? -1 : countiesWithin(sheet, layout, named);
            county >= 0) {
            return county;
        }
        if (const std::int64_t key = findKey(sheet, layout, labels); key >= 0) {
            return key;
        }
    }
    if (named >= 0) {
        const std::int64_t county = countiesWithin(sheet, layout, named);
        return county >= 0 ? county : placesWithin(sheet, layout, labels, named);
    }
    const std::int64_t first = firstTextColumn(sheet, layout, labels);
    return first >= 0 ? placesWithin(sheet, layout, labels, first)
                      : firstTextColumn(sheet, layout, {}); // 指标 in the corner, over units
}

} // namespace citypanel::sheets
