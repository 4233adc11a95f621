// SPDX-License-Identifier: GPL-3.0-or-later
// Headings compared without their digits.
#include "core/sheets/mistyped_years.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <optional>
#include <set>

namespace citypanel::sheets {

namespace {

/// "GDP_20115, 全市": what stands around the digits, and the digits.
struct HeadingParts {
    QString around;
    QString digits;
};

std::optional<HeadingParts> headingParts(const std::string& label) {
    // Letters that are typed for digits among them; five digits and more may be a code.
    static const QRegularExpression expression(
        QStringLiteral("^(\\D*?)[_ ]?([\\dOoIl]{3,6})年?(, .+)?$"));
    const auto match = expression.match(QString::fromStdString(label));
    const QString digits = match.captured(2);
    const auto count =
        std::count_if(digits.begin(), digits.end(), [](QChar c) { return c.isDigit(); });
    if (!match.hasMatch() || count < 2) {
        return std::nullopt;
    }
    return HeadingParts{match.captured(1) + u'|' + match.captured(3), digits};
}

/// The lowest cell of the header over a column that holds the digits.
CellIndex headingCell(const Sheet& laidOut, const Layout& layout, const ColumnLayout& column,
                      const QString& digits) {
    std::int64_t row = layout.headerEnd - 1;
    for (std::int64_t above = row; above >= layout.headerBegin; --above) {
        const std::string text = tidyHeader(laidOut.textAt(
            static_cast<std::size_t>(above), static_cast<std::size_t>(column.column)));
        if (QString::fromStdString(text).contains(digits)) {
            row = above;
            break;
        }
    }
    return {static_cast<std::int32_t>(row), static_cast<std::int32_t>(column.column)};
}

} // namespace

std::vector<CellIndex> mistypedYears(const Sheet& laidOut, const Layout& layout) {
    std::vector<CellIndex> cells;
    if (layout.kind != LayoutKind::WideByPeriod) {
        return cells;
    }
    std::set<QString> ofYears;
    for (const ColumnLayout& column : layout.columns) {
        const auto parts = headingParts(column.label);
        if (parts && periodOfColumn(column) != 0) {
            ofYears.insert(parts->around);
        }
    }
    for (const ColumnLayout& column : layout.columns) {
        const auto parts = headingParts(column.label);
        const bool isKey = column.column == layout.unitColumn;
        if (!parts || isKey || periodOfColumn(column) != 0 || !ofYears.contains(parts->around)) {
            continue;
        }
        const ColumnContent content = columnContent(
            laidOut, static_cast<std::size_t>(column.column),
            static_cast<std::size_t>(layout.bodyBegin), static_cast<std::size_t>(layout.bodyEnd));
        if (content.numbers > 0) {
            cells.push_back(headingCell(laidOut, layout, column, parts->digits));
        }
    }
    return cells;
}

} // namespace citypanel::sheets
