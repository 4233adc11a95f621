// SPDX-License-Identifier: GPL-3.0-or-later
// A table of results on the paper it will be printed on, with scroll bars around it.
#pragma once

#include "core/project/project.h"
#include "core/study/table.h"

#include <QScrollArea>

#include <cstddef>

namespace citypanel::ui {

class ResultTable;

/// An area that owns the table and scrolls it.
[[nodiscard]] QScrollArea* onPaper(ResultTable* table);

/// The table with labels of rows of at most so many characters ("…" for the rest), so that the
/// numbers stand in sight; for the window alone.
[[nodiscard]] study::Table withShortLabels(study::Table table, std::size_t characters);

/// The project's style for a table that is explored in the window: in the window's language, its
/// caption without a number.
[[nodiscard]] report::TableStyle screenStyle(const project::Project& project);

} // namespace citypanel::ui
