// SPDX-License-Identifier: GPL-3.0-or-later
// ReadStat calls back for variables and values; here they land in a Sheet.
#include "core/sheets/statistical_file.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/date_cells.h"

#include <readstat.h>

#include <QStringDecoder>
#include <QTemporaryFile>

#include <cstddef>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace citypanel::sheets {

namespace {

/// What the callbacks write to.
struct Target {
    Sheet sheet{"data"};
    Progress* progress = nullptr;
    FileFormat format = FileFormat::StataDta;
    std::size_t longestLabelSet = std::string::npos; ///< bytes of its name, which may lack its end
    bool wasCancelled = false;
    bool isCheckedForUtf8 = false; ///< reading ends at the first text that is no UTF-8
    std::map<std::string, ValueLabels> labelSets{};
    std::map<std::size_t, std::string> setOfColumn{};
    std::map<std::size_t, DateCount> dates{}; ///< by column, those of dates alone
};

bool isUtf8(const char* text) {
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder.decode(QByteArrayView(text));
    return !decoder.hasError() && !decoded.contains(QChar::ReplacementCharacter);
}

/// Whether reading goes on beyond a text: where the file may be UTF-8, as long as all of it is.
bool isAllowed(const Target& target, const char* text) {
    return !target.isCheckedForUtf8 || text == nullptr || isUtf8(text);
}

std::string textOf(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

int onVariable(int index, readstat_variable_t* variable, const char* labelSet, void* context) {
    auto& target = *static_cast<Target*>(context);
    const auto column = static_cast<std::size_t>(index);
    const char* name = readstat_variable_get_name(variable);
    const char* written = readstat_variable_get_label(variable);
    if (!isAllowed(target, name) || !isAllowed(target, written)) {
        return READSTAT_HANDLER_ABORT;
    }
    target.sheet.setText(0, column, textOf(name));
    if (const std::string label = textOf(written); !label.empty()) {
        target.sheet.columnLabels[column] = label;
    }
    const std::string shown = textOf(readstat_variable_get_format(variable));
    const DateCount count =
        target.format == FileFormat::StataDta ? stataDateCount(shown) : spssDateCount(shown);
    if (count != DateCount::None) {
        target.dates[column] = count;
    }
    if (labelSet != nullptr) {
        target.setOfColumn[column] =
            target.longestLabelSet == std::string::npos
                ? std::string(labelSet)
                : std::string(labelSet, strnlen(labelSet, target.longestLabelSet));
    }
    return READSTAT_HANDLER_OK;
}

int onValueLabel(const char* labelSet, readstat_value_t value, const char* label, void* context) {
    auto& target = *static_cast<Target*>(context);
    if (!isAllowed(target, label)) {
        return READSTAT_HANDLER_ABORT;
    }
    const bool isNumber = readstat_value_type_class(value) == READSTAT_TYPE_CLASS_NUMERIC;
    if (isNumber && readstat_value_is_system_missing(value) == 0 &&
        readstat_value_is_tagged_missing(value) == 0) {
        target.labelSets[textOf(labelSet)][readstat_double_value(value)] = textOf(label);
    }
    return READSTAT_HANDLER_OK;
}

/// Values that are called by numbers, as years are after encode, are those numbers.
bool takeNumbersOfLabels(Target& target, std::size_t column, const ValueLabels& labels) {
    std::map<double, double> numbers;
    for (const auto& [value, label] : labels) {
        const CellValue read = readNumber(label);
        if (read.meaning != CellMeaning::Number) {
            return false;
        }
        numbers[value] = read.number;
    }
    const std::size_t rows = target.sheet.rowCount();
    for (std::size_t row = 1; row < rows; ++row) {
        const Cell cell = target.sheet.at(row, column);
        if (cell.kind == CellKind::Number && !numbers.contains(cell.number)) {
            return false;
        }
    }
    for (std::size_t row = 1; row < rows; ++row) {
        if (const Cell cell = target.sheet.at(row, column); cell.kind == CellKind::Number) {
            target.sheet.setNumber(row, column, numbers.at(cell.number));
        }
    }
    return !numbers.empty();
}

/// Label sets come before or after the data; columns get theirs when all is read.
void attachLabels(Target& target) {
    for (const auto& [column, name] : target.setOfColumn) {
        const auto labels = target.labelSets.find(name);
        if (labels != target.labelSets.end() &&
            !takeNumbersOfLabels(target, column, labels->second)) {
            target.sheet.valueLabels[column] = labels->second;
        }
    }
}

void setNumberOrDay(Target& target, std::size_t row, std::size_t column, double number) {
    const auto date = target.dates.find(column);
    std::string day = date == target.dates.end() ? std::string() : dateText(number, date->second);
    if (day.empty()) {
        target.sheet.setNumber(row, column, number);
    } else {
        target.sheet.setText(row, column, std::move(day));
    }
}

int onValue(int row, readstat_variable_t* variable, readstat_value_t value, void* context) {
    auto& target = *static_cast<Target*>(context);
    const auto sheetRow = static_cast<std::size_t>(row) + 1;
    const auto column = static_cast<std::size_t>(readstat_variable_get_index(variable));
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
        const char* text = readstat_string_value(value);
        if (!isAllowed(target, text)) {
            return READSTAT_HANDLER_ABORT;
        }
        target.sheet.setText(sheetRow, column, textOf(text));
    } else if (readstat_value_is_tagged_missing(value) != 0) {
        target.sheet.setText(sheetRow, column, {'.', readstat_value_tag(value)}); // ".a"
    } else if (readstat_value_is_missing(value, variable) == 0) {
        setNumberOrDay(target, sheetRow, column, readstat_double_value(value));
    }
    return READSTAT_HANDLER_OK;
}

int onProgress(double fraction, void* context) {
    auto& target = *static_cast<Target*>(context);
    target.progress->report(fraction);
    target.wasCancelled = target.progress->cancelled();
    return target.wasCancelled ? READSTAT_HANDLER_ABORT : READSTAT_HANDLER_OK;
}

/// The messages of ReadStat are in one language and say no more than the code.
Problem problemOf(readstat_error_t error) {
    switch (error) {
    case READSTAT_ERROR_READ:
    case READSTAT_ERROR_SEEK:
        return Problem{.code = ProblemCode::FileTruncated};
    case READSTAT_ERROR_UNSUPPORTED_FILE_FORMAT_VERSION:
        return Problem{.code = ProblemCode::FileFormatUnknown,
                       .expected = "dta 104-119, sav, xlsx, xls, csv"};
    default:
        return Problem{.code = ProblemCode::FileCorrupt};
    }
}

using Parser = std::unique_ptr<readstat_parser_t, decltype(&readstat_parser_free)>;

readstat_error_t parse(const std::string& path, FileFormat format, const char* encoding,
                       Target& target) {
    const Parser parser(readstat_parser_init(), &readstat_parser_free);
    readstat_set_variable_handler(parser.get(), &onVariable);
    readstat_set_value_handler(parser.get(), &onValue);
    readstat_set_value_label_handler(parser.get(), &onValueLabel);
    readstat_set_progress_handler(parser.get(), &onProgress);
    if (encoding != nullptr) {
        readstat_set_file_character_encoding(parser.get(), encoding);
    }
    return format == FileFormat::StataDta ? readstat_parse_dta(parser.get(), path.c_str(), &target)
                                          : readstat_parse_sav(parser.get(), path.c_str(), &target);
}

/// Releases up to 117 do not name their encoding, and ReadStat takes them for Windows-1252, in
/// which Chinese text never fails to decode.
bool lacksEncoding(const QByteArray& bytes, FileFormat format) {
    const bool namesItsEncoding =
        bytes.startsWith("<stata_dta>") && !bytes.left(64).contains("<release>117");
    return format == FileFormat::StataDta && !namesItsEncoding;
}

/// How long the name of a set of labels may be in a dta file: ReadStat hands over the field as it
/// stands, with no zero behind it where a damaged file has none (dta_115, dta_118, "lbllist").
std::size_t longestLabelSet(const QByteArray& bytes) {
    constexpr std::size_t upTo109 = 8;
    constexpr std::size_t upTo117 = 32;
    constexpr std::size_t from118 = 128;
    const QByteArray mark("<release>");
    if (bytes.startsWith("<stata_dta>")) {
        const qsizetype at = bytes.indexOf(mark);
        return at >= 0 && bytes.mid(at + mark.size(), 3).toInt() >= 118 ? from118 : upTo117;
    }
    return bytes.isEmpty() || static_cast<unsigned char>(bytes[0]) < 110 ? upTo109 : upTo117;
}

} // namespace

Result<Workbook> readStatisticalFile(const QByteArray& bytes, FileFormat format,
                                     Progress& progress) {
    QTemporaryFile file;
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush()) {
        return Problem{.code = ProblemCode::FileUnwritable,
                       .place = {.file = file.fileName().toStdString()}};
    }
    const bool isUnnamed = lacksEncoding(bytes, format);
    const auto fresh = [&] {
        Target target;
        target.progress = &progress;
        target.format = format;
        if (format == FileFormat::StataDta) {
            target.longestLabelSet = longestLabelSet(bytes);
        }
        return target;
    };
    // Text that is UTF-8 from end to end is nothing else (haven writes such); GB 18030 reads plain
    // ASCII alike and Chinese right.
    Target target = fresh();
    target.isCheckedForUtf8 = isUnnamed;
    const std::string path = file.fileName().toStdString();
    readstat_error_t error = parse(path, format, isUnnamed ? "UTF-8" : nullptr, target);
    if (isUnnamed && error != READSTAT_OK && !target.wasCancelled) {
        target = fresh();
        error = parse(path, format, "GB18030", target);
    }
    if (target.wasCancelled) {
        return cancelledProblem();
    }
    if (error != READSTAT_OK) {
        return problemOf(error);
    }
    attachLabels(target);
    Workbook workbook;
    workbook.format = format;
    workbook.sheets.push_back(std::move(target.sheet));
    return workbook;
}

} // namespace citypanel::sheets
