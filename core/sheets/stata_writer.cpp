// SPDX-License-Identifier: GPL-3.0-or-later
// ReadStat writes the file; here are Stata's rules for names, labels and types.
#include "core/sheets/stata_writer.h"

#include <readstat.h>

#include <QString>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace citypanel::sheets {

namespace {

constexpr qsizetype longestName = 32;
constexpr qsizetype longestLabel = 80;
constexpr std::size_t longestText = 2045; // beyond it Stata keeps texts apart (strL)

using Writer = std::unique_ptr<readstat_writer_t, decltype(&readstat_writer_free)>;

bool isReserved(const QString& name) {
    static const QStringList words{
        QStringLiteral("_all"),  QStringLiteral("_b"),    QStringLiteral("byte"),
        QStringLiteral("_coef"), QStringLiteral("_cons"), QStringLiteral("double"),
        QStringLiteral("float"), QStringLiteral("if"),    QStringLiteral("in"),
        QStringLiteral("int"),   QStringLiteral("long"),  QStringLiteral("_n"),
        QStringLiteral("_N"),    QStringLiteral("_pi"),   QStringLiteral("_pred"),
        QStringLiteral("_rc"),   QStringLiteral("_skip"), QStringLiteral("strL"),
        QStringLiteral("using"), QStringLiteral("with")};
    const bool isStringType =
        name.startsWith(QLatin1String("str")) && name.size() > 3 &&
        std::all_of(name.begin() + 3, name.end(), [](QChar c) { return c.isDigit(); });
    return words.contains(name) || isStringType;
}

/// A name Stata takes, unlike those taken already.
std::string stataName(const std::string& written, std::set<QString>& taken) {
    QString name = QString::fromStdString(written);
    std::replace_if(
        name.begin(), name.end(), [](QChar c) { return !c.isLetterOrNumber() && c != u'_'; }, u'_');
    if (name.isEmpty() || name.front().isDigit()) {
        name.prepend(u'_');
    }
    name = name.left(longestName);
    if (isReserved(name)) {
        name = name.left(longestName - 1) + u'_';
    }
    QString unique = name;
    for (int number = 2; !taken.insert(unique).second; ++number) {
        const QString suffix = u'_' + QString::number(number);
        unique = name.left(longestName - suffix.size()) + suffix;
    }
    return unique.toStdString();
}

std::string stataLabel(const Variable& variable) {
    QString label = QString::fromStdString(variable.label());
    if (!variable.unitOfMeasure().empty()) {
        const QString unit = QString::fromStdString(variable.unitOfMeasure());
        label = (label.isEmpty() ? QString::fromStdString(variable.name()) : label) +
                QStringLiteral(" (") + unit + u')';
    }
    return label.left(longestLabel).toStdString();
}

bool isWholeNumbers(const Variable& variable) {
    constexpr double largest = 2'000'000'000; // Stata's long ends at 2147483620
    const auto numbers = variable.numbers();
    return std::all_of(numbers.begin(), numbers.end(), [](double value) {
        return isMissing(value) || (value == std::floor(value) && std::abs(value) <= largest);
    });
}

std::size_t longestOf(const Variable& variable) {
    std::size_t longest = 1;
    for (const std::string& level : variable.levels()) {
        longest = std::max(longest, level.size());
    }
    return longest;
}

/// One column as it is written.
struct Column {
    const Variable& variable;
    readstat_variable_t* written = nullptr;
    readstat_type_t type = READSTAT_TYPE_DOUBLE;
    std::vector<readstat_string_ref_t*> longTexts{}; ///< by code + 1, for READSTAT_TYPE_STRING_REF
};

readstat_type_t typeOf(const Variable& variable, bool isPeriod) {
    switch (variable.type()) {
    case VariableType::Flag:
        return READSTAT_TYPE_INT8;
    case VariableType::Category:
        return READSTAT_TYPE_INT32;
    case VariableType::Text:
        return longestOf(variable) > longestText ? READSTAT_TYPE_STRING_REF : READSTAT_TYPE_STRING;
    case VariableType::Numeric:
        break;
    }
    return isPeriod && isWholeNumbers(variable) ? READSTAT_TYPE_INT32 : READSTAT_TYPE_DOUBLE;
}

Column addColumn(readstat_writer_t* writer, const Variable& variable, const std::string& name,
                 bool isPeriod) {
    Column column{.variable = variable, .type = typeOf(variable, isPeriod)};
    const std::size_t width =
        column.type == READSTAT_TYPE_STRING ? longestOf(variable) : std::size_t{0};
    column.written = readstat_add_variable(writer, name.c_str(), column.type, width);
    readstat_variable_set_label(column.written, stataLabel(variable).c_str());
    if (variable.type() == VariableType::Category) {
        readstat_label_set_t* labels =
            readstat_add_label_set(writer, READSTAT_TYPE_INT32, name.c_str());
        std::int32_t code = 0;
        for (const std::string& level : variable.levels()) {
            readstat_label_int32_value(labels, ++code, level.c_str());
        }
        readstat_variable_set_label_set(column.written, labels);
    }
    if (column.type == READSTAT_TYPE_STRING_REF) {
        column.longTexts.push_back(readstat_add_string_ref(writer, "")); // missing
        for (const std::string& level : variable.levels()) {
            column.longTexts.push_back(readstat_add_string_ref(writer, level.c_str()));
        }
    }
    return column;
}

readstat_error_t insert(readstat_writer_t* writer, const Column& column, std::size_t row) {
    const Variable& variable = column.variable;
    if (column.type == READSTAT_TYPE_STRING) {
        return readstat_insert_string_value(writer, column.written,
                                            std::string(variable.textAt(row)).c_str());
    }
    if (variable.isMissingAt(row) && column.type != READSTAT_TYPE_STRING_REF) {
        return readstat_insert_missing_value(writer, column.written);
    }
    switch (column.type) {
    case READSTAT_TYPE_STRING_REF:
        return readstat_insert_string_ref(
            writer, column.written,
            column.longTexts[static_cast<std::size_t>(variable.codes()[row] + 1)]);
    case READSTAT_TYPE_INT8:
        return readstat_insert_int8_value(writer, column.written,
                                          static_cast<std::int8_t>(variable.numbers()[row]));
    case READSTAT_TYPE_INT32:
        return readstat_insert_int32_value(writer, column.written,
                                           variable.isNumeric()
                                               ? static_cast<std::int32_t>(variable.numbers()[row])
                                               : variable.codes()[row] + 1);
    default:
        return readstat_insert_double_value(writer, column.written, variable.numbers()[row]);
    }
}

readstat_error_t writeRows(readstat_writer_t* writer, const std::vector<Column>& columns,
                           std::size_t rows) {
    for (std::size_t row = 0; row < rows; ++row) {
        if (const auto error = readstat_begin_row(writer); error != READSTAT_OK) {
            return error;
        }
        for (const Column& column : columns) {
            if (const auto error = insert(writer, column, row); error != READSTAT_OK) {
                return error;
            }
        }
        if (const auto error = readstat_end_row(writer); error != READSTAT_OK) {
            return error;
        }
    }
    return readstat_end_writing(writer);
}

ssize_t appendBytes(const void* data, std::size_t length, void* context) {
    static_cast<QByteArray*>(context)->append(static_cast<const char*>(data),
                                              static_cast<qsizetype>(length));
    return static_cast<ssize_t>(length);
}

} // namespace

Result<QByteArray> dtaOf(const Panel& panel) {
    const Writer writer(readstat_writer_init(), &readstat_writer_free);
    QByteArray bytes;
    readstat_set_data_writer(writer.get(), &appendBytes);
    readstat_writer_set_file_format_version(writer.get(), 118);
    readstat_writer_set_file_timestamp(writer.get(), 86'400); // not now: the same bytes every time
    std::set<QString> taken;
    std::vector<Column> columns;
    for (const Variable& variable : panel.columns()) {
        const bool isPeriod = variable.name() == panel.keys().period;
        columns.push_back(
            addColumn(writer.get(), variable, stataName(variable.name(), taken), isPeriod));
    }
    auto error =
        readstat_begin_writing_dta(writer.get(), &bytes, static_cast<long>(panel.rowCount()));
    if (error == READSTAT_OK) {
        error = writeRows(writer.get(), columns, panel.rowCount());
    }
    if (error != READSTAT_OK) {
        return Problem{.code = ProblemCode::Internal, .found = readstat_error_message(error)};
    }
    return bytes;
}

} // namespace citypanel::sheets
