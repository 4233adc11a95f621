// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a role, dropping, removing and weights.
#include "ui/efficiency/role_table.h"

#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/theme.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int nameColumn = 0;
constexpr int measureColumn = 1;
constexpr int weightColumn = 2;
constexpr int rowsAtLeast = 2;
constexpr int rowsAtMost = 5;

/// Names and units are shown, not typed.
class ReadOnlyDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget*, const QStyleOptionViewItem&,
                          const QModelIndex&) const override {
        return nullptr;
    }
};

} // namespace

RoleTable::RoleTable(QWidget* parent) : QTreeWidget(parent) {
    setColumnCount(3);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setAcceptDrops(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::SelectedClicked);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(nameColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(measureColumn, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(weightColumn, QHeaderView::Fixed);
    header()->hide();
    for (const int column : {nameColumn, measureColumn}) {
        setItemDelegateForColumn(column, new ReadOnlyDelegate(this));
    }
    connect(this, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem*, int column) {
        if (column == weightColumn) {
            Q_EMIT edited();
        }
    });
    translated(this, [this] {
        hint_ = tr("drop variables here");
        setToolTip(tr("Delete takes a variable away. The last column is its weight among the "
                      "slacks; empty is the usual weight."));
        setHeaderLabels({tr("Variable"), tr("Unit"), tr("Weight")});
        viewport()->update();
    });
    followFont(this, [this] { fitHeight(); });
}

void RoleTable::setVariables(const std::vector<frontier::RoleVariable>& variables,
                             const citypanel::Panel& panel) {
    const QSignalBlocker blocker(this);
    clear();
    for (const frontier::RoleVariable& variable : variables) {
        auto* item = new QTreeWidgetItem(this);
        const Variable* column = panel.find(variable.variable.text);
        const QString name = QString::fromStdString(variable.variable.text);
        item->setText(nameColumn, name);
        item->setToolTip(nameColumn, column == nullptr || column->label().empty()
                                         ? name
                                         : QStringLiteral("%1: %2").arg(
                                               name, QString::fromStdString(column->label())));
        item->setText(measureColumn, column == nullptr
                                         ? QString()
                                         : QString::fromStdString(column->unitOfMeasure()));
        item->setText(weightColumn, variable.weight ? exactText(*variable.weight) : QString());
        item->setTextAlignment(weightColumn, Qt::AlignRight | Qt::AlignVCenter);
        setInk(item, measureColumn, ColourRole::Muted);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable |
                       Qt::ItemIsDragEnabled);
    }
    fitHeight();
}

std::vector<frontier::RoleVariable> RoleTable::variables() const {
    std::vector<frontier::RoleVariable> result;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        const QTreeWidgetItem* item = topLevelItem(i);
        result.push_back({.variable = ColumnName(item->text(nameColumn).toStdString()),
                          .weight = numberOf(item->text(weightColumn))});
    }
    return result;
}

bool RoleTable::contains(const QString& name) const {
    return !findItems(name, Qt::MatchExactly, nameColumn).isEmpty();
}

QMimeData* RoleTable::mimeData(const QList<QTreeWidgetItem*>& items) const {
    QStringList names;
    for (const QTreeWidgetItem* item : items) {
        names.append(item->text(nameColumn));
    }
    auto* dragged = new QMimeData;
    dragged->setText(names.join(QLatin1Char('\n')));
    return dragged;
}

void RoleTable::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasText()) {
        event->acceptProposedAction();
    }
}

void RoleTable::dragMoveEvent(QDragMoveEvent* event) {
    event->acceptProposedAction();
}

void RoleTable::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    Q_EMIT namesDropped(event->mimeData()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts));
}

void RoleTable::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        removeChosen();
        return;
    }
    const bool isLetter = event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z &&
                          event->modifiers() == Qt::NoModifier;
    if (isLetter && currentItem() != nullptr) {
        Q_EMIT letterTyped(currentItem()->text(nameColumn), event->key());
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

void RoleTable::paintEvent(QPaintEvent* event) {
    QTreeWidget::paintEvent(event);
    if (topLevelItemCount() == 0) {
        QPainter painter(viewport());
        painter.setPen(colour(ColourRole::Muted));
        painter.drawText(viewport()->rect(), Qt::AlignCenter, hint_);
    }
}

void RoleTable::fitHeight() {
    const int rows = std::clamp(topLevelItemCount(), rowsAtLeast, rowsAtMost);
    setFixedHeight(rows * (fontMetrics().height() + 6) + 2 * frameWidth() + 2);
    header()->resizeSection(weightColumn, fontMetrics().horizontalAdvance(QStringLiteral("00.00")));
}

void RoleTable::removeChosen() {
    const QList<QTreeWidgetItem*> chosen = selectedItems();
    if (chosen.isEmpty()) {
        return;
    }
    qDeleteAll(chosen);
    fitHeight();
    Q_EMIT edited();
}

} // namespace citypanel::ui
