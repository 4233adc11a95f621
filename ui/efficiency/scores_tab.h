// SPDX-License-Identifier: GPL-3.0-or-later
// ScoresTab: every unit-period with its score, status, slacks and peers.
#pragma once

#include "ui/efficiency/result_tab.h"

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace citypanel::ui {

class ScoresModel;

class ScoresTab final : public ResultTab {
    Q_OBJECT

public:
    ScoresTab(ProjectSession& session, QWidget* parent);

    [[nodiscard]] std::vector<study::Table> tables() const override;

Q_SIGNALS:
    /// A row of the panel was chosen by Enter or double click.
    void rowChosen(std::size_t row);

protected:
    void showRun() override;

private:
    [[nodiscard]] QString summary() const;

    ScoresModel* model_;
    QSortFilterProxyModel* sorted_;
    QLabel* summary_;
    QLineEdit* search_;
    QTableView* view_;
};

} // namespace citypanel::ui
