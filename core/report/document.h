// SPDX-License-Identifier: GPL-3.0-or-later
// Document: headings, paragraphs, tables and figures in their order, written as one file.
#pragma once

#include "core/base/result.h"
#include "core/report/typeset.h"
#include "core/study/table.h"

#include <QByteArray>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace citypanel::report {

/// A drawn figure in the forms that documents take.
struct Picture {
    QByteArray png{}; ///< for Word
    QByteArray svg{}; ///< for the web
    QByteArray pdf{}; ///< for LaTeX
    double widthMm = 0;
    double heightMm = 0;
};

struct HeadingBlock {
    std::string text{};
    bool isSub = false; ///< below the heading before it
};

struct ParagraphBlock {
    std::string text{};
    bool isLine = false; ///< of a list: not justified
};

struct TableBlock {
    study::Table table{};
};

struct FigureBlock {
    std::string key{};                ///< names the picture's file in a bundle; unique
    std::string title{};              ///< caption without its number
    std::string description{};        ///< what screen readers say
    std::vector<std::string> notes{}; ///< whole sentences
    Picture picture{};
};

/// The sentences under a figure as one paragraph; empty where there are none.
[[nodiscard]] std::string noteOf(const FigureBlock& figure);

using Block = std::variant<HeadingBlock, ParagraphBlock, TableBlock, FigureBlock>;

/// Tables and figures are numbered in their order, from TableStyle::firstNumber and 1.
struct Document {
    std::string title{}; ///< empty: none
    std::vector<Block> blocks{};
};

enum class DocumentFormat : std::uint8_t {
    Docx,
    Html, ///< one file, figures inside
    Rtf,
    Latex, ///< a zip of the source and the figures
};

/// The names are those of --format.
constexpr auto enumNames(DocumentFormat) {
    return std::array{EnumName{DocumentFormat::Docx, "docx"},
                      EnumName{DocumentFormat::Html, "html"}, EnumName{DocumentFormat::Rtf, "rtf"},
                      EnumName{DocumentFormat::Latex, "tex"}};
}

/// The format of a file by its ending (zip is the LaTeX bundle); nothing for another ending.
[[nodiscard]] std::optional<DocumentFormat> documentFormatOfFile(std::string_view fileName);

/// The document as the bytes of one file: the same bytes for the same document and style.
/// Problem: Internal (no memory).
[[nodiscard]] Result<QByteArray> renderDocument(const Document& document, const TableStyle& style,
                                                DocumentFormat format);

// The renderers, one a file.
[[nodiscard]] Result<QByteArray> documentDocx(const Document& document, const TableStyle& style);
[[nodiscard]] QByteArray documentHtml(const Document& document, const TableStyle& style);
[[nodiscard]] QByteArray documentRtf(const Document& document, const TableStyle& style);
/// The source alone; pictures are figures/KEY.pdf.
[[nodiscard]] QByteArray documentLatex(const Document& document, const TableStyle& style);
/// The source ("report.tex") and its pictures.
[[nodiscard]] Result<QByteArray> documentLatexBundle(const Document& document,
                                                     const TableStyle& style);

/// A document of these tables and nothing else.
[[nodiscard]] Document documentOf(std::span<const study::Table> tables);

/// Typesets the tables and numbers the figures of a document while a renderer goes through it.
class Numbering {
public:
    explicit Numbering(const TableStyle& style) : style_(style) {}

    [[nodiscard]] TypesetTable next(const study::Table& table) {
        return typeset(table, style_, tables_++);
    }

    /// Number of the next figure.
    [[nodiscard]] std::size_t nextFigure() { return ++figures_; }

    /// "Figure ", "图".
    [[nodiscard]] std::string figureLabel() const;

    /// What stands between number and title.
    [[nodiscard]] std::string separator() const { return captionSeparator(style_); }

private:
    const TableStyle& style_;
    std::size_t tables_ = 0;
    std::size_t figures_ = 0;
};

} // namespace citypanel::report
