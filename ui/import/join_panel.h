// SPDX-License-Identifier: GPL-3.0-or-later
// JoinPanel: what joining the sources gives: coverage, conflicts, gaps, cells that cannot be read.
#pragma once

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QTableView;
class QTabWidget;

namespace citypanel::ui {

class ConflictsPanel;
class CoverageMap;
class ImportDesk;
class PanelModel;
class ReportModel;

class JoinPanel final : public QWidget {
    Q_OBJECT

public:
    explicit JoinPanel(ImportDesk& desk, QWidget* parent = nullptr);

    /// To the first conflict that is not decided.
    void showOpen();

private:
    enum Page { ReadPage, VariablesPage, ConflictsPage, GapsPage, UnreadablePage };

    [[nodiscard]] QWidget* makeMap();
    [[nodiscard]] QTableView* makeTable(const char* name, ReportModel* model);
    void connectParts();
    void refresh();
    void showMap();
    void showLegend();
    void showCell();
    void showVariables();
    void showGaps();
    void showUnreadable();
    void setTexts();

    ImportDesk& desk_;
    QLabel* variableLabel_;
    QComboBox* variable_;
    QCheckBox* fitted_;
    QLabel* summary_;
    CoverageMap* map_;
    QLabel* legend_;
    QLabel* cell_;
    QTabWidget* pages_;
    QTableView* read_;
    PanelModel* readModel_;
    ReportModel* variablesModel_;
    QTableView* variables_;
    ConflictsPanel* conflicts_;
    ReportModel* gapsModel_;
    QTableView* gaps_;
    ReportModel* unreadableModel_;
    QTableView* unreadable_;
    std::vector<std::size_t> unreadableWarnings_; ///< indices into the report's warnings
};

} // namespace citypanel::ui
