// SPDX-License-Identifier: GPL-3.0-or-later
// Header, allocation table and directory of a compound file, each bounded by the file's size.
#include "core/sheets/compound_file.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace citypanel::sheets {

namespace {

constexpr std::uint32_t largestSector = 0xFFFFFFFA;
constexpr qsizetype headerEntries = 109; // sectors of the allocation table named in the header
constexpr qsizetype directoryEntry = 128;
constexpr qsizetype smallSectorSize = 64; // [MS-CFB] 2.2: no other is allowed

Problem corruptContainer(const char* what) {
    return Problem{.code = ProblemCode::FileCorrupt, .found = what};
}

/// UTF-16 little endian with its terminating zero, as directory entries spell names.
QByteArray entryName(std::u16string_view name) {
    QByteArray bytes;
    for (const char16_t c : name) {
        bytes.append(static_cast<char>(c & 0xFF)).append(static_cast<char>(c >> 8));
    }
    return bytes.append(2, '\0');
}

class CompoundFile {
public:
    explicit CompoundFile(const QByteArray& bytes)
        : bytes_(bytes), shift_(littleEndian16(bytes, 30)) {}

    [[nodiscard]] bool isSound() const { return shift_ == 9 || shift_ == 12; }

    [[nodiscard]] qsizetype sectorSize() const { return qsizetype{1} << shift_; }

    [[nodiscard]] qsizetype position(std::uint32_t sector) const {
        return (static_cast<qsizetype>(sector) + 1) << shift_;
    }

    /// The sectors from the first on, or nothing for a chain that is broken or circular.
    [[nodiscard]] std::vector<std::uint32_t> chain(std::uint32_t first) const {
        std::vector<std::uint32_t> sectors;
        const auto most = static_cast<std::size_t>(bytes_.size() >> shift_);
        for (std::uint32_t sector = first; sector < largestSector; sector = table_[sector]) {
            if (sector >= table_.size() || sectors.size() > most) {
                return {};
            }
            sectors.push_back(sector);
        }
        return sectors;
    }

    void readTable() {
        for (qsizetype i = 0; i < headerEntries; ++i) {
            addTableSector(littleEndian32(bytes_, 76 + 4 * i));
        }
        const qsizetype perSector = sectorSize() / 4 - 1;
        std::uint32_t more = littleEndian32(bytes_, 68);
        const auto most = static_cast<std::size_t>(bytes_.size() >> shift_);
        for (std::size_t seen = 0; more < largestSector && seen <= most; ++seen) {
            for (qsizetype i = 0; i < perSector; ++i) {
                addTableSector(littleEndian32(bytes_, position(more) + 4 * i));
            }
            more = littleEndian32(bytes_, position(more) + 4 * perSector);
        }
    }

    /// The table of the small sectors, into which the root entry's stream is parted.
    void readSmallTable() {
        const QByteArray table = read(chain(littleEndian32(bytes_, 60)));
        for (qsizetype at = 0; at + 4 <= table.size(); at += 4) {
            smallTable_.push_back(littleEndian32(table, at));
        }
    }

    /// Where the small sectors from the first on stand in the file; nothing for a broken chain.
    [[nodiscard]] std::vector<qsizetype> smallPositions(std::uint32_t first,
                                                        std::uint32_t smallStream) const {
        const std::vector<std::uint32_t> holders = chain(smallStream);
        const qsizetype perSector = sectorSize() / smallSectorSize;
        std::vector<qsizetype> positions;
        for (std::uint32_t sector = first; sector < largestSector; sector = smallTable_[sector]) {
            const auto holder = static_cast<std::size_t>(sector / perSector);
            if (sector >= smallTable_.size() || holder >= holders.size() ||
                positions.size() > smallTable_.size()) {
                return {};
            }
            positions.push_back(position(holders[holder]) +
                                static_cast<qsizetype>(sector % perSector) * smallSectorSize);
        }
        return positions;
    }

    [[nodiscard]] QByteArray read(const std::vector<std::uint32_t>& sectors) const {
        QByteArray content;
        for (const std::uint32_t sector : sectors) {
            content.append(bytes_.mid(position(sector), sectorSize()));
        }
        return content;
    }

private:
    void addTableSector(std::uint32_t sector) {
        // A table that names sectors again and again has no more entries than the file has sectors.
        const bool isFull = table_.size() > static_cast<std::size_t>(bytes_.size() >> shift_);
        if (isFull || sector >= largestSector || position(sector) + sectorSize() > bytes_.size()) {
            return;
        }
        for (qsizetype i = 0; i < sectorSize() / 4; ++i) {
            table_.push_back(littleEndian32(bytes_, position(sector) + 4 * i));
        }
    }

    const QByteArray& bytes_;
    unsigned shift_;
    std::vector<std::uint32_t> table_;      ///< the sector that follows each sector
    std::vector<std::uint32_t> smallTable_; ///< the same of small sectors
};

/// Position of a stream's entry in the directory, or -1.
qsizetype findEntry(const QByteArray& directory, const QByteArray& name) {
    for (qsizetype entry = 0; entry + directoryEntry <= directory.size(); entry += directoryEntry) {
        const auto length = littleEndian16(directory, entry + 64);
        if (length == name.size() && directory.mid(entry, name.size()) == name) {
            return entry;
        }
    }
    return -1;
}

} // namespace

std::uint16_t littleEndian16(const QByteArray& bytes, qsizetype position) {
    if (position < 0 || position + 2 > bytes.size()) {
        return 0;
    }
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(bytes[position + i]); };
    return static_cast<std::uint16_t>(byte(0) | byte(1) << 8);
}

std::uint32_t littleEndian32(const QByteArray& bytes, qsizetype position) {
    return littleEndian16(bytes, position) |
           static_cast<std::uint32_t>(littleEndian16(bytes, position + 2)) << 16;
}

Result<WorkbookStream> WorkbookStream::find(const QByteArray& container) {
    CompoundFile file(container);
    if (!file.isSound()) {
        return corruptContainer("header");
    }
    file.readTable();
    const QByteArray directory = file.read(file.chain(littleEndian32(container, 48)));
    if (findEntry(directory, entryName(u"EncryptedPackage")) >= 0) {
        return Problem{.code = ProblemCode::FilePasswordProtected};
    }
    qsizetype entry = findEntry(directory, entryName(u"Workbook"));
    if (entry < 0) {
        entry = findEntry(directory, entryName(u"Book"));
    }
    if (entry < 0) {
        return directory.isEmpty() ? corruptContainer("directory")
                                   : Problem{.code = ProblemCode::FileFormatUnknown};
    }
    const qsizetype size = littleEndian32(directory, entry + 120);
    const std::uint32_t first = littleEndian32(directory, entry + 116);
    const bool isSmall = size < littleEndian32(container, 56); // kept among other small streams
    WorkbookStream stream;
    if (isSmall) {
        file.readSmallTable();
        stream.sectorSize_ = smallSectorSize;
        stream.sectors_ = file.smallPositions(first, littleEndian32(directory, 116));
    } else {
        stream.sectorSize_ = file.sectorSize();
        for (const std::uint32_t sector : file.chain(first)) {
            stream.sectors_.push_back(file.position(sector));
        }
    }
    for (const qsizetype at : stream.sectors_) {
        stream.bytes_.append(container.mid(at, stream.sectorSize_));
    }
    stream.bytes_.truncate(size);
    if (stream.bytes_.size() < size) {
        return corruptContainer("workbook stream");
    }
    return stream;
}

QByteArray WorkbookStream::replacedIn(const QByteArray& container, const QByteArray& bytes) const {
    QByteArray replaced = container;
    for (std::size_t i = 0; i < sectors_.size(); ++i) {
        const QByteArray part = bytes.mid(static_cast<qsizetype>(i) * sectorSize_, sectorSize_);
        std::copy(part.begin(), part.end(), replaced.begin() + sectors_[i]);
    }
    return replaced;
}

} // namespace citypanel::sheets
