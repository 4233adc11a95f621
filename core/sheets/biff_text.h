// SPDX-License-Identifier: GPL-3.0-or-later
// Strings of BIFF records, those that continue over several records among them.
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// Content of a record within the workbook stream: [begin, end).
struct BiffContent {
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// Reads across the content of a record and the CONTINUE records that follow it. Reading past the
/// end gives zeros and sets hasFailed.
class BiffCursor {
public:
    BiffCursor(const QByteArray& stream, std::vector<BiffContent> parts);

    [[nodiscard]] bool hasFailed() const { return hasFailed_; }

    [[nodiscard]] std::uint8_t byte();
    [[nodiscard]] std::uint16_t word();
    [[nodiscard]] std::uint32_t doubleWord();
    void skip(std::uint32_t bytes);

    /// So many characters of one or two bytes. A string that goes on in the next part says anew
    /// there how wide its characters are.
    [[nodiscard]] QString characters(std::uint32_t count, bool isWide);

private:
    [[nodiscard]] bool isAtPartEnd() const;
    void enterNextPart();

    const QByteArray& stream_;
    std::vector<BiffContent> parts_;
    std::size_t part_ = 0;
    qsizetype position_ = 0;
    bool hasFailed_ = false;
};

/// The shared strings of a workbook ([MS-XLS] 2.4.265), rich text and phonetic hints left out. Ends
/// early where the table is cut.
[[nodiscard]] std::vector<std::string> readSharedStrings(BiffCursor cursor);

} // namespace citypanel::sheets
