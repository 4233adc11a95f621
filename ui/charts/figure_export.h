// SPDX-License-Identifier: GPL-3.0-or-later
// exportFigure: a figure as a file: SVG, PDF or PNG, on white paper.
#pragma once

#include "core/base/result.h"
#include "core/study/figure.h"
#include "core/text/language.h"

#include <QSizeF>
#include <QString>

namespace citypanel::ui {

/// Writes the figure in the format of the path's ending (svg, pdf, png at 300 dpi), in full or not
/// at all. The size is in millimetres; the default fits the text width of an A4 page. Needs a
/// QApplication (an offscreen one does). Problems: FileFormatUnknown, FileUnwritable.
[[nodiscard]] Status exportFigure(const study::Figure& figure, text::Language language,
                                  const QString& path, QSizeF size = {160, 100});

} // namespace citypanel::ui
