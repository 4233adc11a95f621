// SPDX-License-Identifier: GPL-3.0-or-later
// Breaking the text into lines and cutting the last.
#include "ui/widgets/few_lines_label.h"

#include <QPainter>
#include <QTextLayout>

namespace citypanel::ui {

FewLinesLabel::FewLinesLabel(int mostLines, QWidget* parent)
    : QLabel(parent), mostLines_(mostLines) {
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
}

void FewLinesLabel::setWholeText(const QString& text) {
    setText(text);
    setToolTip(text);
    updateGeometry();
}

QStringList FewLinesLabel::lines(int width) const {
    QStringList shown;
    for (const QString& paragraph : text().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        QTextLayout layout(paragraph, font());
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            if (shown.size() == mostLines_) {
                // More follows: the last line shown takes what it can and says so.
                shown.last() = fontMetrics().elidedText(shown.last() + QStringLiteral(" …"),
                                                        Qt::ElideRight, width);
                return shown;
            }
            shown.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
        }
    }
    return shown;
}

QSize FewLinesLabel::sizeHint() const {
    const int width = fontMetrics().averageCharWidth() * 30;
    return {width, heightForWidth(width)};
}

QSize FewLinesLabel::minimumSizeHint() const {
    return {0, fontMetrics().height()};
}

int FewLinesLabel::heightForWidth(int width) const {
    return static_cast<int>(lines(width).size()) * fontMetrics().height() + 2;
}

void FewLinesLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    int top = 0;
    for (const QString& line : lines(width())) {
        painter.drawText(QRect(0, top, width(), fontMetrics().height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, line);
        top += fontMetrics().height();
    }
}

} // namespace citypanel::ui
