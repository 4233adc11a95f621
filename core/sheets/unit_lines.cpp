// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that hold no more than a unit of measure.
#include "core/sheets/unit_lines.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/header_text.h"
#include "core/sheets/regions.h"
#include "core/sheets/unit_of_measure.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace citypanel::sheets {

namespace {

bool isMeasured(const ColumnLayout& column) {
    return column.isImported && !column.isText;
}

/// The filled cells of a row where they are one or two texts; none where there are more, or
/// numbers. Most rows are told so by a look at their first cells.
std::vector<std::size_t> textsAlone(const Sheet& sheet, std::size_t row) {
    constexpr std::size_t most = 2;
    std::vector<std::size_t> texts;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        const CellKind kind = sheet.at(row, column).kind;
        if (kind == CellKind::Text && isFilled(sheet, row, column)) {
            texts.push_back(column);
        }
        if (texts.size() > most || (kind != CellKind::Empty && kind != CellKind::Text)) {
            return {};
        }
    }
    return texts;
}

/// The first column of values that is in another unit than that; null: none.
const ColumnLayout* otherwiseMeasured(const Layout& layout, const std::string& unitOfMeasure) {
    const auto found =
        std::find_if(layout.columns.begin(), layout.columns.end(), [&](const auto& column) {
            return isMeasured(column) && !areSameMeasure(column.unitOfMeasure, unitOfMeasure);
        });
    return found == layout.columns.end() ? nullptr : &*found;
}

bool holdsNumber(const Sheet& sheet, const Layout& layout, std::size_t row) {
    return std::any_of(layout.columns.begin(), layout.columns.end(), [&](const auto& column) {
        const auto at = static_cast<std::size_t>(column.column);
        return isMeasured(column) && !isIgnored(layout, row) &&
               readNumber(sheet.at(row, at)).meaning == CellMeaning::Number;
    });
}

/// The end of the rows [begin, end) that hold numbers; begin: none does.
std::size_t endOfNumbers(const Sheet& sheet, const Layout& layout, std::size_t begin,
                         std::size_t end) {
    while (end > begin && !holdsNumber(sheet, layout, end - 1)) {
        --end;
    }
    return end;
}

std::size_t bodyEndOf(const Sheet& sheet, const Layout& layout) {
    return endOfNumbers(sheet, layout, static_cast<std::size_t>(layout.bodyBegin),
                        std::min(sheet.rowCount(), static_cast<std::size_t>(layout.bodyEnd)));
}

/// The unit that a line of a table says, alone or behind a title: "二、财政收入(亿元)".
std::string unitSaidIn(const Sheet& sheet, std::size_t row) {
    const std::vector<std::size_t> texts = textsAlone(sheet, row);
    if (texts.empty()) {
        return {};
    }
    if (std::string alone = unitOfRow(sheet, row); !alone.empty() || texts.size() > 1) {
        return alone;
    }
    const std::string text = sheet.textAt(row, texts[0]);
    std::string unit = unitInLine(text);
    static const QRegularExpression note(
        QStringLiteral("^[(*※#]*(?:注|备注|说明|资料来源|数据来源)"));
    const bool isNote = note.match(QString::fromStdString(tidyHeader(text))).hasMatch();
    unit = unit.empty() && !isNote ? joinHeader({text}).unitOfMeasure : unit;
    return measureUnit(unit) ? unit : std::string();
}

/// Whether a line says again, over the header that stands again below it, a unit that the table
/// has.
bool isOfRepeatedHeader(const Sheet& sheet, const Layout& layout, std::size_t row,
                        const std::string& unitOfMeasure) {
    constexpr std::size_t mostLines = 4; // a blank one, groups of columns
    const bool isKnown =
        std::any_of(layout.columns.begin(), layout.columns.end(), [&](const auto& column) {
            return isMeasured(column) && areSameMeasure(column.unitOfMeasure, unitOfMeasure);
        });
    if (!isKnown || layout.unitColumn < 0 || layout.headerEnd <= layout.headerBegin) {
        return false;
    }
    const auto key = static_cast<std::size_t>(layout.unitColumn);
    const std::string word =
        tidyName(sheet.textAt(static_cast<std::size_t>(layout.headerEnd - 1), key));
    for (std::size_t next = row + 1; next <= row + mostLines && next < sheet.rowCount(); ++next) {
        if (!word.empty() && tidyName(sheet.textAt(next, key)) == word) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string unitAlone(std::string_view text) {
    constexpr std::size_t longest = 120; // bytes
    static const QRegularExpression words(
        QStringLiteral("^(?:以下|下列|以上)?(?:数据|金额|各项)?(?:均)?(?:计量)?(?:单位)?\\s*"
                       "(?:均)?(?:为|是|按|以|用|:)?\\s*(.*?)\\s*(?:计算|计|为单位|表示)?$"));
    static const QRegularExpression brackets(QStringLiteral("^[(\\[【〔](.*)[)\\]】〕]$"));
    if (text.empty() || text.size() > longest) {
        return {};
    }
    QString unit = QString::fromStdString(tidyHeader(text));
    bool isBracketed = false;
    if (const auto match = brackets.match(unit); match.hasMatch()) {
        unit = match.captured(1).trimmed();
        isBracketed = true;
    }
    static const QRegularExpression prices( // 按当年价格计算  单位:亿元
        QStringLiteral("^按?(?:当年|现行)价格?(?:计算)?[\\s,;、]*(?=\\(?(?:计量)?单位)"));
    unit = QString::fromStdString(withoutWideBlanks(unit.toStdString())).remove(prices);
    if (const std::string stated = unitInLine(unit.toStdString()); !stated.empty()) {
        static const QRegularExpression more(
            QStringLiteral(":.*:|[,;、]|\\s[^\\s(:]+:|\\(.*[为按以]"));
        const bool isAll =
            textBeforeUnit(unit.toStdString()).empty() && !more.match(unit).hasMatch();
        return isAll && measureUnit(stated) ? stated : std::string();
    }
    const std::string within = words.match(unit).captured(1).toStdString();
    const bool isUnit = isUnitOfMeasure(within) || (isBracketed && measureUnit(within));
    return isUnit && measureUnit(within) ? within : std::string();
}

std::string unitOfRow(const Sheet& sheet, std::size_t row) {
    const std::vector<std::size_t> texts = textsAlone(sheet, row);
    if (texts.empty()) {
        return {};
    }
    if (texts.size() == 1) {
        return unitAlone(sheet.textAt(row, texts[0]));
    }
    // "单位：" and 亿元 beside it.
    const std::string first = tidyHeader(sheet.textAt(row, texts[0]));
    const bool isWord = unitInLine(first).empty() && textBeforeUnit(first).empty();
    const std::string unit = isWord ? unitInCell(sheet, row, texts[0]) : std::string();
    return measureUnit(unit) ? unit : std::string();
}

bool giveUnit(const std::string& unitOfMeasure, Layout& layout) {
    const bool isSure =
        std::all_of(layout.columns.begin(), layout.columns.end(), [&](const auto& column) {
            return !isMeasured(column) || conversion(column.unitOfMeasure, unitOfMeasure);
        });
    for (ColumnLayout& column : layout.columns) {
        if (isSure && isMeasured(column)) {
            column.unitOfMeasure = unitOfMeasure;
        }
    }
    return isSure;
}

std::vector<DetectedLayout> partedByUnits(const Sheet& sheet, DetectedLayout table) {
    constexpr std::size_t mostUnitLines = 400;
    std::vector<DetectedLayout> parts;
    if (!table.hasTable || table.layout.isTransposed || !table.layout.rowsWhere.empty()) {
        parts.push_back(std::move(table));
        return parts;
    }
    const std::size_t end = bodyEndOf(sheet, table.layout);
    for (auto row = static_cast<std::size_t>(table.layout.bodyBegin);
         row < end && parts.size() < mostUnitLines; ++row) {
        const std::string unit = unitOfRow(sheet, row);
        if (unit.empty() || otherwiseMeasured(table.layout, unit) == nullptr) {
            continue;
        }
        DetectedLayout above = table;
        if (!giveUnit(unit, table.layout)) {
            continue;
        }
        table.layout.bodyBegin = static_cast<std::int64_t>(row) + 1;
        above.layout.bodyEnd = static_cast<std::int64_t>(row);
        if (bodyEndOf(sheet, above.layout) > static_cast<std::size_t>(above.layout.bodyBegin)) {
            parts.push_back(std::move(above));
        }
    }
    parts.push_back(std::move(table));
    return parts;
}

void takeUnitAbove(const Sheet& sheet, Layout& layout) {
    const auto begin = static_cast<std::size_t>(std::max<std::int64_t>(layout.headerEnd, 0));
    const auto body = static_cast<std::size_t>(std::max<std::int64_t>(layout.bodyBegin, 0));
    for (std::size_t row = std::min(body, sheet.rowCount()); row-- > begin;) {
        const std::string unit = unitOfRow(sheet, row);
        if (!unit.empty() && giveUnit(unit, layout)) {
            return;
        }
    }
}

std::vector<UnitLine> unitLines(const Sheet& laidOut, const Layout& layout) {
    constexpr std::size_t most = 100;
    std::vector<UnitLine> lines;
    const std::size_t end = bodyEndOf(laidOut, layout);
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end && lines.size() < most;
         ++row) {
        if (isIgnored(layout, row)) {
            continue;
        }
        std::string unit = unitSaidIn(laidOut, row);
        const ColumnLayout* column = unit.empty() ? nullptr : otherwiseMeasured(layout, unit);
        if (column != nullptr && !isOfRepeatedHeader(laidOut, layout, row, unit)) {
            lines.push_back({row, std::move(unit), column});
        }
    }
    return lines;
}

} // namespace citypanel::sheets
