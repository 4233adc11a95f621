// SPDX-License-Identifier: GPL-3.0-or-later
// MissingPane: what is missing, by variable and period, by unit, and by pattern.
#pragma once

#include "core/prepare/missing_report.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QTableWidget;
class QTabWidget;

namespace citypanel::ui {

class MissingModel;
class ProjectSession;

class MissingPane final : public QWidget {
    Q_OBJECT

public:
    explicit MissingPane(ProjectSession& session, QWidget* parent = nullptr);

    /// Calculates the report of the current evaluation in a job.
    void showData();

    [[nodiscard]] const prepare::MissingReport& report() const;

Q_SIGNALS:
    void variableActivated(const QString& name);
    void stepRequested(const QString& stepId);

private:
    [[nodiscard]] QWidget* makeTop();
    void fill(const prepare::MissingReport& report);
    void fillUnits();
    void fillPatterns();
    void setTexts();

    ProjectSession& session_;
    QLabel* title_;
    QComboBox* state_;
    QLabel* summary_;
    QTabWidget* tabs_;
    MissingModel* model_;
    QTableView* matrix_;
    QTableWidget* units_;
    QTableWidget* patterns_;
    QPushButton* fill_;
    QPushButton* drop_;
};

} // namespace citypanel::ui
