// SPDX-License-Identifier: GPL-3.0-or-later
// VariableList: the variables of a panel with a search line; used wherever variables are chosen.
#pragma once

#include "core/panel/panel.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace citypanel::ui {

class VariablesModel;

class VariableList final : public QWidget {
    Q_OBJECT

public:
    explicit VariableList(QWidget* parent = nullptr);

    void setPanel(const Panel& panel);
    void choose(const QString& name);
    [[nodiscard]] QString chosen() const;
    void focusSearch();
    /// Names may be dragged out of the list as text.
    void setDragEnabled(bool isEnabled);
    /// A word shown at the right of a variable, e.g. its role in a model.
    void setMarks(const QHash<QString, QString>& marks);

    [[nodiscard]] QListView* view() const { return list_; }

Q_SIGNALS:
    void chosenChanged(const QString& name);
    /// Double click or Enter.
    void activated(const QString& name);
    /// A letter was typed on a variable.
    void keyPressed(const QString& name, int key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void chooseBest(const QString& typed);

    VariablesModel* model_;
    QSortFilterProxyModel* filtered_;
    QLineEdit* search_;
    QListView* list_;
    class VariableDelegate* delegate_;
};

} // namespace citypanel::ui
