// SPDX-License-Identifier: GPL-3.0-or-later
// Packing and unpacking by QuaZip.
#include "core/report/archive.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipfileinfo.h>
#include <quazip/quazipnewinfo.h>

#include <QBuffer>
#include <QDate>
#include <QTime>
#include <QtEndian>

#include <algorithm>
#include <zlib.h>

namespace citypanel::report {

namespace {

constexpr qint64 largestUnpacked = qint64{2} << 30;
constexpr qint64 freeOfSuspicion = qint64{64} << 20; ///< this much is unpacked from any file
constexpr qint64 largestRatio = 100;
constexpr qint64 ratioWritten = 50; ///< entries that compress further are stored

/// A zip's first bytes, and those of its directory's end.
const QByteArray localHeader("PK\x03\x04", 4);
const QByteArray emptyArchive("PK\x05\x06", 4);

QDateTime fixedTime() {
    return {QDate(1980, 1, 1), QTime(0, 0)}; // the earliest a zip can hold
}

bool isBetterStored(const QByteArray& bytes) {
    if (bytes.startsWith("PK")) {
        return true;
    }
    const auto size = static_cast<uLong>(bytes.size());
    if (size < 4096) {
        return false;
    }
    return qCompress(bytes, 1).size() * ratioWritten < bytes.size();
}

Status pack(QuaZip& zip, const QString& name, const QByteArray& bytes) {
    QuaZipNewInfo info(name);
    info.dateTime = fixedTime();
    QuaZipFile file(&zip);
    const bool isStored = isBetterStored(bytes);
    const bool isOpen = file.open(QIODevice::WriteOnly, info, nullptr, 0, isStored ? 0 : Z_DEFLATED,
                                  isStored ? 0 : Z_DEFAULT_COMPRESSION);
    const bool isWritten = isOpen && file.write(bytes) == bytes.size();
    file.close();
    if (!isWritten || file.getZipError() != UNZ_OK) {
        return Problem{.code = ProblemCode::Internal, .found = name.toStdString()};
    }
    return {};
}

/// A buffer that refuses a place beyond its end without a word: damaged zips point anywhere.
class QuietBuffer final : public QBuffer {
public:
    bool seek(qint64 position) override {
        return position >= 0 && position <= size() && QBuffer::seek(position);
    }
};

/// A name that stays inside: relative, without "..", backslashes, or a drive.
bool isSafeName(const QString& name) {
    const auto parts = name.split(QLatin1Char('/'));
    const auto isSafePart = [](const QString& part) {
        return !part.isEmpty() && part != QLatin1String(".") && part != QLatin1String("..") &&
               !part.contains(QLatin1Char('\\')) && !part.contains(QLatin1Char(':')) &&
               !part.contains(QChar(0));
    };
    return std::all_of(parts.begin(), parts.end(), isSafePart);
}

Problem corrupt(const QString& found) {
    return {.code = ProblemCode::FileCorrupt, .found = found.toStdString()};
}

/// Reads one entry, and never more than `limit` bytes of it, whatever its header says.
Result<QByteArray> unpack(QuaZip& zip, const QString& name, qint64 limit) {
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::ReadOnly)) {
        return corrupt(name);
    }
    const QByteArray bytes = file.read(limit + 1);
    if (bytes.size() > limit) {
        return Problem{.code = ProblemCode::FileTooLarge, .found = name.toStdString()};
    }
    file.close(); // compares the checksum
    if (file.getZipError() != UNZ_OK) {
        return corrupt(name);
    }
    return bytes;
}

/// Whether the last end record is this archive's: its directory ends where the record begins. A
/// truncated archive may show the end of a workbook inside it instead (PKWARE APPNOTE 4.3.16).
bool hasOwnEnd(const QByteArray& zip) {
    constexpr qsizetype endRecord = 22; // bytes, without the comment
    constexpr qsizetype directorySize = 12;
    constexpr qsizetype directoryOffset = 16;
    constexpr quint32 isInZip64 = 0xffffffffU;
    const qsizetype end = zip.lastIndexOf(emptyArchive);
    if (end < 0 || zip.size() - end < endRecord) {
        return false;
    }
    const auto field = [&](qsizetype at) {
        return qFromLittleEndian<quint32>(zip.constData() + end + at);
    };
    const quint32 size = field(directorySize);
    const quint32 offset = field(directoryOffset);
    return size == isInZip64 || offset == isInZip64 || qint64{offset} + qint64{size} == end;
}

Status checkKind(const QByteArray& zip) {
    if (zip.isEmpty() || (zip.size() < localHeader.size() && localHeader.startsWith(zip))) {
        return Problem{.code = ProblemCode::FileTruncated};
    }
    if (!zip.startsWith(localHeader) && !zip.startsWith(emptyArchive)) {
        return Problem{.code = ProblemCode::FileFormatUnknown};
    }
    return hasOwnEnd(zip) ? Status{} : Status(Problem{.code = ProblemCode::FileTruncated});
}

} // namespace

Result<QByteArray> packed(const Entries& entries) {
    QBuffer buffer;
    QuaZip zip(&buffer);
    zip.setUtf8Enabled(true);
    zip.setAutoClose(false);
    if (!zip.open(QuaZip::mdCreate)) {
        return Problem{.code = ProblemCode::Internal, .found = "zip"};
    }
    for (const auto& [name, bytes] : entries) {
        CITYPANEL_TRY_STATUS(pack(zip, name, bytes));
    }
    zip.close();
    if (zip.getZipError() != UNZ_OK) {
        return Problem{.code = ProblemCode::Internal, .found = "zip"};
    }
    return buffer.data();
}

Result<Entries> unpacked(const QByteArray& zipped) {
    CITYPANEL_TRY_STATUS(checkKind(zipped));
    QuietBuffer buffer;
    buffer.setData(zipped);
    QuaZip zip(&buffer);
    zip.setUtf8Enabled(true);
    if (!zip.open(QuaZip::mdUnzip)) {
        return corrupt({});
    }
    qint64 left =
        std::min(largestUnpacked, std::max(freeOfSuspicion, zipped.size() * largestRatio));
    Entries entries;
    int folders = 0;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (!zip.getCurrentFileInfo(&info)) {
            return corrupt({});
        }
        if (info.name.endsWith(QLatin1Char('/')) && info.uncompressedSize == 0) {
            ++folders; // other programs list them; they hold nothing
            continue;
        }
        if (!isSafeName(info.name) || entries.contains(info.name)) {
            return corrupt(info.name);
        }
        if ((info.flags & 1U) != 0) {
            return Problem{.code = ProblemCode::FilePasswordProtected};
        }
        CITYPANEL_TRY(QByteArray bytes, unpack(zip, info.name, left));
        left -= bytes.size();
        entries[info.name] = std::move(bytes);
    }
    if (zip.getZipError() != UNZ_OK ||
        static_cast<int>(entries.size()) + folders != zip.getEntriesCount()) {
        return corrupt({});
    }
    return entries;
}

} // namespace citypanel::report
