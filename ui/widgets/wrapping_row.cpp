// SPDX-License-Identifier: GPL-3.0-or-later
// Breaking a row into lines.
#include "ui/widgets/wrapping_row.h"

#include <QHBoxLayout>
#include <QWidget>

#include <algorithm>

namespace citypanel::ui {

WrappingRow::WrappingRow(QWidget* parent) : QLayout(parent) {
    setSpacing(6);
}

WrappingRow::~WrappingRow() {
    // Not over items_: a row within, as it goes, takes itself out of them.
    while (const QLayoutItem* item = takeAt(0)) {
        delete item;
    }
}

void WrappingRow::addTogether(std::initializer_list<QWidget*> widgets) {
    auto* group = new QHBoxLayout;
    for (QWidget* widget : widgets) {
        group->addWidget(widget);
    }
    addChildLayout(group);
    addItem(group);
}

void WrappingRow::addStretch() {
    stretchAt_ = count();
}

void WrappingRow::addItem(QLayoutItem* item) {
    items_.push_back(item);
}

int WrappingRow::count() const {
    return static_cast<int>(items_.size());
}

QLayoutItem* WrappingRow::itemAt(int index) const {
    return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* WrappingRow::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item != nullptr) {
        items_.erase(items_.begin() + index);
    }
    return item;
}

Qt::Orientations WrappingRow::expandingDirections() const {
    return {};
}

bool WrappingRow::hasHeightForWidth() const {
    return true;
}

int WrappingRow::heightForWidth(int width) const {
    const QMargins margins = contentsMargins();
    int height = margins.top() + margins.bottom();
    const std::vector<Line> lines = linesAt(width - margins.left() - margins.right());
    for (const Line& line : lines) {
        height += line.height;
    }
    return height + std::max(0, static_cast<int>(lines.size()) - 1) * spacing();
}

QSize WrappingRow::sizeHint() const {
    const QMargins margins = contentsMargins();
    int width = margins.left() + margins.right();
    int height = 0;
    for (const Line& line : linesAt(QWIDGETSIZE_MAX)) {
        width += line.width;
        height = line.height + margins.top() + margins.bottom();
    }
    return {width, height};
}

QSize WrappingRow::minimumSize() const {
    const QMargins margins = contentsMargins();
    QSize least;
    for (const QLayoutItem* item : items_) {
        least = item->isEmpty() ? least : least.expandedTo(item->minimumSize());
    }
    return least.grownBy(margins);
}

void WrappingRow::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    const QRect room = rect.marginsRemoved(contentsMargins());
    int top = room.top();
    for (const Line& line : linesAt(room.width())) {
        place(line, top, room);
        top += line.height + spacing();
    }
}

std::vector<WrappingRow::Line> WrappingRow::linesAt(int width) const {
    std::vector<Line> lines;
    for (int i = 0; i < count(); ++i) {
        if (itemAt(i)->isEmpty()) {
            continue; // hidden
        }
        const QSize size = itemAt(i)->sizeHint();
        if (lines.empty() || lines.back().width + spacing() + size.width() > width) {
            lines.push_back({.from = i, .to = i + 1, .width = size.width(), .height = 0});
        } else {
            lines.back().to = i + 1;
            lines.back().width += spacing() + size.width();
        }
        lines.back().height = std::max(lines.back().height, size.height());
    }
    return lines;
}

void WrappingRow::place(const Line& line, int top, const QRect& room) {
    const bool isRightToLeft =
        parentWidget() != nullptr && parentWidget()->layoutDirection() == Qt::RightToLeft;
    int left = room.left();
    bool isAtEnd = false;
    for (int i = line.from; i < line.to; ++i) {
        QLayoutItem* item = itemAt(i);
        if (item->isEmpty()) {
            continue;
        }
        if (stretchAt_ >= 0 && i >= stretchAt_ && !isAtEnd) {
            isAtEnd = true;
            left += std::max(0, room.width() - line.width);
        }
        const QSize size = item->sizeHint();
        const int width = std::min(size.width(), room.width());
        QRect at(left, top + (line.height - size.height()) / 2, width, size.height());
        if (isRightToLeft) {
            at.moveLeft(room.left() + room.right() - at.right());
        }
        item->setGeometry(at);
        left += width + spacing();
    }
}

} // namespace citypanel::ui
