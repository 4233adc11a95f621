// SPDX-License-Identifier: GPL-3.0-or-later
// An icon engine that tints an SVG at painting time.
#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace citypanel::ui {

namespace {

QColor inkOf(QIcon::Mode mode) {
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::WindowText);
}

class TintedEngine final : public QIconEngine {
public:
    explicit TintedEngine(QString name) : name_(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name_));
        if (!file.open(QIODevice::ReadOnly)) {
            return;
        }
        const QColor ink = inkOf(mode);
        QByteArray svg = file.readAll();
        svg.replace("currentColor", ink.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        painter->save();
        painter->setOpacity(painter->opacity() * static_cast<double>(ink.alphaF()));
        renderer.render(painter, rect);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        const QString key = QStringLiteral("citypanel-icon/%1/%2/%3/%4")
                                .arg(name_)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(inkOf(mode).name(QColor::HexArgb));
        QPixmap result;
        if (!QPixmapCache::find(key, &result)) {
            result = QPixmap(size);
            result.fill(Qt::transparent);
            QPainter painter(&result);
            paint(&painter, QRect(QPoint(0, 0), size), mode, state);
            QPixmapCache::insert(key, result);
        }
        return result;
    }

    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }

    QIconEngine* clone() const override { return new TintedEngine(*this); }

    bool isNull() override { return false; }

private:
    QString name_;
};

} // namespace

QIcon icon(const char* name) {
    return QIcon(new TintedEngine(QString::fromLatin1(name)));
}

} // namespace citypanel::ui
