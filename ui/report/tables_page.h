// SPDX-License-Identifier: GPL-3.0-or-later
// TablesPage: every table and figure of the project as it will be written, and writing them.
#pragma once

#include "ui/widgets/workplace.h"

#include <cstddef>
#include <vector>

class QLabel;
class QScrollArea;
class QTabWidget;
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
class NoResultView;
class ProjectSession;
class ResultList;
class ResultTable;
class StylePanel;
class TableEditsPanel;

class TablesPage final : public Workplace {
    Q_OBJECT

public:
    explicit TablesPage(ProjectSession& session, QWidget* parent = nullptr);

    bool showPlace(const Place& place) override;
    void exportShown() override;
    [[nodiscard]] bool canExport() const override;

    [[nodiscard]] QString helpTopic() const override { return QStringLiteral("tables"); }

    /// Every table of the report, in order, as it is shown.
    [[nodiscard]] std::vector<study::Table> allTables() const;

    /// Writes the report as one document, in the format of the path's ending, in a job; says in a
    /// message what came of it.
    void writeReport(const QString& path);

private:
    QWidget* makeShown();
    QWidget* makeEditors();
    void refresh();
    void showChosen();
    void exportFigureShown();
    void exportAll();
    void exportReport();
    void tell(const QString& path, const QString& failure);
    void setTexts();

    ProjectSession& session_;
    QStackedLayout* stack_;
    EmptyState* empty_;
    ResultList* list_;
    NoResultView* none_; ///< in the place of the page: no study has results
    QLabel* problems_;
    NoResultView* noResult_; ///< in the place of the table
    ResultTable* table_;
    FigureView* figure_;
    QPushButton* exportTable_;
    QPushButton* exportFigure_;
    QPushButton* exportAll_;
    QPushButton* exportReport_;
    QTabWidget* editors_;
    StylePanel* style_;
    TableEditsPanel* edits_;
    QScrollArea* tableArea_;
};

} // namespace citypanel::ui
