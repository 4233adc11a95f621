// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a worksheet part: what the scan takes, the careful reader reads alike, or refuses.
#include "core/sheets/xlsx_sheet.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace citypanel::sheets {
namespace {

bool areSame(const Sheet& a, const Sheet& b) {
    if (a.rowCount() != b.rowCount() || a.columnCount() != b.columnCount() ||
        a.merged != b.merged || a.hiddenRows != b.hiddenRows ||
        a.hiddenColumns != b.hiddenColumns) {
        return false;
    }
    constexpr std::size_t compared = 300; // of each direction: cells may lie far apart
    for (std::size_t row = 0; row < std::min(a.rowCount(), compared); ++row) {
        for (std::size_t column = 0; column < std::min(a.columnCount(), compared); ++column) {
            if (a.at(row, column).kind != b.at(row, column).kind ||
                a.textAt(row, column) != b.textAt(row, column)) {
                return false;
            }
        }
    }
    return true;
}

void compareReaders(const QByteArray& xml) {
    static const XlsxShared shared{.strings = {"a", "", "北京市"},
                                   .dates = {.isDate = {false, true}}};
    NoProgress progress;
    Sheet scanned("s");
    Sheet careful("s");
    const auto isScanned = scanSheet(xml, shared, scanned, progress);
    const auto isSound = readSheetCarefully(xml, shared, careful, progress);
    if (isScanned && *isScanned && isSound && *isSound && !areSame(scanned, careful)) {
        std::abort();
    }
}

} // namespace
} // namespace citypanel::sheets

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    citypanel::sheets::compareReaders(
        QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    return 0;
}
