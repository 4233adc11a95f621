// SPDX-License-Identifier: GPL-3.0-or-later
// DataPage: the panel as a grid, its variables, and where each value came from.
#pragma once

#include "ui/widgets/workplace.h"

#include <QModelIndex>

#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedLayout;

namespace citypanel::ui {

class OriginLegend;
class PanelModel;
class PanelViews;
class ProjectSession;
class RowTools;
class VariableList;
class VariableSummary;

class DataPage final : public Workplace {
    Q_OBJECT

public:
    explicit DataPage(ProjectSession& session, QWidget* parent = nullptr);

    bool showPlace(const Place& place) override;
    bool focusSearch() override;

    /// Writes the state of the data that is shown, whatever rows are: csv, xlsx or dta.
    void exportShown() override;
    /// In a job; says where it was written, or why it was not.
    void exportTo(const QString& path);

    [[nodiscard]] bool canExport() const override;

private:
    void fillStates();
    [[nodiscard]] QWidget* makeMiddle();
    void connectParts();
    /// How many steps of the recipe lie behind the state that is shown.
    [[nodiscard]] std::size_t shownSteps() const;
    void showPanel();
    void showRows(const std::vector<std::size_t>& rows);
    void sort(int column, Qt::SortOrder order);
    void showCell();
    void showMatrixCell(std::size_t panelRow);
    void chooseVariable(const QString& name);
    void correct(int row, const QString& variable, double value);
    /// Says why a cell cannot be typed into.
    void refuseEdit(const QModelIndex& index);
    /// Numbers of the clipboard become corrections, all or none.
    void paste();
    void takePasted(const std::vector<std::pair<QModelIndex, double>>& changed);
    void setTexts();

    ProjectSession& session_;
    PanelModel* model_;
    QStackedLayout* stack_;
    class EmptyState* empty_;
    QComboBox* state_; ///< as read, after each step, as analysed
    QLabel* stateLabel_;
    QLabel* cell_;
    PanelViews* views_;
    RowTools* tools_;
    VariableList* variables_;
    VariableSummary* summary_;
    OriginLegend* legend_;
    std::size_t currentRow_ = 0; ///< of the panel, kept over changes of the rows shown
};

} // namespace citypanel::ui
