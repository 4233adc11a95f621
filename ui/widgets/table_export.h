// SPDX-License-Identifier: GPL-3.0-or-later
// Exporting tables from the window: the file dialog, and the writing.
#pragma once

#include "core/base/result.h"
#include "core/report/table_style.h"
#include "core/study/table.h"

#include <QString>

#include <span>

class QWidget;

namespace citypanel::ui {

/// Writes tables in the format of the path's ending, in full or not at all.
/// Problems: FileFormatUnknown, FileUnwritable, those of report::render.
[[nodiscard]] Status writeTables(const QString& path, std::span<const study::Table> tables,
                                 const report::TableStyle& style);

/// Asks for a file; the last used format comes first. Empty when cancelled.
[[nodiscard]] QString chooseTableFile(QWidget* parent, const QString& name);

} // namespace citypanel::ui
