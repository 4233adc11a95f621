// SPDX-License-Identifier: GPL-3.0-or-later
// From the text of the clipboard to numbers.
#include "ui/data/paste_cells.h"

#include "ui/widgets/number_edit.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cstddef>

namespace citypanel::ui {

namespace {

/// "1,5" is one and a half to some: only groups of three are thousands.
bool isSurelyNumber(const QString& text) {
    static const QRegularExpression grouped(
        QStringLiteral("^[-+\u2212]?[0-9]{1,3}([, \u00a0\u202f][0-9]{3})+(\\.[0-9]*)?$"));
    static const QRegularExpression plain(QStringLiteral("^[^, \u00a0\u202f]+$"));
    return (plain.match(text).hasMatch() || grouped.match(text).hasMatch()) &&
           numberOf(text).has_value();
}

std::vector<QStringList> cellsOf(QString text) {
    text.remove(QLatin1Char('\r'));
    while (text.endsWith(QLatin1Char('\n'))) {
        text.chop(1);
    }
    std::vector<QStringList> rows;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        rows.push_back(line.split(QLatin1Char('\t')));
    }
    return rows;
}

bool hasHeadings(const std::vector<QStringList>& rows) {
    const QStringList& first = rows.front();
    return rows.size() > 1 && first.size() > 1 && first.front().isEmpty() &&
           std::none_of(first.begin() + 1, first.end(), [](const QString& cell) {
               return cell.isEmpty() || numberOf(cell).has_value();
           });
}

} // namespace

int PastedBlock::columnCount() const {
    std::size_t count = 0;
    for (const auto& row : rows) {
        count = std::max(count, row.size());
    }
    return static_cast<int>(count);
}

PastedBlock pastedBlock(const QString& text) {
    std::vector<QStringList> cells = cellsOf(text);
    if (hasHeadings(cells)) {
        cells.erase(cells.begin());
        for (QStringList& row : cells) {
            row.removeFirst();
        }
    }
    PastedBlock block;
    for (const QStringList& row : cells) {
        auto& numbers = block.rows.emplace_back();
        for (const QString& cell : row) {
            const QString trimmed = cell.trimmed();
            if (!trimmed.isEmpty() && !isSurelyNumber(trimmed)) {
                block.refused = trimmed;
                return block;
            }
            numbers.push_back(trimmed.isEmpty() ? std::nullopt : numberOf(trimmed));
        }
    }
    return block;
}

} // namespace citypanel::ui
