// SPDX-License-Identifier: GPL-3.0-or-later
// Panels written as xlsx.
#pragma once

#include "core/base/result.h"
#include "core/panel/panel.h"
#include "core/text/language.h"

#include <QByteArray>

namespace citypanel::report {

/// The panel in long form on a first sheet, names in the first row, keys and names frozen; a second
/// sheet lists the variables with labels and units of measure. Numbers are numbers in full
/// precision, missing values empty cells, text is text. Problems: FileTooLarge (more rows or
/// columns than a worksheet has), Internal.
[[nodiscard]] Result<QByteArray> workbookOf(const Panel& panel, text::Language language);

} // namespace citypanel::report
