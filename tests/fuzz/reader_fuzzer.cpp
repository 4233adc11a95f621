// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes to one reader: it ends with sheets, which are then read as a panel, or with a Problem.
// The reader is named by --reader=xlsx, xls, text, html or stata.
#include "core/sheets/delimited_text.h"
#include "core/sheets/html_tables.h"
#include "core/sheets/import.h"
#include "core/sheets/statistical_file.h"
#include "core/sheets/xls_reader.h"
#include "core/sheets/xlsx_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
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

using Reader = Result<Workbook> (*)(const QByteArray&, Progress&);
constexpr std::pair<std::string_view, Reader> readers[] = {{"xlsx", readXlsx},
                                                           {"xls", readXls},
                                                           {"text", readText},
                                                           {"html", readPage},
                                                           {"stata", readStata}};
Reader fuzzed = nullptr;

bool chooseReader(std::string_view argument) {
    for (const auto& [name, reader] : readers) {
        if (argument == "--reader=" + std::string(name)) {
            fuzzed = reader;
            return true;
        }
    }
    return false;
}

void readAndImport(const QByteArray& bytes) {
    NoProgress progress;
    auto workbook = fuzzed(bytes, progress);
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

} // namespace
} // namespace citypanel::sheets

/// libFuzzer leaves arguments alone that begin with two dashes.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    for (int i = 1; i < *argc; ++i) {
        if (citypanel::sheets::chooseReader((*argv)[i])) {
            return 0;
        }
    }
    std::cerr << "fuzz_reader needs --reader=xlsx, xls, text, html or stata\n";
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    citypanel::sheets::readAndImport(QByteArray(reinterpret_cast<const char*>(data), // as libFuzzer
                                                static_cast<qsizetype>(size)));      // gives them
    return 0;
}
