// SPDX-License-Identifier: GPL-3.0-or-later
// Bases and multiples of units of measure.
#include "core/sheets/unit_of_measure.h"

#include "core/panel/number_text.h"
#include "core/sheets/cell_text.h"

#include <QRegularExpression>
#include <QString>

#include <cmath>
#include <iterator>
#include <utility>

namespace citypanel::sheets {

namespace {

struct BaseUnit {
    const char* written;
    const char* base;
    double scale;
};

// Longer spellings first: a unit is looked for at the end of what is written.
constexpr BaseUnit chineseBases[] = {{"吨标准煤", "吨标准煤", 1},
                                     {"标准煤", "吨标准煤", 1},
                                     {"元人民币", "元", 1},
                                     {"平方公里", "平方米", 1e6},
                                     {"平方千米", "平方米", 1e6},
                                     {"平方米", "平方米", 1},
                                     {"立方米", "立方米", 1},
                                     {"千瓦小时", "千瓦时", 1},
                                     {"千瓦时", "千瓦时", 1},
                                     {"美元", "美元", 1},
                                     {"人次", "人次", 1},
                                     {"公顷", "平方米", 1e4},
                                     {"人公里", "人公里", 1},
                                     {"人千米", "人公里", 1},
                                     {"吨公里", "吨公里", 1},
                                     {"吨千米", "吨公里", 1},
                                     {"公里", "米", 1e3},
                                     {"千米", "米", 1e3},
                                     {"公斤", "吨", 1e-3},
                                     {"千克", "吨", 1e-3},
                                     {"标台", "标台", 1},
                                     {"千瓦", "千瓦", 1},
                                     {"兆瓦", "千瓦", 1e3},
                                     {"分贝", "分贝", 1},
                                     {"百分点", "百分点", 1},
                                     {"小时", "小时", 1},
                                     {"吨二氧化碳", "吨", 1},
                                     {"吨CO2", "吨", 1},
                                     {"毫米", "米", 1e-3},
                                     {"微克", "吨", 1e-12},
                                     {"毫克", "吨", 1e-9},
                                     {"百分比", "%", 1},
                                     {"度", "千瓦时", 1},
                                     {"亩", "平方米", 1e4 / 15},
                                     {"km2", "平方米", 1e6},
                                     {"m2", "平方米", 1},
                                     {"m3", "立方米", 1},
                                     {"μg", "吨", 1e-12},
                                     {"ug", "吨", 1e-12},
                                     {"mg", "吨", 1e-9},
                                     {"kg", "吨", 1e-3},
                                     {"kW·h", "千瓦时", 1},
                                     {"kWh", "千瓦时", 1},
                                     {"MWh", "千瓦时", 1e3},
                                     {"GWh", "千瓦时", 1e6},
                                     {"TWh", "千瓦时", 1e9},
                                     {"kW", "千瓦", 1},
                                     {"MW", "千瓦", 1e3},
                                     {"GW", "千瓦", 1e6},
                                     {"MJ", "焦耳", 1e6},
                                     {"GJ", "焦耳", 1e9},
                                     {"TJ", "焦耳", 1e12},
                                     {"PJ", "焦耳", 1e15},
                                     {"Mtce", "吨标准煤", 1e6},
                                     {"ktce", "吨标准煤", 1e3},
                                     {"Mt", "吨", 1e6},
                                     {"kt", "吨", 1e3},
                                     {"hm2", "平方米", 1e4},
                                     {"℃", "℃", 1},
                                     {"°C", "℃", 1},
                                     {"元", "元", 1},
                                     {"人", "人", 1},
                                     {"吨", "吨", 1},
                                     {"米", "米", 1},
                                     {"升", "升", 1},
                                     {"户", "户", 1},
                                     {"册", "册", 1},
                                     {"件", "件", 1},
                                     {"台", "台", 1},
                                     {"辆", "辆", 1},
                                     {"个", "个", 1},
                                     {"张", "张", 1},
                                     {"家", "家", 1},
                                     {"所", "所", 1},
                                     {"座", "座", 1},
                                     {"处", "处", 1},
                                     {"条", "条", 1},
                                     {"间", "间", 1},
                                     {"天", "天", 1},
                                     {"部", "部", 1},
                                     {"套", "套", 1},
                                     {"项", "项", 1},
                                     {"只", "只", 1},
                                     {"头", "头", 1},
                                     {"艘", "艘", 1},
                                     {"架", "架", 1},
                                     {"床", "床", 1},
                                     {"份", "份", 1},
                                     {"次", "次", 1},
                                     {"倍", "倍", 1},
                                     {"对", "对", 1},
                                     {"分", "分", 1},
                                     {"岁", "岁", 1},
                                     {"克", "吨", 1e-6},
                                     {"%", "%", 1},
                                     {"‰", "%", 0.1}};

constexpr BaseUnit englishBases[] = {
    {"tce", "吨标准煤", 1}, {"sq.km", "平方米", 1e6},   {"sq.m", "平方米", 1},
    {"cu.m", "立方米", 1},  {"hectare", "平方米", 1e4}, {"kwh", "千瓦时", 1},
    {"dollar", "美元", 1},  {"usd", "美元", 1},         {"yuan", "元", 1},
    {"rmb", "元", 1},       {"cny", "元", 1},           {"person", "人", 1},
    {"people", "人", 1},    {"household", "户", 1},     {"tonne", "吨", 1},
    {"ton", "吨", 1},       {"km", "米", 1e3},          {"percent", "%", 1}};

/// 万, 十万, 百万, 千万, 亿, 百亿, 万亿: the product of their characters; nothing for other text.
std::optional<double> chineseMultiple(const QString& text) {
    double product = 1;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'十':
            product *= 10;
            break;
        case u'百':
            product *= 100;
            break;
        case u'千':
            product *= 1e3;
            break;
        case u'万':
            product *= 1e4;
            break;
        case u'亿':
            product *= 1e8;
            break;
        default:
            return std::nullopt;
        }
    }
    return product;
}

std::optional<MeasureUnit> chineseUnit(const QString& text) {
    for (const BaseUnit& unit : chineseBases) {
        const QString written = QString::fromUtf8(unit.written);
        if (!text.endsWith(written)) {
            continue;
        }
        if (const auto multiple = chineseMultiple(text.chopped(written.size()))) {
            return MeasureUnit{unit.base, *multiple * unit.scale};
        }
    }
    return std::nullopt;
}

/// "10 000", "10,000", "10^4", "100 million", "thousand": the number before an English unit.
std::optional<double> englishMultiple(QString text) {
    double product = 1;
    text = text.trimmed();
    for (const auto& [word, value] :
         {std::pair("thousand", 1e3), std::pair("million", 1e6), std::pair("billion", 1e9)}) {
        if (text.endsWith(QLatin1String(word))) {
            text.chop(static_cast<qsizetype>(std::string_view(word).size()));
            text = text.trimmed();
            product = value;
            break;
        }
    }
    static const QRegularExpression hundred(QStringLiteral("(?:^|\\s)hundred$"));
    product *= text.contains(hundred) ? 100 : 1; // hundred million
    text.remove(hundred).remove(QRegularExpression(QStringLiteral("[ ,]")));
    if (text.startsWith(QLatin1String("10^"))) {
        const auto power = parseNumber(text.mid(3).toStdString());
        return power ? std::optional(product * std::pow(10, *power)) : std::nullopt;
    }
    if (text.isEmpty()) {
        return product;
    }
    const auto number = parseNumber(text.toStdString());
    return number && *number > 0 ? std::optional(product * *number) : std::nullopt;
}

std::optional<MeasureUnit> englishUnit(QString text) {
    text = text.toLower();
    static const QRegularExpression currencyFirst(
        QStringLiteral("^(rmb|cny|usd)\\s+(\\d.*|.*illion)$"));
    text.replace(currencyFirst, QStringLiteral("\\2 \\1")); // RMB 100 million
    for (const BaseUnit& unit : englishBases) {
        const QString written = QLatin1String(unit.written);
        for (const QString& ending : {written, QString(written + u's')}) {
            if (!text.endsWith(ending)) {
                continue;
            }
            if (const auto multiple = englishMultiple(text.chopped(ending.size()))) {
                return MeasureUnit{unit.base, *multiple * unit.scale};
            }
        }
    }
    return std::nullopt;
}

std::optional<MeasureUnit> simpleUnit(const QString& text) {
    auto unit = chineseUnit(text);
    return unit ? unit : englishUnit(text);
}

} // namespace

std::optional<MeasureUnit> measureUnit(std::string_view written) {
    QString text = QString::fromStdString(tidyHeader(written));
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0) {
        return simpleUnit(text);
    }
    const auto above = simpleUnit(text.left(slash).trimmed());
    const auto below = simpleUnit(text.mid(slash + 1).trimmed());
    if (!above || !below) {
        return std::nullopt;
    }
    return MeasureUnit{above->base + "/" + below->base, above->scale / below->scale};
}

double Conversion::operator()(double value) const {
    const double power = std::round(std::log10(multiplier / divisor));
    const bool isPower =
        multiplier == std::pow(10, power) * divisor || divisor == std::pow(10, -power) * multiplier;
    return isPower ? withPointMoved(value, static_cast<int>(power)) : value * multiplier / divisor;
}

std::optional<Conversion> conversion(std::string_view from, std::string_view to) {
    const auto source = measureUnit(from);
    const auto target = measureUnit(to);
    if (!source || !target || source->base != target->base) {
        return std::nullopt;
    }
    if (source->scale >= target->scale) {
        return Conversion{source->scale / target->scale, 1.0};
    }
    return Conversion{1.0, target->scale / source->scale};
}

bool areSameMeasure(std::string_view a, std::string_view b) {
    const auto between = conversion(a, b);
    return a == b || (between && between->changesNothing());
}

std::vector<std::string> conversionTargets(std::string_view from) {
    const auto source = measureUnit(from);
    if (!source || source->base == "%" || source->base.find('/') != std::string::npos) {
        return {};
    }
    std::vector<std::string> targets;
    for (const auto& [prefix, multiple] :
         {std::pair("", 1.0), std::pair("万", 1e4), std::pair("百万", 1e6), std::pair("亿", 1e8)}) {
        if (source->scale != multiple) {
            targets.push_back(prefix + source->base);
        }
    }
    return targets;
}

} // namespace citypanel::sheets
