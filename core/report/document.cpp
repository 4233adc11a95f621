// SPDX-License-Identifier: GPL-3.0-or-later
// Which renderer makes which format of a document, and the document of tables alone.
#include "core/report/document.h"

#include "core/text/pattern.h"
#include "core/text/words.h"

#include <QString>

namespace citypanel::report {

std::optional<DocumentFormat> documentFormatOfFile(std::string_view fileName) {
    const QString name =
        QString::fromUtf8(fileName.data(), static_cast<qsizetype>(fileName.size())).toLower();
    const QString ending = name.section(QLatin1Char('.'), -1);
    if (ending == QLatin1String("zip")) {
        return DocumentFormat::Latex;
    }
    // The source of a bundle cannot stand alone.
    return ending == QLatin1String("tex") ? std::nullopt
                                          : valueOf<DocumentFormat>(ending.toStdString());
}

Result<QByteArray> renderDocument(const Document& document, const TableStyle& style,
                                  DocumentFormat format) {
    switch (format) {
    case DocumentFormat::Docx:
        return documentDocx(document, style);
    case DocumentFormat::Html:
        return documentHtml(document, style);
    case DocumentFormat::Rtf:
        return documentRtf(document, style);
    case DocumentFormat::Latex:
        return documentLatexBundle(document, style);
    }
    return Problem{.code = ProblemCode::Internal, .found = "document format"};
}

std::string noteOf(const FigureBlock& figure) {
    std::string note;
    for (const std::string& sentence : figure.notes) {
        // An English sentence ends with a full stop and a blank; a Chinese one needs no blank.
        note += (note.ends_with('.') ? " " : "") + sentence;
    }
    return note;
}

Document documentOf(std::span<const study::Table> tables) {
    Document document;
    for (const study::Table& table : tables) {
        document.blocks.emplace_back(TableBlock{table});
    }
    return document;
}

std::string Numbering::figureLabel() const {
    return text::filledInOrder(text::tableWordPattern(text::TableWord::FigureNumber),
                               style_.language, {""});
}

} // namespace citypanel::report
