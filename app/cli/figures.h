// SPDX-License-Identifier: GPL-3.0-or-later
// Figures to files, with a windowless application made only when the first one is asked for.
#pragma once

#include "core/base/result.h"
#include "core/study/figure.h"
#include "core/text/language.h"

#include <QString>

namespace citypanel::cli {

/// Draws a figure into a file; its ending (svg, pdf, png) chooses the format.
/// Problems: those of ui::exportFigure.
[[nodiscard]] Status writeFigure(const study::Figure& figure, text::Language language,
                                 const QString& path);

} // namespace citypanel::cli
