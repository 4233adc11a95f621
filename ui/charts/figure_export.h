// SPDX-License-Identifier: GPL-3.0-or-later
// exportFigure: a figure as a file: SVG, PDF or PNG on white paper, or its numbers as CSV.
#pragma once

#include "core/base/result.h"
#include "core/report/document.h"
#include "core/report/figure_style.h"
#include "core/study/figure.h"
#include "core/text/language.h"

#include <QByteArray>
#include <QString>

namespace citypanel::ui {

/// The figure as bytes of one format: "svg", "pdf", "png" (the style's dpi) or "csv" (its
/// numbers). Fonts are embedded in PDF. Needs a QApplication (an offscreen one does), but for csv.
/// Problem: FileFormatUnknown.
[[nodiscard]] Result<QByteArray> figureBytes(const study::Figure& figure, text::Language language,
                                             const QString& format,
                                             const report::FigureStyle& style = {});

/// The figure in the forms that documents take, without its title, which is their caption.
[[nodiscard]] Result<report::Picture>
pictureOf(const study::Figure& figure, text::Language language, const report::FigureStyle& style);

/// Writes the figure in the format of the path's ending, in full or not at all.
/// Problems: FileFormatUnknown, FileUnwritable.
[[nodiscard]] Status exportFigure(const study::Figure& figure, text::Language language,
                                  const QString& path, const report::FigureStyle& style = {});

} // namespace citypanel::ui
