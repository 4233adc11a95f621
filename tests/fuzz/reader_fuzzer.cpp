// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes to one reader: it ends with sheets, which are then read as a panel, or with a Problem.
// CITYPANEL_FUZZED names the reader; each has a program of its own.
#include "core/sheets/delimited_text.h"
#include "core/sheets/html_tables.h"
#include "core/sheets/import.h"
#include "core/sheets/statistical_file.h"
#include "core/sheets/xls_reader.h"
#include "core/sheets/xlsx_reader.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace citypanel::sheets {
namespace {

Result<Workbook> readText(const QByteArray& bytes, Progress& progress) {
    return readDelimitedText(bytes, "fuzz.csv", progress);
}

Result<Workbook> readPage(const QByteArray& bytes, Progress& progress) {
    return readHtml(bytes, "fuzz.html", progress);
}

Result<Workbook> readStata(const QByteArray& bytes, Progress& progress) {
    return readStatisticalFile(bytes, FileFormat::StataDta, progress);
}

void readAndImport(const QByteArray& bytes) {
    NoProgress progress;
    auto workbook = CITYPANEL_FUZZED(bytes, progress);
    const bool isImported = bytes.size() % 16 == 0; // far slower than reading
    if (!workbook || !isImported) {
        return;
    }
    workbook->fileName = "fuzz";
    std::vector<Workbook> workbooks;
    workbooks.push_back(*std::move(workbook));
    const ImportPlan plan = withSureConversions(withSureNames(detectPlan(workbooks)));
    static_cast<void>(readPanel(workbooks, withPeriod(plan, 2000), true, progress).has_value());
}

/// The readers that this program does not run.
[[maybe_unused]] const auto others = {&readText, &readPage, &readStata, &readXls, &readXlsx};

} // namespace
} // namespace citypanel::sheets

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    citypanel::sheets::readAndImport(QByteArray(reinterpret_cast<const char*>(data), // as libFuzzer
                                                static_cast<qsizetype>(size)));      // gives them
    return 0;
}
