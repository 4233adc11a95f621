// SPDX-License-Identifier: GPL-3.0-or-later
// Number formats that show days, and days to text.
#include "core/sheets/date_cells.h"

#include <QDate>
#include <QString>
#include <QTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace citypanel::sheets {

namespace {

/// A format code without what stands in quotes and brackets, behind a backslash, and behind the
/// marks of blanks as wide as a letter and of letters that fill the cell.
std::string bare(std::string_view code) {
    std::string rest;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"' || c == '[') {
            const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
            if (end == std::string_view::npos) {
                return rest;
            }
            i = end;
        } else {
            rest += c;
        }
    }
    return rest;
}

constexpr int secondsADay = 86'400;

/// A day and the rest of it, with the time of day where there is one.
std::string isoText(QDate date, double dayFraction) {
    auto seconds = static_cast<int>(std::lround(dayFraction * secondsADay));
    if (seconds == secondsADay) {
        date = date.addDays(1);
        seconds = 0;
    }
    QString text = date.toString(Qt::ISODate);
    if (seconds > 0) {
        text += u' ' + QTime(0, 0).addSecs(seconds).toString(Qt::ISODate);
    }
    return text.toStdString();
}

} // namespace

std::optional<std::int64_t> dayNumber(std::string_view text) {
    const QDate date = QDate::fromString(
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), Qt::ISODate);
    return date.isValid() ? std::optional<std::int64_t>(QDate(1960, 1, 1).daysTo(date))
                          : std::nullopt;
}

bool isDateFormat(std::size_t id, std::string_view code) {
    const bool isBuiltIn = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
                           id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58;
    return isBuiltIn || bare(code).find_first_of("yYdD") != std::string::npos;
}

bool isTimeFormat(std::size_t id, std::string_view code) {
    const bool isBuiltIn = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) ||
                           (id >= 45 && id <= 47) || id == 55 || id == 56;
    static constexpr std::array<std::string_view, 6> spans{"[h]",  "[hh]", "[m]",
                                                           "[mm]", "[s]",  "[ss]"};
    const auto holds = [&](std::string_view span) {
        return code.find(span) != std::string_view::npos;
    };
    return !isDateFormat(id, code) &&
           (isBuiltIn || bare(code).find_first_of("hHsS") != std::string::npos ||
            std::any_of(spans.begin(), spans.end(), holds));
}

bool isPercentFormat(std::size_t id, std::string_view code) {
    constexpr std::size_t percent = 9;
    constexpr std::size_t percentWithDecimals = 10;
    return id == percent || id == percentWithDecimals || bare(code).find('%') != std::string::npos;
}

bool isScaledFormat(std::string_view code) {
    const auto isDigit = [](char c) { return c == '0' || c == '#' || c == '?'; };
    const std::string_view positive = code.substr(0, code.find(';'));
    for (std::size_t i = 1; i < positive.size(); ++i) {
        const bool hasDigitBefore = isDigit(positive[i - 1]);
        const char next = i + 1 < positive.size() ? positive[i + 1] : ' ';
        if (positive[i] == ',' && hasDigitBefore && !isDigit(next)) {
            return true;
        }
        const bool isEscaped = positive[i] == '\\' || positive[i] == '!';
        if (isEscaped && hasDigitBefore && next == '.' && i + 2 < positive.size() &&
            isDigit(positive[i + 2])) {
            return true;
        }
    }
    return false;
}

void DateFormats::add(std::size_t id, std::string_view code) {
    isDate.push_back(isDateFormat(id, code));
    isTime.push_back(isTimeFormat(id, code));
    isPercent.push_back(isPercentFormat(id, code));
    isScaled.push_back(isScaledFormat(code));
}

std::string dateText(double days, bool countsFrom1904) {
    constexpr double latest = 2'958'465; // 9999-12-31
    constexpr double leapDayThatNeverWas = 60;
    const double whole = std::floor(days);
    if (!(days >= (countsFrom1904 ? 0 : 1)) || whole > latest ||
        (!countsFrom1904 && whole == leapDayThatNeverWas)) {
        return {};
    }
    // Before the day that never was, days count from one day later.
    const QDate first = countsFrom1904                ? QDate(1904, 1, 1)
                        : whole < leapDayThatNeverWas ? QDate(1899, 12, 31)
                                                      : QDate(1899, 12, 30);
    return isoText(first.addDays(static_cast<qint64>(whole)), days - whole);
}

std::string timeText(double days) {
    const double seconds = std::round(std::abs(days) * secondsADay);
    const double hours = std::floor(seconds / 3600);
    const auto rest = static_cast<int>(seconds - 3600 * hours);
    const QString minutesAndSeconds = QTime(0, 0).addSecs(rest).toString(QStringLiteral(":mm:ss"));
    return (days < 0 ? "-" : "") + QString::number(hours, 'f', 0).toStdString() +
           minutesAndSeconds.toStdString();
}

DateCount stataDateCount(std::string_view format) {
    // "%td", "%-tdD_m_Y", and "%d" of releases before 10.
    if (format.empty() || format.front() != '%') {
        return DateCount::None;
    }
    format.remove_prefix(format.size() > 1 && format[1] == '-' ? 2 : 1);
    const bool isDay = format.starts_with("td") || format.starts_with("d");
    return isDay                      ? DateCount::StataDays
           : format.starts_with("tc") ? DateCount::StataMilliseconds
                                      : DateCount::None;
}

DateCount spssDateCount(std::string_view format) {
    for (const std::string_view kind : {"DATE", "ADATE", "EDATE", "SDATE", "JDATE", "QYR", "MOYR",
                                        "WKYR", "DATETIME", "YMDHMS"}) {
        const bool isKind = format.starts_with(kind);
        const std::string_view width = isKind ? format.substr(kind.size()) : std::string_view();
        if (isKind && width.find_first_not_of("0123456789.") == std::string_view::npos) {
            return DateCount::SpssSeconds;
        }
    }
    return DateCount::None;
}

std::string dateText(double number, DateCount count) {
    constexpr double millisecondsADay = 1000.0 * secondsADay;
    const bool isSpss = count == DateCount::SpssSeconds;
    const double days = isSpss                                  ? number / secondsADay
                        : count == DateCount::StataMilliseconds ? number / millisecondsADay
                                                                : number;
    const QDate first = isSpss ? QDate(1582, 10, 14) : QDate(1960, 1, 1);
    const auto daysTo = [&](int year, int month, int day) {
        return static_cast<double>(first.daysTo(QDate(year, month, day)));
    };
    const double whole = std::floor(days);
    if (!(whole >= daysTo(1583, 1, 1)) || whole > daysTo(9999, 12, 31)) {
        return {};
    }
    return isoText(first.addDays(static_cast<qint64>(whole)), days - whole);
}

void setNumberOrDate(Sheet& sheet, std::size_t row, std::size_t column, double number,
                     const DateFormats& formats, std::size_t format) {
    const bool isTime =
        formats.showsTime(format) || (formats.shows(format) && number > 0 && number < 1);
    const std::string text = isTime                  ? timeText(number)
                             : formats.shows(format) ? dateText(number, formats.countsFrom1904)
                                                     : std::string();
    if (formats.showsPercent(format)) {
        sheet.setPercent(row, column, number);
    } else if (text.empty()) {
        sheet.setNumber(row, column, number);
        if (formats.showsScaled(format) && number != 0 && !sheet.scaled) {
            sheet.scaled = ScaledCell{row, column};
        }
    } else {
        sheet.setText(row, column, text);
    }
}

} // namespace citypanel::sheets
