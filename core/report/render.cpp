// SPDX-License-Identifier: GPL-3.0-or-later
// Which renderer makes which format.
#include "core/report/render.h"

#include <algorithm>
#include <cctype>

namespace citypanel::report {

std::optional<Format> formatOfFile(std::string_view fileName) {
    const std::size_t dot = fileName.rfind('.');
    if (dot == std::string_view::npos) {
        return std::nullopt;
    }
    std::string ending(fileName.substr(dot + 1));
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == "txt" ? Format::Text : valueOf<Format>(ending);
}

Result<QByteArray> render(std::span<const study::Table> tables, const TableStyle& style,
                          Format format) {
    switch (format) {
    case Format::Text:
        return renderText(tables, style);
    case Format::Json:
        return renderJson(tables, style);
    case Format::Csv:
        return renderCsv(tables, style);
    case Format::Markdown:
        return renderMarkdown(tables, style);
    case Format::Latex:
        return renderLatex(tables, style);
    case Format::Html:
        return renderHtml(tables, style);
    case Format::Docx:
        return renderDocx(tables, style);
    case Format::Xlsx:
        return renderXlsx(tables, style);
    case Format::Rtf:
        return renderRtf(tables, style);
    }
    return Problem{.code = ProblemCode::Internal, .found = "format"};
}

} // namespace citypanel::report
