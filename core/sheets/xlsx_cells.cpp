// SPDX-License-Identifier: GPL-3.0-or-later
// References and values of worksheet cells.
#include "core/sheets/xlsx_cells.h"

#include "core/panel/number_text.h"

namespace citypanel::sheets {

std::optional<CellReference> parseReference(std::string_view text) {
    std::size_t column = 0;
    std::size_t i = 0;
    for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; ++i) {
        column = column * 26 + static_cast<std::size_t>(text[i] - 'A' + 1);
        if (column > mostXlsxColumns) {
            return std::nullopt;
        }
    }
    std::size_t row = 0;
    const std::size_t firstDigit = i;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9' && row <= mostXlsxRows; ++i) {
        row = row * 10 + static_cast<std::size_t>(text[i] - '0');
    }
    const bool isWhole = i == text.size() && i > firstDigit && column > 0;
    if (!isWhole || row == 0 || row > mostXlsxRows) {
        return std::nullopt;
    }
    return CellReference{row - 1, column - 1};
}

std::string withoutEscapes(const QString& text) {
    if (!text.contains(QLatin1String("_x"))) {
        return text.toStdString();
    }
    QString result = text;
    result.replace(QLatin1String("_x000D_"), QString());
    result.replace(QLatin1String("_x000A_"), QStringLiteral("\n"));
    result.replace(QLatin1String("_x0009_"), QStringLiteral("\t"));
    return result.toStdString();
}

bool XlsxCells::storeShared(CellReference cell, std::size_t index) {
    if (index >= shared_.strings.size()) {
        return false;
    }
    if (!texts_[index]) {
        texts_[index] = sheet_.addText(shared_.strings[index]);
    }
    sheet_.setText(cell.row, cell.column, *texts_[index]);
    return true;
}

bool XlsxCells::store(const XlsxCell& cell, const QString& value) {
    const auto [row, column] = cell.at;
    const std::string_view type = cell.type;
    if (type == "f") {
        sheet_.setError(row, column, "=" + withoutEscapes(value));
        return true;
    }
    if (value.isEmpty()) {
        return true;
    }
    if (type == "s") {
        bool isNumber = false;
        const uint index = value.toUInt(&isNumber);
        return isNumber && storeShared(cell.at, index);
    }
    if (type == "str" || type == "d" || type == "inlineStr") {
        sheet_.setText(row, column, withoutEscapes(value));
    } else if (type == "b") {
        sheet_.setBoolean(row, column,
                          value == QLatin1String("1") || value == QLatin1String("true"));
    } else if (type == "e") {
        sheet_.setError(row, column, value.toStdString());
    } else if (const auto number = parseNumber(value.toStdString())) {
        storeNumber(cell, *number);
    } else {
        sheet_.setText(row, column, value.toStdString());
    }
    return true;
}

} // namespace citypanel::sheets
