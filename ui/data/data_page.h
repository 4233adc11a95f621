// SPDX-License-Identifier: GPL-3.0-or-later
// DataPage: the panel as a grid, its variables, and where each value came from.
#pragma once

#include "ui/widgets/workplace.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedLayout;

namespace citypanel::ui {

class OriginLegend;
class PanelGrid;
class PanelModel;
class ProjectSession;
class VariableList;
class VariableSummary;

class DataPage final : public Workplace {
    Q_OBJECT

public:
    explicit DataPage(ProjectSession& session, QWidget* parent = nullptr);

    bool showPlace(const Place& place) override;
    void focusSearch() override;

private:
    void fillStates();
    void showPanel();
    void showCell();
    void chooseVariable(const QString& name);
    void correct(int row, const QString& variable, double value);
    void setTexts();

    ProjectSession& session_;
    PanelModel* model_;
    QStackedLayout* stack_;
    class EmptyState* empty_;
    QComboBox* state_; ///< as read, after each step, as analysed
    QLabel* stateLabel_;
    QLabel* cell_;
    PanelGrid* grid_;
    VariableList* variables_;
    VariableSummary* summary_;
    OriginLegend* legend_;
};

} // namespace citypanel::ui
