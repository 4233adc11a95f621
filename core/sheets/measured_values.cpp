// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers parted from the units of measure behind them.
#include "core/sheets/measured_values.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/regions.h"
#include "core/sheets/unit_of_measure.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

namespace citypanel::sheets {

namespace {

/// Whether a text may be a number with something behind it: most are not, and are told so quickly.
bool mayBeMeasured(std::string_view text) {
    constexpr std::size_t longest = 80; // bytes
    const bool holdsDigit = std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '\xEF'; // full-width ones begin so
    });
    return holdsDigit && text.size() <= longest;
}

/// What a cell says: nothing, a plain number, or one with its unit. A cell whose format shows a
/// percentage is in %.
enum class Says { Nothing, Plain, Unit };

Says readCell(const Cell& cell, std::string& unit) {
    if (cell.kind == CellKind::Text && !mayBeMeasured(cell.text)) {
        return Says::Nothing;
    }
    if (auto measured = readMeasured(cell)) {
        unit = std::move(measured->unitOfMeasure);
        return Says::Unit;
    }
    const bool isNumber = readNumber(cell).meaning == CellMeaning::Number || isNumberNotRead(cell);
    if (isNumber && cell.isPercent) {
        unit = "%";
        return Says::Unit;
    }
    return isNumber ? Says::Plain : Says::Nothing;
}

} // namespace

std::optional<MeasuredNumber> readMeasured(const Cell& cell) {
    if (cell.kind != CellKind::Text || !mayBeMeasured(cell.text)) {
        return std::nullopt;
    }
    static const QRegularExpression parts(
        QStringLiteral("^([-+\\x{2212}]?\\d[\\d,.]*(?:[eE][-+]?\\d+)?)\\s*"
                       "([%‰]|\\p{Han}[\\p{Han}/]*(?:/\\p{Han}+)?)$"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression wide(QStringLiteral("(?<=\\p{Han})\\s+(?=\\p{Han})"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    // 万 元 is one word, while a blank between digits may be a misread character.
    const auto match = parts.match(QString::fromStdString(tidyHeader(cell.text)).remove(wide));
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const CellValue value = readNumber(match.captured(1).toStdString());
    std::string unit = match.captured(2).toStdString();
    if (value.meaning != CellMeaning::Number || !measureUnit(unit)) {
        return std::nullopt;
    }
    return MeasuredNumber{value.number, std::move(unit)};
}

std::optional<MeasuredNumber> measuredIn(const Cell& cell, const std::string& unitOfMeasure) {
    auto measured = readMeasured(cell);
    const bool isPercent = measured && measured->unitOfMeasure == "%";
    const bool isNumber = isPercent && (unitOfMeasure == "%" || !measureUnit(unitOfMeasure));
    return isNumber ? std::nullopt : measured;
}

std::string unitOfCells(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    std::map<std::string, std::size_t> counts;
    std::vector<std::string> met;
    const std::size_t end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end; ++row) {
        if (isIgnored(layout, row) || isLeftOut(sheet, layout, row)) {
            continue;
        }
        std::string unit;
        const Says says = readCell(sheet.at(row, static_cast<std::size_t>(column)), unit);
        if (says == Says::Plain) {
            return {};
        }
        if (says == Says::Unit && ++counts[unit] == 1) {
            if (!met.empty() && !conversion(unit, met.front())) {
                return {};
            }
            met.push_back(unit);
        }
    }
    const auto most = std::max_element(met.begin(), met.end(), [&](const auto& a, const auto& b) {
        return counts[a] < counts[b];
    });
    return most == met.end() ? std::string() : *most;
}

std::optional<MixedCell> mixedMeasure(const Sheet& sheet, const Layout& layout,
                                      std::int64_t column) {
    std::optional<MixedCell> first;
    bool hasPlain = false;
    const std::size_t end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end; ++row) {
        if (isIgnored(layout, row) || isLeftOut(sheet, layout, row)) {
            continue;
        }
        std::string unit;
        const Says says = readCell(sheet.at(row, static_cast<std::size_t>(column)), unit);
        hasPlain = hasPlain || says == Says::Plain;
        if (says == Says::Unit && !first) {
            first = MixedCell{row, std::move(unit)};
        }
        if (hasPlain && first) {
            return first;
        }
    }
    return std::nullopt;
}

} // namespace citypanel::sheets
