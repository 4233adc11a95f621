// SPDX-License-Identifier: GPL-3.0-or-later
// makeChart: a figure of core/study as a Qt chart.
#pragma once

#include "core/report/figure_style.h"
#include "core/study/figure.h"
#include "core/text/language.h"

#include <QColor>
#include <QSizeF>

#include <cstddef>
#include <memory>
#include <vector>

class QChart;

namespace citypanel::ui {

/// Colours of a chart's paper and of what is drawn on it; files use the light one whatever the
/// window shows.
struct ChartPaper {
    QColor background;
    QColor text;
    QColor grid;
    std::vector<QColor> series{}; ///< in turn; never empty
    bool hasTitle = true;
    QSizeF size{}; ///< of a sheet of fixed size: names and titles of axes wrap to it

    [[nodiscard]] static ChartPaper ofTheme();
    [[nodiscard]] static ChartPaper white(report::Palette palette = report::Palette::Colour);

    [[nodiscard]] QColor seriesColour(int index) const {
        return series[static_cast<std::size_t>(index) % series.size()];
    }
};

/// A figure with categories on x is drawn lying down (categories from top to bottom).
[[nodiscard]] bool isLyingDown(const study::Figure& figure);

/// The height below which Qt would write "..." instead of the names of a figure that lies down; 0
/// for any other. `size` as in ChartPaper.
[[nodiscard]] int leastChartHeight(const study::Figure& figure, text::Language language,
                                   const QSizeF& size = {});

/// The chart with its axes, legend (where there are several series) and drawn series. The caller
/// owns it. Needs a QApplication.
[[nodiscard]] std::unique_ptr<QChart> makeChart(const study::Figure& figure,
                                                text::Language language, const ChartPaper& paper);

} // namespace citypanel::ui
