// SPDX-License-Identifier: GPL-3.0-or-later
// Alignment by display width, and csv.
#include "app/cli/rows_text.h"

#include "core/panel/csv_field.h"
#include "core/panel/number_text.h"
#include "core/report/display_width.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string_view>

namespace citypanel::cli {

namespace {

/// Heads of results and the values that are one of a few names, in Chinese.
const std::map<std::string, const char*, std::less<>>& chineseCells() {
    static const std::map<std::string, const char*, std::less<>> cells{
        {"unit", "个体"},
        {"period", "时期"},
        {"from_period", "起始时期"},
        {"score", "得分"},
        {"status", "状态"},
        {"index", "指数"},
        {"efficiency_change", "效率变化"},
        {"technical_change", "技术变化"},
        {"pure_efficiency_change", "纯效率变化"},
        {"scale_efficiency_change", "规模效率变化"},
        {"indicator", "指标"},
        {"group", "维度"},
        {"direction", "方向"},
        {"entropy", "信息熵"},
        {"divergence", "差异系数"},
        {"weight", "权重"},
        {"variance_share", "方差贡献"},
        {"positive", "正向"},
        {"negative", "负向"},
        {"efficient", "有效"},
        {"weakly-efficient", "弱有效"},
        {"inefficient", "非有效"},
        {"super-efficient", "超效率"},
        {"infeasible", "无可行解"},
        {"excluded", "已剔除"},
        {"times_peer", "作为参照次数"},
        {"share_of_inefficient", "占非有效单元比重"},
        {"mean_before", "其余单元均值"},
        {"mean_without", "剔除后均值"}};
    return cells;
}

bool isNumberText(const std::string& text) {
    return parseNumber(text).has_value();
}

} // namespace

std::string csvCell(const std::string& text) {
    return isNumberText(text) ? text : textField(text);
}

std::vector<std::vector<std::string>> said(std::vector<std::vector<std::string>> rows,
                                           const std::vector<std::string>& valued,
                                           text::Language language) {
    if (language != text::Language::Chinese || rows.empty()) {
        return rows;
    }
    const std::vector<std::string> head = rows.front();
    const auto translate = [](std::string& cell) {
        constexpr std::string_view slack = "slack_";
        const auto known = chineseCells().find(cell);
        if (known != chineseCells().end()) {
            cell = known->second;
        } else if (cell.starts_with(slack)) {
            cell = cell.substr(slack.size()) + " 的松弛量";
        }
    };
    for (std::string& cell : rows.front()) {
        translate(cell);
    }
    for (std::size_t j = 0; j < head.size(); ++j) {
        const bool isValued = std::find(valued.begin(), valued.end(), head[j]) != valued.end();
        for (std::size_t i = 1; i < rows.size() && isValued; ++i) {
            translate(rows[i][j]);
        }
    }
    return rows;
}

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

std::vector<std::vector<std::string>> rounded(std::vector<std::vector<std::string>> rows,
                                              std::size_t first) {
    constexpr int digits = 6;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        for (std::size_t j = first; j < rows[i].size(); ++j) {
            std::string& cell = rows[i][j];
            const bool isFraction = cell.find_first_of(".e") != std::string::npos;
            const auto value = isFraction ? parseNumber(cell) : std::nullopt;
            if (value) {
                const double whole = std::abs(*value) < 1.0 ? 1.0 : std::abs(*value);
                const int places = std::max(0, digits - 1 - static_cast<int>(std::log10(whole)));
                const double scale = std::pow(10.0, places);
                cell = shortestText(std::round(*value * scale) / scale);
            }
        }
    }
    return rows;
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
