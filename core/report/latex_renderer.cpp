// SPDX-License-Identifier: GPL-3.0-or-later
// Tables and figures as a LaTeX document that compiles: pdfLaTeX, or XeLaTeX with ctex where there
// is Chinese.
#include "core/report/archive.h"
#include "core/report/document.h"
#include "core/report/latex_table.h"
#include "core/report/render.h"
#include "core/report/text_parts.h"

#include <algorithm>
#include <utility>

namespace citypanel::report {

namespace {

std::string pictureFile(const FigureBlock& figure) {
    return "figures/" + figure.key + ".pdf";
}

class LatexDocument {
public:
    explicit LatexDocument(const TableStyle& style) : style_(style), numbering_(style) {}

    std::string body(const Document& document) {
        if (!document.title.empty()) {
            out_ += "\n\\begin{center}\\Large\\bfseries " + latexText(document.title) +
                    "\\end{center}\n";
        }
        for (const Block& block : document.blocks) {
            std::visit([this](const auto& kind) { add(kind); }, block);
        }
        return std::move(out_);
    }

private:
    /// Figures and tables that float stay before what comes next.
    void placeFloats() { out_ += std::exchange(hasFloats_, false) ? "\n\\clearpage\n" : ""; }

    void add(const HeadingBlock& heading) {
        placeFloats();
        out_ += std::string(heading.isSub ? "\n\\subsection*{" : "\n\\section*{") +
                latexText(heading.text) + "}\n";
    }

    void add(const ParagraphBlock& paragraph) {
        const std::string text = latexText(paragraph.text);
        out_ += paragraph.isLine ? "\n{\\raggedright\\noindent " + text + "\\par}\n"
                                 : '\n' + text + '\n';
    }

    void add(const TableBlock& block) {
        const TypesetTable table = numbering_.next(block.table);
        if (isLongLatexTable(table)) {
            placeFloats();
        } else {
            hasFloats_ = true;
        }
        out_ += '\n' + latexTable(table, style_.latexNumbers);
    }

    void add(const FigureBlock& figure) {
        out_ += "\n\\begin{figure}[htbp]\n\\centering\n\\includegraphics[width=" +
                std::to_string(static_cast<int>(figure.picture.widthMm)) + "mm]{" +
                pictureFile(figure) + "}\n\\caption{" + latexText(figure.title) + "}\n";
        if (!figure.notes.empty()) {
            out_ += "{\\footnotesize\\raggedright " + latexText(noteOf(figure)) + "\\par}\n";
        }
        out_ += "\\end{figure}\n";
        hasFloats_ = true;
    }

    const TableStyle& style_;
    Numbering numbering_;
    bool hasFloats_ = false; ///< since the last heading
    std::string out_;
};

/// "Table 1: Title" of LaTeX as the style has it.
std::string_view captionSetup(CaptionStyle captions) {
    switch (captions) {
    case CaptionStyle::Blank:
        return "\\captionsetup{labelsep=quad}\n";
    case CaptionStyle::Colon:
        return "\\captionsetup{labelsep=colon}\n";
    case CaptionStyle::Dash:
        break;
    }
    return "\\DeclareCaptionLabelSeparator{emdash}{---}\n\\captionsetup{labelsep=emdash}\n";
}

bool hasFigures(const Document& document) {
    return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
        return std::holds_alternative<FigureBlock>(block);
    });
}

} // namespace

QByteArray documentLatex(const Document& document, const TableStyle& style) {
    const std::string body = LatexDocument(style).body(document);
    std::string out;
    if (hasChinese(body)) {
        out += "% Compile with XeLaTeX.\n\\documentclass{article}\n\\usepackage[";
        out += style.language == text::Language::Chinese ? "scheme=chinese" : "scheme=plain";
        out += "]{ctex}\n";
    } else {
        out += "\\documentclass{article}\n\\usepackage[utf8]{inputenc}\n"
               "\\usepackage[T1]{fontenc}\n";
    }
    out += "\\usepackage{booktabs,caption,threeparttable}\n";
    out += body.find("{longtable}") != std::string::npos ? "\\usepackage{longtable}\n" : "";
    out += body.find("{sidewaystable}") != std::string::npos ? "\\usepackage{rotating}\n" : "";
    out += style.latexNumbers == LatexNumbers::Siunitx ? "\\usepackage{siunitx}\n" : "";
    out += hasFigures(document) ? "\\usepackage{graphicx}\n" : "";
    out += "\\usepackage[margin=2.5cm]{geometry}\n" + std::string(captionSetup(style.captions)) +
           "\\begin{document}\n";
    return bytesOf(out + body + "\n\\end{document}\n");
}

Result<QByteArray> documentLatexBundle(const Document& document, const TableStyle& style) {
    Entries files{{QStringLiteral("report.tex"), documentLatex(document, style)}};
    for (const Block& block : document.blocks) {
        if (const auto* figure = std::get_if<FigureBlock>(&block)) {
            files[QString::fromStdString(pictureFile(*figure))] = figure->picture.pdf;
        }
    }
    return packed(files);
}

QByteArray renderLatex(std::span<const study::Table> tables, const TableStyle& style) {
    return documentLatex(documentOf(tables), style);
}

} // namespace citypanel::report
