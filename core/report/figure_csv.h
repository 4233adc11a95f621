// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind a figure as CSV.
#pragma once

#include "core/study/figure.h"
#include "core/text/language.h"

#include <QByteArray>

namespace citypanel::report {

/// One line a point: series, category or x, y, the bounds of each interval, p-value, count, label;
/// columns that no point has are left out. Full precision, missing is empty, UTF-8 with byte order
/// mark; text that looks like a formula is disarmed.
[[nodiscard]] QByteArray figureCsv(const study::Figure& figure, text::Language language);

} // namespace citypanel::report
