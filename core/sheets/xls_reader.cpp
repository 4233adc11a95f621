// SPDX-License-Identifier: GPL-3.0-or-later
// Records of the workbook stream. FreeXL is not used: it reads outside its buffers in damaged
// files.
#include "core/sheets/xls_reader.h"

#include "core/sheets/biff_text.h"
#include "core/sheets/compound_file.h"
#include "core/sheets/date_cells.h"
#include "core/sheets/xls_encryption.h"

#include <QStringDecoder>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

constexpr std::size_t mostColumns = 256; // of a BIFF sheet
constexpr std::size_t mostSheets = 1000;

/// Record types ([MS-XLS] 2.3).
enum Type : std::uint16_t {
    Formula = 0x06,
    EndOfPart = 0x0A,
    DateMode = 0x22,
    Continue = 0x3C,
    CodePage = 0x42,
    ColumnInfo = 0x7D,
    BoundSheet = 0x85,
    MultipleRk = 0xBD,
    RichString = 0xD6,
    CellFormat = 0xE0,
    MergeCells = 0xE5,
    SharedStrings = 0xFC,
    LabelSst = 0xFD,
    Number = 0x203,
    Label = 0x204,
    BoolOrError = 0x205,
    FormulaString = 0x207,
    RowInfo = 0x208,
    Rk = 0x27E,
    NumberFormat = 0x41E,
    BeginOfPart = 0x809,
};

struct Record {
    std::uint16_t type;
    BiffContent content;
};

std::optional<Record> recordAt(const QByteArray& stream, qsizetype position) {
    const qsizetype begin = position + 4;
    const qsizetype end = begin + littleEndian16(stream, position + 2);
    if (position < 0 || end > stream.size()) {
        return std::nullopt;
    }
    return Record{littleEndian16(stream, position), {begin, end}};
}

double doubleAt(const QByteArray& stream, qsizetype position) {
    const std::uint64_t low = littleEndian32(stream, position);
    const std::uint64_t high = littleEndian32(stream, position + 4);
    return std::bit_cast<double>(low | high << 32);
}

/// A number in 30 bits and two flags: an integer or the upper half of a double, perhaps in
/// hundredths ([MS-XLS] 2.5.218).
double rkNumber(std::uint32_t rk) {
    const bool isInteger = (rk & 2) != 0;
    const double number =
        isInteger ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                  : std::bit_cast<double>(static_cast<std::uint64_t>(rk & 0xFFFFFFFCU) << 32);
    return (rk & 1) != 0 ? number / 100 : number;
}

std::string errorText(std::uint8_t code) {
    static const std::map<std::uint8_t, std::string> texts{
        {0x00, "#NULL!"}, {0x07, "#DIV/0!"}, {0x0F, "#VALUE!"}, {0x17, "#REF!"},
        {0x1D, "#NAME?"}, {0x24, "#NUM!"},   {0x2A, "#N/A"}};
    const auto found = texts.find(code);
    return found == texts.end() ? "#N/A" : found->second;
}

struct SheetEntry {
    std::string name;
    qsizetype position; ///< of the sheet's records
    bool isHidden;
    bool isWorksheet;
};

/// What the records before the sheets say.
struct Globals {
    bool isBiff8 = true;
    std::uint16_t codePage = 0;
    std::vector<std::string> strings;
    std::vector<SheetEntry> sheets;
    std::map<std::uint16_t, std::string> numberFormats; ///< those not built in
    std::vector<std::uint16_t> cellFormats;             ///< the number format of each
    DateFormats dates;
};

/// Text of BIFF5, in the code page of the machine that wrote it.
std::string narrowText(const QByteArray& bytes, std::uint16_t codePage) {
    constexpr std::uint16_t simplifiedChinese = 936;
    QStringDecoder decoder(codePage == simplifiedChinese ? "GB18030" : "UTF-8");
    const QString text = decoder.isValid() ? QString(decoder(bytes)) : QString();
    const bool isRead = decoder.isValid() && !decoder.hasError();
    return (isRead ? text : QString::fromLatin1(bytes)).toStdString();
}

/// A string with its length in one or two bytes before it.
std::string textAt(const QByteArray& stream, const Globals& globals, BiffContent content,
                   bool hasLongLength) {
    BiffCursor cursor(stream, {content});
    const std::uint16_t length = hasLongLength ? cursor.word() : cursor.byte();
    if (!globals.isBiff8) {
        const qsizetype begin = content.begin + (hasLongLength ? 2 : 1);
        const qsizetype size =
            std::clamp<qsizetype>(length, 0, std::max<qsizetype>(0, content.end - begin));
        return narrowText(stream.mid(begin, size), globals.codePage);
    }
    const bool isWide = (cursor.byte() & 1) != 0;
    return cursor.characters(length, isWide).toStdString();
}

SheetEntry sheetEntry(const QByteArray& stream, const Globals& globals, BiffContent content) {
    const qsizetype flags = content.begin + 4;
    const auto flag = [&](qsizetype at) {
        return at < content.end ? static_cast<std::uint8_t>(stream[at]) : std::uint8_t{0};
    };
    return {.name = textAt(stream, globals, {content.begin + 6, content.end}, false),
            .position = static_cast<qsizetype>(littleEndian32(stream, content.begin)),
            .isHidden = (flag(flags) & 3) != 0,
            .isWorksheet = flag(flags + 1) == 0};
}

/// The content of a record and of the CONTINUE records after it.
std::vector<BiffContent> continued(const QByteArray& stream, const Record& record) {
    std::vector<BiffContent> parts{record.content};
    for (auto next = recordAt(stream, record.content.end); next && next->type == Continue;
         next = recordAt(stream, next->content.end)) {
        parts.push_back(next->content);
    }
    return parts;
}

void readGlobal(const QByteArray& stream, const Record& record, Globals& globals) {
    const auto [begin, end] = record.content;
    switch (record.type) {
    case CodePage:
        globals.codePage = littleEndian16(stream, begin);
        break;
    case DateMode:
        globals.dates.countsFrom1904 = littleEndian16(stream, begin) == 1;
        break;
    case NumberFormat:
        globals.numberFormats[littleEndian16(stream, begin)] =
            textAt(stream, globals, {begin + 2, end}, globals.isBiff8);
        break;
    case CellFormat:
        globals.cellFormats.push_back(littleEndian16(stream, begin + 2));
        break;
    case BoundSheet:
        globals.sheets.push_back(sheetEntry(stream, globals, record.content));
        break;
    case SharedStrings:
        globals.strings = readSharedStrings(BiffCursor(stream, continued(stream, record)));
        break;
    default:
        break;
    }
}

Result<Globals> readGlobals(const QByteArray& stream) {
    constexpr std::uint16_t biff8 = 0x0600;
    auto record = recordAt(stream, 0);
    if (!record || record->type != BeginOfPart) {
        return Problem{.code = ProblemCode::FileFormatUnknown};
    }
    Globals globals;
    globals.isBiff8 = littleEndian16(stream, record->content.begin) == biff8;
    for (; record && record->type != EndOfPart; record = recordAt(stream, record->content.end)) {
        readGlobal(stream, *record, globals);
    }
    if (globals.sheets.size() > mostSheets) {
        return Problem{.code = ProblemCode::FileTooLarge,
                       .found = std::to_string(globals.sheets.size()),
                       .expected = std::to_string(mostSheets)};
    }
    for (const std::uint16_t format : globals.cellFormats) {
        globals.dates.add(format, globals.numberFormats[format]);
    }
    return globals;
}

/// Reads the records of one sheet.
class BiffSheetReader {
public:
    BiffSheetReader(const QByteArray& stream, const Globals& globals, Sheet& sheet)
        : stream_(stream), globals_(globals), sheet_(sheet), texts_(globals.strings.size()) {}

    Status read(qsizetype position, Progress& progress) {
        auto record = recordAt(stream_, position);
        std::size_t count = 0;
        for (; record && record->type != EndOfPart;
             record = recordAt(stream_, record->content.end)) {
            readRecord(*record);
            if (++count % 4096 == 0) {
                progress.report(static_cast<double>(record->content.end) /
                                static_cast<double>(stream_.size()));
                if (progress.cancelled()) {
                    return cancelledProblem();
                }
            }
        }
        return {};
    }

private:
    [[nodiscard]] std::uint8_t byteAt(qsizetype position) const {
        return position < stream_.size() ? static_cast<std::uint8_t>(stream_[position])
                                         : std::uint8_t{0};
    }

    void readRecord(const Record& record) {
        const auto [begin, end] = record.content;
        switch (record.type) {
        case ColumnInfo:
            readColumns(begin);
            return;
        case MergeCells:
            readMerges(begin, end);
            return;
        case FormulaString:
            if (formula_) {
                place(*formula_);
                sheet_.setText(row_, column_, textAt(stream_, globals_, record.content, true));
                formula_.reset();
            }
            return;
        case RowInfo:
            if ((littleEndian16(stream_, begin + 12) & 0x20) != 0) {
                sheet_.hiddenRows.push_back(littleEndian16(stream_, begin));
            }
            return;
        default:
            break;
        }
        if (end - begin >= 8 && place(begin)) {
            readCell(record);
        }
    }

    /// Remembers the row and column that a cell's record begins with.
    bool place(qsizetype begin) {
        row_ = littleEndian16(stream_, begin);
        column_ = littleEndian16(stream_, begin + 2);
        return column_ < mostColumns;
    }

    void readCell(const Record& record) {
        const auto [begin, end] = record.content;
        const qsizetype value = begin + 6;
        switch (record.type) {
        case Number:
            setNumber(begin + 4, doubleAt(stream_, value));
            break;
        case Rk:
            setNumber(begin + 4, rkNumber(littleEndian32(stream_, value)));
            break;
        case MultipleRk:
            readMultipleRk(begin, end);
            break;
        case LabelSst:
            setShared(littleEndian32(stream_, value));
            break;
        case Label:
        case RichString:
            sheet_.setText(row_, column_, textAt(stream_, globals_, {value, end}, true));
            break;
        case BoolOrError:
            setBoolOrError(byteAt(value), byteAt(value + 1) != 0);
            break;
        case Formula:
            readFormula(begin);
            break;
        default:
            break;
        }
    }

    /// A number, or the date that the cell format named at that position shows it as.
    void setNumber(qsizetype format, double number) {
        setNumberOrDate(sheet_, row_, column_, number, globals_.dates,
                        littleEndian16(stream_, format));
    }

    void setShared(std::uint32_t index) {
        if (index >= texts_.size()) {
            return;
        }
        if (!texts_[index]) {
            texts_[index] = sheet_.addText(globals_.strings[index]);
        }
        sheet_.setText(row_, column_, *texts_[index]);
    }

    void setBoolOrError(std::uint8_t value, bool isError) {
        if (isError) {
            sheet_.setError(row_, column_, errorText(value));
        } else {
            sheet_.setBoolean(row_, column_, value != 0);
        }
    }

    void readMultipleRk(qsizetype begin, qsizetype end) {
        constexpr qsizetype each = 6; // format and number
        for (qsizetype at = begin + 4; at + each + 2 <= end && column_ < mostColumns; at += each) {
            setNumber(at, rkNumber(littleEndian32(stream_, at + 2)));
            ++column_;
        }
    }

    /// The cached result; a text follows in a record of its own.
    void readFormula(qsizetype begin) {
        const qsizetype result = begin + 6;
        if (littleEndian16(stream_, result + 6) != 0xFFFF) {
            setNumber(begin + 4, doubleAt(stream_, result));
            return;
        }
        switch (byteAt(result)) {
        case 0:
            formula_ = begin;
            break;
        case 1:
        case 2:
            setBoolOrError(byteAt(result + 2), byteAt(result) == 2);
            break;
        default:
            break;
        }
    }

    void readColumns(qsizetype begin) {
        if ((littleEndian16(stream_, begin + 8) & 1) == 0) {
            return;
        }
        const std::size_t last =
            std::min<std::size_t>(littleEndian16(stream_, begin + 2), mostColumns - 1);
        for (std::size_t column = littleEndian16(stream_, begin); column <= last; ++column) {
            sheet_.hiddenColumns.push_back(column);
        }
    }

    void readMerges(qsizetype begin, qsizetype end) {
        constexpr qsizetype each = 8;
        for (qsizetype at = begin + 2; at + each <= end; at += each) {
            const MergedRange range{littleEndian16(stream_, at), littleEndian16(stream_, at + 4),
                                    littleEndian16(stream_, at + 2),
                                    littleEndian16(stream_, at + 6)};
            sheet_.merged.push_back(range);
        }
    }

    const QByteArray& stream_;
    const Globals& globals_;
    Sheet& sheet_;
    std::vector<std::optional<TextId>> texts_; ///< of shared strings already on the sheet
    std::size_t row_ = 0;
    std::size_t column_ = 0;
    std::optional<qsizetype> formula_; ///< a formula whose text is still to come
};

} // namespace

Result<Workbook> readXls(const QByteArray& bytes, Progress& progress) {
    CITYPANEL_TRY(const WorkbookStream stream, WorkbookStream::find(bytes));
    CITYPANEL_TRY(const QByteArray clear, decryptedWorkbook(stream.bytes(), progress));
    CITYPANEL_TRY(const Globals globals, readGlobals(clear));
    Workbook workbook;
    workbook.format = FileFormat::Xls;
    std::size_t cells = 0;
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(1, globals.sheets.size()));
    for (std::size_t i = 0; i < globals.sheets.size(); ++i) {
        const SheetEntry& entry = globals.sheets[i];
        if (!entry.isWorksheet) {
            continue; // a chart, a macro
        }
        SubProgress part(progress, share * static_cast<double>(i),
                         share * static_cast<double>(i + 1));
        Sheet sheet(entry.name);
        sheet.isHidden = entry.isHidden;
        CITYPANEL_TRY_STATUS(BiffSheetReader(clear, globals, sheet).read(entry.position, part));
        cells += sheet.cellCapacity();
        if (cells > Sheet::mostCells) {
            return Problem{.code = ProblemCode::FileTooLarge, .place = {.sheet = entry.name}};
        }
        workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
}

} // namespace citypanel::sheets
