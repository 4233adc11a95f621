// SPDX-License-Identifier: GPL-3.0-or-later
// StepDelegate: paints one step of the recipe: box, number, kind, sentence, what it changed.
#pragma once

#include <QStyledItemDelegate>

namespace citypanel::ui {

class StepDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
};

} // namespace citypanel::ui
