// SPDX-License-Identifier: GPL-3.0-or-later
// Recognising a file by its first bytes and handing it to its reader.
#include "core/sheets/read_workbook.h"

#include "core/sheets/delimited_text.h"
#include "core/sheets/html_tables.h"
#include "core/sheets/statistical_file.h"
#include "core/sheets/xls_reader.h"
#include "core/sheets/xlsx_reader.h"

#include <QFile>
#include <QFileInfo>

namespace citypanel::sheets {

namespace {

constexpr qint64 largestFile = 1LL << 30; // 1 GiB: beyond any yearbook, below what fills memory

bool startsWith(const QByteArray& bytes, std::string_view signature) {
    return bytes.startsWith(
        QByteArrayView(signature.data(), static_cast<qsizetype>(signature.size())));
}

constexpr std::string_view zipSignature{"PK\x03\x04", 4};
constexpr std::string_view emptyZipSignature{"PK\x05\x06", 4};
constexpr std::string_view compoundFileSignature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};

/// Stata up to release 12 begins with its release number, a byte order and a file type.
bool isOldStata(const QByteArray& bytes) {
    return bytes.size() > 3 && bytes[0] >= 104 && bytes[0] <= 115 &&
           (bytes[1] == 1 || bytes[1] == 2) && bytes[2] == 1;
}

Result<Workbook> readByContent(const QByteArray& bytes, const std::string& fileName,
                               Progress& progress) {
    if (bytes.isEmpty()) {
        return Problem{.code = ProblemCode::NoDataRows};
    }
    if (startsWith(bytes, zipSignature) || startsWith(bytes, emptyZipSignature)) {
        return readXlsx(bytes, progress);
    }
    if (startsWith(bytes, compoundFileSignature)) {
        return readXls(bytes, progress);
    }
    if (startsWith(bytes, "<stata_dta>") || isOldStata(bytes)) {
        return readStatisticalFile(bytes, FileFormat::StataDta, progress);
    }
    if (startsWith(bytes, "$FL2") || startsWith(bytes, "$FL3")) {
        return readStatisticalFile(bytes, FileFormat::SpssSav, progress);
    }
    if (looksLikeHtml(bytes)) {
        return readHtml(bytes, fileName, progress);
    }
    return readDelimitedText(bytes, fileName, progress);
}

} // namespace

Result<Workbook> readWorkbook(const QByteArray& bytes, const std::string& fileName,
                              Progress& progress) {
    Result<Workbook> workbook = readByContent(bytes, fileName, progress);
    if (!workbook) {
        return located(workbook.error(), {.file = fileName});
    }
    if (workbook->sheets.empty()) { // only charts, or none of those named is there
        return Problem{.code = ProblemCode::SheetNotFound, .place = {.file = fileName}};
    }
    workbook->fileName = fileName;
    for (Problem& warning : workbook->warnings) {
        warning = located(warning, {.file = fileName});
    }
    return workbook;
}

Result<QByteArray> readFileBytes(const std::string& path) {
    QFile file(QString::fromStdString(path));
    if (!QFileInfo::exists(file.fileName())) {
        return Problem{.code = ProblemCode::FileNotFound, .place = {.file = path}};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Problem{.code = ProblemCode::FileUnreadable,
                       .place = {.file = path},
                       .found = file.errorString().toStdString()};
    }
    if (file.size() > largestFile) {
        return Problem{.code = ProblemCode::FileTooLarge,
                       .place = {.file = path},
                       .found = std::to_string(file.size()),
                       .expected = std::to_string(largestFile)};
    }
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return Problem{.code = ProblemCode::FileUnreadable,
                       .place = {.file = path},
                       .found = file.errorString().toStdString()};
    }
    return bytes;
}

Result<Workbook> readWorkbookFile(const std::string& path, Progress& progress) {
    CITYPANEL_TRY(const QByteArray bytes, readFileBytes(path));
    const QString name = QFileInfo(QString::fromStdString(path)).fileName();
    return readWorkbook(bytes, name.toStdString(), progress);
}

} // namespace citypanel::sheets
