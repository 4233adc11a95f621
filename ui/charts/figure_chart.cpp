// SPDX-License-Identifier: GPL-3.0-or-later
// Axes, legend and colours of a chart.
#include "ui/charts/figure_chart.h"

#include "core/text/numbers.h"
#include "core/text/words.h"
#include "ui/charts/axis_scale.h"
#include "ui/charts/legend_item.h"
#include "ui/charts/series_item.h"
#include "ui/charts/wrapped_names.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCategoryAxis>
#include <QChart>
#include <QFont>
#include <QFontMetrics>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLegend>
#include <QPalette>
#include <QScatterSeries>
#include <QTextDocument>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace citypanel::ui {

namespace {

constexpr double sideBySide = 0.18; // between series of one category
constexpr int coloursInTurn = 8;
constexpr double lineOfName = 1.8; // heights of text that Qt wants for a name beside an axis
constexpr double linesAround = 6;  // title, axis and its title
constexpr double linesOfLegend = 3;
constexpr double roomBetweenNames = 2; // pixels
// Shares of a sheet of fixed size that names and titles of axes may take.
constexpr double widthOfNames = 0.27;
constexpr double widthOfChoices = 0.33;
constexpr double widthOfTitleBelow = 0.8;
constexpr double widthOfTitle = 0.82; // letters are bold
constexpr double heightOfTitleBeside = 0.72;
constexpr double belowPlot = 110.0;  // pixels of names, title and legend
constexpr double narrowNames = 40.0; // pixels

QString textOf(const study::Phrase& phrase, text::Language language) {
    return QString::fromStdString(text::sayCapitalised(phrase, language));
}

Range valueRange(const study::Figure& figure) {
    Range range;
    if (figure.y.referenceLine) {
        range.include(*figure.y.referenceLine);
    }
    for (const study::Series& series : figure.series) {
        if (series.role == study::SeriesRole::Bars) {
            range.include(0.0);
        }
        for (const study::Point& point : series.points) {
            range.include(point.y);
            for (const study::Interval& interval : point.intervals) {
                range.include(interval.low);
                range.include(interval.high);
            }
        }
    }
    return range;
}

Range placeRange(const study::Figure& figure) {
    Range range;
    for (const study::Series& series : figure.series) {
        for (const study::Point& point : series.points) {
            range.include(point.x);
        }
    }
    return range;
}

/// Periods: halves of them are no ticks.
bool hasWholePlaces(const study::Figure& figure) {
    return std::all_of(figure.series.begin(), figure.series.end(), [](const study::Series& series) {
        return std::all_of(series.points.begin(), series.points.end(),
                           [](const study::Point& point) {
                               return !std::isfinite(point.x) || point.x == std::floor(point.x);
                           });
    });
}

void paint(QAbstractAxis* axis, const ChartPaper& paper) {
    const QFont font = QApplication::font();
    axis->setLabelsColor(paper.text);
    axis->setLabelsFont(font);
    axis->setTitleFont(font);
    axis->setTitleBrush(paper.text);
    axis->setLinePen(QPen(paper.text, 1));
    axis->setGridLinePen(QPen(paper.grid, 1));
}

bool hasScatter(const study::Figure& figure) {
    return std::any_of(figure.series.begin(), figure.series.end(),
                       [](const study::Series& s) { return s.role == study::SeriesRole::Points; });
}

/// A name as wide as three dots at least: beside narrower ones Qt leaves no room for the title.
QString asWideAsDots(QString name) {
    const QFontMetricsF metrics(QApplication::font());
    const double least = metrics.horizontalAdvance(QStringLiteral("...")) + 2;
    while (metrics.horizontalAdvance(name) < least) {
        name.prepend(QChar(0x00A0));
    }
    return name;
}

/// An axis of numbers. Its labels are made here, not by Qt: no decimals a tick does not need, real
/// minus signs, and years as whole numbers.
QCategoryAxis* makeValueAxis(const Scale& scale, const QString& title, bool isBeside) {
    const auto [low, high, interval] = scale;
    const auto first = static_cast<int>(std::ceil(low / interval - 1e-9));
    const auto last = static_cast<int>(std::floor(high / interval + 1e-9));
    const int decimals = decimalsOf(interval);
    auto* axis = new QCategoryAxis;
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setStartValue((first - 1) * interval);
    for (int tick = first; tick <= last; ++tick) {
        const QString number = QString::fromStdString(text::fixedNumber(tick * interval, decimals));
        axis->append(isBeside ? asWideAsDots(number) : number, tick * interval);
    }
    axis->setRange(low, high);
    axis->setTitleText(title);
    return axis;
}

// Names at whole positions, the first at the top of a figure that lies down. QBarCategoryAxis would
// cut long names off.
QCategoryAxis* makeCategoryAxis(const study::Axis& axis, bool isUpright, text::Language language,
                                double nameWidth, const QString& title) {
    auto* categories = new QCategoryAxis;
    categories->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    const int count = static_cast<int>(axis.categories.size());
    double longest = 0.0;
    QTextDocument document;
    document.setDefaultFont(QApplication::font());
    categories->setRange(-0.6, std::max(count, 1) - 0.4);
    for (int i = 0; i < count; ++i) {
        QString name =
            wrappedName(textOf(axis.categories[static_cast<std::size_t>(i)], language), nameWidth);
        name = isUpright ? asWideAsDots(name) : name;
        document.setHtml(name);
        longest = std::max(longest, document.idealWidth());
        // Two equal names would be one label to Qt: an invisible space keeps them apart.
        while (categories->categoriesLabels().contains(name)) {
            name += QChar(0x200B);
        }
        categories->append(name, i);
    }
    categories->setReverse(isUpright);
    // A narrow line keeps the title away from the names; beside short ones Qt has no room for it.
    const bool hasGap = isUpright && longest > narrowNames;
    categories->setTitleText(
        hasGap ? title + QStringLiteral("<br><span style=\"font-size:3pt\">&nbsp;</span>") : title);
    return categories;
}

/// Series stand side by side where they share a category; elsewhere each stands at its tick.
bool shareCategories(const study::Figure& figure) {
    std::set<double> taken;
    for (const study::Series& series : figure.series) {
        std::set<double> own;
        for (const study::Point& point : series.points) {
            own.insert(point.x);
        }
        for (const double place : own) {
            if (!taken.insert(place).second) {
                return true;
            }
        }
    }
    return false;
}

/// Rows of named choices, each marked where it holds: one colour, names on the axis.
bool isChoiceMatrix(const study::Figure& figure) {
    return figure.x.kind == study::AxisKind::Value && figure.y.kind == study::AxisKind::Categories;
}

bool hasSurface(const study::Figure& figure) {
    return std::any_of(figure.series.begin(), figure.series.end(),
                       [](const study::Series& s) { return s.role == study::SeriesRole::Surface; });
}

std::vector<DrawnSeries> addSeries(QChart& chart, const study::Figure& figure, QAbstractAxis* x,
                                   QAbstractAxis* y, const ChartPaper& paper) {
    std::vector<DrawnSeries> drawn;
    const int count = static_cast<int>(figure.series.size());
    const bool isMatrix = isChoiceMatrix(figure);
    const bool areSideBySide =
        figure.x.kind == study::AxisKind::Categories && shareCategories(figure);
    int number = 0; // of the colour and shape
    for (int i = 0; i < count; ++i) {
        const study::Series& series = figure.series[static_cast<std::size_t>(i)];
        auto* anchor = new QScatterSeries; // without points: it maps values to positions
        // A series without a name belongs to the one before it: the line through its points.
        const bool isContinued = series.name.isEmpty() && i > 0;
        number += isContinued || i == 0 || isMatrix ? 0 : 1;
        chart.addSeries(anchor);
        anchor->attachAxis(x);
        anchor->attachAxis(y);
        const bool isLine = series.role == study::SeriesRole::Line;
        const double shift = areSideBySide && !isLine ? (i - (count - 1) / 2.0) * sideBySide : 0.0;
        drawn.push_back({series, anchor, paper.seriesColour(number), number, shift, isMatrix});
    }
    return drawn;
}

std::vector<LegendEntry> legendEntries(const std::vector<DrawnSeries>& drawn,
                                       text::Language language) {
    std::vector<LegendEntry> entries;
    for (const DrawnSeries& one : drawn) {
        // A series without a name belongs to the one before it.
        const bool isContinued = one.series.name.isEmpty() && !entries.empty();
        if (!isContinued && one.series.role != study::SeriesRole::Cells) {
            entries.push_back(
                {textOf(one.series.name, language), one.colour, one.shape, one.series.role});
        }
    }
    return entries;
}

} // namespace

ChartPaper ChartPaper::ofTheme() {
    const QPalette palette = QApplication::palette();
    ChartPaper paper{palette.color(QPalette::Base), palette.color(QPalette::Text),
                     colour(ColourRole::Border)};
    for (int i = 0; i < coloursInTurn; ++i) {
        paper.series.push_back(ui::seriesColour(i));
    }
    return paper;
}

ChartPaper ChartPaper::white(report::Palette palette) {
    ChartPaper paper{Qt::white, Qt::black, QColor(0xdd, 0xdd, 0xdd)};
    // Okabe and Ito (2008), the yellow darkened for white paper; greys by equal steps of lightness.
    static constexpr std::array<QRgb, coloursInTurn> colours{0xff0072b2, 0xffd55e00, 0xff009e73,
                                                             0xffcc79a7, 0xffe69f00, 0xff56b4e9,
                                                             0xff8a7f00, 0xff000000};
    static constexpr std::array<QRgb, 4> greys{0xff000000, 0xff777777, 0xff444444, 0xffaaaaaa};
    if (palette == report::Palette::Grey) {
        paper.series.assign(greys.begin(), greys.end());
    } else {
        paper.series.assign(colours.begin(), colours.end());
    }
    return paper;
}

bool isLyingDown(const study::Figure& figure) {
    return figure.x.kind == study::AxisKind::Categories &&
           std::all_of(figure.series.begin(), figure.series.end(), [](const study::Series& s) {
               return s.role == study::SeriesRole::Estimates ||
                      s.role == study::SeriesRole::Points || s.role == study::SeriesRole::Bars;
           });
}

int leastChartHeight(const study::Figure& figure, text::Language language, const QSizeF& size) {
    const bool isMatrix = isChoiceMatrix(figure);
    if (!isLyingDown(figure) && !isMatrix) {
        return 0;
    }
    const std::vector<study::Phrase>& categories =
        isMatrix ? figure.y.categories : figure.x.categories;
    const double width = (isMatrix ? widthOfChoices : widthOfNames) * size.width();
    const double line = QFontMetrics(QApplication::font()).height();
    // Qt measures a name as a document: characters of another font than the first make it higher.
    double ofName = lineOfName * line;
    QTextDocument document;
    document.setDefaultFont(QApplication::font());
    for (const study::Phrase& category : categories) {
        document.setHtml(wrappedName(textOf(category, language), width));
        ofName = std::max(ofName, document.size().height() + roomBetweenNames);
    }
    const double around =
        linesAround + (figure.series.size() > 1 && !isMatrix ? linesOfLegend : 0.0);
    // The axis reaches a little beyond the first and the last name.
    return static_cast<int>(ofName * (static_cast<double>(categories.size()) + 0.2) +
                            around * line);
}

std::unique_ptr<QChart> makeChart(const study::Figure& figure, text::Language language,
                                  const ChartPaper& paper) {
    auto chart = std::make_unique<QChart>();
    const bool lies = isLyingDown(figure);
    chart->setBackgroundBrush(paper.background);
    chart->setBackgroundRoundness(0);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setMargins(QMargins(6, 4, 12, 4));
    const double besideScale = hasSurface(figure) ? SeriesItem::scaleWidth : 0.0;
    chart->setTitle(paper.hasTitle ? wrappedName(textOf(figure.title, language),
                                                 widthOfTitle * (paper.size.width() - besideScale))
                                   : QString());
    QFont titleFont = QApplication::font();
    titleFont.setBold(true);
    chart->setTitleFont(titleFont);
    chart->setTitleBrush(paper.text);

    const bool isMatrix = isChoiceMatrix(figure);
    const double nameWidth = (isMatrix ? widthOfChoices : widthOfNames) * paper.size.width();
    const auto titleOf = [&](const study::Axis& axis, bool isBeside) {
        return wrappedName(textOf(axis.title, language),
                           isBeside ? std::min(heightOfTitleBeside * paper.size.height(),
                                               paper.size.height() - belowPlot)
                                    : (lies ? 1.0 - widthOfNames : 1.0) * widthOfTitleBelow *
                                          paper.size.width());
    };
    const QString valueTitle = titleOf(figure.y, !lies);
    const QString placeTitle = titleOf(figure.x, lies);
    QAbstractAxis* values =
        isMatrix ? makeCategoryAxis(figure.y, true, language, nameWidth, valueTitle)
                 : makeValueAxis(scaleOf(valueRange(figure), false, hasScatter(figure)), valueTitle,
                                 !lies);
    QAbstractAxis* places =
        figure.x.kind == study::AxisKind::Categories
            ? makeCategoryAxis(figure.x, lies, language, nameWidth, placeTitle)
            : makeValueAxis(scaleOf(placeRange(figure), hasWholePlaces(figure), hasScatter(figure)),
                            placeTitle, lies);
    chart->addAxis(places, lies ? Qt::AlignLeft : Qt::AlignBottom);
    chart->addAxis(values, lies ? Qt::AlignBottom : Qt::AlignLeft);
    for (QAbstractAxis* axis : {values, places}) {
        paint(axis, paper);
    }
    if (lies) {
        places->setGridLineVisible(false);
    }
    if (hasSurface(figure)) {
        chart->setMargins(chart->margins() + QMargins(0, 0, SeriesItem::scaleWidth, 0));
    }

    std::vector<DrawnSeries> drawn =
        addSeries(*chart, figure, lies ? values : places, lies ? places : values, paper);
    chart->legend()->hide();
    if (drawn.size() > 1 && !isMatrix) {
        new LegendItem(chart.get(), legendEntries(drawn, language),
                       paper.text); // the chart's child
    }
    if (!drawn.empty()) {
        auto* item = new SeriesItem(chart.get(), std::move(drawn), lies);
        if (figure.y.referenceLine) {
            item->setReferenceLine(*figure.y.referenceLine, paper.text);
        }
        if (figure.x.referenceLine) {
            item->setPlaceLine(*figure.x.referenceLine);
        }
    }
    return chart;
}

} // namespace citypanel::ui
