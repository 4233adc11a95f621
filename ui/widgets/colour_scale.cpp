// SPDX-License-Identifier: GPL-3.0-or-later
// Anchors of the scale, and the straight lines between them.
#include "ui/widgets/colour_scale.h"

#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace citypanel::ui {

QColor viridis(double share) {
    static const std::array<QColor, 9> anchors{
        QColor(0x44, 0x01, 0x54), QColor(0x47, 0x2d, 0x7b), QColor(0x3b, 0x52, 0x8b),
        QColor(0x2c, 0x72, 0x8e), QColor(0x21, 0x91, 0x8c), QColor(0x28, 0xae, 0x80),
        QColor(0x5e, 0xc9, 0x62), QColor(0xad, 0xdc, 0x30), QColor(0xfd, 0xe7, 0x25)};
    const double at = std::clamp(share, 0.0, 1.0) * (anchors.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(at), anchors.size() - 2);
    const double rest = at - static_cast<double>(below);
    const auto mixed = [&](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * rest));
    };
    const QColor& a = anchors[below];
    const QColor& b = anchors[below + 1];
    return {mixed(a.red(), b.red()), mixed(a.green(), b.green()), mixed(a.blue(), b.blue())};
}

QColor textOn(const QColor& background) {
    constexpr int middle = 140;
    return qGray(background.rgb()) > middle ? QColor(Qt::black) : QColor(Qt::white);
}

ColourScaleBar::ColourScaleBar(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("colourScale"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ColourScaleBar::setTexts(const QString& lowest, const QString& highest,
                              const QString& missing) {
    lowest_ = lowest;
    highest_ = highest;
    missing_ = missing;
    setAccessibleName(QStringLiteral("%1 – %2").arg(lowest, highest));
    update();
}

QSize ColourScaleBar::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() + 10};
}

void ColourScaleBar::paintEvent(QPaintEvent*) {
    constexpr int stripWidth = 160;
    constexpr int space = 8;
    constexpr int box = 14;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    int x = 10;
    const auto say = [&](const QString& text) {
        const int width = fontMetrics().horizontalAdvance(text) + 2;
        painter.drawText(QRect(x, 0, width, height()), Qt::AlignVCenter, text);
        x += width + space;
    };
    const int top = (height() - box) / 2;
    say(lowest_);
    for (int i = 0; i < stripWidth; ++i) {
        painter.fillRect(QRect(x + i, top, 1, box), viridis(i / (stripWidth - 1.0)));
    }
    x += stripWidth + space;
    say(highest_);
    x += 2 * space;
    painter.fillRect(QRect(x, top, box, box), palette().base());
    painter.fillRect(QRect(x, top, box, box), QBrush(colour(ColourRole::Muted), Qt::BDiagPattern));
    x += box + space;
    say(missing_);
}

} // namespace citypanel::ui
