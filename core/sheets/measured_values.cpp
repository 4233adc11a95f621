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

/// Calls `see` with the row of each cell of a column's body that says a number, and the unit it
/// says, until that returns false.
template <typename See>
void eachNumber(const Sheet& sheet, const Layout& layout, std::int64_t column, See see) {
    const std::size_t end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end; ++row) {
        if (isIgnored(layout, row) || isLeftOut(sheet, layout, row)) {
            continue;
        }
        std::string unit;
        const Says says = readCell(sheet.at(row, static_cast<std::size_t>(column)), unit);
        if (says != Says::Nothing && !see(row, std::move(unit))) {
            return;
        }
    }
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
    eachNumber(sheet, layout, column, [&](std::size_t, const std::string& unit) {
        const bool isOne = !unit.empty() && (met.empty() || conversion(unit, met.front()));
        if (!isOne) {
            met.clear();
        } else if (++counts[unit] == 1) {
            met.push_back(unit);
        }
        return isOne;
    });
    const auto most = std::max_element(met.begin(), met.end(), [&](const auto& a, const auto& b) {
        return counts[a] < counts[b];
    });
    return most == met.end() ? std::string() : *most;
}

std::optional<MixedCell> mixedMeasure(const Sheet& sheet, const Layout& layout,
                                      std::int64_t column) {
    std::optional<MixedCell> first;
    bool hasPlain = false;
    eachNumber(sheet, layout, column, [&](std::size_t row, std::string unit) {
        hasPlain = hasPlain || unit.empty();
        if (!unit.empty() && !first) {
            first = MixedCell{row, std::move(unit)};
        }
        return !hasPlain || !first;
    });
    return hasPlain ? first : std::nullopt;
}

} // namespace citypanel::sheets
