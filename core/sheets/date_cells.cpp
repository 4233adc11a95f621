// SPDX-License-Identifier: GPL-3.0-or-later
// Number formats that show days, and days to text.
#include "core/sheets/date_cells.h"

#include <QDate>
#include <QString>
#include <QTime>

#include <cmath>

namespace citypanel::sheets {

namespace {

/// A format code without what stands in quotes and brackets or behind a backslash.
std::string bare(std::string_view code) {
    std::string rest;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '\\') {
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

} // namespace

bool isDateFormat(std::size_t id, std::string_view code) {
    const bool isBuiltIn = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
                           id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58;
    return isBuiltIn || bare(code).find_first_of("yYdD") != std::string::npos;
}

std::string dateText(double days, bool countsFrom1904) {
    constexpr double latest = 2'958'465; // 9999-12-31
    constexpr double leapDayThatNeverWas = 60;
    constexpr int secondsADay = 86'400;
    const double whole = std::floor(days);
    if (!(days >= (countsFrom1904 ? 0 : 1)) || whole > latest ||
        (!countsFrom1904 && whole == leapDayThatNeverWas)) {
        return {};
    }
    // Before the day that never was, days count from one day later.
    const QDate first = countsFrom1904                ? QDate(1904, 1, 1)
                        : whole < leapDayThatNeverWas ? QDate(1899, 12, 31)
                                                      : QDate(1899, 12, 30);
    QDate date = first.addDays(static_cast<qint64>(whole));
    auto seconds = static_cast<int>(std::lround((days - whole) * secondsADay));
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

void setNumberOrDate(Sheet& sheet, std::size_t row, std::size_t column, double number,
                     const DateFormats& formats, std::size_t format) {
    const std::string text =
        formats.shows(format) ? dateText(number, formats.countsFrom1904) : std::string();
    if (text.empty()) {
        sheet.setNumber(row, column, number);
    } else {
        sheet.setText(row, column, text);
    }
}

} // namespace citypanel::sheets
