// SPDX-License-Identifier: GPL-3.0-or-later
// Rendering of a chart to files.
#include "ui/charts/figure_export.h"

#include "core/report/atomic_file.h"
#include "core/report/figure_csv.h"
#include "ui/charts/figure_chart.h"

#include <QBuffer>
#include <QChart>
#include <QFileInfo>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace citypanel::ui {

namespace {

constexpr double screenDpi = 96.0;
constexpr int pdfDpi = 300; // of coordinates; what is drawn is vectors
constexpr int leastDpi = 72;
constexpr int mostDpi = 2400;
constexpr double millimetresPerInch = 25.4;

/// Text of narrow figures is smaller, down to 7 points, as journals allow: names have more room.
double textScale(double widthMm) {
    constexpr double fullFrom = 130.0;
    constexpr double smallest = 0.7;
    return std::clamp(widthMm / fullFrom, smallest, 1.0);
}

// The chart laid out at screen resolution, so that text has its size in points, or on a larger
// sheet that is made smaller.
class Sheet {
public:
    Sheet(const study::Figure& figure, text::Language language, const report::FigureStyle& style)
        : size_(style.widthMm(), style.heightMm())
        , area_(QPointF(0, 0),
                size_ / millimetresPerInch * screenDpi / textScale(style.widthMm())) {
        ChartPaper paper = ChartPaper::white(style.palette);
        paper.hasTitle = style.hasTitle;
        // Taller than wished rather than without its names.
        const double least = leastChartHeight(figure, language, area_.size());
        if (area_.height() < least) {
            size_.setHeight(size_.height() * least / area_.height());
            area_.setHeight(least);
        }
        paper.size = area_.size();
        QChart* chart = makeChart(figure, language, paper).release();
        scene_.addItem(chart);
        chart->resize(area_.size());
        // The legend has taken its margin for this size; without events nobody lays the plot out
        // again.
        chart->layout()->invalidate();
        chart->layout()->activate();
        scene_.setSceneRect(area_);
    }

    [[nodiscard]] QSizeF millimetres() const { return size_; }

    [[nodiscard]] QRectF area() const { return area_; }

    void render(QPaintDevice& device, const QRectF& target) {
        QPainter painter(&device);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.fillRect(target, Qt::white);
        scene_.render(&painter, target, area_);
    }

private:
    QSizeF size_;
    QRectF area_;
    QGraphicsScene scene_;
};

/// Chinese of a reader whose programs lack our font: in a plain typeface, not in any that comes
/// first.
QByteArray withTypefaces(QByteArray svg) {
    static const QByteArray mark("font-family=\"");
    static const QByteArray others(", 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', "
                                   "'SimHei', sans-serif");
    for (qsizetype at = svg.indexOf(mark); at >= 0; at = svg.indexOf(mark, at)) {
        at = svg.indexOf('"', at + mark.size());
        svg.insert(at, others);
        at += others.size();
    }
    return svg;
}

QByteArray svgOf(Sheet& sheet, const QString& title) {
    QBuffer buffer;
    QSvgGenerator device;
    device.setOutputDevice(&buffer);
    device.setResolution(static_cast<int>(screenDpi));
    device.setSize((sheet.millimetres() / millimetresPerInch * screenDpi).toSize());
    device.setViewBox(sheet.area());
    device.setTitle(title);
    sheet.render(device, sheet.area());
    return withTypefaces(buffer.data());
}

/// Qt writes the time; a fixed one of the same length keeps the file's table of offsets right.
QByteArray withoutTime(QByteArray pdf) {
    static const QByteArray mark("/CreationDate (D:");
    static const QByteArray fixed("20000101000000");
    const qsizetype at = pdf.indexOf(mark);
    return at < 0 ? pdf : pdf.replace(at + mark.size(), fixed.size(), fixed);
}

QByteArray pdfOf(Sheet& sheet) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter device(&buffer);
    device.setPageSize(QPageSize(sheet.millimetres(), QPageSize::Millimeter));
    device.setPageMargins(QMarginsF(0, 0, 0, 0));
    device.setResolution(pdfDpi);
    device.setCreator(QStringLiteral("CityPanel"));
    sheet.render(device, QRectF(0, 0, device.width(), device.height()));
    return withoutTime(buffer.data());
}

QByteArray pngOf(Sheet& sheet, int wantedDpi) {
    const int dpi = std::clamp(wantedDpi, leastDpi, mostDpi);
    QImage image((sheet.millimetres() / millimetresPerInch * dpi).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(std::lround(dpi * 1000 / millimetresPerInch)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    sheet.render(image, QRectF(QPointF(0, 0), QSizeF(image.size())));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

Result<QByteArray> figureBytes(const study::Figure& figure, text::Language language,
                               const QString& format, const report::FigureStyle& style) {
    if (format == QLatin1String("csv")) {
        return report::figureCsv(figure, language);
    }
    Sheet sheet(figure, language, style);
    if (format == QLatin1String("svg")) {
        return svgOf(sheet, QString::fromStdString(figure.key));
    }
    if (format == QLatin1String("pdf")) {
        return pdfOf(sheet);
    }
    if (format == QLatin1String("png")) {
        return pngOf(sheet, style.dpi);
    }
    return Problem{.code = ProblemCode::FileFormatUnknown,
                   .found = format.toStdString(),
                   .expected = "svg, pdf, png, csv"};
}

Result<report::Picture> pictureOf(const study::Figure& figure, text::Language language,
                                  const report::FigureStyle& style) {
    report::FigureStyle untitled = style;
    untitled.hasTitle = false;
    Sheet sheet(figure, language, untitled);
    return report::Picture{.png = pngOf(sheet, style.dpi),
                           .svg = svgOf(sheet, QString::fromStdString(figure.key)),
                           .pdf = pdfOf(sheet),
                           .widthMm = sheet.millimetres().width(),
                           .heightMm = sheet.millimetres().height()};
}

Status exportFigure(const study::Figure& figure, text::Language language, const QString& path,
                    const report::FigureStyle& style) {
    const QFileInfo file(path);
    const auto bytes = figureBytes(figure, language, file.suffix().toLower(), style);
    if (!bytes) {
        return located(bytes.error(), {.file = file.fileName().toStdString()});
    }
    return report::writeAtomically(path, *bytes);
}

} // namespace citypanel::ui
