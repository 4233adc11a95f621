// SPDX-License-Identifier: GPL-3.0-or-later
// FreeXL reads from a path only, so the bytes pass through a temporary file.
#include "core/sheets/xls_reader.h"

#include "core/sheets/compound_file.h"
#include "core/sheets/xls_encryption.h"

#include <freexl.h>

#include <QTemporaryFile>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

struct HandleCloser {
    void operator()(const void* handle) const { freexl_close(handle); }
};

using Handle = std::unique_ptr<const void, HandleCloser>;

Problem openProblem(int code) {
    switch (code) {
    case FREEXL_BIFF_INVALID_BOF:
    case FREEXL_BIFF_WORKBOOK_NOT_FOUND:
        return Problem{.code = ProblemCode::FileFormatUnknown};
    default:
        return Problem{.code = ProblemCode::FileCorrupt, .found = std::to_string(code)};
    }
}

/// Which sheets are hidden, in the order of the workbook ([MS-XLS] 2.4.28); FreeXL does not tell.
std::vector<bool> hiddenSheets(const QByteArray& stream) {
    constexpr std::uint16_t boundSheet = 0x85;
    constexpr std::uint16_t endOfGlobals = 0x0A;
    std::vector<bool> hidden;
    for (qsizetype position = 0; position + 4 <= stream.size();) {
        const std::uint16_t type = littleEndian16(stream, position);
        const bool isSheet = type == boundSheet && position + 9 < stream.size();
        if (isSheet) {
            hidden.push_back((stream[position + 8] & 3) != 0);
        }
        if (type == endOfGlobals) {
            break;
        }
        position += 4 + littleEndian16(stream, position + 2);
    }
    return hidden;
}

bool isErrorValue(std::string_view text) {
    constexpr std::array<std::string_view, 7> values{"#NULL!", "#DIV/0!", "#VALUE!", "#REF!",
                                                     "#NAME?", "#NUM!",   "#N/A"};
    return std::find(values.begin(), values.end(), text) != values.end();
}

void storeText(const char* text, std::size_t row, std::size_t column, Sheet& sheet) {
    if (text == nullptr) {
        return;
    }
    isErrorValue(text) ? sheet.setError(row, column, text) : sheet.setText(row, column, text);
}

void storeCell(const FreeXL_CellValue& cell, std::size_t row, std::size_t column, Sheet& sheet) {
    switch (cell.type) {
    case FREEXL_CELL_INT:
        sheet.setNumber(row, column, cell.value.int_value);
        break;
    case FREEXL_CELL_DOUBLE:
        sheet.setNumber(row, column, cell.value.double_value);
        break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
        storeText(cell.value.text_value, row, column, sheet);
        break;
    default:
        break;
    }
}

Result<Sheet> readSheet(const void* handle, unsigned short index, Progress& progress) {
    const char* name = nullptr;
    unsigned rows = 0;
    unsigned short columns = 0;
    if (freexl_get_worksheet_name(handle, index, &name) != FREEXL_OK ||
        freexl_select_active_worksheet(handle, index) != FREEXL_OK ||
        freexl_worksheet_dimensions(handle, &rows, &columns) != FREEXL_OK) {
        return Problem{.code = ProblemCode::FileCorrupt, .found = std::to_string(index)};
    }
    Sheet sheet(name == nullptr ? std::string() : std::string(name));
    for (unsigned row = 0; row < rows; ++row) {
        for (unsigned short column = 0; column < columns; ++column) {
            FreeXL_CellValue cell{};
            if (freexl_get_cell_value(handle, row, column, &cell) == FREEXL_OK) {
                storeCell(cell, row, column, sheet);
            }
        }
        progress.report(static_cast<double>(row) / rows);
        if (progress.cancelled()) {
            return cancelledProblem();
        }
    }
    return sheet;
}

} // namespace

Result<Workbook> readXls(const QByteArray& bytes, Progress& progress) {
    CITYPANEL_TRY(const WorkbookStream stream, WorkbookStream::find(bytes));
    CITYPANEL_TRY(const QByteArray clear, decryptedWorkbook(stream.bytes()));
    const QByteArray container = stream.replacedIn(bytes, clear);
    const std::vector<bool> hidden = hiddenSheets(clear);
    QTemporaryFile file;
    if (!file.open() || file.write(container) != container.size() || !file.flush()) {
        return Problem{.code = ProblemCode::FileUnwritable,
                       .place = {.file = file.fileName().toStdString()}};
    }
    const void* opened = nullptr;
    const int code = freexl_open(file.fileName().toUtf8().constData(), &opened);
    const Handle handle(opened);
    if (code != FREEXL_OK) {
        return openProblem(code);
    }
    unsigned password = 0;
    if (freexl_get_info(handle.get(), FREEXL_BIFF_PASSWORD, &password) == FREEXL_OK &&
        password == FREEXL_BIFF_OBFUSCATED) {
        return Problem{.code = ProblemCode::FilePasswordProtected};
    }
    unsigned sheets = 0;
    if (freexl_get_info(handle.get(), FREEXL_BIFF_SHEET_COUNT, &sheets) != FREEXL_OK) {
        return Problem{.code = ProblemCode::FileCorrupt};
    }
    Workbook workbook;
    workbook.format = FileFormat::Xls;
    for (unsigned short i = 0; i < sheets; ++i) {
        SubProgress part(progress, static_cast<double>(i) / sheets, (i + 1.0) / sheets);
        CITYPANEL_TRY(Sheet sheet, readSheet(handle.get(), i, part));
        sheet.isHidden = i < hidden.size() && hidden[i];
        workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
}

} // namespace citypanel::sheets
