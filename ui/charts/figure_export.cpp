// SPDX-License-Identifier: GPL-3.0-or-later
// Rendering of a chart to files.
#include "ui/charts/figure_export.h"

#include "ui/charts/figure_chart.h"

#include <QBuffer>
#include <QChart>
#include <QFileInfo>
#include <QGraphicsScene>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace citypanel::ui {

namespace {

constexpr double screenDpi = 96.0;
constexpr int fileDpi = 300;
constexpr double millimetresPerInch = 25.4;

// The chart laid out at screen resolution, so that text has its size in points.
class Sheet {
public:
    Sheet(const study::Figure& figure, text::Language language, QSizeF millimetres)
        : area_(QPointF(0, 0), millimetres / millimetresPerInch * screenDpi) {
        QChart* chart = makeChart(figure, language, ChartPaper::white()).release();
        scene_.addItem(chart);
        chart->resize(area_.size());
        scene_.setSceneRect(area_);
    }

    [[nodiscard]] QRectF area() const { return area_; }

    void render(QPaintDevice& device, const QRectF& target) {
        QPainter painter(&device);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.fillRect(target, Qt::white);
        scene_.render(&painter, target, area_);
    }

private:
    QRectF area_;
    QGraphicsScene scene_;
};

QByteArray svgOf(Sheet& sheet, const QString& title) {
    QBuffer buffer;
    QSvgGenerator device;
    device.setOutputDevice(&buffer);
    device.setResolution(static_cast<int>(screenDpi));
    device.setSize(sheet.area().size().toSize());
    device.setViewBox(sheet.area());
    device.setTitle(title);
    sheet.render(device, sheet.area());
    return buffer.data();
}

QByteArray pdfOf(Sheet& sheet, QSizeF millimetres) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter device(&buffer);
    device.setPageSize(QPageSize(millimetres, QPageSize::Millimeter));
    device.setPageMargins(QMarginsF(0, 0, 0, 0));
    device.setResolution(fileDpi);
    device.setCreator(QStringLiteral("CityPanel"));
    sheet.render(device, QRectF(0, 0, device.width(), device.height()));
    return buffer.data();
}

QByteArray pngOf(Sheet& sheet, QSizeF millimetres) {
    QImage image((millimetres / millimetresPerInch * fileDpi).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(fileDpi * 1000 / millimetresPerInch));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    sheet.render(image, QRectF(QPointF(0, 0), QSizeF(image.size())));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

Status exportFigure(const study::Figure& figure, text::Language language, const QString& path,
                    QSizeF size) {
    const QString ending = QFileInfo(path).suffix().toLower();
    Sheet sheet(figure, language, size);
    QByteArray bytes;
    if (ending == QLatin1String("svg")) {
        bytes = svgOf(sheet, QString::fromStdString(figure.key));
    } else if (ending == QLatin1String("pdf")) {
        bytes = pdfOf(sheet, size);
    } else if (ending == QLatin1String("png")) {
        bytes = pngOf(sheet, size);
    } else {
        return Problem{.code = ProblemCode::FileFormatUnknown,
                       .place = {.file = path.toStdString()},
                       .found = ending.toStdString(),
                       .expected = "svg, pdf, png"};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Problem{.code = ProblemCode::FileUnwritable,
                       .place = {.file = path.toStdString()},
                       .found = file.errorString().toStdString()};
    }
    return {};
}

} // namespace citypanel::ui
