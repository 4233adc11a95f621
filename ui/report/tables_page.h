// SPDX-License-Identifier: GPL-3.0-or-later
// TablesPage: every table and figure of the project as it will be written, and writing them.
#pragma once

#include "ui/widgets/workplace.h"

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedLayout;

namespace citypanel {
namespace study {
struct Figure;
struct Table;
} // namespace study
} // namespace citypanel

namespace citypanel::ui {

class EmptyState;
class FigureView;
class ProjectSession;
class ResultTable;

class TablesPage final : public Workplace {
    Q_OBJECT

public:
    explicit TablesPage(ProjectSession& session, QWidget* parent = nullptr);

    bool showPlace(const Place& place) override;
    void exportShown() override;
    [[nodiscard]] bool canExport() const override;

    /// Every table of the project, in order.
    [[nodiscard]] std::vector<study::Table> allTables() const;

private:
    QWidget* makeShown();
    void fillList();
    void showChosen();
    void exportFigureShown();
    void exportAll();
    void tell(const QString& path, const QString& failure);
    void setTexts();

    ProjectSession& session_;
    QStackedLayout* stack_;
    EmptyState* empty_;
    QListWidget* list_;
    QLabel* problems_;
    ResultTable* table_;
    FigureView* figure_;
    QPushButton* exportTable_;
    QPushButton* exportFigure_;
    QPushButton* exportAll_;
};

} // namespace citypanel::ui
