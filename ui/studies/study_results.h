// SPDX-License-Identifier: GPL-3.0-or-later
// StudyResults: a study's tables above its figures, one of each shown; a click in either selects
// the units behind it.
#pragma once

#include "core/study/study_result.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QSplitter;

namespace citypanel {
namespace study {
struct Figure;
} // namespace study
} // namespace citypanel

namespace citypanel::ui {

class FigureView;
class ProjectSession;
class ResultTable;

class StudyResults final : public QWidget {
    Q_OBJECT

public:
    explicit StudyResults(ProjectSession& session, QWidget* parent = nullptr);

    /// Shows the results of the study with this key; what was chosen stays chosen by its place.
    void show(const QString& key);
    /// Shows the table or figure with this key, if there is one.
    void choose(const QString& resultKey);

    [[nodiscard]] ResultTable* table() const { return table_; }

Q_SIGNALS:
    /// The units selected are to be shown in the data.
    void dataRequested();

private:
    QWidget* makeTablePane();
    QWidget* makeFigurePane();
    void connectParts();
    void fillChoices();
    void showTable();
    void showFigure();
    void showProblems();
    void selectBehind(const QString& resultKey, const QString& name);
    void showSelection();
    void setTexts();

    ProjectSession& session_;
    QString key_;
    std::shared_ptr<const study::StudyResult> result_;
    QLabel* problems_;
    QComboBox* tables_;
    ResultTable* table_;
    QComboBox* figures_;
    FigureView* figure_;
    QLabel* notes_;
    QScrollArea* notesArea_;
    QLabel* selected_;
    QPushButton* showData_;
    QPushButton* clear_;
    QSplitter* down_;
};

} // namespace citypanel::ui
