// SPDX-License-Identifier: GPL-3.0-or-later
// ResultList: the tables and figures of the report in their order; ticked ones are in the report.
#pragma once

#include "core/project/report_results.h"

#include <QWidget>

#include <string>
#include <utility>
#include <vector>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace citypanel::ui {

class ProjectSession;

class ResultList final : public QWidget {
    Q_OBJECT

public:
    explicit ResultList(ProjectSession& session, QWidget* parent = nullptr);

    /// Shows the session's results; the chosen one stays chosen.
    void refresh();

    [[nodiscard]] bool isEmpty() const;
    /// The chosen result, or nullptr (nothing chosen, or a study that failed).
    [[nodiscard]] const project::ReportResult* current() const;
    /// Key of the study of the chosen row; empty without one.
    [[nodiscard]] QString currentStudy() const;
    /// Name of the chosen row.
    [[nodiscard]] QString currentName() const;
    bool chooseStudy(const QString& studyKey);

    /// Moves the chosen result up (-1) or down (1).
    void moveCurrent(int by);

    [[nodiscard]] QListWidget* list() const { return list_; }

Q_SIGNALS:
    void chosen();
    /// Enter or a double click.
    void activated();

private:
    void addResults();
    void addFailures();
    /// The results by the keys of study and result, in an order or with a tick that the list had
    /// when the person made it: the list may be filled anew before it is taken.
    using Keys = std::vector<std::pair<std::string, std::string>>;
    [[nodiscard]] Keys keysShown() const;
    void takeOrder(const Keys& order);
    void takeTick(const std::string& study, const std::string& result, bool isTicked);
    void setTexts();

    ProjectSession& session_;
    QLabel* heading_;
    QListWidget* list_;
    QPushButton* up_;
    QPushButton* down_;
    QCheckBox* methods_;
    QCheckBox* appendix_;
    std::vector<project::ReportResult> results_;
};

} // namespace citypanel::ui
