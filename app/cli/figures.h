// SPDX-License-Identifier: GPL-3.0-or-later
// Figures to files, with a windowless application made only when the first one is asked for.
#pragma once

#include "core/base/result.h"
#include "core/report/document.h"
#include "core/report/figure_style.h"
#include "core/study/figure.h"
#include "core/text/language.h"

#include <QString>

namespace citypanel::cli {

/// Draws a figure into a file; its ending (svg, pdf, png, csv) chooses the format.
/// Problems: those of ui::exportFigure.
[[nodiscard]] Status writeFigure(const study::Figure& figure, text::Language language,
                                 const QString& path, const report::FigureStyle& style);

/// Draws a figure for a document. Problems: those of ui::pictureOf.
[[nodiscard]] Result<report::Picture>
drawPicture(const study::Figure& figure, text::Language language, const report::FigureStyle& style);

} // namespace citypanel::cli
