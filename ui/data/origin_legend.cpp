// SPDX-License-Identifier: GPL-3.0-or-later
// Chips of colour with the name and number of cells of each origin.
#include "ui/data/origin_legend.h"

#include "ui/data/panel_grid.h"
#include "ui/models/words.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>

namespace citypanel::ui {

namespace {

constexpr int chip = 12;
constexpr int gap = 6;
constexpr int between = 18;

} // namespace

OriginLegend::OriginLegend(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("originLegend"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void OriginLegend::setPanel(const Panel& panel) {
    counts_.fill(0);
    for (const Variable& variable : panel.columns()) {
        for (std::size_t kind = 0; kind < counts_.size(); ++kind) {
            if (originColour(static_cast<int>(kind))) {
                counts_[kind] += variable.origins().count(static_cast<OriginKind>(kind));
            }
        }
    }
    retranslate();
}

void OriginLegend::retranslate() {
    setAccessibleName(texts().join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize OriginLegend::sizeHint() const {
    int width = 0;
    for (const QString& text : texts()) {
        if (!text.isEmpty()) {
            width += chip + gap + fontMetrics().horizontalAdvance(text) + between;
        }
    }
    return {width, fontMetrics().height() + 4};
}

int OriginLegend::heightForWidth(int width) const {
    const std::vector<QRect> places = placesIn(width);
    return places.empty() ? sizeHint().height() : places.back().bottom() + 1;
}

QSize OriginLegend::minimumSizeHint() const {
    return {0, sizeHint().height()};
}

std::vector<QRect> OriginLegend::placesIn(int width) const {
    std::vector<QRect> places;
    const int height = fontMetrics().height() + 4;
    int x = 0;
    int y = 0;
    for (const QString& text : texts()) {
        const int needed = text.isEmpty() ? 0 : chip + gap + fontMetrics().horizontalAdvance(text);
        if (needed > 0 && x > 0 && x + needed > width) {
            x = 0;
            y += height;
        }
        places.emplace_back(x, y, needed, height);
        x += needed > 0 ? needed + between : 0;
    }
    return places;
}

void OriginLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QStringList shown = texts();
    const std::vector<QRect> places = placesIn(width());
    for (qsizetype kind = 0; kind < shown.size(); ++kind) {
        const QRect place = places[static_cast<std::size_t>(kind)];
        if (shown[kind].isEmpty()) {
            continue;
        }
        const QRect box(place.left(), place.top() + (place.height() - chip) / 2, chip, chip);
        painter.fillRect(box, colour(*originColour(static_cast<int>(kind))));
        painter.setPen(colour(ColourRole::Border).darker(120));
        painter.drawRect(box);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(place.adjusted(chip + gap, 0, 2, 0), Qt::AlignVCenter, shown[kind]);
    }
}

QStringList OriginLegend::texts() const {
    QStringList list;
    for (std::size_t kind = 0; kind < counts_.size(); ++kind) {
        list.append(counts_[kind] == 0
                        ? QString()
                        : QStringLiteral("%1 %2").arg(
                              originKindName(static_cast<OriginKind>(kind)),
                              QLocale().toString(static_cast<qulonglong>(counts_[kind]))));
    }
    return list;
}

} // namespace citypanel::ui
