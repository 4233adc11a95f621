// SPDX-License-Identifier: GPL-3.0-or-later
// Zip access by QuaZip and libdeflate, with every declared size checked before and while unpacking.
#include "core/sheets/zip_parts.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipfileinfo.h>

#include <QBuffer>

#include <algorithm>
#include <libdeflate.h>
#include <memory>
#include <optional>

namespace citypanel::sheets {

namespace {

constexpr int mostEntries = 10'000;
constexpr quint64 freeSize = 1ULL << 20; // below this no ratio can do harm
constexpr quint64 largestRatio = 200;    // real sheets pack 4:1 to 10:1
constexpr quint64 largestPart = 2ULL << 30;
constexpr qsizetype piece = 4 << 20;           // inflated in some 10 ms, between looks at progress
constexpr qsizetype allocatedAhead = 64 << 20; // beyond this, only what really comes

Problem corrupt(const QString& part) {
    return Problem{.code = ProblemCode::FileCorrupt, .found = part.toStdString()};
}

/// The part the zip stands at, inflated whole by libdeflate, which takes half of zlib's time but
/// cannot be interrupted. Nothing for parts that are packed otherwise or too large for that.
/// Problem: FileCorrupt.
std::optional<Result<QByteArray>> inflatedAtOnce(QuaZip& zip, qsizetype archiveSize) {
    constexpr quint16 deflated = 8;
    QuaZipFileInfo64 info;
    if (!zip.getCurrentFileInfo(&info) || info.method != deflated ||
        info.uncompressedSize > static_cast<quint64>(allocatedAhead)) {
        return std::nullopt;
    }
    const Problem damaged = corrupt(info.name);
    QuaZipFile file(&zip);
    int method = 0;
    int level = 0;
    if (info.compressedSize > static_cast<quint64>(archiveSize) ||
        !file.open(QIODevice::ReadOnly, &method, &level, true)) {
        return damaged;
    }
    const QByteArray packed = file.read(static_cast<qint64>(info.compressedSize));
    file.close();
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
        decompressor(libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    QByteArray content(static_cast<qsizetype>(info.uncompressedSize), Qt::Uninitialized);
    const auto size = static_cast<std::size_t>(content.size());
    // Without a place for the size it finds, it takes nothing but what is exactly so long.
    const bool isWhole =
        decompressor != nullptr && static_cast<quint64>(packed.size()) == info.compressedSize &&
        libdeflate_deflate_decompress(decompressor.get(), packed.constData(),
                                      static_cast<std::size_t>(packed.size()), content.data(), size,
                                      nullptr) == LIBDEFLATE_SUCCESS &&
        libdeflate_crc32(0, content.constData(), size) == info.crc;
    return isWhole ? Result<QByteArray>(std::move(content)) : Result<QByteArray>(damaged);
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
    if (auto content = inflatedAtOnce(zip, bytes_.size())) {
        return *std::move(content);
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
