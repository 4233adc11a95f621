// SPDX-License-Identifier: GPL-3.0-or-later
// Zip access by QuaZip, with every declared size checked before and while unpacking.
#include "core/sheets/zip_parts.h"

#include "core/sheets/unpacking.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipfileinfo.h>

#include <QBuffer>

#include <algorithm>
#include <optional>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr int mostEntries = 10'000;
constexpr quint64 freeSize = 1ULL << 20; // below this no ratio can do harm
constexpr quint64 largestRatio = 200;    // real sheets pack 4:1 to 10:1
constexpr quint64 largestPart = 2ULL << 30;
constexpr qsizetype piece = 2 << 20;           // read in some 10 ms, between looks at progress
constexpr qsizetype allocatedAhead = 64 << 20; // beyond this, only what really comes

Problem corrupt(const QString& part) {
    return Problem{.code = ProblemCode::FileCorrupt, .found = part.toStdString()};
}

/// The packed bytes of the part a file was opened raw for.
Result<QByteArray> packedBytes(QuaZipFile& file, qsizetype size, Progress& progress) {
    QByteArray packed(size, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < size) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        const qint64 got = file.read(packed.data() + filled, std::min(piece, size - filled));
        if (got <= 0) {
            break;
        }
        filled += got;
    }
    packed.truncate(filled);
    return packed;
}

/// The part the zip stands at, where it is deflated and not too large to be unpacked at once.
/// Problems: FileCorrupt, Cancelled.
Result<std::optional<QByteArray>> unpackedAtOnce(QuaZip& zip, qsizetype archiveSize,
                                                 Progress& progress) {
    constexpr quint16 deflated = 8;
    QuaZipFileInfo64 info;
    if (!zip.getCurrentFileInfo(&info) || info.method != deflated ||
        info.uncompressedSize > static_cast<quint64>(allocatedAhead)) {
        return std::optional<QByteArray>();
    }
    QuaZipFile file(&zip);
    int method = 0;
    int level = 0;
    if (info.compressedSize > static_cast<quint64>(archiveSize) ||
        !file.open(QIODevice::ReadOnly, &method, &level, true)) {
        return corrupt(info.name);
    }
    const auto size = static_cast<qsizetype>(info.compressedSize);
    CITYPANEL_TRY(QByteArray packed, packedBytes(file, size, progress));
    file.close();
    if (packed.size() != size) {
        return corrupt(info.name);
    }
    const StatedPart stated{static_cast<qsizetype>(info.uncompressedSize), info.crc};
    CITYPANEL_TRY(std::optional<QByteArray> content, unpacked(std::move(packed), stated, progress));
    if (!content) {
        return corrupt(info.name);
    }
    return content;
}

Status checkEntry(const QuaZipFileInfo64& info) {
    if (info.flags & 1U) {
        return Problem{.code = ProblemCode::FilePasswordProtected};
    }
    const bool isBomb = info.uncompressedSize > freeSize &&
                        info.uncompressedSize / largestRatio > info.compressedSize;
    if (isBomb || info.uncompressedSize > largestPart) {
        const quint64 most =
            isBomb ? std::max(freeSize, info.compressedSize * largestRatio) : largestPart;
        return Problem{.code = ProblemCode::FileTooLarge,
                       .found = std::to_string(info.uncompressedSize),
                       .expected = std::to_string(most)};
    }
    return {};
}

} // namespace

Result<ZipParts> ZipParts::open(const QByteArray& bytes) {
    ZipParts parts;
    parts.bytes_ = bytes;
    QBuffer buffer(&parts.bytes_);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip)) {
        return Problem{.code = ProblemCode::FileTruncated};
    }
    if (zip.getEntriesCount() > mostEntries) {
        return Problem{.code = ProblemCode::FileTooLarge,
                       .found = std::to_string(zip.getEntriesCount()),
                       .expected = std::to_string(mostEntries)};
    }
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (!zip.getCurrentFileInfo(&info)) {
            return corrupt(zip.getCurrentFileName());
        }
        CITYPANEL_TRY_STATUS(checkEntry(info));
        parts.sizes_[info.name] = info.uncompressedSize;
    }
    return parts;
}

Result<QByteArray> ZipParts::part(const QString& name, Progress& progress) const {
    const auto size = sizes_.find(name);
    if (size == sizes_.end()) {
        return corrupt(name);
    }
    QByteArray copy = bytes_; // shared, not copied
    QBuffer buffer(&copy);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip) || !zip.setCurrentFile(name)) {
        return corrupt(name);
    }
    if (progress.cancelled()) {
        return cancelledProblem();
    }
    CITYPANEL_TRY(std::optional<QByteArray> atOnce, unpackedAtOnce(zip, bytes_.size(), progress));
    if (atOnce) {
        return *std::move(atOnce);
    }
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::ReadOnly)) {
        return corrupt(name);
    }
    // One byte more than declared, so that a part which lies about its size is noticed.
    const auto most = static_cast<qsizetype>(size->second) + 1;
    QByteArray content(std::min(most, allocatedAhead), Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < most) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        content.resize(std::max(content.size(), std::min(most, filled + piece)));
        const qint64 got =
            file.read(content.data() + filled, std::min(piece, content.size() - filled));
        if (got <= 0) {
            break;
        }
        filled += got;
    }
    content.truncate(filled);
    // An error of inflating shows before closing, one of the checksum only after.
    const bool isReadable = file.getZipError() == UNZ_OK;
    file.close();
    const bool isWhole = static_cast<quint64>(content.size()) == size->second;
    if (!isReadable || !isWhole || file.getZipError() != UNZ_OK) {
        return corrupt(name);
    }
    return content;
}

} // namespace citypanel::sheets
