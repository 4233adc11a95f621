// SPDX-License-Identifier: GPL-3.0-or-later
// The panel written from the window: csv, xlsx or dta, by the ending of the file.
#pragma once

#include "core/base/result.h"
#include "core/panel/panel.h"
#include "core/text/language.h"

#include <QString>

#include <span>
#include <string>

class QWidget;

namespace citypanel::ui {

/// Writes the panel in long form, in full or not at all; names of the second sheet of a workbook
/// are in that language. `tuned`: as in sheets::csvOf; other formats carry labels. Problems:
/// FileFormatUnknown (another ending), FileUnwritable, those of report::workbookOf and
/// sheets::dtaOf.
[[nodiscard]] Status writePanel(const QString& path, const Panel& panel,
                                std::span<const std::string> tuned, text::Language language);

/// Asks for a file; the last used format comes first. Empty when cancelled.
[[nodiscard]] QString choosePanelFile(QWidget* parent, const QString& name);

} // namespace citypanel::ui
