// SPDX-License-Identifier: GPL-3.0-or-later
// render: tables as the bytes of a file in one of the formats.
#pragma once

#include "core/base/result.h"
#include "core/report/table_style.h"
#include "core/study/table.h"

#include <QByteArray>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace citypanel::report {

/// The names are those of --format and, but for text, of file endings.
enum class Format : std::uint8_t { Text, Json, Csv, Markdown, Latex, Html, Docx, Xlsx, Rtf };

constexpr auto enumNames(Format) {
    return std::array{EnumName{Format::Text, "text"}, EnumName{Format::Json, "json"},
                      EnumName{Format::Csv, "csv"},   EnumName{Format::Markdown, "md"},
                      EnumName{Format::Latex, "tex"}, EnumName{Format::Html, "html"},
                      EnumName{Format::Docx, "docx"}, EnumName{Format::Xlsx, "xlsx"},
                      EnumName{Format::Rtf, "rtf"}};
}

/// The format of a file by its ending (txt is text), in any case; nothing for another ending.
[[nodiscard]] std::optional<Format> formatOfFile(std::string_view fileName);

/// The tables, in order, as one file: the same bytes for the same tables and style. Text formats
/// are UTF-8.
/// Problems: Internal (no memory or no temporary folder for xlsx).
[[nodiscard]] Result<QByteArray> render(std::span<const study::Table> tables,
                                        const TableStyle& style, Format format);

// The renderers, one a file.
[[nodiscard]] QByteArray renderText(std::span<const study::Table> tables, const TableStyle& style);
[[nodiscard]] QByteArray renderJson(std::span<const study::Table> tables, const TableStyle& style);
[[nodiscard]] QByteArray renderCsv(std::span<const study::Table> tables, const TableStyle& style);
[[nodiscard]] QByteArray renderMarkdown(std::span<const study::Table> tables,
                                        const TableStyle& style);
[[nodiscard]] QByteArray renderLatex(std::span<const study::Table> tables, const TableStyle& style);
/// A whole page.
[[nodiscard]] QByteArray renderHtml(std::span<const study::Table> tables, const TableStyle& style);
/// The tables alone, with their rules written at each cell: what a clipboard takes into Word.
[[nodiscard]] QByteArray renderHtmlFragment(std::span<const study::Table> tables,
                                            const TableStyle& style);
[[nodiscard]] QByteArray renderRtf(std::span<const study::Table> tables, const TableStyle& style);
[[nodiscard]] Result<QByteArray> renderDocx(std::span<const study::Table> tables,
                                            const TableStyle& style);
[[nodiscard]] Result<QByteArray> renderXlsx(std::span<const study::Table> tables,
                                            const TableStyle& style);

} // namespace citypanel::report
