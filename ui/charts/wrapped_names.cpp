// SPDX-License-Identifier: GPL-3.0-or-later
// Greedy lines, then narrower ones as long as their number stays.
#include "ui/charts/wrapped_names.h"

#include "core/report/display_width.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QStringList>

#include <string>
#include <string_view>

namespace citypanel::ui {

namespace {

QStringList linesWithin(std::string_view text, double width, const QFontMetricsF& metrics) {
    QStringList lines;
    QString line;
    while (!text.empty()) {
        const std::string_view piece = report::unbrokenPiece(text);
        const QString more = QString::fromUtf8(piece.data(), static_cast<qsizetype>(piece.size()));
        if (!line.isEmpty() && metrics.horizontalAdvance((line + more).trimmed()) > width) {
            lines.append(line.trimmed());
            line.clear();
        }
        line += more;
        text.remove_prefix(piece.size());
    }
    lines.append(line.trimmed());
    return lines;
}

} // namespace

QString wrappedName(const QString& text, double width) {
    const QFontMetricsF metrics(QApplication::font());
    const std::string bytes = text.toStdString();
    if (width <= 0.0 || metrics.horizontalAdvance(text) <= width) {
        return text.toHtmlEscaped();
    }
    constexpr double step = 0.94;
    constexpr double narrowest = 0.5;
    QStringList lines = linesWithin(bytes, width, metrics);
    for (double share = step; share > narrowest; share *= step) {
        const QStringList even = linesWithin(bytes, share * width, metrics);
        if (even.size() > lines.size()) {
            break;
        }
        lines = even;
    }
    for (QString& line : lines) {
        line = line.toHtmlEscaped();
    }
    return lines.join(QStringLiteral("<br>"));
}

} // namespace citypanel::ui
