// SPDX-License-Identifier: GPL-3.0-or-later
// NamesPanel: the names of units that match no place, or several, each to be decided once.
#pragma once

#include "core/sheets/import.h"
#include "core/sheets/name_doubts.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace citypanel::ui {

class ImportDesk;
class ReportModel;

class NamesPanel final : public QWidget {
    Q_OBJECT

public:
    explicit NamesPanel(ImportDesk& desk, QWidget* parent = nullptr);

    /// To the first name that is not decided.
    void showOpen();

private:
    void layOut();
    void nameParts();
    void setUpTable();
    void connectParts();
    void refresh();
    void showDoubts();
    /// The places of the plan's gazetteer to choose from; only where the plan has another one.
    void fillPlaces();
    void loadPlaces();
    /// Decides rows of the list; without a unit, for what each is suggested to be.
    void apply(const std::vector<std::size_t>& rows, sheets::NameState state,
               const std::string& unit);
    void showChoice();
    void decide(sheets::NameState state, const std::string& unit = {});
    void decideAll(bool onlySure, sheets::NameState state);
    void showWhere();
    [[nodiscard]] const sheets::NameDoubt* chosen() const;
    [[nodiscard]] QString reasonText(const sheets::NameDoubt& doubt) const;
    [[nodiscard]] QString stateText(const sheets::NameDoubt& doubt) const;
    [[nodiscard]] QString cellText(const sheets::NameDoubt& doubt, int column) const;
    void setTexts();

    ImportDesk& desk_;
    std::vector<sheets::NameDoubt> doubts_;
    sheets::UnitNames filledNames_ = sheets::UnitNames::AsWritten; ///< what place_ offers
    std::vector<sheets::OwnPlace> filledPlaces_;
    QLabel* intro_;
    QComboBox* system_;
    QLabel* systemLabel_;
    QPushButton* loadPlaces_;
    QPushButton* acceptSure_;
    QPushButton* keepRest_;
    QPushButton* leaveRest_;
    QTableView* table_;
    ReportModel* model_;
    QLabel* chosenLabel_;
    QComboBox* place_;
    QPushButton* accept_;
    QPushButton* keep_;
    QPushButton* leave_;
    QPushButton* where_;
};

} // namespace citypanel::ui
