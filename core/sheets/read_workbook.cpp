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
#include <QRegularExpression>

#include <algorithm>

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
        // No spreadsheet is empty, however few cells it has; a text may be.
        const bool isText = QString::fromStdString(fileName).contains(QRegularExpression(
            QStringLiteral("\\.(csv|tsv|txt)$"), QRegularExpression::CaseInsensitiveOption));
        return isText ? Problem{.code = ProblemCode::NoDataRows}
                      : Problem{.code = ProblemCode::FileTruncated};
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
    constexpr qint64 piece = 1LL << 20;
    QByteArray bytes;
    if (file.isSequential()) { // a device may have no end
        while (bytes.size() <= largestFile && !file.atEnd()) {
            bytes += file.read(piece);
        }
    }
    if (std::max(file.size(), qint64{bytes.size()}) > largestFile) {
        return Problem{.code = ProblemCode::FileTooLarge,
                       .place = {.file = path},
                       .found = std::to_string(std::max(file.size(), qint64{bytes.size()})),
                       .expected = std::to_string(largestFile)};
    }
    bytes += file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return Problem{.code = ProblemCode::FileUnreadable,
                       .place = {.file = path},
                       .found = file.errorString().toStdString()};
    }
    return bytes;
}

Result<Workbook> readWorkbookFile(const std::string& path, Progress& progress) {
    const QString name = QFileInfo(QString::fromStdString(path)).fileName();
    return readWorkbookFile(path, name.toStdString(), progress);
}

Result<Workbook> readWorkbookFile(const std::string& path, const std::string& name,
                                  Progress& progress) {
    CITYPANEL_TRY(const QByteArray bytes, readFileBytes(path));
    return readWorkbook(bytes, name, progress);
}

} // namespace citypanel::sheets
