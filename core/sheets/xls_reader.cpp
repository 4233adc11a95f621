// SPDX-License-Identifier: GPL-3.0-or-later
// FreeXL reads from a path only, so the bytes pass through a temporary file.
#include "core/sheets/xls_reader.h"

#include <freexl.h>

#include <QTemporaryFile>

#include <memory>
#include <string>
#include <utility>

namespace citypanel::sheets {

namespace {

/// UTF-16 little endian, as the directory of an OLE2 container spells its streams.
QByteArray streamName(const char16_t* name, qsizetype length) {
    return {reinterpret_cast<const char*>(name), length * 2};
}

bool holdsEncryptedPackage(const QByteArray& bytes) {
    return bytes.contains(streamName(u"EncryptedPackage", 16));
}

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
        sheet.setText(row, column, cell.value.text_value);
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
    if (holdsEncryptedPackage(bytes)) {
        return Problem{.code = ProblemCode::FilePasswordProtected};
    }
    QTemporaryFile file;
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush()) {
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
        workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
}

} // namespace citypanel::sheets
