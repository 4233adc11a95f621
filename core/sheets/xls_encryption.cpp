// SPDX-License-Identifier: GPL-3.0-or-later
// RC4 with a new key for each 1024 bytes; record headers and a few records stay in the clear.
#include "core/sheets/xls_encryption.h"

#include "core/sheets/compound_file.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr qsizetype blockSize = 1024;

// PlainRecord types ([MS-XLS] 2.3) that play a part here.
constexpr std::uint16_t filePass = 0x2F;
constexpr std::uint16_t boundSheet = 0x85;
constexpr std::uint16_t writeAccess = 0x5C;

bool staysInTheClear(std::uint16_t type) {
    constexpr std::array<std::uint16_t, 9> types{0x809, 0x409, 0x209, 0x09, filePass,
                                                 0xE1,  0x194, 0x195, 0x196};
    return std::find(types.begin(), types.end(), type) != types.end();
}

QByteArray md5(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

class Rc4 {
public:
    explicit Rc4(const QByteArray& key) {
        std::iota(state_.begin(), state_.end(), std::uint8_t{0});
        std::size_t j = 0;
        for (std::size_t i = 0; i < state_.size(); ++i) {
            const char byte = key[static_cast<qsizetype>(i) % key.size()];
            j = (j + state_[i] + static_cast<unsigned char>(byte)) % state_.size();
            std::swap(state_[i], state_[j]);
        }
    }

    [[nodiscard]] std::uint8_t next() {
        i_ = (i_ + 1) % state_.size();
        j_ = (j_ + state_[i_]) % state_.size();
        std::swap(state_[i_], state_[j_]);
        return state_[(state_[i_] + state_[j_]) % state_.size()];
    }

private:
    std::array<std::uint8_t, 256> state_{};
    std::size_t i_ = 0;
    std::size_t j_ = 0;
};

/// Deciphers bytes of the stream by their position in it; positions must ascend.
class StreamCipher {
public:
    explicit StreamCipher(QByteArray baseKey) : baseKey_(std::move(baseKey)) {}

    [[nodiscard]] char decipher(char byte, qsizetype position) {
        const qsizetype block = position / blockSize;
        if (!cipher_ || block != block_) {
            startBlock(block);
        }
        for (; done_ < position % blockSize; ++done_) {
            static_cast<void>(cipher_->next());
        }
        ++done_;
        return static_cast<char>(static_cast<std::uint8_t>(byte) ^ cipher_->next());
    }

private:
    void startBlock(qsizetype block) {
        QByteArray key = baseKey_;
        for (int shift = 0; shift < 32; shift += 8) {
            key.append(static_cast<char>(block >> shift & 0xFF));
        }
        cipher_.emplace(md5(key));
        block_ = block;
        done_ = 0;
    }

    QByteArray baseKey_;
    std::optional<Rc4> cipher_;
    qsizetype block_ = -1;
    qsizetype done_ = 0; ///< key bytes of this block already used
};

/// The first five bytes of the key, [MS-OFFCRYPTO] 2.3.6.2.
QByteArray keyOfDefaultPassword(const QByteArray& salt) {
    QByteArray password;
    for (const char c : std::string_view("VelvetSweatshop")) {
        password.append(c).append('\0');
    }
    const QByteArray hashed = md5(password).left(5);
    QByteArray repeated;
    for (int i = 0; i < 16; ++i) {
        repeated += hashed + salt;
    }
    return md5(repeated).left(5);
}

/// The key if the password fits: the verifier's digest must be the one stored beside it.
std::optional<QByteArray> fittingKey(const QByteArray& record) {
    const bool isRc4 = littleEndian16(record, 0) == 1 && littleEndian16(record, 2) == 1;
    if (!isRc4 || record.size() < 54) {
        return std::nullopt;
    }
    const QByteArray key = keyOfDefaultPassword(record.mid(6, 16));
    StreamCipher cipher(key);
    QByteArray clear;
    for (qsizetype i = 0; i < 32; ++i) {
        clear.append(cipher.decipher(record[22 + i], i));
    }
    return md5(clear.left(16)) == clear.mid(16) ? std::optional(key) : std::nullopt;
}

struct PlainRecord {
    std::uint16_t type;
    qsizetype begin; ///< of its content
    qsizetype end;
};

std::optional<PlainRecord> plainRecordAt(const QByteArray& stream, qsizetype position) {
    const qsizetype begin = position + 4;
    const qsizetype end = begin + littleEndian16(stream, position + 2);
    if (end > stream.size()) {
        return std::nullopt;
    }
    return PlainRecord{littleEndian16(stream, position), begin, end};
}

std::optional<PlainRecord> findFilePass(const QByteArray& stream) {
    constexpr int among = 64; // it follows the first record, or there is none
    qsizetype position = 0;
    for (int i = 0; i < among; ++i) {
        const auto record = plainRecordAt(stream, position);
        if (!record || record->type == filePass) {
            return record;
        }
        position = record->end;
    }
    return std::nullopt;
}

} // namespace

Result<QByteArray> decryptedWorkbook(const QByteArray& stream, Progress& progress) {
    const auto pass = findFilePass(stream);
    if (!pass) {
        return stream;
    }
    const auto key = fittingKey(stream.mid(pass->begin, pass->end - pass->begin));
    if (!key) {
        return Problem{.code = ProblemCode::FilePasswordProtected};
    }
    QByteArray clear = stream;
    StreamCipher cipher(*key);
    qsizetype looked = 0;
    for (auto record = plainRecordAt(stream, 0); record;
         record = plainRecordAt(stream, record->end)) {
        if (record->begin - looked > 1 << 19) { // some 5 ms
            looked = record->begin;
            if (progress.cancelled()) {
                return cancelledProblem();
            }
        }
        if (staysInTheClear(record->type)) {
            continue;
        }
        // The position of a sheet's stream, the first field of its record, is never encrypted.
        const qsizetype skipped = record->type == boundSheet ? 4 : 0;
        for (qsizetype i = record->begin + skipped; i < record->end; ++i) {
            clear[i] = cipher.decipher(stream[i], i);
        }
    }
    clear[pass->begin - 4] = static_cast<char>(writeAccess);
    return clear;
}

} // namespace citypanel::sheets
