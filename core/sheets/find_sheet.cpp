// SPDX-License-Identifier: GPL-3.0-or-later
// Looking up by the names of file and sheet.
#include "core/sheets/find_sheet.h"

namespace citypanel::sheets {

const Sheet* findSheet(std::span<const Workbook* const> workbooks, const SheetImport& table) {
    for (const Workbook* workbook : workbooks) {
        if (workbook->fileName == table.file) {
            return workbook->find(table.sheet);
        }
    }
    return nullptr;
}

} // namespace citypanel::sheets
