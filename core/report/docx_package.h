// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a Word file around its document: content types, relations, styles, properties.
#pragma once

#include "core/report/archive.h"

#include <string_view>

namespace citypanel::report {

/// The parts of a docx with this `word/document.xml`. No user name, no time: the same bytes for the
/// same document.
[[nodiscard]] Entries docxParts(std::string_view documentXml);

} // namespace citypanel::report
