// SPDX-License-Identifier: GPL-3.0-or-later
// RolesPanel: the variables of the panel above the form whose roles take them.
#pragma once

#include <QWidget>

class QLabel;

namespace citypanel::ui {

class VariableList;

class RolesPanel : public QWidget {
    Q_OBJECT

public:
    void focusSearch();

protected:
    explicit RolesPanel(QWidget* parent = nullptr);

    /// Puts the form below the list, which gets that height of the usual one; the form scrolls and
    /// is never cut off at the right.
    void setForm(QWidget* form, int listHeight);

    bool eventFilter(QObject* watched, QEvent* event) override;

    VariableList* variables_; ///< names may be dragged out of it
    QLabel* hint_;            ///< how roles are given
};

} // namespace citypanel::ui
