// SPDX-License-Identifier: GPL-3.0-or-later
// The ending of --out and the writer that goes with it.
#include "app/cli/panel_output.h"

#include "app/cli/choice.h"
#include "core/report/panel_workbook.h"
#include "core/sheets/data_file.h"
#include "core/sheets/stata_writer.h"

#include <QFileInfo>

#include <string>

namespace citypanel::cli {

namespace {

constexpr text::Bilingual endingWord{
    "--out {file}: a panel is written as csv, xlsx or dta, not as {ending}; end the name in .csv, "
    ".xlsx or .dta",
    "--out {file}：面板可写成 csv、xlsx 或 dta 文件，不能写成 {ending}；请使用后缀 .csv、.xlsx 或 "
    ".dta"};

/// In lower case, without the point; empty for devices.
std::string endingOf(const Invocation& invocation) {
    const QFileInfo file(QString::fromStdString(invocation.valueOr("out", "")));
    const bool isDevice = file.exists() && !file.isFile();
    return isDevice ? std::string() : file.suffix().toLower().toStdString();
}

} // namespace

tl::expected<void, Failure> checkPanelEnding(const Invocation& invocation) {
    const std::string ending = endingOf(invocation);
    if (ending.empty() || ending == "csv" || ending == "xlsx" || ending == "dta") {
        return {};
    }
    return tl::unexpected(wrongUsage(
        invocation, endingWord, {{"file", invocation.valueOr("out", "")}, {"ending", ending}}));
}

Result<QByteArray> panelBytes(const Panel& panel, const Invocation& invocation,
                              std::span<const std::string> tuned) {
    const std::string ending = endingOf(invocation);
    if (ending == "xlsx") {
        return report::workbookOf(panel, invocation.language);
    }
    return ending == "dta" ? sheets::dtaOf(panel) : sheets::csvOf(panel, tuned);
}

} // namespace citypanel::cli
