// SPDX-License-Identifier: GPL-3.0-or-later
// PreparePage: steps to add by purpose, ready-made recipes, and what is missing in the data.
#pragma once

#include "ui/widgets/workplace.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTreeWidget;
class QTreeWidgetItem;

namespace citypanel::ui {

class EmptyState;
class MissingPane;
class ProjectSession;

class PreparePage final : public Workplace {
    Q_OBJECT

public:
    explicit PreparePage(ProjectSession& session, QWidget* parent = nullptr);

private:
    [[nodiscard]] QWidget* makeSteps();
    void fillSteps();
    void applyTemplate();
    void showData();
    void setTexts();

    ProjectSession& session_;
    QStackedLayout* stack_;
    EmptyState* empty_;
    QLabel* stepsTitle_;
    QTreeWidget* steps_;
    QLabel* templatesTitle_;
    QComboBox* templates_;
    QPushButton* apply_;
    MissingPane* missing_;
};

} // namespace citypanel::ui
