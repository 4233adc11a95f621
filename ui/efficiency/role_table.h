// SPDX-License-Identifier: GPL-3.0-or-later
// RoleTable: the variables of one role of a technology, with unit of measure and weight; variables
// may be dropped on it and dragged to another role, and Delete takes the chosen ones away.
#pragma once

#include "core/frontier/technology.h"
#include "core/panel/panel.h"

#include <QStringList>
#include <QTreeWidget>

#include <vector>

namespace citypanel::ui {

class RoleTable final : public QTreeWidget {
    Q_OBJECT

public:
    explicit RoleTable(QWidget* parent = nullptr);

    /// Shows the variables with the units that the panel knows.
    void setVariables(const std::vector<frontier::RoleVariable>& variables,
                      const citypanel::Panel& panel);
    [[nodiscard]] std::vector<frontier::RoleVariable> variables() const;

    [[nodiscard]] bool contains(const QString& name) const;

Q_SIGNALS:
    /// The person removed a variable or changed a weight.
    void edited();
    /// A letter was typed on a variable.
    void letterTyped(const QString& name, int key);
    /// Variables were dropped here.
    void namesDropped(const QStringList& names);

protected:
    /// The names, a line each, as a list of variables gives them.
    [[nodiscard]] QMimeData* mimeData(const QList<QTreeWidgetItem*>& items) const override;

    /// The list that a variable is dropped on takes it away from here.
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }

    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fitHeight();
    void removeChosen();

    QString hint_;
};

} // namespace citypanel::ui
