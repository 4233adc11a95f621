// SPDX-License-Identifier: GPL-3.0-or-later
// A cursor over several parts of the stream, and the table of shared strings.
#include "core/sheets/biff_text.h"

#include "core/sheets/compound_file.h"

#include <algorithm>
#include <utility>

namespace citypanel::sheets {

BiffCursor::BiffCursor(const QByteArray& stream, std::vector<BiffContent> parts)
    : stream_(stream), parts_(std::move(parts)) {
    if (parts_.empty()) {
        parts_.push_back({});
    }
    position_ = parts_[0].begin;
}

bool BiffCursor::isAtPartEnd() const {
    return position_ >= parts_[part_].end;
}

void BiffCursor::enterNextPart() {
    while (isAtPartEnd() && !hasFailed_) {
        hasFailed_ = part_ + 1 >= parts_.size();
        if (!hasFailed_) {
            position_ = parts_[++part_].begin;
        }
    }
}

std::uint8_t BiffCursor::byte() {
    enterNextPart();
    return hasFailed_ ? std::uint8_t{0} : static_cast<std::uint8_t>(stream_[position_++]);
}

std::uint16_t BiffCursor::word() {
    const std::uint16_t low = byte();
    return static_cast<std::uint16_t>(low | byte() << 8);
}

std::uint32_t BiffCursor::doubleWord() {
    const std::uint32_t low = word();
    return low | static_cast<std::uint32_t>(word()) << 16;
}

void BiffCursor::skip(std::uint32_t bytes) {
    while (bytes > 0 && !hasFailed_) {
        enterNextPart();
        const qsizetype here = hasFailed_ ? 0 : parts_[part_].end - position_;
        const qsizetype taken = std::min(here, static_cast<qsizetype>(bytes));
        position_ += taken;
        bytes -= static_cast<std::uint32_t>(taken);
    }
}

QString BiffCursor::characters(std::uint32_t count, bool isWide) {
    QString text;
    for (std::uint32_t i = 0; i < count && !hasFailed_; ++i) {
        if (isAtPartEnd() && i > 0) {
            isWide = (byte() & 1) != 0;
        }
        const std::uint16_t character = isWide ? word() : byte();
        text.append(QChar(character));
    }
    return text;
}

std::vector<std::string> readSharedStrings(BiffCursor cursor) {
    constexpr std::uint8_t wide = 0x01;
    constexpr std::uint8_t phonetic = 0x04;
    constexpr std::uint8_t rich = 0x08;
    std::vector<std::string> strings;
    cursor.skip(4); // how often they are used
    const std::uint32_t count = cursor.doubleWord();
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint16_t length = cursor.word();
        const std::uint8_t flags = cursor.byte();
        const std::uint32_t runs = (flags & rich) != 0 ? cursor.word() : 0U;
        const std::uint32_t extra = (flags & phonetic) != 0 ? cursor.doubleWord() : 0U;
        QString text = cursor.characters(length, (flags & wide) != 0);
        cursor.skip(4 * runs);
        cursor.skip(extra);
        if (cursor.hasFailed()) {
            break;
        }
        strings.push_back(text.toStdString());
    }
    return strings;
}

} // namespace citypanel::sheets
