// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a Word file around its document: content types, relations, styles, properties.
#pragma once

#include "core/report/archive.h"

#include <QByteArray>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace citypanel::report {

/// Style of the cells' paragraphs, and of the notes.
[[nodiscard]] std::string docxTextStyle(int halfPoints);
[[nodiscard]] std::string docxNoteStyle(int halfPoints);

/// The relation by which a section names the footer with the page's number.
inline constexpr std::string_view footerRelation = "rIdFooter";

/// The parts of a docx with this `word/document.xml` and its pictures (PNG). No user name, no time:
/// the same bytes for the same document.
[[nodiscard]] Entries docxParts(std::string_view documentXml, std::span<const QByteArray> pictures);

/// The relation by which the document names its picture of that number (1, 2, ...).
[[nodiscard]] std::string pictureRelation(std::size_t number);

} // namespace citypanel::report
