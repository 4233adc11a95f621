// SPDX-License-Identifier: GPL-3.0-or-later
// Endings of headings and the bases of units they go with.
#include "core/sheets/heading_units.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/companion_names.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/header_text.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/table_variable.h"
#include "core/sheets/unit_lines.h"
#include "core/sheets/unit_of_measure.h"
#include "core/sheets/year_headers.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

/// Things that are counted, and the bases of units that count no such thing.
struct CountedThing {
    QRegularExpression words;
    std::vector<std::string_view> otherBases;
};

const std::vector<CountedThing>& countedThings() {
    static const std::vector<CountedThing> things{
        {caseless("(人口|人数|从业人员|人员数|学生数?|教师数?|医生数?|population)$"),
         {"元", "美元", "平方米", "立方米", "米", "吨", "千瓦时", "升", "个", "家", "件", "台",
          "辆", "张"}},
        {caseless("(面积|area)$"), {"元", "美元", "人", "立方米", "米", "吨", "千瓦时", "升"}},
        {caseless("(个|户|家|企业|单位|学校|机构|床位|张|辆|册)数$"),
         {"元", "美元", "人", "平方米", "立方米", "米", "吨", "千瓦时", "升"}},
        {caseless("(生产总值|增加值|总产值|收入|支出|投资额?|工资|余额|零售总额|gdp|grp)$"),
         {"人", "人次", "户", "个", "平方米", "立方米", "米", "吨", "千瓦时", "升"}}};
    return things;
}

/// "指数" of "指数(上年=100)" and "位次①".
std::string withoutRemark(const QString& part) {
    static const QRegularExpression remark(QStringLiteral("(?:\\s*\\([^()]*\\)|[\\s*#①-⑳\\d])+$"));
    return QString(part).remove(remark).toStdString();
}

/// What a heading ends in that says its unit of measure, though which one is not known or not sure:
/// "(千册、件)", "/万人", " 万人", "-亿元". A line above the table is no answer then.
bool endsInUnit(const std::string& part) {
    static const QRegularExpression listed(QStringLiteral("[(\\[【〔]([^()\\[\\]]+)[)\\]】〕]$"));
    static const QRegularExpression joint(QStringLiteral("\\s*[、,;/]\\s*"));
    static const QRegularExpression behind(QStringLiteral("[/\\s-]([^/\\s()-]+)$"));
    const QString text = QString::fromStdString(part).trimmed();
    if (const auto match = listed.match(text); match.hasMatch()) {
        const QStringList units = match.captured(1).split(joint);
        return std::all_of(units.begin(), units.end(), [](const QString& unit) {
            return measureUnit(unit.toStdString()).has_value();
        });
    }
    static const QRegularExpression joined(
        QStringLiteral("(?<=\\p{Han})((?:百|千|万|亿)+\\p{Han}{1,4})$"),
        QRegularExpression::UseUnicodePropertiesOption); // 年末总人口 万人, without the blank
    for (const QRegularExpression* expression : {&behind, &joined}) {
        const auto match = expression->match(text);
        if (match.hasMatch() && isUnitOfMeasure(match.captured(1).toStdString())) {
            return true;
        }
    }
    return false;
}

/// The parts of a heading, scopes and years apart, the last one first.
std::vector<std::string> partsOf(const std::string& heading) {
    std::vector<std::string> parts;
    for (const QString& part :
         QString::fromStdString(heading).split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const NameAndYear dated = splitYear(part.toStdString());
        const bool isYear = dated.year != 0 && dated.name.empty();
        if (!isYear && scopeWord(part.toStdString()).empty()) {
            parts.insert(parts.begin(),
                         endsInUnit(part.toStdString()) ? part.toStdString() : withoutRemark(part));
        }
    }
    return parts;
}

bool saysRatio(const std::string& part) {
    static const QRegularExpression words = caseless(
        "([增升降]幅|增长|增速|速度|比重|占比|份额|构成|比例|比率|指数|系数|倍数|百分[比点]"
        "|性别比|师生比|[抚赡]养比"
        "|同比|环比|[%‰]|\\bgrowth|\\bshare|\\bindex|\\bratio|\\bpercentage)$");
    return matches(part, words);
}

/// A rate: of growth, of unemployment; what is produced by each person is none, nor a rate of
/// exchange.
bool saysRate(const std::string& part) {
    static const QRegularExpression words =
        caseless("(?<!生产)(?<!产出)(?<!汇)率$|\\bgrowth rate$");
    return matches(part, words);
}

bool saysShareOfParts(const std::vector<std::string>& parts) {
    static const QRegularExpression absolute = caseless("绝对|总量|总额|[加长减]额$");
    static const QRegularExpression amounts = caseless("[及和与、]|构成$"); // 收入构成: 税收, ...
    if (matches(parts.front(), absolute)) {
        return false;
    }
    return std::any_of(parts.begin() + 1, parts.end(), [&](const std::string& part) {
        return saysRatio(part) && !matches(part, amounts);
    });
}

/// What is said per person or thing is in no unit of a list that says none so.
bool saysPer(const std::string& part) {
    static const QRegularExpression words = caseless("[人户地]均|每|/|\\bper\\b");
    return matches(part, words);
}

/// Whether the words of a heading allow a unit of a list, and say so: those that tell nothing do
/// not.
bool saysUnit(const std::string& heading, const std::string& unitOfMeasure) {
    const std::vector<std::string> parts = partsOf(heading);
    const auto unit = measureUnit(unitOfMeasure);
    if (parts.empty() || !unit || saysPer(parts.front()) || !mayBeIn(heading, unitOfMeasure)) {
        return false;
    }
    const bool isOfRatio =
        saysRatio(parts.front()) || saysRate(parts.front()) || saysShareOfParts(parts);
    return unit->base == "%" ? isOfRatio : countsThings(heading);
}

} // namespace

bool mayBeIn(const std::string& heading, const std::string& unitOfMeasure) {
    const std::vector<std::string> parts = partsOf(heading);
    if (parts.empty() || unitOfMeasure.empty()) {
        return true;
    }
    const std::string& last = parts.front();
    if (saysRank(last)) {
        return false;
    }
    const auto unit = measureUnit(unitOfMeasure);
    if (endsInUnit(last)) {
        return false;
    }
    if (!unit || unit->base == "%") {
        return true;
    }
    if (saysRatio(last) || saysShareOfParts(parts)) {
        return false;
    }
    if (unit->base.find('/') != std::string::npos) {
        return true;
    }
    constexpr double mostPerHead = 1e4; // no 人均 is in 亿元, nor in 万人
    static const QRegularExpression averages = caseless("平均(?:货币)?(?:工资|劳动报酬)|均价$");
    static const QRegularExpression density = caseless("密度$|\\bdensity$");
    if (matches(last, density)) {
        return false;
    }
    if ((saysPer(last) || matches(last, averages)) &&
        (unit->scale > mostPerHead || unit->base == "人")) {
        return false;
    }
    const auto isOther = [&](const CountedThing& thing) {
        return matches(last, thing.words) &&
               std::find(thing.otherBases.begin(), thing.otherBases.end(), unit->base) !=
                   thing.otherBases.end();
    };
    return !saysRate(last) && std::none_of(countedThings().begin(), countedThings().end(), isOther);
}

bool countsThings(const std::string& heading) {
    const std::vector<std::string> parts = partsOf(heading);
    return !parts.empty() && !saysShareOfParts(parts) &&
           std::any_of(
               countedThings().begin(), countedThings().end(),
               [&](const CountedThing& thing) { return matches(parts.front(), thing.words); });
}

std::vector<std::string> unitsListed(const std::string& unitOfMeasure) {
    static const QRegularExpression joint(QStringLiteral("\\s*(?:、|[,;](?!\\d))\\s*"));
    QString list = QString::fromStdString(unitOfMeasure);
    if (list.count(u'/') > 1) { // 万元/人/平方公里; 元/人 is one
        list.replace(u'/', u'、');
    }
    const QStringList parts = list.split(joint);
    std::vector<std::string> units;
    for (const QString& part : parts) {
        const bool isNamed = part.contains(u':') || part.isEmpty();
        if (!isNamed && !measureUnit(part.toStdString())) {
            return {};
        }
        if (!isNamed) {
            units.push_back(part.toStdString());
        }
    }
    return parts.size() > 1 ? units : std::vector<std::string>();
}

std::string unitsInBrackets(const std::string& title) {
    static const QRegularExpression brackets(QStringLiteral("\\(([^()]*)\\)"));
    auto all = brackets.globalMatch(QString::fromStdString(title));
    while (all.hasNext()) {
        std::string within = all.next().captured(1).toStdString();
        if (unitsListed(within).size() > 1) {
            return within;
        }
    }
    return {};
}

std::string unitOfHalf(const Sheet& sheet, const DetectedLayout& detected,
                       const ColumnLayout& column) {
    const Layout& layout = detected.layout;
    const std::vector<PlacedUnit>& units = detected.placedUnits;
    if (units.size() < 2 || layout.unitColumn < 0) {
        return {};
    }
    const auto begins = static_cast<std::size_t>(layout.unitColumn);
    for (std::int64_t row = layout.headerBegin; row < layout.headerEnd; ++row) {
        const auto at = static_cast<std::size_t>(row);
        const std::string word = tidyName(sheet.textAt(at, begins));
        std::vector<std::size_t> halves; // the first column of each
        for (std::size_t next = begins; isUnitName(word) && next < sheet.widthOf(at); ++next) {
            if (tidyName(sheet.textAt(at, next)) == word) {
                halves.push_back(next);
            }
        }
        const auto halfOf = [&](std::size_t place) {
            return std::upper_bound(halves.begin(), halves.end(), place) - halves.begin();
        };
        bool isOneOfEach = halves.size() == units.size();
        for (std::size_t i = 0; i < units.size(); ++i) {
            isOneOfEach =
                isOneOfEach && halfOf(units[i].column) == static_cast<std::ptrdiff_t>(i) + 1;
        }
        if (isOneOfEach) {
            const auto half = halfOf(static_cast<std::size_t>(column.column));
            const std::string& unit = units[static_cast<std::size_t>(half - 1)].unitOfMeasure;
            return mayBeIn(column.label, unit) ? unit : std::string();
        }
    }
    return {};
}

std::string unitOfLinesAbove(const DetectedLayout& detected, const std::string& heading) {
    for (const NamedUnit& named : detected.namedUnits) {
        if (heading.find(named.name) != std::string::npos) {
            return named.unitOfMeasure;
        }
    }
    const std::vector<std::string> listed = unitsListed(detected.unitLine);
    if (listed.size() < 2) {
        // "亿元、上年=100" does not say which of them a column is in.
        static const QRegularExpression several(QStringLiteral("、|[,;](?!\\d)"));
        const std::string& unit = listed.empty() ? detected.unitLine : listed.front();
        if (matches(unit, several)) {
            return {};
        }
        return mayBeIn(heading, unit) ? unit : std::string();
    }
    std::string found;
    for (const std::string& unit : listed) {
        if (!saysUnit(heading, unit)) {
            continue;
        }
        if (!found.empty()) {
            return {};
        }
        found = unit;
    }
    return found;
}

void giveTitleUnit(const std::string& title, Layout& layout) {
    const std::string unit = titleHeader(title).unitOfMeasure;
    const auto lacksUnit = [](const ColumnLayout& column) {
        return column.isImported && !column.isText && column.unitOfMeasure.empty();
    };
    const bool isDoubtful =
        !measureUnit(unit) ||
        std::any_of(layout.columns.begin(), layout.columns.end(), [&](const ColumnLayout& column) {
            return lacksUnit(column) && countsThings(column.label) && !mayBeIn(column.label, unit);
        });
    for (ColumnLayout& column : layout.columns) {
        if (!isDoubtful && lacksUnit(column) && mayBeIn(column.label, unit)) {
            column.unitOfMeasure = unit;
        }
    }
}

std::optional<UnitAbove> unitAbove(const Sheet& sheet, const Layout& layout) {
    constexpr std::int64_t mostLines = 6;
    const std::int64_t first = std::max<std::int64_t>(layout.headerBegin - mostLines, 0);
    for (std::int64_t line = layout.headerBegin; line-- > first;) {
        const auto row = static_cast<std::size_t>(line);
        if (rowContent(sheet, row).numbers > 0) {
            break; // of another table
        }
        std::optional<UnitAbove> found;
        for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
            const std::string text = tidyHeader(sheet.textAt(row, column));
            std::string unit = unitInCell(sheet, row, column);
            unit = unit.empty() ? unitAlone(text) : unit;
            unit = unit.empty() ? titleHeader(text).unitOfMeasure : unit;
            unit = unit.empty() ? unitsInBrackets(text) : unit;
            const bool isUnit = measureUnit(unit) || !unitsListed(unit).empty();
            if (found && isUnit && !areSameMeasure(unit, found->unitOfMeasure)) {
                return std::nullopt; // tables side by side
            }
            if (!found && isUnit) {
                found = UnitAbove{row, column, std::move(unit)};
            }
        }
        if (found) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace citypanel::sheets
