// SPDX-License-Identifier: GPL-3.0-or-later
// RowTools: which rows of the panel the grid shows and in which order; finding a text.
#pragma once

#include "core/panel/panel.h"
#include "core/panel/row_order.h"

#include <QWidget>

#include <optional>
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
    /// By row of the panel, true in those of the units chosen in a figure; empty: none is chosen.
    void marksChanged(const std::vector<bool>& isMarked);
    /// The next cell with the text: the position of its row among rows(), and its variable.
    void found(int position, const QString& variable);

private:
    void choose();
    void mark();
    void find();
    void setTexts();

    ProjectSession& session_;
    citypanel::Panel panel_;
    std::vector<std::size_t> rows_;
    QString sortVariable_;
    bool isAscending_ = true;
    std::optional<FoundCell> lastFound_;
    QLineEdit* condition_;
    QLineEdit* find_;
    QLabel* count_;
    QLabel* problem_; ///< what is wrong with the condition, on a line of its own
};

} // namespace citypanel::ui
