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
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
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

void OriginLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    int x = 0;
    const QStringList shown = texts();
    for (qsizetype kind = 0; kind < shown.size(); ++kind) {
        if (shown[kind].isEmpty()) {
            continue;
        }
        const QRect box(x, (height() - chip) / 2, chip, chip);
        painter.fillRect(box, colour(*originColour(static_cast<int>(kind))));
        painter.setPen(colour(ColourRole::Border).darker(120));
        painter.drawRect(box);
        painter.setPen(palette().color(QPalette::WindowText));
        const int width = fontMetrics().horizontalAdvance(shown[kind]);
        painter.drawText(QRect(x + chip + gap, 0, width + 2, height()), Qt::AlignVCenter,
                         shown[kind]);
        x += chip + gap + width + between;
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
