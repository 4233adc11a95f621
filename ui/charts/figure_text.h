// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a figure: a summary for screen readers, and its data as a table.
#pragma once

#include "core/study/figure.h"
#include "core/text/language.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace citypanel::ui {

/// What a screen reader says of a figure: its title and every point with its interval.
[[nodiscard]] QString figureSummary(const study::Figure& figure, text::Language language);

/// The numbers behind a figure with 17 significant digits, the header first, one row a point.
[[nodiscard]] QList<QStringList> figureData(const study::Figure& figure, text::Language language);

} // namespace citypanel::ui
