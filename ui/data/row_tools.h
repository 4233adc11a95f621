// SPDX-License-Identifier: GPL-3.0-or-later
// RowTools: which rows of the panel the grid shows and in which order; finding a text.
#pragma once

#include "core/panel/panel.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;

namespace citypanel::ui {

class ProjectSession;

class RowTools final : public QWidget {
    Q_OBJECT

public:
    explicit RowTools(ProjectSession& session, QWidget* parent = nullptr);

    /// Rows of another panel are chosen by the same condition and order.
    void setPanel(const citypanel::Panel& panel);
    /// Orders by a variable; an empty name restores the panel's own order.
    void sortBy(const QString& variable, bool isAscending);
    void focusFind();

    [[nodiscard]] const std::vector<std::size_t>& rows() const { return rows_; }

Q_SIGNALS:
    void rowsChanged(const std::vector<std::size_t>& rows);
    /// The position among rows() of the next row with the text.
    void found(int position);

private:
    void choose();
    void find();
    void setTexts();

    ProjectSession& session_;
    citypanel::Panel panel_;
    std::vector<std::size_t> rows_;
    QString sortVariable_;
    bool isAscending_ = true;
    std::size_t lastFound_ = 0;
    QLineEdit* condition_;
    QLineEdit* find_;
    QLabel* count_;
};

} // namespace citypanel::ui
