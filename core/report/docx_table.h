// SPDX-License-Identifier: GPL-3.0-or-later
// A typeset table as WordprocessingML, and the runs and captions it shares with the rest of a
// document.
#pragma once

#include "core/report/table_paper.h"
#include "core/report/typeset.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace citypanel::report {

/// Caption, table and note on this paper; `beginsPage`: after a page break. A pair of estimate and
/// standard error is never divided, the notes stay with the last rows, and a table that its paper
/// holds stays on one page.
[[nodiscard]] std::string docxTable(const TypesetTable& table, const TablePaper& paper,
                                    bool beginsPage = false);

/// ` w:name="value"`; the value is XML already.
[[nodiscard]] std::string docxAttribute(std::string_view name, const std::string& value);

/// A run of text; nothing for an empty one.
[[nodiscard]] std::string docxRun(std::string_view text);

/// The runs of a caption, its number a SEQ field of the label ("Table ", "图"); 0: no number.
[[nodiscard]] std::string docxCaption(const std::string& label, std::size_t number,
                                      const std::string& separator, const std::string& title);

} // namespace citypanel::report
