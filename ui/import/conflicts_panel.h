// SPDX-License-Identifier: GPL-3.0-or-later
// ConflictsPanel: values that sources give differently, the rule that chooses, and single choices.
#pragma once

#include "core/sheets/import.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace citypanel::ui {

class ImportDesk;
class ReportModel;

class ConflictsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ConflictsPanel(ImportDesk& desk, QWidget* parent = nullptr);

    /// To the first conflict that is not decided.
    void showOpen();

private:
    /// The conflict in a row of the table.
    [[nodiscard]] const sheets::ValueConflict& conflictAt(int row) const;
    /// Puts the conflicts in the order of the column that is chosen in the header.
    void order();
    void place();
    void connectParts();
    void refresh();
    void fillValues();
    void decide();
    void chooseRules();
    void setTexts();

    ImportDesk& desk_;
    ReportModel* model_;
    QTableView* table_;
    QLabel* betweenLabel_;
    QComboBox* between_;
    QLabel* withinLabel_;
    QComboBox* within_;
    QPushButton* useRules_;
    QLabel* valueLabel_;
    QComboBox* value_;
    QPushButton* take_;
    std::vector<std::size_t> order_; ///< of the review's conflicts, by row
};

} // namespace citypanel::ui
