// SPDX-License-Identifier: GPL-3.0-or-later
// ReadStat calls back for variables and values; here they land in a Sheet.
#include "core/sheets/statistical_file.h"

#include "core/sheets/date_cells.h"

#include <readstat.h>

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
    std::map<std::string, ValueLabels> labelSets{};
    std::map<std::size_t, std::string> setOfColumn{};
    std::map<std::size_t, DateCount> dates{}; ///< by column, those of dates alone
};

std::string textOf(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

int onVariable(int index, readstat_variable_t* variable, const char* labelSet, void* context) {
    auto& target = *static_cast<Target*>(context);
    const auto column = static_cast<std::size_t>(index);
    target.sheet.setText(0, column, textOf(readstat_variable_get_name(variable)));
    if (const std::string label = textOf(readstat_variable_get_label(variable)); !label.empty()) {
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
    const bool isNumber = readstat_value_type_class(value) == READSTAT_TYPE_CLASS_NUMERIC;
    if (isNumber && readstat_value_is_system_missing(value) == 0 &&
        readstat_value_is_tagged_missing(value) == 0) {
        target.labelSets[textOf(labelSet)][readstat_double_value(value)] = textOf(label);
    }
    return READSTAT_HANDLER_OK;
}

/// Label sets come before or after the data; columns get theirs when all is read.
void attachLabels(Target& target) {
    for (const auto& [column, name] : target.setOfColumn) {
        if (const auto labels = target.labelSets.find(name); labels != target.labelSets.end()) {
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
        target.sheet.setText(sheetRow, column, textOf(readstat_string_value(value)));
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
/// which Chinese text never fails to decode. GB 18030 reads plain ASCII alike and Chinese right.
const char* encodingOf(const QByteArray& bytes, FileFormat format) {
    const bool namesItsEncoding =
        bytes.startsWith("<stata_dta>") && !bytes.left(64).contains("<release>117");
    return format == FileFormat::StataDta && !namesItsEncoding ? "GB18030" : nullptr;
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
    Target target;
    target.progress = &progress;
    target.format = format;
    if (format == FileFormat::StataDta) {
        target.longestLabelSet = longestLabelSet(bytes);
    }
    const readstat_error_t error =
        parse(file.fileName().toStdString(), format, encodingOf(bytes, format), target);
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
