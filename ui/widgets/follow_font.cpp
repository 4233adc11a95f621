// SPDX-License-Identifier: GPL-3.0-or-later
// Filters that hear of another font.
#include "ui/widgets/follow_font.h"

#include <QEvent>
#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace citypanel::ui {

namespace {

constexpr std::chrono::milliseconds fontSettled{200}; ///< when every part has heard of a font

class FontFilter final : public QObject {
public:
    FontFilter(QWidget* widget, std::function<void()> fit) : QObject(widget), fit_(std::move(fit)) {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::FontChange && watched == parent()) {
            fit_();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> fit_;
};

/// Columns whose width is the table's or a person's choice; the others fit themselves.
void scaleColumns(QHeaderView* header, double factor) {
    for (int column = 0; column < header->count(); ++column) {
        const QHeaderView::ResizeMode mode = header->sectionResizeMode(column);
        const bool isLast = header->visualIndex(column) == header->count() - 1;
        if ((mode == QHeaderView::Interactive || mode == QHeaderView::Fixed) &&
            !(isLast && header->stretchLastSection())) {
            header->resizeSection(column, qRound(factor * header->sectionSize(column)));
        }
    }
}

} // namespace

void followFont(QWidget* widget, std::function<void()> fit) {
    fit();
    new FontFilter(widget, std::move(fit));
}

void followFont(QTableView* table, int room) {
    const auto line = [table] { return table->fontMetrics().height(); };
    followFont(table, [table, line, room, before = line()]() mutable {
        table->verticalHeader()->setDefaultSectionSize(line() + room);
        if (line() != before) {
            scaleColumns(table->horizontalHeader(), static_cast<double>(line()) / before);
            before = line();
        }
    });
}

void keepShares(QSplitter* splitter, const QList<int>& sizes) {
    auto isMoved = std::make_shared<bool>(false);
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter, [isMoved] { *isMoved = true; });
    followFont(splitter, [splitter, sizes, isMoved, isFirst = true]() mutable {
        if (std::exchange(isFirst, false)) {
            splitter->setSizes(sizes);
            return;
        }
        QTimer::singleShot(fontSettled, splitter, [splitter, sizes, isMoved] {
            if (!*isMoved) {
                splitter->setSizes(sizes);
            }
        });
    });
}

void fitColumns(QTableView* table) {
    table->resizeColumnsToContents();
    const QFontMetrics metrics = table->fontMetrics();
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        // Short contents leave no room for the header, whose margins the size hint does not know.
        const QString header = table->model()->headerData(column, Qt::Horizontal).toString();
        const bool isSorted = table->horizontalHeader()->isSortIndicatorShown();
        const int room = (isSorted ? 2 : 1) * metrics.height();
        table->setColumnWidth(
            column, std::max(table->columnWidth(column), metrics.horizontalAdvance(header) + room));
    }
}

} // namespace citypanel::ui
