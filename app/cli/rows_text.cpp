// SPDX-License-Identifier: GPL-3.0-or-later
// Alignment by display width, and csv.
#include "app/cli/rows_text.h"

#include "core/report/display_width.h"

#include <algorithm>

namespace citypanel::cli {

namespace {

std::string csvCell(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + '"';
}

} // namespace

QByteArray alignedText(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> width;
    for (const auto& row : rows) {
        width.resize(std::max(width.size(), row.size()), 0);
        for (std::size_t i = 0; i < row.size(); ++i) {
            width[i] = std::max(width[i], report::displayWidth(row[i]));
        }
    }
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += row[i];
            if (i + 1 < row.size()) {
                text.append(width[i] - report::displayWidth(row[i]) + 2, ' ');
            }
        }
        text += '\n';
    }
    return QByteArray::fromStdString(text);
}

QByteArray csvText(const std::vector<std::vector<std::string>>& rows) {
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += (i == 0 ? "" : ",") + csvCell(row[i]);
        }
        text += '\n';
    }
    return QByteArray::fromStdString(text);
}

} // namespace citypanel::cli
