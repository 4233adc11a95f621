// SPDX-License-Identifier: GPL-3.0-or-later
// Painting of the cells, sizes, keys.
#include "ui/data/matrix_view.h"

#include "ui/data/copy_cells.h"
#include "ui/data/panel_grid.h"
#include "ui/widgets/colour_scale.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int lowestRow = 3;
constexpr int characters = 11;

class MatrixDelegate final : public QStyledItemDelegate {
public:
    explicit MatrixDelegate(const MatrixView* view, QObject* parent)
        : QStyledItemDelegate(parent), view_(view) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        if (!view_->isHeat()) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        const QVariant share = index.data(MatrixModel::ShareRole);
        if (share.isValid()) {
            painter->fillRect(option.rect, viridis(share.toDouble()));
        } else {
            // Missing is told by a pattern, not by a colour of the scale.
            painter->fillRect(option.rect, option.palette.base());
            painter->fillRect(option.rect, QBrush(colour(ColourRole::Muted), Qt::BDiagPattern));
        }
        if (option.state & QStyle::State_Selected) {
            painter->setPen(QPen(option.palette.color(QPalette::WindowText), 1));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(MatrixModel::IsMissingRole).toBool()) {
            option->text = QStringLiteral("·");
            option->palette.setColor(QPalette::Text, colour(ColourRole::Muted));
        } else if (const auto role =
                       originColour(index.data(MatrixModel::OriginKindRole).toInt())) {
            option->backgroundBrush = colour(*role);
        }
    }

private:
    const MatrixView* view_;
};

/// Names of the rows; where rows are lower than a line, those of so many rows as there is room for.
class MatrixHeader final : public QHeaderView {
public:
    explicit MatrixHeader(QWidget* parent) : QHeaderView(Qt::Vertical, parent) {
        setSectionsClickable(true);
        setHighlightSections(true);
    }

    [[nodiscard]] QSize sizeHint() const override {
        if (!areRowsLow()) {
            return QHeaderView::sizeHint();
        }
        int width = 0;
        for (int row = 0; row < count(); ++row) {
            width = std::max(width, fontMetrics().horizontalAdvance(nameOf(row)));
        }
        return {width + 10, 0};
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        if (!areRowsLow()) {
            QHeaderView::paintEvent(event);
            return;
        }
        QPainter painter(viewport());
        painter.setPen(palette().color(QPalette::WindowText));
        const int line = fontMetrics().height();
        const int step = (line + defaultSectionSize() - 1) / defaultSectionSize();
        for (int row = 0; row < count(); row += step) {
            const int y = sectionViewportPosition(row);
            if (y + line > 0 && y < viewport()->height()) {
                painter.drawText(QRect(4, y, width() - 8, line), Qt::AlignVCenter, nameOf(row));
            }
        }
    }

private:
    [[nodiscard]] bool areRowsLow() const {
        return count() > 0 && defaultSectionSize() < fontMetrics().height();
    }

    [[nodiscard]] QString nameOf(int row) const {
        return model()->headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    }
};

} // namespace

MatrixView::MatrixView(QWidget* parent) : QTableView(parent), model_(new MatrixModel(this)) {
    setObjectName(QStringLiteral("matrixView"));
    setVerticalHeader(new MatrixHeader(this));
    setModel(model_);
    setItemDelegate(new MatrixDelegate(this, this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->setMinimumSectionSize(lowestRow);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fit();
}

void MatrixView::setVariable(const citypanel::Panel& panel, const QString& name) {
    const QModelIndex before = currentIndex();
    model_->setVariable(panel, name);
    if (before.row() < model_->rowCount() && before.column() < model_->columnCount()) {
        setCurrentIndex(model_->index(before.row(), before.column()));
    }
    fit();
}

void MatrixView::setHeat(bool isHeat) {
    isHeat_ = isHeat;
    setShowGrid(!isHeat);
    fit();
    viewport()->update();
}

void MatrixView::showRow(std::size_t panelRow) {
    const QModelIndex index = model_->indexOf(panelRow);
    if (index.isValid() && index != currentIndex()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void MatrixView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    }
}

void MatrixView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copyCells(*this);
        return;
    }
    QTableView::keyPressEvent(event);
}

void MatrixView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

void MatrixView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (const auto row = model_->panelRow(current)) {
        Q_EMIT rowChosen(*row);
    }
}

void MatrixView::fit() {
    const int full = fontMetrics().height() + 7;
    const int rows = std::max(1, model_->rowCount());
    const int height = isHeat_ ? std::clamp(viewport()->height() / rows, lowestRow, full) : full;
    verticalHeader()->setDefaultSectionSize(height);
    updateGeometries();
    horizontalHeader()->setSectionResizeMode(isHeat_ ? QHeaderView::Stretch
                                                     : QHeaderView::Interactive);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    horizontalHeader()->setMinimumSectionSize(isHeat_ ? 4 * digit + 10 : -1); // a year is read
    if (!isHeat_) {
        horizontalHeader()->setDefaultSectionSize(digit * characters + 10);
    }
}

} // namespace citypanel::ui
